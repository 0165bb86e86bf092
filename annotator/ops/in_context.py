"""A place in an article with the words around it, as lists of such places show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Self

from annotator.core.article import Article, ArticleId
from annotator.core.span import Span
from annotator.store.reads import name_of

_AROUND: Final = 80  # code points of context on each side


@dataclass(frozen=True, slots=True)
class InContext:
    """`span` of an article; `before` and `after` are the text around it."""

    article: ArticleId
    title: str
    span: Span
    text: str
    before: str
    after: str

    @classmethod
    def of(cls, article: Article, span: Span, **more: Any) -> Self:
        """The place, with whatever else a subclass tells of it."""
        text = article.text
        return cls(
            article=article.id,
            title=name_of(article),
            span=span,
            text=span.of(text),
            before=text[max(0, span.start - _AROUND) : span.start],
            after=text[span.end : span.end + _AROUND],
            **more,
        )
