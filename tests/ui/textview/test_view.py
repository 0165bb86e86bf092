"""The view as its window uses it: what is drawn follows what is told, and place is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QPointF, QRect
from PySide6.QtGui import QColor, QGuiApplication, QImage, QRegion
from PySide6.QtWidgets import QWidget
from screen import shows_what_it_would_draw

from annotator.arabic.tokens import Tokens
from annotator.core.labels import LabelSet
from annotator.core.span import Span
from annotator.ui.textview.caret import Move
from annotator.ui.textview.style import DARK, ChipMode, Inks, ViewStyle
from annotator.ui.textview.view import ArticleView

TEXT = "أعلن وزير الخارجية السوري أسعد الشيباني في دمشق أمس أن وفدا سيزور مدينة الحسكة."
LONG = "\n".join(f"فقرة رقم {i} فيها {TEXT}" for i in range(200))


def picture(view: QWidget) -> QImage:
    return view.viewport().grab().toImage()


def centre(view, start: int, end: int) -> QPointF:
    return view.range_rect(start, end).center()


def painted(qtbot, view) -> list[QRect]:
    """Where the view paints from now on, once it has done what is asked of it already."""
    regions: list[QRect] = []
    plain = view._paint

    def note(painter, exposed):
        regions.append(QRect(exposed))
        plain(painter, exposed)

    QGuiApplication.processEvents()
    view._paint = note
    return regions


class Exposed(QObject):
    """What of a widget is painted from now on: its region, which leaves gaps."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.region = self.region.united(event.region())
        return False


def test_a_span_is_painted_behind_its_letters_in_its_labels_colour(show, mark, labels, changes):
    view = show(TEXT)
    span = mark(TEXT, "دمشق", "location")
    place = view.range_rect(span.start, span.end)
    low_in_the_box = QPointF(place.left() + 2, place.bottom() - place.height() * 0.4).toPoint()
    before = picture(view).pixelColor(low_in_the_box)
    view.apply(changes(added=(span,)))
    after = picture(view).pixelColor(low_in_the_box)
    assert before == QColor(view.look.background)
    assert after == QColor(Inks(labels, view.look, "ar").of("location").fill)
    view.apply(changes(removed=(span,)))
    assert picture(view).pixelColor(low_in_the_box) == before


def test_letters_are_where_they_were_whatever_is_annotated(show, mark, changes):
    view = show(TEXT)
    edges = [view.range_rect(i, i + 1).left() for i in range(len(TEXT))]
    view.apply(changes(added=tuple(mark(TEXT, (i, i + 5)) for i in range(0, 60, 3))))
    assert [view.range_rect(i, i + 1).left() for i in range(len(TEXT))] == edges


def test_one_row_of_chips_moves_no_text(show, mark, changes):
    view = show(TEXT)
    before = view.range_rect(0, len(TEXT))
    view.apply(changes(added=(mark(TEXT, "دمشق"), mark(TEXT, "الحسكة"))))
    assert view.range_rect(0, len(TEXT)) == before


def test_a_change_paints_only_the_lines_it_touches(qtbot, show, mark, changes):
    view = show(LONG)
    regions = painted(qtbot, view)
    span = mark(LONG, "دمشق")
    view.apply(changes(added=(span,)))
    qtbot.waitUntil(lambda: bool(regions))
    line = view.range_rect(span.start, span.end).toAlignedRect()
    whole = QRect()
    for region in regions:
        whole |= region
    assert whole.contains(line.center())
    assert whole.height() < 3 * line.height()


def test_lines_moved_by_a_row_that_went_from_one_line_to_another_are_painted(
    qtbot, show, mark, changes
):
    text = "كلمة " * 60
    outer = [mark(text, (at, at + 9), id=f"outer {at}") for at in (0, 200)]
    rows = [[mark(text, (at + k, at + 4), id=f"{at} {k}") for k in range(4)] for at in (0, 200)]
    view = show(text, [*outer, *rows[0]], width=300)
    between, last = view.range_rect(100, 104), view.range_rect(295, 299)
    QGuiApplication.processEvents()
    exposed = Exposed(view.viewport())
    view.apply(changes(removed=tuple(rows[0]), added=tuple(rows[1])))
    moved = view.range_rect(100, 104)
    assert view.range_rect(295, 299) == last  # the paragraph is as high as it was
    assert moved != between
    qtbot.waitUntil(lambda: not exposed.region.isEmpty())
    assert exposed.region.contains(moved.toAlignedRect().center())


