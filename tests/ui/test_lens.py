"""The character lens: what it shows of text, caret and span, and how its edges are moved."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked_article import mark
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from annotator.core.span import Span
from annotator.ui.lens import Lens
from annotator.ui.lens_cells import cells
from annotator.ui.window import MainWindow
from annotator.ui.workspace import Workspace

TEXT = "قال مُحَمَّدٌ\u200f إن \u00a0«قسد» ﻻ 😀👩‍👩‍👧"


@given(caret=st.integers(0, len(TEXT)), room=st.integers(9, 40), data=st.data())
def test_cells_are_code_points_in_order_around_what_is_looked_at(
    caret: int, room: int, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(TEXT) - 1))
    focus = data.draw(st.none() | st.integers(start + 1, len(TEXT)).map(lambda e: Span(start, e)))
    shown = cells(TEXT, caret, focus, room)
    assert len(shown) <= room
    assert [c.end for c in shown[:-1]] == [c.position for c in shown[1:]]
    assert all(c.left_out or c.character == TEXT[c.position] for c in shown)
    seen = {c.position for c in shown if not c.left_out}
    if focus is not None:
        assert {focus.start, focus.end - 1} <= seen
    elif caret < len(TEXT):
        assert caret in seen


def test_a_cell_says_what_cannot_be_seen() -> None:
    told = {c.character: c for c in cells(TEXT, 0, Span(0, len(TEXT)), len(TEXT) + 2)}
    assert (told["\u200f"].sign, told["\u200f"].code) == ("RLM", "U+200F")
    assert told["\u200f"].name("ar") == "علامة يمين إلى يسار"
    assert told["\u0651"].sign == "◌\u0651"
    assert told["\u0651"].joined
    assert not told["\u00a0"].joined
    assert {c for c, cell in told.items() if cell.notable} == set("\u200f\u00a0ﻻ\u200d")
    assert all(cell.sign.strip() for cell in told.values())


@pytest.fixture
def lens(window: MainWindow, qtbot: QtBot) -> Lens:
    workspace = window.workspace
    assert workspace is not None
    window.resize(1400, 800)
    window.session.open_article(workspace.articles.model.ids[4])
    window.actions_["show_lens"].trigger()
    assert workspace.lens.isVisible()
    return workspace.lens


def desk(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def test_it_follows_the_caret_the_selection_and_the_annotation(
    window: MainWindow, lens: Lens
) -> None:
    view = desk(window).view
    view.place_caret(5)
    assert 5 in {c.position for c in lens.shown}
    assert lens.span is None
    view.select(3, 9)
    assert lens.span == Span(3, 9)
    made = mark(window.session, "مراكش", "location")
    view.place_caret(made.start)
    assert lens.span == made.span
    assert "[ U+0645 meem," in lens.accessibleDescription()
    window.session.language.choose("ar")
    assert "[ U+0645 ميم," in lens.accessibleDescription()


def test_an_edge_moves_by_one_letter_with_keys_and_with_the_mouse(
    window: MainWindow, lens: Lens, qtbot: QtBot
) -> None:
    view = desk(window).view
    made = mark(window.session, "مراكش", "location")
    view.place_caret(made.start)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_BracketRight, Qt.KeyboardModifier.AltModifier)
    assert lens.span == Span(made.start + 1, made.end)
    at, there = lens.edge_x(made.end), lens.edge_x(made.end - 2)
    assert at is not None
    assert there is not None
    y = lens.height() // 3
    qtbot.mousePress(lens, Qt.MouseButton.LeftButton, pos=QPoint(at, y))
    qtbot.mouseMove(lens, QPoint(there + 3, y))
    qtbot.mouseRelease(lens, Qt.MouseButton.LeftButton, pos=QPoint(there + 3, y))
    assert lens.span == Span(made.start + 1, made.end - 2)
    assert window.session.selected is not None
    assert window.session.selected.text == "را"
    window.session.undo()
    assert lens.span == Span(made.start + 1, made.end)


def test_a_click_puts_the_caret_there(window: MainWindow, lens: Lens, qtbot: QtBot) -> None:
    view = desk(window).view
    view.place_caret(20)
    x = lens.edge_x(22)
    assert x is not None
    qtbot.mouseClick(lens, Qt.MouseButton.LeftButton, pos=QPoint(x - 20, 30))
    assert view.caret() == 22


def test_hidden_it_does_nothing_and_it_is_remembered(window: MainWindow, lens: Lens) -> None:
    shown = lens.shown
    window.actions_["show_lens"].trigger()
    assert lens.isHidden()
    desk(window).view.place_caret(len(desk(window).view.text) - 3)
    assert lens.shown is shown
