"""Which annotations touch a stretch of text: found among ten thousand in microseconds."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator

from annotator.core.annotation import Annotation, in_reading_order, reading_order
from annotator.core.span import Span

_LONG = 2048  # code points; longer spans are few and are looked through one by one


class _Ordered:
    """Annotations in reading order, found by their start."""

    def __init__(self, annotations: Iterable[Annotation]) -> None:
        self.items = in_reading_order(annotations)

    def add(self, annotation: Annotation) -> None:
        insort(self.items, annotation, key=reading_order)

    def remove(self, annotation: Annotation) -> None:
        del self.items[bisect_left(self.items, reading_order(annotation), key=reading_order)]

    def first(self, position: int) -> int:
        """Where those begin that start at `position` or after it."""
        return bisect_left(self.items, position, key=_start)

    def starting(self, low: int, high: int) -> list[Annotation]:
        """Those with low <= start < high."""
        first = self.first(low)
        return self.items[first : bisect_left(self.items, high, lo=first, key=_start)]


class SpanIndex:
    """The article's annotations, by id and by place. Ranges are half-open code points.

    With `rest` the annotations given are only those that touch `known`. `rest()` gives all, and is
    called when somebody looks further: what is answered is always true.
    """

    def __init__(
        self,
        annotations: Iterable[Annotation] = (),
        *,
        known: Span | None = None,
        rest: Callable[[], Iterable[Annotation]] | None = None,
    ) -> None:
        self._known, self._rest = known, rest
        self._fill(annotations)

    def _fill(self, annotations: Iterable[Annotation]) -> None:
        self._by_id: dict[str, Annotation] = {a.id: a for a in annotations}
        given = self._by_id.values()
        self._short = _Ordered(a for a in given if a.end - a.start <= _LONG)
        self._long = _Ordered(a for a in given if a.end - a.start > _LONG)

    def complete(self) -> None:
        """Ask for the rest, if there is one."""
        if self._rest is not None:
            rest, self._rest, self._known = self._rest, None, None
            self._fill(rest())

    def __len__(self) -> int:
        self.complete()
        return len(self._by_id)

    def __iter__(self) -> Iterator[Annotation]:
        self.complete()
        return iter(in_reading_order(self._by_id.values()))

    def get(self, annotation_id: str) -> Annotation | None:
        found = self._by_id.get(annotation_id)
        if found is None and annotation_id and self._rest is not None:
            self.complete()
            return self._by_id.get(annotation_id)
        return found

    def add(self, annotation: Annotation) -> None:
        """Put it in, in place of one with the same id if there is one."""
        self.remove(annotation.id)
        self._by_id[annotation.id] = annotation
        self._home(annotation).add(annotation)

    def remove(self, annotation_id: str) -> Annotation | None:
        """Take it out and return it; None when it was not there."""
        self.complete()
        annotation = self._by_id.pop(annotation_id, None)
        if annotation is not None:
            self._home(annotation).remove(annotation)
        return annotation

    def overlapping(self, start: int, end: int) -> list[Annotation]:
        """Those that share a code point with `start:end`, in reading order."""
        if self._known is not None and not self._known.start <= start < end <= self._known.end:
            self.complete()
        short = [a for a in self._short.starting(start - _LONG, end) if a.end > start]
        long = [a for a in self._long.items if a.start < end and a.end > start]
        return in_reading_order(short + long) if long else short

    def at(self, position: int) -> list[Annotation]:
        """Those that hold the code point at `position`, the innermost (shortest) first."""
        return sorted(self.overlapping(position, position + 1), key=_inner_first)

    def neighbour(self, annotation: Annotation, step: int) -> Annotation | None:
        """The annotation `step` places on in reading order (negative: back), or None."""
        ordered = list(self)
        i = bisect_left(ordered, reading_order(annotation), key=reading_order) + step
        return ordered[i] if 0 <= i < len(ordered) else None

    def after(self, position: int) -> Annotation | None:
        """The first that starts at or after `position`."""
        self.complete()
        found = [
            run.items[i]
            for run in (self._short, self._long)
            if (i := run.first(position)) < len(run.items)
        ]
        return min(found, key=reading_order, default=None)

    def before(self, position: int) -> Annotation | None:
        """The last that starts before `position`."""
        self.complete()
        found = [
            run.items[i - 1] for run in (self._short, self._long) if (i := run.first(position)) > 0
        ]
        return max(found, key=reading_order, default=None)

    def _home(self, annotation: Annotation) -> _Ordered:
        return self._long if annotation.end - annotation.start > _LONG else self._short


def _start(annotation: Annotation) -> int:
    return annotation.start


def _inner_first(annotation: Annotation) -> tuple[int, int, str]:
    return (annotation.end - annotation.start, -annotation.start, annotation.id)
