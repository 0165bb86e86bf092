"""Heights of many blocks, some of them guesses: their running sum in logarithmic time."""

from __future__ import annotations

from collections.abc import Sequence


class Heights:
    """A Fenwick tree over whole pixels: `top(i)` is the sum of the heights before block `i`."""

    def __init__(self, heights: Sequence[int]) -> None:
        self._heights = list(heights)
        size = len(self._heights)
        tree = [0, *self._heights]
        for i in range(1, size + 1):
            parent = i + (i & -i)
            if parent <= size:
                tree[parent] += tree[i]
        self._tree = tree
        self._top_bit = 1 << size.bit_length() >> 1

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, block: int) -> int:
        return self._heights[block]

    @property
    def total(self) -> int:
        return self.top(len(self._heights))

    def set(self, block: int, height: int) -> None:
        difference = height - self._heights[block]
        if not difference:
            return
        self._heights[block] = height
        i = block + 1
        while i < len(self._tree):
            self._tree[i] += difference
            i += i & -i

    def top(self, block: int) -> int:
        total, i = 0, block
        while i > 0:
            total += self._tree[i]
            i -= i & -i
        return total

    def at(self, y: int) -> int:
        """The block that holds the pixel row `y`; the first or the last when `y` is outside."""
        block, step = 0, self._top_bit
        while step:
            reach = block + step
            if reach < len(self._tree) and self._tree[reach] <= y:
                block = reach
                y -= self._tree[reach]
            step >>= 1
        return min(block, len(self._heights) - 1)
