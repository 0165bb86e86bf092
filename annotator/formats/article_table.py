"""A table of articles, CSV or TSV: the first row names the columns, every other row is an article.

A column of texts is needed; title, outlet, url and date are taken where they are there, by English
or Arabic names (formats.article_columns). Cells are separated by the comma, semicolon, tab or bar
with which the first row names most of these; they are quoted as RFC 4180 has it, or not at all.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final, Literal, NamedTuple

from annotator.errors import QT_TRANSLATE_NOOP, DataError
from annotator.formats.article import ImportedArticle, Source
from annotator.formats.article_columns import article_row, columns
from annotator.formats.encoding import MAX_TEXT_BYTES, Decoded, decode
from annotator.formats.native_jsonl import checked_article
from annotator.formats.source import read_whole

_LARGEST_FILE: Final = 16 * MAX_TEXT_BYTES
_DELIMITERS: Final = (",", ";", "\t", "|")
_SEPARATOR: Final = re.compile(r"sep=(.)", re.IGNORECASE)
_REMEDY: Final = QT_TRANSLATE_NOOP("Errors", "Correct that row in a spreadsheet and save it again.")


class _Options(NamedTuple):
    delimiter: str
    quoting: Literal[0, 3]  # csv.QUOTE_MINIMAL, csv.QUOTE_NONE


def read(source: Source) -> Iterator[ImportedArticle]:
    """Each row's article.

    Raises UserError when the file cannot be read, DataError with row and line at the first row
    that is not like the first one, or has no text.
    """
    decoded, lines, options = _opened(source)
    rows = _rows(lines, options, source)
    line, header = next(rows, (1, []))
    named = columns(header)
    if "text" not in named:
        raise _no_text_column(source, line)
    places = {field: header.index(name) for field, name in named.items()}
    others = [place for place in range(len(header)) if place not in places.values()]
    number = 1
    for number, (line, cells) in enumerate(rows, 2):
        if len(cells) != len(header):
            raise _wrong_width(source, line, number, len(cells), len(header))
        row = article_row({field: cells[place] for field, place in places.items()})
        if not row.text.strip():
            raise _no_text(source, line, number)
        left_out = {
            header[place] or f"column {place + 1}"
            for place in others
            if header[place] or cells[place].strip()
        }
        article = checked_article(row, source, line, frozenset(left_out))
        yield replace(article, encoding=decoded.encoding, confidence=decoded.confidence)
    if number == 1:
        raise _nothing(source)


def _opened(source: Source) -> tuple[Decoded, str, _Options]:
    """The table as text, and how its cells are separated and quoted."""
    text = source.pasted
    if text is None:
        decoded = decode(read_whole(source.path, _LARGEST_FILE), source.path, source.encoding)
        text = decoded.text
    else:
        decoded = Decoded(text, "utf-8", 1.0)
    text = text.removeprefix("\ufeff")
    first = text.lstrip("\r\n").partition("\n")[0]
    if said := _SEPARATOR.fullmatch(first.rstrip("\r")):  # Excel's own line
        text = text.replace(first, "", 1)
        return decoded, text, _quoting(text, said[1])
    best = max(_DELIMITERS, key=lambda sign: _names_found(first, sign))
    return decoded, text, _quoting(text, best)


def _names_found(first: str, delimiter: str) -> tuple[int, int]:
    """How well a delimiter cuts the first line: names known, then cells."""
    try:
        names = next(csv.reader([first], delimiter=delimiter), [])
    except csv.Error:
        return 0, 0
    return len(columns(names)), len(names)


def _quoting(text: str, delimiter: str) -> _Options:
    """Quotes as RFC 4180 has them; as letters of the text where only so every row is whole."""
    usual = _Options(delimiter, csv.QUOTE_MINIMAL)
    bare = _Options(delimiter, csv.QUOTE_NONE)
    return bare if not _even(text, usual) and _even(text, bare) else usual


def _even(text: str, options: _Options) -> bool:
    """Whether every row has as many cells as the first one."""
    try:
        return len({len(row) for row in _reader(text, options) if row}) == 1
    except csv.Error:
        return False


def _reader(text: str, options: _Options) -> Any:
    csv.field_size_limit(MAX_TEXT_BYTES)  # of the whole process: 128 KB is less than an article
    return csv.reader(
        io.StringIO(text, newline=""),
        delimiter=options.delimiter,
        quoting=options.quoting,
        strict=True,
    )


def _rows(text: str, options: _Options, source: Source) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not empty with the line on which it begins."""
    reader = _reader(text, options)
    begin = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield begin, cells
            begin = reader.line_num + 1
    except csv.Error as error:
        raise DataError(
            QT_TRANSLATE_NOOP("Errors", "The row that begins here cannot be read: {reason}."),
            file=source.path,
            line=begin,
            remedy=_REMEDY,
            reason=str(error),
        ) from error


def _no_text_column(source: Source, line: int) -> DataError:
    return DataError(
        QT_TRANSLATE_NOOP("Errors", "No column is named as the one that holds the texts."),
        file=source.path,
        line=line,
        remedy=QT_TRANSLATE_NOOP(
            "Errors", "Name it “text” or “النص” in the first row; title, outlet, url and date too."
        ),
    )


def _wrong_width(source: Source, line: int, number: int, found: int, width: int) -> DataError:
    return DataError(
        QT_TRANSLATE_NOOP("Errors", "Row {row} has {found} cells, the first row {width}."),
        file=source.path,
        line=line,
        remedy=_REMEDY,
        row=number,
        found=found,
        width=width,
    )


def _no_text(source: Source, line: int, number: int) -> DataError:
    return DataError(
        QT_TRANSLATE_NOOP("Errors", "Row {row} has no text."),
        file=source.path,
        line=line,
        remedy=QT_TRANSLATE_NOOP("Errors", "Write it in, or delete the row."),
        row=number,
    )


def _nothing(source: Source) -> DataError:
    return DataError(
        QT_TRANSLATE_NOOP("Errors", "There is no article in it."),
        file=source.path,
        remedy=QT_TRANSLATE_NOOP("Errors", "Leave it out, or look where its lines went."),
    )
