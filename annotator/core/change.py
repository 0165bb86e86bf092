"""What an operation changed, told to the views so that only what shows it repaints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from annotator.core.annotation import Annotation
from annotator.core.article import ArticleId


@dataclass(frozen=True, slots=True)
class OperationName:
    """What a step was, for the undo menu and the history: a kind and the fields of its template.

    The template of each kind is in `annotator.ops.names`.
    """

    kind: str
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The result of one operation, of its undo or of its redo.

    `replaced` pairs each annotation as it was with what it is now. `articles` are the rows of the
    article list to draw again; `article_set` says that articles came or went (lists reload);
    the texts of `revised` were replaced, and `bulk` is then true.
    `seq` is the journal's number, or None when nothing had to change.
    """

    name: OperationName
    seq: int | None = None
    added: tuple[Annotation, ...] = ()
    removed: tuple[Annotation, ...] = ()
    replaced: tuple[tuple[Annotation, Annotation], ...] = ()
    articles: frozenset[ArticleId] = frozenset()
    article_set: bool = False
    revised: frozenset[ArticleId] = frozenset()
    labels: bool = False
    settings: frozenset[str] = frozenset()
    bulk: bool = False  # too many annotations to list: every view reloads what it shows
