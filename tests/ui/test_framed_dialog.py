"""A dialog goes with its project, a closed one is forgotten, and one has the size it needs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from held_dialog import hold
from marked_article import TEXT
from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from annotator.ui.export_dialog import ExportDialog
from annotator.ui.import_dialog import ImportDialog
from annotator.ui.label_editor import LabelEditor
from annotator.ui.session import Session
from annotator.ui.settings_dialog import SettingsDialog
from annotator.ui.shortcut_sheet import ShortcutSheet
from annotator.ui.stats_dialog import StatsDialog


@pytest.mark.parametrize("make", [ExportDialog, LabelEditor, lambda s: ImportDialog(s, TEXT)])
def test_a_project_closes_after_its_dialog_is_gone(
    session: Session, make_project: Callable[..., Any], make: Callable[[Session], QDialog]
) -> None:
    session.adopt(make_project(TEXT))
    dialog = make(session)
    dialog.open()
    dialog.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(dialog)
    session.close()  # an exception in the slot of a deleted dialog would fail this test


def test_an_open_dialog_closes_with_its_project(
    session: Session, make_project: Callable[..., Any]
) -> None:
    session.adopt(make_project(TEXT))
    dialog = ExportDialog(session)
    dialog.open()
    session.close()
    assert not dialog.isVisible()


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("make", [SettingsDialog, ShortcutSheet])
def test_a_page_that_the_screen_has_room_for_does_not_scroll(
    session: Session,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    make: Callable[[Session], SettingsDialog | ShortcutSheet],
    language: str,
) -> None:
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _screen: QRect(0, 0, 2560, 1440))
    session.language.choose(language)
    dialog = hold(qtbot, make(session))
    bar = dialog.area.verticalScrollBar()
    assert (bar.maximum(), dialog.area.horizontalScrollBar().maximum()) == (0, 0)
    spare = dialog.area.viewport().height() - dialog.area.widget().sizeHint().height()
    assert spare <= 4  # nor is there a gap below it


@pytest.mark.parametrize("make", [LabelEditor, StatsDialog, SettingsDialog, ShortcutSheet])
def test_a_dialog_fits_on_a_small_screen(
    session: Session,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    make_project: Callable[..., Any],
    make: Callable[[Session], QDialog],
) -> None:
    session.adopt(make_project(TEXT))
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _screen: QRect(0, 0, 1024, 640))
    dialog = hold(qtbot, make(session))
    assert dialog.width() <= 1024
    assert dialog.height() < 640 - 30  # a title bar beside


def test_enter_presses_the_button_that_has_the_focus(
    qtbot: QtBot, session: Session, make_project: Callable[..., Any]
) -> None:
    """On Cancel it did what the primary button does: imported, exported, restored."""
    session.adopt(make_project(TEXT))
    dialog = hold(qtbot, ImportDialog(session, "خبر جديد"))
    qtbot.waitUntil(dialog.go.isEnabled)
    assert dialog.table.hasFocus()
    dialog.cancel.setFocus()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog.cancel, Qt.Key.Key_Return)
