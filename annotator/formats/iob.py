"""The tags of one column of spans: IOB2, IOB1, BIOES or IO.

IOB1 (Ramshaw and Marcus 1995) writes `B-` only where a span follows another of its label directly,
in the same sentence; IO cannot part those two at all, which is reported.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from annotator.core.ranges import Ranges
from annotator.formats.loss import Lost, Reason
from annotator.formats.nesting import Column, Tagged
from annotator.formats.options import Scheme

_LETTERS: Final = {  # of a span of one row; of a longer one's first, inner and last rows
    Scheme.IOB2: "BBII",
    Scheme.IOB1: "IIII",
    Scheme.BIOES: "SBIE",
    Scheme.IO: "IIII",
}
PREFIXES: Final = {  # those that a scheme writes
    Scheme.IOB2: "BI",
    Scheme.IOB1: "BI",
    Scheme.BIOES: "BIES",
    Scheme.IO: "I",
}


def tags(column: Column, count: int, sentence_ends: Sequence[int], scheme: Scheme) -> list[str]:
    """The tag of each of `count` rows: O, or a prefix and the label."""
    row = ["O"] * count
    alone, begins, inside, ends = tuple(_LETTERS[scheme])
    touching = _touching(column, sentence_ends) if scheme is Scheme.IOB1 else frozenset()
    for annotation, first, last in column:
        label = annotation.label
        if last - first > 1:
            row[first:last] = [f"{inside}-{label}"] * (last - first)
            row[last - 1] = f"{ends}-{label}"
            row[first] = f"{'B' if first in touching else begins}-{label}"
        else:
            row[first] = f"{'B' if first in touching else alone}-{label}"
    return row


def merged(
    text: str, column: Column, sentence_ends: Sequence[int], rows: Ranges
) -> Mapping[str, Lost]:
    """What IO loses, by annotation id: spans of one label that touch are read as one.

    `rows` are the code points that each row holds.
    """
    touching = _touching(column, sentence_ends)
    losses: dict[str, Lost] = {}
    run: list[Tagged] = []
    for span in (*column, None):
        if span is not None and span.first in touching:
            run.append(span)
            continue
        if len(run) > 1:
            written = text[rows.starts[run[0].first] : rows.ends[run[-1].last - 1]]
            for place, one in enumerate(run):
                neighbour = run[place - 1 if place else 1].annotation
                losses[one.annotation.id] = Lost(one.annotation, Reason.MERGED, written, neighbour)
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
