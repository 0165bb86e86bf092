"""A copy of a project file, made and verified: what backups are and what a restore puts back."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from annotator.core.article import ArticleId, text_hash
from annotator.errors import QT_TRANSLATE_NOOP, UserError
from annotator.store.connection import cannot_create, connect, interruptible, reading_errors
from annotator.store.new_file import PRIVATE
from annotator.store.schema import recognise

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]

BAD = QT_TRANSLATE_NOOP("Errors", "The backup {path} is not a true copy ({detail}).")
BAD_REMEDY = QT_TRANSLATE_NOOP("Errors", "Check the disk, and restore another one.")
STOPPED = QT_TRANSLATE_NOOP("Errors", "Stopped: the project and its backups are as they were.")

_CHUNK = 4 << 20  # bytes copied between two looks at `cancelled`


class Meter:
    """Turns bytes copied of several files into progress over all of them."""

    def __init__(self, files: Sequence[Path], progress: Progress, cancelled: Cancelled) -> None:
        self.done = 0
        self.total = sum(file.stat().st_size for file in files if file.exists())
        self.progress, self.cancelled = progress, cancelled

    def advance(self, size: int) -> None:
        """Raises UserError when it is to stop."""
        self._go_on()
        self.done += size
        self.progress(min(self.done, self.total), self.total)

    def wait(self) -> None:
        """For work whose end nobody knows. Raises UserError when it is to stop."""
        self._go_on()
        self.progress(0, 0)

    def _go_on(self) -> None:
        if self.cancelled():
            raise UserError(STOPPED)


def copy_file(source: Path, target: Path, meter: Meter) -> None:
    """A new file of the user's own."""
    target.touch(mode=PRIVATE, exist_ok=False)
    with source.open("rb") as read, target.open("wb") as written:
        while some := read.read(_CHUNK):
            written.write(some)
            meter.advance(len(some))


def fault_in(conn: sqlite3.Connection, look: Callable[[], object]) -> str:
    """What is wrong with the structure of a file, in SQLite's words; empty when nothing is.

    Raises what `look()` raises, which is called on the way, and sqlite3.Error when the file cannot
    be read at all.
    """
    try:
        with interruptible(conn, look):
            told: str = conn.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise
        return str(error)
    return "" if told == "ok" else told.splitlines()[-1]


def verify(
    copy: sqlite3.Connection,
    source: sqlite3.Connection | None,
    path: Path,
    look: Callable[[], object],
) -> list[ArticleId]:
    """Raises UserError unless `copy` is sound: its structure, its counts, and each text by its
    hash; and what `look()` raises, which is called on the way. Articles whose text is as wrong in
    `source` are returned: that is not the copy's fault.
    """
    if fault := fault_in(copy, look):
        raise UserError(BAD, remedy=BAD_REMEDY, path=path, detail=fault)
    if source is not None:
        for table in ("articles", "texts", "annotations", "labels", "journal", "journal_rows"):
            sql = f"SELECT count(*) FROM {table}"
            if copy.execute(sql).fetchone() != source.execute(sql).fetchone():
                raise UserError(BAD, remedy=BAD_REMEDY, path=path, detail=table)
    damaged: list[ArticleId] = []
    texts = (
        "SELECT a.id, a.sha256, t.text FROM articles AS a LEFT JOIN texts AS t"
        " ON t.article_id = a.id"
    )
    for article_id, digest, text in copy.execute(texts):
        look()
        if text is not None and text_hash(text) == digest:
            continue
        if source is not None:
            theirs = source.execute(f"{texts} WHERE a.id = ?", (article_id,)).fetchone()
            if theirs != (article_id, digest, text):
                raise UserError(BAD, remedy=BAD_REMEDY, path=path, detail=article_id)
        damaged.append(article_id)
    return damaged


@contextlib.contextmanager
def opened(path: Path, named: Path | None = None) -> Iterator[sqlite3.Connection]:
    """A finished copy, to read; no byte of it or beside it is written. Errors are about `named`."""
    recognise(path)
    conn = connect(path, "mode=ro&immutable=1", any_thread=True, named=named)
    try:
        with reading_errors(named or path):
            yield conn
    finally:
        conn.close()


def sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


@contextlib.contextmanager
def folder_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise cannot_create(path, error) from error
