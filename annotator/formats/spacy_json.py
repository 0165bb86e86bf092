"""spaCy's training data as JSON lines: `{"text", "entities": [[start, end, "LABEL"]]}`.

What `Doc.to_json` gives is read too: `"ents": [{"start", "end", "label"}]` and groups of such spans
under `"spans"`. Offsets are half-open code points. Spans may overlap here; spaCy's `doc.ents` takes
none that do, those go into `doc.spans`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any, Final

import msgspec

from annotator.core.labels import LabelSet
from annotator.errors import QT_TRANSLATE_NOOP, DataError
from annotator.formats.article import Documents, ImportedArticle, Source
from annotator.formats.loss import LossReport
from annotator.formats.options import ExportOptions
from annotator.formats.standoff import imported, json_line, of_groups, typed_lines

_DOCCANO: Final = frozenset(("relations", "Comments"))
_ANALYSIS: Final = ("tokens", "sents")


class _Span(msgspec.Struct, frozen=True):
    start: int
    end: int
    label: str
    kb_id: str = ""  # what it stands for in a knowledge base


class _Row(msgspec.Struct, frozen=True):
    text: str
    entities: tuple[tuple[int, int, str], ...] | None = None
    ents: tuple[_Span, ...] | None = None
    spans: dict[str, tuple[_Span, ...]] | tuple[Any, ...] | None = None  # a list is another's


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
    """Whether `row` holds [start, end, label], or is a document of spaCy's. doccano's has relations
    and objects, or a list of the text's classes, which here are an object."""
    ents = row.get("ents")
    if isinstance(ents, list) and (ents or "tokens" in row):
        return all(isinstance(each, dict) and "start" in each for each in ents)
    entities = row.get("entities")
    if not isinstance(entities, list) or not _DOCCANO.isdisjoint(row):
        return False
    if isinstance(row.get("cats"), list):
        return False
    return all(isinstance(each, list) for each in entities)


def read(source: Source) -> Iterator[ImportedArticle]:
    """Each article of a file, one line at a time. Raises UserError, DataError with the line."""
    for number, row, left_out in typed_lines(source, _Row, _ANALYSIS):
        if row.entities is None and row.ents is None:
            raise DataError(
                QT_TRANSLATE_NOOP("Errors", "“{key}” is missing."),
                file=source.path,
                line=number,
                remedy=QT_TRANSLATE_NOOP("Errors", "Correct that line and try again."),
                key="entities",
            )
        groups = [row.ents or ()]
        if isinstance(row.spans, dict):
            groups += row.spans.values()
        elif row.spans:
            left_out |= {"spans"}
        spans = of_groups(
            [row.entities or (), *([(s.start, s.end, s.label) for s in g] for g in groups)]
        )
        if any(span.kb_id for group in groups for span in group):
            left_out |= {"kb_id"}
        yield imported(row.text, spans, source, number, left_out)
