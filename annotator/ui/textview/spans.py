"""Which annotations touch a stretch of text: found among ten thousand in microseconds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from annotator.core.annotation import Annotation, reading_order

_LONG = 2048  # code points; longer spans are few and are looked through one by one
_Key = tuple[int, int, str, str]


def _key(annotation: Annotation) -> _Key:
    return (*reading_order(annotation), annotation.id)


class _Ordered:
    """Annotations in reading order, found by their start."""

    def __init__(self) -> None:
        self.keys: list[_Key] = []
        self.items: list[Annotation] = []

    def fill(self, annotations: Iterable[Annotation]) -> None:
        pairs = sorted((_key(a), a) for a in annotations)
        self.keys = [key for key, _ in pairs]
        self.items = [annotation for _, annotation in pairs]

    def add(self, annotation: Annotation) -> None:
        key = _key(annotation)
        i = bisect_left(self.keys, key)
        self.keys.insert(i, key)
        self.items.insert(i, annotation)

    def remove(self, annotation: Annotation) -> None:
        i = bisect_left(self.keys, _key(annotation))
        del self.keys[i], self.items[i]

    def starting(self, low: int, high: int) -> list[Annotation]:
        """Those with low <= start < high."""
        first = bisect_left(self.keys, (low,))
        return self.items[first : bisect_left(self.keys, (high,), lo=first)]


class SpanIndex:
    """The article's annotations, by id and by place. Ranges are half-open code points."""

    def __init__(self, annotations: Iterable[Annotation] = ()) -> None:
        self._by_id: dict[str, Annotation] = {a.id: a for a in annotations}
        self._short, self._long = _Ordered(), _Ordered()
        self._short.fill(a for a in self._by_id.values() if a.end - a.start <= _LONG)
        self._long.fill(a for a in self._by_id.values() if a.end - a.start > _LONG)

    def __len__(self) -> int:
        return len(self._by_id)

    def __iter__(self) -> Iterator[Annotation]:
        return iter(sorted(self._by_id.values(), key=_key))

    def get(self, annotation_id: str) -> Annotation | None:
        return self._by_id.get(annotation_id)

    def add(self, annotation: Annotation) -> None:
        """Put it in, in place of one with the same id if there is one."""
        self.remove(annotation.id)
        self._by_id[annotation.id] = annotation
        self._home(annotation).add(annotation)

    def remove(self, annotation_id: str) -> Annotation | None:
        """Take it out and return it; None when it was not there."""
        annotation = self._by_id.pop(annotation_id, None)
        if annotation is not None:
            self._home(annotation).remove(annotation)
        return annotation

    def overlapping(self, start: int, end: int) -> list[Annotation]:
        """Those that share a code point with `start:end`, in reading order."""
        short = [a for a in self._short.starting(start - _LONG, end) if a.end > start]
        long = [a for a in self._long.items if a.start < end and a.end > start]
        return sorted(short + long, key=_key) if long else short

    def at(self, position: int) -> list[Annotation]:
        """Those that hold the code point at `position`, the innermost (shortest) first."""
        return sorted(self.overlapping(position, position + 1), key=_inner_first)

    def neighbour(self, annotation: Annotation, step: int) -> Annotation | None:
        """The annotation `step` places on in reading order (negative: back), or None."""
        ordered = list(self)
        i = bisect_left([_key(a) for a in ordered], _key(annotation)) + step
        return ordered[i] if 0 <= i < len(ordered) else None

    def after(self, position: int) -> Annotation | None:
        """The first that starts at or after `position`."""
        found = [
            run.items[i]
            for run in (self._short, self._long)
            if (i := bisect_left(run.keys, (position,))) < len(run.items)
        ]
        return min(found, key=_key, default=None)

    def before(self, position: int) -> Annotation | None:
        """The last that starts before `position`."""
        found = [
            run.items[i - 1]
            for run in (self._short, self._long)
            if (i := bisect_left(run.keys, (position,))) > 0
        ]
        return max(found, key=_key, default=None)

    def _home(self, annotation: Annotation) -> _Ordered:
        return self._long if annotation.end - annotation.start > _LONG else self._short


def _inner_first(annotation: Annotation) -> tuple[int, int, str]:
    return (annotation.end - annotation.start, -annotation.start, annotation.id)
