"""What somebody else writes into a project, as changes for the program that only views it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from annotator.core.article import ArticleId
from annotator.core.change import Changes, OperationName
from annotator.store.connection import reading_errors
from annotator.store.reads import Reads
from annotator.store.rows import (
    ANNOTATIONS,
    ARTICLES,
    LABELS,
    SETTINGS,
    TEXTS,
    WHOLE_ARTICLE,
)

# The steps above this one were made, undone or done again since.
_STILL_DONE = "SELECT coalesce(max(seq), 0) FROM journal WHERE state = 'done' AND seq <= ?"
_TOUCHED = {  # by table: of which article a journalled row is, if of one
    ANNOTATIONS.name: "json_extract(coalesce(after, before), '$.article_id')",
    ARTICLES.name: "CAST(key AS INTEGER)",
    WHOLE_ARTICLE: "CAST(key AS INTEGER)",
    TEXTS.name: "CAST(key AS INTEGER)",
}


class Follower:
    """`look` says what was written since it last looked; where nothing was, that costs one
    question to SQLite's own counter. Belongs to the thread of its store.

    Its changes are always `bulk`: an article may have been read after they were made, so views
    read again what they show rather than add what they may have.
    """

    def __init__(
        self, store: Reads, conn: sqlite3.Connection, refuse_moved: Callable[[], object]
    ) -> None:
        self._store = store
        self._refuse_moved = refuse_moved
        self._conn = conn
        self._version = self._data_version()
        self._stand = store.stand()

    def look(self) -> Changes | None:
        """Raises UserError when the file cannot be read any more, or is another one: a backup that
        was put back, perhaps."""
        self._refuse_moved()
        with reading_errors(self._store.path):
            version = self._data_version()
            if version == self._version:
                return None
            self._version = version
            self._conn.execute("BEGIN")  # one moment of what the other one writes
            try:
                return self._since()
            finally:
                self._conn.execute("ROLLBACK")

    def _data_version(self) -> int:
        version: int = self._conn.execute("PRAGMA data_version").fetchone()[0]
        return version

    def _since(self) -> Changes | None:
        before, self._stand = self._stand, self._store.stand()
        if self._stand == before:
            return None
        (first,) = self._conn.execute(_STILL_DONE, before[1:]).fetchone()
        rows = self._conn.execute("SELECT DISTINCT tbl FROM journal_rows WHERE seq > ?", (first,))
        tables = {table for (table,) in rows}
        return Changes(
            name=self._store.undo_name() or OperationName("undo"),
            seq=self._stand[0],
            bulk=True,
            articles=self._articles(first),
            article_set=WHOLE_ARTICLE in tables,
            revised=self._articles_in(TEXTS.name, first),
            labels=LABELS.name in tables,
            settings=frozenset(self._store.settings()) if SETTINGS.name in tables else frozenset(),
        )

    def _articles(self, first: int) -> frozenset[ArticleId]:
        return frozenset().union(*(self._articles_in(table, first) for table in _TOUCHED))

    def _articles_in(self, table: str, first: int) -> frozenset[ArticleId]:
        sql = f"SELECT DISTINCT {_TOUCHED[table]} FROM journal_rows WHERE seq > ? AND tbl = ?"
        return frozenset(ArticleId(row[0]) for row in self._conn.execute(sql, (first, table)))
