"""Pieces of a word keep the forms that its letters have in it."""

from __future__ import annotations

import pytest

from annotator.arabic.joining import are_joined, pieces_joined

J = "\u200d"


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("ال", "سجن", True),
        ("وب", "السجن", True),
        ("بِ", "سجن", True),  # the mark is the letter's
        ("لـ", "سجن", True),  # a tatweel
        ("و", "سجن", False),
        ("ا", "لسجن", False),
        ("شي", "ء", False),  # a hamza joins nothing
        ("في ", "سجن", False),
        ("", "سجن", False),
        ("سجن", "", False),
        ("سجن", "، ثم", False),
        ("سجن", "\u064bا", False),  # no edge stands before a mark
        ("COVID", "سجن", False),
        ("الـ", "27", False),
    ],
)
def test_letters_join_as_they_are_written(before: str, after: str, joined: bool) -> None:
    assert are_joined(before, after) is joined


def test_a_joiner_stands_on_both_sides_of_an_edge_inside_a_word_alone() -> None:
    assert pieces_joined("دخل ال", "سجن", "ين") == [f"دخل ال{J}", f"{J}سجن{J}", f"{J}ين"]
    assert pieces_joined("إلى ", "دار", "ه.") == ["إلى ", "دار", "ه."]
