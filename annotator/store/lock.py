"""One writer a project: a lock beside the file that names who holds it and dies with them.

The file has two lines: who holds it, and what the holder notes for whoever comes after a crash.
"""

from __future__ import annotations

import contextlib
import getpass
import os
import socket
import stat
import sys
import time
from datetime import datetime
from pathlib import Path

import msgspec

from annotator.errors import QT_TRANSLATE_NOOP, UserError

HELD = QT_TRANSLATE_NOOP(
    "Errors", "The project {path} is open already: {user} on {host}, since {since}."
)
HELD_REMEDY = QT_TRANSLATE_NOOP("Errors", "Close it there, or open it to view only.")
UNLOCKABLE = QT_TRANSLATE_NOOP("Errors", "The project {path} cannot be locked ({detail}).")
UNLOCKABLE_REMEDY = QT_TRANSLATE_NOOP("Errors", "Open it to view only, or copy it to another disk.")
_TRIES, _PAUSE = 4, 0.01  # seconds


class Holder(msgspec.Struct, frozen=True):
    """Who has a project open for writing. `since` is local time, ISO 8601 to the minute."""

    user: str
    host: str
    pid: int
    since: str

    @property
    def since_here(self) -> str:
        """`since` as the reader's clock had it, without its zone; as it is where it is no time."""
        try:
            return datetime.fromisoformat(self.since).astimezone().strftime("%Y-%m-%d %H:%M")
        except (ValueError, OverflowError, OSError):
            return self.since


class Lock:
    """Held from `acquire` to `release`, or until the process ends, however it ends. `note` is what
    was noted last, by this holder or by one that died."""

    def __init__(self, path: Path, descriptor: int, holder: Holder, note: bytes) -> None:
        self.path = path
        self.note = note
        self._descriptor = descriptor
        self._holder = holder
        self.take_note(note)

    @classmethod
    def acquire(cls, project: Path) -> Lock:
        """Raises UserError that names the holder when another one has the project."""
        path = lock_path(project)
        try:
            descriptor = _locked(path, _mode_of(project))
        except OSError as error:
            raise UserError(
                UNLOCKABLE, remedy=UNLOCKABLE_REMEDY, path=project, detail=error.strerror
            ) from error
        if descriptor is None:
            raise _held(project, path)
        since = datetime.now().astimezone().isoformat(" ", timespec="minutes")
        holder = Holder(_user(), socket.gethostname(), os.getpid(), since)
        return cls(path, descriptor, holder, left_note(project))

    def take_note(self, note: bytes) -> None:
        """Note one line in place of what was noted before. Whoever reads meanwhile finds a holder:
        the file is cut off only after it was written."""
        self.note = note
        lines = msgspec.json.encode(self._holder) + b"\n" + note
        with contextlib.suppress(OSError):  # a full disk: it holds, nameless
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            os.ftruncate(self._descriptor, os.write(self._descriptor, lines))

    def release(self, *, keep_note: bool = False) -> None:
        """Idempotent. The file goes first: whoever waits on it then sees that it is gone. It stays
        with its note where whoever comes after needs that as after a crash."""
        if self._descriptor < 0:
            return
        if not keep_note:
            with contextlib.suppress(OSError):  # Windows keeps an open file; it is used again
                self.path.unlink()
        os.close(self._descriptor)
        self._descriptor = -1


def lock_path(project: Path) -> Path:
    return project.with_name(project.name + ".lock")


def holder(project: Path) -> Holder | None:
    """Who has `project` open for writing now; None when nobody. Writes nothing."""
    path = lock_path(project)
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        return None
    try:
        if _try_lock(descriptor, shared=True):
            return None
        return _read(path)
    finally:
        os.close(descriptor)


def left_note(project: Path) -> bytes:
    """What the holder of the project's lock has noted, also one that died; empty for nothing."""
    try:
        return lock_path(project).read_bytes().partition(b"\n")[2]
    except OSError:
        return b""


def refuse_held(project: Path) -> None:
    """Raises UserError that names the holder when somebody has `project` open for writing."""
    if holder(project) is not None:
        raise _held(project, lock_path(project))


def _locked(path: Path, mode: int) -> int | None:
    """A descriptor of the locked file that is at `path`, or None when another one has it."""
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, mode)
        if not _try_for_a_moment(descriptor):
            os.close(descriptor)
            return None
        if _still_there(path, descriptor):
            return descriptor
        os.close(descriptor)  # its holder removed it between our open and our lock


def _try_for_a_moment(descriptor: int) -> bool:
    """Somebody who only asks who the holder is has the lock for an instant, too."""
    for _ in range(_TRIES):
        if _try_lock(descriptor):
            return True
        time.sleep(_PAUSE)
    return False


def _mode_of(project: Path) -> int:
    """Whoever may read the project may read who has it open."""
    try:
        return stat.S_IMODE(project.stat().st_mode) & 0o666 | 0o600
    except OSError:
        return 0o600


def _still_there(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(os.stat(path), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _held(project: Path, path: Path) -> UserError:
    who = _read(path) or Holder("?", "?", 0, "?")
    return UserError(
        HELD,
        remedy=HELD_REMEDY,
        path=project,
        user=who.user,
        host=who.host,
        pid=who.pid,
        since=who.since_here,
    )


def _read(path: Path) -> Holder | None:
    try:
        return msgspec.json.decode(path.read_bytes().partition(b"\n")[0], type=Holder)
    except (OSError, msgspec.DecodeError):
        return None


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "?"


if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # a byte past the holder's name, which must stay readable while it is locked

    def _try_lock(descriptor: int, *, shared: bool = False) -> bool:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(descriptor, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _try_lock(descriptor: int, *, shared: bool = False) -> bool:
        kind = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
        try:
            fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
