"""The statistics count what is there and can be copied as a table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from held_dialog import hold
from marked_article import TEXT, mark, open_first
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from annotator.ops.settings import set_annotator
from annotator.ui.session import Session
from annotator.ui.share_bar import ShareBar
from annotator.ui.stats_dialog import StatsDialog


def test_counts_are_shown_and_copied(
    qtbot: QtBot, session: Session, make_project: Callable[..., Any]
) -> None:
    session.adopt(make_project(TEXT, "خبر"))
    open_first(session)
    mark(session, "الحسكة", "location")
    mark(session, "دمشق", "location")
    dialog = hold(qtbot, StatsDialog(session))
    qtbot.waitUntil(lambda: not dialog.busy)
    shown = [label.text() for label in dialog.findChildren(QLabel)]
    assert "\u2068Location\u2069" in shown
    dialog.copy.click()
    copied = QApplication.clipboard().text().splitlines()
    assert "Articles\t2" in copied
    assert "Location\t2" in copied
    assert "ليلى\t2" in copied
    assert "In progress\t1" in copied


def test_an_empty_project_says_so(
    qtbot: QtBot, session: Session, make_project: Callable[..., Any]
) -> None:
    session.adopt(make_project())
    dialog = hold(qtbot, StatsDialog(session))
    qtbot.waitUntil(lambda: not dialog.busy)
    assert "None yet" in [label.text() for label in dialog.findChildren(QLabel)]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_bars_of_all_tables_stand_one_under_the_other(
    qtbot: QtBot, session: Session, make_project: Callable[..., Any], language: str
) -> None:
    session.language.choose(language)
    project = make_project(TEXT, "خبر")
    set_annotator(project, "وحدة التحليل والتوثيق في وكالة الأفق")
    session.adopt(project)
    open_first(session)
    mark(session, "الحسكة", "location")
    dialog = hold(qtbot, StatsDialog(session))
    qtbot.waitUntil(lambda: not dialog.busy)
    dialog.show()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(ShareBar)))
    bars = dialog.findChildren(ShareBar)
    qtbot.waitUntil(lambda: len({(bar.x(), bar.width()) for bar in bars}) == 1)
