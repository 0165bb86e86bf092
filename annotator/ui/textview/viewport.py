"""Which part of the article is in the window: a scroll anchor that survives better knowledge.

The anchor is a block and a distance, never an absolute height: when a guessed height above becomes
a fact, or a chip makes a line taller, what is being read does not move.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.ui.textview.blocks import LaidBlock, Line
from annotator.ui.textview.layout import ArticleLayout


@dataclass(frozen=True, slots=True)
class ViewAnchor:
    """The line that holds the code point `position` has its top `offset` pixels below the edge."""

    position: int
    offset: int


class Viewport:
    """`block` has its top `offset` pixels above the window's upper edge."""

    def __init__(self, layout: ArticleLayout, height: int) -> None:
        self.layout = layout
        self.height = height
        self.block = 0
        self.offset = -self.margin

    @property
    def margin(self) -> int:
        """Empty space above the first line and below the last."""
        return self.layout.metrics.margin

    @property
    def total(self) -> int:
        return self.layout.height + 2 * self.margin

    @property
    def limit(self) -> int:
        """The largest scroll value."""
        return max(0, self.total - self.height)

    @property
    def value(self) -> int:
        """How far the window is scrolled, as far as heights are known."""
        return self.margin + self.layout.top(self.block) + self.offset

    def go_to_value(self, value: int) -> None:
        """Scroll to a value, as the scroll bar's handle does."""
        y = min(max(value, 0), self.limit) - self.margin
        self.block = self.layout.at(max(y, 0))
        self.offset = y - self.layout.top(self.block)
        self.settle()

    def scroll(self, pixels: int) -> None:
        """Move by so many pixels of what is really there (positive: further into the text)."""
        self.offset += pixels
        self.settle()

    def settle(self) -> None:
        """Bring block and offset into step with real heights, and stay within the article."""
        self._walk()
        list(self.visible())
        if self.value > self.limit:
            self.offset -= self.value - self.limit
            self._walk()
        if self.block == 0 and self.offset < -self.margin:
            self.offset = -self.margin

    def visible(self) -> Iterator[tuple[int, LaidBlock, int]]:
        """Number, block and window y of each block in the window, from the top; never none."""
        y = -self.offset
        for number, block in self.layout.lines_from(self.block):
            yield number, block, y
            y += block.height
            if y >= self.height:
                return

    def y_of(self, number: int) -> int | None:
        """The window y of a block's top when it is in the window."""
        return next((y for i, _, y in self.visible() if i == number), None)

    def line_at_y(self, y: int) -> tuple[LaidBlock, Line, int]:
        """The block, the line and the window y of the block's top, at or nearest to `y`."""
        blocks = list(self.visible())
        _, block, top = next((b for b in blocks if y < b[2] + b[1].height), blocks[-1])
        return block, block.lines[block.line_at_y(y - top)], top

    def anchor(self) -> ViewAnchor:
        """The first line that shows, and where."""
        block, line, top = self.line_at_y(0)
        return ViewAnchor(line.start if line.start < block.end else block.end, top + line.top)

    def restore(self, anchor: ViewAnchor) -> None:
        """Put the line of that position where it was; the position may be past the end."""
        number, _, line = self.layout.line_of(min(anchor.position, len(self.layout.text)))
        self.block, self.offset = number, line.top - anchor.offset
        self.settle()

    def reveal(self, position: int, *, upstream: bool = False, centred: bool = False) -> None:
        """Scroll as little as needed to show the line of `position`.

        A line that is far off, or any with `centred`, comes to rest a third down the window.
        """
        number, _, line = self.layout.line_of(position, upstream=upstream)
        top = self.y_of(number)
        if top is None or centred:
            y = None if top is None else top + line.top
            if centred and y is not None and self.margin <= y <= self.height * 2 // 3:
                return
            self.block, self.offset = number, line.top - self.height // 3
            self.settle()
            return
        room = min(line.height // 2, self.height // 6)
        above = top + line.top - room
        below = top + line.bottom + room - self.height
        if above < 0 or below > 0:
            self.scroll(above if above < 0 else below)

    def moved_from(self, block: int, offset: int) -> int | None:
        """The pixels from the window that began there to this one, positive further into the text.

        Counted over blocks that are laid out, not by `value`, which guesses the others' heights:
        None where no block is in both windows.
        """
        if block >= self.block:
            y = self.y_of(block)
            return None if y is None else -offset - y
        y = -offset
        for number in range(block, self.block):
            if y >= self.height:
                return None
            y += self.layout.laid(number).height
        return y + self.offset

    def _walk(self) -> None:
        while self.offset < 0 and self.block > 0:
            self.block -= 1
            self.offset += self.layout.laid(self.block).height
        last = len(self.layout) - 1
        while self.block < last and self.offset >= self.layout.laid(self.block).height:
            self.offset -= self.layout.laid(self.block).height
            self.block += 1
