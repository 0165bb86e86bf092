"""The one way in which rows change: the row itself and everything that is derived from it.

Used by an operation and by its undo and redo alike, so that both leave the same file behind.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from typing import Any

from annotator.arabic.proclitics import word_counts
from annotator.core.article import ArticleId
from annotator.store.rows import ANNOTATIONS, ARTICLES, Image, Row, Table
from annotator.store.search import words_of
from annotator.store.words import add_words

_BATCH = 2000  # annotations that wait to be inserted together
_LABEL, _TITLE = ANNOTATIONS.columns.index("label_id"), ARTICLES.columns.index("title")


class RowWriter:
    """Writes into the open transaction of `conn`; `finish` must be called before its COMMIT."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._waiting: list[Row] = []
        self._counts: Counter[tuple[int, ArticleId]] = Counter()
        self._words: Counter[str] = Counter()

    def change(self, table: Table, before: Row | None, after: Row | None) -> None:
        """Turn the row `before` (None: there is none) into `after` (None: delete it)."""
        if table is ANNOTATIONS:
            self._count(before, after)
            if before is None and after is not None:
                self._wait(after)
                return
        self.flush()
        self._write(table, before, after)
        if table is ARTICLES and before and after and before[_TITLE] != after[_TITLE]:
            self._index_again(before, after)

    def read(self, table: Table, key: tuple[Any, ...]) -> Row | None:
        """The row as it is within this transaction."""
        self.flush()
        found: Row | None = self._conn.execute(
            f"{table.select} WHERE {table.where}", key
        ).fetchone()
        return found

    def add_article(self, row: Row, text: str) -> None:
        """Insert an article with its text, words and search entry."""
        self.flush()
        self._conn.execute(ARTICLES.insert, row)
        self._conn.execute("INSERT INTO texts(article_id, text) VALUES (?, ?)", (row[0], text))
        self._index(row[0], words_of(row[_TITLE], text))
        self._words.update(word_counts((text,)))

    def add_whole(self, image: Image) -> None:
        """Insert an article with its annotations, as `take_whole` returned it."""
        self.add_article(ARTICLES.row(image["article"]), image["text"])
        for annotation in image["annotations"]:
            self.change(ANNOTATIONS, None, ANNOTATIONS.row(annotation))

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
        self._unindex(article_id, words_of(article[_TITLE], text))
        self._words.subtract(word_counts((text,)))
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

    def finish(self) -> None:
        """Write what waits and bring what is derived up to date."""
        self.flush()
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
        if self._words:
            add_words(self._conn, self._words)
            self._words.clear()

    def _wait(self, row: Row) -> None:
        self._waiting.append(row)
        if len(self._waiting) >= _BATCH:
            self.flush()

    def _count(self, before: Row | None, after: Row | None) -> None:
        if before is not None:
            self._counts[before[_LABEL], before[0]] -= 1
        if after is not None:
            self._counts[after[_LABEL], after[0]] += 1

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

    def _index_again(self, before: Row, after: Row) -> None:
        text = self._text(after[0])
        self._unindex(before[0], words_of(before[_TITLE], text))
        self._index(after[0], words_of(after[_TITLE], text))

    def _index(self, article_id: ArticleId, words: str) -> None:
        self._conn.execute(
            "INSERT INTO article_words(rowid, words) VALUES (?, ?)", (article_id, words)
        )

    def _unindex(self, article_id: ArticleId, words: str) -> None:
        self._conn.execute(
            "INSERT INTO article_words(article_words, rowid, words) VALUES ('delete', ?, ?)",
            (article_id, words),
        )
