"""An annotation: a labelled span of one article, sealed with the text it covers."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from operator import attrgetter, eq
from types import MappingProxyType
from typing import NewType

from annotator.core.article import ArticleId
from annotator.core.span import Span

AnnotationId = NewType("AnnotationId", str)
AttributeValue = str | int | float | bool | list[float]
NO_ATTRIBUTES: Mapping[str, AttributeValue] = MappingProxyType({})


class Origin(StrEnum):
    MANUAL = "manual"
    PROPAGATED = "propagated"
    SUGGESTED = "suggested"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """`article.text[start:end]` is `text` (the seal) and carries `label`, a label's key.

    `created` and `modified` are UTC, ISO 8601 with microseconds and a final Z.
    """

    id: AnnotationId
    article: ArticleId
    label: str
    start: int
    end: int
    text: str
    attributes: Mapping[str, AttributeValue] = field(default_factory=lambda: NO_ATTRIBUTES)
    note: str = ""
    review: bool = False
    annotator: str
    origin: Origin = Origin.MANUAL
    score: float | None = None
    created: str
    modified: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def sealed_in(self, text: str) -> bool:
        """Whether the article's `text` still holds, at this place, what was annotated."""
        return text[self.start : self.end] == self.text


def new_annotation_id() -> AnnotationId:
    return AnnotationId(str(uuid.uuid4()))


ReadingOrder = tuple[int, int, str, str]


def reading_order(annotation: Annotation) -> ReadingOrder:
    """Sort key: by start, the outer before the inner, then by label, and by id: no two are
    equal."""
    return annotation.start, -annotation.end, annotation.label, annotation.id


_start = attrgetter("start")


def in_reading_order(annotations: Iterable[Annotation]) -> list[Annotation]:
    """Sorted by their starts, which is fast, and by the rest where two begin at one place."""
    found = sorted(annotations, key=_start)
    starts = list(map(_start, found))
    if any(map(eq, starts, islice(starts, 1, None))):
        found.sort(key=reading_order)
    return found
