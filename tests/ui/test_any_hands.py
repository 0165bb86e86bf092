"""Hands that do anything: whatever is pressed and clicked in whatever order, the window shows what
is on the disk, drawn as if it were drawn anew, and undo goes all the way back.

`HASHIYA_HANDS` says how many actions (200), `HASHIYA_HANDS_SEED` which (1).
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from awkward_text import PIECES
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot
from screen import drawn, shows_what_it_would_draw

from annotator.core.annotation import Annotation
from annotator.core.article import Article
from annotator.core.span import OverlapPolicy
from annotator.ops.project import Project
from annotator.ops.samples import open_samples
from annotator.ops.settings import set_policy
from annotator.ui.window import MainWindow

ACTIONS = int(os.environ.get("HASHIYA_HANDS", "200"))
SEED = int(os.environ.get("HASHIYA_HANDS_SEED", "1"))
LOOK = 10  # actions between two looks at how the text is drawn
NO, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
MOVES = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home)
COMMANDS = {  # and how likely
    "undo": 6, "redo": 4, "tag_1": 8, "tag_2": 8, "tag_3": 4, "tag_4": 4, "remove": 4,
    "start_out": 3, "start_in": 3, "end_out": 3, "end_in": 3, "start_out_letter": 2,
    "start_in_letter": 2, "end_out_letter": 2, "end_in_letter": 2, "propagate": 3, "inspect": 2,
    "note": 2, "review": 2, "next_span": 4, "previous_span": 4, "next_article": 2,
    "previous_article": 2, "done_next": 1, "status_new": 1, "status_skipped": 1, "flag": 1,
    "find": 1, "find_next": 2, "find_previous": 1, "select_all": 1, "copy": 1, "next_pane": 2,
    "focus_text": 4, "show_list": 1, "show_side": 1, "show_lens": 2, "show_marks": 1, "zoom_in": 1,
    "zoom_out": 1, "zoom_reset": 1, "theme": 1, "language": 1, "guideline": 1, "remove_article": 1,
}  # fmt: skip


class Hands:
    """One window, and a die."""

    def __init__(self, window: MainWindow, qtbot: QtBot, seed: int) -> None:
        assert window.workspace is not None
        self.window, self.qtbot, self.desk = window, qtbot, window.workspace
        self.die = random.Random(seed)
        self.done: list[str] = []
        assert window.session.project is not None
        self.store = window.session.project.store
        self.first_step = self.store.undo_name()

    def act(self) -> None:
        act = self.die.choices(
            (
                self._command, self._move, self._click, self._drag, self._row, self._type,
                self._scroll, self._resize, self._filter,
            ),
            (20, 16, 4, 4, 2, 2, 2, 1, 1),
        )[0]  # fmt: skip
        act()
        self._settle()

    def undo_all(self) -> None:
        while not self._is_at_start():
            self._trigger("undo")

    def redo_all(self) -> None:
        while self.window.actions_["redo"].isEnabled():
            self._trigger("redo")

    def _is_at_start(self) -> bool:
        return self.store.undo_name() == self.first_step

    def _trigger(self, name: str) -> None:
        self.window.actions_[name].trigger()
        self._settle()
        self.look()

    def _settle(self) -> None:
        """A large step is undone in the background."""
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: not self.window.session.jobs.running)

    def _note(self, *what: object) -> None:
        self.done.append(" ".join(map(str, what)))

    def _command(self) -> None:
        name = self.die.choices(list(COMMANDS), list(COMMANDS.values()))[0]
        action = self.window.actions_[name]
        self._note(name, action.isEnabled())
        if action.isEnabled() and not (name == "undo" and self._is_at_start()):
            action.trigger()

    def _move(self) -> None:
        key, mods = self.die.choice(MOVES), self.die.choice((NO, SHIFT, ALT, CTRL, SHIFT | ALT))
        times = self.die.randint(1, 6)
        self._note(key.name, mods, times)
        for _ in range(times):
            self.qtbot.keyClick(self.desk.view, key, mods)

    def _click(self) -> None:
        place, mods = self._somewhere(), self.die.choice((NO, SHIFT, ALT))
        self._note("click", place, mods)
        self.qtbot.mouseClick(self.desk.view.viewport(), Qt.MouseButton.LeftButton, mods, place)
        if self.die.random() < 0.4:
            page, left = self.desk.view.viewport(), Qt.MouseButton.LeftButton
            self.qtbot.mouseClick(page, left, NO, place)

    def _drag(self) -> None:
        page, (one, other) = self.desk.view.viewport(), (self._somewhere(), self._somewhere())
        self._note("drag", one, other)
        self.qtbot.mousePress(page, Qt.MouseButton.LeftButton, NO, one)
        for step in (1, 2, 3):
            self.qtbot.mouseMove(page, one + (other - one) * step / 3)
            QApplication.processEvents()
        self.qtbot.mouseRelease(page, Qt.MouseButton.LeftButton, NO, other)

    def _row(self) -> None:
        ids = self.desk.articles.model.ids
        if ids and self.die.random() < 0.5:
            chosen = self.die.choice(ids)
            self._note("open", chosen)
            self.window.session.open_article(chosen)
            return
        annotations = self._stored()
        if annotations:
            chosen = self.die.choice(annotations)
            self._note("go to", chosen.text)
            self.window.session.go_to(chosen.id)

    def _type(self) -> None:
        keys = self.die.choice(("12", "عن", "x", "\u0665"))
        target = QApplication.focusWidget()
        self._note("type", keys, type(target).__name__)
        if target is not None:
            for letter in keys:  # QTest types no Arabic
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(target, QKeyEvent(kind, ord(letter), NO, letter))

    def _scroll(self) -> None:
        pixels = self.die.randint(-700, 700)
        self._note("scroll", pixels)
        self.desk.view.scroll_by(pixels)

    def _resize(self) -> None:
        size = self.die.choice(((1024, 640), (1280, 840), (1600, 700)))
        self._note("resize", *size)
        self.window.resize(*size)

    def _filter(self) -> None:
        boxes = self.desk.articles.filter.findChildren(QComboBox)
        box = self.die.choice(boxes)
        number = self.die.choice((0, self.die.randrange(box.count())))
        self._note("filter", box.itemText(number))
        box.setCurrentIndex(number)

    def _somewhere(self) -> QPoint:
        page = self.desk.view.viewport()
        return QPoint(self.die.randrange(page.width()), self.die.randrange(page.height()))

    def _stored(self) -> list[Annotation]:
        article = self.window.session.article_id
        return [] if article is None else self.store.annotations(article)

    def look(self) -> None:
        """What is shown is what is stored."""
        session = self.window.session
        stored = self._stored()
        if session.article is not None:
            assert list(session.article.annotations) == stored
            assert all(a.sealed_in(session.article.text) for a in stored)
            for annotation in stored:
                assert annotation in self.desk.view.annotations_at(annotation.start)
        assert self.desk.side.annotations.model.total() == len(stored)
        assert session.selected is None or session.selected in stored

    def look_closely(self) -> None:
        """The screen shows the window as it would be drawn now, and the text as it would be drawn
        of all its annotations anew."""
        self.qtbot.waitUntil(lambda: shows_what_it_would_draw(self.window))  # the caret blinks
        article, view = self.window.session.article, self.desk.view
        if article is None:
            return
        page = view.viewport()
        before = drawn(page)
        view.set_annotations(article.annotations)
        assert drawn(page) == before


Everything = list[tuple[Article, list[Annotation]]]


def everything(window: MainWindow) -> Everything:
    assert window.session.project is not None
    return list(window.session.project.store.iter_articles())


@pytest.fixture
def samples(project_path: Path) -> Project:
    return open_samples(project_path, annotator="ليلى")


@pytest.fixture
def awkward(make_project: Callable[..., Project]) -> Project:
    """Text of every kind in no order, spans that may cross."""
    die = random.Random(SEED)
    made = make_project(*(" ".join(die.choices(PIECES, k=size)) for size in (5, 60, 300, 2000)))
    set_policy(made, OverlapPolicy.ANY)
    return made


@pytest.mark.parametrize("project", ["samples", "awkward"])
def test_whatever_hands_do_the_window_shows_what_is_stored(
    empty_window: MainWindow, qtbot: QtBot, request: pytest.FixtureRequest, project: str
) -> None:
    window, opened = empty_window, request.getfixturevalue(project)
    window.session.adopt(opened)
    hands, at_first = Hands(window, qtbot, SEED), everything(window)
    try:
        for number in range(ACTIONS):
            hands.act()
            hands.look()
            if number % LOOK == 0:
                hands.look_closely()
    except BaseException:
        print("\n".join(hands.done[-40:]))  # how it came to this
        raise
    hands.desk.focus_text()  # what is being typed is kept
    hands.redo_all()
    at_last = everything(window)
    hands.undo_all()
    assert everything(window) == at_first
    hands.redo_all()
    assert everything(window) == at_last
