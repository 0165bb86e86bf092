"""One user action while it is being written: rows changed, images journalled, changes gathered."""

from __future__ import annotations

import sqlite3
import uuid as uuids
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from annotator.arabic.tokens import token_count
from annotator.core.annotation import Annotation, new_annotation_id
from annotator.core.article import ArticleId, Status, text_hash
from annotator.core.change import Changes, OperationName
from annotator.core.labels import LabelSet
from annotator.errors import QT_TRANSLATE_NOOP, UserError
from annotator.store import rows
from annotator.store.gathered import Gathered
from annotator.store.reads import NO_ARTICLE, NO_ARTICLE_REMEDY
from annotator.store.rows import (
    ANNOTATIONS,
    ARTICLES,
    LABELS,
    LIVE,
    SETTINGS,
    TEXTS,
    WHOLE_ARTICLE,
    Row,
    Table,
)
from annotator.store.writer import RowWriter

if TYPE_CHECKING:
    from annotator.store.records import NewArticle

OPENING = 160  # code points of the text that the article list shows
_BATCH = 2000

STALE = QT_TRANSLATE_NOOP("Errors", "The annotation “{text}” has changed in the meantime.")
REVISED = QT_TRANSLATE_NOOP("Errors", "The article's text has changed in the meantime.")
STALE_REMEDY = QT_TRANSLATE_NOOP("Errors", "Look at it again and repeat what you did.")
UNKNOWN_LABEL = QT_TRANSLATE_NOOP("Errors", "The project has no label “{label}”.")
UNKNOWN_LABEL_REMEDY = QT_TRANSLATE_NOOP("Errors", "Add it to the label set first.")


