"""doccano JSON lines: `{"id", "text", "label": [[start, end, "LABEL"]], "Comments": []}`.

Projects with relations export `"entities": [{"id", "label", "start_offset", "end_offset"}]` and
`"relations"`, those with classes `"entities": [[start, end, "LABEL"]]` and `"cats"`; these are read
too, without relations and classes. Version 1.5 calls the text `data`; those before it call the
spans `labels`, or have `annotations` whose labels are numbers, which nobody can read. Offsets are
half-open UTF-16 units, as doccano's window counts; there is no covered text to check them by, so
that a file is read in the unit that fits it (annotator.formats.doccano_offsets).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import IO, Any, Final

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


_Triple = tuple[int, int, str]


class _Row(msgspec.Struct, frozen=True):
    text: str | None = None
    data: str | None = None
    label: tuple[_Triple, ...] | None = None
    labels: tuple[_Triple, ...] | None = None
    entities: tuple[_Entity | _Triple, ...] | None = None


_NUMBER: Final = ("id",)  # of the text, by doccano's count


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
    """Whether `row` is of one of the shapes; texts with classes (lists of strings) are not."""
    label, labels, entities = (row.get(key) for key in ("label", "labels", "entities"))
    if "Comments" in row or "annotation_approver" in row:
        return True
    if isinstance(label, list) and all(isinstance(each, list) for each in label):
        return True
    if isinstance(labels, list) and "text" in row:
        own = "id" in row and row.keys() <= {"id", "text", "labels", "meta"}
        return bool(labels or own) and all(map(_is_triple, labels))  # none: perhaps no classes
    if not isinstance(entities, list):
        return False
    if "relations" in row:
        return True
    if isinstance(row.get("cats"), list) and all(map(_is_triple, entities)):
        return True
    return any(isinstance(each, dict) and "start_offset" in each for each in entities)


def _is_triple(given: Any) -> bool:
    return isinstance(given, list) and len(given) == 3


def read(source: Source) -> Iterator[ImportedArticle]:
    """Each article of a file in any shape, once the whole of it has told what its offsets count.

    Raises UserError when the file cannot be read, DataError with the line that is wrong.
    """
    again = replace(source, advance=not_told, encoded=encoding_not_told)
    unit = unit_of(lambda: _places(again))
    for number, text, found, left_out in _lines(source):
        to_code_point = unit(text)
        spans = tuple(_counted(span, to_code_point, source, number) for span in found)
        read = imported(text, spans, source, number, left_out)
        if spans != found or unit is not utf16:
            read = replace(read, repairs=replace(read.repairs, remarks={UNITS[unit]: 1}))
        yield read


def _counted(
    span: ImportedSpan, to_code_point: ToCodePoint, source: Source, number: int
) -> ImportedSpan:
    """The span in code points. Raises DataError where it cannot be."""
    start, end = to_code_point(span.start), to_code_point(span.end)
    if NOWHERE in (start, end):
        raise _bad_line(
            QT_TRANSLATE_NOOP("Errors", "The span {start}–{end} does not lie on whole characters."),
            source,
            number,
            start=span.start,
            end=span.end,
        )
    return msgspec.structs.replace(span, start=start, end=end)


def _places(source: Source) -> Places:
    for _, text, spans, _ in _lines(source):
        yield text, [(span.start, span.end) for span in spans]


def _lines(
    source: Source,
) -> Iterator[tuple[int, str, tuple[ImportedSpan, ...], frozenset[str]]]:
    """Each line's number, text, spans, and the names of what else it holds."""
    for number, row, left_out in typed_lines(source, _Row, _NUMBER):
        text = row.data if row.text is None else row.text
        if text is None:
            raise _bad_line(
                QT_TRANSLATE_NOOP("Errors", "“{key}” is missing."), source, number, key="text"
            )
        if "annotations" in left_out:
            raise _bad_line(
                QT_TRANSLATE_NOOP(
                    "Errors", "Its labels are numbers, and no list says their names."
                ),
                source,
                number,
                remedy=QT_TRANSLATE_NOOP(
                    "Errors", "Export it from doccano as “JSONL (Text label)”."
                ),
            )
        yield number, text, _spans(row, source, number), left_out


def _spans(row: _Row, source: Source, number: int) -> tuple[ImportedSpan, ...]:
    keys = ("label", "labels", "entities")
    given = [key for key in keys if getattr(row, key) is not None]
    if len(given) > 1:
        raise _bad_line(
            QT_TRANSLATE_NOOP("Errors", "The line has both “{one}” and “{other}”."),
            source,
            number,
            remedy=QT_TRANSLATE_NOOP("Errors", "Leave one of them out and try again."),
            one=given[0],
            other=given[1],
        )
    found = row.label or row.labels or row.entities or ()
    return tuple(
        ImportedSpan(each.start_offset, each.end_offset, each.label)
        if isinstance(each, _Entity)
        else ImportedSpan(*each)
        for each in found
    )


def _bad_line(
    template: str,
    source: Source,
    number: int,
    remedy: str = QT_TRANSLATE_NOOP("Errors", "Correct that line and try again."),
    **fields: Any,
) -> DataError:
    return DataError(template, file=source.path, line=number, remedy=remedy, **fields)
