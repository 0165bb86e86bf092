"""Selecting, choosing, dragging edges and hovering with the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

TEXT = "أعلن وزير الخارجية السوري في دمشق أمس. ثم غادر الوفد إلى بيروت مساء."
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier


class Hand:
    """A mouse over a view: points are given as code points, taken at the middle of the letter."""

    def __init__(self, view):
        self.view = view

    def point(self, where) -> QPointF:
        if isinstance(where, QPointF):
            return where
        return self.view.range_rect(where, where + 1).center()

    def send(self, kind, where, *, buttons=LEFT, modifiers=NONE):
        point = self.point(where)
        button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else LEFT
        over = self.view.viewport()
        event = QMouseEvent(kind, point, over.mapToGlobal(point), button, buttons, modifiers)
        QApplication.sendEvent(over, event)

    def press(self, where, modifiers=NONE):
        self.send(QEvent.Type.MouseButtonPress, where, modifiers=modifiers)

    def move(self, where, modifiers=NONE):
        self.send(QEvent.Type.MouseMove, where, modifiers=modifiers)

    def release(self, where, modifiers=NONE):
        kind = QEvent.Type.MouseButtonRelease
        self.send(kind, where, buttons=Qt.MouseButton.NoButton, modifiers=modifiers)

    def hover(self, where):
        self.send(QEvent.Type.MouseMove, where, buttons=Qt.MouseButton.NoButton)

    def click(self, where, times=1, modifiers=NONE):
        for _ in range(times):
            self.press(where, modifiers)
            self.release(where, modifiers)

    def drag(self, start, end, modifiers=NONE):
        self.press(start, modifiers)
        self.move(end, modifiers)
        self.release(end, modifiers)


def selected(view) -> str:
    span = view.selection()
    return "" if span is None else span.of(view.text)


def test_a_click_puts_the_caret_beside_the_letter_clicked(show):
    view = show(TEXT)
    rect = view.range_rect(6, 7)
    Hand(view).click(QPointF(rect.right() - 1, rect.center().y()))
    assert view.caret() == 6
    Hand(view).click(QPointF(rect.left() - 20, rect.center().y()))
    assert view.caret() > 6


def test_a_drag_selects_whole_words_and_with_alt_letters(show):
    view = show(TEXT)
    hand = Hand(view)
    start, end = TEXT.index("الخارجية") + 3, TEXT.index("السوري") + 3
    hand.drag(start, end)
    assert selected(view) == "الخارجية السوري"
    hand.drag(end, start)
    assert selected(view) == "الخارجية السوري"
    assert view.caret() < view.selection_anchor
    hand.drag(start, end, ALT)
    assert 8 < len(selected(view)) < len("الخارجية السوري")
    view.snap_selection = False
    hand.drag(start, end)
    assert 8 < len(selected(view)) < len("الخارجية السوري")


def test_clicks_in_a_row_take_word_sentence_and_paragraph(show):
    view = show(TEXT)
    at = TEXT.index("دمشق") + 1
    wanted = {2: "دمشق", 3: TEXT[: TEXT.index(" ثم")], 4: TEXT}
    hand = Hand(view)
    for times in range(1, 5):
        hand.click(at)
        if times > 1:
            assert selected(view) == wanted[times]


def test_after_a_double_click_a_drag_goes_on_by_words(show):
    view = show(TEXT)
    hand = Hand(view)
    at = TEXT.index("وزير") + 1
    hand.click(at)
    hand.press(at)
    hand.move(TEXT.index("السوري") + 1)
    hand.release(TEXT.index("السوري") + 1)
    assert selected(view) == "وزير الخارجية السوري"


def test_a_click_with_shift_selects_up_to_it(show):
    view = show(TEXT)
    view.place_caret(TEXT.index("وزير"))
    Hand(view).click(TEXT.index("السوري") + 2, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert selected(view) == "وزير الخارجية السوري"


def test_a_drag_below_the_window_scrolls_on_and_selects(qtbot, show):
    view = show("\n".join([TEXT] * 60), height=300)
    hand = Hand(view)
    hand.press(5)
    hand.move(QPointF(300, 380))
    qtbot.waitUntil(lambda: view.caret() > 15 * len(TEXT))
    hand.release(QPointF(300, 380))
    stopped = view.caret()
    QApplication.processEvents()
    assert view.caret() == stopped
    assert view.selection().start == 5


def test_a_click_on_a_chip_chooses_its_span(qtbot, show, mark):
    outer, inner = mark(TEXT, "وزير الخارجية السوري"), mark(TEXT, "السوري", "location")
    view = show(TEXT, [outer, inner])
    places = {a.id: rect.center() for a, rect in view.chip_places()}
    with qtbot.waitSignal(view.annotation_activated) as activated:
        Hand(view).click(places[outer.id])
    assert activated.args == [outer.id]
    assert view.current_annotation() == outer
    Hand(view).click(places[inner.id])
    assert view.current_annotation() == inner


def test_hovering_tells_the_inner_from_the_outer_by_its_underline(qtbot, show, mark):
    outer, inner = mark(TEXT, "وزير الخارجية السوري"), mark(TEXT, "السوري", "location")
    view = show(TEXT, [outer, inner])
    heard = []
    view.annotation_hovered.connect(heard.append)
    hand = Hand(view)
    middle = view.range_rect(inner.start + 2, inner.start + 3)
    _, line, top = view.line_at(middle.center().y())
    m = view._metrics
    baseline = top + line.baseline
    hand.hover(QPointF(middle.center().x(), baseline - 2))
    hand.hover(QPointF(middle.center().x(), baseline + m.down + m.slot_down + 2))
    hand.hover(TEXT.index("أمس"))
    assert heard == [inner.id, outer.id, ""]


def test_both_of_two_crossing_spans_can_be_hit_where_they_cross(show, mark):
    one, two = mark(TEXT, "وزير الخارجية السوري"), mark(TEXT, "السوري في دمشق")
    view = show(TEXT, [one, two])
    place = view.range_rect(two.start + 2, two.start + 3)
    hits = {
        found.id
        for y in range(int(place.top()), int(place.bottom()))
        if (found := view.annotation_at_point(QPointF(place.center().x(), y)))
    }
    assert hits == {one.id, two.id}


def start_grip(view, span):
    """Where the first edge of an Arabic span is taken hold of."""
    rect = view.range_rect(span.start, span.start + 1)
    return QPointF(rect.right() - 1, rect.center().y() + 8)


def end_grip(view, span):
    rect = view.range_rect(span.end - 1, span.end)
    return QPointF(rect.left() + 1, rect.center().y() + 8)


def test_dragging_an_edge_asks_for_the_new_span_by_whole_words(qtbot, show, mark):
    span = mark(TEXT, "وزير الخارجية")
    view = show(TEXT, [span])
    view.choose(span.id)
    hand = Hand(view)
    grip = end_grip(view, span)
    hand.hover(grip)
    assert view.viewport().cursor().shape() == Qt.CursorShape.SizeHorCursor
    with qtbot.waitSignal(view.resize_requested) as asked:
        hand.drag(grip, TEXT.index("السوري") + 1)
    assert asked.args == [span.id, span.start, TEXT.index("السوري") + len("السوري")]
    assert view.current_annotation() == span


def test_dragging_an_edge_with_alt_goes_by_letters(qtbot, show, mark):
    span = mark(TEXT, "وزير الخارجية")
    view = show(TEXT, [span])
    view.choose(span.id)
    hand = Hand(view)
    grip = end_grip(view, span)
    hand.hover(grip)
    with qtbot.waitSignal(view.resize_requested) as asked:
        hand.drag(grip, TEXT.index("السوري") + 2, ALT)
    assert span.end < asked.args[2] < TEXT.index("السوري") + len("السوري")


def test_dragging_a_start_back_over_words_and_giving_up(qtbot, show, mark):
    span = mark(TEXT, "الخارجية السوري")
    view = show(TEXT, [span])
    view.choose(span.id)
    hand = Hand(view)
    grip = start_grip(view, span)
    with qtbot.waitSignal(view.resize_requested) as asked:
        hand.drag(grip, TEXT.index("وزير") + 1)
    assert asked.args == [span.id, TEXT.index("وزير"), span.end]
    with qtbot.assertNotEmitted(view.resize_requested):
        hand.press(grip)
        hand.move(TEXT.index("وزير") + 1)
        qtbot.keyClick(view, Qt.Key.Key_Escape)
        hand.release(TEXT.index("وزير") + 1)


def test_a_click_on_an_edge_that_is_no_drag_puts_the_caret_there(qtbot, show, mark):
    span = mark(TEXT, "الخارجية السوري")
    view = show(TEXT, [span])
    view.choose(span.id)
    view.place_caret(span.start + 4)
    with qtbot.assertNotEmitted(view.resize_requested):
        Hand(view).click(start_grip(view, span))
    assert view.caret() == span.start


def test_an_edge_is_never_dragged_past_the_other(qtbot, show, mark):
    span = mark(TEXT, "الخارجية السوري")
    view = show(TEXT, [span])
    view.choose(span.id)
    grip = start_grip(view, span)
    with qtbot.assertNotEmitted(view.resize_requested):
        Hand(view).drag(grip, TEXT.index("بيروت"))


def test_a_span_that_is_not_current_can_be_clicked_at_its_edge(qtbot, show, mark):
    span = mark(TEXT, "الخارجية السوري")
    view = show(TEXT, [span])
    rect = view.range_rect(span.start, span.start + 1)
    with qtbot.assertNotEmitted(view.resize_requested):
        Hand(view).drag(QPointF(rect.right() - 1, rect.center().y()), span.end - 1)
    assert selected(view) == "الخارجية السوري"


@pytest.mark.parametrize("selecting", [True, False])
def test_the_context_menu_is_asked_for_where_the_mouse_is(qtbot, show, mark, selecting):
    span = mark(TEXT, "دمشق")
    view = show(TEXT, [span])
    if selecting:
        view.select(span.start - 3, span.end)
    point = view.range_rect(span.start + 1, span.start + 2).center().toPoint()
    where = view.viewport().mapToGlobal(point)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, where)
    with qtbot.waitSignal(view.context_menu_requested) as asked:
        QApplication.sendEvent(view.viewport(), event)
    assert asked.args == [where]
    assert (view.selection() is not None) == selecting
    if not selecting:
        assert view.current_annotation() == span


def test_the_context_menu_key_opens_it_at_the_caret(qtbot, show):
    view = show(TEXT)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    with qtbot.waitSignal(view.context_menu_requested) as asked:
        QApplication.sendEvent(view.viewport(), event)
    local = view.viewport().mapFromGlobal(asked.args[0])
    assert view.viewport().rect().contains(local)


def test_ctrl_and_the_wheel_zoom_and_the_wheel_alone_scrolls(qtbot, show):
    view = show("\n".join([TEXT] * 60))

    def turn(modifiers):
        point = QPointF(100, 100)
        event = QWheelEvent(
            point, view.viewport().mapToGlobal(point), QPoint(), QPoint(0, -120),
            Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view.viewport(), event)

    with qtbot.waitSignal(view.zoomed):
        turn(Qt.KeyboardModifier.ControlModifier)
    assert view.zoom < 1
    assert view.verticalScrollBar().value() == 0
    turn(NONE)
    assert view.verticalScrollBar().value() > 0


def test_clicks_in_mixed_text_land_on_the_letter_clicked(show):
    text = "قال BBC Arabic إن 1,250 جنديا 😀 وصلوا"
    view = show(text)
    hand = Hand(view)
    for start in range(len(text)):
        if text[start].isspace():
            continue
        hand.send(QEvent.Type.MouseMove, 0, buttons=Qt.MouseButton.NoButton)
        assert view.letter_under(hand.point(start)) == start
