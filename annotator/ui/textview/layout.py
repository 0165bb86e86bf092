"""The whole article as blocks, each laid out when first needed; the rest guessed in height.

A place in the column is (block, pixels below its top). Only `top` and `height` speak of the whole,
and change as guesses become facts: nothing that must stay put is kept in them.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator

from annotator.ui.textview.blocks import LaidBlock, Line
from annotator.ui.textview.heights import Heights
from annotator.ui.textview.levels import Slots
from annotator.ui.textview.paragraphs import Blocks
from annotator.ui.textview.placement import Placer
from annotator.ui.textview.spans import SpanIndex
from annotator.ui.textview.style import Metrics

_KEPT = 400  # laid-out blocks kept in memory, the longest unseen dropped first


class ArticleLayout:
    """Where everything is. `width` is the column's, in pixels."""

    def __init__(
        self, text: str, blocks: Blocks, spans: SpanIndex, slots: Slots, placer: Placer, width: int
    ) -> None:
        self.text, self.blocks, self.spans, self.slots = text, blocks, spans, slots
        self.placer, self.width = placer, width
        self._laid: OrderedDict[int, LaidBlock] = OrderedDict()
        self._stale: set[int] = set()  # laid out, but its spans are to be placed again
        self._heights = Heights(self._guesses())

    @property
    def metrics(self) -> Metrics:
        return self.placer.metrics

    @property
    def height(self) -> int:
        return self._heights.total

    def __len__(self) -> int:
        return len(self.blocks)

    def top(self, block: int) -> int:
        return self._heights.top(block)

    def block_height(self, block: int) -> int:
        """The height now known or guessed."""
        return self._heights[block]

    def at(self, y: int) -> int:
        """The block at pixel row `y` of the whole, as far as heights are known."""
        return self._heights.at(y)

    def laid(self, number: int) -> LaidBlock:
        """The block, laid out and placed."""
        block = self._laid.get(number)
        if block is None:
            block = self._lay(number)
        elif number not in self._stale:
            self._laid.move_to_end(number)
            return block
        self._place(number, block)
        return block

    def seen(self, number: int) -> LaidBlock | None:
        """The block if it is laid out and its placing is not stale."""
        return None if number in self._stale else self._laid.get(number)

    def line_of(self, position: int, *, upstream: bool = False) -> tuple[int, LaidBlock, Line]:
        """The block's number, the block and the line that `position` is drawn on."""
        number = self.blocks.at(position)
        if upstream and number and position == self.blocks.ends[number - 1]:
            number -= 1
        block = self.laid(number)
        return number, block, block.lines[block.line_at(position, upstream=upstream)]

    def lines_from(self, number: int) -> Iterator[tuple[int, LaidBlock]]:
        """The blocks from `number` on, laid out one by one as they are asked for."""
        for i in range(number, len(self.blocks)):
            yield i, self.laid(i)

    def replace(self, start: int, end: int) -> range:
        """The spans in `start:end` changed: place them again when next seen. Returns the blocks."""
        touched = self.blocks.range(start, end)
        self._stale.update(i for i in self._laid if touched.start <= i < touched.stop)
        return touched

    def _lay(self, number: int) -> LaidBlock:
        block = LaidBlock(
            self.text,
            self.blocks.starts[number],
            self.blocks.ends[number],
            rtl=self.blocks.is_rtl(number),
            metrics=self.metrics,
            width=self.width,
        )
        self._laid[number] = block
        while len(self._laid) > _KEPT:
            dropped, _ = self._laid.popitem(last=False)
            self._stale.discard(dropped)
        return block

    def _place(self, number: int, block: LaidBlock) -> None:
        self._stale.discard(number)
        spans = self.spans.overlapping(block.start, max(block.end, block.start + 1))
        self.placer.place(block, spans, self.slots, self._gap(number))
        self._heights.set(number, block.height)

    def _gap(self, number: int) -> int:
        return self.metrics.paragraph_gap if self.blocks.closes_paragraph(number) else 0

    def _guesses(self) -> list[int]:
        """The height of every block if its letters were of average width."""
        metrics, blocks = self.metrics, self.blocks
        per_letter, pitch = metrics.character / max(1, self.width), metrics.pitch
        guesses = [
            (1 + int((end - start) * per_letter)) * pitch
            for start, end in zip(blocks.starts, blocks.ends, strict=True)
        ]
        for last in blocks.paragraph_ends():
            guesses[last] += metrics.paragraph_gap
        return guesses
