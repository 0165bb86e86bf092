"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

import codecs
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from annotator.errors import HashiyaError
from annotator.formats.archive import DAMAGED, SIGNATURE
from annotator.formats.article import Source, not_told
from annotator.formats.json_lines import json_lines
from annotator.formats.source import refuse_irregular

_HEAD: Final = 4096
_LONG_HEAD: Final = 16 * 1024
_FIRST_ITEM: Final = 1 << 20
_PAGE: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_MHTML: Final = re.compile(
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*content-type:\s*multipart/related", re.IGNORECASE
)


def container(source: Source) -> str:
    """The key of the format that a page or document shows by its first bytes, or "zip"; else ""."""
    if source.pasted is not None:
        return ""
    head = _head(source, _HEAD)
    if head.startswith(SIGNATURE):
        return "docx" if _holds_document(source) else "zip"
    if _MHTML.match(head.removeprefix(codecs.BOM_UTF8)):
        return "mhtml"
    return "html" if _PAGE.match(_lenient(head)) else ""


def by_object(tells: Callable[[dict[str, Any]], bool]) -> Callable[[Source], bool]:
    """Tells a file of JSON by its first object."""
    return lambda source: tells(first_object(source))


def by_head(begins: Callable[[str], bool]) -> Callable[[Source], bool]:
    """Tells a file by its first letters. Raises OSError,
    UserError."""

    def told(source: Source) -> bool:
        refuse_irregular(source.path)
        with source.path.open("rb") as file:
            return begins(_lenient(file.read(_LONG_HEAD)))

    return told


def first_object(source: Source) -> dict[str, Any]:
    """The first object of JSON or JSON Lines; empty when it is neither, which its reader will
    say."""
    return _first_line(source) or _first_item(source)


def is_json_lines(source: Source) -> bool:
    """Whether the first line is an object by itself."""
    return bool(_first_line(source))


def _first_line(source: Source) -> dict[str, Any]:
    try:
        _, line = next(json_lines(replace(source, advance=not_told)))
        found = json.loads(line)
    except (HashiyaError, OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _first_item(source: Source) -> dict[str, Any]:
    """The first object of a JSON list, or one that is laid out over several lines."""
    text = _lenient(_head(source, _FIRST_ITEM)) if source.pasted is None else source.pasted
    try:
        found, _ = json.JSONDecoder().raw_decode(re.sub(r"\A\ufeff?\s*\[?\s*", "", text))
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _head(source: Source, size: int) -> bytes:
    try:
        refuse_irregular(source.path)
        with source.path.open("rb") as file:
            return file.read(size)
    except (OSError, HashiyaError):
        return b""  # reading it will say why


def _lenient(head: bytes) -> str:
    """The first letters, as well as they can be had without knowing the encoding."""
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if head.startswith(mark):
            return head[2:].decode(encoding, "replace")
    return head.decode("utf-8-sig", "replace")


def _holds_document(source: Source) -> bool:
    try:
        with zipfile.ZipFile(source.path) as archive:
            names = archive.namelist()
    except (OSError, *DAMAGED):
        return False
    return "[Content_Types].xml" in names and any(name.startswith("word/") for name in names)
