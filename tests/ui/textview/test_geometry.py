"""Letters to pixels and back: exact in mixed directions, halves of a ligature, every grapheme."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotator.ui.textview.blocks import LaidBlock
from annotator.ui.textview.geometry import (
    cell,
    edge_x,
    end_x,
    extents,
    letter_at_x,
    position_at_x,
)
from annotator.ui.textview.style import LIGHT, Metrics

MIXED = (
    "أعلن NATO (UN) أن 1,250 جنديا و٣٫٥ مليون من BBC Arabic وصلوا إلى الـUN سلام، "
    "فَلَا لأنّ الله 😀 a\u0301b."
)
FACES = ("Noto Naskh Arabic", "Amiri", "DejaVu Sans")

LETTERS = st.text(
    alphabet=st.sampled_from(
        list("البسمهيوتأإلآلا لا ،.1٢3٣«»()\u064b\u064e\u0651\u0640abfi VA😀\u200c\u200f\u00a0")
    ),
    min_size=1,
    max_size=60,
)


def lay(text: str, *, width: int = 500, face: str = FACES[0], rtl: bool = True) -> LaidBlock:
    style = type(LIGHT)(family=face)
    return LaidBlock(
        text, 0, len(text), rtl=rtl, metrics=Metrics(style, zoom=1.0, dpi=96), width=width
    )


def joined(parts: list[tuple[float, float]]) -> list[tuple[float, float]]:
    out: list[tuple[float, float]] = []
    for left, right in sorted(parts):
        if out and left - out[-1][1] <= 0.6:
            out[-1] = (out[-1][0], max(right, out[-1][1]))
        else:
            out.append((left, right))
    return out


def graphemes(block: LaidBlock, start: int, end: int) -> list[int]:
    starts = []
    while start < end:
        starts.append(start)
        start = block.next_letter(start)
    return starts


def close(one: list[tuple[float, float]], other: list[tuple[float, float]]) -> bool:
    return len(one) == len(other) and all(
        abs(a - b) < 1.0 for x, y in zip(one, other, strict=True) for a, b in zip(x, y, strict=True)
    )


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("rtl", [True, False])
def test_every_range_is_the_union_of_its_letters(qapp, face, rtl):
    block = lay(MIXED, face=face, rtl=rtl)
    for line in block.lines:
        letters = graphemes(block, line.start, line.visible_end)
        for i, start in enumerate(letters):
            for end in [*letters[i + 1 :: 3], line.visible_end]:
                cells = [cell(block, line, g) for g in letters if start <= g < end]
                wide = [(left, right) for left, right in cells if right - left > 0.05]
                assert close(extents(block, line, start, end), joined(wide)), (start, end)


@pytest.mark.parametrize("face", FACES)
def test_a_lam_alef_is_divided_in_the_middle(qapp, face):
    block = lay("سلام", face=face)
    line = block.lines[0]
    (lam,), (alef,), (both,) = (extents(block, line, *span) for span in ((1, 2), (2, 3), (1, 3)))
    assert both == pytest.approx((alef[0], lam[1]))
    assert lam[0] == pytest.approx(alef[1])
    if face == FACES[0]:  # a true ligature there
        assert lam[0] == pytest.approx((both[0] + both[1]) / 2)


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("rtl", [True, False])
@pytest.mark.parametrize("control", ["\u200f", "\u061c", "\u200c", "\u200d", "\u200f\u200d"])
def test_a_control_inside_a_lam_alef_takes_no_room_of_it(qapp, face, rtl, control):
    block = lay(f"س{control}ل{control}آ", face=face, rtl=rtl)
    line = block.lines[0]
    letters = [(at, cell(block, line, at)) for at, c in enumerate(block.text) if c not in control]
    assert all(right - left > 1 for _, (left, right) in letters)
    for (_, (after, _)), (_, (_, before)) in pairwise(letters):  # each begins where one ends
        assert before == pytest.approx(after, abs=1)
    assert all(position_at_x(block, line, right - 0.5) == at for at, (_, right) in letters)


@pytest.mark.parametrize("text", ["لَا", "لًا ب", "ملأّ", "بِلَا"])
def test_marks_stay_with_their_half_of_a_ligature(qapp, text):
    block = lay(text)
    line = block.lines[0]
    starts = graphemes(block, 0, len(text))
    cells = [cell(block, line, start) for start in starts if not text[start].isspace()]
    assert all(right - left > 1 for left, right in cells)
    assert cells == sorted(cells, reverse=True)


def test_no_letter_of_the_divine_name_is_without_width(qapp):
    block = lay("الله")
    widths = [right - left for left, right in (cell(block, block.lines[0], i) for i in range(4))]
    assert min(widths) > 1


def test_a_number_in_arabic_is_one_box_in_its_own_direction(qapp):
    text = "نحو 1,250 جنديا"
    block = lay(text)
    (number,) = extents(block, block.lines[0], 4, 9)
    (word,) = extents(block, block.lines[0], 0, 3)
    assert number[1] < word[0]
    digits = [cell(block, block.lines[0], i)[0] for i in range(4, 9)]
    assert digits == sorted(digits)


def test_part_of_mixed_text_can_be_two_boxes(qapp):
    text = "قال BBC Arabic هنا"
    block = lay(text)
    assert len(extents(block, block.lines[0], 0, 7)) == 2


def test_an_edge_at_one_latin_letter_is_no_ligature(qapp):
    text = "الـA ب"
    block = lay(text)
    (arabic,) = extents(block, block.lines[0], 0, 3)
    (latin,) = extents(block, block.lines[0], 3, 4)
    assert latin[1] <= arabic[0] + 0.6


def test_the_blank_at_a_line_break_is_not_painted(qapp):
    text = "كلمة " * 60
    block = lay(text, width=300)
    assert len(block.lines) > 2
    for line in block.lines:
        for left, right in extents(block, line, 0, len(text)):
            assert left > -0.6
            assert right < 300.6


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("rtl", [True, False])
def test_a_click_in_the_middle_of_a_letter_finds_it(qapp, face, rtl):
    block = lay(MIXED, face=face, rtl=rtl)
    for line in block.lines:
        for start in graphemes(block, line.start, line.visible_end):
            left, right = cell(block, line, start)
            if right - left < 0.5:
                continue
            assert letter_at_x(block, line, (left + right) / 2) == start


@settings(max_examples=150, deadline=None)
@given(text=LETTERS, rtl=st.booleans(), face=st.sampled_from(FACES))
@example(text="ل\u200fآ", rtl=False, face="DejaVu Sans")
@example(text="آ \u200f\u064b", rtl=False, face="DejaVu Sans")  # a mark behind a control
@example(text="11\u200f\u064b", rtl=True, face="Noto Naskh Arabic")
@example(text="آ\u064b\u200f\u0651", rtl=True, face="Noto Naskh Arabic")
@example(text="آ\u064b\u200f\u0651", rtl=False, face="Noto Naskh Arabic")
def test_near_the_start_of_a_letter_the_caret_goes_before_it_near_its_end_after(
    qapp, text, rtl, face
):
    block = lay(text, rtl=rtl, face=face)
    for line in block.lines:
        for start in graphemes(block, line.start, line.visible_end):
            after = block.next_letter(start)
            lead, trail = edge_x(block, line, start), end_x(block, line, after)
            if abs(lead - trail) < 2:
                continue
            nudge = (trail - lead) * 0.2
            assert position_at_x(block, line, lead + nudge) == start
            assert position_at_x(block, line, trail - nudge) == min(after, line.visible_end)


@settings(max_examples=150, deadline=None)
@given(text=LETTERS, data=st.data(), face=st.sampled_from(FACES))
def test_two_parts_of_a_range_cover_exactly_the_range(qapp, text, data, face):
    block = lay(text, face=face)
    line = data.draw(st.sampled_from(block.lines))
    edges = [*graphemes(block, line.start, line.visible_end), line.visible_end]
    start, middle, end = sorted(data.draw(st.sampled_from(edges)) for _ in range(3))
    whole = extents(block, line, start, end)
    parts = extents(block, line, start, middle) + extents(block, line, middle, end)
    assert close(joined(whole), joined(parts))


def test_beside_the_line_a_click_goes_to_its_ends(qapp):
    text = "قال إن"
    block = lay(text)
    assert position_at_x(block, block.lines[0], 10_000) == 0
    assert position_at_x(block, block.lines[0], -10) == len(text)
    assert letter_at_x(block, block.lines[0], -10) is None


def test_an_empty_block_has_one_line_and_a_caret(qapp):
    block = lay("")
    assert len(block.lines) == 1
    assert edge_x(block, block.lines[0], 0) == pytest.approx(500, abs=1)


def test_odd_characters_keep_every_position(qapp):
    text = "أ\tب\u2028ج\u2029د\x00ه\ufffcو\x85ز"
    block = lay(text)
    assert block.lines[-1].end == len(text)
    for line in block.lines:
        for start in graphemes(block, line.start, line.visible_end):
            if block.text[start].isalpha():
                left, right = cell(block, line, start)
                assert letter_at_x(block, line, (left + right) / 2) == start
