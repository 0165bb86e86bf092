"""Nested, crossing and sub-token spans made into one flat row of IOB2 tags, losses reported.

Where spans share a token the outermost wins: the longest in code points, of equals the one whose
label comes first in the label set, of those the first in the text. A span that begins or ends
inside a token tags the whole token.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.core.annotation import Annotation
from annotator.core.article import Article
from annotator.core.labels import LabelSet
from annotator.formats.loss import Loss, LossReport, LostSpan, Reason, article_name

Tokens = Sequence[tuple[int, int]]  # half-open code point ranges, in order


class Tagged(NamedTuple):
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
    starts, ends = zip(*tokens, strict=True) if tokens else ((), ())
    last_rank = len(priority)
    by_strength = sorted(
        (a.start - a.end, priority.get(a.label, last_rank), a.start, a.label, a.id, index)
        for index, a in enumerate(annotations)
    )
    taken, owner = bytearray(len(tokens)), [0] * len(tokens)  # owner: an index into `tagged`
    tagged: list[Tagged] = []
    losses: dict[int, Loss] = {}
    for *_, index in by_strength:
        annotation = annotations[index]
        first = bisect_right(ends, annotation.start)
        last = bisect_left(starts, annotation.end, first)
        if first == last:
            losses[index] = _loss(article, annotation, Reason.NO_TOKEN)
        elif 1 in taken[first:last]:
            winner = tagged[owner[taken.index(1, first)]].annotation
            losses[index] = _beaten(article, annotation, winner, priority)
        else:
            taken[first:last] = b"\1" * (last - first)
            owner[first:last] = [len(tagged)] * (last - first)
            tagged.append(Tagged(annotation, first, last))
            if starts[first] < annotation.start or annotation.end < ends[last - 1]:
                written = article.text[starts[first] : ends[last - 1]]
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
