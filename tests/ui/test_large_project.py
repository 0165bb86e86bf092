"""A project of many articles: its list is asked for on another thread, and what is shown meanwhile.

Many are as few here as can be: the list is told to answer nothing at once.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from annotator.core.article import ArticleId, Status
from annotator.core.change import OperationName
from annotator.errors import UserError
from annotator.ops.articles import remove_articles, set_flag
from annotator.ops.project import new_project
from annotator.store import Store
from annotator.store.records import NewArticle
from annotator.ui.article_finder import ArticleFinder
from annotator.ui.article_model import ArticleModel
from annotator.ui.session import Session
from annotator.ui.stats_dialog import StatsDialog
from annotator.ui.window import MainWindow

MANY, FIRST = 60, 10
_TABLES = ("articles", "texts", "annotations", "label_counts", "words", "article_words",
           "journal", "journal_rows")  # fmt: skip
_FIRST_ONES = "SELECT id FROM articles ORDER BY id LIMIT"  # looks at no more than it gives


def make(path: Path) -> None:
    """A project of `MANY` articles; each seventh holds another word, each second is done."""
    with (
        new_project(path, annotator="ليلى") as project,
        project.store.operation(OperationName("import", {"count": str(MANY)})) as op,
    ):
        for number in range(MANY):
            place = "السِّجْن" if number % 7 == 5 else "بغداد"
            op.add_article(
                NewArticle(text=f"وصل الوفد رقم {number} إلى {place} مساء أمس",
                           status=Status.DONE if number % 2 else Status.NEW)
            )  # fmt: skip


class _Asked:
    """Every statement that SQLite is given, and on which thread."""

    def __init__(self) -> None:
        self.statements: list[tuple[int, str]] = []

    def on(self, thread: int) -> list[str]:
        return [sql for where, sql in self.statements if where == thread]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> _Asked:
    made, connect = _Asked(), sqlite3.connect

    def traced(*args: object, **kwargs: object) -> sqlite3.Connection:
        conn = connect(*args, **kwargs)  # type: ignore[arg-type]  # whatever was given
        conn.set_trace_callback(lambda sql: made.statements.append((threading.get_ident(), sql)))
        return conn

    monkeypatch.setattr(sqlite3, "connect", traced)
    return made


@pytest.fixture
def large(
    empty_window: MainWindow,
    project_path: Path,
    asked: _Asked,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> MainWindow:
    """A window on `MANY` articles, the whole list there."""
    monkeypatch.setattr(ArticleFinder, "at_once", FIRST)
    make(project_path)
    asked.statements.clear()
    empty_window.session.open(project_path)
    articles = empty_window.workspace.articles
    articles.filter.delay = 0
    assert len(articles.model.ids) == FIRST  # at once, so that there is something to read
    assert empty_window.session.article is not None
    assert articles.position() == (0, 0)
    qtbot.waitUntil(lambda: len(articles.model.ids) == MANY)
    return empty_window


def test_the_whole_list_comes_after_its_beginning(large: MainWindow) -> None:
    articles = large.workspace.articles
    assert list(articles.model.ids) == list(range(1, MANY + 1))
    assert articles.position() == (1, MANY)
    assert articles.view.currentIndex().row() == 0
    assert not articles.shows_empty


def test_what_was_listed_stays_until_the_answer_is_there(large: MainWindow, qtbot: QtBot) -> None:
    articles = large.workspace.articles
    opened = large.session.article_id
    with qtbot.waitSignal(articles.listed):
        articles.filter.choose_status(Status.DONE)
        assert len(articles.model.ids) == MANY
    assert len(articles.model.ids) == MANY // 2
    assert large.session.article_id == opened


def test_only_the_last_of_several_questions_is_answered(large: MainWindow, qtbot: QtBot) -> None:
    articles = large.workspace.articles
    answers: list[int] = []
    articles.listed.connect(lambda: answers.append(len(articles.model.ids)))
    articles.filter.choose_status(Status.DONE)
    articles.filter.choose_status(Status.SKIPPED)
    articles.filter.choose_status(Status.NEW)
    articles.filter.only_flagged(True)
    articles.filter.only_flagged(False)
    qtbot.waitUntil(lambda: bool(answers))
    large.session.jobs.drain()
    assert answers == [MANY // 2]


def test_enter_waits_for_the_answer_before_it_goes_into_the_list(
    large: MainWindow, qtbot: QtBot
) -> None:
    articles, session = large.workspace.articles, large.session
    with qtbot.waitSignal(articles.listed):
        articles.focus_filter("سجن")
        qtbot.keyClick(articles.filter._text, Qt.Key.Key_Return)
        assert session.article_id == 1  # nothing of the old list was taken for the answer
    assert articles.model.ids
    assert session.article_id == articles.model.ids[0] == 6


def test_an_article_that_is_gone_leaves_the_list_at_once(large: MainWindow, qtbot: QtBot) -> None:
    articles, session = large.workspace.articles, large.session
    with qtbot.waitSignal(articles.listed):
        session.run(remove_articles, [ArticleId(1), ArticleId(3)])
        assert list(articles.model.ids)[:3] == [2, 4, 5]
    assert len(articles.model.ids) == MANY - 2
    with qtbot.waitSignal(articles.listed):
        session.undo()
    assert list(articles.model.ids)[:3] == [1, 2, 3]


def test_a_question_that_fails_is_said_and_waited_for_no_longer(
    large: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def damaged(*_: object) -> None:
        raise UserError("The project is damaged.")

    articles = large.workspace.articles
    monkeypatch.setattr(Store, "find_articles", damaged)
    with qtbot.waitSignal(large.session.failed):
        articles.filter.choose_status(Status.DONE)
    assert not articles.finder.busy
    assert len(articles.model.ids) == MANY
    assert articles.position() == (1, MANY)


def test_closing_while_the_list_is_asked_for_is_quiet(large: MainWindow) -> None:
    large.workspace.articles.filter.choose_status(Status.DONE)
    large.session.close()
    assert not large.workspace.articles.model.ids


def test_the_foot_groups_digits(large: MainWindow, qtbot: QtBot) -> None:
    articles = large.workspace.articles
    articles._take(list(map(ArticleId, range(1, 1235))), 100_000)
    assert articles._count.text().startswith("100,000 ")


def test_rows_that_come_and_go_keep_qts_contract(
    session: Session, qtmodeltester: ModelTester
) -> None:
    model = ArticleModel(session)
    qtmodeltester.check(model)  # goes on checking while rows change
    ids = [ArticleId(n) for n in range(1, 40)]
    seen: list[str] = []
    model.modelReset.connect(lambda: seen.append("reset"))
    model.rowsInserted.connect(lambda _parent, first, last: seen.append(f"+{first}–{last}"))
    model.rowsRemoved.connect(lambda _parent, first, last: seen.append(f"-{first}–{last}"))
    model.show(ids[:10])
    model.show(ids)
    model.show(ids)
    model.drop([ids[3], ids[20], ArticleId(99)])
    assert [model.place(each) for each in (ids[4], ids[21])] == [3, 19]
    assert seen == ["reset", "+10–38", "-20–20", "-3–3"]


def _scans(path: Path, statements: list[str]) -> Iterator[str]:
    """The statements that go through the whole of a table which grows with the project."""
    conn = sqlite3.connect(path)
    for sql in dict.fromkeys(statements):
        if sql.startswith(("--", "PRAGMA", "BEGIN", "COMMIT", _FIRST_ONES)):
            continue
        for *_, step in conn.execute(f"EXPLAIN QUERY PLAN {sql}"):
            if step.startswith(tuple(f"SCAN {table}" for table in _TABLES)):
                yield f"{sql}: {step}"
    conn.close()


def test_nothing_goes_through_a_table_on_the_interface_thread(
    asked: _Asked, large: MainWindow, project_path: Path, qtbot: QtBot
) -> None:
    articles, session, view = large.workspace.articles, large.session, large.workspace.view
    for choose in (
        lambda: articles.focus_filter("سجن"),
        lambda: articles.focus_filter("وصل"),
        lambda: articles.filter.choose_status(Status.DONE),
        lambda: articles.filter.only_flagged(True),
        articles.press_empty_button,
    ):
        with qtbot.waitSignal(articles.listed):
            choose()
    articles.step(1)
    view.place_caret(view.text.index("الوفد"))
    qtbot.keyClick(view, Qt.Key.Key_1)
    session.run(set_flag, session.article_id, True)
    session.undo()
    stats = StatsDialog(session, large)
    stats.open()
    qtbot.waitUntil(lambda: "Articles" in stats.as_text())
    stats.close()
    here = asked.on(threading.get_ident())
    assert len(here) > 20
    elsewhere = [sql for where, sql in asked.statements if where != threading.get_ident()]
    session.close()
    assert list(_scans(project_path, elsewhere))  # the other thread does: a scan is seen as one
    assert list(_scans(project_path, here)) == []
