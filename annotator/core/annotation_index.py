"""The annotations of one article in reading order, and which of them touch a span, found fast.

Chunks of some hundred annotations, each knowing how far to the right its spans reach: an insertion
moves one chunk, and a question looks only into the chunks that can hold an answer, however long an
outer span is and however many are nested in it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator

from annotator.core.annotation import (
    Annotation,
    AnnotationId,
    ReadingOrder,
    in_reading_order,
    reading_order,
)
from annotator.core.span import Span

_FULL = 256  # annotations at which a chunk is halved


class _Chunk:
    __slots__ = ("items", "reach")

    def __init__(self, items: list[Annotation]) -> None:
        self.items = items
        self.measure()

    def measure(self) -> None:
        self.reach = max((item.end for item in self.items), default=0)

    def add(self, annotation: Annotation) -> None:
        insort(self.items, annotation, key=reading_order)
        self.reach = max(self.reach, annotation.end)

    def remove(self, annotation: Annotation) -> None:
        place = bisect_left(self.items, reading_order(annotation), key=reading_order)
        if place == len(self.items) or self.items[place].id != annotation.id:
            raise KeyError(annotation.id)
        del self.items[place]
        if annotation.end == self.reach:
            self.measure()


class AnnotationIndex:
    """Iterates in reading order."""

    def __init__(self, annotations: Iterable[Annotation] = ()) -> None:
        items = in_reading_order(annotations)
        half = _FULL // 2
        self._chunks = [_Chunk(items[i : i + half]) for i in range(0, len(items), half)]
        self._by_id = {item.id: item for item in items}
        self._sequence: tuple[Annotation, ...] | None = None

    def __len__(self) -> int:
        return len(self._by_id)

    def __iter__(self) -> Iterator[Annotation]:
        return iter(self.sequence)

    def __contains__(self, annotation_id: object) -> bool:
        return annotation_id in self._by_id

    @property
    def sequence(self) -> tuple[Annotation, ...]:
        """All of them; made anew only after a change."""
        if self._sequence is None:
            self._sequence = tuple(item for chunk in self._chunks for item in chunk.items)
        return self._sequence

    def get(self, annotation_id: AnnotationId) -> Annotation | None:
        return self._by_id.get(annotation_id)

    def add(self, annotation: Annotation) -> None:
        """Raises ValueError when its id is there already."""
        if annotation.id in self._by_id:
            raise ValueError(f"there already: {annotation.id}")
        self._sequence = None
        self._by_id[annotation.id] = annotation
        if not self._chunks:
            self._chunks.append(_Chunk([annotation]))
            return
        at = self._chunk_of(annotation)
        chunk = self._chunks[at]
        chunk.add(annotation)
        if len(chunk.items) >= _FULL:
            half = _FULL // 2
            self._chunks[at : at + 1] = [
                _Chunk(chunk.items[:half]),
                _Chunk(chunk.items[half:]),
            ]

    def remove(self, annotation: Annotation) -> None:
        """Raises KeyError when it, as it is given, is not there."""
        if self._by_id.get(annotation.id) is None:
            raise KeyError(annotation.id)
        at = self._chunk_of(annotation)
        self._chunks[at].remove(annotation)
        if not self._chunks[at].items:
            del self._chunks[at]
        del self._by_id[annotation.id]
        self._sequence = None

    def replace(self, old: Annotation, new: Annotation) -> None:
        self.remove(old)
        self.add(new)

    def overlapping(self, span: Span) -> list[Annotation]:
        """Those that share a letter with `span`, in reading order."""
        return [
            item
            for chunk in self._chunks_before(span.end)
            if chunk.reach > span.start
            for item in chunk.items
            if item.start < span.end and span.start < item.end
        ]

    def at(self, span: Span) -> list[Annotation]:
        """Those whose span is exactly `span`."""
        return [a for a in self.overlapping(span) if a.start == span.start and a.end == span.end]

    def _chunk_of(self, annotation: Annotation) -> int:
        key = reading_order(annotation)
        return max(0, bisect_right(self._chunks, key, key=_first) - 1)

    def _chunks_before(self, position: int) -> list[_Chunk]:
        """The chunks that begin before `position`."""
        count = bisect_left(self._chunks, position, key=lambda chunk: chunk.items[0].start)
        return self._chunks[:count]


def _first(chunk: _Chunk) -> ReadingOrder:
    return reading_order(chunk.items[0])
