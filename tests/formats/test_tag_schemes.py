"""Tags of every scheme made into spans, and what of them was out of order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.tag_schemes import Evidence, Scheme, TaggedSpan, spans_of

Spans = list[tuple[int, int, str]]


def scheme_of(*sentences: str) -> Scheme | None:
    evidence = Evidence()
    for sentence in sentences:
        evidence.add(sentence.split())
    return evidence.scheme


@pytest.mark.parametrize(
    ("sentences", "scheme"),
    [
        (["O O", "O"], None),
        (["B-x I-x O B-y B-y"], Scheme.IOB2),
        (["B-x I-x O B-y", "O I-x"], Scheme.IOB2),  # one orphan makes no IOB1
        (["I-x I-x O I-y B-y", "I-y"], Scheme.IOB1),
        (["I-x I-x O I-y"], Scheme.IO),
        (["x x O مكان"], Scheme.IO),
        (["B-x E-x O S-y"], Scheme.BIOES),
        (["B-x I-x L-x O U-y"], Scheme.BILOU),
        (["B-x M-x E-x O W-y"], Scheme.BMEWO),
    ],
)
def test_the_scheme_is_told_by_all_tags_of_a_file(
    sentences: list[str], scheme: Scheme | None
) -> None:
    assert scheme_of(*sentences) is scheme


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ("B-x I-x O B-x B-x", [(0, 2, "x"), (3, 4, "x"), (4, 5, "x")]),
        ("I-x I-x I-y B-y O", [(0, 2, "x"), (2, 3, "y"), (3, 4, "y")]),
        ("x x O y", [(0, 2, "x"), (3, 4, "y")]),
        ("B-x I-x E-x S-x S-x", [(0, 3, "x"), (3, 4, "x"), (4, 5, "x")]),
        ("B-x L-x U-x O", [(0, 2, "x"), (2, 3, "x")]),
        ("B-a-b I-a-b B-O", [(0, 2, "a-b"), (2, 3, "O")]),
    ],
)
def test_spans_begin_and_end_as_the_scheme_says(tags: str, spans: Spans) -> None:
    column = tags.split()
    found, mended = spans_of(column, scheme_of(tags))
    assert [tuple(span) for span in found] == spans
    assert mended == []


@pytest.mark.parametrize(
    ("scheme", "tags", "mended"),
    [
        (Scheme.IOB2, "I-x I-x O B-x I-y", [(0, "I-x", "B-x"), (4, "I-y", "B-y")]),
        (Scheme.IOB1, "I-x I-x O B-x I-y", []),
        (Scheme.BIOES, "I-x E-x O E-x", [(0, "I-x", "B-x"), (3, "E-x", "S-x")]),
        (Scheme.BIOES, "B-x O B-x I-x", [(0, "B-x", "S-x"), (3, "I-x", "E-x")]),
        (Scheme.BILOU, "L-x B-x", [(0, "L-x", "U-x"), (1, "B-x", "U-x")]),
        (Scheme.BMEWO, "E-x B-x M-x", [(0, "E-x", "W-x"), (2, "M-x", "E-x")]),
    ],
)
def test_tags_out_of_order_are_named_with_what_they_were_read_as(
    scheme: Scheme, tags: str, mended: list[tuple[int, str, str]]
) -> None:
    assert [tuple(one) for one in spans_of(tags.split(), scheme)[1]] == mended


def written(scheme: Scheme, spans: list[TaggedSpan], count: int) -> list[str]:
    """The tags of spans that do not overlap, the long way round."""
    tags = ["O"] * count
    for number, (first, last, label) in enumerate(spans):
        before = spans[number - 1] if number else None
        touching = before is not None and before.last == first and before.label == label
        for index in range(first, last):
            prefix = "B" if index == first else "I"
            if scheme is Scheme.IOB1 and not touching:
                prefix = "I"
            if scheme is Scheme.BIOES and index == last - 1:
                prefix = "E" if index > first else "S"
            tags[index] = f"{prefix}-{label}"
    return tags


@given(
    st.lists(st.tuples(st.integers(0, 2), st.integers(1, 3), st.sampled_from("xy")), max_size=6),
    st.sampled_from([Scheme.IOB1, Scheme.IOB2, Scheme.BIOES]),
)
def test_whatever_is_written_in_a_scheme_is_read_back(
    drawn: list[tuple[int, int, str]], scheme: Scheme
) -> None:
    spans, place = [], 0
    for skip, length, label in drawn:
        first = place + skip
        place = first + length
        spans.append(TaggedSpan(first, place, label))
    tags = written(scheme, spans, place + 1)
    assert spans_of(tags, scheme) == (spans, [])
