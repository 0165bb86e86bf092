"""A file that is one JSON list, or may be one, item by item, each with its place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from annotator.errors import QT_TRANSLATE_NOOP, DataError
from annotator.formats.article import Source
from annotator.formats.encoding import MAX_TEXT_BYTES
from annotator.formats.json_lines import json_lines, mended_keys, no_article
from annotator.formats.source import read_text

_LARGEST_FILE: Final = 16 * MAX_TEXT_BYTES
_BLANK: Final = re.compile(r"[ \t\r\n]*")
_REMEDY = QT_TRANSLATE_NOOP("Errors", "Correct that line and try again.")


def json_list(source: Source) -> Iterator[tuple[int, Any]]:
    """Each item of the JSON list with the line at which it begins.

    Raises UserError when the file cannot be read, DataError with line and column where the JSON is
    broken.
    """
    text = _text(source)
    position = _after_blanks(text, 0)
    if not text.startswith("[", position):
        raise DataError(
            QT_TRANSLATE_NOOP("Errors", "This is not a JSON list."),
            file=source.path,
            line=1,
            remedy=QT_TRANSLATE_NOOP("Errors", "Export it again, as JSON."),
        )
    yield from _placed(_items(text, position + 1), text, source)


def json_rows(source: Source) -> Iterator[tuple[int, bytes]]:
    """Each line of a JSON-lines file with its number; or each item of one that is a JSON list, or
    an object laid out over several lines, as such a line, with that at which it begins.

    Raises as `json_lines` and `json_values` do.
    """
    lines = json_lines(source)
    number, first = next(lines)
    if not (first.lstrip().startswith(b"[") or first.strip() == b"{"):
        yield number, first
        yield from lines
        return
    empty = True
    for number, item in json_values(source):
        empty = False
        yield number, json.dumps(item).encode()
    if empty:
        raise no_article(source.path)


def json_values(source: Source) -> Iterator[tuple[int, Any]]:
    """Each item of a JSON list, or of JSON values that stand one after the other, with its line.

    Raises as `json_list` does.
    """
    text = _text(source)
    position = _after_blanks(text, 0)
    listed = text.startswith("[", position)
    found = _items(text, position + 1) if listed else _stream(text, position)
    yield from _placed(found, text, source)


def _text(source: Source) -> str:
    text = source.pasted
    if text is None:
        text = read_text(source, _LARGEST_FILE)
    return text.removeprefix("\ufeff")


def _items(text: str, position: int) -> Iterator[tuple[int, Any]]:
    """Each item of the list that is open at `position`, with its place; nothing may follow it."""
    decoder = json.JSONDecoder(object_hook=mended_keys(text))
    position = _after_blanks(text, position)
    while not text.startswith("]", position):
        item, end = decoder.raw_decode(text, position)
        yield position, item
        position = _after_blanks(text, end)
        if text.startswith(",", position):
            position = _after_blanks(text, position + 1)
            if text.startswith("]", position):
                raise json.JSONDecodeError("Expecting value", text, position)
        elif not text.startswith("]", position):
            raise json.JSONDecodeError("Expecting ',' delimiter", text, position)
    if _after_blanks(text, position + 1) != len(text):
        raise json.JSONDecodeError("Extra data", text, position + 1)


def _stream(text: str, position: int) -> Iterator[tuple[int, Any]]:
    """Each of the values that stand one after the other, with its place."""
    decoder = json.JSONDecoder(object_hook=mended_keys(text))
    while position < len(text):
        item, end = decoder.raw_decode(text, position)
        yield position, item
        position = _after_blanks(text, end)


def _placed(
    items: Iterator[tuple[int, Any]], text: str, source: Source
) -> Iterator[tuple[int, Any]]:
    """The items with their lines for their places, and what is wrong with the JSON in words."""
    line, counted = 1, 0
    try:
        for position, item in items:
            line += text.count("\n", counted, position)
            counted = position
            yield line, item
    except json.JSONDecodeError as error:
        raise DataError(
            QT_TRANSLATE_NOOP("Errors", "This is not valid JSON: {reason}."),
            file=source.path,
            line=error.lineno,
            column=error.colno,
            remedy=_REMEDY,
            reason=error.msg,
        ) from error
    except (RecursionError, ValueError) as error:
        raise DataError(
            QT_TRANSLATE_NOOP("Errors", "This is not JSON that can be read: {reason}."),
            file=source.path,
            line=line,
            remedy=_REMEDY,
            reason=str(error),
        ) from error


def _after_blanks(text: str, position: int) -> int:
    match = _BLANK.match(text, position)
    return match.end() if match is not None else position
