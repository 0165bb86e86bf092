"""A later version of an article: every move is seen first, one click writes it, undo brings all
back, and the window shows the text that there is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from held_dialog import hold
from marked_article import mark, open_first
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from annotator.ui.import_dialog import ImportDialog
from annotator.ui.revision_dialog import RevisionDialog
from annotator.ui.session import Session
from annotator.ui.window import MainWindow

OLD = "قال وزير الصحة إن 13 قتيلا سقطوا في حلب."
NEW = "وأعلن وزير الصحة إن 15 قتيلا سقطوا."


@pytest.fixture
def marked(session: Session, make_project: Callable[..., Any]) -> Session:
    session.adopt(make_project(OLD))
    open_first(session)
    for words, label in (("وزير الصحة", "actor"), ("13 قتيلا", "quantity"), ("حلب", "location")):
        mark(session, words, label)
    return session


def rows(dialog: RevisionDialog) -> list[list[str]]:
    table = dialog.table
    items = [table.topLevelItem(row) for row in range(table.topLevelItemCount())]
    return [[item.text(c).strip("\u2068\u2069") for c in (0, 2, 3)] for item in items]


def test_every_move_is_seen_first_and_what_needs_a_look_comes_first(
    marked: Session, qtbot: QtBot
) -> None:
    dialog = hold(qtbot, RevisionDialog(marked, NEW, marked.article_id))
    qtbot.waitUntil(lambda: not dialog.busy)
    assert rows(dialog) == [
        ["Lost: its words are gone", "حلب", "—"],
        ["Needs review", "13 قتيلا", "15 قتيلا"],
        ["Moved", "وزير الصحة", "وزير الصحة"],
    ]
    assert marked.article is not None
    assert marked.article.text == OLD
    with qtbot.waitSignals([dialog.revised, marked.article_opened]):
        dialog.go.click()
    assert marked.article.text == NEW
    assert [(a.text, a.review) for a in marked.article.annotations] == [
        ("وزير الصحة", False), ("15 قتيلا", True),
    ]  # fmt: skip
    with qtbot.waitSignal(marked.article_opened):
        marked.undo()
    assert marked.article.text == OLD
    assert len(marked.article.annotations) == 3


def test_the_same_text_has_nothing_to_write(marked: Session, qtbot: QtBot) -> None:
    dialog = hold(qtbot, RevisionDialog(marked, OLD, marked.article_id))
    qtbot.waitUntil(lambda: not dialog.busy)
    assert not dialog.go.isEnabled()
    assert "in the project" in dialog.summary.text()


def test_the_menu_revises_by_the_clipboard_and_the_text_view_follows(
    window: MainWindow, qtbot: QtBot
) -> None:
    workspace, session = window.workspace, window.session
    assert workspace is not None
    session.open_article(workspace.articles.model.ids[0])
    old = workspace.view.text
    QGuiApplication.clipboard().setText("عاجل.\n" + old)
    window.actions_["revise_paste"].trigger()
    (dialog,) = window.findChildren(RevisionDialog)
    qtbot.waitUntil(lambda: not dialog.busy)
    with qtbot.waitSignal(dialog.revised):
        dialog.go.click()
    assert workspace.view.text == "عاجل.\n" + old
    assert session.article is not None
    assert all(a.sealed_in(workspace.view.text) for a in session.article.annotations)
    workspace.view.choose(session.article.annotations[0].id)
    assert session.selected == session.article.annotations[0]
    session.open_article(workspace.articles.model.ids[1])
    session.undo()
    assert workspace.view.text == old


def test_an_import_offers_to_revise_what_is_there(
    session: Session, make_project: Callable[..., Any], qtbot: QtBot, tmp_path: Path
) -> None:
    from annotator.ops.import_plan import plan_import
    from annotator.ops.imports import run_import

    session.adopt(make_project())
    file, other = tmp_path / "a.txt", tmp_path / "b.txt"
    file.write_text(OLD, encoding="utf-8")
    assert session.project is not None
    run_import(session.project, plan_import([file], store=session.project.store))
    file.write_text(NEW, encoding="utf-8")
    other.write_text("خبر آخر.", encoding="utf-8")
    importing = hold(qtbot, ImportDialog(session, [file, other]))
    qtbot.waitUntil(lambda: not importing.busy)
    assert not importing.revise.isHidden()
    importing.revise.click()
    (dialog,) = importing.findChildren(RevisionDialog)
    qtbot.waitUntil(lambda: not dialog.busy)
    dialog.go.click()
    qtbot.waitUntil(lambda: not importing.busy and importing.revise.isHidden())
    with qtbot.waitSignal(importing.imported):
        importing.go.click()
    store = session.project.store
    assert [store.article(i).text for i in store.find_articles()] == [NEW, "خبر آخر."]
