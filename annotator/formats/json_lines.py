"""Lines of JSON from a file, and what is wrong with one in plain words.

A line ends at LF and nowhere else: U+2028 and NEL inside a string are text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, NoReturn

from annotator.errors import QT_TRANSLATE_NOOP, DataError
from annotator.formats.article import Source
from annotator.formats.encoding import (
    MAX_TEXT_BYTES,
    decode,
    refuse_signature,
    undecodable,
)
from annotator.formats.source import read_whole, refuse_irregular, too_large, unreadable

_LONGEST_LINE: Final = 16 * MAX_TEXT_BYTES  # a large text in escapes, with its spans
_UTF8_NAMES: Final = ("auto", "utf-8", "utf8", "utf-8-sig")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_ESCAPED_SURROGATE: Final = re.compile(r"\\u[dD][89a-fA-F]")
_TO_NEXT: Final = re.compile(r"\s*,?\s*")
_REMEDY = QT_TRANSLATE_NOOP("Errors", "Correct that line and try again.")


def json_lines(source: Source) -> Iterator[tuple[int, bytes]]:
    """Each line that is not blank, as UTF-8 bytes with its number, streamed from the file."""
    empty = True
    for number, line in all_lines(source):
        if line.strip():
            empty = False
            yield number, line
    if empty:
        raise no_article(source.path)


def no_article(file: Path) -> DataError:
    return DataError(
        QT_TRANSLATE_NOOP("Errors", "There is no article in it."),
        file=file,
        remedy=QT_TRANSLATE_NOOP("Errors", "Leave it out, or look where its lines went."),
    )


def all_lines(source: Source) -> Iterator[tuple[int, bytes]]:
    """Each line as UTF-8 bytes with its number, its LF included where there is one."""
    if source.pasted is not None:
        lines: Iterator[bytes] = iter(source.pasted.encode("utf-8", "surrogatepass").split(b"\n"))
    else:
        lines = _file_lines(source)
    for number, line in enumerate(lines, 1):
        yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line


def _file_lines(source: Source) -> Iterator[bytes]:
    path = source.path
    try:
        refuse_irregular(path)
        with path.open("rb") as file:
            head = file.peek(4)[:16]
            refuse_signature(head, path)
            if source.encoding not in _UTF8_NAMES or head[:2] in (b"\xff\xfe", b"\xfe\xff"):
                data = read_whole(path, _LONGEST_LINE)
                decoded = decode(data, path, source.encoding)
                source.encoded(decoded.encoding, decoded.confidence)
                yield from decoded.text.encode().split(b"\n")
                return
            number = 0
            while line := file.readline(_LONGEST_LINE + 1):
                number += 1
                if len(line) > _LONGEST_LINE:
                    raise too_large(path, MAX_TEXT_BYTES, number)
                source.advance(len(line))
                yield line
    except OSError as error:
        raise unreadable(path, error) from error


def parse_with_repairs(line: bytes, file: Path, number: int) -> Any:
    """A line of JSON as Python objects, lone surrogates kept; DataError when it is not JSON.

    msgspec refuses lone surrogates and says where an error is in bytes; the standard library
    reads them and counts code points.
    """
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise undecodable(line, error, "utf-8", file, number) from error
    try:
        return json.loads(text, parse_constant=_refuse_constant, object_hook=mended_keys(text))
    except json.JSONDecodeError as error:
        raise DataError(
            QT_TRANSLATE_NOOP("Errors", "This is not valid JSON: {reason}."),
            file=file,
            line=number,
            column=error.pos + 1,
            remedy=_REMEDY,
            reason=error.msg,
        ) from error
    except (RecursionError, ValueError) as error:
        raise DataError(
            QT_TRANSLATE_NOOP("Errors", "This is not JSON that can be read: {reason}."),
            file=file,
            line=number,
            remedy=_REMEDY,
            reason=str(error),
        ) from error


def column_of_item(line: bytes, key: str, place: int) -> int | None:
    """Where the item at `place` of the list under `key` begins, or where the list ends before it.

    In code points from 1; None where it is not found. `line` is JSON.
    """
    text = line.decode("utf-8", "replace")
    opened = re.search(rf'"{re.escape(key)}"\s*:\s*\[\s*', text)
    if opened is None:
        return None
    position, decoder = opened.end(), json.JSONDecoder()
    for _ in range(place):
        if text.startswith("]", position):
            break
        _, position = decoder.raw_decode(text, position)
        position = _TO_NEXT.match(text, position).end()  # type: ignore[union-attr]  # it may be empty
    return position + 1


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number in JSON")


def mended_keys(text: str) -> Callable[[dict[str, Any]], dict[str, Any]] | None:
    """What a decoder is to make of each object in the JSON `text`: where its keys may hold lone
    surrogates, at which msgspec fails, the same without them."""
    return _without_broken_keys if _ESCAPED_SURROGATE.search(text) else None


def _without_broken_keys(given: dict[str, Any]) -> dict[str, Any]:
    return {_SURROGATES.sub("", key): value for key, value in given.items()}


def without_surrogates(value: Any) -> Any:
    """`value` with lone surrogates left out of every string in it: UTF-8 cannot hold them."""
    if isinstance(value, str):
        return _SURROGATES.sub("", value)
    if isinstance(value, dict):
        return {without_surrogates(k): without_surrogates(v) for k, v in value.items()}
    if isinstance(value, list):
        return [without_surrogates(item) for item in value]
    return value
