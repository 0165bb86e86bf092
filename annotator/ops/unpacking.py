"""Archives of articles, unpacked into real files for the readers, and gone when they are read.

Nothing is written outside the folder made for it, whatever the members' names say. The folder lives
as long as a source refers to it (`Source.held`), at most as long as the program; what a killed
program left is removed by the next unpacking.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import sys
import tempfile
import time
import weakref
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import IO, Final

from annotator.errors import QT_TRANSLATE_NOOP, DataError, HashiyaError
from annotator.formats.archive import DAMAGED, damaged, member_name, open_zip
from annotator.formats.article import Source
from annotator.formats.source import unwritable
from annotator.formats.temporary import temporary_errors, temporary_folder
from annotator.ops.progress import Cancelled, check

HIDDEN: Final = (".", "~$")  # how names begin that are hidden, by Unix and by Word
_PREFIX: Final = "hashiya-unpacked-"
_DAY: Final = 24 * 60 * 60
_CHUNK: Final = 1 << 20
_LONGEST: Final = 120  # code points of a name; a file system allows 255 bytes
_KINDS: Final = (0, stat.S_IFREG, stat.S_IFDIR)  # 0: the archive does not say
_NOT_IN_NAMES: Final = re.compile(
    r'[<>:"|?*\x00-\x1f\x7f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]'
)
_RESERVED: Final = re.compile(  # by Windows, which takes no notice of blanks and endings
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³]) *(?=\.|\Z)", re.IGNORECASE
)
_UNPACK: Final = QT_TRANSLATE_NOOP("Errors", "Unpack it yourself and import the folder.")


class Unpacked:
    """The members of `archive` as files under `root`."""

    def __init__(self, archive: Path, root: Path) -> None:
        self.archive, self.root = archive, root
        self.close = weakref.finalize(self, shutil.rmtree, root, ignore_errors=True)

    def shown(self, path: Path) -> Path:
        """Where a person knows a file of `root`: in the archive."""
        return self.archive / path.relative_to(self.root)

    def retell(self, error: HashiyaError) -> None:
        """Make an error about a file of `root` tell its place in the archive."""
        for key, value in error.fields.items():
            if isinstance(value, str | Path) and Path(value).is_relative_to(self.root):
                error.fields[key] = str(self.shown(Path(value)))
        if isinstance(error, DataError) and error.file.is_relative_to(self.root):
            error.file = self.shown(error.file)


def retell(source: Source, error: HashiyaError) -> None:
    """Make an error about a source tell where a person knows it."""
    if isinstance(source.held, Unpacked):
        source.held.retell(error)


def forget(source: Source) -> None:
    """Remove what was unpacked for a source, now that it has been read."""
    if isinstance(source.held, Unpacked):
        source.held.close()


def unpack(path: Path, cancelled: Cancelled) -> Unpacked:
    """Every file of the archive but hidden ones. Raises UserError, DataError, Stopped."""
    temporary = temporary_folder()
    with open_zip(path) as archive:
        with temporary_errors():
            _remove_left_behind(temporary)
            root = tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=temporary)
        unpacked = Unpacked(path, Path(root))
        try:
            for entry in archive.infolist():
                check(cancelled)
                place = _place(entry, path)
                if place is not None:
                    _write(archive, entry, unpacked.root / place, path)
        except BaseException:
            unpacked.close()
            raise
    return unpacked


def nested(path: Path) -> DataError:
    return DataError(
        QT_TRANSLATE_NOOP("Errors", "This is an archive inside an archive."),
        file=path,
        remedy=_UNPACK,
    )


def _place(entry: zipfile.ZipInfo, path: Path) -> Path | None:
    """Where a member goes, from the folder down; None for a folder or what is hidden.

    Raises DataError for a link or device, and for a name that leads out of the folder.
    """
    name = member_name(entry).replace("\\", "/")
    parts = PurePosixPath(name).parts
    if stat.S_IFMT(entry.external_attr >> 16) not in _KINDS:
        raise _unsafe(
            QT_TRANSLATE_NOOP("Errors", "“{name}” in this archive is a link or a device."),
            path,
            name,
        )
    if name.startswith("/") or ".." in parts or re.match(r"[A-Za-z]:", name):
        raise _unsafe(
            QT_TRANSLATE_NOOP("Errors", "“{name}” in this archive leads out of its folder."),
            path,
            name,
        )
    if entry.is_dir() or not parts:
        return None
    if any(part.startswith(HIDDEN) or part == "__MACOSX" for part in parts):
        return None
    return Path(*map(_safe, parts))


def _safe(part: str) -> str:
    """A name that every system takes; the same stem gives the same stem, whatever the suffix."""
    part = _NOT_IN_NAMES.sub("_", part).rstrip(". ") or "_"
    part = _RESERVED.sub(r"_\g<0>", part) if _RESERVED.match(part) else part
    stem, suffix = os.path.splitext(part)
    if len(part) > _LONGEST:
        sum_ = zlib.crc32(stem.encode("utf-8", "surrogatepass"))
        part = f"{stem[: _LONGEST // 2]}-{sum_:08x}{suffix[:12]}"
    return part


def _opened(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path) -> IO[bytes]:
    try:
        return archive.open(entry)
    except (*DAMAGED, OSError, RuntimeError) as error:  # it begins before the file; a password
        raise damaged(path) from error


def _write(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, place: Path, path: Path) -> None:
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with _opened(archive, entry, path) as packed, place.open("xb") as file:
            shutil.copyfileobj(packed, file, _CHUNK)
    except DAMAGED as error:
        raise damaged(path) from error
    except (FileExistsError, NotADirectoryError) as error:
        raise _unsafe(
            QT_TRANSLATE_NOOP("Errors", "The name “{name}” is in this archive twice."),
            path,
            member_name(entry),
        ) from error
    except OSError as error:
        raise unwritable(place.parent, error) from error


def _unsafe(template: str, path: Path, name: str) -> DataError:
    return DataError(template, file=path, remedy=_UNPACK, name=name)


def _remove_left_behind(temporary: Path) -> None:
    """Remove the folders of programs of this user that are no more."""
    for folder in temporary.glob(f"{_PREFIX}*"):
        owner = folder.name.removeprefix(_PREFIX).partition("-")[0]
        if owner.isdecimal() and not _in_use(int(owner), folder):
            shutil.rmtree(folder, ignore_errors=True)


def _in_use(pid: int, folder: Path) -> bool:
    try:
        if sys.platform == "win32":  # where asking for a process can end it
            return time.time() - folder.stat().st_mtime < _DAY
        os.kill(pid, 0)
    except OSError as error:
        return isinstance(error, PermissionError)
    return True
