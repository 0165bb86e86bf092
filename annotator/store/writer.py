"""The one way in which rows change: the row itself and everything that is derived from it.

Used by an operation and by its undo and redo alike, so that both leave the same file behind.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from annotator.arabic.fold import folded_words
from annotator.arabic.proclitics import of_letters
from annotator.core.article import ArticleId
from annotator.store.connection import interruptible
from annotator.store.rows import ANNOTATIONS, ARTICLES, TEXTS, Image, Row, Table
from annotator.store.search import INDEX_ARTICLE, index_much, words_of
from annotator.store.words import add_words

_BATCH = 2000  # annotations that wait to be inserted together
_MANY_ARTICLES = 500  # that it pays to get ready for
_SORTED_AT_ONCE = 4096  # KiB
_MANY_WORDS, _MANY_COUNTS = 75_000, 20_000  # that wait: memory stays flat
_LABEL, _WHO, _REVIEW = map(ANNOTATIONS.columns.index, ("label_id", "annotator", "review"))
_TITLE = ARTICLES.columns.index("title")


class RowWriter:
    """Writes into the open transaction of `conn`; `finish` must be called before its COMMIT."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._waiting: list[Row] = []
        self._counts: Counter[tuple[int, ArticleId]] = Counter()
        self._annotators: Counter[tuple[str, int]] = Counter()  # by annotator and needing review
        self._words: Counter[str] = Counter()
        self._indexes: list[str] = []  # to be made anew
        self._indexes_much = False

    def make_room(self, articles: int, annotations: int) -> None:
        """Get ready for so many articles and annotations: where more annotations come in than there
        are, their indexes are made anew at the end, sorted, instead of searched for a place for
        each."""
        if articles > _MANY_ARTICLES:
            index_much(self._conn, True)
            self._indexes_much = True
        (there,) = self._conn.execute("SELECT total(annotation_count) FROM articles").fetchone()
        if annotations <= max(there, _BATCH):
            return
        indexes = self._conn.execute(
            "SELECT name, sql FROM sqlite_schema"
            " WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL",
            (ANNOTATIONS.name,),
        ).fetchall()
        for name, sql in indexes:
            self._conn.execute(f"DROP INDEX {name}")
            self._indexes.append(sql)

    def change(self, table: Table, before: Row | None, after: Row | None) -> None:
        """Turn the row `before` (None: there is none) into `after` (None: delete it)."""
        if table is ANNOTATIONS:
            self._count(before, after)
            if before is None and after is not None:
                self._waiting.append(after)
                if len(self._waiting) >= _BATCH:
                    self.flush()
                return
        self.flush()
        self._write(table, before, after)
        if table is ARTICLES and before and after and before[_TITLE] != after[_TITLE]:
            words = _words(self._text(after[0]))
            self._index_again(
                after[0], words_of(before[_TITLE], words), words_of(after[_TITLE], words)
            )
        elif table is TEXTS and before and after:
            title = self._title(after[0])
            old = _words(before[1], self._words.subtract)
            new = _words(after[1], self._words.update)
            self._index_again(after[0], words_of(title, old), words_of(title, new))

    def read(self, table: Table, key: tuple[Any, ...]) -> Row | None:
        """The row as it is within this transaction."""
        self.flush()
        found: Row | None = self._conn.execute(
            f"{table.select} WHERE {table.where}", key
        ).fetchone()
        return found

    def add_articles(self, articles: Sequence[Row], texts: Sequence[str]) -> None:
        """Insert articles with their texts, words and search entries."""
        self.flush()
        ids = [row[0] for row in articles]
        words = [_words(text, self._words.update) for text in texts]
        titles = (row[_TITLE] for row in articles)
        entries = [words_of(title, each) for title, each in zip(titles, words, strict=True)]
        self._conn.executemany(ARTICLES.insert, articles)
        self._conn.executemany(
            "INSERT INTO texts(article_id, text) VALUES (?, ?)", zip(ids, texts, strict=True)
        )
        self._conn.executemany(INDEX_ARTICLE, zip(ids, entries, strict=True))
        if len(self._words) > _MANY_WORDS:
            self._write_words()

    def add_annotations(self, article_id: ArticleId, annotations: list[Row]) -> None:
        """Insert annotations of one article."""
        self._counts.update((row[_LABEL], article_id) for row in annotations)
        self._annotators.update((row[_WHO], row[_REVIEW]) for row in annotations)
        self._waiting += annotations
        if len(self._counts) > _MANY_COUNTS:
            self._write_counts()
        if len(self._waiting) >= _BATCH:
            self.flush()

    def add_whole(self, image: Image) -> None:
        """Insert an article with its annotations, as `take_whole` returned it."""
        self.add_articles([ARTICLES.row(image["article"])], [image["text"]])
        annotations = [ANNOTATIONS.row(annotation) for annotation in image["annotations"]]
        self.add_annotations(ArticleId(image["article"]["id"]), annotations)

    def take_whole(self, article_id: ArticleId) -> Image | None:
        """Delete an article with all that is its own, and return the image of it."""
        article = self.read(ARTICLES, (article_id,))
        if article is None:
            return None
        text = self._text(article_id)
        annotations = self._conn.execute(
            f"{ANNOTATIONS.select} WHERE article_id = ?", (article_id,)
        ).fetchall()
        self._conn.execute("DELETE FROM annotations WHERE article_id = ?", (article_id,))
        self._conn.execute("DELETE FROM texts WHERE article_id = ?", (article_id,))
        self._conn.execute("DELETE FROM articles WHERE id = ?", (article_id,))
        self._conn.executemany(
            "DELETE FROM label_counts WHERE label_id = ? AND article_id = ?",
            {(row[_LABEL], article_id) for row in annotations},
        )
        words = _words(text, self._words.subtract)
        self._unindex(article_id, words_of(article[_TITLE], words))
        self._annotators.subtract((row[_WHO], row[_REVIEW]) for row in annotations)
        return {
            "article": dict(zip(ARTICLES.columns, article, strict=True)),
            "text": text,
            "annotations": [
                dict(zip(ANNOTATIONS.columns, row, strict=True)) for row in annotations
            ],
        }

    def loosen_label_keys(self, ids: Iterable[int]) -> None:
        """Give these labels keys that no label can have, so that keys may be swapped."""
        self._conn.executemany(
            "UPDATE labels SET key = ' ' || id WHERE id = ?", ((i,) for i in ids)
        )

    def flush(self) -> None:
        """Write what waits."""
        if self._waiting:
            self._conn.executemany(ANNOTATIONS.insert, self._waiting)
            self._waiting.clear()

    def finish(self, look: Callable[[], object] = lambda: None) -> None:
        """Write what waits and bring what is derived up to date. `look()` is called while that goes
        on; what it raises stops it, and SQLite takes the transaction back."""
        look()
        with interruptible(self._conn, look):
            self.flush()
            if self._indexes:
                self._make_indexes()
            if self._indexes_much:
                index_much(self._conn, False)
                self._indexes_much = False
            self._write_counts()
            self._count_annotators()
            self._write_words()

    def _make_indexes(self) -> None:
        """Sorted a few megabytes at a time, for there may be more than memory has room for."""
        (usual,) = self._conn.execute("PRAGMA cache_size").fetchone()
        self._conn.execute(f"PRAGMA cache_size = -{_SORTED_AT_ONCE}")
        self._conn.execute("PRAGMA temp_store = FILE")
        try:
            for sql in self._indexes:
                self._conn.execute(sql)
        finally:
            self._conn.execute("PRAGMA temp_store = MEMORY")
            self._conn.execute(f"PRAGMA cache_size = {usual}")
        self._indexes.clear()

    def _write_counts(self) -> None:
        changed = [(label, article, n) for (label, article), n in self._counts.items() if n]
        self._conn.executemany(
            "INSERT INTO label_counts(label_id, article_id, n) VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET n = n + excluded.n",
            changed,
        )
        self._conn.executemany(
            "DELETE FROM label_counts WHERE label_id = ? AND article_id = ? AND n = 0",
            ((label, article) for label, article, n in changed if n < 0),
        )
        totals: Counter[ArticleId] = Counter()
        for _, article, n in changed:
            totals[article] += n
        self._conn.executemany(
            "UPDATE articles SET annotation_count = annotation_count + ? WHERE id = ?",
            ((n, article) for article, n in totals.items() if n),
        )
        self._counts.clear()

    def _write_words(self) -> None:
        if self._words:
            add_words(self._conn, of_letters(self._words))
            self._words.clear()

    def _count_annotators(self) -> None:
        changed = [(who, n, n * review) for (who, review), n in self._annotators.items() if n]
        self._annotators.clear()
        self._conn.executemany(
            "INSERT INTO annotator_counts(annotator, n, review) VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET n = n + excluded.n, review = review + excluded.review",
            changed,
        )
        if any(n < 0 for _, n, _ in changed):
            self._conn.execute("DELETE FROM annotator_counts WHERE n = 0")

    def _count(self, before: Row | None, after: Row | None) -> None:
        if before is not None:
            self._counts[before[_LABEL], before[0]] -= 1
            self._annotators[before[_WHO], before[_REVIEW]] -= 1
        if after is not None:
            self._counts[after[_LABEL], after[0]] += 1
            self._annotators[after[_WHO], after[_REVIEW]] += 1

    def _write(self, table: Table, before: Row | None, after: Row | None) -> None:
        keys = table.keys
        if before is None and after is not None:
            self._conn.execute(table.insert, after)
            return
        if before is None:
            return
        if after is None:
            cursor = self._conn.execute(table.delete, before[:keys])
        else:
            cursor = self._conn.execute(table.update, after[keys:] + before[:keys])
        if cursor.rowcount != 1:
            raise LookupError(f"no row {before[:keys]} in {table.name}")

    def _text(self, article_id: ArticleId) -> str:
        row = self._conn.execute("SELECT text FROM texts WHERE article_id = ?", (article_id,))
        return str(row.fetchone()[0])

    def _title(self, article_id: ArticleId) -> str:
        row = self._conn.execute("SELECT title FROM articles WHERE id = ?", (article_id,))
        return str(row.fetchone()[0])

    def _index_again(self, article_id: ArticleId, before: str, after: str) -> None:
        """After the title or the text changed: the entry that was, and the one that is to be."""
        self._unindex(article_id, before)
        self._conn.execute(INDEX_ARTICLE, (article_id, after))

    def _unindex(self, article_id: ArticleId, words: str) -> None:
        self._conn.execute(
            "INSERT INTO article_words(article_words, rowid, words) VALUES ('delete', ?, ?)",
            (article_id, words),
        )


def _words(text: str, *counts: Callable[[list[str]], object]) -> dict[str, None]:
    """Each word of the key of `text` once, in order; `counts` are told of all of them."""
    each: dict[str, None] = {}
    for some in folded_words(text):
        for count in counts:
            count(some)
        each.update(dict.fromkeys(some))
    return each
