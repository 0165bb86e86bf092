"""Backups beside the project, each verified when it is written, and copies elsewhere.

They lie in `<project>.backups/`: found by whoever looks for them, moved along with the project,
and no hidden copy of anyone's texts stays behind in a home folder.
"""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from annotator.core.article import ArticleId
from annotator.errors import UserError
from annotator.store.connection import (
    DAMAGED,
    DAMAGED_REMEDY,
    SUFFIX,
    discard,
    reading_errors,
)
from annotator.store.copying import (
    BAD,
    STOPPED,
    Cancelled,
    Meter,
    Progress,
    fault_in,
    folder_errors,
    opened,
    sync,
    verify,
)
from annotator.store.new_file import EXISTS, EXISTS_REMEDY, PRIVATE, publish
from annotator.store.store import Store
from annotator.store.whereabouts import file_of

_PAGES = 2048  # copied between two looks at `cancelled`
ASIDE = "before-restore-"
_NAME = re.compile(rf"({ASIDE})?(\d{{4}}-\d\d-\d\dT\d\d-\d\d-\d\dZ)(?:-\d+)?" + re.escape(SUFFIX))
_STAMP = "%Y-%m-%dT%H-%M-%SZ"
_ONE_AT_A_TIME = threading.Lock()  # two would choose one name, and thin what the other counts
_NEWEST, _DAYS, _WEEKS, _MONTHS = 5, 7, 5, 12  # how many of each are kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One backup. `damaged` are articles that were hurt in the project already when it was made
    (told for one that was just written only). One `before_restore` is the project as it was when
    another backup was put in its place: it is not verified, and may be what was damaged."""

    path: Path
    made: datetime
    size: int
    damaged: tuple[ArticleId, ...] = ()
    before_restore: bool = False


def backup_folder(project: Path) -> Path:
    return project.with_name(project.name + ".backups")


def backups(project: Path) -> list[Backup]:
    """Every backup of the project, the newest first; those of one second by when they were written,
    since the number in a name is used again once it is free."""
    folder = backup_folder(file_of(project))
    found: list[tuple[datetime, int, Backup]] = []
    for path in folder.iterdir() if folder.is_dir() else ():
        match = _NAME.fullmatch(path.name)
        if match:
            with contextlib.suppress(FileNotFoundError):  # thinned meanwhile, by another thread
                told = path.stat()
                made = datetime.strptime(match[2], _STAMP).replace(tzinfo=UTC)
                aside = match[1] is not None
                copy = Backup(path=path, made=made, size=told.st_size, before_restore=aside)
                found.append((made, told.st_mtime_ns, copy))
    return [copy for *_, copy in sorted(found, key=lambda each: each[:2], reverse=True)]


def backup_is_due(store: Store) -> bool:
    """Whether the project holds something that its newest backup does not. Ask the store that
    writes, or its reader: one that is open to view is somebody else's to keep."""
    if store.read_only and not store.is_reader:
        return False
    position = _position(store.connection)
    if position == (0, 0):
        return False
    newest = next((b for b in backups(store.path) if not b.before_restore), None)
    if newest is None:
        return True
    try:
        with opened(newest.path) as conn:
            return _position(conn) != position
    except (UserError, sqlite3.DatabaseError):
        return True


def backup(
    store: Store,
    *,
    progress: Progress = lambda done, total: None,
    cancelled: Cancelled = lambda: False,
) -> Backup:
    """Write a backup, verify it, and thin the older ones. Use it with `store.reader()` from a
    background thread: the work of the writer goes on meanwhile and is not in it.

    Raises UserError when it cannot be written or is not true; the older ones are then untouched.
    """
    folder = backup_folder(store.path)
    with _ONE_AT_A_TIME:
        with folder_errors(folder):
            folder.mkdir(mode=0o700, exist_ok=True)
            target = free_name(folder)
        damaged = _write(store, target, progress, cancelled)
        size = target.stat().st_size
        if not damaged:
            thin(store.path, target)
    made = datetime.strptime(target.name[:20], _STAMP).replace(tzinfo=UTC)
    return Backup(path=target, made=made, size=size, damaged=tuple(damaged))


