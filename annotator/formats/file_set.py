"""Several files that are there together or not at all: a new folder, or one .zip.

A file of a set is named after its article's number in the export, so that no two names can clash
whatever a file system takes for equal, none is a name that Windows reserves, and their order is
that of the articles; letters and digits of the article's own name follow.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import uuid
import zipfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import IO, Final, Protocol

from annotator.core.article import Article
from annotator.errors import QT_TRANSLATE_NOOP, UserError
from annotator.formats.atomic_file import AtomicFile
from annotator.formats.source import unwritable

_LONGEST_NAME: Final = 40  # code points: 160 bytes at most, where a file system allows 255
_NUMBERED: Final = re.compile(r"\d{5,}-")
_NO_NAME: Final = re.compile(r"[^\w]+")
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # the same files give the same bytes


class FileSet(Protocol):
    """Where a writer of several files puts them, one after the other."""

    def open(self, name: str) -> AbstractContextManager[IO[bytes]]:
        """A new file of that name; it is closed at the end of the block."""


class Nowhere:
    """A set of which nothing is kept."""

    def open(self, name: str) -> AbstractContextManager[IO[bytes]]:
        return open(os.devnull, "wb")


def is_zip(path: Path) -> bool:
    """Whether a set at `path` is one file rather than a folder."""
    return path.suffix.lower() == ".zip"


def new_file_set(path: Path) -> AbstractContextManager[FileSet]:
    """The set that will be at `path` when the block ends well; else what was there before is.

    An existing .zip is replaced, a folder that holds anything is not. Raises UserError.
    """
    return _zip(path) if is_zip(path) else _folder(path)


def is_used(folder: Path) -> bool:
    """Whether there is a folder with anything in it, or one that does not say."""
    try:
        return any(folder.iterdir())
    except FileNotFoundError:
        return False
    except OSError:
        return True


def file_stem(article: Article, number: int) -> str:
    """A file's name, without its ending, for the `number`-th article of an export (from 1)."""
    known = Path(article.meta.source).stem or article.meta.title
    own = _NO_NAME.sub("-", _NUMBERED.sub("", known, count=1))[:_LONGEST_NAME].strip("-_")
    return f"{number:05}-{own}" if own else f"{number:05}"


@contextmanager
def _zip(path: Path) -> Iterator[FileSet]:
    with AtomicFile(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        yield _Zip(archive)


class _Zip:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes]]:
        info = zipfile.ZipInfo(name, _EPOCH)
        info.compress_type = zipfile.ZIP_DEFLATED
        info.create_system = 3  # Unix, wherever it is written
        info.external_attr = 0o644 << 16
        with self._archive.open(info, "w", force_zip64=True) as file:
            yield file


@contextmanager
def _folder(named: Path) -> Iterator[FileSet]:
    path = Path(os.path.realpath(named))
    draft = path.with_name(f".{path.name[:60]}.{uuid.uuid4().hex[:12]}.new")
    try:
        _refuse_used(path, named)
        draft.mkdir()
        try:
            yield _Folder(draft)
            _settle(draft, path)
        except BaseException:
            with suppress(OSError):
                shutil.rmtree(draft)
            raise
    except OSError as error:
        raise unwritable(named, error) from error


class _Folder:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes]]:
        with (self._folder / name).open("xb") as file:
            yield file


def _settle(draft: Path, path: Path) -> None:
    """Give the draft its name, its files on the disk."""
    if hasattr(os, "sync"):  # one for all: a wait for each of many small files takes minutes
        os.sync()
    with suppress(FileNotFoundError):
        path.rmdir()  # empty, or it fails: Windows renames nothing onto a folder
    draft.rename(path)


def _refuse_used(path: Path, named: Path) -> None:
    """Raise unless the place is free: what is in a folder may be somebody's work."""
    if path.exists() and not path.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    if is_used(path):
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "The folder {path} is not empty."),
            remedy=QT_TRANSLATE_NOOP("Errors", "Choose the name of a new folder."),
            path=named,
        )
