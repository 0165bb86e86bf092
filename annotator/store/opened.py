"""A project file that is open, until it is closed, and which ones this process has open."""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from weakref import WeakSet

from annotator.store.connection import BUSY_SECONDS
from annotator.store.lock import Lock
from annotator.store.log_origin import LogNotes, log_of
from annotator.store.whereabouts import Identity, identity

STILL: Final = "mode=ro&immutable=1"  # opens a file that nobody writes, and we cannot

_open_here: WeakSet[Opened] = WeakSet()  # one that nobody closed, and nobody has, is none


@dataclass(eq=False)
class Opened:
    """An open project file. `file` and `query` open it again, to read, from another thread."""

    conn: sqlite3.Connection
    file: Path
    query: str
    lock: Lock | None = None
    copy: tempfile.TemporaryDirectory[str] | None = None
    notes: LogNotes | None = None
    _was: Identity | None = field(init=False)

    def __post_init__(self) -> None:
        self._was = identity(self.file)
        self._modified = _modified(self.file)
        self._is_open = True
        _open_here.add(self)

    @property
    def read_only(self) -> bool:
        return self.lock is None

    @property
    def is_in_place(self) -> bool:
        """Whether the file is still where it was opened, and no other is."""
        return self.is_at(self.file)

    def is_at(self, path: Path) -> bool:
        """Whether `path` is the file that was opened."""
        return self._was is not None and identity(path) == self._was

    @property
    def is_outdated(self) -> bool:
        """Whether it was opened as a file that nobody writes, and somebody does or did."""
        if self.query != STILL:
            return False
        return has_log(self.file) or _modified(self.file) != self._modified

    def empty_log(self) -> None:
        """Write what the log holds into the file, wherever that is now, and wait for nobody."""
        self.conn.execute("PRAGMA busy_timeout = 0")
        with contextlib.suppress(sqlite3.Error):  # a full disk, a reader: what is left stays there
            self.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.conn.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")

    def close(self) -> None:
        """What was saved is in the file then, also where SQLite would leave it in the log: while
        somebody views it, or after it was moved. Idempotent."""
        if not self._is_open:
            return
        self._is_open = False
        if self.lock is not None:
            self.empty_log()
        self.conn.close()
        _open_here.discard(self)
        if self.lock is not None:
            left = has_log(self.file)
            if not left and not self.file.exists():
                _discard_log(self.file)
            self.lock.release(keep_note=left)
        if self.copy is not None:
            self.copy.cleanup()


def is_open_here(path: Path) -> bool:
    """Whether this process has the project open. Such a file was recognised when it was opened, and
    to look into it again would let go of every lock that SQLite has on it: POSIX lets them go when
    any descriptor of it is closed. Another program could then take its log away."""
    return bool(opened_here(path))


def opened_here(path: Path) -> list[Opened]:
    return [opened for opened in tuple(_open_here) if opened.is_at(path)]


def has_log(path: Path) -> bool:
    """Whether there is a write-ahead log that may hold what the file does not."""
    try:
        return log_of(path).stat().st_size > 0
    except OSError:  # there is none, or no name for one
        return False


def _modified(path: Path) -> int | None:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return None


def _discard_log(path: Path) -> None:
    """Of a project that was moved away, where SQLite does not come back to it."""
    for suffix in ("-wal", "-shm"):
        with contextlib.suppress(OSError):
            path.with_name(path.name + suffix).unlink()
