"""An article's text cut into the blocks that are laid out one by one.

A block is a paragraph, or, where a paragraph is very long, a stretch of it that ends at a sentence
or a space. Positions are code points of the whole text; a block leaves out its line break.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from annotator.arabic.direction import paragraph_is_rtl
from annotator.arabic.graphemes import previous_boundary

LONGEST = 1600  # code points: one such block lays out in about 1.5 ms
_SHORTEST = LONGEST // 2
_LOOK = 400  # code points in which a first strong character is looked for
_SENTENCE_END = re.compile(r"[.!?؟…][\"'»”’)\]]*\s+")
_SPACE = re.compile(r"\s+")


class Blocks:
    """`starts[i]:ends[i]` is block i's text; there is always at least one block."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.starts = array("q")
        self.ends = array("q")
        self._paragraphs = array("q")  # start of the paragraph that the block is in
        self._rtl: dict[int, bool] = {}
        start = 0
        while True:
            end = text.find("\n", start)
            self._add(start, len(text) if end < 0 else end)
            if end < 0:
                break
            start = end + 1

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, position: int) -> int:
        """The block that `position` is drawn in; a cut belongs to the block after it."""
        return max(0, bisect_right(self.starts, position) - 1)

    def range(self, start: int, end: int) -> range:
        """The blocks that `text[start:end]` touches."""
        return range(self.at(start), self.at(max(start, end - 1)) + 1)

    def opens_paragraph(self, block: int) -> bool:
        return self.starts[block] == self._paragraphs[block]

    def closes_paragraph(self, block: int) -> bool:
        return block + 1 >= len(self.starts) or self.opens_paragraph(block + 1)

    def paragraph_ends(self) -> Iterator[int]:
        """The last block of each paragraph."""
        for block, (this, following) in enumerate(pairwise(self._paragraphs)):
            if this != following:
                yield block
        yield len(self.starts) - 1

    def paragraph(self, block: int) -> tuple[int, int]:
        """Start and end of the whole paragraph that holds the block."""
        start = self._paragraphs[block]
        last = bisect_right(self._paragraphs, start) - 1
        return start, self.ends[last]

    def is_rtl(self, block: int) -> bool:
        """Direction by the paragraph's first strong letter; right to left where it has none."""
        start = self._paragraphs[block]
        known = self._rtl.get(start)
        if known is None:
            known = self._rtl[start] = paragraph_is_rtl(self._opening(start))
        return known

    def _opening(self, start: int) -> str:
        end = self._text.find("\n", start, start + _LOOK)
        return self._text[start : start + _LOOK if end < 0 else end]

    def _add(self, start: int, end: int) -> None:
        paragraph = start
        while end - start > LONGEST:
            cut = _cut(self._text, start)
            self._append(start, cut, paragraph)
            start = cut
        self._append(start, end, paragraph)

    def _append(self, start: int, end: int, paragraph: int) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self._paragraphs.append(paragraph)


def _cut(text: str, start: int) -> int:
    """Where a block from `start` ends: after a sentence, a space, or at worst a whole letter."""
    low, high = start + _SHORTEST, start + LONGEST
    for pattern in (_SENTENCE_END, _SPACE):
        ends = [match.end() for match in pattern.finditer(text, low, high)]
        if ends:
            return ends[-1]
    return max(previous_boundary(text, high), start + 1)
