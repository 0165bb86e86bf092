"""The ids that were met so far, however many there are: on the disk past a few megabytes."""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from annotator.core.closing import Closing
from annotator.store.connection import storage_errors

_IN_MEMORY = 4096  # KiB


class SeenIds(Closing):
    """UUIDs in a temporary file that is SQLite's own; use `with`, or `close` it."""

    def __init__(self) -> None:
        self._conn = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._conn.execute(f"PRAGMA cache_size = -{_IN_MEMORY}")
        self._conn.execute("PRAGMA journal_mode = OFF")
        self._conn.execute("CREATE TABLE seen (id BLOB PRIMARY KEY) WITHOUT ROWID")
        self._conn.execute("BEGIN")

    def close(self) -> None:
        self._conn.close()

    def add(self, ids: Sequence[str]) -> str | None:
        """Remember `ids` up to the first that was met before, also among themselves: that one.

        Raises UserError when they find no room.
        """
        before = self._conn.total_changes
        keys = ((bytes.fromhex(given.replace("-", "")),) for given in ids)
        try:
            with storage_errors(_folder()):
                self._conn.executemany("INSERT INTO seen VALUES (?)", keys)
        except sqlite3.IntegrityError:
            return ids[self._conn.total_changes - before]
        return None


def _folder() -> Path:
    """Where SQLite keeps temporary files, as far as can be told; Python may look elsewhere."""
    named = os.environ.get("SQLITE_TMPDIR") or os.environ.get("TMPDIR")
    return Path(named or (tempfile.gettempdir() if sys.platform == "win32" else "/var/tmp"))
