"""Where the [ and ] keys move an edge: over a clitic in one step, else letter by letter; with Alt,
letter by letter always.

Each takes the project, the article and a span and returns the span with one edge moved, or None
where it can go no further. Edges stay off white space and whole graphemes.
"""

from __future__ import annotations

from collections.abc import Callable

from annotator.arabic.edges import tidy
from annotator.arabic.graphemes import next_boundary, previous_boundary
from annotator.arabic.proclitics import enclitic_length
from annotator.core.span import Span
from annotator.ops.project import OpenArticle, Project
from annotator.ops.rules import proclitic_length

Mover = Callable[[Project, OpenArticle, Span], Span | None]


def start_out(project: Project, article: OpenArticle, span: Span) -> Span | None:
    token_start = _token_start(article, span.start)
    if token_start is not None and _proclitic_ends_at(project, article, token_start, span.start):
        return Span(token_start, span.end)
    return start_out_letter(project, article, span)


def start_out_letter(_project: Project, article: OpenArticle, span: Span) -> Span | None:
    start = span.start
    while start > 0:
        start = previous_boundary(article.text, start)
        moved = tidy(article.text, start, span.end)
        if moved is not None and moved.start < span.start:
            return Span(moved.start, span.end)
    return None


def start_in(project: Project, article: OpenArticle, span: Span) -> Span | None:
    length = proclitic_length(project, article, span.start)
    if not length:
        return start_in_letter(project, article, span)
    return _from(article, span.start + length, span)


def start_in_letter(_project: Project, article: OpenArticle, span: Span) -> Span | None:
    return _from(article, next_boundary(article.text, span.start), span)


def end_out(project: Project, article: OpenArticle, span: Span) -> Span | None:
    token = article.tokens.at(span.end - 1)
    if token is not None and span.end < token.end:
        enclitic = enclitic_length(token.of(article.text))
        if span.end + enclitic == token.end:
            return Span(span.start, token.end)
    return end_out_letter(project, article, span)


def end_out_letter(_project: Project, article: OpenArticle, span: Span) -> Span | None:
    text, end = article.text, span.end
    while end < len(text):
        end = next_boundary(text, end)
        moved = tidy(text, span.start, end)
        if moved is not None and moved.end > span.end:
            return Span(span.start, moved.end)
    return None


def end_in(project: Project, article: OpenArticle, span: Span) -> Span | None:
    token = article.tokens.at(span.end - 1)
    if token is not None and token.end == span.end:
        length = enclitic_length(token.of(article.text))
        if length and span.end - length > span.start:
            return _until(article, span, span.end - length)
    return end_in_letter(project, article, span)


def end_in_letter(_project: Project, article: OpenArticle, span: Span) -> Span | None:
    return _until(article, span, previous_boundary(article.text, span.end))


MOVERS: dict[str, Mover] = {
    mover.__name__: mover
    for mover in (
        start_out, start_in, end_out, end_in,
        start_out_letter, start_in_letter, end_out_letter, end_in_letter,
    )
}  # fmt: skip


def _from(article: OpenArticle, start: int, span: Span) -> Span | None:
    """`span` from `start` on, or from the first place after it where a span may begin."""
    moved = tidy(article.text, start, span.end) if start < span.end else None
    return moved and Span(moved.start, span.end)


def _until(article: OpenArticle, span: Span, end: int) -> Span | None:
    """`span` up to `end`, or to the last place before it where a span may end."""
    moved = tidy(article.text, span.start, end) if span.start < end else None
    return moved and Span(span.start, moved.end)


def _token_start(article: OpenArticle, position: int) -> int | None:
    """Where the token that holds `position` begins."""
    token = article.tokens.at(position)
    return None if token is None else token.start


def _proclitic_ends_at(
    project: Project, article: OpenArticle, token_start: int, position: int
) -> bool:
    length = proclitic_length(project, article, token_start)
    return bool(length) and token_start + length == position
