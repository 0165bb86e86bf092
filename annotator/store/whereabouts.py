"""Which file a project is, whatever leads to it, and whether it is still where it was opened.

SQLite finds a log by the name of the file. A project that is renamed while it is open leaves its
log behind; a file that takes its place gets it; one with two names has two.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from annotator.errors import QT_TRANSLATE_NOOP, UserError
from annotator.store.new_file import drafts_of

MOVED = QT_TRANSLATE_NOOP(
    "Errors", "{path} was moved, renamed, replaced or deleted while it was open."
)
MOVED_REMEDY = QT_TRANSLATE_NOOP(
    "Errors",
    "Put it back, or close it and open it where it is now: what was saved went along with it.",
)
LINKED = QT_TRANSLATE_NOOP(
    "Errors",
    "The project {path} has a second name (a hard link), under which another program could write to"
    " it.",
)
LINKED_REMEDY = QT_TRANSLATE_NOOP("Errors", "Open it to view only, or work on a copy of it.")

ELSEWHERE = QT_TRANSLATE_NOOP(
    "Errors", "The project {path} is open already, under a name that it had before or has too."
)
ELSEWHERE_REMEDY = QT_TRANSLATE_NOOP(
    "Errors", "Close it there first: what was saved last is not in this file yet."
)

Identity = tuple[int, int]

_LOG_VERSIONS = slice(18, 20)  # of a file's header: both 2 where it is written by way of a log
_READING = (510, 0x4000_0002)  # the bytes, and from where, that a connection to it has locked
_TRIES, _PAUSE = 4, 0.01  # seconds


def file_of(path: Path) -> Path:
    """The file that a link points at: beside that lie its log, its lock and its backups."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def identity(path: Path) -> Identity | None:
    """The same for every name of a file, and of no other one that is there; None for a file that
    is not there, or cannot be reached any more."""
    try:
        told = path.stat()
    except OSError:
        return None
    return told.st_dev, told.st_ino


def refuse_second_name(path: Path) -> None:
    """Raise UserError when the file has another name. For who has its lock; one that was left by
    ours, killed while it gave the file its name, is removed."""
    for draft in drafts_of(path) if path.stat().st_nlink > 1 else ():
        if identity(draft) == identity(path):
            draft.unlink()
    if path.stat().st_nlink > 1:
        raise UserError(LINKED, remedy=LINKED_REMEDY, path=path)


def refuse_open_elsewhere(path: Path) -> None:
    """Raise UserError when a program has the file open, and not under this name.

    Whoever has it open keeps its log beside the name by which it was opened, and SQLite's lock on
    the file itself. A file that is locked and has no log beside it was renamed, then, or is seen
    in two places: its last changes are not in it, and would be written over what is done now.
    For a file that this process does not have open: to close it here lets go of its locks.
    """
    for attempt in range(_TRIES):
        if os.path.exists(f"{path}-wal") or not _is_being_read(path):
            return
        if attempt + 1 < _TRIES:  # somebody just comes or goes: the log does not at the same time
            time.sleep(_PAUSE)
    raise UserError(ELSEWHERE, remedy=ELSEWHERE_REMEDY, path=path)


if sys.platform == "win32":

    def _is_being_read(path: Path) -> bool:
        return False  # Windows lets nobody rename an open project

else:
    import fcntl

    def _is_being_read(path: Path) -> bool:
        """Whether somebody has the file open by way of a log."""
        try:
            with path.open("r+b") as file:
                if file.read(_LOG_VERSIONS.stop)[_LOG_VERSIONS] == b"\2\2":
                    fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, *_READING)
        except BlockingIOError:
            return True
        except OSError:
            return False  # a file system without locks; what else it is, opening the file will say
        return False
