"""What an operation or its undo has changed, gathered while it is written."""

from __future__ import annotations

from dataclasses import dataclass, field

from annotator.core.annotation import Annotation
from annotator.core.article import ArticleId
from annotator.core.change import Changes, OperationName

MANY = 5000  # annotations past which a result does not list them but says `bulk`


@dataclass
class Gathered:
    """What will become a `Changes`."""

    added: list[Annotation] = field(default_factory=list)
    removed: list[Annotation] = field(default_factory=list)
    replaced: list[tuple[Annotation, Annotation]] = field(default_factory=list)
    articles: set[ArticleId] = field(default_factory=set)
    revised: set[ArticleId] = field(default_factory=set)
    settings: set[str] = field(default_factory=set)
    article_set: bool = False
    labels: bool = False
    bulk: bool = False

    def annotation(self, before: Annotation | None, after: Annotation | None) -> None:
        """Note one annotation's change; past `MANY` they are no longer listed."""
        if self.bulk:
            return
        if before is not None and after is not None:
            self.replaced.append((before, after))
        elif after is not None:
            self.added.append(after)
        elif before is not None:
            self.removed.append(before)
        if len(self.added) + len(self.removed) + len(self.replaced) > MANY:
            self.all_annotations()

    def all_annotations(self) -> None:
        """Say that annotations changed without saying which."""
        self.bulk = True
        for listed in (self.added, self.removed, self.replaced):
            listed.clear()

    def text(self, article_id: ArticleId) -> None:
        """Note that an article has another text: what is shown of it is to be read again."""
        self.revised.add(article_id)
        self.articles.add(article_id)
        self.all_annotations()

    def changes(self, name: OperationName, seq: int | None) -> Changes:
        return Changes(
            name=name,
            seq=seq,
            added=tuple(self.added),
            removed=tuple(self.removed),
            replaced=tuple(self.replaced),
            articles=frozenset(self.articles),
            article_set=self.article_set,
            revised=frozenset(self.revised),
            labels=self.labels,
            settings=frozenset(self.settings),
            bulk=self.bulk,
        )
