"""The tags of one column of spans: IOB2, IOB1, BIOES or IO.

IOB1 (Ramshaw and Marcus 1995) writes `B-` only where a span follows another of its label directly,
in the same sentence; IO cannot part those two at all, which is reported.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from annotator.core.article import Article
from annotator.core.ranges import Ranges
from annotator.formats.loss import Loss, Reason
from annotator.formats.nesting import Column, Tagged, loss_of
from annotator.formats.options import Scheme

PREFIXES: Final = {  # those that a scheme writes
    Scheme.IOB2: "BI",
    Scheme.IOB1: "BI",
    Scheme.BIOES: "BIES",
    Scheme.IO: "I",
}


def tags(column: Column, count: int, sentence_ends: Sequence[int], scheme: Scheme) -> list[str]:
    """The tag of each of `count` rows: O, or a prefix and the label."""
    row = ["O"] * count
    touching = _touching(column, sentence_ends) if scheme is Scheme.IOB1 else frozenset()
    for span in column:
        label, first, last = span.annotation.label, span.first, span.last
        alone, begins, inside, ends = "BBII"
        if scheme is Scheme.IO or (scheme is Scheme.IOB1 and first not in touching):
            alone = begins = "I"
        elif scheme is Scheme.BIOES:
            alone, ends = "SE"
        if last - first == 1:
            row[first] = f"{alone}-{label}"
        else:
            row[first] = f"{begins}-{label}"
            row[first + 1 : last] = [f"{inside}-{label}"] * (last - first - 1)
            row[last - 1] = f"{ends}-{label}"
    return row


def merged(
    article: Article, column: Column, sentence_ends: Sequence[int], rows: Ranges
) -> Mapping[str, Loss]:
    """What IO loses, by annotation id: spans of one label that touch are read as one.

    `rows` are the code points that each row holds.
    """
    touching = _touching(column, sentence_ends)
    losses: dict[str, Loss] = {}
    run: list[Tagged] = []
    for span in (*column, None):
        if span is not None and span.first in touching:
            run.append(span)
            continue
        if len(run) > 1:
            written = article.text[rows.starts[run[0].first] : rows.ends[run[-1].last - 1]]
            for place, one in enumerate(run):
                neighbour = run[place - 1 if place else 1].annotation
                losses[one.annotation.id] = loss_of(
                    article, one.annotation, Reason.MERGED, written, neighbour
                )
        run = [] if span is None else [span]
    return losses


def _touching(column: Column, sentence_ends: Sequence[int]) -> frozenset[int]:
    """The first row of each span that directly follows one of its label in its sentence."""
    after_end = frozenset(sentence_ends)
    return frozenset(
        span.first
        for before, span in pairwise(column)
        if before.last == span.first
        and before.annotation.label == span.annotation.label
        and span.first not in after_end
    )