class Operation:
    """Made by `Store.operation`. After the block, `changes` tells what was done.

    Annotations of an article that the same operation imports are neither journalled one by one
    nor listed in `changes`: the article's journal row stands for them.
    """

    def __init__(
        self, conn: sqlite3.Connection, name: OperationName, *, labels: LabelSet, who: str
    ) -> None:
        self.name = name
        self.now = timestamp()
        self._conn = conn
        self._writer = RowWriter(conn)
        self._who = who
        self._seq: int = conn.execute("SELECT coalesce(max(seq), 0) + 1 FROM journal").fetchone()[0]
        self._n = 0
        self._waiting: list[Row] = []
        self._gathered = Gathered()
        self._imported: set[ArticleId] = set()
        self._status_settled: set[ArticleId] = set()
        self._changes: Changes | None = None
        self._use_labels(labels)

    @property
    def changes(self) -> Changes:
        if self._changes is None:
            raise RuntimeError("an operation's changes are known after its block")
        return self._changes

    # -- annotations --------------------------------------------------------------------------

    def add(self, annotation: Annotation) -> None:
        """Raises UserError for an unknown label. The first annotation of a new article puts the
        article in progress."""
        if len(annotation.text) != annotation.end - annotation.start:
            raise ValueError(f"the seal of {annotation.id} does not fit its span")
        self._annotate(None, annotation)
        self._begin_work(annotation.article)

    def replace(self, old: Annotation, new: Annotation) -> None:
        """Raises UserError when `old` is no longer what the project holds."""
        if (old.id, old.article) != (new.id, new.article):
            raise ValueError("an annotation keeps its id and its article")
        if len(new.text) != new.end - new.start:
            raise ValueError(f"the seal of {new.id} does not fit its span")
        self._annotate(old, new)

    def remove(self, annotation: Annotation) -> None:
        """Raises UserError when `annotation` is no longer what the project holds."""
        self._annotate(annotation, None)

    def _annotate(self, old: Annotation | None, new: Annotation | None) -> None:
        before = None if old is None else self._stored(old)
        after = None if new is None else rows.annotation_row(new, self._label_id(new.label))
        self._writer.change(ANNOTATIONS, before, after)
        annotation = old or new
        assert annotation is not None
        if annotation.article in self._imported:
            return
        self._journal(
            ANNOTATIONS.name,
            annotation.id,
            None if before is None else ANNOTATIONS.image(before),
            None if after is None else ANNOTATIONS.image(after),
        )
        self._gathered.annotation(old, new)
        self._gathered.articles.add(annotation.article)

    def _stored(self, annotation: Annotation) -> Row:
        """Its row, which must say what the caller believes: the journal keeps it for undo."""
        row = self._writer.read(ANNOTATIONS, (annotation.article, annotation.id))
        if row is None or rows.annotation_from(row, self._label_keys[row[2]]) != annotation:
            raise UserError(STALE, remedy=STALE_REMEDY, text=annotation.text)
        return row

    def _label_id(self, key: str) -> int:
        label_id = self._label_ids.get(key)
        if label_id is None:
            raise UserError(UNKNOWN_LABEL, remedy=UNKNOWN_LABEL_REMEDY, label=key)
        return label_id

    def _begin_work(self, article_id: ArticleId) -> None:
        if article_id in self._status_settled:
            return
        self._status_settled.add(article_id)
        status = self._conn.execute(
            "SELECT status FROM articles WHERE id = ?", (article_id,)
        ).fetchone()
        if status is not None and status[0] == Status.NEW.value:
            self.update_article(article_id, status=Status.IN_PROGRESS)

    # -- articles -----------------------------------------------------------------------------

    def make_room(self, *, articles: int, annotations: int) -> None:
        """Say how many articles will be added, with how many annotations: many are brought in
        faster."""
        self._writer.make_room(articles, annotations)

    def add_article(self, new: NewArticle) -> ArticleId:
        """Import an article with its spans; its status stays as given whatever is annotated in it
        here. Raises UserError for an unknown label."""
        return self.add_articles([new])[0]

    def add_articles(self, new: Sequence[NewArticle]) -> list[ArticleId]:
        """The same of several, faster: one thing is done to all of them before the next."""
        first = self._next_id("articles")
        ids = [ArticleId(first + n) for n in range(len(new))]
        counts = [token_count(article.text) for article in new]
        self._writer.add_articles(
            [
                (
                    article_id, article.uuid or str(uuids.uuid4()), text_hash(article.text),
                    article.meta.title, article.meta.outlet, article.meta.url, article.meta.date,
                    article.meta.source, article.status.value, int(article.flag), article.note,
                    opening_of(article.text), count, self.now,
                )
                for article_id, article, count in zip(ids, new, counts, strict=True)
            ],
            [article.text for article in new],
        )  # fmt: skip
        for article_id, article in zip(ids, new, strict=True):
            if article.spans:
                self._writer.add_annotations(article_id, self._rows(article_id, article))
            self._journal(WHOLE_ARTICLE, str(article_id), None, LIVE)
        self._imported.update(ids)
        self._status_settled.update(ids)
        self._gathered.articles.update(ids)
        self._gathered.article_set = True
        return ids

    def _rows(self, article_id: ArticleId, new: NewArticle) -> list[Row]:
        """The rows of its spans, in the column order of the table."""
        text, who, now, label_id = new.text, self._who, self.now, self._label_id
        return [
            (
                article_id, span.id or new_annotation_id(), label_id(span.label), span.start,
                span.end, text[span.start : span.end],
                rows.to_json(span.attributes) if span.attributes else "{}", span.note,
                int(span.review), span.annotator or who, span.origin.value, None,
                span.created or span.modified or now, span.modified or span.created or now,
            )
            for span in new.spans
        ]  # fmt: skip

    def update_article(
        self,
        article_id: ArticleId,
        *,
        status: Status | None = None,
        flag: bool | None = None,
        note: str | None = None,
        title: str | None = None,
        outlet: str | None = None,
        url: str | None = None,
        date: str | None = None,
        source: str | None = None,
    ) -> None:
        """Set what is given. Raises UserError when there is no such article."""
        before = self._writer.read(ARTICLES, (article_id,))
        if before is None:
            raise UserError(NO_ARTICLE, remedy=NO_ARTICLE_REMEDY)
        given = {
            "status": None if status is None else status.value,
            "flag": None if flag is None else int(flag),
            "note": note, "title": title, "outlet": outlet, "url": url, "date": date,
            "source": source,
        }  # fmt: skip
        after = tuple(
            old if given.get(column) is None else given[column]
            for column, old in zip(ARTICLES.columns, before, strict=True)
        )
        if status is not None:
            self._status_settled.add(article_id)
        if after == before:
            return
        self._writer.change(ARTICLES, before, after)
        if article_id not in self._imported:
            self._journal(
                ARTICLES.name, str(article_id), ARTICLES.image(before), ARTICLES.image(after)
            )
        self._gathered.articles.add(article_id)

    def replace_text(self, article_id: ArticleId, before: str, after: str) -> None:
        """Give the article another text. The same operation replaces or removes each annotation of
        it: their seals are of the text that was.

        Raises UserError when there is no such article or its text is not `before`.
        """
        row = self._writer.read(ARTICLES, (article_id,))
        if row is None:
            raise UserError(NO_ARTICLE, remedy=NO_ARTICLE_REMEDY)
        stored = self._writer.read(TEXTS, (article_id,))
        if stored != (article_id, before):
            raise UserError(REVISED, remedy=STALE_REMEDY)
        self._change(TEXTS, stored, (article_id, after))
        facts = {
            "sha256": text_hash(after),
            "opening": opening_of(after),
            "token_count": token_count(after),
        }
        columns = zip(ARTICLES.columns, row, strict=True)
        self._change(ARTICLES, row, tuple(facts.get(column, old) for column, old in columns))
        self._gathered.text(article_id)

    def _change(self, table: Table, before: Row, after: Row) -> None:
        self._writer.change(table, before, after)
        self._journal(table.name, str(before[0]), table.image(before), table.image(after))

    def remove_article(self, article_id: ArticleId) -> None:
        """Take the article out with its annotations. Raises UserError when it is not there."""
        if article_id in self._imported:
            raise ValueError("an operation does not remove what it imports")
        image = self._writer.take_whole(article_id)
        if image is None:
            raise UserError(NO_ARTICLE, remedy=NO_ARTICLE_REMEDY)
        self._journal(WHOLE_ARTICLE, str(article_id), rows.to_json(image), None)
        self._gathered.articles.add(article_id)
        self._gathered.article_set = True

    # -- settings and labels ------------------------------------------------------------------

    def set_setting(self, key: str, value: Any) -> None:
        """`value` is anything that JSON can hold."""
        before = self._writer.read(SETTINGS, (key,))
        after = (key, rows.to_json(value))
        if before == after:
            return
        self._writer.change(SETTINGS, before, after)
        self._journal(
            SETTINGS.name, key, None if before is None else SETTINGS.image(before),
            SETTINGS.image(after),
        )  # fmt: skip
        self._gathered.settings.add(key)

    def set_labels(self, labels: LabelSet) -> None:
        """Store the label set: a label whose `id` is known is changed in place (its annotations
        follow a new key), one with id 0 is added, one left out is deleted, and must be unused."""
        self._writer.flush()
        stored: dict[int, Row] = {row[0]: row for row in self._conn.execute(LABELS.select)}
        wanted = [rows.label_row(label, position) for position, label in enumerate(labels)]
        kept = {row[0] for row in wanted}
        touched = {row[0] for row in wanted if row[0] in stored and stored[row[0]] != row}
        self._writer.loosen_label_keys(touched)
        for label_id in stored.keys() - kept:
            self._change_label(stored[label_id], None)
        for row in wanted:
            if row[0] in touched:
                self._change_label(stored[row[0]], row)
            elif row[0] not in stored:
                self._change_label(None, (row[0] or self._next_id("labels"), *row[1:]))
        keys = {row[0]: row[2] for row in wanted}
        if any(stored[label_id][2] != keys[label_id] for label_id in touched):
            self._gathered.all_annotations()
        self._use_labels(rows.label_set_from(self._conn.execute(LABELS.select).fetchall()))

    def _change_label(self, before: Row | None, after: Row | None) -> None:
        self._writer.change(LABELS, before, after)
        either = after or before
        assert either is not None
        self._journal(
            LABELS.name,
            str(either[0]),
            None if before is None else LABELS.image(before),
            None if after is None else LABELS.image(after),
        )
        self._gathered.labels = True

    def _next_id(self, table: str) -> int:
        """Never one that was used before."""
        last = self._conn.execute(
            "SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)
        ).fetchone()
        return int(last[0]) + 1 if last else 1

    def _use_labels(self, labels: LabelSet) -> None:
        self._label_ids = {label.key: label.id for label in labels}
        self._label_keys = {label.id: label.key for label in labels}

    # -- the journal --------------------------------------------------------------------------

    def _journal(self, table: str, key: str, before: str | None, after: str | None) -> None:
        self._waiting.append((self._seq, self._n, table, key, before, after))
        self._n += 1
        if len(self._waiting) >= _BATCH:
            self._flush_journal()

    def _flush_journal(self) -> None:
        self._conn.executemany("INSERT INTO journal_rows VALUES (?, ?, ?, ?, ?, ?)", self._waiting)
        self._waiting.clear()

    def finish(self, look: Callable[[], object]) -> bool:
        """Write what waits; returns whether there is anything to commit. What `look()` raises stops
        it. For the store only."""
        self._writer.finish(look)
        if not self._n:
            self._changes = Changes(name=self.name)
            return False
        self._flush_journal()
        discard_undone(self._conn)
        self._conn.execute(
            "INSERT INTO journal(seq, kind, fields, at, who, state) VALUES (?, ?, ?, ?, ?, 'done')",
            (self._seq, self.name.kind, rows.to_json(dict(self.name.fields)), self.now, self._who),
        )
        self._changes = self._gathered.changes(self.name, self._seq)
        return True


def discard_undone(conn: sqlite3.Connection) -> None:
    """A new step overtakes what was undone: it can no longer be redone, and whole articles that
    only it could bring back are let go."""
    undone = conn.execute("SELECT seq FROM journal WHERE state = 'undone'").fetchall()
    if not undone:
        return
    conn.executemany(
        f"UPDATE journal_rows SET after = NULL WHERE seq = ? AND tbl = '{WHOLE_ARTICLE}'", undone
    )
    conn.execute("UPDATE journal SET state = 'discarded' WHERE state = 'undone'")


def opening_of(text: str) -> str:
    """The beginning of `text` on one line, for the article list."""
    return " ".join(text[: OPENING * 4].split())[:OPENING]


def timestamp() -> str:
    """Now, as annotations and the journal write it."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
