"""A key is seen in the text before anything beside the text hears of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.errors import UserError
from annotator.ui.window import MainWindow


class _Watched(QObject):
    """What happens, in order: "text" when the article is painted, a pane's name when it hears."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.seen: list[str] = []
        workspace, session = window.workspace, window.session
        self.spans = lambda: len(session.article.index)
        workspace.view.viewport().installEventFilter(self)
        workspace.side.annotations.model.rowsInserted.connect(lambda: self.seen.append("list"))
        workspace.side.annotations.model.modelReset.connect(lambda: self.seen.append("list"))
        session.selected_changed.connect(lambda: self.seen.append("inspector"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.seen.append("text")
        return False


def _untouched_word(window: MainWindow) -> int:
    view, article = window.workspace.view, window.session.article
    token = view.tokens.after(0)
    while article.index.overlapping(token) or not view.tokens.is_word(token):
        token = view.tokens.after(token.end)
    return token.start


def test_a_label_key_is_painted_in_the_text_before_the_panes_hear_of_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    view = window.workspace.view
    view.place_caret(_untouched_word(window))
    QApplication.processEvents()
    watched = _Watched(window)
    before = watched.spans()
    qtbot.keyClick(view, Qt.Key.Key_1)
    assert watched.spans() == before + 1
    assert watched.seen[:3] == ["text", "list", "inspector"]
    assert view.current_annotation() == window.session.selected  # the caret went there, too


def test_another_article_is_painted_in_the_text_before_the_panes_hear_of_it(
    window: MainWindow,
) -> None:
    session, view = window.session, window.workspace.view
    other = session.project.store.first_articles(2)[1]
    QApplication.processEvents()
    watched = _Watched(window)
    assert session.open_article(other)
    assert watched.seen[:2] == ["text", "list"]
    assert view.text == session.article.text
    assert session.article.annotations
    assert all(a in view.annotations_at(a.start) for a in session.article.annotations)


def test_the_first_painting_reads_only_the_annotations_about_it(window: MainWindow) -> None:
    session = window.session
    other, asked, before = session.project.store.first_articles(2)[1], [], []
    session.project.store.connection.set_trace_callback(asked.append)
    session.text_ready.connect(lambda: before.extend(asked))
    assert session.open_article(other)

    def about_annotations(statements: list[str]) -> list[bool]:
        return ["start <" in sql for sql in statements if "FROM annotations" in sql]

    assert about_annotations(before) == [True]
    assert about_annotations(asked) == [True, False]


def test_an_article_whose_annotations_cannot_be_read_leaves_the_one_before(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    session, view = window.session, window.workspace.view
    open_one, other = session.article, session.project.store.first_articles(2)[1]

    def refuse(*_: object) -> None:
        raise UserError("The disk is gone.", remedy="")

    with monkeypatch.context() as broken, qtbot.waitSignal(session.failed):
        broken.setattr(type(session.project.store), "sound_annotations", refuse)
        assert not session.open_article(other)
    assert session.article is open_one
    assert view.text == open_one.text
    assert session.open_article(other)


def test_panes_hear_once_of_all_that_one_action_selects(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    first, second = session.article.annotations[:2]
    told: list[object] = []
    session.selected_changed.connect(lambda: told.append(session.selected))
    with session.text_first():
        session.select(first)
        session.select(second)
        assert not told
    assert told == [second]


def test_what_was_done_is_told_even_when_the_action_fails_after_it(window: MainWindow) -> None:
    session = window.session
    first = session.article.annotations[0]
    told: list[object] = []
    session.selected_changed.connect(lambda: told.append(session.selected))
    try:
        with session.text_first():
            session.select(first)
            raise ValueError
    except ValueError:
        pass
    assert told == [first]


def test_a_caret_that_leaves_an_annotation_lays_out_nothing_but_the_inspector(
    window: MainWindow, qtbot: QtBot
) -> None:
    view, annotation = window.workspace.view, window.session.article.annotations[0]
    view.place_caret(annotation.start)
    for _ in range(5):  # a layout asks its parent's for room, which asks its own
        QApplication.sendPostedEvents()
    heard: list[QObject] = []

    class Layouts(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.LayoutRequest:
                heard.append(watched)
            return False

    layouts = Layouts(window)
    window.workspace.side.installEventFilter(layouts)
    view.place_caret(_untouched_word(window))
    assert window.workspace.side.inspector.empty.isVisible()
    QApplication.processEvents()
    assert not heard
