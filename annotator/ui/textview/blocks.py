"""One block of text shaped and broken into lines by Qt, and placed line by line by us.

Positions outside are code points of the article; UTF-16 is spoken with Qt only, block by block.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextLayout, QTextLine, QTextOption

from annotator.arabic.characters import is_bidi_control, is_zero_width
from annotator.arabic.graphemes import is_mark, next_boundary, previous_boundary
from annotator.arabic.utf16 import Utf16Map
from annotator.core.annotation import Annotation
from annotator.ui.textview.style import Metrics

# What Qt is shown instead of a character that it would lay out oddly. Each is one UTF-16 unit for
# one, so positions stay; the article's own text is never touched.
_SHOWN = dict.fromkeys((*range(32), *range(127, 160)), " ") | {
    0x09: "\u2003",  # a tab: a wide space, not a jump to a stop
    0x0A: "\u2028",
    0x85: "\u2028",
    0x2029: "\u2028",  # a paragraph separator would end Qt's paragraph
    0xFFFC: "\u25a1",  # the object character: Qt would look for an object
}


@dataclass(slots=True)
class Piece:
    """The part of one span that lies on one line: pixels of the column, left and right."""

    annotation: Annotation
    slot: int
    extents: list[tuple[float, float]]
    start_x: float | None  # where the span starts, when it starts on this line
    end_x: float | None


@dataclass(slots=True)
class Chip:
    """A label's name above a span's first letter. `row` 0 is the one next to the text."""

    annotation: Annotation | None  # None: `text` counts the spans that found no room
    text: str
    left: int
    width: int
    row: int = 0


@dataclass(slots=True)
class Line:
    """One line. `end` takes in the spaces on which it was broken, `visible_end` does not."""

    qline: QTextLine
    start: int
    end: int
    visible_end: int
    left: float  # of what is visible, in the column
    right: float
    top: int = 0  # within the block
    baseline: int = 0
    height: int = 0
    pieces: list[Piece] = field(default_factory=list)
    chips: list[Chip] = field(default_factory=list)
    placed: list[tuple[Annotation, int]] = field(default_factory=list)  # spans and slots, and
    placed_by: object = None  # the placer, that `pieces` and `chips` were made of
    clusters: frozenset[int] | None = None  # kept by `geometry`

    @property
    def bottom(self) -> int:
        return self.top + self.height


class LaidBlock:
    """Text `start:end` of an article, laid out to `width` pixels."""

    def __init__(
        self, text: str, start: int, end: int, *, rtl: bool, metrics: Metrics, width: int
    ) -> None:
        self.start, self.end, self.rtl, self.width = start, end, rtl, width
        self.text = text[start:end]
        self._map = Utf16Map(self.text)
        self.height = 0
        self.layout = QTextLayout(self.text.translate(_SHOWN), metrics.font)
        self.layout.setTextOption(_option(rtl))
        self.layout.setCacheEnabled(True)
        self.lines = self._break()

    def utf16(self, position: int) -> int:
        return self._map.to_utf16(min(max(position, self.start), self.end) - self.start)

    def position(self, utf16: int) -> int:
        return self.start + self._map.to_code_point(utf16)

    def next_letter(self, position: int) -> int:
        """The end of the grapheme that starts at `position`."""
        if position >= self.end:
            return self.end
        return self.start + next_boundary(self.text, position - self.start)

    def previous_letter(self, position: int) -> int:
        """The start of the grapheme that ends at `position`, or holds the code point before it."""
        if position <= self.start:
            return self.start
        return self.start + previous_boundary(self.text, position - self.start)

    def letter_at(self, position: int) -> int:
        """The start of the grapheme that `position` is in."""
        return self.previous_letter(self.next_letter(position)) if position < self.end else self.end

    def is_letter(self, position: int) -> bool:
        """Whether a letter (not a digit, mark or sign) stands at `position`."""
        return self.start <= position < self.end and self.text[position - self.start].isalpha()

    def is_control(self, position: int) -> bool:
        """Whether a bidi control or a zero-width character stands at `position`."""
        if not self.start <= position < self.end:
            return False
        character = self.text[position - self.start]
        return is_bidi_control(character) or is_zero_width(character)

    def is_loose_mark(self, position: int) -> bool:
        """Whether a mark without a letter of its own starts at `position`, as after a blank, or
        behind controls there."""
        while self.is_control(position):
            position += 1
        return self.start <= position < self.end and is_mark(self.text[position - self.start])

    def line_at(self, position: int, *, upstream: bool = False) -> int:
        """The number of the line that `position` is drawn on; `upstream`: a break's upper line."""
        for number, line in enumerate(self.lines):
            if position < line.end or (upstream and position == line.end):
                return number
        return len(self.lines) - 1

    def line_at_y(self, y: int) -> int:
        for number, line in enumerate(self.lines):
            if y < line.bottom:
                return number
        return len(self.lines) - 1

    def _break(self) -> list[Line]:
        lines = []
        self.layout.beginLayout()
        while (qline := self.layout.createLine()).isValid():
            qline.setLineWidth(self.width)
            qline.setPosition(QPointF(0, 0))
            lines.append(qline)
        self.layout.endLayout()
        return [self._line(qline) for qline in lines]

    def _line(self, qline: QTextLine) -> Line:
        start = self.position(qline.textStart())
        end = self.position(qline.textStart() + qline.textLength())
        shown = self.text[start - self.start : end - self.start].rstrip()
        rect = qline.naturalTextRect()
        return Line(qline, start, end, start + len(shown), rect.left(), rect.right())


def _option(rtl: bool) -> QTextOption:
    option = QTextOption()
    direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    option.setTextDirection(direction)
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
