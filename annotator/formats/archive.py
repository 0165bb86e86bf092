"""Zip files as they may come from anywhere: what is looked at before anything is unpacked.

Python's zipfile never yields more of a member than its entry says, so that the sizes said bound
what comes out. Names that are not UTF-8 are decoded as the old Arabic code pages would have them.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from pathlib import Path
from typing import Final

from annotator.errors import QT_TRANSLATE_NOOP, DataError, HashiyaError
from annotator.formats.encoding import decode, refuse_signature
from annotator.formats.source import refuse_irregular, unreadable

SIGNATURE: Final = b"PK\x03\x04"
MAX_MEMBERS: Final = 200_000
MAX_BYTES: Final = 4 * 1024**3  # of everything in it
_MAX_RATIO: Final = 100  # unpacked to packed: text is packed to a tenth, markup to a fiftieth
_SMALL: Final = 64 * 1024**2  # below this the ratio can do no harm
_CSV: Final = QT_TRANSLATE_NOOP("Errors", "Save it as CSV (UTF-8) and import that.")
_DOCX: Final = QT_TRANSLATE_NOOP("Errors", "Open it in Word or LibreOffice and save it as .docx.")
_PASTE: Final = QT_TRANSLATE_NOOP("Errors", "Copy the article out of it and paste it.")
# Members by which other programs' documents, which are zips, are known; what to do with them.
_OFFICE: Final = {
    "xl/workbook.xml": (QT_TRANSLATE_NOOP("Errors", "This is an Excel workbook."), _CSV),
    "xl/workbook.bin": (QT_TRANSLATE_NOOP("Errors", "This is an Excel workbook."), _CSV),
    "ppt/presentation.xml": (
        QT_TRANSLATE_NOOP("Errors", "This is a PowerPoint presentation."),
        _PASTE,
    ),
}
_OPEN_DOCUMENT: Final = b"application/vnd.oasis.opendocument."
_ENCRYPTED, _UTF8 = 0x1, 0x800  # bits of an entry's flags
# What zipfile raises for an archive that is not as it should be.
DAMAGED: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    UnicodeDecodeError,
)
_WHOLE_COPY: Final = QT_TRANSLATE_NOOP("Errors", "Get a whole copy of the file.")
_UNPACK: Final = QT_TRANSLATE_NOOP("Errors", "Unpack it yourself and import the folder.")


def open_zip(path: Path) -> zipfile.ZipFile:
    """The archive, looked over. Raises UserError when it cannot be read, DataError when it is
    damaged, locked with a password, would fill the disk, or is a document of a program that is
    not Word."""
    try:
        refuse_irregular(path)
        with path.open("rb") as file:
            head = file.read(16)
        if not head.startswith(SIGNATURE):
            refuse_signature(head, path)
        archive = zipfile.ZipFile(path)
    except OSError as error:
        raise unreadable(path, error) from error
    except DAMAGED as error:
        raise damaged(path) from error
    try:
        _look_over(archive, path)
        _refuse_office(archive, path)
    except HashiyaError:
        archive.close()
        raise
    return archive


def damaged(path: Path) -> DataError:
    return DataError(
        QT_TRANSLATE_NOOP("Errors", "This file is damaged: it cannot be unpacked."),
        file=path,
        remedy=_WHOLE_COPY,
    )


def _look_over(archive: zipfile.ZipFile, path: Path) -> None:
    entries = archive.infolist()
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise DataError(
            QT_TRANSLATE_NOOP("Errors", "This file is locked with a password."),
            file=path,
            remedy=QT_TRANSLATE_NOOP("Errors", "Save it without one."),
        )
    unpacked = sum(entry.file_size for entry in entries)
    packed = path.stat().st_size
    if (
        len(entries) > MAX_MEMBERS
        or unpacked > MAX_BYTES
        or (unpacked > _SMALL and unpacked > _MAX_RATIO * packed)
    ):
        raise DataError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "This archive would unpack to {count} files and {megabytes} MB out of "
                "{packed} MB: too much to be articles.",
            ),
            file=path,
            remedy=_UNPACK,
            count=len(entries),
            megabytes=unpacked // 1024**2,
            packed=packed // 1024**2,
        )


def _refuse_office(archive: zipfile.ZipFile, path: Path) -> None:
    """Raise DataError for another program's document: none of its files is an article."""
    names = frozenset(archive.namelist())
    for name, (what, remedy) in _OFFICE.items():
        if name in names:
            raise DataError(what, file=path, remedy=remedy)
    if "mimetype" not in names:
        return
    try:
        with archive.open("mimetype") as file:
            kind = file.read(80)
    except (*DAMAGED, OSError) as error:
        raise damaged(path) from error
    if kind.startswith(_OPEN_DOCUMENT + b"spreadsheet"):
        what = QT_TRANSLATE_NOOP("Errors", "This is an OpenDocument table.")
        raise DataError(what, file=path, remedy=_CSV)
    if kind.startswith(_OPEN_DOCUMENT):
        what = QT_TRANSLATE_NOOP("Errors", "This is an OpenDocument file.")
        raise DataError(what, file=path, remedy=_DOCX)


def member_name(entry: zipfile.ZipInfo) -> str:
    """The member's name as it was meant.

    Without the flag for UTF-8, zipfile reads names as code page 437; most programs wrote the bytes
    that their own system had: UTF-8 or an Arabic code page.
    """
    if entry.flag_bits & _UTF8 or entry.filename.isascii():
        return entry.filename
    try:
        data = entry.filename.encode("cp437")
    except UnicodeEncodeError:
        return entry.filename
    try:
        return decode(data, entry.filename).text
    except DataError:
        return entry.filename
