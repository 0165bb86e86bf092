"""Cutting a text into blocks, and the running sum of their heights."""

from __future__ import annotations

from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.graphemes import is_boundary
from annotator.ui.textview.heights import Heights
from annotator.ui.textview.paragraphs import LONGEST, Blocks


def texts(blocks: Blocks, text: str) -> list[str]:
    return [text[a:b] for a, b in zip(blocks.starts, blocks.ends, strict=True)]


def test_every_line_is_a_paragraph():
    text = "سطر\n\nثان\n"
    blocks = Blocks(text)
    assert texts(blocks, text) == ["سطر", "", "ثان", ""]
    assert [blocks.at(p) for p in range(len(text) + 1)] == [0, 0, 0, 0, 1, 2, 2, 2, 2, 3]
    assert all(blocks.opens_paragraph(i) and blocks.closes_paragraph(i) for i in range(4))


def test_an_empty_text_is_one_empty_block():
    assert len(Blocks("")) == 1


@pytest.mark.parametrize(
    "unit", ["جملة قصيرة هنا. ", "كلمة ", "حرف", "بَّ", "😀", "a. ", "\u200c", "\u064b"]
)
def test_a_long_paragraph_is_cut_at_sentences_spaces_or_letters(unit):
    text = unit * (5 * LONGEST // len(unit))
    blocks = Blocks(text)
    assert "".join(texts(blocks, text)) == text
    assert len(blocks) > 4
    assert max(b - a for a, b in zip(blocks.starts, blocks.ends, strict=True)) <= LONGEST
    if unit != "\u064b":
        assert all(is_boundary(text, start) for start in blocks.starts)
    if ". " in unit:
        assert all(text[end - 2 : end] == ". " for end in blocks.ends[:-1])
    assert blocks.paragraph(3) == (0, len(text))
    assert [blocks.opens_paragraph(i) for i in (0, 1)] == [True, False]
    assert blocks.closes_paragraph(len(blocks) - 1)


def test_direction_is_the_paragraphs_even_in_its_later_blocks():
    english = "word " * 1000
    text = "عربي " + english + "\n" + english + "\n12 - 5"
    blocks = Blocks(text)
    last = len(blocks) - 1
    assert blocks.is_rtl(0)
    assert blocks.is_rtl(blocks.at(3000))
    assert not blocks.is_rtl(blocks.at(len(text) - 100))
    assert blocks.is_rtl(last)


@given(
    heights=st.lists(st.integers(0, 300), min_size=1, max_size=60),
    changes=st.lists(st.tuples(st.integers(0, 59), st.integers(0, 300)), max_size=20),
)
def test_heights_sum_and_search_as_a_plain_list_would(heights, changes):
    tree = Heights(heights)
    for number, height in changes:
        number %= len(heights)
        heights[number] = height
        tree.set(number, height)
    tops = [0, *accumulate(heights)]
    assert [tree.top(i) for i in range(len(heights) + 1)] == tops
    assert tree.total == sum(heights)
    for number, (top, bottom) in enumerate(pairwise(tops)):
        for y in {top, (top + bottom) // 2, bottom - 1}:
            if top <= y < bottom:
                assert tree.at(y) == number
    assert tree.at(sum(heights) + 10) == len(heights) - 1
