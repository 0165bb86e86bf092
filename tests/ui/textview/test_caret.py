"""The caret by keyboard: by token, letter, sentence, line, paragraph, page; in both scripts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from annotator.arabic.graphemes import is_boundary
from annotator.arabic.tokens import Tokens
from annotator.core.labels import LabelSet
from annotator.core.span import Span
from annotator.ui.textview.view import ArticleView

SHIFT, ALT, CTRL = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)
LEFT, RIGHT = Qt.Key.Key_Left, Qt.Key.Key_Right
PLAIN = "وصل الوفد إلى دمشق، ثم غادر."
MIXED = "من شركة BBC Arabic في 12 مايو"


def words_met(qtbot, view, key, steps, modifier=Qt.KeyboardModifier.NoModifier):
    met = []
    for _ in range(steps):
        qtbot.keyClick(view, key, modifier)
        token = view.tokens.at(view.caret())
        met.append(None if token is None else view.tokens.text(token))
    return met


def selected(view) -> str:
    span = view.selection()
    return "" if span is None else span.of(view.text)


def test_left_goes_forward_in_arabic_by_word(qtbot, show):
    view = show(PLAIN)
    assert view.caret() == 0
    assert words_met(qtbot, view, LEFT, 5) == ["الوفد", "إلى", "دمشق", "ثم", "غادر"]
    assert words_met(qtbot, view, RIGHT, 2) == ["ثم", "دمشق"]


def test_a_word_at_a_time_crosses_paragraphs_and_empty_lines(qtbot, show):
    view = show("وصل الوفد\n\nبيروت – «الميزان»\nدمشق")
    assert words_met(qtbot, view, LEFT, 4) == ["الوفد", "بيروت", "الميزان", "دمشق"]
    assert words_met(qtbot, view, RIGHT, 4) == ["الميزان", "بيروت", "الوفد", "وصل"]


def test_right_goes_forward_in_english(qtbot, show):
    view = show("The UN said so")
    assert words_met(qtbot, view, RIGHT, 3) == ["UN", "said", "so"]
    assert words_met(qtbot, view, LEFT, 1) == ["said"]


def test_without_shift_tokens_are_met_in_the_order_seen(qtbot, show):
    view = show(MIXED)
    assert words_met(qtbot, view, LEFT, 6) == ["شركة", "Arabic", "BBC", "في", "12", "مايو"]
    assert words_met(qtbot, view, RIGHT, 5) == ["12", "في", "BBC", "Arabic", "شركة"]


def test_with_shift_tokens_are_taken_in_the_order_read(qtbot, show):
    view = show(MIXED)
    view.place_caret(MIXED.index("شركة"))
    taken = []
    for _ in range(3):
        qtbot.keyClick(view, LEFT, SHIFT)
        taken.append(selected(view))
    assert taken == ["شركة", "شركة BBC", "شركة BBC Arabic"]
    qtbot.keyClick(view, RIGHT, SHIFT)
    assert selected(view) == "شركة BBC"


def test_from_inside_a_word_shift_takes_the_whole_word(qtbot, show):
    view = show(PLAIN)
    view.place_caret(PLAIN.index("الوفد") + 2)
    qtbot.keyClick(view, LEFT, SHIFT)
    assert selected(view) == "الوفد"
    view.place_caret(PLAIN.index("الوفد") + 2)
    qtbot.keyClick(view, RIGHT, SHIFT)
    assert selected(view) == "الوفد"


def test_shrinking_past_the_anchor_first_gives_the_selection_up(qtbot, show):
    view = show(PLAIN)
    view.place_caret(PLAIN.index("إلى"))
    qtbot.keyClick(view, LEFT, SHIFT)
    qtbot.keyClick(view, RIGHT, SHIFT)
    assert view.selection() is None
    qtbot.keyClick(view, RIGHT, SHIFT)
    assert selected(view).strip() == "الوفد"


@settings(max_examples=80, deadline=None)
@given(steps=st.lists(st.booleans(), min_size=1, max_size=12), at=st.integers(0, len(MIXED)))
def test_selecting_by_token_never_cuts_a_token_and_keeps_no_blank_at_the_edges(qapp, steps, at):
    view = ArticleView()
    view.set_article(MIXED, [], LabelSet(()), Tokens(MIXED))
    view.place_caret(at)
    keys = {True: "TOKEN_LEFT", False: "TOKEN_RIGHT"}
    from annotator.ui.textview.caret import Move

    for left in steps:
        view.move_caret(Move[keys[left]], select=True)
        span = view.selection()
        if span is not None:
            assert view.tokens.snap(span.start, span.end) == span


def test_alt_moves_by_grapheme(qtbot, show):
    text = "سَلامٌ 😀 نعم"
    view = show(text)
    stops = [0]
    for _ in range(8):
        qtbot.keyClick(view, LEFT, ALT)
        stops.append(view.caret())
    assert stops == [0, 2, 3, 4, 6, 7, 8, 9, 10]
    qtbot.keyClick(view, RIGHT, ALT)
    assert view.caret() == 9


def test_alt_shift_selects_letters(qtbot, show):
    view = show("الحسكة")
    qtbot.keyClick(view, LEFT, ALT)
    for _ in range(3):
        qtbot.keyClick(view, LEFT, ALT | SHIFT)
    assert selected(view) == "لحس"


def test_a_letter_at_a_time_crosses_paragraphs_and_cuts(qtbot, show):
    text = "أب\nجد\n" + "كلمة " * 700
    view = show(text)
    stops = []
    for _ in range(6):
        qtbot.keyClick(view, LEFT, ALT)
        stops.append(view.caret())
    assert stops == [1, 2, 3, 4, 5, 6]
    cut = view._blocks.starts[3]
    view.place_caret(cut - 2)
    qtbot.keyClick(view, LEFT, ALT)
    qtbot.keyClick(view, LEFT, ALT)
    assert view.caret() == cut + 1
    qtbot.keyClick(view, RIGHT, ALT)
    qtbot.keyClick(view, RIGHT, ALT)
    assert view.caret() == cut - 2


def test_ctrl_moves_and_selects_by_sentence(qtbot, show):
    text = "وصل الوفد. غادر الوفد؟ عاد."
    view = show(text)
    qtbot.keyClick(view, LEFT, CTRL)
    assert view.caret() == text.index("غادر")
    qtbot.keyClick(view, LEFT, CTRL)
    assert view.caret() == text.index("عاد")
    qtbot.keyClick(view, RIGHT, CTRL)
    assert view.caret() == text.index("غادر")
    qtbot.keyClick(view, LEFT, CTRL | SHIFT)
    assert selected(view).strip() == "غادر الوفد؟"


def test_home_and_end_are_of_the_line_seen(qtbot, show):
    text = "كلمة " * 80
    view = show(text.strip())
    view.place_caret(120)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    start = view.caret()
    qtbot.keyClick(view, Qt.Key.Key_End)
    end = view.caret()
    assert start <= 120 <= end
    assert text[end] == " "
    line = view.range_rect(start, end)
    assert line.height() == view.range_rect(120, 121).height()
    qtbot.keyClick(view, Qt.Key.Key_End, CTRL)
    assert view.caret() == len(text.strip())
    qtbot.keyClick(view, Qt.Key.Key_Home, CTRL)
    assert view.caret() == 0


def test_up_and_down_keep_to_their_column(qtbot, show):
    text = "كلمات كثيرة في سطور " * 30 + "\nقصير\n" + "كلمات كثيرة في سطور " * 30
    view = show(text)
    view.place_caret(30)
    x = view.caret_place().rect.x()
    for _ in range(13):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.caret() > text.index("قصير") + 5
    assert abs(view.caret_place().rect.x() - x) < 20
    for _ in range(13):
        qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.caret() == 30


def test_pages_go_there_and_back(qtbot, show):
    view = show("\n".join(f"سطر {i}" for i in range(200)))
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
    far = view.caret()
    assert far > 100
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.caret() == 0
    for _ in range(60):
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.caret() == len(view.text)


def test_alt_up_and_down_go_by_paragraph(qtbot, show):
    view = show("أولى هنا\nثانية هنا\nثالثة")
    qtbot.keyClick(view, Qt.Key.Key_Down, ALT)
    assert view.caret() == 9
    qtbot.keyClick(view, LEFT)
    qtbot.keyClick(view, Qt.Key.Key_Up, ALT)
    assert view.caret() == 9
    qtbot.keyClick(view, Qt.Key.Key_Up, ALT)
    assert view.caret() == 0


def test_words_alone_are_stops_but_selecting_stops_at_each_mark(qtbot, show):
    view = show("نسبة كبيرة! فقط")
    assert words_met(qtbot, view, LEFT, 2) == ["كبيرة", "فقط"]
    view.place_caret(5)
    qtbot.keyClick(view, LEFT, SHIFT)
    qtbot.keyClick(view, LEFT, SHIFT)
    assert selected(view) == "كبيرة!"


def test_a_number_is_one_stop(qtbot, show):
    view = show("قوة 5,8 بنسبة ٣٫٥٪ فقط")
    assert words_met(qtbot, view, LEFT, 4) == ["5,8", "بنسبة", "٣٫٥٪", "فقط"]
    view.place_caret(4)
    qtbot.keyClick(view, LEFT, SHIFT)
    assert selected(view) == "5,8"


@pytest.mark.parametrize("key", [LEFT, RIGHT, Qt.Key.Key_Up, Qt.Key.Key_Down])
@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, ALT, CTRL, SHIFT])
@pytest.mark.parametrize("text", ["", "\n", "  ", "،", "\n\nكلمة\n\n", "a\nب"])
def test_no_key_leaves_the_text(qtbot, show, text, key, modifier):
    view = show(text)
    for _ in range(6):
        qtbot.keyClick(view, key, modifier)
        assert 0 <= view.caret() <= len(text)


@settings(max_examples=60, deadline=None)
@given(
    text=st.text(alphabet=st.sampled_from(list("اب لتA1٣،. \n\u064e😀\u200f")), max_size=40),
    lefts=st.lists(st.booleans(), max_size=15),
)
def test_moving_by_letter_stays_on_whole_letters(qapp, text, lefts):
    from annotator.ui.textview.caret import Move

    view = ArticleView()
    view.set_article(text, [], LabelSet(()), Tokens(text))
    for left in lefts:
        view.move_caret(Move.LETTER_LEFT if left else Move.LETTER_RIGHT)
        assert is_boundary(text, view.caret())


@settings(max_examples=60, deadline=None)
@given(words=st.lists(st.sampled_from(["كلمة", "في", "BBC", "a", "12", "،", "٣"]), max_size=12))
def test_left_again_and_again_reaches_every_word_once(qapp, words):
    from annotator.ui.textview.caret import Move

    text = "بدء " + " ".join(words)
    view = ArticleView()
    view.resize(400, 300)
    tokens = Tokens(text)
    view.set_article(text, [], LabelSet(()), tokens)
    met = [view.caret()]
    while view.caret() < len(text) and len(met) < 50:
        view.move_caret(Move.TOKEN_LEFT)
        met.append(view.caret())
    expected = {token.start for token in tokens if tokens.is_word(token)}
    assert expected <= set(met)
    assert len(met) == len(set(met))


def test_escape_gives_up_the_selection_and_other_keys_are_the_windows(qtbot, show):
    view = show(PLAIN)
    view.select(0, 4)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.selection() is None
    qtbot.keyClick(view, Qt.Key.Key_1)
    assert view.selection() is None


def test_signals_come_once_and_only_for_what_changed(qtbot, show):
    view = show(PLAIN)
    carets, selections = [], []
    view.caret_moved.connect(lambda: carets.append(view.caret()))
    view.selection_changed.connect(lambda: selections.append(view.selection()))
    qtbot.keyClick(view, LEFT)
    assert (len(carets), len(selections)) == (1, 0)
    qtbot.keyClick(view, LEFT, SHIFT)
    assert selections == [Span(4, 9)]
    view.clear_selection()
    assert selections[-1] is None
    assert len(carets) == 2
