"""What the pages of a damaged project still hold, gathered into tables like its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from annotator.store.pages import Pages, Record
from annotator.store.schema import upgrade

Progress = Callable[[int, int], None]

_BESIDES = """
    CREATE TABLE indexed_annotations(label_id INTEGER, article_id INTEGER, id TEXT);
    CREATE INDEX indexed_by_article ON indexed_annotations(article_id, id);
    CREATE TABLE indexed_articles(article_id INTEGER PRIMARY KEY, uuid TEXT, sha256 TEXT);
    CREATE TABLE strays(tbl TEXT, key TEXT, PRIMARY KEY (tbl, key)) WITHOUT ROWID;
    PRAGMA foreign_keys = OFF;
"""
_NOT_JSON = (  # a garbled step would stop whoever reads the history
    "DELETE FROM journal_rows WHERE NOT json_valid(coalesce(before, '0'))"
    " OR NOT json_valid(coalesce(after, '0'))",
    "DELETE FROM journal WHERE NOT json_valid(fields)",
)
_TABLES = ("settings", "labels", "articles", "texts", "annotations", "journal", "journal_rows")
_UUID, _SHA256 = 36, 64  # how long they are; nothing else that is indexed alone is


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a record of one table looks. `key` is the place of the rowid's column, or None."""

    table: str
    columns: int
    key: int | None
    texts: tuple[int, ...]  # columns that must be text: what tells apart tables of one width

    def fits(self, record: Record) -> bool:
        values = record.values
        return (
            len(values) == self.columns
            and (self.key is None) == (record.rowid is None)
            and (self.key is None or values[self.key] is None)
            and all(isinstance(values[at], str) for at in self.texts)
        )


def salvage(pages: Pages, progress: Progress) -> sqlite3.Connection:
    """A temporary database with the project's tables, filled from `pages`; whoever calls it
    closes it. The constraints of the schema keep out what cannot have been written.

    Beside them are `strays(tbl, key)`: rows on pages that no tree leads to any more (they came
    second to those that one does), and what indexes still know: `indexed_articles`,
    `indexed_annotations`.
    """
    conn = sqlite3.connect("", isolation_level=None)
    try:
        _fill(conn, pages, progress)
    except BaseException:
        conn.close()
        raise
    return conn


def _fill(conn: sqlite3.Connection, pages: Pages, progress: Progress) -> None:
    upgrade(conn)
    conn.executescript(_BESIDES)
    conn.execute("BEGIN")
    shapes = [_shape(conn, table) for table in _TABLES]
    reached, free = pages.reached(), pages.free()
    others = (n for n in range(1, pages.count + 1) if n not in reached and n not in free)
    for done, number in enumerate([*sorted(reached), *others]):
        for record in pages.records(number):
            _take(conn, shapes, record, stray=number not in reached)
        progress(done, pages.count)
    for statement in _NOT_JSON:
        conn.execute(statement)
    conn.execute("COMMIT")


def _shape(conn: sqlite3.Connection, table: str) -> _Shape:
    columns = conn.execute(f"PRAGMA table_info({table})").fetchall()
    (without_rowid,) = conn.execute(
        "SELECT wr FROM pragma_table_list WHERE name = ?", (table,)
    ).fetchone()
    key = next((at for at, column in enumerate(columns) if column[5]), None)
    texts = tuple(at for at, column in enumerate(columns) if column[2] == "TEXT" and column[3])
    return _Shape(table, len(columns), None if without_rowid else key, texts)


def _take(
    conn: sqlite3.Connection, shapes: Iterable[_Shape], record: Record, *, stray: bool
) -> None:
    for shape in shapes:
        if shape.fits(record):
            if record.whole or shape.table == "texts":  # half a text is better than none
                _insert(conn, shape, record, stray=stray)
            return
    match record.values:
        case (int(label), int(article), str(key)) if record.rowid is None:
            conn.execute("INSERT INTO indexed_annotations VALUES (?, ?, ?)", (label, article, key))
        case (str(known), int(article)) if len(known) in (_UUID, _SHA256):
            column = "uuid" if len(known) == _UUID else "sha256"
            conn.execute(
                f"INSERT INTO indexed_articles(article_id, {column}) VALUES (?, ?)"
                f" ON CONFLICT DO UPDATE SET {column} = coalesce({column}, excluded.{column})",
                (article, known),
            )


def _insert(conn: sqlite3.Connection, shape: _Shape, record: Record, *, stray: bool) -> None:
    values = list(record.values)
    if shape.key is not None:
        values[shape.key] = record.rowid
    marks = ", ".join("?" * shape.columns)
    try:
        taken = conn.execute(f"INSERT OR IGNORE INTO {shape.table} VALUES ({marks})", values)
    except (sqlite3.IntegrityError, OverflowError):
        return  # of a type that the column cannot have
    if taken.rowcount and stray:
        key = values[1] if shape.table == "annotations" else values[0]
        conn.execute("INSERT OR IGNORE INTO strays VALUES (?, ?)", (shape.table, str(key)))
