"""A revised text in the place of an article's own, its annotations taken along. One step.

What happens to each annotation is planned without writing anything, so that it can be looked at
first; undo brings back the text and every annotation as they were. What is known about the article
(title, status, note) stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from annotator.arabic.alignment import Alignment
from annotator.core.annotation import Annotation
from annotator.core.article import Article, ArticleId
from annotator.core.change import Changes, OperationName
from annotator.core.labels import LabelSet
from annotator.errors import QT_TRANSLATE_NOOP, UserError
from annotator.ops.anchoring import Anchor, Fate, anchors
from annotator.ops.attributes import read_again
from annotator.ops.progress import Cancelled, Progress, check, ignore, never
from annotator.ops.project import Project
from annotator.ops.rules import shown
from annotator.store.operation import Operation
from annotator.store.reads import Reads, name_of

__all__ = ["Anchor", "Fate", "Revision", "plan_revision", "revise", "write_revision"]

DAMAGED_REMEDY = QT_TRANSLATE_NOOP("Errors", "Restore a backup before it is revised.")
EMPTY = QT_TRANSLATE_NOOP("Errors", "The revision holds no text.")


@dataclass(frozen=True)
class Revision:
    """What replacing the article's text by `text` does to each of its annotations, in reading
    order."""

    article: Article
    text: str
    anchors: tuple[Anchor, ...]

    @property
    def changes_text(self) -> bool:
        return self.text != self.article.text

    @cached_property
    def counts(self) -> Mapping[Fate, int]:
        """How many annotations meet each fate, every fate named."""
        met = Counter(anchor.fate for anchor in self.anchors)
        return {fate: met[fate] for fate in Fate}


def plan_revision(store: Reads, article_id: ArticleId, text: str) -> Revision:
    """What `text` (canonical, as readers give it) in the place of the article's own would do.

    Raises UserError when the article is gone or damaged, or `text` is blank.
    """
    if not text.strip():
        raise UserError(EMPTY)
    loaded = store.load(article_id)
    if loaded.problems:
        problem = loaded.problems[0]
        raise UserError(problem.template, remedy=DAMAGED_REMEDY, **problem.fields)
    article = loaded.article
    placed = anchors(Alignment(article.text, text), loaded.annotations)
    return Revision(article=article, text=text, anchors=tuple(placed))


def revise(
    project: Project,
    *revisions: Revision,
    progress: Progress = ignore,
    cancelled: Cancelled = never,
) -> Changes:
    """Do what was planned, all of it in one step. Nothing is done (`seq` is None) when the texts
    are the articles' own.

    Raises UserError when an article or an annotation of it has changed since; Stopped.
    """
    if len(revisions) == 1:
        name = OperationName("revise", {"title": shown(name_of(revisions[0].article))})
    else:
        name = OperationName("revise_many", {"count": str(len(revisions))})
    with project.store.operation(name) as operation:
        for done, revision in enumerate(revisions):
            check(cancelled)
            progress(done, len(revisions))
            write_revision(operation, revision, project.labels)
    return project.absorb(operation.changes)


def write_revision(operation: Operation, revision: Revision, labels: LabelSet) -> None:
    """The writing of `revise`, within an operation that may do more."""
    if not revision.changes_text:
        return
    operation.replace_text(revision.article.id, revision.article.text, revision.text)
    for anchor in revision.anchors:
        old = anchor.annotation
        if anchor.span is None:
            operation.remove(old)
        elif (new := _anchored(anchor, revision.text, labels)) != old:
            stamped = max(operation.now, old.created)  # a clock may have gone back
            operation.replace(old, replace(new, modified=stamped))


def _anchored(anchor: Anchor, text: str, labels: LabelSet) -> Annotation:
    """The annotation where it is now; a doubtful one needs review."""
    old, span = anchor.annotation, anchor.span
    assert span is not None
    covered = span.of(text)
    return replace(
        old,
        start=span.start,
        end=span.end,
        text=covered,
        attributes=read_again(labels.get(old.label), old, covered),
        review=old.review or anchor.fate is Fate.DOUBTFUL,
    )
