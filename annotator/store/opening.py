"""How a project file is opened: to write under its lock, or to view without writing a byte."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import sys
import tempfile
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from weakref import WeakSet

from annotator.errors import QT_TRANSLATE_NOOP, UserError
from annotator.store.connection import (
    BUSY_SECONDS,
    CANNOT_OPEN,
    cannot_read,
    connect,
    reading_errors,
)
from annotator.store.derived import Look, not_looked_at
from annotator.store.lock import Lock, holder, left_note
from annotator.store.log_origin import LogNotes, log_of, refuse_foreign_log
from annotator.store.schema import (
    SCHEMA_VERSION,
    recognise,
    refuse_newer,
    schema_version,
    upgrade,
)
from annotator.store.whereabouts import (
    ELSEWHERE,
    ELSEWHERE_REMEDY,
    Identity,
    identity,
    refuse_open_elsewhere,
    refuse_second_name,
)

OLDER = QT_TRANSLATE_NOOP("Errors", "The project {path} was made by an older Hashiya.")
OLDER_REMEDY = QT_TRANSLATE_NOOP("Errors", "Open it once where it can be written, to upgrade it.")

_open_here: WeakSet[Opened] = WeakSet()  # what this process has open

_STILL = "mode=ro&immutable=1"  # for a file that nobody writes, and we cannot


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
        if self.query != _STILL:
            return False
        return has_log(self.file) or _modified(self.file) != self._modified

    def empty_log(self) -> None:
        """Write what the log holds into the file, wherever that is now, and wait for nobody."""
        with contextlib.suppress(sqlite3.Error):  # a full disk, a reader: what is left stays there
            self.conn.execute("PRAGMA busy_timeout = 0")
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


def is_older(path: Path) -> bool:
    """Whether opening the project to write would upgrade it first, which may take minutes."""
    try:
        return not is_open_here(path) and recognise(path) < SCHEMA_VERSION and writable(path)
    except (OSError, UserError):
        return False  # opening it will say why not


def open_file(path: Path, *, read_only: bool, look: Look = not_looked_at) -> Opened:
    """Raises UserError for a file that is missing, no project, newer, open elsewhere, or was copied
    beside the log of another or is open under another name.

    An older one is upgraded: `look(done, total)` is called on the way, and what it raises leaves
    the file as it was.

    A file or a folder that cannot be written is opened to view.
    """
    if not is_open_here(path):
        recognise(path)
    if holder(path) is None:
        if has_log(path):
            refuse_foreign_log(path, left_note(path))
        refuse_other_name(path)
    if read_only or not writable(path):
        return _open_to_view(path)
    return _open_to_write(path, look)


def _modified(path: Path) -> int | None:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return None


def refuse_other_name(path: Path) -> None:
    """Raise UserError when the project is open, here or elsewhere, under another name only."""
    here = _opened_here(path)
    if not all(opened.is_in_place for opened in here):
        raise UserError(ELSEWHERE, remedy=ELSEWHERE_REMEDY, path=path)
    if not here and writable(path):
        refuse_open_elsewhere(path)


def is_open_here(path: Path) -> bool:
    """Whether this process has the project open. Such a file was recognised when it was opened, and
    to look into it again would let go of every lock that SQLite has on it: POSIX lets them go when
    any descriptor of it is closed. Another program could then take its log away."""
    return bool(_opened_here(path))


def _opened_here(path: Path) -> list[Opened]:
    return [opened for opened in tuple(_open_here) if opened.is_at(path)]


def writable(path: Path) -> bool:
    """Whether the file and its folder, where SQLite keeps its log, can be written."""
    return os.access(path, os.W_OK) and _takes_files(path.absolute().parent)


def _takes_files(folder: Path) -> bool:
    if sys.platform != "win32":
        return os.access(folder, os.W_OK)
    probe = folder / f".{uuid.uuid4().hex}.new"  # os.access knows nothing of rights there
    try:
        os.close(os.open(probe, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        probe.unlink()
    except OSError:
        return False
    return True


def _open_to_write(path: Path, look: Look) -> Opened:
    lock = Lock.acquire(path)
    try:
        refuse_second_name(path)
        if has_log(path):
            _refuse_newer_log(path)
        conn = connect(path, "mode=rw", any_thread=True)  # one at a time: `Store.hand_over`
        try:
            with reading_errors(path):
                if schema_version(conn) < SCHEMA_VERSION:
                    upgrade(conn, look=look)
                conn.execute("PRAGMA journal_mode = WAL")  # a copy or a backup has it off
        except BaseException:
            conn.close()
            raise
    except BaseException:
        lock.release(keep_note=has_log(path))
        raise
    return Opened(conn, path, "mode=ro", lock, notes=LogNotes(path, lock))


def _refuse_newer_log(path: Path) -> None:
    """A newer program may have upgraded the file and died: then the log alone says so."""
    conn = connect(path, "mode=ro")
    try:
        with reading_errors(path):
            refuse_newer(schema_version(conn), path)
    finally:
        conn.close()


def has_log(path: Path) -> bool:
    """Whether there is a write-ahead log that may hold what the file does not."""
    try:
        return log_of(path).stat().st_size > 0
    except OSError:  # there is none, or no name for one
        return False


def _discard_log(path: Path) -> None:
    """Of a project that was moved away, where SQLite does not come back to it."""
    for suffix in ("-wal", "-shm"):
        with contextlib.suppress(OSError):
            path.with_name(path.name + suffix).unlink()


def _open_to_view(path: Path) -> Opened:
    """Four cases: someone writes it, or a log was left behind: `mode=ro` reads both without a
    byte written to the file. A quiet file in a writable folder: `query_only`, which still sees
    what a later writer does. A quiet file that cannot be written: `immutable`. A log that cannot
    be used where it lies: a temporary copy of both.
    """
    if has_log(path) or holder(path) is not None:
        try:
            return _viewing(path, "mode=ro")
        except UserError:
            if writable(path):
                raise
            try:
                return _viewing_copy(path)
            except OSError as error:  # there may be no room for it
                raise cannot_read(path, error) from error
    if writable(path):
        try:
            return _viewing(path, "mode=rw")
        except UserError as error:  # no log can be made: a failed disk is read-only, a name long
            if error.template != CANNOT_OPEN:
                raise
    return _viewing(path, _STILL)


def _viewing(path: Path, query: str) -> Opened:
    conn = connect(path, query, to_read=True)
    try:
        with reading_errors(path):
            version = schema_version(conn)
            refuse_newer(version, path)
            if version < SCHEMA_VERSION:
                raise UserError(OLDER, remedy=OLDER_REMEDY, path=path)
            conn.execute("SELECT count(*) FROM settings").fetchone()
    except BaseException:
        conn.close()
        raise
    return Opened(conn, path, query)


def _viewing_copy(path: Path) -> Opened:
    folder = tempfile.TemporaryDirectory(prefix="hashiya-")
    try:
        copy = Path(folder.name) / path.name
        shutil.copyfile(path, copy)
        if has_log(path):  # none, where somebody has the lock and not the file
            shutil.copyfile(log_of(path), log_of(copy))
        opened = _viewing(copy, "mode=rw")
    except BaseException:
        folder.cleanup()
        raise
    opened.copy = folder
    return opened
