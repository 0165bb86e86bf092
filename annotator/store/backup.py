"""Backups beside the project, each verified when it is written; copies; and putting one back.

They lie in `<project>.backups/`: found by whoever looks for them, moved along with the project,
and no hidden copy of anyone's texts stays behind in a home folder.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from annotator.core.article import ArticleId, text_hash
from annotator.errors import QT_TRANSLATE_NOOP, UserError
from annotator.store.connection import (
    SUFFIX,
    cannot_create,
    connect,
    discard,
    interruptible,
    reading_errors,
)
from annotator.store.lock import Lock
from annotator.store.new_file import EXISTS, EXISTS_REMEDY, PRIVATE
from annotator.store.schema import recognise
from annotator.store.store import Store

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]

BAD = QT_TRANSLATE_NOOP("Errors", "The backup {path} is not a true copy ({detail}).")
BAD_REMEDY = QT_TRANSLATE_NOOP("Errors", "Check the disk, and restore another one.")
STOPPED = QT_TRANSLATE_NOOP("Errors", "Stopped: the project and its backups are as they were.")

_CHUNK = 4 << 20  # bytes copied between two looks at `cancelled`
_PAGES = 2048  # copied between two looks at `cancelled`
_ASIDE = "before-restore-"
_NAME = re.compile(rf"({_ASIDE})?(\d{{4}}-\d\d-\d\dT\d\d-\d\d-\d\dZ)(?:-\d+)?" + re.escape(SUFFIX))
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
    folder = backup_folder(project)
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
        with _opened(newest.path) as conn:
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
        with _folder_errors(folder):
            folder.mkdir(mode=0o700, exist_ok=True)
            target = _free_name(folder)
        damaged = _write(store.connection, target, progress, cancelled)
        size = target.stat().st_size
        if not damaged:
            thin(store.path)
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
    _write(store.connection, path, progress, cancelled)


def restore(
    copy: Path,
    project: Path,
    *,
    progress: Progress = lambda done, total: None,
    cancelled: Cancelled = lambda: False,
) -> Path | None:
    """Put a backup back as the project, which must not be open; what was there goes into the
    backup folder first, and where to is returned. Raises UserError, also when it is cancelled, and
    then nothing is changed.
    """
    recognise(copy)
    lock = Lock.acquire(project)
    draft = project.with_name(f".{project.name}.{os.getpid()}.new")
    try:
        with _folder_errors(project):
            meter = _Meter((copy, project), progress, cancelled)
            _copy_file(copy, draft, meter)
            _fold_log_in(copy, draft, meter)
            with _opened(draft, named=copy) as conn:
                _verify(conn, None, copy, meter.wait)
            _sync(draft)
            with _set_aside(project, meter) as aside:
                if aside is not None:
                    shutil.copymode(project, draft)
                    _empty_log(project)
                _put_in_place(draft, project)
        return aside
    finally:
        discard(draft)
        lock.release()


def thin(project: Path) -> None:
    """Keep the newest few, and of the older ones the last of each day, week and month; of those
    from before a restore the newest few alone."""
    every = backups(project)
    found = [backup for backup in every if not backup.before_restore]
    asides = [backup for backup in every if backup.before_restore]
    kept = {backup.path for backup in (*found[:_NEWEST], *asides[:_NEWEST])}
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


def _write(
    source: sqlite3.Connection, target: Path, progress: Progress, cancelled: Cancelled
) -> list[ArticleId]:
    """Copy a snapshot of `source` to `target`, which appears whole and verified or not at all;
    returns the articles that are hurt in the source too."""
    draft = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with _folder_errors(target):
            draft.touch(mode=PRIVATE, exist_ok=False)
        with reading_errors(target), _snapshot(source):
            _copy_pages(source, draft, progress, cancelled)
            with _opened(draft, named=target) as conn:
                damaged = _verify(conn, source, target, _Meter((), progress, cancelled).wait)
        with _folder_errors(target):
            _sync(draft)
            os.replace(draft, target)
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


def _verify(
    copy: sqlite3.Connection,
    source: sqlite3.Connection | None,
    path: Path,
    look: Callable[[], object],
) -> list[ArticleId]:
    """Raises UserError unless `copy` is sound: its structure, its counts, and each text by its
    hash; and what `look()` raises, which is called on the way. Articles whose text is as wrong in
    `source` are returned: that is not the copy's fault.
    """
    with interruptible(copy, look):
        told = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    if told != "ok":
        raise UserError(BAD, remedy=BAD_REMEDY, path=path, detail=told.splitlines()[-1])
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
def _opened(path: Path, named: Path | None = None) -> Iterator[sqlite3.Connection]:
    """A finished copy, to read; no byte of it or beside it is written. Errors are about `named`."""
    recognise(path)
    conn = connect(path, "mode=ro&immutable=1", any_thread=True, named=named)
    try:
        with reading_errors(named or path):
            yield conn
    finally:
        conn.close()


def _position(conn: sqlite3.Connection) -> tuple[int, int]:
    """Where the project stands in its own journal: equal positions hold equal contents."""
    done, last = conn.execute(
        "SELECT (SELECT seq FROM journal WHERE state = 'done' ORDER BY seq DESC LIMIT 1), max(seq)"
        " FROM journal"
    ).fetchone()
    return done or 0, last or 0


@contextlib.contextmanager
def _set_aside(project: Path, meter: _Meter) -> Iterator[Path | None]:
    """Copy the project as it lies, log included, into its backup folder; no longer, where
    anything is raised."""
    if not project.exists():
        yield None
        return
    folder = backup_folder(project)
    folder.mkdir(mode=0o700, exist_ok=True)
    aside = _free_name(folder, _ASIDE)
    log, kept_log = (path.with_name(path.name + "-wal") for path in (project, aside))
    try:
        _copy_file(project, aside, meter)
        if log.exists() and log.stat().st_size:
            _copy_file(log, kept_log, meter)
        yield aside
    except BaseException:
        aside.unlink(missing_ok=True)
        kept_log.unlink(missing_ok=True)
        raise


def _empty_log(project: Path) -> None:
    """Write what the log holds into the project, where that can still be done: a kill between the
    going of the log and that of its file then takes nothing with it."""
    with contextlib.suppress(UserError, sqlite3.Error):
        conn = connect(project, "mode=rw")
        try:
            conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            conn.close()


def _put_in_place(draft: Path, project: Path) -> None:
    """Let `draft` be the project. The log belongs to the file that goes, and stays if that does."""
    log, kept = project.with_name(project.name + "-wal"), draft.with_name(draft.name + "-wal")
    if log.exists():
        os.replace(log, kept)
    try:
        os.replace(draft, project)
    except OSError:
        if kept.exists():
            os.replace(kept, log)
        raise
    with contextlib.suppress(OSError):  # it is done: nothing may be taken back for this
        project.with_name(project.name + "-shm").unlink()


class _Meter:
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


def _copy_file(source: Path, target: Path, meter: _Meter) -> None:
    """A new file of the user's own."""
    target.touch(mode=PRIVATE, exist_ok=False)
    with source.open("rb") as read, target.open("wb") as written:
        while some := read.read(_CHUNK):
            written.write(some)
            meter.advance(len(some))


def _fold_log_in(copy: Path, draft: Path, meter: _Meter) -> None:
    """What was set aside with a log beside it is a project with both."""
    log = copy.with_name(copy.name + "-wal")
    if not log.exists():
        return
    _copy_file(log, draft.with_name(draft.name + "-wal"), meter)
    conn = connect(draft, "mode=rw", any_thread=True)
    try:
        with reading_errors(copy):
            conn.execute("PRAGMA journal_mode = DELETE")
    finally:
        conn.close()


def _free_name(folder: Path, prefix: str = "") -> Path:
    stamp = prefix + datetime.now(UTC).strftime(_STAMP)
    names = [stamp, *(f"{stamp}-{n}" for n in range(2, 100))]
    return next(p for name in names if not (p := folder / (name + SUFFIX)).exists())


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


@contextlib.contextmanager
def _folder_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise cannot_create(path, error) from error
