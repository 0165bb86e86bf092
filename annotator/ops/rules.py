"""What may be marked: each request is adjusted to the guideline, or refused with a reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from annotator.arabic.edges import tidy
from annotator.core.annotation import Annotation, AnnotationId
from annotator.core.span import OverlapPolicy, Span
from annotator.errors import QT_TRANSLATE_NOOP, UserError
from annotator.ops.project import OpenArticle, Project

NOTHING = QT_TRANSLATE_NOOP("Errors", "There is nothing to mark here.")
NOTHING_REMEDY = QT_TRANSLATE_NOOP("Errors", "Select some letters.")
TOO_MUCH = QT_TRANSLATE_NOOP("Errors", "That is too much for one annotation: {letters} letters.")
TOO_MUCH_REMEDY = QT_TRANSLATE_NOOP("Errors", "Select fewer.")
CROSSES = QT_TRANSLATE_NOOP("Errors", "“{text}” would cross “{other}”, which is {label}.")
CROSSES_REMEDY = QT_TRANSLATE_NOOP(
    "Errors", "Let one of them hold the other, or allow crossing in the project's settings."
)
OVERLAPS = QT_TRANSLATE_NOOP("Errors", "“{text}” would overlap “{other}”, which is {label}.")
OVERLAPS_REMEDY = QT_TRANSLATE_NOOP(
    "Errors", "Remove that one first, or allow nesting in the project's settings."
)
TWICE = QT_TRANSLATE_NOOP("Errors", "“{text}” is {label} already.")
UNKNOWN = QT_TRANSLATE_NOOP("Errors", "The project has no label “{label}”.")
UNKNOWN_REMEDY = QT_TRANSLATE_NOOP("Errors", "Add it to the label set first.")

_PAIRS = {
    '"': '"', "'": "'", "«": "»", "“": "”", "”": "“", "‘": "’", "(": ")", "[": "]", "{": "}",
    "‹": "›", "﴾": "﴿",
}  # fmt: skip
_OPENING = frozenset(_PAIRS) | {"»"}
_CLOSING = frozenset(_PAIRS.values()) | {"«"}
_STOPS = frozenset("،,؛;:.…؟?!")
LONGEST: Final = 100_000  # code points of a span that somebody marks: far more than anyone means
_SHOWN = 60  # code points of a text shown in a message


class Refused(UserError):  # noqa: N818 - the answer to a request, not an accident
    """The project's rules do not allow what was asked for; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Request:
    """To mark the code points `start..end` of an article; `exact` means these very letters."""

    article: OpenArticle
    start: int
    end: int
    exact: bool = False


def adjusted(project: Project, request: Request) -> Span:
    """The span that the guideline makes of the request: edges tidy; unless `exact`, whole tokens
    without punctuation, quotes and a proclitic at their edges. Overlap is not looked at.

    Raises Refused when nothing is left, or more than an annotation is meant for.
    """
    text = request.article.text
    end = min(request.end, len(text))
    span = tidy(text, max(0, request.start), end) if request.start < end else None
    if span is not None and not request.exact:
        span = request.article.tokens.snap(span.start, span.end)
        span = span and tidy(text, span.start, span.end)
        if span is not None and len(span) <= LONGEST:
            span = _unwrapped(request.article, span)
            if project.setting("leave_out_proclitics", True):
                span = without_proclitic(project, request.article, span)
    if span is None:
        raise Refused(NOTHING, remedy=NOTHING_REMEDY)
    if len(span) > LONGEST:
        raise Refused(TOO_MUCH, remedy=TOO_MUCH_REMEDY, letters=f"{len(span):,}")
    return span


def without_proclitic(project: Project, article: OpenArticle, span: Span) -> Span:
    """`span` without the proclitic of its first token, where it begins with that token."""
    length = proclitic_length(project, article, span.start)
    if not length or span.start + length >= span.end:
        return span
    shorter = tidy(article.text, span.start + length, span.end)
    return span if shorter is None else _unwrapped(article, shorter)


def proclitic_length(project: Project, article: OpenArticle, start: int) -> int:
    """Code points of the proclitic of the token that begins at `start`; 0 when none does."""
    token = article.tokens.at(start)
    if token is None or token.start != start:
        return 0
    return project.proclitics.length(token.of(article.text))


def check_overlap(
    project: Project, article: OpenArticle, span: Span, *, but: AnnotationId | None = None
) -> None:
    """Raises Refused when the project's overlap policy forbids `span` beside the annotations that
    are there, `but` one."""
    others = [a for a in article.index.overlapping(span) if a.id != but]
    other = obstacle(project.policy, span, others)
    if other is None:
        return
    crossing = project.policy is OverlapPolicy.NESTED
    raise Refused(
        CROSSES if crossing else OVERLAPS,
        remedy=CROSSES_REMEDY if crossing else OVERLAPS_REMEDY,
        text=shown(span.of(article.text)),
        other=shown(other.text),
        label=other.label,
    )


def obstacle(policy: OverlapPolicy, span: Span, others: Iterable[Annotation]) -> Annotation | None:
    """The first of `others` that forbids `span`."""
    return next((other for other in others if policy.obstacle(span, (other.span,))), None)


def refuse_twice(article: OpenArticle, span: Span, label: str, *, but: AnnotationId) -> None:
    """Raises Refused when another annotation than `but` says the same of the same letters."""
    if any(a.label == label and a.id != but for a in article.index.at(span)):
        raise Refused(TWICE, text=shown(span.of(article.text)), label=label)


def known_label(project: Project, key: str) -> None:
    """Raises Refused unless the project has the label."""
    if key not in project.labels:
        raise Refused(UNKNOWN, remedy=UNKNOWN_REMEDY, label=key)


def shown(text: str) -> str:
    """`text` as a message or the undo menu shows it: one line, not too long."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


def _unwrapped(article: OpenArticle, span: Span) -> Span:
    """Without the punctuation at its edges that is not the name's own: stops, a pair of quotes or
    brackets around all of it, and one whose other half is outside. All punctuation stays as it is.
    """
    tokens = article.tokens.within(span.start, span.end)
    if not any(map(article.tokens.is_word, tokens)):
        return span
    first, last = 0, len(tokens) - 1
    start, end = span.start, span.end
    changed = True
    while changed and first < last:
        head, tail = tokens[first].of(article.text), tokens[last].of(article.text)
        inner = article.text[tokens[first].end : tokens[last].start]
        drop_head = head in _STOPS or (head in _OPENING and not _closed_inside(head, inner, tail))
        drop_tail = tail in _STOPS or (tail in _CLOSING and not _opened_inside(tail, inner, head))
        if drop_head:
            first += 1
            start = tokens[first].start
        if drop_tail and first < last:
            last -= 1
            end = tokens[last].end
        changed = drop_head or drop_tail
    return tidy(article.text, start, end) or span  # a token may end with a direction mark


def _closed_inside(opening: str, inner: str, tail: str) -> bool:
    """Whether the quote that begins the span is closed before the span's last token."""
    closing = _PAIRS.get(opening, "«")
    if opening == closing:
        return inner.count(closing) % 2 == 1
    return closing in inner and tail != closing


def _opened_inside(closing: str, inner: str, head: str) -> bool:
    """Whether the quote that ends the span is opened after the span's first token."""
    opening = next((o for o, c in _PAIRS.items() if c == closing), "»")
    if opening == closing:
        return inner.count(opening) % 2 == 1
    return opening in inner and head != opening
