"""A dialog under test: shown, and closed by the test rather than by itself."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

D = TypeVar("D", bound=QDialog)


def hold(qtbot: QtBot, dialog: D) -> D:
    """`dialog`, opened; it stays to be looked at after it has closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    QApplication.processEvents()  # what was posted before: a change of language above all
    return dialog
