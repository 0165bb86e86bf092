"""What is kept in temporary files meanwhile. A disk that has no room for them need not be the one
that is written to, and is named."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from annotator.formats.source import unwritable


def temporary_folder() -> Path:
    """Where they lie. Raises UserError when there is no such folder."""
    try:
        return Path(tempfile.gettempdir())
    except OSError as error:
        raise unwritable(Path(os.environ.get("TMPDIR", os.curdir)), error) from error


@contextmanager
def temporary_errors() -> Iterator[None]:
    """Turn what the system raises about temporary files into a UserError."""
    try:
        yield
    except OSError as error:
        raise unwritable(temporary_folder(), error) from error


class Spool:
    """Bytes that are written and read again: in memory, past `most` of them in a file. Use `with`,
    or `close` it. Raises UserError when they find no room."""

    def __init__(self, most: int) -> None:
        self._file: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=most)  # noqa: SIM115 close()

    def __enter__(self) -> Spool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        with suppress(OSError):  # what waits to be written is of no use any more
            self._file.close()

    def write(self, data: bytes) -> None:
        with temporary_errors():
            self._file.write(data)

    def read(self, size: int = -1) -> bytes:
        return self._file.read(size)

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._file)

    def seek(self, *place: Any) -> None:
        with temporary_errors():  # what waited is written
            self._file.seek(*place)
