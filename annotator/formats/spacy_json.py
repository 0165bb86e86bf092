"""spaCy's training data as JSON lines: `{"text", "entities": [[start, end, "LABEL"]]}`.

Offsets are half-open code points. Spans may overlap here; spaCy's `doc.ents` takes none that do,
those go into `doc.spans`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any, Final

import msgspec

from annotator.core.labels import LabelSet
from annotator.formats.article import Documents, ImportedArticle, ImportedSpan, Source
from annotator.formats.loss import LossReport
from annotator.formats.options import ExportOptions
from annotator.formats.standoff import imported, json_line, typed_lines

_DOCCANO: Final = frozenset(("relations", "Comments"))


class _Row(msgspec.Struct, frozen=True):
    text: str
    entities: tuple[tuple[int, int, str], ...]


def write(
    documents: Documents,
    out: IO[bytes],
    labels: LabelSet,
    options: ExportOptions,
    report: LossReport,
) -> None:
    """Write each document as one line; what it cannot hold is counted in `report`."""
    for article, marks in documents:
        report.count_article(article, marks)
        report.count_beyond_tags(article, marks)
        entities = [[mark.start, mark.end, mark.label] for mark in marks]
        out.write(json_line({"text": article.text, "entities": entities}))


def tells(row: dict[str, Any]) -> bool:
    """Whether `row` holds [start, end, label]. doccano's has relations and objects, or a list of
    the text's classes, which here are an object."""
    entities = row.get("entities")
    if not isinstance(entities, list) or not _DOCCANO.isdisjoint(row):
        return False
    if isinstance(row.get("cats"), list):
        return False
    return all(isinstance(each, list) for each in entities)


def read(source: Source) -> Iterator[ImportedArticle]:
    """Each article of a file, one line at a time. Raises UserError, DataError with the line."""
    for number, row, left_out in typed_lines(source, _Row):
        spans = tuple(ImportedSpan(start, end, label) for start, end, label in row.entities)
        yield imported(row.text, spans, source, number, left_out)
