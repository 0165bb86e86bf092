"""Segments of an analysis at their places in the written word."""

import itertools

import pytest
from awkward_text import TEXTS
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.segments import segment_starts


def cut(word: str, analysis: str) -> str | None:
    segments = analysis.split("_")
    starts = segment_starts(word, segments)
    if starts is None:
        return None
    return "|".join(word[a:b] for a, b in zip(starts, [*starts[1:], len(word)], strict=True))


@pytest.mark.parametrize(
    ("analysis", "pieces"),
    [
        ("و+_ب+_ال+_حسكة", "و|ب|ال|حسكة"),
        ("ل+_ال+_حسكة", "ل|ل|حسكة"),
        ("مدينة_+ها", "مدينت|ها"),
        ("مَدِينَة_+هُم", "مدينت|هم"),
        ("رمى_+ه", "رما|ه"),
        ("وَ+_دِمَشق", "وَ|دِمَشق"),
        ("وَ+_دِمَشق", "وَـ|دِمَـشق"),
        ("بِ+_أبناء_+هِ", "ب|أبنائ|ه"),
        ("ل+_ال+_لغة", "ل||لغة"),
        ("و+_الآن", "و|ﺍﻵﻥ"),
    ],
)
def test_each_segment_starts_at_its_own_first_letter(analysis: str, pieces: str) -> None:
    assert cut(pieces.replace("|", ""), analysis) == pieces


@pytest.mark.parametrize(
    ("word", "analysis"),
    [("دمشق", "ب+_دمشق"), ("وبيروت", "و+_طرابلس"), ("قال", "قالوا"), ("3.5", "و+_3")],
)
def test_an_analysis_of_other_letters_is_refused(word: str, analysis: str) -> None:
    assert cut(word, analysis) is None


@given(TEXTS, st.lists(st.integers(0, 40), max_size=3))
def test_the_pieces_of_a_word_are_found_in_it(text: str, cuts: list[int]) -> None:
    for word in text.split():
        edges = sorted({0, len(word), *(at for at in cuts if at < len(word))})
        pieces = [word[a:b] for a, b in itertools.pairwise(edges)]
        starts = segment_starts(word, pieces)
        assert starts is None or starts == sorted(starts)
        assert starts is None or all(0 <= at <= len(word) for at in starts)
