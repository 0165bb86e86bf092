"""Spans of any shape laid over rows: which are written, in which column of tags, and what is lost.

A span tags every row that it shares a letter with; under `strict` only those that it covers whole.
In one column, of spans that share a row one wins: the longest (`outermost`), the shortest
(`innermost`) or the one whose label comes first (`priority`); of equals the one whose label comes
first in the label set, then the longest, then the first in the text. In `columns` each is written,
in the first column that is free where it stands: the outermost comes first.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from annotator.arabic.edges import is_unseen, tidy
from annotator.core.annotation import Annotation
from annotator.core.article import Article
from annotator.core.labels import LabelSet
from annotator.formats.loss import LossReport, Lost, Reason
from annotator.formats.options import Clitics, ExportOptions, Nesting
from annotator.formats.pieces import Pieces

_BEATEN = {
    Nesting.OUTERMOST: Reason.LONGER,
    Nesting.INNERMOST: Reason.SHORTER,
    Nesting.PRIORITY: Reason.LONGER,
}


class Tagged(NamedTuple):
    """An annotation that is written, over the rows `first:last` (half-open)."""

    annotation: Annotation
    first: int
    last: int


Column = Sequence[Tagged]  # without overlap, in the order of the text


@dataclass(slots=True)
class Layout:
    """One article's spans in columns, and what that cost by annotation id."""

    columns: Sequence[Column] = ((),)
    losses: dict[str, Lost] = field(default_factory=dict)

    def report_to(
        self, report: LossReport, article: Article, annotations: Sequence[Annotation]
    ) -> None:
        """Hand the losses on, in the order of `annotations`."""
        if self.losses:
            report.add(article, [self.losses[a.id] for a in annotations if a.id in self.losses])


def label_priority(labels: LabelSet) -> Mapping[str, int]:
    """Each label's rank in the set: the lower wins."""
    return {label.key: rank for rank, label in enumerate(labels)}


def lay_out(
    text: str,
    annotations: Sequence[Annotation],
    pieces: Pieces,
    priority: Mapping[str, int],
    options: ExportOptions,
) -> Layout:
    """Which annotations the rows hold and where, and the loss for each that is not held as it is.

    `annotations` are in reading order.
    """
    if not annotations:
        return Layout()
    layout = Layout()
    placed = _placed(text, annotations, pieces, options.clitics, layout.losses)
    if options.nesting is Nesting.COLUMNS:
        layout.columns = _columns(placed)
    else:
        layout.columns = (_one_column(placed, priority, options.nesting, layout.losses),)
    return layout


def _placed(
    text: str,
    annotations: Sequence[Annotation],
    pieces: Pieces,
    clitics: Clitics,
    losses: dict[str, Lost],
) -> list[Tagged]:
    """Each annotation with the rows that it tags; the loss of one that tags none or others."""
    starts, ends = pieces.spans.starts, pieces.spans.ends
    strict = clitics is Clitics.STRICT
    placed: list[Tagged] = []
    for annotation in annotations:
        start, end = annotation.start, annotation.end
        first = bisect_right(ends, start)
        last = bisect_left(starts, end, first)
        if strict and first < last:
            first += starts[first] < start and _is_read(text, starts[first], start)
            last -= ends[last - 1] > end and _is_read(text, end, ends[last - 1])
        if first >= last:
            touched = strict and text[start:end].strip()
            reason = Reason.NO_WHOLE_TOKEN if touched else Reason.NO_TOKEN
            losses[annotation.id] = Lost(annotation, reason)
            continue
        placed.append(Tagged(annotation, first, last))
        written = (starts[first], ends[last - 1])
        if written != (start, end) and not _is_read_as(text, *written, annotation):
            losses[annotation.id] = _changed(text, annotation, *written)
    return placed


def _is_read_as(text: str, start: int, end: int, annotation: Annotation) -> bool:
    """Whether `start:end` is the annotation but for what is not seen at its edges."""
    unseen = is_unseen(text[start]) or is_unseen(text[end - 1])
    return unseen and tidy(text, start, end) == annotation.span


def _is_read(text: str, start: int, end: int) -> bool:
    """Whether anything between the two is seen: a bidi mark at an edge is nobody's loss."""
    return not all(map(is_unseen, text[start:end]))


def _changed(text: str, annotation: Annotation, start: int, end: int) -> Lost:
    """The loss of an annotation that is written as `text[start:end]`."""
    if start < annotation.start or annotation.end < end:
        reason = Reason.INSIDE_TOKEN
    elif (text[annotation.start : start] + text[end : annotation.end]).strip():
        reason = Reason.CUT_TOKEN
    else:
        reason = Reason.BLANK_EDGE
    return Lost(annotation, reason, text[start:end])


def _columns(placed: Sequence[Tagged]) -> Sequence[Column]:
    """Each of `placed` in the first column that is free at its rows."""
    columns: list[list[Tagged]] = [[]]
    free = [0]
    taken: list[tuple[int, int]] = []  # the row at which a column is free again, and the column
    for span in sorted(placed, key=lambda t: (t.first, -t.last)):
        while taken and taken[0][0] <= span.first:
            heapq.heappush(free, heapq.heappop(taken)[1])
        if not free:
            free.append(len(columns))
            columns.append([])
        column = heapq.heappop(free)
        columns[column].append(span)
        heapq.heappush(taken, (span.last, column))
    return columns


def _one_column(
    placed: Sequence[Tagged],
    priority: Mapping[str, int],
    nesting: Nesting,
    losses: dict[str, Lost],
) -> Column:
    """Those of `placed` that win wherever they share a row."""
    last_rank = len(priority)

    def strength(span: Tagged) -> tuple[object, ...]:
        a = span.annotation
        rank, size = priority.get(a.label, last_rank), a.end - a.start
        sizes = {Nesting.OUTERMOST: (-size, rank), Nesting.INNERMOST: (size, rank)}
        return (*sizes.get(nesting, (rank, -size)), a.start, a.label, a.id)

    if all(one.last <= other.first for one, other in pairwise(placed)):
        return placed
    count = max(span.last for span in placed)
    taken, owner = bytearray(count), [0] * count  # owner: an index into `column`
    column: list[Tagged] = []
    for span in sorted(placed, key=strength):
        annotation, first, last = span
        if 1 in taken[first:last]:
            winner = column[owner[taken.index(1, first)]].annotation
            losses[annotation.id] = _beaten(annotation, winner, priority, nesting)
        else:
            taken[first:last] = b"\1" * (last - first)
            owner[first:last] = [len(column)] * (last - first)
            column.append(span)
    column.sort(key=lambda t: t.first)
    return column


def _beaten(
    loser: Annotation, winner: Annotation, priority: Mapping[str, int], nesting: Nesting
) -> Lost:
    other_rank = priority.get(winner.label) != priority.get(loser.label)
    if nesting is Nesting.PRIORITY and other_rank:
        reason = Reason.LABEL_FIRST
    elif winner.end - winner.start != loser.end - loser.start:
        reason = _BEATEN[nesting]
    elif other_rank:
        reason = Reason.LABEL_ORDER
    else:
        reason = Reason.EARLIER
    return Lost(loser, reason, winner=winner)
