"""Files as bytes, and the plain sentences for those that cannot be read."""

from __future__ import annotations

import errno
import stat
from pathlib import Path

from annotator.errors import QT_TRANSLATE_NOOP, DataError, UserError
from annotator.formats.article import Source
from annotator.formats.encoding import MAX_TEXT_BYTES, decode

_NO_ROOM = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))  # Windows has no quota error


def read_whole(path: Path, limit: int = MAX_TEXT_BYTES) -> bytes:
    """The bytes of a file that is one article.

    Raises UserError when it cannot be read and DataError when it is larger than `limit`.
    """
    try:
        refuse_irregular(path)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise unreadable(path, error) from error
    if len(data) > limit:
        raise too_large(path, limit)
    return data


def read_text(source: Source, limit: int = MAX_TEXT_BYTES) -> str:
    """The text of a whole file, as `read_whole` and `decode`; the source is told its encoding."""
    decoded = decode(read_whole(source.path, limit), source.path, source.encoding)
    source.encoded(decoded.encoding, decoded.confidence)
    return decoded.text


def refuse_irregular(path: Path) -> None:
    """Raise UserError for a pipe or a device: it would block, and cannot be read twice."""
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "{path} is not a file but a pipe or a device."),
            remedy=QT_TRANSLATE_NOOP("Errors", "Save it as a file and import that."),
            path=path,
        )


def too_large(path: Path, limit: int, line: int | None = None) -> DataError:
    return DataError(
        QT_TRANSLATE_NOOP("Errors", "This article is larger than {megabytes} MB."),
        file=path,
        line=line,
        remedy=QT_TRANSLATE_NOOP("Errors", "Split it into several articles."),
        megabytes=limit // (1024 * 1024),
    )


def unreadable(path: Path, error: OSError) -> UserError:
    """Why a file or folder cannot be read, and what to do about it."""
    if isinstance(error, FileNotFoundError):
        return UserError(
            QT_TRANSLATE_NOOP("Errors", "There is no file or folder {path}."),
            remedy=QT_TRANSLATE_NOOP("Errors", "Check the name."),
            path=path,
        )
    if isinstance(error, PermissionError):
        return UserError(
            QT_TRANSLATE_NOOP("Errors", "You may not read {path}."),
            remedy=QT_TRANSLATE_NOOP("Errors", "Ask for the right to read it, or copy it."),
            path=path,
        )
    if isinstance(error, IsADirectoryError):
        return UserError(
            QT_TRANSLATE_NOOP("Errors", "{path} is a folder, not a file."),
            remedy=QT_TRANSLATE_NOOP("Errors", "Choose a file in it."),
            path=path,
        )
    return UserError(
        QT_TRANSLATE_NOOP("Errors", "{path} could not be read: {reason}."),
        remedy=QT_TRANSLATE_NOOP("Errors", "Check the disk and try again."),
        path=path,
        reason=_reason(error),
    )


def unwritable(path: Path, error: OSError) -> UserError:
    """Why a file cannot be written, and what to do about it."""
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        remedy = QT_TRANSLATE_NOOP("Errors", "Choose a folder that you may write to.")
    elif error.errno in _NO_ROOM:
        remedy = QT_TRANSLATE_NOOP("Errors", "Make room on the disk and try again.")
    elif error.errno == errno.EIO:
        remedy = QT_TRANSLATE_NOOP("Errors", "Check the disk and try again.")
    elif isinstance(error, FileNotFoundError | NotADirectoryError):
        remedy = QT_TRANSLATE_NOOP("Errors", "Make the folder first.")
    else:
        remedy = QT_TRANSLATE_NOOP("Errors", "Choose another name or folder.")
    return UserError(
        QT_TRANSLATE_NOOP("Errors", "{path} could not be written: {reason}."),
        remedy=remedy,
        path=path,
        reason=_reason(error),
    )


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).rstrip(".")
