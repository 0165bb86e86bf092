"""Slots: which of the nested boxes and underlines each overlapping span gets.

Slot 0 hugs the text; a span that contains another always has a higher slot, so its box encloses the
other's; two spans that share a letter never have the same slot. Past `MOST` they are not drawn one
by one (`OVERFLOW`): ten thousand nested spans must not need ten thousand underlines.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from annotator.core.annotation import Annotation
from annotator.ui.textview.spans import SpanIndex

MOST = 7
OVERFLOW = MOST


class Slots:
    """Slots of an index's annotations, computed when first asked, one tangle of spans a time."""

    def __init__(self, index: SpanIndex) -> None:
        self._index = index
        self._slots: dict[str, int] = {}

    def of(self, annotation: Annotation) -> int:
        slot = self._slots.get(annotation.id)
        if slot is None:
            _, _, tangle = self._tangle(annotation.start, annotation.end)
            self._slots.update(assign(tangle))
            slot = self._slots[annotation.id]
        return slot

    def forget(self, start: int, end: int) -> tuple[int, int]:
        """Drop what was computed for all spans entangled with `start:end`.

        Returns the range in which the drawing may now differ. Call it before a span is taken out
        and after one is put in.
        """
        low, high, tangle = self._tangle(start, end)
        for annotation in tangle:
            self._slots.pop(annotation.id, None)
        return low, high

    def _tangle(self, start: int, end: int) -> tuple[int, int, list[Annotation]]:
        """The spans connected with `start:end` through overlaps, and the range they cover."""
        while True:
            found = self._index.overlapping(start, end)
            low = min((a.start for a in found), default=start)
            high = max((a.end for a in found), default=end)
            if low >= start and high <= end:
                return start, end, found
            start, end = min(low, start), max(high, end)


def assign(annotations: Iterable[Annotation]) -> dict[str, int]:
    """The slot of each id: short spans first, each in the lowest slot free over its letters."""
    taken: list[list[tuple[int, int]]] = [[] for _ in range(MOST)]
    slots: dict[str, int] = {}
    for a in sorted(annotations, key=lambda a: (a.end - a.start, a.start, a.id)):
        slots[a.id] = OVERFLOW
        for slot, ranges in enumerate(taken):
            i = bisect_left(ranges, (a.start, a.end))
            clear_before = i == 0 or ranges[i - 1][1] <= a.start
            clear_after = i == len(ranges) or ranges[i][0] >= a.end
            if clear_before and clear_after:
                ranges.insert(i, (a.start, a.end))
                slots[a.id] = slot
                break
    return slots
