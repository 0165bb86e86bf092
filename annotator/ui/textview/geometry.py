"""Where letters are: code points to pixels of the column, and back.

Pixels are the bounding boxes of Qt's glyph runs, which are what it paints. Its cursor positions are
not used: they are a neighbour's at the first letter of a run against the paragraph, and off by a
blank where such a run is broken at the line's end. Where an edge falls between letters that share
a glyph (lam-alef, or the whole of "الله" in some faces) the glyph's width is divided evenly.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from PySide6.QtGui import QTextLayout, QTextLine

from annotator.ui.textview.blocks import LaidBlock, Line

Extent = tuple[float, float]
_TOUCH = 0.6  # pixels: extents closer than this are one
_NOTHING = 0.05


@dataclass(frozen=True, slots=True)
class Glyph:
    """Letters drawn as one, or a single letter: their starts, their end, and the two sides.

    `lead` is the side where reading them begins: the right one of Arabic. What is not seen between
    two letters of a ligature (an RLM) has no start of its own, and so no share of the width.
    """

    starts: tuple[int, ...]
    end: int
    lead: float
    trail: float

    def edge(self, position: int) -> float:
        """The x of the boundary at `position`; inside a grapheme, of that grapheme's end."""
        if position >= self.end:
            return self.trail
        share = bisect_left(self.starts, position) / len(self.starts)
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
    opening = glyph_at(block, line, start) if _inside(block, line, start) else None
    closing = glyph_at(block, line, end) if _inside(block, line, end) else None
    found = _boxes(
        block, line, opening.starts[0] if opening else start, closing.end if closing else end
    )
    if opening:
        found = _without(found, opening.lead, opening.edge(start))
    if closing:
        found = _without(found, closing.edge(end), closing.trail)
    return found


def edge_x(block: LaidBlock, line: Line, position: int) -> float:
    """Where the grapheme that `position` is in begins; at the line's end, where its last ends."""
    if position >= line.end:
        return end_x(block, line, line.end)
    start = block.letter_at(position)
    return glyph_at(block, line, start).edge(start)


def end_x(block: LaidBlock, line: Line, position: int) -> float:
    """Where the letter before `position` ends: in mixed text, not where the next one begins."""
    if position <= line.start:
        return line.right if block.rtl else line.left
    return glyph_at(block, line, block.previous_letter(position)).edge(position)


def cell(block: LaidBlock, line: Line, position: int) -> Extent:
    """Left and right of the grapheme that `position` is in."""
    start = block.letter_at(position)
    glyph = glyph_at(block, line, start)
    one, other = glyph.edge(start), glyph.edge(block.next_letter(start))
    return min(one, other), max(one, other)


def glyph_at(block: LaidBlock, line: Line, position: int) -> Glyph:
    """The glyph that shows the letter starting at `position`, with all letters it shows."""
    starts = [position]
    while _inside(block, line, starts[0]):
        starts.insert(0, block.previous_letter(starts[0]))
    end = block.next_letter(position)
    while _inside(block, line, end):
        starts.append(end)
        end = block.next_letter(end)
    lead, trail = _sides(block, line, starts[0], end)
    seen = [start for start in starts if not block.is_control(start)]
    return Glyph(tuple(seen or starts), end, lead, trail)


def letter_at_x(block: LaidBlock, line: Line, x: float) -> int | None:
    """The start of the grapheme drawn at `x`; None beside the line's text."""
    if line.start >= line.visible_end or not line.left <= x < line.right:
        return None
    mode = QTextLine.CursorPosition.CursorOnCharacter
    guess = block.letter_at(block.position(line.qline.xToCursor(x, mode)))
    if line.start <= guess < line.visible_end:
        glyph = glyph_at(block, line, guess)
        if min(glyph.lead, glyph.trail) <= x < max(glyph.lead, glyph.trail):
            return glyph.letter(x)
    return _nearest(block, line, x)


