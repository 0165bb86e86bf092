"""Where letters are: code points to pixels of the column, and back.

A range's pixels are the bounding boxes of Qt's glyph runs: a cursor position at each end is not
enough where directions mix. Where an edge falls between letters that share a glyph (lam-alef, or
the whole of "الله" in some faces) the glyph's width is divided evenly among its letters.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QTextLine

from annotator.ui.textview.blocks import LaidBlock, Line

Extent = tuple[float, float]
_LEADING = QTextLine.Edge.Leading
_TRAILING = QTextLine.Edge.Trailing
_TOUCH = 0.6  # pixels: extents closer than this are one
_NOTHING = 0.05


@dataclass(frozen=True, slots=True)
class Ligature:
    """Letters drawn as one: their starts, the end of the last, and the glyph's two sides."""

    starts: tuple[int, ...]
    end: int
    lead: float
    trail: float

    def edge(self, position: int) -> float:
        """The x of the boundary before the letter at `position`, or of the end."""
        if position >= self.end:
            return self.trail
        share = self.starts.index(position) / len(self.starts)
        return self.lead + (self.trail - self.lead) * share

    def letter(self, x: float) -> int:
        """The start of the letter drawn at `x`."""
        width = self.trail - self.lead
        share = (x - self.lead) / width if width else 0.0
        last = len(self.starts) - 1
        return self.starts[min(last, max(0, int(share * len(self.starts))))]


def extents(block: LaidBlock, line: Line, start: int, end: int) -> list[Extent]:
    """The pixels of `start:end` on the line, left to right, touching ones joined.

    The edges are widened to whole graphemes; blanks on which the line was broken are left out.
    """
    start = block.letter_at(max(start, line.start))
    end = min(_whole(block, end), line.visible_end)
    if start >= end:
        return []
    opening = ligature(block, line, start)
    closing = ligature(block, line, end) if end < line.end else None
    found = _glyphs(
        block, line, opening.starts[0] if opening else start, closing.end if closing else end
    )
    if opening:
        found = _without(found, opening.lead, opening.edge(start))
    if closing:
        found = _without(found, closing.edge(end), closing.trail)
    return found


def edge_x(block: LaidBlock, line: Line, position: int) -> float:
    """Where the letter at `position` begins; at the end of the line, where its last letter ends."""
    if position >= line.end:
        return _end_x(block, line, line.end)
    shared = ligature(block, line, position)
    return shared.edge(position) if shared else _lead(block, line, position)


def end_x(block: LaidBlock, line: Line, position: int) -> float:
    """Where the letter that ends at `position` ends: in mixed directions not its neighbour's start."""
    shared = ligature(block, line, position) if position < line.end else None
    return shared.edge(position) if shared else _end_x(block, line, position)


def cell(block: LaidBlock, line: Line, position: int) -> Extent:
    """Left and right of the grapheme that `position` is in."""
    start = block.letter_at(position)
    one, other = edge_x(block, line, start), end_x(block, line, block.next_letter(start))
    return min(one, other), max(one, other)


def letter_at_x(block: LaidBlock, line: Line, x: float) -> int | None:
    """The start of the grapheme drawn at `x`; None beside the line's text."""
    if line.start >= line.end or not line.left <= x < line.right:
        return None
    mode = QTextLine.CursorPosition.CursorOnCharacter
    position = block.letter_at(block.position(line.qline.xToCursor(x, mode)))
    if position >= line.end:
        return None
    return _letter_in_ligature(block, line, position, x)


def position_at_x(block: LaidBlock, line: Line, x: float) -> int:
    """The caret position nearest to `x`: before or after the letter there; beside it, an end."""
    letter = letter_at_x(block, line, x)
    if letter is None:
        before = x >= line.right if block.rtl else x < line.left
        return line.start if before else line.visible_end
    after = block.next_letter(letter)
    nearer = abs(x - edge_x(block, line, letter)) <= abs(x - end_x(block, line, after))
    return letter if nearer else min(after, line.visible_end)


def ligature(block: LaidBlock, line: Line, position: int) -> Ligature | None:
    """The shared glyph that the boundary at `position` lies inside, or None."""
    if not _inside_glyph(block, line, position):
        return None
    starts = [block.previous_letter(position), position]
    while _inside_glyph(block, line, starts[0]):
        starts.insert(0, block.previous_letter(starts[0]))
    end = block.next_letter(position)
    while _inside_glyph(block, line, end):
        starts.append(end)
        end = block.next_letter(end)
    lead, trail = _lead(block, line, starts[0]), _end_x(block, line, end)
    return Ligature(tuple(starts), end, lead, trail)


def _inside_glyph(block: LaidBlock, line: Line, position: int) -> bool:
    """Whether the letters on both sides of `position` share a glyph.

    Either Qt knows them as one cluster, or the second got no width of its own (Noto Naskh's way).
    """
    if not line.start < position < line.end or not block.is_letter(position):
        return False
    before = block.previous_letter(position)
    if before < line.start or not block.is_letter(before):
        return False
    lead, trail = _lead(block, line, position), _trail(block, line, position)
    if abs(lead - trail) < _NOTHING:
        return True
    end_before = _trail(block, line, before)
    if abs(end_before - lead) < _NOTHING or abs(end_before - trail) >= _NOTHING:
        return False
    one_way = (end_before - _lead(block, line, before)) * (trail - lead)
    return one_way > 0  # else they only meet where directions change


def _letter_in_ligature(block: LaidBlock, line: Line, position: int, x: float) -> int:
    for boundary in (block.next_letter(position), position):
        shared = ligature(block, line, boundary)
        if shared and shared.starts[0] <= position < shared.end:
            return shared.letter(x)
    return position


def _glyphs(block: LaidBlock, line: Line, start: int, end: int) -> list[Extent]:
    first = block.utf16(start)
    runs = line.qline.glyphRuns(first, block.utf16(end) - first)
    boxes = sorted((box.left(), box.right()) for box in (run.boundingRect() for run in runs))
    joined: list[Extent] = []
    for left, right in boxes:
        if joined and left - joined[-1][1] <= _TOUCH:
            joined[-1] = (joined[-1][0], max(right, joined[-1][1]))
        elif right - left > _NOTHING:
            joined.append((left, right))
    return joined


def _without(found: list[Extent], one: float, other: float) -> list[Extent]:
    """The extents less what lies between the two x."""
    low, high = min(one, other), max(one, other)
    parts = []
    for left, right in found:
        parts += [(left, min(right, low)), (max(left, high), right)]
    return [(left, right) for left, right in parts if right - left > _NOTHING]


def _whole(block: LaidBlock, end: int) -> int:
    start = block.letter_at(end) if end < block.end else block.end
    return min(end, block.end) if start == end or end >= block.end else block.next_letter(start)


def _lead(block: LaidBlock, line: Line, position: int) -> float:
    return _x(line, block.utf16(position), _LEADING)


def _trail(block: LaidBlock, line: Line, position: int) -> float:
    return _x(line, block.utf16(position), _TRAILING)


def _end_x(block: LaidBlock, line: Line, position: int) -> float:
    if position <= line.start:
        return line.right if block.rtl else line.left
    return _trail(block, line, block.previous_letter(position))


def _x(line: Line, utf16: int, edge: QTextLine.Edge) -> float:
    result = line.qline.cursorToX(utf16, edge)
    return result[0] if isinstance(result, tuple) else result
