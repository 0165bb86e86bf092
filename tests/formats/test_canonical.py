"""The one change at import: line breaks, BOM, lone surrogates, and where every position went."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.canonical import canonicalise

AWKWARD = st.text(
    st.sampled_from("\r\n\u2028\u2029\x85\ud83d\udc4d\ufeffسج\u064e\u200f🙂 "), max_size=30
)


def test_every_line_break_becomes_one_newline() -> None:
    canonical = canonicalise("a\r\nb\rc\u2028d\u2029e\x85f\ng")
    assert canonical.text == "a\nb\nc\nd\ne\nf\ng"
    assert canonical.line_breaks == 5


def test_only_the_first_bom_is_left_out() -> None:
    canonical = canonicalise("\ufeffa\ufeffb")
    assert (canonical.text, canonical.bom) == ("a\ufeffb", True)


def test_lone_surrogates_are_left_out_and_counted() -> None:
    canonical = canonicalise("a\ud83db\udc4dc")
    assert (canonical.text, canonical.surrogates) == ("abc", 2)


def test_nothing_else_is_touched() -> None:
    text = 'لـ"قسد"\u00a0\u200f\u200cﻻ ﷺ أَنّهم \u0653\t\x0b\x0c\x1c🙂'
    canonical = canonicalise(text)
    assert canonical.text is text
    assert not canonical.changed


@given(AWKWARD)
def test_each_kept_character_is_found_where_its_position_went(text: str) -> None:
    canonical = canonicalise(text)
    assert canonical.position(0) == 0
    assert canonical.position(len(text)) == len(canonical.text)
    for old, character in enumerate(text):
        new = canonical.position(old)
        assert 0 <= canonical.position(old + 1) - new <= 1
        if canonical.position(old + 1) > new:
            kept = canonical.text[new]
            assert kept == character or (kept == "\n" and character in "\r\n\u2028\u2029\x85")


@given(AWKWARD)
def test_a_canonical_text_stays_as_it_is_but_for_a_bom_that_came_first(text: str) -> None:
    once = canonicalise(text).text
    assert canonicalise(once).text == once.removeprefix("\ufeff")
