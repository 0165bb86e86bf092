"""Everything a project file can be asked. Nothing here writes."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotator.core.annotation import Annotation, AnnotationId, in_reading_order
from annotator.core.article import Article, ArticleId, Status
from annotator.core.labels import LabelSet
from annotator.core.span import Span
from annotator.errors import QT_TRANSLATE_NOOP, UserError
from annotator.store import rows, search
from annotator.store.connection import DAMAGED, DAMAGED_REMEDY, reading_errors
from annotator.store.records import (
    ArticleQuery,
    ArticleRow,
    Problem,
    Stats,
)
from annotator.store.steps import Stand, Steps
from annotator.store.words import WordCounts

NO_ARTICLE = QT_TRANSLATE_NOOP("Errors", "The article is no longer in the project.")
NO_ARTICLE_REMEDY = QT_TRANSLATE_NOOP("Errors", "It may have been removed: undo brings it back.")
BROKEN_ARTICLE = QT_TRANSLATE_NOOP(
    "Errors", "The article “{title}” is damaged: its text is not the one that was imported."
)
BROKEN_SEAL = QT_TRANSLATE_NOOP(
    "Errors", "The annotation “{text}” in “{title}” no longer lies on the text that it was made on."
)
BROKEN_ROW = QT_TRANSLATE_NOOP("Errors", "An annotation in “{title}” cannot be read ({detail}).")
_TOKEN_COUNT = rows.ARTICLES.columns.index("token_count")
_NAME_LENGTH = 60  # code points of a title or text shown in a message


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedArticle:
    """An article with those of its annotations that are sound, in reading order, and what is
    wrong with the rest. `token_count` was counted when it was imported."""

    article: Article
    token_count: int
    annotations: list[Annotation]
    problems: tuple[Problem, ...]


class Reads(Steps):
    """The questions, over one connection. `Store` adds the writing."""

    def __init__(self, conn: sqlite3.Connection, path: Path) -> None:
        super().__init__(conn, path)
        self._label_set: LabelSet | None = None
        self._caches_labels = False

    @contextmanager
    def moment(self) -> Iterator[Stand]:
        """What is read in the block is of one moment, whoever writes meanwhile; where the journal
        stood then is told. Not to be written to in the block. Raises UserError."""
        with reading_errors(self.path):
            self._conn.execute("BEGIN")
        cached, self._caches_labels = self._caches_labels, True
        try:
            yield self.stand()
        finally:
            self._caches_labels = cached
            if not cached:
                self._label_set = None
            self._conn.execute("ROLLBACK")

    # -- settings and labels ------------------------------------------------------------------

    def settings(self) -> Mapping[str, Any]:
        return {key: rows.from_json(value) for key, value in self._rows(rows.SETTINGS.select)}

    def setting(self, key: str, default: Any = None) -> Any:
        row = self._row("SELECT value FROM settings WHERE key = ?", (key,))
        return default if row is None else rows.from_json(row[0])

    @property
    def annotator(self) -> str:
        """Who annotates: the name that new annotations and journal entries carry."""
        return str(self.setting("annotator", ""))

    def label_set(self) -> LabelSet:
        if self._label_set is not None:
            return self._label_set
        labels = rows.label_set_from(self._rows(rows.LABELS.select))
        if self._caches_labels:
            self._label_set = labels
        return labels

    # -- one article --------------------------------------------------------------------------

    def article(self, article_id: ArticleId) -> Article:
        """Raises UserError when there is none."""
        return self._article("id", article_id)

    def article_by_uuid(self, uuid: str) -> Article | None:
        known = self.article_id(uuid)
        return None if known is None else self.article(known)

    def article_id(self, uuid: str) -> ArticleId | None:
        row = self._row("SELECT id FROM articles WHERE uuid = ?", (uuid,))
        return None if row is None else row[0]

    def article_ids(self, beginning: str) -> list[ArticleId]:
        """The articles whose uuid begins so; two at most."""
        sql = "SELECT id FROM articles WHERE substr(uuid, 1, ?) = ? LIMIT 2"
        return [row[0] for row in self._rows(sql, (len(beginning), beginning))]

    def origins(self) -> Iterator[tuple[tuple[str, str], ArticleId | None]]:
        """Each web address and source file that articles name, as ("url", …) or ("source", …), with
        the article; None where several name it."""
        for column in ("url", "source"):
            sql = (
                f"SELECT {column}, min(id), count(*) FROM articles WHERE {column} <> '' GROUP BY 1"
            )
            for value, article, count in self._rows(sql):
                yield (column, value), article if count == 1 else None

    def article_and_token_count(self, article_id: ArticleId) -> tuple[Article, int]:
        """As `article`, with the number of tokens that was counted when it was imported."""
        return self._article_and_token_count("id", article_id)

    def _article(self, column: str, key: object) -> Article:
        return self._article_and_token_count(column, key)[0]

    def _article_and_token_count(self, column: str, key: object) -> tuple[Article, int]:
        row = self._row(
            f"SELECT {rows.ARTICLES.names}, text FROM articles"
            f" JOIN texts ON article_id = id WHERE {column} = ?",
            (key,),
        )
        if row is None:
            raise self._without_text(column, key)
        return rows.article_from(row, row[-1]), row[_TOKEN_COUNT]

    def _without_text(self, column: str, key: object) -> UserError:
        """Why an article has no text: it was removed, or, where the rest is there, lost it."""
        if self._row(f"SELECT 1 FROM articles WHERE {column} = ?", (key,)) is None:
            return UserError(NO_ARTICLE, remedy=NO_ARTICLE_REMEDY)
        lost = "an article without its text"
        return UserError(DAMAGED, remedy=DAMAGED_REMEDY, path=self.path, detail=lost)

    def article_without_text(self, article_id: ArticleId, text: str) -> Article | None:
        """The article as it is now, its text, when that was not revised, given by the caller
        instead of read; None when it is gone."""
        row = self._row(f"{rows.ARTICLES.select} WHERE id = ?", (article_id,))
        return None if row is None else rows.article_from(row, text)

    def text(self, article_id: ArticleId) -> str:
        """Raises UserError when there is no such article."""
        row = self._row("SELECT text FROM texts WHERE article_id = ?", (article_id,))
        if row is None:
            raise self._without_text("id", article_id)
        return str(row[0])

    def annotations(self, article_id: ArticleId) -> list[Annotation]:
        """Those that can be read, in reading order; `load` also says which cannot, and which no
        longer fit the text."""
        return self._annotations(article_id)[0]

    def annotations_touching(self, article: Article, span: Span) -> list[Annotation]:
        """Those of the sound annotations that share a letter with `span`, in reading order."""
        found, _ = self._annotations(
            article.id, ' AND start < ? AND ? < "end"', (span.end, span.start)
        )
        return [annotation for annotation in found if annotation.sealed_in(article.text)]

    def _annotations(
        self, article_id: ArticleId, where: str = "", values: Iterable[int] = ()
    ) -> tuple[list[Annotation], list[str]]:
        keys = {label.id: label.key for label in self.label_set()}
        sql = f"{rows.ANNOTATIONS.select} WHERE article_id = ?{where}"
        stored = self._rows(sql, (article_id, *values))
        found: list[Annotation] = []
        unreadable: list[str] = []
        for row in stored:
            try:
                found.append(rows.annotation_from(row, keys[row[2]]))
            except (ValueError, TypeError, KeyError) as error:
                unreadable.append(f"{row[1]}: {error}")
        return in_reading_order(found), unreadable

    def annotation(self, annotation_id: AnnotationId) -> Annotation | None:
        row = self._row(f"{rows.ANNOTATIONS.select} WHERE id = ?", (annotation_id,))
        if row is None:
            return None
        keys = {label.id: label.key for label in self.label_set()}
        return rows.annotation_from(row, keys[row[2]])

    def load(self, article_id: ArticleId) -> LoadedArticle:
        """The article as it can be shown. Damage never hides what is sound: an annotation whose
        seal is broken is left out (it stays in the file) and told as a problem.

        Raises UserError when there is no such article or its pages cannot be read.
        """
        article, token_count = self.article_and_token_count(article_id)
        sound, problems = self.sound_annotations(article)
        return LoadedArticle(
            article=article, token_count=token_count, annotations=sound, problems=problems
        )

    def sound_annotations(self, article: Article) -> tuple[list[Annotation], tuple[Problem, ...]]:
        """The rest of what `load` reads, for an article that was read before."""
        stored, unreadable = self._annotations(article.id)
        title = name_of(article)
        problems: list[Problem] = []
        if not article.intact:
            problems.append(
                Problem(template=BROKEN_ARTICLE, fields={"title": title}, article=article.id)
            )
        text = article.text
        sound = [a for a in stored if text[a.start : a.end] == a.text]  # as `sealed_in`, for many
        if len(sound) < len(stored):
            problems += (broken_seal(a, title) for a in stored if not a.sealed_in(text))
        for detail in unreadable:
            fields = {"title": title, "detail": detail}
            problems.append(Problem(template=BROKEN_ROW, fields=fields, article=article.id))
        return sound, tuple(problems)

    # -- many articles ------------------------------------------------------------------------

    def count_articles(self) -> int:
        return int(self._rows("SELECT count(*) FROM articles")[0][0])

    def first_articles(self, most: int) -> list[ArticleId]:
        """The ids of the first articles in the order of import; no more are looked at."""
        return [
            row[0] for row in self._rows("SELECT id FROM articles ORDER BY id LIMIT ?", (most,))
        ]

    def token_counts(self, ids: Iterable[ArticleId]) -> list[int]:
        """How many tokens each of these articles has, in their order; none where it is gone."""
        sql = "SELECT id, token_count FROM articles WHERE id IN (SELECT value FROM json_each(?))"
        wanted = list(ids)
        found: dict[ArticleId, int] = dict(self._rows(sql, (rows.to_json(wanted),)))
        return [found.get(article_id, 0) for article_id in wanted]

    def find_articles(self, query: ArticleQuery | None = None) -> list[ArticleId]:
        """The ids of every article that passes the filters, in the order asked for."""
        query = query or ArticleQuery()
        answers = [self._ids(question) for question in search.filters(query, self.label_set())]
        question = search.order(query)
        if question is None:
            ids = sorted(_in_all(answers)) if answers else self._every_id()
            return ids[::-1] if query.descending else ids
        ordered = self._ids(question)
        if not answers:
            return ordered
        passing = set(_in_all(answers))
        return list(filter(passing.__contains__, ordered))  # a third faster than asking one by one

    def _every_id(self) -> list[ArticleId]:
        """Told by three numbers where no article was ever removed."""
        first, last, count = self._rows(
            "SELECT (SELECT min(id) FROM articles), (SELECT max(id) FROM articles),"
            " (SELECT count(*) FROM articles)"  # one by one: together they go through all rows
        )[0]
        if count and last - first + 1 == count:
            return [ArticleId(i) for i in range(first, last + 1)]
        return self._ids(search.EVERY_ID)

    def _ids(self, question: search.Question) -> list[ArticleId]:
        """One string made and parsed in C: half the time of a hundred thousand rows. (SQLite keeps
        the order of a subquery under this aggregate.)"""
        sql, parameters = question
        array = self._rows(f"SELECT json_group_array(id) FROM ({sql})", parameters)[0][0]
        return rows.ids_from_json(array)

    def article_rows(self, ids: Iterable[ArticleId]) -> list[ArticleRow]:
        """In the order of `ids`; an article that is gone is left out."""
        wanted = list(ids)
        found: dict[ArticleId, ArticleRow] = {}
        for row in self._rows(
            "SELECT id, title, opening, status, flag, annotation_count, outlet, date, token_count"
            " FROM articles WHERE id IN (SELECT value FROM json_each(?))",
            (rows.to_json(wanted),),
        ):
            found[row[0]] = ArticleRow(
                id=row[0],
                title=row[1],
                opening=row[2],
                status=Status(row[3]),
                flag=bool(row[4]),
                count=row[5],
                outlet=row[6],
                date=row[7],
                tokens=row[8],
            )
        return [found[i] for i in wanted if i in found]

    def outlets(self) -> list[str]:
        """Every outlet that an article names, sorted."""
        sql = "SELECT DISTINCT outlet FROM articles WHERE outlet <> '' ORDER BY outlet"
        return [row[0] for row in self._rows(sql)]

    def hashes(self, hashes: Iterable[str]) -> dict[str, ArticleId]:
        """Which of these hex SHA-256 texts are in the project already, and as which article."""
        sql = (
            "SELECT sha256, min(id) FROM articles"
            " WHERE sha256 IN (SELECT value FROM json_each(?)) GROUP BY sha256"
        )
        return dict(self._rows(sql, (rows.to_json(list(hashes)),)))

    def known_annotation_ids(self, ids: Iterable[str]) -> set[AnnotationId]:
        """Which of these annotation ids the project has already."""
        sql = "SELECT id FROM annotations WHERE id IN (SELECT value FROM json_each(?))"
        return {AnnotationId(row[0]) for row in self._rows(sql, (rows.to_json(list(ids)),))}

    def iter_articles(
        self, query: ArticleQuery | None = None
    ) -> Iterator[tuple[Article, list[Annotation]]]:
        """Each article with all its readable annotations, one in memory at a time."""
        for article_id in self.find_articles(query):
            yield self.article(article_id), self.annotations(article_id)

    def search_candidates(self, text: str) -> list[ArticleId]:
        """Articles that hold every word of `text`, folded; a superset of those where it matches
        in sequence. Empty when `text` holds no word."""
        return sorted(self._ids(search.candidates(text)))

    # -- the whole project --------------------------------------------------------------------

    def stats(self) -> Stats:
        articles, tokens, annotations = self._rows(
            "SELECT (SELECT count(*) FROM articles),"
            " (SELECT coalesce(sum(token_count), 0) FROM articles),"
            " (SELECT coalesce(sum(annotation_count), 0) FROM articles)"  # an index answers each
        )[0]
        by_status: dict[str, int] = dict(
            self._rows("SELECT status, count(*) FROM articles GROUP BY status")
        )
        by_label: dict[int, int] = dict(
            self._rows("SELECT label_id, sum(n) FROM label_counts GROUP BY label_id")
        )
        by_annotator = self._rows(
            "SELECT annotator, n, review FROM annotator_counts ORDER BY annotator"
        )
        return Stats(
            articles=articles,
            annotations=annotations,
            tokens=tokens,
            by_status={status: by_status.get(status.value, 0) for status in Status},
            by_label={label.key: by_label.get(label.id, 0) for label in self.label_set()},
            by_annotator={name: count for name, count, _ in by_annotator},
            to_review=sum(review for _, _, review in by_annotator),
        )

    def word_counts(self) -> Mapping[str, int]:
        """How often each folded word stands in the project's texts, looked up as asked for."""
        return WordCounts(self._conn)


def _in_all(answers: Sequence[list[ArticleId]]) -> Collection[ArticleId]:
    """The ids that are in each; those of the only answer in its order."""
    fewest, *others = sorted(answers, key=len)
    return set(fewest).intersection(*others) if others else fewest


def name_of(article: Article) -> str:
    """What a message calls the article: its title or its first words."""
    return (article.meta.title or " ".join(article.text[:200].split()))[:_NAME_LENGTH]


def broken_seal(annotation: Annotation, title: str) -> Problem:
    return Problem(
        template=BROKEN_SEAL,
        fields={"text": annotation.text[:_NAME_LENGTH], "title": title},
        article=annotation.article,
        annotation=annotation.id,
    )
