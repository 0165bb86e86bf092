"""In Arabic a margin is on the side that the reading direction gives it, as everything else is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from held_dialog import hold
from marked_article import TEXT
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.header import Header
from annotator.ui.plain_label import PlainLabel
from annotator.ui.session import Session
from annotator.ui.settings_dialog import SettingsDialog
from annotator.ui.shortcut_sheet import ShortcutSheet
from annotator.ui.stats_dialog import StatsDialog
from annotator.ui.window import MainWindow


def from_the_start(widget: QWidget) -> int:
    """How far it begins from the edge of its window at which a line begins."""
    window = widget.window()
    left = widget.mapTo(window, QPoint()).x()
    return left if widget.isLeftToRight() else window.width() - left - widget.width()


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("kind", [SettingsDialog, StatsDialog, ShortcutSheet])
def test_a_heading_that_scrolls_begins_where_the_title_does(
    qtbot: QtBot,
    session: Session,
    make_project: Callable[..., Any],
    kind: type[SettingsDialog | StatsDialog | ShortcutSheet],
    language: str,
) -> None:
    session.adopt(make_project(TEXT))
    session.language.choose(language)
    dialog = hold(qtbot, kind(session))
    qtbot.waitUntil(lambda: not getattr(dialog, "busy", False))
    labels = [label for label in dialog.findChildren(PlainLabel) if label.isVisible()]
    title = next(label for label in labels if label.property("kind") == "title")
    heading = next(label for label in labels if label.property("kind") == "heading")
    qtbot.waitUntil(lambda: from_the_start(heading) == from_the_start(title))


def test_the_header_is_the_mirror_of_itself(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    header = window.findChild(Header)
    places = []
    for language in ("en", "ar"):
        session.language.choose(language)
        qtbot.waitUntil(lambda: header.isRightToLeft() == (session.language.code == "ar"))
        header.layout().activate()
        title = next(w for w in header.findChildren(QWidget) if w.property("kind") == "title")
        places.append(from_the_start(title) - from_the_start(header))
    assert places[0] == places[1]
