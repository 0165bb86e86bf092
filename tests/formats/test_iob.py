"""The four schemes of tags, exact where spans of one label touch."""

from __future__ import annotations

import pytest
from awkward import make_article, mark_at

from annotator.core.ranges import Ranges
from annotator.formats.iob import merged, tags
from annotator.formats.loss import Reason
from annotator.formats.nesting import Tagged
from annotator.formats.options import Scheme

TEXT = "ا ب ت ث ج ح"
ROWS = Ranges.of((at, at + 1) for at in range(0, 11, 2))
ARTICLE = make_article(TEXT)


def span(first: int, last: int, label: str) -> Tagged:
    return Tagged(mark_at(ARTICLE, first * 2, last * 2 - 1, label, first + 1), first, last)


TOUCHING = [span(0, 2, "x"), span(2, 3, "x"), span(3, 5, "y"), span(5, 6, "y")]


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        (Scheme.IOB2, "B-x I-x B-x B-y I-y B-y"),
        (Scheme.IOB1, "I-x I-x B-x I-y I-y B-y"),
        (Scheme.BIOES, "B-x E-x S-x B-y E-y S-y"),
        (Scheme.IO, "I-x I-x I-x I-y I-y I-y"),
    ],
)
def test_spans_that_touch(scheme: Scheme, expected: str) -> None:
    assert tags(TOUCHING, 6, (6,), scheme) == expected.split()


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        (Scheme.IOB2, "O B-x I-x I-x O B-x"),
        (Scheme.IOB1, "O I-x I-x I-x O I-x"),
        (Scheme.BIOES, "O B-x I-x E-x O S-x"),
        (Scheme.IO, "O I-x I-x I-x O I-x"),
    ],
)
def test_spans_that_stand_apart(scheme: Scheme, expected: str) -> None:
    assert tags([span(1, 4, "x"), span(5, 6, "x")], 6, (6,), scheme) == expected.split()


def test_a_sentence_end_parts_two_spans_without_a_b() -> None:
    assert tags(TOUCHING, 6, (2, 6), Scheme.IOB1)[:3] == ["I-x", "I-x", "I-x"]
    assert [loss.span.label for loss in merged(ARTICLE.text, TOUCHING, (2, 6), ROWS).values()] == [
        "y",
        "y",
    ]


def test_io_loses_every_span_of_a_run_and_says_what_is_read_instead() -> None:
    run = [span(0, 1, "x"), span(1, 2, "x"), span(2, 3, "x"), span(4, 5, "x")]
    losses = list(merged(ARTICLE.text, run, (6,), ROWS).values())
    assert [(loss.reason, loss.span.start, loss.written) for loss in losses] == [
        (Reason.MERGED, 0, "ا ب ت"),
        (Reason.MERGED, 2, "ا ب ت"),
        (Reason.MERGED, 4, "ا ب ت"),
    ]
    assert [loss.winner and loss.winner.start for loss in losses] == [2, 0, 2]
