"""A dialog goes with its project, a closed one is forgotten, and one has the size it needs."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from held_dialog import hold
from marked_article import TEXT
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from annotator.ui.export_dialog import ExportDialog
from annotator.ui.fonts import interface_font
from annotator.ui.framed_dialog import FramedDialog
from annotator.ui.import_dialog import ImportDialog
from annotator.ui.label_editor import LabelEditor
from annotator.ui.new_project_dialog import NewProjectDialog
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


@pytest.fixture
def laptop(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[QRect]:
    """A screen of 1280 × 800 at 150 %, and the face of the interface."""
    screen, before = QRect(0, 0, 853, 533), qapp.font()
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _screen: screen)
    qapp.setFont(interface_font())
    yield screen
    qapp.setFont(before)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(
    "make", [ExportDialog, NewProjectDialog, LabelEditor, lambda s: ImportDialog(s, TEXT)]
)
def test_the_foot_is_on_a_small_screen_whatever_is_told(
    session: Session,
    qtbot: QtBot,
    laptop: QRect,
    make_project: Callable[..., Any],
    make: Callable[[Session], FramedDialog],
    language: str,
) -> None:
    session.language.choose(language)
    session.adopt(make_project(TEXT))
    dialog = hold(qtbot, make(session))
    if isinstance(dialog, ExportDialog):
        dialog.form.formats["conll2003"].click()  # with options, and something to be lost
        qtbot.waitUntil(lambda: not dialog.form.preview.busy)
    dialog.tell("This cannot be done as it is. " * 8)
    qtbot.waitUntil(dialog.message.isVisible)
    QCoreApplication.processEvents()
    assert dialog.width() <= laptop.width()
    assert dialog.height() <= laptop.height() - 30
    assert dialog.message.height() >= dialog.message.heightForWidth(dialog.width())
    for button in dialog.findChildren(QPushButton):
        if button.isDefault():
            assert dialog.rect().contains(QRect(button.mapTo(dialog, QPoint()), button.size()))


def test_tab_brings_what_is_scrolled_away_into_sight(
    session: Session, qtbot: QtBot, laptop: QRect
) -> None:
    dialog = hold(qtbot, NewProjectDialog(session))
    for _ in range(12):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert not dialog.focusWidget().visibleRegion().isEmpty()


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


def test_a_dialog_that_nobody_has_any_more_is_gone_at_once(qapp: QApplication) -> None:
    """In a circle of its own parts it would be left to the collector, which runs on whatever thread
    is at work, and widgets may only go on theirs."""
    gc.collect()
    gc.disable()
    try:
        dialog = weakref.ref(FramedDialog())
        assert dialog() is None
    finally:
        gc.enable()
