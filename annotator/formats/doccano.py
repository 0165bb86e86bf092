"""doccano JSON lines: `{"id", "text", "label": [[start, end, "LABEL"]], "Comments": []}`.

Projects with relations export `"entities": [{"id", "label", "start_offset", "end_offset"}]` and
`"relations"`; that shape is read too, without its relations. Offsets are half-open code points;
there is no covered text to check them by.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

import msgspec

from annotator.core.labels import LabelSet
from annotator.errors import QT_TRANSLATE_NOOP, DataError
from annotator.formats.article import Documents, ImportedArticle, ImportedSpan, Source
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
        row = {
            "id": article.id,
            "text": article.text,
            "label": [[mark.start, mark.end, mark.label] for mark in marks],
            "Comments": [],
        }
        out.write(json_line(row))


def tells(row: dict[str, Any]) -> bool:
    """Whether `row` is of either shape."""
    return isinstance(row.get("label"), list) or "Comments" in row or "relations" in row


def read(source: Source) -> Iterator[ImportedArticle]:
    """Each article of a file in either shape, one line at a time.

    Raises UserError when the file cannot be read, DataError with the line that is wrong.
    """
    for number, row in typed_lines(source, _Row):
        left_out = {"relations"} if row.relations else set()
        if row.comments:
            left_out.add("Comments")
        spans = _spans(row, source, number)
        yield imported(row.text, spans, source, number, frozenset(left_out))


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
