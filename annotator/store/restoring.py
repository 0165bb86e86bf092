"""A backup put back as the project; what was there is kept among the backups."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from annotator.errors import UserError
from annotator.store.backup import ASIDE, backup_folder, free_name
from annotator.store.connection import connect, discard, reading_errors
from annotator.store.copying import (
    Cancelled,
    Meter,
    Progress,
    copy_file,
    folder_errors,
    opened,
    sync,
    verify,
)
from annotator.store.lock import Lock
from annotator.store.opened import has_log
from annotator.store.opening import refuse_other_name
from annotator.store.schema import recognise
from annotator.store.whereabouts import file_of


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
    project = file_of(project)
    lock = Lock.acquire(project)
    draft = project.with_name(f".{project.name}.{os.getpid()}.new")
    try:
        refuse_other_name(project)
        with folder_errors(project):
            meter = Meter((copy, project), progress, cancelled)
            copy_file(copy, draft, meter)
            _fold_log_in(copy, draft, meter)
            with opened(draft, named=copy) as conn:
                verify(conn, None, copy, meter.wait)
            sync(draft)
            with _set_aside(project, meter) as aside:
                if aside is not None:
                    shutil.copymode(project, draft)
                    _empty_log(project)
                _put_in_place(draft, project)
        return aside
    finally:
        discard(draft)
        lock.release(keep_note=has_log(project))


@contextlib.contextmanager
def _set_aside(project: Path, meter: Meter) -> Iterator[Path | None]:
    """Copy the project as it lies, log included, into its backup folder; no longer, where
    anything is raised."""
    if not project.exists():
        yield None
        return
    folder = backup_folder(project)
    folder.mkdir(mode=0o700, exist_ok=True)
    aside = free_name(folder, ASIDE)
    log, kept_log = (path.with_name(path.name + "-wal") for path in (project, aside))
    try:
        copy_file(project, aside, meter)
        if log.exists() and log.stat().st_size:
            copy_file(log, kept_log, meter)
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


def _fold_log_in(copy: Path, draft: Path, meter: Meter) -> None:
    """What was set aside with a log beside it is a project with both."""
    log = copy.with_name(copy.name + "-wal")
    if not log.exists():
        return
    copy_file(log, draft.with_name(draft.name + "-wal"), meter)
    conn = connect(draft, "mode=rw", any_thread=True)
    try:
        with reading_errors(copy):
            conn.execute("PRAGMA journal_mode = DELETE")
    finally:
        conn.close()