def save_copy(
    store: Store,
    path: Path | str,
    *,
    progress: Progress = lambda done, total: None,
    cancelled: Cancelled = lambda: False,
) -> None:
    """Write the project as it is now to a new file, verified, while it stays open.

    Raises UserError, also when there is a file already; nothing is then left behind.
    """
    path = Path(path)
    if path.exists():
        raise UserError(EXISTS, remedy=EXISTS_REMEDY, path=path)
    _write(store, path, progress, cancelled)


def thin(project: Path, made: Path | None = None) -> None:
    """Keep the newest few, and of the older ones the last of each day, week and month; of those
    from before a restore the newest few alone. The one that was just `made` stays: by a clock that
    has gone back it is the oldest."""
    every = backups(project)
    found = [backup for backup in every if not backup.before_restore]
    asides = [backup for backup in every if backup.before_restore]
    kept = {made, *(backup.path for backup in (*found[:_NEWEST], *asides[:_NEWEST]))}
    for period, count in (("%Y-%j", _DAYS), ("%G-%V", _WEEKS), ("%Y-%m", _MONTHS)):
        last: dict[str, Path] = {}
        for backup in found:
            last.setdefault(backup.made.strftime(period), backup.path)
        kept |= set(list(last.values())[:count])
    for backup in every:
        if backup.path not in kept:
            with contextlib.suppress(OSError):  # it will be tried again next time
                backup.path.unlink()
                backup.path.with_name(backup.path.name + "-wal").unlink(missing_ok=True)


def _write(store: Store, target: Path, progress: Progress, cancelled: Cancelled) -> list[ArticleId]:
    """Copy a snapshot of the project to `target`, which appears whole and verified or not at all;
    returns the articles that are hurt in the project too. Raises UserError, about the project where
    that is what is damaged."""
    source, look = store.connection, Meter((), progress, cancelled).wait
    draft = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with folder_errors(target):
            draft.touch(mode=PRIVATE, exist_ok=False)
        with reading_errors(target), _snapshot(source):
            _copy_pages(source, draft, progress, cancelled)
            with opened(draft, named=target) as conn:
                damaged = verify(conn, source, target, look)
        with folder_errors(target):
            sync(draft)
            publish(draft, target)
    except UserError as error:
        if error.template in (BAD, DAMAGED):
            with reading_errors(store.path):
                if fault := fault_in(source, look):
                    raise UserError(
                        DAMAGED, remedy=DAMAGED_REMEDY, path=store.path, detail=fault
                    ) from error
        raise
    finally:
        discard(draft)
    return damaged


@contextlib.contextmanager
def _snapshot(conn: sqlite3.Connection) -> Iterator[None]:
    """Hold one state of the project, whatever is written meanwhile."""
    conn.execute("BEGIN")
    try:
        conn.execute("SELECT count(*) FROM settings").fetchone()
        yield
    finally:
        conn.execute("ROLLBACK")


def _copy_pages(
    source: sqlite3.Connection, draft: Path, progress: Progress, cancelled: Cancelled
) -> None:
    def tell(_status: int, remaining: int, total: int) -> None:
        if cancelled():
            raise UserError(STOPPED)
        progress(total - remaining, total)

    target = sqlite3.connect(draft, isolation_level=None)
    try:
        source.backup(target, pages=_PAGES, progress=tell)
        target.execute("PRAGMA journal_mode = DELETE")  # one file, whole without a log beside it
    finally:
        target.close()


def _position(conn: sqlite3.Connection) -> tuple[int, int]:
    """Where the project stands in its own journal: equal positions hold equal contents."""
    done, last = conn.execute(
        "SELECT (SELECT seq FROM journal WHERE state = 'done' ORDER BY seq DESC LIMIT 1), max(seq)"
        " FROM journal"
    ).fetchone()
    return done or 0, last or 0


def free_name(folder: Path, prefix: str = "") -> Path:
    stamp = prefix + datetime.now(UTC).strftime(_STAMP)
    names = [stamp, *(f"{stamp}-{n}" for n in range(2, 100))]
    return next(p for name in names if not (p := folder / (name + SUFFIX)).exists())