def test_a_change_out_of_sight_or_of_another_article_paints_nothing(qtbot, show, mark, changes):
    view = show(LONG)
    regions = painted(qtbot, view)
    there = LONG.rindex("دمشق")
    view.apply(changes(added=(mark(LONG, (there, there + 4)),)))
    view.apply(changes(added=(mark(LONG, "دمشق", article=2, id="other"),)))
    QGuiApplication.processEvents()
    assert regions == []
    assert [a.start for a in view.annotations_at(there)] == [there]
    assert view.annotations_at(LONG.index("دمشق")) == []


def test_a_replaced_annotation_takes_the_place_of_the_old_one(show, mark, changes):
    old = mark(TEXT, "دمشق", id="one")
    view = show(TEXT, [old])
    new = mark(TEXT, "في دمشق", "location", id="one")
    view.apply(changes(replaced=((old, new),)))
    assert view.annotations_at(old.start) == [new]
    assert view.annotations_at(new.start) == [new]


def test_the_innermost_span_at_the_caret_is_current_and_the_stack_can_be_cycled(qtbot, show, mark):
    outer, inner = mark(TEXT, "وزير الخارجية السوري"), mark(TEXT, "السوري", "location")
    view = show(TEXT, [outer, inner])
    with qtbot.waitSignal(view.current_changed):
        view.place_caret(inner.start + 1)
    assert view.current_annotation() == inner
    assert view.cycle_annotation_at_caret() == outer
    assert view.cycle_annotation_at_caret() == inner
    view.place_caret(outer.start)
    assert view.current_annotation() == outer
    view.place_caret(0)
    assert view.current_annotation() is None
    assert view.cycle_annotation_at_caret() is None


def test_the_span_equal_to_the_selection_is_current(show, mark):
    outer, inner = mark(TEXT, "وزير الخارجية السوري"), mark(TEXT, "السوري", "location")
    view = show(TEXT, [outer, inner])
    view.select(outer.start, outer.end)
    assert view.current_annotation() == outer


def test_stepping_through_spans_goes_by_reading_order(show, mark):
    spans = [mark(TEXT, "وزير الخارجية السوري"), mark(TEXT, "السوري"), mark(TEXT, "دمشق")]
    view = show(TEXT, spans)
    assert [view.go_to_next_annotation() for _ in range(4)] == [*spans, None]
    assert [view.go_to_next_annotation(-1) for _ in range(3)] == [spans[1], spans[0], None]


def test_the_target_is_the_selection_or_else_the_token_under_the_caret(show):
    view = show(TEXT)
    word = TEXT.index("دمشق")
    view.place_caret(word + 2)
    assert view.target() == Span(word, word + 4)
    view.select(0, 4)
    assert view.target() == Span(0, 4)
    view.set_article("  \n ", [], view._labels, type(view.tokens)("  \n "))
    assert view.target() is None


