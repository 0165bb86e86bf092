"""Prodigy JSON lines: `{"text", "tokens", "spans": [{start, end, token_start, token_end, label}],
"answer"}`.

Offsets are half-open code points, but `token_end` is the number of the span's last token. A span
whose edges are not token edges is written without token numbers, as Prodigy's own character mode
does: there is no true number to give. Of a file that is read only accepted tasks are kept, and
how many are not is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import IO, Any, Final

import msgspec

from annotator.core.annotation import Annotation
from annotator.core.labels import LabelSet
from annotator.core.ranges import Ranges
from annotator.errors import QT_TRANSLATE_NOOP, DataError
from annotator.formats.article import Documents, ImportedArticle, ImportedSpan, Source
from annotator.formats.loss import LossReport
from annotator.formats.options import ExportOptions
from annotator.formats.standoff import imported, json_line, typed_lines


class _Token(msgspec.Struct, frozen=True):
    start: int
    end: int


class _Span(msgspec.Struct, frozen=True):
    start: int
    end: int
    label: str
    text: str | None = None
    token_start: int | None = None
    token_end: int | None = None  # inclusive


class _Task(msgspec.Struct, frozen=True):
    text: str
    answer: str
    spans: tuple[_Span, ...] | None = None
    tokens: tuple[_Token, ...] | None = None


_OWN: Final = (  # what Prodigy keeps its tasks by
    "_input_hash",
    "_task_hash",
    "_session_id",
    "_annotator_id",
    "_view_id",
    "_timestamp",
    "_is_binary",
)
_NOT_ACCEPTED: Final = QT_TRANSLATE_NOOP("Import", "Tasks left out that are not accepted: {count}")


def write(
    documents: Documents,
    out: IO[bytes],
    labels: LabelSet,
    options: ExportOptions,
    report: LossReport,
) -> None:
    """Write each document as one accepted task; what has no place is counted in `report`."""
    for article, marks in documents:
        report.count_article(article, marks)
        report.count_beyond_tags(article, marks)
        tokens = options.tokens.tokens(article.text)
        first = {start: number for number, (start, _) in enumerate(tokens)}
        last = {end: number for number, (_, end) in enumerate(tokens)}
        task = {
            "text": article.text,
            "tokens": _tokens(article.text, tokens),
            "spans": [_span(mark, first, last) for mark in marks],
            "answer": "accept",
        }
        out.write(json_line(task))


def _tokens(text: str, tokens: Ranges) -> list[dict[str, Any]]:
    """Each token as Prodigy has it; `ws` is whether a blank follows."""
    return [
        {
            "text": text[start:end],
            "start": start,
            "end": end,
            "id": number,
            "ws": text[end : end + 1].isspace(),
        }
        for number, (start, end) in enumerate(tokens)
    ]


def _span(mark: Annotation, first: Mapping[int, int], last: Mapping[int, int]) -> dict[str, Any]:
    span: dict[str, Any] = {"start": mark.start, "end": mark.end}
    if mark.start in first and mark.end in last:
        span["token_start"] = first[mark.start]
        span["token_end"] = last[mark.end]
    span["label"] = mark.label
    return span


def tells(row: dict[str, Any]) -> bool:
    """Whether `row` is a task: read as anything else, rejected ones would come in."""
    return any(key in row for key in ("answer", "_task_hash", "_input_hash"))


def read(source: Source) -> Iterator[ImportedArticle]:
    """Each accepted task of a file, one line at a time; the others are checked and counted.

    Raises UserError when the file cannot be read, DataError with the line that is wrong.
    """
    last: ImportedArticle | None = None  # held back, so that what follows it can be counted on it
    others = 0
    for number, task, left_out in typed_lines(source, _Task, _OWN):
        if task.answer not in ("accept", "reject", "ignore"):
            raise _bad_line(
                QT_TRANSLATE_NOOP("Errors", "“{answer}” is no answer of Prodigy's."),
                source,
                number,
                answer=task.answer,
            )
        if task.answer != "accept":
            others += 1
            continue
        if last is not None:
            yield last
        spans = tuple(_read_span(span, task, source, number) for span in task.spans or ())
        last = imported(task.text, spans, source, number, left_out)
    if last is None:
        raise DataError(
            QT_TRANSLATE_NOOP("Errors", "There is no accepted task in it."),
            file=source.path,
            remedy=QT_TRANSLATE_NOOP("Errors", "Leave it out, or accept its tasks in Prodigy."),
        )
    remarks = {_NOT_ACCEPTED: others} if others else {}
    yield replace(last, repairs=replace(last.repairs, remarks=remarks))


def _read_span(span: _Span, task: _Task, source: Source, number: int) -> ImportedSpan:
    """The span, refused when its token numbers and its offsets say two different things."""
    first, last, tokens = span.token_start, span.token_end, task.tokens
    if tokens and first is not None and last is not None:
        known = 0 <= first <= last < len(tokens)
        if not known or (tokens[first].start, tokens[last].end) != (span.start, span.end):
            raise _bad_line(
                QT_TRANSLATE_NOOP(
                    "Errors", "The span {start}–{end} is not that of its tokens {first} to {last}."
                ),
                source,
                number,
                start=span.start,
                end=span.end,
                first=first,
                last=last,
            )
    return ImportedSpan(span.start, span.end, span.label, text=span.text)


def _bad_line(template: str, source: Source, number: int, **fields: Any) -> DataError:
    return DataError(
        template,
        file=source.path,
        line=number,
        remedy=QT_TRANSLATE_NOOP("Errors", "Correct that line and try again."),
        **fields,
    )
