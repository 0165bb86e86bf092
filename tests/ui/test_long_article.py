"""An article of so many words that what goes through all of them is done in the background."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from held_dialog import hold
from pytestqt.qtbot import QtBot

from annotator.core.article import ArticleId
from annotator.ops.progress import LARGE
from annotator.ui.article_dialog import ArticleDialog
from annotator.ui.window import MainWindow

SHORT, LONG = ArticleId(1), ArticleId(2)


@pytest.fixture
def reading(empty_window: MainWindow, make_project: Callable[..., Any], qtbot: QtBot) -> MainWindow:
    """The window on a very long article, after a short one."""
    empty_window.session.adopt(
        make_project("خبر قصير", "قال المتحدث، في بغداد، إنّ\n" * (LARGE * 200))
    )
    empty_window.session.open_article(LONG)
    return empty_window


def stored(window: MainWindow) -> dict[ArticleId, str]:
    assert window.session.project is not None
    store = window.session.project.store
    return {row.id: row.title for row in store.article_rows(store.find_articles())}


def test_it_is_removed_and_brought_back_in_the_background(
    reading: MainWindow, qtbot: QtBot
) -> None:
    session = reading.session
    for trigger, held in ((lambda: reading.actions_["remove_article"].trigger(), {SHORT}),
                          (session.undo, {SHORT, LONG}), (session.redo, {SHORT})):  # fmt: skip
        with qtbot.waitSignal(session.changed):
            trigger()
            assert session.jobs.running
            assert stored(reading).keys() != held
        assert stored(reading).keys() == held
    assert session.article_id == SHORT


def test_its_title_is_changed_in_the_background_and_its_note_at_once(
    reading: MainWindow, qtbot: QtBot
) -> None:
    session = reading.session
    dialog = hold(qtbot, ArticleDialog(session))
    dialog.edits["title"].setText("سجن المدينة")
    dialog.note.setPlainText("طويل")
    dialog.accept()
    assert session.jobs.running
    assert session.article is not None
    assert session.article.article.note == "طويل"
    qtbot.waitUntil(lambda: stored(reading)[LONG] == "سجن المدينة")
    qtbot.waitUntil(lambda: not session.jobs.running)
    assert session.project is not None
    assert session.project.store.search_candidates("سجن") == [LONG]


def test_what_does_not_go_through_its_text_is_done_at_once(reading: MainWindow) -> None:
    session = reading.session
    reading.actions_["flag"].trigger()
    session.undo()
    dialog = ArticleDialog(session)
    dialog.edits["outlet"].setText("وكالة")
    dialog.accept()
    assert not session.jobs.running
    assert session.article is not None
    assert session.article.article.meta.outlet == "وكالة"
