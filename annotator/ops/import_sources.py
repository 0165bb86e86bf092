"""What there is to read under the files and folders that were named."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from annotator.errors import QT_TRANSLATE_NOOP, HashiyaError, UserError
from annotator.formats.archive import open_zip
from annotator.formats.article import Source
from annotator.formats.registry import READABLE_SUFFIXES, READERS, format_named, format_of
from annotator.formats.source import unreadable
from annotator.formats.telling import container
from annotator.ops.progress import Cancelled, Stopped, never
from annotator.ops.unpacking import HIDDEN, nested, unpack
from annotator.store.opened import is_open_here

_ZIP: Final = ".zip"
# Documents and archives that are not read: each is told with what to do, for a person may take
# them for articles, and would not see that they are missing.
_NOT_READ: Final = (
    *(".doc", ".docm", ".rtf", ".odt", ".pdf", ".xls", ".xlsx", ".ods"),
    *(".7z", ".rar", ".gz"),
)
PASTED: Final = Path("pasted text")


def sources_of(
    what: Sequence[Path] | Path | str, format: str, encoding: str, cancelled: Cancelled = never
) -> list[Source]:
    """Every file under `what` in order, or one source for pasted text.

    Folders are searched to their depths for the suffixes of `format`; where it is to be found out,
    for documents that cannot be read as well, which are told. Hidden files and symbolic links out
    of them are left out. A zip is unpacked, its members are searched like a folder's. A folder or
    zip with nothing in it is a source itself, to be told. A file that another one's reader reads
    along is no source. Raises Stopped, and UserError for a project that is open.
    """
    if isinstance(what, str):
        return [Source(path=PASTED, pasted=what)]
    paths = [what] if isinstance(what, Path) else what
    found_out = format == "auto"
    suffixes = READABLE_SUFFIXES + _NOT_READ if found_out else format_named(format).suffixes
    wanted = {*suffixes, _ZIP}
    found = [
        source
        for path in paths
        for file in (_files_in(path, wanted) if path.is_dir() else [path])
        for source in _members(Source(path=file, encoding=encoding), wanted, cancelled)
    ]
    beside = _read_along([source.path for source in found])
    return [source for source in found if source.path not in beside]


def _refuse_open(path: Path) -> None:
    """Raise UserError for a project that is open here: to read it would let go of its locks."""
    if is_open_here(path):
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "{path} is a project that is open, not an article."),
            remedy=QT_TRANSLATE_NOOP("Errors", "Export it, and import what was written."),
            path=path,
        )


def _members(source: Source, wanted: Iterable[str], cancelled: Cancelled) -> list[Source]:
    """The readable files in an archive; the source itself when it is none or holds none. Raises
    UserError for an open project."""
    _refuse_open(source.path)
    if not is_archive(source):
        return [source]
    try:
        unpacked = unpack(source.path, cancelled)
    except Stopped:
        raise
    except HashiyaError:
        return [source]  # planning it will say why
    files = _files_in(unpacked.root, wanted)
    if files == [unpacked.root]:
        return [source]
    return [replace(source, path=f, member=unpacked.shown(f), held=unpacked) for f in files]


def is_archive(source: Source) -> bool:
    """Whether it is a zip that is no document."""
    return container(source) == "zip"


def _read_along(files: Sequence[Path]) -> set[Path]:
    """The files that come in with another of `files`: brat's text, the list of tags."""
    found = set(files)
    return {
        other
        for file in files
        for known in READERS
        if known.beside is not None and file.suffix.lower() in known.suffixes
        for other in known.beside(file)
        if other != file and other in found and format_of(Source(path=file)) is known
    }


def _files_in(folder: Path, suffixes: Iterable[str]) -> list[Path]:
    """The folder's readable files, or the folder itself when there is none: its item's error."""
    wanted, root = frozenset(suffixes), folder.resolve()
    found = [
        path
        for path in _walk(folder)
        if path.suffix.lower() in wanted and path.is_file() and _inside(path, root)
    ]
    return found or [folder]


def _walk(folder: Path) -> Iterator[Path]:
    """Every file under `folder`, sorted, links to folders not followed, nothing hidden, nor what
    Word keeps beside an open document."""
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(HIDDEN):
                yield Path(where, name)


def _inside(path: Path, root: Path) -> bool:
    return not path.is_symlink() or path.resolve().is_relative_to(root)


def size_of(source: Source) -> int:
    """Its bytes, for progress; 0 when they cannot be known."""
    if source.pasted is not None:
        return len(source.pasted.encode("utf-8", "surrogatepass"))
    try:
        return source.path.stat().st_size if source.path.is_file() else 0
    except OSError:
        return 0  # reading it will say why


def nothing_in(source: Source, cancelled: Cancelled) -> HashiyaError:
    """Why nothing was found in a folder or an archive. Raises what unpacking it raises."""
    path = source.path
    if path.is_dir():
        try:
            with os.scandir(path) as entries:
                next(entries, None)
        except OSError as error:
            return unreadable(path, error)
    elif source.held is not None:
        open_zip(path).close()  # another program's document is told as that
        return nested(path)
    else:
        unpack(path, cancelled).close()
    return UserError(
        QT_TRANSLATE_NOOP("Errors", "There is nothing to import in {path}."),
        remedy=QT_TRANSLATE_NOOP("Errors", "Files that end in {suffixes} are looked for."),
        path=path,
        suffixes=" ".join(READABLE_SUFFIXES),
    )
