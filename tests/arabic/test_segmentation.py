"""Where words fall into clitics and base, in code points of the word as it is written."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.enclitics import FrequencyEnclitics
from annotator.arabic.proclitics import FrequencyProclitics
from annotator.arabic.segmentation import HEURISTIC, CliticSegmenter

COUNTS = {"مدينه": 5, "قوات": 3, "كتاب": 4, "مستوي": 2, "نشرت": 1, "دراسه": 1, "وزير": 2}
COUNTED = CliticSegmenter(FrequencyProclitics(COUNTS), FrequencyEnclitics(COUNTS))


@pytest.mark.parametrize(
    ("word", "segments"),
    [
        ("وبالحسكة", "و ب الحسكة"),
        ("وَبِالحسكة", "وَ بِ الحسكة"),
        ("للمدينة", "ل لمدينة"),
        ("لمدينتها", "ل مدينت ها"),
        ("قوّاتُهُم", "قوّاتُ هُم"),
        ("كتابه", "كتاب ه"),
        ("مستواها", "مستوا ها"),
        ("وعليهما", "و علي هما"),
        ("له", "ل ه"),
        ("بيننا", "بين نا"),
        # no clitic of these is one
        ("مدينة", "مدينة"),
        ("مدينةً", "مدينةً"),
        ("اتجاهاً", "اتجاهاً"),
        ("اتجاها", "اتجاها"),
        ("تفاهم", "تفاهم"),
        ("المتهم", "المتهم"),
        ("انطلقنا", "انطلقنا"),
        ("بيروت", "بيروت"),
        ("COVID", "COVID"),
        ("«", "«"),
        ("و3", "و 3"),
    ],
)
def test_a_word_falls_into_its_segments(word: str, segments: str) -> None:
    cuts = [0, *COUNTED.cuts(word), len(word)]
    assert [word[a:b] for a, b in pairwise(cuts)] == segments.split()


@given(st.text(st.sampled_from("وبلكسفهامنتة\u064e\u0651ـ\u200fﻻ3a"), max_size=9))
def test_cuts_are_inside_the_word_and_in_order(word: str) -> None:
    for segmenter in (COUNTED, HEURISTIC):
        cuts = list(segmenter.cuts(word))
        assert cuts == sorted(set(cuts))
        assert all(0 < at < len(word) for at in cuts)
