"""Which file a project is, whatever leads to it, and whether it is still where it was opened.

SQLite finds a log by the name of the file. A project that is renamed while it is open leaves its
log behind; a file that takes its place gets it; one with two names has two.
"""

from __future__ import annotations

import os
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

Identity = tuple[int, int]


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
