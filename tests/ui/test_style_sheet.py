"""The style sheet says how a control looks; nothing of the style below it shows through."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from screen import drawn

from annotator.ui.session import Session


@pytest.mark.parametrize("kind", ["", "primary", "quiet"])
def test_a_button_reached_by_tab_has_its_border_alone(
    qtbot: QtBot, session: Session, kind: str
) -> None:
    """Fusion draws a frame of its own inside a button, but only where Tab was pressed before."""
    page = QWidget()
    qtbot.addWidget(page)
    first, second = QPushButton("Open", page), QPushButton("Open", page)
    rows = QVBoxLayout(page)
    for button in (first, second):
        button.setProperty("kind", kind)
        rows.addWidget(button)
    page.show()
    page.activateWindow()
    second.setFocus()
    qtbot.waitUntil(second.hasFocus)
    by_mouse = drawn(second)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert drawn(second) == by_mouse
