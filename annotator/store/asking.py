"""A question to a project file, over one connection."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from annotator.store import rows
from annotator.store.connection import reading_errors

_STEPS = 20_000  # of SQLite's machine, about a millisecond: how often it asks whether to stop


class Asking:
    """Asks in SQL; raises UserError where the file cannot be read."""

    def __init__(self, conn: sqlite3.Connection, path: Path) -> None:
        self._conn = conn
        self.path = path

    def _rows(self, sql: str, parameters: Iterable[Any] = ()) -> list[rows.Row]:
        values = tuple(parameters)
        with reading_errors(self.path):
            try:
                return self._conn.execute(sql, values).fetchall()
            except sqlite3.OperationalError as error:
                if "decode to UTF-8" not in str(error):
                    raise
            self._conn.text_factory = _mended  # damage: its seal or its hash will tell
            try:
                return self._conn.execute(sql, values).fetchall()
            finally:
                self._conn.text_factory = str

    def _row(self, sql: str, parameters: Iterable[Any] = ()) -> rows.Row | None:
        found = self._rows(sql, parameters)
        return found[0] if found else None

    @contextmanager
    def until(self, stopped: Callable[[], bool]) -> Iterator[None]:
        """A question that is being answered in the block when `stopped()` becomes true raises
        UserError; any thread may say so."""
        self._conn.set_progress_handler(stopped, _STEPS)
        try:
            yield
        finally:
            self._conn.set_progress_handler(None, 0)


def _mended(value: bytes) -> str:
    return value.decode("utf-8", "replace")