def test_bulk_changes_keep_the_place(show, mark):
    view = show(LONG)
    view.reveal(len(LONG) // 2)
    anchor = view.anchor()
    view.set_annotations([mark(LONG, (i, i + 4)) for i in range(0, len(LONG) - 9, 50)])
    assert view.anchor() == anchor


@pytest.mark.parametrize("size", [(500, 400), (1400, 900), (60, 30)])
def test_a_resized_window_keeps_the_line_being_read(show, size):
    view = show(LONG)
    place = LONG.index("رقم 100")
    view.reveal(place, centred=True)
    anchor = view.anchor()
    view.resize(*size)
    _, line, _ = view.line_at(0)
    assert line.start <= anchor.position <= line.end


def test_zoom_keeps_the_line_being_read_and_says_so(qtbot, show):
    view = show(LONG)
    view.reveal(LONG.index("رقم 100"), centred=True)
    anchor = view.anchor()
    with qtbot.waitSignal(view.zoomed) as zoomed:
        view.change_zoom(3)
    assert zoomed.args[0] == pytest.approx(1.1**3)
    _, line, _ = view.line_at(0)
    assert line.start <= anchor.position <= line.end
    view.set_zoom(100)
    assert view.zoom == 4.0


def test_scrolling_down_and_up_by_the_wheel_comes_back_to_the_same_line(show):
    view = show(LONG)
    view.reveal(len(LONG) // 2, centred=True)
    anchor = view.anchor()
    for _ in range(20):
        view.scroll_by(137)
    assert view.anchor() != anchor
    for _ in range(20):
        view.scroll_by(-137)
    assert view.anchor() == anchor


def test_scrolling_far_up_into_what_was_never_seen_moves_no_line_twice(show):
    view = show(LONG)
    view.reveal(len(LONG) - 1)
    for _ in range(30):
        _, line, y = view.line_at(300)
        before = y + line.top
        view.scroll_by(-50)
        moved = next(
            top + other.top
            for _, other, top in view.lines_showing(line.start, line.end)
            if other.start == line.start
        )
        assert moved == before + 50


@pytest.mark.parametrize("key", [Move.LINE_UP, Move.LINE_DOWN])
def test_a_caret_that_goes_on_into_what_was_never_seen_leaves_nothing_behind(
    qtbot, show, mark, key
):
    nested = [mark(LONG, (at, at + 30 - i)) for at in range(0, len(LONG), 200) for i in range(4)]
    view = show(LONG, nested)  # their chips make lines higher than they were guessed to be
    view.reveal(len(LONG) // 2, centred=True)
    view.place_caret(len(LONG) // 2)
    for _ in range(40):
        QGuiApplication.processEvents()
        view.move_caret(key)
        qtbot.waitUntil(lambda: shows_what_it_would_draw(view.viewport()))


def test_an_article_that_shrinks_at_its_end_leaves_nothing_behind(qtbot, show, mark, changes):
    nested = tuple(mark(TEXT, (4, 30 - i)) for i in range(5))
    view = show(TEXT, nested, height=190)
    view.scroll_by(200)  # to its end, which its chips have pushed out
    qtbot.waitUntil(lambda: shows_what_it_would_draw(view.viewport()))
    view.apply(changes(removed=nested))
    qtbot.waitUntil(lambda: shows_what_it_would_draw(view.viewport()))


def test_the_scroll_bar_reaches_both_ends_exactly(show):
    view = show(LONG)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    picture(view)
    bar.setValue(bar.maximum())
    _, last, y = view.line_at(view.viewport().height())
    assert last.end == len(LONG)
    assert y + last.bottom <= view.viewport().height()
    bar.setValue(0)
    assert view.anchor().position == 0


def test_annotating_above_the_window_does_not_move_what_is_read(show, mark, changes):
    view = show(LONG)
    view.reveal(len(LONG) // 2, centred=True)
    place = view.anchor()
    nested = tuple(mark(LONG, (0, 30 - i), id=str(i)) for i in range(6))
    view.apply(changes(added=nested))
    assert view.anchor() == place


def test_going_to_a_span_shows_and_flashes_it(qtbot, show):
    view = show(LONG)
    start = LONG.rindex("دمشق")
    view.go_to(Span(start, start + 4))
    assert view.caret() == start
    place = view.range_rect(start, start + 4)
    assert view.viewport().rect().contains(place.toAlignedRect())
    flashing = picture(view).pixelColor(place.center().toPoint())
    view.flash(Span(start, start + 4), duration=1)
    qtbot.waitUntil(lambda: picture(view).pixelColor(place.center().toPoint()) != flashing)


def test_matches_are_painted_and_the_current_one_differently(show):
    view = show(TEXT)
    starts = [TEXT.index(w) for w in ("وزير", "دمشق", "وفدا")]
    view.set_matches([Span(s, s + 4) for s in starts], 1)
    image = picture(view)
    at = [view.range_rect(s, s + 4) for s in starts]
    colours = [image.pixelColor(int(r.left()) + 1, int(r.center().y())) for r in at]
    assert colours[0] == colours[2] != colours[1]
    view.set_matches([])
    assert picture(view).pixelColor(int(at[0].left()) + 1, int(at[0].center().y())) == QColor(
        view.look.background
    )


def test_chips_can_be_full_dots_or_off(show, mark):
    span = mark(TEXT, "دمشق")
    view = show(TEXT, [span])
    widths = {}
    for mode in ChipMode:
        view.set_chips(mode)
        widths[mode] = [rect.width() for _, rect in view.chip_places()]
    assert widths[ChipMode.OFF] == []
    assert widths[ChipMode.DOTS][0] < widths[ChipMode.FULL][0]


def test_chips_never_cover_one_another(show, mark):
    spans = [mark(TEXT, (i, i + 3 + i % 7), id=str(i)) for i in range(0, 60, 2)]
    view = show(TEXT, spans)
    places = [rect for _, rect in view.chip_places()]
    assert len(places) > 15
    for i, one in enumerate(places):
        assert not any(one.intersects(other) for other in places[i + 1 :])


def test_copy_gives_the_articles_own_characters(show):
    text = "أ\u00a0ب\u200fج\tد\u2028ه 😀"
    view = show(text)
    view.select_all()
    view.copy()
    assert QGuiApplication.clipboard().text() == text


@pytest.mark.parametrize(
    "text",
    ["", "\n\n\n", " ", "\u200f", "😀" * 50, "\u064b\u064b", "ا" * 5000, "\ufffc\u2029\x00",
     "x\n" * 300],
)  # fmt: skip
def test_any_text_can_be_shown_selected_and_marked(show, mark, text):
    spans = [mark(text, (0, len(text)))] if text else []
    view = show(text, spans)
    view.show_invisibles = True
    view.set_style(DARK)
    view.select_all()
    picture(view)
    view.reveal(len(text))
    picture(view)
    assert view.text == text


@settings(max_examples=60, deadline=None)
@given(
    text=st.text(
        alphabet=st.sampled_from(list("ابلا لآ\u064b\u0651\u0640ab1٣😀🇸🇾\u200d،\n")), min_size=1
    ),
    cuts=st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=8),
)
def test_spans_with_edges_inside_graphemes_are_drawn_all_the_same(qapp, mark, labels, text, cuts):
    """Another program's file may hold them."""
    spans = [
        mark(text, (start, min(start + length, len(text))), id=str(i))
        for i, (start, length) in enumerate(cuts)
        if start < len(text)
    ]
    view = ArticleView()
    view.resize(300, 300)
    view.set_article(text, spans, labels, Tokens(text))
    for annotation in spans:
        view.choose(annotation.id)
        view.select(annotation.start, annotation.end)
        view.move_caret(Move.LINE_DOWN)
    view.grab()


def test_thousands_of_nested_spans_are_drawn_without_thousands_of_rows(show, mark):
    spans = [mark(TEXT, (i % 20, 79 - i % 30), id=str(i)) for i in range(3000)]
    view = show(TEXT, spans)
    picture(view)
    _, line, _ = view.line_at(0)
    assert line.height < 300
    assert any(chip.annotation is None and chip.text.startswith("+") for chip in line.chips)


def test_an_error_while_painting_leaves_no_painter_open(show, monkeypatch):
    view = show(TEXT)

    def fail(*_):
        raise RuntimeError("while painting")

    monkeypatch.setattr(view, "_paint", fail)
    with pytest.raises(RuntimeError):
        view.viewport().repaint()
    monkeypatch.undo()
    assert picture(view).pixelColor(1, 1) == QColor(view.look.background)


def test_the_look_can_change_while_shown(show, mark, labels):
    view = show(TEXT, [mark(TEXT, "دمشق")])
    light = picture(view)
    view.set_style(DARK)
    assert picture(view).pixelColor(1, 1) == QColor(DARK.background) != light.pixelColor(1, 1)
    view.set_labels(labels, "en")
    assert view.label_name("actor") == "Actor"
    assert view.label_name("gone") == "gone"


def test_a_tip_names_the_label_and_the_note_and_obeys_no_html_in_them(show, mark):
    span = mark(TEXT, "دمشق", note="<img src='file:///etc/passwd'>\nثم")
    view = show(TEXT, [span])
    tip = view.tip_at(centre(view, span.start + 1, span.start + 2))
    assert "فاعل" in tip
    assert "<img" not in tip
    assert view.tip_at(centre(view, 0, 1)) == ""


def test_dropped_files_are_left_to_the_window(show):
    view = show(TEXT)
    assert not view.acceptDrops()
    assert not view.viewport().acceptDrops()


def test_a_name_too_long_for_a_chip_ends_in_an_ellipsis(labels):
    long = LabelSet((replace(labels["location"], name_en="Event of wide social consequence " * 2),))
    name = Inks(long, ViewStyle(), "en").of("location").name
    assert len(name) <= 40
    assert name.endswith("…")
