"""A file that is there whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import uuid
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

from annotator.errors import QT_TRANSLATE_NOOP, UserError
from annotator.formats.source import unwritable

_KEPT: Final = re.compile(r".*\.hashiya(-wal|-shm|-journal|\.lock)?", re.IGNORECASE | re.DOTALL)


class AtomicFile:
    """`with AtomicFile(path) as file`: bytes that are at `path` when the block ends well, whole
    and on the disk; when anything is raised, what was there before still is.

    A link is written through to what it points at. Raises UserError when it cannot be written, and
    for the name of a project, of its log or its lock: what is written here never is one, and a
    person's work may lie there.
    """

    def __init__(self, path: Path) -> None:
        self._named = path
        self._path = Path(os.path.realpath(path))
        self._draft = self._path.with_name(f".{self._path.name[:60]}.{uuid.uuid4().hex[:12]}.new")

    def __enter__(self) -> IO[bytes]:
        if _KEPT.fullmatch(self._path.name):
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "Errors", "{path} is the name of a project, or of a file that belongs to one."
                ),
                remedy=QT_TRANSLATE_NOOP("Errors", "Choose another name or folder."),
                path=self._named,
            )
        try:
            if self._path.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            if self._path.exists() and not self._path.is_file():  # a device is not to be replaced
                raise OSError(errno.EINVAL, "it is not a regular file")
            self._file = self._draft.open("xb")
        except OSError as error:
            raise unwritable(self._named, error) from error
        return self._file

    def __exit__(self, kind: object, error: BaseException | None, _trace: object) -> None:
        if error is None:
            try:
                self._commit()
            except OSError as failure:
                self._discard()
                raise unwritable(self._named, failure) from failure
            return
        self._discard()
        if isinstance(error, OSError):
            raise unwritable(self._named, error) from error

    def _commit(self) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        with suppress(FileNotFoundError):  # a file that is replaced keeps its permissions
            self._draft.chmod(self._path.stat().st_mode & 0o777)
        self._draft.replace(self._path)

    def _discard(self) -> None:
        with suppress(OSError):
            self._file.close()
        with suppress(OSError):
            self._draft.unlink()
