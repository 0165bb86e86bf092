"""Which span, edge or chip lies under a point. Points and pixels are the column's, one line's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.core.annotation import Annotation
from annotator.ui.textview.blocks import Line, Piece
from annotator.ui.textview.paint import box_rect
from annotator.ui.textview.style import Metrics

GRIP = 4.0  # pixels on each side of an edge in which it can be seized


@dataclass(frozen=True, slots=True)
class Edge:
    """One end of a span."""

    annotation: Annotation
    is_start: bool


def piece_at(metrics: Metrics, line: Line, x: float, y: float) -> Piece | None:
    """The span drawn at the point; `y` counts from the block's top.

    Boxes that enclose one another are told apart by height: the bands above and below an inner
    box, its own underline included, belong to whichever box shows there.
    """
    for piece in sorted(line.pieces, key=lambda piece: piece.slot):
        for left, right in piece.extents:
            if box_rect(metrics, piece.slot, left, right, line.baseline).contains(x, y):
                return piece
    return None


def edge_at(
    metrics: Metrics, line: Line, x: float, y: float, preferred: Iterable[str]
) -> Edge | None:
    """The span's edge within reach of the point: of a preferred span first, then of the inner."""
    order = list(preferred)
    found = []
    for piece in line.pieces:
        tall = box_rect(metrics, piece.slot, 0, 1, line.baseline)
        if not tall.top() <= y <= tall.bottom():
            continue
        rank = order.index(piece.annotation.id) if piece.annotation.id in order else len(order)
        for at, is_start in ((piece.start_x, True), (piece.end_x, False)):
            if at is not None and abs(at - x) <= GRIP:
                distance = round(abs(at - x))
                found.append((rank, distance, piece.slot, Edge(piece.annotation, is_start)))
    return min(found, key=lambda item: item[:3])[3] if found else None
