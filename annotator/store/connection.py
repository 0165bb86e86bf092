"""Connections to a project file, and SQLite's errors said so that a person can act on them."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePath

from annotator.errors import QT_TRANSLATE_NOOP, UserError

APPLICATION_ID = 0x48736879  # "Hshy", at byte 68 of every project file
SUFFIX = ".hashiya"

BUSY_SECONDS = 5.0
_STEPS = 20_000  # of SQLite's machine, about a millisecond
_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",  # macOS: its fsync leaves what is written in the drive's own memory
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -16384",  # KiB; what is read often the system keeps too
    "PRAGMA journal_size_limit = 67108864",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
)

FULL = QT_TRANSLATE_NOOP("Errors", "There is no room left on the disk that holds {path}.")
FULL_REMEDY = QT_TRANSLATE_NOOP(
    "Errors", "Free some room and do it again; nothing that was saved is lost."
)
IO_ERROR = QT_TRANSLATE_NOOP("Errors", "The disk failed while {path} was in use ({detail}).")
IO_REMEDY = QT_TRANSLATE_NOOP(
    "Errors", "Check the disk or the network drive and do it again; nothing that was saved is lost."
)
BUSY = QT_TRANSLATE_NOOP("Errors", "Another program is writing to {path}.")
BUSY_REMEDY = QT_TRANSLATE_NOOP("Errors", "Close it there and do it again.")
READ_ONLY = QT_TRANSLATE_NOOP("Errors", "{path} is open to view only.")
READ_ONLY_REMEDY = QT_TRANSLATE_NOOP(
    "Errors", "To change it, make the file writable or close it elsewhere, and open it again."
)
DAMAGED = QT_TRANSLATE_NOOP("Errors", "The project {path} is damaged ({detail}).")
DAMAGED_REMEDY = QT_TRANSLATE_NOOP(
    "Errors",
    "Check that the disk is sound; then check the project to see what is hurt, or restore one of "
    "its backups.",
)
CANNOT_OPEN = QT_TRANSLATE_NOOP("Errors", "The project {path} cannot be opened ({detail}).")
CANNOT_OPEN_REMEDY = QT_TRANSLATE_NOOP(
    "Errors",
    "Check that the file is there and readable, and that its name and its path are not very long.",
)
CANNOT_CREATE = QT_TRANSLATE_NOOP("Errors", "The project {path} cannot be made here ({detail}).")
CANNOT_CREATE_REMEDY = QT_TRANSLATE_NOOP(
    "Errors", "Choose a folder that you can write to, or a shorter name."
)
MISSING = QT_TRANSLATE_NOOP("Errors", "There is no file {path}.")
MISSING_REMEDY = QT_TRANSLATE_NOOP("Errors", "It may have been moved or renamed.")

STOPPED = QT_TRANSLATE_NOOP("Errors", "Reading {path} was stopped.")
STOPPED_REMEDY = QT_TRANSLATE_NOOP("Errors", "Ask again.")

_MESSAGES = {
    sqlite3.SQLITE_INTERRUPT: (STOPPED, STOPPED_REMEDY),
    sqlite3.SQLITE_FULL: (FULL, FULL_REMEDY),
    sqlite3.SQLITE_IOERR: (IO_ERROR, IO_REMEDY),
    sqlite3.SQLITE_BUSY: (BUSY, BUSY_REMEDY),
    sqlite3.SQLITE_READONLY: (READ_ONLY, READ_ONLY_REMEDY),
    sqlite3.SQLITE_CORRUPT: (DAMAGED, DAMAGED_REMEDY),
    sqlite3.SQLITE_NOTADB: (DAMAGED, DAMAGED_REMEDY),
    sqlite3.SQLITE_CANTOPEN: (CANNOT_OPEN, CANNOT_OPEN_REMEDY),
}


def connect(
    path: Path,
    query: str,
    *,
    any_thread: bool = False,
    to_read: bool = False,
    named: Path | None = None,
) -> sqlite3.Connection:
    """A connection in driver autocommit mode: transactions begin only where BEGIN is written.

    `query` is the URI's query, e.g. "mode=ro"; one `to_read` writes nothing whatever that says.
    Raises UserError about `path`, or about the file that it will become, `named`.
    """
    with reading_errors(named or path):
        conn = sqlite3.connect(
            uri_of(path.absolute(), query),
            uri=True,
            isolation_level=None,
            timeout=BUSY_SECONDS,
            check_same_thread=not any_thread,
            cached_statements=256,
        )
        try:
            for pragma in _PRAGMAS:
                conn.execute(pragma)
            if to_read:
                conn.execute("PRAGMA query_only = ON")
        except BaseException:
            conn.close()
            raise
    return conn


def uri_of(path: PurePath, query: str) -> str:
    """What SQLite opens; `path` is absolute. A share on Windows has a host, which SQLite takes as
    the beginning of the path alone."""
    uri = path.as_uri()
    local = uri if uri.startswith("file:///") else f"file:////{uri.removeprefix('file://')}"
    return f"{local}?{query}"


@contextmanager
def interruptible(conn: sqlite3.Connection, look: Callable[[], object]) -> Iterator[None]:
    """`look()` is called again and again while a statement in the block goes on; what it raises
    ends the statement and is raised in its place."""
    raised: list[BaseException] = []

    def stops() -> bool:
        try:
            look()
        except BaseException as error:  # noqa: BLE001 - raised again where SQLite has stopped
            raised.append(error)
        return bool(raised)

    conn.set_progress_handler(stops, _STEPS)
    try:
        yield
    except (sqlite3.OperationalError, UserError):
        if raised:
            raise raised[0] from None
        raise
    finally:
        conn.set_progress_handler(None, 0)


@contextmanager
def storage_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite raises about the disk or the file into a UserError that names `path`.

    What is left (a syntax error, a broken constraint) is our own bug and passes through.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        told = as_user_error(error, path)
        if told is None:
            raise
        raise told from error


@contextmanager
def reading_errors(path: Path) -> Iterator[None]:
    """`storage_errors`, and the message about a damaged schema that is itself not Unicode."""
    try:
        with storage_errors(path):
            yield
    except UnicodeDecodeError as error:
        raise UserError(DAMAGED, remedy=DAMAGED_REMEDY, path=path, detail=error.reason) from error


def as_user_error(error: sqlite3.DatabaseError, path: Path) -> UserError | None:
    """The UserError that says `error`, or None when it is not about the disk or the file."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        if "decode to UTF-8" not in str(error):
            return None
        code = sqlite3.SQLITE_CORRUPT
    message = _MESSAGES.get(code & 0xFF)
    if message is None:
        return None
    template, remedy = message
    return UserError(template, remedy=remedy, path=path, detail=error)


def cannot_create(path: Path, error: OSError) -> UserError:
    """Why the file or folder `path` of ours could not be made, and what to do about it."""
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return UserError(FULL, remedy=FULL_REMEDY, path=path)
    if error.errno == errno.EIO:
        return UserError(IO_ERROR, remedy=IO_REMEDY, path=path, detail=error.strerror)
    return UserError(CANNOT_CREATE, remedy=CANNOT_CREATE_REMEDY, path=path, detail=error.strerror)


def cannot_read(path: Path, error: OSError) -> UserError:
    """Why a project or a backup cannot be read."""
    if isinstance(error, FileNotFoundError):
        return UserError(MISSING, remedy=MISSING_REMEDY, path=path)
    return UserError(CANNOT_OPEN, remedy=CANNOT_OPEN_REMEDY, path=path, detail=error.strerror)


def discard(draft: Path) -> None:
    """Remove a file that did not become what it was to be, and what SQLite keeps beside it. On a
    disk that takes no more, not even that may be possible."""
    for suffix in ("", "-journal", "-wal", "-shm"):
        with suppress(OSError):
            draft.with_name(draft.name + suffix).unlink()