def position_at_x(block: LaidBlock, line: Line, x: float) -> int:
    """The caret position nearest to `x`: before or after the letter there; beside it, an end."""
    letter = letter_at_x(block, line, x)
    if letter is None:
        before = x >= line.right if block.rtl else x < line.left
        return line.start if before else line.visible_end
    glyph = glyph_at(block, line, letter)
    after = block.next_letter(letter)
    nearer = abs(x - glyph.edge(letter)) <= abs(x - glyph.edge(after))
    return letter if nearer else min(after, line.visible_end)


def _nearest(block: LaidBlock, line: Line, x: float) -> int:
    """The letter whose cell is nearest to `x`, looked for one by one."""
    best, least = line.start, float("inf")
    position = line.start
    while position < line.visible_end:
        glyph = glyph_at(block, line, position)
        left, right = min(glyph.lead, glyph.trail), max(glyph.lead, glyph.trail)
        distance = max(left - x, x - right, 0.0)
        if distance < least and right - left > _NOTHING:
            best, least = glyph.letter(x), distance
        position = glyph.end
    return best


def _inside(block: LaidBlock, line: Line, position: int) -> bool:
    """Whether the letters on both sides of `position` share a glyph.

    Either Qt knows them as one cluster, or the second got no width of its own (Noto Naskh's way
    with lam-alef).
    """
    if not line.start < position < line.end:
        return False
    before = block.previous_letter(position)
    one, other = _letters_around(block, position)
    joining = block.is_letter(one) and block.is_letter(other)
    if before < line.start or not (joining or block.is_loose_mark(position)):
        return False
    if block.utf16(position) in _clusters(block, line):
        return joining and not _boxes(block, line, other, block.next_letter(other))
    after = block.next_letter(position)
    return bool(_drawn(block, line, before, position) & _drawn(block, line, position, after))


def _letters_around(block: LaidBlock, position: int) -> tuple[int, int]:
    """The graphemes before and after `position`; controls, in spite of which some faces draw a
    lam-alef, are passed over."""
    before = block.previous_letter(position)
    while before > block.start and block.is_control(before):
        before = block.previous_letter(before)
    while block.is_control(position):
        position = block.next_letter(position)
    return before, position


def _drawn(block: LaidBlock, line: Line, start: int, end: int) -> set[tuple[int, float]]:
    """Glyph numbers and places: letters of one cluster are each said to be drawn by all of it.

    (Qt does not tell the clusters of text that it set in a substitute face, hence this.)
    """
    first = block.utf16(start)
    return {
        (glyph, place.x())
        for run in line.qline.glyphRuns(first, block.utf16(end) - first)
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True)
    }


def _clusters(block: LaidBlock, line: Line) -> frozenset[int]:
    """Where, in UTF-16, the line's clusters start; asked of Qt once a line."""
    if line.clusters is None:
        first = block.utf16(line.start)
        flag = QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
        runs = line.qline.glyphRuns(first, block.utf16(line.end) - first, flag)
        line.clusters = frozenset(i for run in runs for i in run.stringIndexes())
    return line.clusters


def _boxes(block: LaidBlock, line: Line, start: int, end: int) -> list[Extent]:
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


def _sides(block: LaidBlock, line: Line, start: int, end: int) -> tuple[float, float]:
    """Where letters written in one direction begin and end."""
    first = block.utf16(start)
    runs = line.qline.glyphRuns(first, block.utf16(end) - first)
    if not runs:  # nothing is drawn for them: Qt's cursor is all there is
        found: tuple[float, int] = line.qline.cursorToX(first)  # type: ignore[assignment]  # x, at
        return found[0], found[0]
    boxes = [run.boundingRect() for run in runs]
    left, right = min(box.left() for box in boxes), max(box.right() for box in boxes)
    return (right, left) if runs[0].isRightToLeft() else (left, right)


def _without(found: list[Extent], one: float, other: float) -> list[Extent]:
    """The extents less what lies between the two x."""
    low, high = min(one, other), max(one, other)
    parts = []
    for left, right in found:
        parts += [(left, min(right, low)), (max(left, high), right)]
    return [(left, right) for left, right in parts if right - left > _NOTHING]


def _whole(block: LaidBlock, end: int) -> int:
    """`end`, or the end of the grapheme that it is inside of."""
    if end >= block.end:
        return block.end
    start = block.letter_at(end)
    return end if start == end else block.next_letter(start)
