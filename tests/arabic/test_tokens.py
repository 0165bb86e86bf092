"""Tokens: camel-tools' own, at their places."""

import subprocess
import sys

import pytest
from awkward_text import TEXTS
from camel_tools.tokenizers.word import simple_word_tokenize
from camel_tools.utils.charsets import EMOJI_ALL_CHARSET
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.token_rules import TokenRules
from annotator.arabic.tokens import Tokens, token_count, token_ranges
from annotator.core.span import Span

EMOJI_PARTS = [
    *"a1#*ب ،.☝⛹😀👍🏴👨👩👧❤🔥♂🏽🏻🇸🇾🇺©ℹ",
    *"\u200d\u200d\ufe0f\ufe0f\u20e3\U000e0067\U000e0062\U000e007f",
]


def tokens(text: str) -> list[str]:
    return token_ranges(text).texts(text)


def test_every_code_point_is_cut_as_camel_tools_cuts_it() -> None:
    wrong = []
    for first in range(0, 0x110000, 16):
        text = "".join(
            f"ب{chr(code)}x {chr(code)}{chr(code)} " for code in range(first, first + 16)
        )
        if tokens(text) != simple_word_tokenize(text):
            wrong.append(f"{first:X}")
    assert wrong == []


def test_every_emoji_is_cut_as_camel_tools_cuts_it() -> None:
    for emoji in sorted(EMOJI_ALL_CHARSET):
        text = f"{emoji} ب{emoji}ب {emoji}{emoji} {emoji}\ufe0f {emoji}\u200d{emoji} {emoji[1:]}"
        assert tokens(text) == simple_word_tokenize(text)


@given(TEXTS)
def test_tokens_are_those_of_camel_tools(text: str) -> None:
    assert tokens(text) == simple_word_tokenize(text)


@given(st.text())
def test_tokens_of_any_string_are_those_of_camel_tools(text: str) -> None:
    assert tokens(text) == simple_word_tokenize(text)


@given(st.lists(st.sampled_from(EMOJI_PARTS), max_size=12).map("".join))
def test_broken_and_joined_emoji_are_cut_as_camel_tools_cuts_them(text: str) -> None:
    assert tokens(text) == simple_word_tokenize(text)


def test_the_quirks_of_camel_tools_are_kept() -> None:
    assert tokens("3.5") == ["3", ".", "5"]
    assert tokens("الـ27") == ["الـ27"]
    assert tokens('لـ"قسد"،') == ["لـ", '"', "قسد", '"', "،"]
    assert tokens("\u200fقال\u200c") == ["\u200fقال\u200c"]
    assert tokens("👩‍👩‍👧🇸🇾") == ["👩‍👩‍👧", "🇸🇾"]


def test_the_module_imports_neither_camel_tools_nor_the_emoji() -> None:
    code = (
        "import sys; from annotator.arabic.tokens import token_ranges; token_ranges('نص');"
        "print([m for m in sys.modules if m.startswith(('camel', 'emoji', 'regex'))"
        " or m.endswith('_emoji')])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


TEXT = "  قال: «نعم» 😀\u200f "  # tokens at 2-5 5-6 7-8 8-11 11-12 13-14 14-15


def test_a_token_is_found_at_a_place_and_near_it() -> None:
    cut = Tokens(TEXT)
    t = list(cut)
    assert t == [Span(*span) for span in token_ranges(TEXT)]
    found = [cut.at(p) for p in (0, 1, 2, 4, 5, 6, 7, 99)]
    assert found == [None, None, t[0], t[0], t[1], None, t[2], None]
    found = [cut.near(p) for p in (0, 2, 5, 6, 7, 12, 99)]
    assert found == [t[0], t[0], t[1], t[1], t[2], t[4], t[-1]]
    assert Tokens(" \n").near(0) is None


def test_a_span_is_widened_to_whole_tokens() -> None:
    cut = Tokens(TEXT)
    assert cut.snap(3, 4) == Span(2, 5)
    assert cut.snap(0, 9) == Span(2, 11)
    assert cut.snap(5, 6) == Span(5, 6)
    assert cut.within(4, 8) == [Span(2, 5), Span(5, 6), Span(7, 8)]
    assert cut.snap(0, 2) is None
    assert cut.snap(4, 4) is None
    assert cut.within(6, 7) == []


@pytest.mark.parametrize("number", ["5,8", "٥٫٨", "1,250.5", "12%", "٪٥٠", "و3.5"])
def test_a_number_is_one_under_the_hand(number: str) -> None:
    text = f"بقوة {number} درجات"
    whole = Span(5, 5 + len(number))
    assert [Tokens(text).at(place) for place in range(whole.start, whole.end)] == [whole] * len(
        number
    )
    assert len(Tokens(text)) == 3
    assert len(token_ranges(text)) > 3  # camel-tools cuts it


def test_words_are_told_from_punctuation_and_emoji() -> None:
    cut = Tokens(TEXT)
    assert [cut.is_word(token) for token in cut] == [
        True,
        False,
        False,
        True,
        False,
        False,
        False,
    ]


@given(TEXTS | st.text(), st.integers(1, 9), st.integers(-2, 60), st.integers(-2, 60))
def test_a_text_cut_a_stretch_at_a_time_has_the_same_tokens(
    text: str, stretch: int, start: int, end: int
) -> None:
    whole = [Span(*span) for span in TokenRules(numbers=True).tokens(text)]
    touched = [s for s in whole if s.start < end and start < s.end and start < end]
    assert Tokens(text, stretch=stretch).within(start, end) == touched
    assert Tokens(text, stretch=stretch).before(end) == next(
        (s for s in reversed(whole) if s.start < end), None
    )
    assert Tokens(text, stretch=stretch).after(start) == next(
        (s for s in whole if s.end > start), None
    )
    assert Tokens(text, stretch=stretch).number(end) == sum(s.start < end for s in whole)
    assert list(Tokens(text, stretch=stretch)) == whole
    assert len(Tokens(text, stretch=stretch)) == len(whole)
    assert token_count(text) == len(token_ranges(text))


def test_joined_emoji_slow_down_their_own_word_only_and_change_no_other() -> None:
    text = "قال👩‍👩‍👧 في\u00a0❤️ 3.5، ثم 🇸🇾" + " كلمة" * 5
    assert tokens(text) == simple_word_tokenize(text)


@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_snapping_covers_what_was_asked_and_holds_no_space_at_its_edges(
    text: str, start: int, end: int
) -> None:
    span = Tokens(text).snap(start, end)
    if span is None:
        assert not text[start:end].strip()
        return
    assert span.of(text) == span.of(text).strip()
    assert Tokens(text).snap(span.start, span.end) == span
    visible = [p for p in range(start, min(end, len(text))) if not text[p].isspace()]
    assert all(span.holds(p) for p in visible)
