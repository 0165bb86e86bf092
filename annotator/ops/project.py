"""An open project as the operations see it: the store, and what is kept at hand meanwhile."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any
from weakref import WeakValueDictionary

from annotator.arabic.enclitics import FrequencyEnclitics
from annotator.arabic.fold import Folded, fold_with_map
from annotator.arabic.morphology import INSTALLING, camel_proclitics, camel_segmenter
from annotator.arabic.proclitics import FrequencyProclitics, Proclitics
from annotator.arabic.segmentation import CliticSegmenter, Segmenter
from annotator.arabic.token_rules import TokenRules
from annotator.arabic.tokens import Tokens
from annotator.core.annotation import Annotation, AnnotationId
from annotator.core.annotation_index import AnnotationIndex
from annotator.core.article import Article, ArticleId
from annotator.core.change import Changes
from annotator.core.closing import Closing
from annotator.core.labels import LabelSet
from annotator.core.span import OverlapPolicy, Span
from annotator.errors import QT_TRANSLATE_NOOP, UserError
from annotator.formats.label_toml import default_labels
from annotator.formats.options import Segments
from annotator.ops.progress import Cancelled, Progress, check, ignore, never
from annotator.store import Store
from annotator.store.reads import Reads
from annotator.store.records import Problem

GONE = QT_TRANSLATE_NOOP("Errors", "The annotation is no longer in the project.")
GONE_REMEDY = QT_TRANSLATE_NOOP("Errors", "It may have been removed: undo brings it back.")
NUMBER_TOKENS, TATWEEL_TOKENS = "number_tokens", "tatweel_tokens"  # settings of a project
_KEPT = 4  # articles kept at hand after they are left


class OpenArticle:
    """One article with what its views need, kept true to what operations change.

    The text is read at once, the annotations when they are first asked for: the text can be seen
    before. Whatever asks for an annotation may therefore raise UserError; `read` does it at a time
    of the caller's choice.
    """

    def __init__(self, store: Store, article_id: ArticleId) -> None:
        self._store = store
        self._index: AnnotationIndex | None = None
        self._broken: tuple[Problem, ...] = ()
        self.article: Article
        self.token_count: int
        self.article, self.token_count = store.article_and_token_count(article_id)

    @property
    def id(self) -> ArticleId:
        return self.article.id

    @property
    def text(self) -> str:
        return self.article.text

    @property
    def index(self) -> AnnotationIndex:
        if self._index is None:
            annotations, self._broken = self._store.sound_annotations(self.article)
            self._index = AnnotationIndex(annotations)
        return self._index

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        """In reading order."""
        return self.index.sequence

    @property
    def broken(self) -> tuple[Problem, ...]:
        """What is wrong with it in the file: an annotation whose seal no longer fits the text is
        told here and is not among `annotations`."""
        self.read()
        return self._broken

    @cached_property
    def tokens(self) -> Tokens:
        return Tokens(self.text)

    @cached_property
    def folded(self) -> Folded:
        """The key in which mentions are looked for."""
        return fold_with_map(self.text)

    def read(self) -> None:
        """Read and verify the annotations, if that was not done yet. Raises UserError."""
        _ = self.index

    def touching(self, span: Span) -> list[Annotation]:
        """Those annotations that share a letter with `span`, without reading the others."""
        if self._index is None:
            return self._store.annotations_touching(self.article, span)
        return self._index.overlapping(span)

    def put(self, old: Annotation | None, new: Annotation | None) -> None:
        """Note that `old` became `new`. For `Project.absorb`; one that is broken stays out."""
        if self._index is None:
            return  # what is read later is as it is then
        if old is not None and old.id in self._index:
            self._index.remove(old)
        if new is not None and new.sealed_in(self.text):
            self._index.add(new)

    def reload(self) -> None:
        """Read it again. For `Project.absorb`."""
        article, self.token_count = self._store.article_and_token_count(self.id)
        if article.text != self.text:  # a revision
            self.__dict__.pop("tokens", None)
            self.__dict__.pop("folded", None)
        self.article, self._index = article, None
        self.read()


class Project(Closing):
    """A store and its caches. Operations change the store and then call `absorb`."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._labels: LabelSet | None = None
        self._settings: dict[str, Any] | None = None
        self._frequency: FrequencyProclitics | None = None
        self._articles: WeakValueDictionary[ArticleId, OpenArticle] = WeakValueDictionary()
        self._recent: OrderedDict[ArticleId, OpenArticle] = OrderedDict()

    @property
    def path(self) -> Path:
        return self.store.path

    @property
    def read_only(self) -> bool:
        return self.store.read_only

    @property
    def labels(self) -> LabelSet:
        if self._labels is None:
            self._labels = self.store.label_set()
        return self._labels

    @property
    def annotator(self) -> str:
        return str(self.setting("annotator", ""))

    @property
    def policy(self) -> OverlapPolicy:
        """Which spans may share letters."""
        return _policy(self.setting("overlap_policy"))

    def setting(self, key: str, default: Any = None) -> Any:
        if self._settings is None:
            self._settings = dict(self.store.settings())
        return self._settings.get(key, default)

    @property
    def proclitics(self) -> Proclitics:
        """camel-tools' morphology where the user has its data, else the project's own words."""
        if self._camel is not None:
            return self._camel
        if self._frequency is None:
            self._frequency = FrequencyProclitics(self.store.word_counts())
        return self._frequency

    @cached_property
    def _camel(self) -> Proclitics | None:
        return camel_proclitics()

    def article(self, article_id: ArticleId) -> OpenArticle:
        """Raises UserError when there is no such article or it cannot be read."""
        article = self._articles.get(article_id)
        if article is None:
            article = self._articles[article_id] = OpenArticle(self.store, article_id)
        self._recent[article_id] = article
        self._recent.move_to_end(article_id)
        if len(self._recent) > _KEPT:
            self._recent.popitem(last=False)
        return article

    def annotation(self, annotation_id: AnnotationId | str) -> Annotation:
        """Raises UserError when there is none."""
        wanted = AnnotationId(annotation_id)
        for article in self._articles.values():
            found = article.index.get(wanted)
            if found is not None:
                return found
        stored = self.store.annotation(wanted)
        if stored is None:
            raise UserError(GONE, remedy=GONE_REMEDY)
        return stored

    def absorb(self, changes: Changes) -> Changes:
        """Bring what is kept at hand up to date, and hand `changes` on."""
        if changes.labels:
            self._labels = None
        if changes.settings:
            self._settings = None
        if changes.article_set or changes.revised:
            self._frequency = None  # other texts, other words
        if changes.bulk:
            self._reload(self._articles)
        else:
            self._follow(changes)
        return changes

    def _follow(self, changes: Changes) -> None:
        for old, new in changes.replaced:
            if article := self._articles.get(new.article):
                article.put(old, new)
        for annotation in changes.removed:
            if article := self._articles.get(annotation.article):
                article.put(annotation, None)
        for annotation in changes.added:
            if article := self._articles.get(annotation.article):
                article.put(None, annotation)
        for article_id in changes.articles:
            if article := self._articles.get(article_id):
                self._follow_article(article)

    def _follow_article(self, article: OpenArticle) -> None:
        row = self.store.article_without_text(article.id, article.text)
        if row is None:
            self.forget(article.id)
        else:
            article.article = row

    def _reload(self, articles: Iterable[ArticleId]) -> None:
        for article_id in list(articles):
            article = self._articles.get(article_id)
            if article is None:
                continue
            if self.store.article_without_text(article_id, article.text) is None:
                self.forget(article_id)
            else:
                article.reload()

    def forget(self, article_id: ArticleId) -> None:
        """Keep the article at hand no longer: it is read again when it is next asked for."""
        self._articles.pop(article_id, None)
        self._recent.pop(article_id, None)

    def hand_over(self) -> Project:
        """The project for a background thread to write to; this one is to view until `take_back`.
        Raises UserError; see `Store.hand_over`."""
        writer = Project(self.store.hand_over())
        self._frequency = None  # asks the connection that is handed over
        return writer

    def take_back(self) -> None:
        """The other thread has stopped. What it changed is to be absorbed here too."""
        self.store.take_back()
        self._frequency = None

    def close(self) -> None:
        """Idempotent."""
        self.store.close()


