"""How a project file is opened: to write under its lock, or to view without writing a byte."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import uuid
from pathlib import Path

from annotator.errors import QT_TRANSLATE_NOOP, UserError
from annotator.store.connection import (
    CANNOT_OPEN,
    cannot_read,
    connect,
    reading_errors,
)
from annotator.store.derived import Look, not_looked_at
from annotator.store.lock import Lock, holder, left_note
from annotator.store.log_origin import LogNotes, log_of, refuse_foreign_log
from annotator.store.opened import STILL, Opened, has_log, is_open_here, opened_here
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
    refuse_open_elsewhere,
    refuse_second_name,
)

OLDER = QT_TRANSLATE_NOOP("Errors", "The project {path} was made by an older Hashiya.")
OLDER_REMEDY = QT_TRANSLATE_NOOP("Errors", "Open it once where it can be written, to upgrade it.")


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


def refuse_other_name(path: Path) -> None:
    """Raise UserError when the project is open, here or elsewhere, under another name only."""
    here = opened_here(path)
    if not all(opened.is_in_place for opened in here):
        raise UserError(ELSEWHERE, remedy=ELSEWHERE_REMEDY, path=path)
    if not here and writable(path):
        refuse_open_elsewhere(path)


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
    return _viewing(path, STILL)


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
