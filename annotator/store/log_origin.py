"""What state of the project its write-ahead log was begun on: noted beside the project while it is
open, and so still there when the program was killed.

SQLite lays a log that was left behind over whatever file lies there. A backup that somebody copied
into the project's place meanwhile would become a mixture of the two, or look damaged. A log holds
every page that changed since it was begun: it fits the file that it was begun on and what that
became by it. Those alone have in their journal the step that was the last one then, and no later
one that is not in the log, as a file has in which somebody went on without it, elsewhere.
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import msgspec

from annotator.errors import QT_TRANSLATE_NOOP, UserError
from annotator.store.connection import connect
from annotator.store.lock import Lock

FOREIGN = QT_TRANSLATE_NOOP(
    "Errors",
    "{path} was put in the place of another file while the last changes to that one, in {log}, "
    "waited to be written into it.",
)
FOREIGN_REMEDY = QT_TRANSLATE_NOOP(
    "Errors",
    "To work with the file that is there now, move {log} elsewhere; to have the changes, put the "
    "earlier file back. Nothing was changed.",
)

_GENERATION = slice(12, 24)  # of a log's header: checkpoint number and salts, other ones each time
# it is begun anew (https://www.sqlite.org/fileformat2.html#the_write_ahead_log)


class LogOrigin(msgspec.Struct, frozen=True):
    """`log` is the log's generation; `seq` and `at` the last step before it, 0 and "" for none."""

    log: bytes
    project: str
    seq: int
    at: str


class LogNotes:
    """Notes the origin of the log each time that it is begun anew. `lock` keeps what is noted."""

    def __init__(self, project: Path, lock: Lock) -> None:
        self._project = project
        self._lock = lock
        noted = _decoded(lock.note)
        self._noted = None if noted is None else noted.log

    def last_step(self, conn: sqlite3.Connection) -> tuple[int, str]:
        """To be asked in a transaction before anything is written in it."""
        found = conn.execute(
            "SELECT seq, at FROM journal WHERE seq = (SELECT max(seq) FROM journal)"
        ).fetchone()
        return found or (0, "")

    def committed(self, conn: sqlite3.Connection, before: tuple[int, str]) -> None:
        """After a transaction: `before` is what `last_step` said in it."""
        log = _generation(self._project)
        if log is None or log == self._noted:
            return
        origin = LogOrigin(log, _project_id(conn), *before)
        self._lock.take_note(msgspec.json.encode(origin))
        self._noted = log


def refuse_foreign_log(project: Path, note: bytes) -> None:
    """Raise UserError when `has_foreign_log`. Not one byte is written."""
    if has_foreign_log(project, note):
        log = log_of(project).name
        raise UserError(FOREIGN, remedy=FOREIGN_REMEDY, path=project, log=log)


def has_foreign_log(project: Path, note: bytes) -> bool:
    """Whether a log lies beside `project` that was not begun on it, as far as `note` tells: a file
    that is damaged without its log may need it."""
    origin = _decoded(note)
    if origin is None or origin.log != _generation(project):
        return False
    try:
        conn = connect(project, "mode=ro&immutable=1", to_read=True)  # without the log
    except UserError:
        return False  # killed in the midst of a checkpoint, perhaps: the log has what is amiss
    try:
        fits = _holds(conn, origin) and _came_of_its_log(project, conn, origin.seq)
        return not fits and _is_whole(conn)
    except sqlite3.DatabaseError:
        return False
    finally:
        conn.close()


def log_of(project: Path) -> Path:
    return project.with_name(project.name + "-wal")


def _holds(conn: sqlite3.Connection, origin: LogOrigin) -> bool:
    """Whether the file is of that project, and has that step in its journal."""
    step = conn.execute("SELECT at FROM journal WHERE seq = ?", (origin.seq,)).fetchone()
    return _project_id(conn) == origin.project and (step or ("",))[0] == origin.at


def _came_of_its_log(project: Path, conn: sqlite3.Connection, seq: int) -> bool:
    """Whether the steps after `seq` that are in the file by itself are there with its log, too."""
    later = "SELECT seq, at FROM journal WHERE seq > ?"
    own = conn.execute(later, (seq,)).fetchall()
    if not own:
        return True
    try:
        with contextlib.closing(connect(project, "mode=ro", to_read=True)) as both:
            return set(own) <= set(both.execute(later, (seq,)))
    except UserError:
        return True  # it cannot be opened: opening it will say why
    except sqlite3.DatabaseError as error:
        return error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _is_whole(conn: sqlite3.Connection) -> bool:
    return bool(conn.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")


def _project_id(conn: sqlite3.Connection) -> str:
    found = conn.execute("SELECT value FROM settings WHERE key = 'project_id'").fetchone()
    return str(found[0]) if found else ""


def _generation(project: Path) -> bytes | None:
    """None when there is no log, or an empty one."""
    try:
        with log_of(project).open("rb") as log:
            return log.read(_GENERATION.stop)[_GENERATION] or None
    except OSError:
        return None


def _decoded(note: bytes) -> LogOrigin | None:
    try:
        return msgspec.json.decode(note, type=LogOrigin)
    except msgspec.DecodeError:
        return None