def policy_of(reads: Reads) -> OverlapPolicy:
    """The same through any connection."""
    return _policy(reads.setting("overlap_policy"))


def token_rules_of(reads: Reads) -> TokenRules:
    """Which tokens the project's exports are made of."""
    return TokenRules(
        numbers=reads.setting(NUMBER_TOKENS, False) is True,
        tatweel=reads.setting(TATWEEL_TOKENS, False) is True,
    )


def segmenter_of(reads: Reads, segments: Segments = Segments.ATBTOK) -> Segmenter:
    """What cuts words into clitics and base: camel-tools' morphology, else the project's words.

    Raises UserError for segments that only the morphology knows, where it is not installed.
    """
    counts = reads.word_counts()
    heuristic = CliticSegmenter(FrequencyProclitics(counts), FrequencyEnclitics(counts))
    segmenter = camel_segmenter(heuristic, segments.value)
    if segmenter is None and segments is not Segments.ATBTOK:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors", "“{segments}” needs camel-tools’ morphology, which is not installed here."
            ),
            remedy=QT_TRANSLATE_NOOP(
                "Errors",
                "Choose “atbtok”, or install it: {command}",
            ),
            segments=segments.value,
            command=INSTALLING,
        )
    return segmenter or heuristic


def _policy(stored: object) -> OverlapPolicy:
    return next((p for p in OverlapPolicy if p.value == stored), OverlapPolicy.NESTED)


def open_project(
    path: Path | str,
    read_only: bool = False,
    *,
    progress: Progress = ignore,
    cancelled: Cancelled = never,
) -> Project:
    """One of an older version is upgraded on the way, which may take minutes: `progress` tells,
    and cancelling leaves it as it was. Raises UserError (see `Store.open`), Stopped."""

    def look(done: int, total: int) -> None:
        check(cancelled)
        progress(done, total)

    return Project(Store.open(path, read_only=read_only, look=look))


def new_project(path: Path | str, annotator: str, labels: LabelSet | None = None) -> Project:
    """Make a project with the labels given, or those that ship. Raises UserError."""
    chosen = default_labels() if labels is None else labels
    return Project(Store.create(path, annotator=annotator, labels=chosen))
