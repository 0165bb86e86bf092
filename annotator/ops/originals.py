"""Which article of a project a file's article is a later version of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from annotator.core.article import ArticleId
from annotator.errors import QT_TRANSLATE_NOOP, DataError, UserError
from annotator.formats.article import ImportedArticle
from annotator.formats.registry import format_of
from annotator.ops.import_sources import sources_of
from annotator.ops.progress import Cancelled, Progress, check, ignore, never
from annotator.ops.revise import Revision, plan_revision
from annotator.store.reads import Reads

_NAME_IT: Final = QT_TRANSLATE_NOOP("Errors", "Say which article it revises, or import it.")


class Originals:
    """The articles of a project by what a later version has in common with them."""

    def __init__(self, store: Reads) -> None:
        self._store = store
        self._by_origin: dict[tuple[str, str], ArticleId | None] | None = None

    def of(self, article: ImportedArticle) -> ArticleId | None:
        """By its id, else its web address, else the name of its file. None when the project has no
        such article, or several: then nobody can say which."""
        known = self._store.article_id(article.uuid) if article.uuid else None
        if known is not None:
            return known
        if self._by_origin is None:
            self._by_origin = dict(self._store.origins())
        for kind, value in (("url", article.meta.url), ("source", article.meta.source)):
            if value and (kind, value) in self._by_origin:
                return self._by_origin[kind, value]
        return None


def read_revisions(
    store: Reads,
    what: Sequence[Path] | str,
    *,
    article_id: ArticleId | None = None,
    others: bool = False,
    encoding: str = "auto",
    progress: Progress = ignore,
    cancelled: Cancelled = never,
) -> Iterator[Revision]:
    """What each article of the files (or the pasted text) does to its original, or to the article
    named. One whose text is as it was is left out, and one without an original when there may be
    `others`.

    Raises UserError, DataError: also for an article without an original, and for two of one.
    """
    originals, met = Originals(store), set[ArticleId]()
    sources = sources_of(what if isinstance(what, str) else list(what), "auto", encoding)
    for done, source in enumerate(sources, 1):
        reader = format_of(source, "auto").read
        assert reader is not None  # what is told apart can be read
        for article in reader(source):
            check(cancelled)
            original = article_id if article_id is not None else originals.of(article)
            if original is None and others:
                continue
            if original is None or original in met:
                raise _unclear(article, source.path, twice=original is not None)
            met.add(original)
            revision = plan_revision(store, original, article.text)
            if revision.changes_text:
                yield revision
        progress(done, len(sources))


def named_article(store: Reads, name: str) -> ArticleId:
    """The article whose id (or the beginning of it) is `name`. Raises UserError."""
    found = store.article_ids(name) if name else []
    if len(found) != 1:
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "No one article of the project has an id like {name}."),
            remedy=QT_TRANSLATE_NOOP("Errors", "The view articles_readable lists the ids."),
            name=name,
        )
    return found[0]


def _unclear(article: ImportedArticle, file: Path, *, twice: bool) -> DataError:
    template = QT_TRANSLATE_NOOP("Errors", "This is no later version of an article in the project.")
    if twice:
        template = QT_TRANSLATE_NOOP("Errors", "A later version of the same article came before.")
    return DataError(template, file=file, line=article.line, remedy=_NAME_IT)
