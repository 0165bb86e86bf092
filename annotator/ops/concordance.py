"""Every place in the project where some words stand, in its context (KWIC), and marking them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from annotator.arabic.fold import find_all, fold_with_map
from annotator.core.annotation import Annotation, Origin, new_annotation_id
from annotator.core.annotation_index import AnnotationIndex
from annotator.core.article import ArticleId
from annotator.core.change import Changes, OperationName
from annotator.core.span import Span
from annotator.ops.attributes import filled_in
from annotator.ops.in_context import InContext
from annotator.ops.progress import Cancelled, Progress, check, ignore, never
from annotator.ops.project import OpenArticle, Project
from annotator.ops.rules import Refused, Request, adjusted, check_overlap, known_label
from annotator.store.reads import Reads

MOST: Final = 10_000  # hits past which nobody reads on


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit(InContext):
    """A place that reads as was searched. `labels` are the keys of the annotations that share
    letters with it, the innermost first."""

    labels: tuple[str, ...] = ()


def concordance(
    reader: Reads,
    query: str,
    found: Callable[[Sequence[Hit]], object],
    *,
    progress: Progress = ignore,
    cancelled: Cancelled = never,
) -> bool:
    """Give the hits of each article to `found`, in the order of import; whether that was all of
    them: it stops at `MOST`.

    Raises Stopped. A query without a word is found nowhere.
    """
    articles = reader.search_candidates(query)
    left = MOST
    for done, article_id in enumerate(articles):
        check(cancelled)
        hits = _hits(reader, article_id, query)
        found(hits[:left])
        left -= len(hits)
        if left < 0:
            return False
        progress(done + 1, len(articles))
    return True


def labelled_again(
    reader: Reads, hits: Sequence[Hit], progress: Progress = ignore, cancelled: Cancelled = never
) -> list[Hit]:
    """The hits with the labels that their letters have by now. Raises Stopped."""
    indexes: dict[ArticleId, AnnotationIndex] = {}
    articles = dict.fromkeys(hit.article for hit in hits)
    for done, article in enumerate(articles):
        check(cancelled)
        progress(done, len(articles))
        indexes[article] = AnnotationIndex(reader.annotations(article))
    return [replace(hit, labels=_labels(indexes[hit.article], hit.span)) for hit in hits]


def tag_hits(
    project: Project,
    hits: Sequence[Hit],
    label: str,
    progress: Progress = ignore,
    cancelled: Cancelled = never,
) -> Changes:
    """Mark the hits with the label of that key, each adjusted by the rules as one that is marked by
    hand; those that the rules refuse, and that have the label already, are let be. One step.

    Raises UserError for an unknown label, and Stopped.
    """
    known_label(project, label)
    chosen = _free(project, hits, label, progress, cancelled)
    fields = {"text": hits[0].text if hits else "", "label": label, "count": str(len(chosen))}
    with project.store.operation(OperationName("tag_hits", fields)) as operation:
        for article, span, text in chosen:
            operation.add(
                Annotation(
                    id=new_annotation_id(), article=article, label=label,
                    start=span.start, end=span.end, text=text,
                    attributes=filled_in(project.labels.get(label), text),
                    annotator=project.annotator, origin=Origin.PROPAGATED,
                    created=operation.now, modified=operation.now,
                )
            )  # fmt: skip
    return project.absorb(operation.changes)


def _free(
    project: Project, hits: Sequence[Hit], label: str, progress: Progress, cancelled: Cancelled
) -> list[tuple[ArticleId, Span, str]]:
    """Where the hits that can be marked are, none over another, and the letters there."""
    found: list[tuple[ArticleId, Span, str]] = []
    for done, hit in enumerate(sorted(hits, key=lambda hit: (hit.article, hit.span.start))):
        check(cancelled)
        progress(done, len(hits))
        article = project.article(hit.article)
        span = _markable(project, article, hit, label)
        taken = found[-1][1].end if found and found[-1][0] == hit.article else 0
        if span is not None and span.start >= taken:
            found.append((hit.article, span, span.of(article.text)))
    return found


def _markable(project: Project, article: OpenArticle, hit: Hit, label: str) -> Span | None:
    if hit.span.of(article.text) != hit.text:
        return None  # revised since
    try:
        span = adjusted(project, Request(article, hit.span.start, hit.span.end))
        check_overlap(project, article, span)
    except Refused:
        return None
    there = article.index.overlapping(span)
    says_it = any(a.span == span or (a.label == label and a.span.contains(span)) for a in there)
    return None if says_it else span


def _hits(reader: Reads, article_id: ArticleId, query: str) -> list[Hit]:
    article = reader.article(article_id)
    spans = find_all(fold_with_map(article.text), query)
    if not spans:
        return []
    index = AnnotationIndex(reader.annotations(article_id))
    return [Hit.of(article, span, labels=_labels(index, span)) for span in spans]


def _labels(index: AnnotationIndex, span: Span) -> tuple[str, ...]:
    inner_first = sorted(index.overlapping(span), key=lambda a: (a.end - a.start, a.id))
    return tuple(dict.fromkeys(annotation.label for annotation in inner_first))
