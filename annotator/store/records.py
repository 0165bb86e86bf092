"""What the store is asked and what it answers, beside the core's own types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

from annotator.core.annotation import AnnotationId, Origin
from annotator.core.article import ArticleId, Meta, Status
from annotator.core.change import OperationName


class SortKey(StrEnum):
    """What a list of articles is ordered by; `IMPORTED` is the order in which they came."""

    IMPORTED = "imported"
    TITLE = "title"
    STATUS = "status"
    ANNOTATIONS = "annotations"
    OUTLET = "outlet"
    DATE = "date"
    TOKENS = "tokens"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleQuery:
    """A filter and an order over the article list; each filter left out lets everything pass.

    `text` is folded and matched against words of title and text; `label` is a label's key.
    """

    text: str = ""
    status: Status | None = None
    label: str | None = None
    flag: bool | None = None
    outlet: str | None = None
    sort: SortKey = SortKey.IMPORTED
    descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """One line of the article list. `opening` is the beginning of the text, on one line."""

    id: ArticleId
    title: str
    opening: str
    status: Status
    flag: bool
    count: int
    outlet: str
    date: str
    tokens: int


class NewSpan(Protocol):
    """An annotation that comes in with its article. What is empty the project fills in: a new id,
    the name of its annotator, the time of the import."""

    @property
    def id(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def attributes(self) -> Mapping[str, Any]: ...
    @property
    def note(self) -> str: ...
    @property
    def review(self) -> bool: ...
    @property
    def annotator(self) -> str: ...
    @property
    def origin(self) -> Origin: ...
    @property
    def created(self) -> str: ...
    @property
    def modified(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class NewArticle:
    """An article about to be imported: canonical text, and its number is given by the project."""

    text: str
    meta: Meta = field(default_factory=Meta)
    uuid: str | None = None
    status: Status = Status.NEW
    flag: bool = False
    note: str = ""
    spans: Sequence[NewSpan] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """Counts over the whole project. Label keys are in the label set's order."""

    articles: int
    annotations: int
    tokens: int
    by_status: Mapping[Status, int]
    by_label: Mapping[str, int]
    by_annotator: Mapping[str, int]
    to_review: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEntry:
    """One journalled step of one annotation, oldest first in a history.

    `before` and `after` are the row as the journal holds it; None where it did not exist.
    `state` is "done", "undone" or "discarded" (undone, and then overtaken by another step).
    """

    seq: int
    name: OperationName
    at: str
    who: str
    state: str
    before: Mapping[str, object] | None
    after: Mapping[str, object] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something in the file that is not as it was written: a template of the "Errors" context and
    its fields, and which article and annotation it is about (None: the file as a whole)."""

    template: str
    fields: Mapping[str, str] = field(default_factory=dict)
    article: ArticleId | None = None
    annotation: AnnotationId | None = None

    def __str__(self) -> str:
        return self.template.format(**self.fields)
