"""Further mentions of what is marked: found by folded match at word edges, labelled in one step."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from annotator.arabic.fold import find_all, fold, fold_with_map
from annotator.arabic.proclitics import HEADS, FrequencyProclitics, Proclitics
from annotator.arabic.tokens import Tokens
from annotator.core.annotation import Annotation, AnnotationId, Origin, new_annotation_id
from annotator.core.annotation_index import AnnotationIndex
from annotator.core.article import ArticleId
from annotator.core.change import Changes, OperationName
from annotator.core.span import OverlapPolicy, Span
from annotator.errors import UserError
from annotator.ops.attributes import filled_in
from annotator.ops.in_context import InContext
from annotator.ops.progress import Cancelled, Progress, check, ignore, never
from annotator.ops.project import GONE, GONE_REMEDY, Project, policy_of
from annotator.ops.rules import obstacle, shown
from annotator.store.reads import Reads


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(InContext):
    """A place where the label could go too."""


def preview_propagation(
    project: Project,
    annotation_id: AnnotationId | str,
    *,
    everywhere: bool = True,
    reader: Reads | None = None,
    progress: Progress = ignore,
    cancelled: Cancelled = never,
) -> list[Mention]:
    """Every further mention that `propagate` would label, in the order of articles.

    From a background thread, give it a `reader` of the project's store. Raises Stopped.
    """
    if reader is None:
        annotation = project.annotation(annotation_id)
        search = _Search(project.store, project.policy, project.proclitics, annotation)
    else:
        stored = reader.annotation(AnnotationId(annotation_id))
        if stored is None:
            raise UserError(GONE, remedy=GONE_REMEDY)
        annotation, words = stored, FrequencyProclitics(reader.word_counts())
        search = _Search(reader, policy_of(reader), words, annotation)
    found: list[Mention] = []
    articles = search.articles() if everywhere else [annotation.article]
    for done, article_id in enumerate(articles):
        check(cancelled)
        found.extend(search.mentions(article_id))
        progress(done + 1, len(articles))
    return found


def propagate(
    project: Project,
    annotation_id: AnnotationId | str,
    progress: Progress = ignore,
    cancelled: Cancelled = never,
    *,
    everywhere: bool = False,
    only: Collection[Mention] | None = None,
) -> Changes:
    """The annotation's label on every further mention in its article, or in the whole project;
    or on those of a preview that are `only` wanted and still free. One step. Raises Stopped.
    """
    annotation = project.annotation(annotation_id)
    wanted = None if only is None else {(m.article, m.span) for m in only}
    search = _Search(project.store, project.policy, project.proclitics, annotation)
    if only is not None:
        articles = sorted({mention.article for mention in only})
    else:
        articles = search.articles() if everywhere else [annotation.article]
    mentions: list[Mention] = []
    for done, article_id in enumerate(articles):
        check(cancelled)
        progress(done, len(articles))
        mentions += [
            mention
            for mention in search.mentions(article_id)
            if wanted is None or (mention.article, mention.span) in wanted
        ]
    fields = {
        "count": str(len(mentions)), "text": shown(annotation.text), "label": annotation.label,
    }  # fmt: skip
    label = project.labels.get(annotation.label)
    with project.store.operation(OperationName("propagate", fields)) as operation:
        for mention in mentions:
            operation.add(
                Annotation(
                    id=new_annotation_id(),
                    article=mention.article,
                    label=annotation.label,
                    start=mention.span.start,
                    end=mention.span.end,
                    text=mention.text,
                    attributes=filled_in(label, mention.text) or annotation.attributes,
                    annotator=project.annotator,
                    origin=Origin.PROPAGATED,
                    created=operation.now,
                    modified=operation.now,
                )
            )
    return project.absorb(operation.changes)


class _Search:
    """Mentions of one annotation, through one connection."""

    def __init__(
        self, reads: Reads, policy: OverlapPolicy, proclitics: Proclitics, annotation: Annotation
    ) -> None:
        self._reads = reads
        self._policy = policy
        self._proclitics = proclitics
        self._annotation = annotation
        self._counts = reads.word_counts()

    def articles(self) -> list[ArticleId]:
        """Those that may hold a mention, the annotation's own first."""
        own = self._annotation.article
        others = self._reads.search_candidates(self._annotation.text)
        return [own, *(article for article in others if article != own)]

    def mentions(self, article_id: ArticleId) -> Iterator[Mention]:
        article = self._reads.article(article_id)
        folded = fold_with_map(article.text)
        spans = find_all(folded, self._annotation.text)
        if not spans:
            return
        tokens = Tokens(article.text)
        index = AnnotationIndex(self._reads.annotations(article_id))
        for span in spans:
            if self._is_mention(tokens, span) and self._is_free(index, span):
                yield Mention.of(article, span)

    def _is_mention(self, tokens: Tokens, span: Span) -> bool:
        """Whether it ends with its last word and begins with its first, but for a proclitic."""
        last, first = tokens.at(span.end - 1), tokens.at(span.start)
        if first is None or last is None or last.end != span.end:
            return False
        if first.start == span.start:
            return True
        word, head = tokens.text(first), span.start - first.start
        if self._proclitics.length(word) == head:
            return True
        return self._names_it(word, word[:head], several=last > first)

    def _names_it(self, word: str, head: str, *, several: bool) -> bool:
        """Whether `head` is a proclitic because what follows is what the annotator named: certain
        for a name of several words, else when the project has the name more often than the word.
        """
        if fold(head) not in HEADS:
            return False
        if several:
            return True
        name = fold(self._annotation.text)
        return self._counts.get(name, 0) > self._counts.get(fold(word), 0)

    def _is_free(self, index: AnnotationIndex, span: Span) -> bool:
        """Whether nothing there says something of these letters already, nor forbids it."""
        there = index.overlapping(span)
        label = self._annotation.label
        if any(a.span == span or (a.label == label and a.span.contains(span)) for a in there):
            return False
        return obstacle(self._policy, span, there) is None
