"""doccano JSON lines: `{"id", "text", "label": [[start, end, "LABEL"]], "Comments": []}`.

Projects with relations export `"entities": [{"id", "label", "start_offset", "end_offset"}]` and
`"relations"`; that shape is read too, without its relations. Offsets are half-open UTF-16 units, as
doccano's window counts; there is no covered text to check them by, so that a file is read in the
unit that fits it (annotator.formats.doccano_offsets).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import IO, Any

import msgspec

from annotator.arabic.utf16 import Utf16Map
from annotator.core.labels import LabelSet
from annotator.errors import QT_TRANSLATE_NOOP, DataError
from annotator.formats.article import (
    Documents,
    ImportedArticle,
    ImportedSpan,
    Source,
    encoding_not_told,
    not_told,
)
from annotator.formats.doccano_offsets import (
    NOWHERE,
    UNITS,
    Places,
    ToCodePoint,
    unit_of,
    utf16,
)
from annotator.formats.loss import LossReport
from annotator.formats.options import ExportOptions
from annotator.formats.standoff import imported, json_line, typed_lines


class _Entity(msgspec.Struct, frozen=True):
    label: str
    start_offset: int
    end_offset: int


class _Row(msgspec.Struct, frozen=True, rename={"comments": "Comments"}):
    text: str
    label: tuple[tuple[int, int, str], ...] | None = None
    entities: tuple[_Entity, ...] | None = None
    relations: tuple[Any, ...] = ()
    comments: tuple[Any, ...] = ()
    cats: Any = None  # classes of the whole text


def write(
    documents: Documents,
    out: IO[bytes],
    labels: LabelSet,
    options: ExportOptions,
    report: LossReport,
) -> None:
    """Write each document as one line; what doccano cannot hold is counted in `report`."""
    for article, marks in documents:
        report.count_article(article, marks)
        report.count_beyond_tags(article, marks)
        units = Utf16Map(article.text).to_utf16
        row = {
            "id": article.id,
            "text": article.text,
            "label": [[units(mark.start), units(mark.end), mark.label] for mark in marks],
            "Comments": [],
        }
        out.write(json_line(row))


def tells(row: dict[str, Any]) -> bool:
    """Whether `row` is of either shape."""
    return isinstance(row.get("label"), list) or "Comments" in row or "relations" in row


def read(source: Source) -> Iterator[ImportedArticle]:
    """Each article of a file in either shape, once the whole of it has told what its offsets count.

    Raises UserError when the file cannot be read, DataError with the line that is wrong.
    """
    again = replace(source, advance=not_told, encoded=encoding_not_told)
    unit = unit_of(lambda: _places(again))
    for number, row in typed_lines(source, _Row):
        besides = {"relations": row.relations, "Comments": row.comments, "cats": row.cats}
        left_out = {name for name, held in besides.items() if held}
        found = _spans(row, source, number)
        to_code_point = unit(row.text)
        spans = tuple(_counted(span, to_code_point, source, number) for span in found)
        read = imported(row.text, spans, source, number, frozenset(left_out))
        if spans != found or unit is not utf16:
            read = replace(read, repairs=replace(read.repairs, remarks={UNITS[unit]: 1}))
        yield read


def _counted(
    span: ImportedSpan, to_code_point: ToCodePoint, source: Source, number: int
) -> ImportedSpan:
    """The span in code points. Raises DataError where it cannot be."""
    start, end = to_code_point(span.start), to_code_point(span.end)
    if NOWHERE in (start, end):
        raise DataError(
            QT_TRANSLATE_NOOP("Errors", "The span {start}–{end} does not lie on whole characters."),
            file=source.path,
            line=number,
            remedy=QT_TRANSLATE_NOOP("Errors", "Correct that line and try again."),
            start=span.start,
            end=span.end,
        )
    return msgspec.structs.replace(span, start=start, end=end)


def _places(source: Source) -> Places:
    for number, row in typed_lines(source, _Row):
        yield row.text, [(span.start, span.end) for span in _spans(row, source, number)]


def _spans(row: _Row, source: Source, number: int) -> tuple[ImportedSpan, ...]:
    if row.label is not None and row.entities is not None:
        raise DataError(
            QT_TRANSLATE_NOOP("Errors", "The line has both “label” and “entities”."),
            file=source.path,
            line=number,
            remedy=QT_TRANSLATE_NOOP("Errors", "Leave one of them out and try again."),
        )
    if row.entities is not None:
        return tuple(ImportedSpan(e.start_offset, e.end_offset, e.label) for e in row.entities)
    return tuple(ImportedSpan(start, end, label) for start, end, label in row.label or ())
