"""Nested, crossing and sub-token spans made into one flat row of IOB2 tags, losses reported.

Where spans share a token the outermost wins: the longest in code points, of equals the one whose
label comes first in the label set, of those the first in the text. A span that begins or ends
inside a token tags the whole token.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from annotator.core.annotation import Annotation
from annotator.core.article import Article
from annotator.core.labels import LabelSet
from annotator.formats.loss import Loss, LossReport, LostSpan, Reason, article_name

Tokens = Sequence[tuple[int, int]]  # half-open code point ranges, in order


@dataclass(frozen=True, slots=True)
class Tagged:
    """An annotation that is written, over the tokens `first:last` (half-open)."""

    annotation: Annotation
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Flat:
    """One article's spans without overlap, in the order of the text, and what that cost."""

    tagged: tuple[Tagged, ...] = ()
    losses: tuple[Loss, ...] = field(default=())

    def report_to(self, report: LossReport) -> None:
        for loss in self.losses:
            report.add(loss)


_NOTHING = Flat()


def label_priority(labels: LabelSet) -> Mapping[str, int]:
    """Each label's rank in the set: the lower wins."""
    return {label.key: rank for rank, label in enumerate(labels)}


def flatten(
    article: Article,
    annotations: Sequence[Annotation],
    tokens: Tokens,
    priority: Mapping[str, int],
) -> Flat:
    """Which annotations a row of tags over `tokens` holds, and the loss for each that it does not.

    `annotations` are in reading order; so are the losses.
    """
    if not annotations:
        return _NOTHING
    touched = _touched_tokens(annotations, tokens)
    last_rank = len(priority)
    by_strength = sorted(
        range(len(annotations)),
        key=lambda i: (
            annotations[i].start - annotations[i].end,
            priority.get(annotations[i].label, last_rank),
            annotations[i].start,
            annotations[i].label,
            annotations[i].id,
        ),
    )
    owner: dict[int, Annotation] = {}  # token index -> the annotation that is written there
    tagged: list[Tagged] = []
    losses: dict[int, Loss] = {}
    for index in by_strength:
        annotation, (first, last) = annotations[index], touched[index]
        if first == last:
            losses[index] = _loss(article, annotation, Reason.NO_TOKEN)
            continue
        winner = next((owner[t] for t in range(first, last) if t in owner), None)
        if winner is not None:
            losses[index] = _beaten(article, annotation, winner, priority)
            continue
        for token in range(first, last):
            owner[token] = annotation
        tagged.append(Tagged(annotation, first, last))
        start, end = tokens[first][0], tokens[last - 1][1]
        if start < annotation.start or annotation.end < end:
            written = article.text[start:end]
            losses[index] = _loss(article, annotation, Reason.INSIDE_TOKEN, written)
    tagged.sort(key=lambda t: t.first)
    return Flat(tuple(tagged), tuple(losses[i] for i in sorted(losses)))


def iob2(tagged: Sequence[Tagged], count: int) -> list[str]:
    """The tag of each of `count` tokens: O, B-label or I-label."""
    tags = ["O"] * count
    for span in tagged:
        label = span.annotation.label
        tags[span.first] = f"B-{label}"
        if span.last - span.first > 1:
            tags[span.first + 1 : span.last] = [f"I-{label}"] * (span.last - span.first - 1)
    return tags


def _touched_tokens(annotations: Sequence[Annotation], tokens: Tokens) -> list[tuple[int, int]]:
    """For each annotation the half-open range of tokens that share a code point with it."""
    starts, ends = zip(*tokens, strict=True) if tokens else ((), ())
    ranges = []
    for annotation in annotations:
        first = bisect_right(ends, annotation.start)
        ranges.append((first, max(first, bisect_left(starts, annotation.end, first))))
    return ranges


def _beaten(
    article: Article, loser: Annotation, winner: Annotation, priority: Mapping[str, int]
) -> Loss:
    if winner.end - winner.start > loser.end - loser.start:
        reason = Reason.LONGER
    elif priority.get(winner.label) != priority.get(loser.label):
        reason = Reason.LABEL_ORDER
    else:
        reason = Reason.EARLIER
    return _loss(article, loser, reason, winner=winner)


def _loss(
    article: Article,
    annotation: Annotation,
    reason: Reason,
    written: str = "",
    winner: Annotation | None = None,
) -> Loss:
    return Loss(
        article=article.uuid,
        title=article_name(article),
        span=LostSpan.of(annotation),
        reason=reason,
        written=written,
        winner=LostSpan.of(winner) if winner is not None else None,
    )
