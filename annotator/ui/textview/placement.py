"""Room for what is drawn around the text: spans' boxes below and above, chips above, per line.

A line is taller than its neighbours only where its spans need it: one row of chips fits into the
ordinary spacing, so that tagging a word seldom moves the text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from annotator.core.annotation import Annotation
from annotator.ui.textview.blocks import Chip, LaidBlock, Line, Piece
from annotator.ui.textview.geometry import edge_x, end_x, extents
from annotator.ui.textview.levels import OVERFLOW, Slots
from annotator.ui.textview.style import ChipMode, Metrics

MOST_ROWS = 4
_APART = 3  # pixels between two chips of a row


@dataclass(frozen=True, slots=True)
class Placer:
    """What placing needs to know beside the block itself."""

    metrics: Metrics
    chips: ChipMode
    chip_text: Callable[[Annotation], str]

    def place(self, block: LaidBlock, spans: Sequence[Annotation], slots: Slots, gap: int) -> None:
        """Give every line its spans' pieces, its chips and its place; `gap` follows the block."""
        top = 0
        for line in block.lines:
            self._fill(block, line, spans, slots)
            top = self._set_down(line, top, blank=block.start == block.end)
        block.height = top + (gap if block.start < block.end else 0)

    def _fill(
        self, block: LaidBlock, line: Line, spans: Sequence[Annotation], slots: Slots
    ) -> None:
        here = [(a, slots.of(a)) for a in spans if a.start < line.end and a.end > line.start]
        if line.placed_by is self and line.placed == here:
            return
        line.placed_by, line.placed = self, here
        known = {piece.annotation.id: piece for piece in line.pieces}
        line.pieces = [
            piece
            for annotation, slot in here
            if slot < OVERFLOW
            and (piece := _piece(block, line, annotation, slot, known.get(annotation.id)))
        ]
        line.pieces.sort(key=lambda piece: -piece.slot)
        unseen = sum(slot >= OVERFLOW for _, slot in here)
        line.chips = self._chips(block, line, unseen)

    def _chips(self, block: LaidBlock, line: Line, unseen: int) -> list[Chip]:
        if self.chips is ChipMode.OFF:
            return []
        chips = [self._chip(block, p) for p in reversed(line.pieces) if p.start_x is not None]
        shown = _stack(chips)
        hidden = unseen + len(chips) - len(shown)
        if hidden:
            shown.append(self._counter(block, line, hidden))
            _stack(shown, most=MOST_ROWS + 1)
        for chip in shown:
            chip.left = min(max(chip.left, 0), max(0, block.width - chip.width))
        return shown

    def _chip(self, block: LaidBlock, piece: Piece) -> Chip:
        text = self.chip_text(piece.annotation)
        width = self.metrics.dot if self.chips is ChipMode.DOTS else self.metrics.chip_width(text)
        assert piece.start_x is not None
        left = round(piece.start_x) - (width if _runs_left(piece) else 0)
        left = min(max(left, 0), max(0, block.width - width))
        return Chip(piece.annotation, text, left, width)

    def _counter(self, block: LaidBlock, line: Line, hidden: int) -> Chip:
        text = f"+{hidden}"
        width = self.metrics.chip_width(text)
        left = round(line.right) - width if block.rtl else round(line.left)
        return Chip(None, text, left, width)

    def _set_down(self, line: Line, top: int, *, blank: bool) -> int:
        """Place the line at `top`; the top of the next one."""
        m = self.metrics
        if blank:  # an empty paragraph is a pause, not a line
            line.top, line.baseline, line.height = top, top + m.pitch // 4, m.pitch // 3
            return line.bottom
        slots = 1 + max((piece.slot for piece in line.pieces), default=0)
        rows = 1 + max((chip.row for chip in line.chips), default=-1)
        row = m.chip_row if self.chips is ChipMode.FULL else m.dot + 2
        above = m.up + (slots - 1) * m.slot_up + rows * row + 2
        below = m.down + slots * m.slot_down + 1
        ascent = max(m.above, above, round(line.qline.ascent()))
        descent = max(m.below, below, round(line.qline.descent()))
        line.top, line.baseline, line.height = top, top + ascent, ascent + descent
        return line.bottom


def _piece(
    block: LaidBlock, line: Line, annotation: Annotation, slot: int, known: Piece | None
) -> Piece | None:
    """The span's part of the line; the one that is `known` where nothing has changed, because
    asking Qt where letters are is nearly all that placing costs."""
    if known is not None and known.annotation is annotation and known.slot == slot:
        return known
    found = extents(block, line, annotation.start, annotation.end)
    if not found:
        return None
    starts = line.start <= annotation.start < line.end
    ends = line.start < annotation.end <= line.end
    return Piece(
        annotation,
        slot,
        found,
        edge_x(block, line, annotation.start) if starts else None,
        end_x(block, line, annotation.end) if ends else None,
    )


def _runs_left(piece: Piece) -> bool:
    """Whether the span's letters go leftwards from its start."""
    assert piece.start_x is not None
    return any(abs(right - piece.start_x) < 1.5 for _, right in piece.extents)


def _stack(chips: list[Chip], most: int = MOST_ROWS) -> list[Chip]:
    """Give each chip the lowest row where it covers no other; those that found one."""
    rows: list[list[Chip]] = [[] for _ in range(most)]
    shown = []
    for chip in chips:
        for number, row in enumerate(rows):
            if all(_clear(chip, other) for other in row):
                chip.row = number
                row.append(chip)
                shown.append(chip)
                break
    return shown


def _clear(one: Chip, other: Chip) -> bool:
    apart = one.left >= other.left + other.width + _APART
    return apart or other.left >= one.left + one.width + _APART
