"""Hashiya's own JSON Lines: one article a line, everything that an annotation is.

`{"id", "text", "spans": [{"id", "start", "end", "label", "text", "attributes", "note", "review",
"annotator", "origin", "created", "modified"}], "meta": {"title", "outlet", "url", "date",
"source", "status"}}` in exactly this order, UTF-8, LF. Offsets are half-open code points. The
same project gives the same bytes. U+0085, U+2028 and U+2029, which some programs take for the
end of a line, are written as escapes.

Reading needs `text` alone. A line is parsed by msgspec into typed rows; only a line that it does
not take is looked at again, to say in words what is wrong with it or to read it with repairs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from pathlib import Path
from typing import IO, Any, Final

import msgspec

from annotator.core.annotation import Annotation
from annotator.core.article import Article, Meta, Status
from annotator.errors import QT_TRANSLATE_NOOP, DataError
from annotator.formats.article import Documents, ImportedArticle, ImportedSpan, Repairs, Source
from annotator.formats.canonical import Canonical, canonicalise
from annotator.formats.encoding import MAX_TEXT_BYTES
from annotator.formats.json_lines import parse_with_repairs, without_surrogates
from annotator.formats.json_list import json_rows
from annotator.formats.loss import LossReport
from annotator.formats.source import too_large
from annotator.formats.text import has_words
from annotator.formats.wrong_shape import converted

_UUID: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_TIME: Final = re.compile(
    r"\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?Z"
)
_LINE_ENDS: Final = (("\u2028", "\\u2028"), ("\u2029", "\\u2029"), ("\x85", "\\u0085"))
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


class MetaRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """The `meta` object of a line. What is not said is told from what is said to be empty."""

    title: str = ""
    outlet: str = ""
    url: str = ""
    date: str = ""
    source: str | msgspec.UnsetType = msgspec.UNSET
    status: Status | msgspec.UnsetType = msgspec.UNSET


_NO_META: Final = MetaRow()


class ArticleRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line."""

    text: str
    id: str = ""
    spans: tuple[ImportedSpan, ...] = ()
    meta: MetaRow = _NO_META


def write(documents: Documents, out: IO[bytes], report: LossReport) -> None:
    """Write each document as one line; what JSONL cannot hold is counted in `report`."""
    for article, marks in documents:
        report.count_article(article, marks)
        report.count_beyond_jsonl(article, marks)
        line = _encode(
            {
                "id": article.uuid,
                "text": article.text,
                "spans": [_span(annotation) for annotation in marks],
                "meta": _meta(article),
            }
        )
        for character, escape in _LINE_ENDS:
            if character in line:
                line = line.replace(character, escape)
        out.write(line.encode("utf-8") + b"\n")


def _span(annotation: Annotation) -> dict[str, Any]:
    attributes = annotation.attributes
    return {
        "id": annotation.id,
        "start": annotation.start,
        "end": annotation.end,
        "label": annotation.label,
        "text": annotation.text,
        "attributes": {key: attributes[key] for key in sorted(attributes)} if attributes else {},
        "note": annotation.note,
        "review": annotation.review,
        "annotator": annotation.annotator,
        "origin": annotation.origin.value,
        "created": annotation.created,
        "modified": annotation.modified,
    }


def _meta(article: Article) -> dict[str, str]:
    meta = article.meta
    return {
        "title": meta.title,
        "outlet": meta.outlet,
        "url": meta.url,
        "date": meta.date,
        "source": meta.source,
        "status": article.status.value,
    }


def tells(row: dict[str, Any]) -> bool:
    """Whether `row` has spans, and nothing that is not ours: whoever else has spans says more."""
    return isinstance(row.get("spans"), list) and row.keys() <= set(ArticleRow.__struct_fields__)


def read(source: Source) -> Iterator[ImportedArticle]:
    """Each article of a file, its spans checked against its text, one line at a time.

    Raises UserError when the file cannot be read, DataError with the line (and the column where
    the JSON itself is broken) at the first thing that is wrong.
    """
    decoder = msgspec.json.Decoder(ArticleRow)
    seen: dict[str, int] = {}
    for number, line in json_rows(source):
        unknown: frozenset[str] = frozenset()
        try:
            row = decoder.decode(line)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            row, unknown = _second_look(line, source.path, number)
        article = checked_article(row, source, number, unknown)
        if article.uuid:
            if article.uuid in seen:
                raise _bad_line(
                    QT_TRANSLATE_NOOP("Errors", "The id {id} was given on line {first} already."),
                    source.path,
                    number,
                    id=article.uuid,
                    first=seen[article.uuid],
                )
            seen[article.uuid] = number
        yield article


def _second_look(line: bytes, file: Path, number: int) -> tuple[ArticleRow, frozenset[str]]:
    """A line that is not exactly ours: read with repairs, or refused in words."""
    given = parse_with_repairs(line, file, number)
    known, unknown = _known_keys(given)
    return converted(known, ArticleRow, file, number), unknown


def _known_keys(given: Any) -> tuple[Any, frozenset[str]]:
    """`given` without the keys that are not ours, and those keys."""
    if not isinstance(given, dict):
        return given, frozenset()
    known, unknown = _split(given, ArticleRow)
    if isinstance(known.get("meta"), dict):
        known["meta"], more = _split(without_surrogates(known["meta"]), MetaRow)
        unknown |= {f"meta.{key}" for key in more}
    if isinstance(known.get("spans"), list):
        spans = []
        for span in known["spans"]:
            if isinstance(span, dict):
                covered = span.get("text")  # compared with the article's text as it is
                span, more = _split(without_surrogates(span), ImportedSpan)
                if "text" in span:
                    span["text"] = covered
                unknown |= {f"spans.{key}" for key in more}
            spans.append(span)
        known["spans"] = spans
    return known, frozenset(unknown)


def _split(
    given: dict[str, Any], row: type[msgspec.Struct]
) -> tuple[dict[str, Any], frozenset[str]]:
    fields = set(row.__struct_fields__)
    return {k: v for k, v in given.items() if k in fields}, frozenset(given.keys() - fields)


def _status(row: ArticleRow) -> Status:
    """The status given, or what an article with or without annotations has by itself."""
    if row.meta.status is not msgspec.UNSET:
        return row.meta.status
    return Status.IN_PROGRESS if row.spans else Status.NEW


def _check_text(row: ArticleRow, file: Path, number: int) -> None:
    """Refuse a text that holds NUL or nothing, or is too large."""
    if "\0" in row.text:
        raise _bad_line(
            QT_TRANSLATE_NOOP("Errors", "The text holds a NUL character."), file, number
        )
    if len(row.text) > MAX_TEXT_BYTES // 4 and len(row.text.encode("utf-8", "surrogatepass")) > (
        MAX_TEXT_BYTES
    ):
        raise too_large(file, MAX_TEXT_BYTES, number)
    if not has_words(row.text):
        raise _bad_line(
            QT_TRANSLATE_NOOP("Errors", "The article has no text."),
            file,
            number,
            remedy=QT_TRANSLATE_NOOP("Errors", "Leave that line out."),
        )


def checked_article(
    row: ArticleRow,
    source: Source,
    number: int,
    unknown: frozenset[str],
    lines: Sequence[int] = (),
) -> ImportedArticle:
    """What line `number` says, canonicalised, its offsets held against its text.

    `unknown` are the keys that were left out; `lines` the spans' own where they have some.
    Raises DataError.
    """
    file = source.path
    _check_text(row, file, number)
    _check_spans(row, file, lines or repeat(number))
    canonical = canonicalise(row.text)
    spans = row.spans
    if canonical.changed:
        spans = tuple(_moved(span, canonical, file, number) for span in spans)
    meta = row.meta
    return ImportedArticle(
        text=canonical.text,
        meta=Meta(
            title=meta.title,
            outlet=meta.outlet,
            url=meta.url,
            date=meta.date,
            source=source.name if meta.source is msgspec.UNSET else meta.source,
        ),
        uuid=_checked_id(row.id, file, number) if row.id else "",
        status=_status(row),
        spans=spans,
        line=number,
        span_lines=tuple(lines),
        repairs=Repairs(
            line_breaks=canonical.line_breaks,
            surrogates=canonical.surrogates,
            bom=canonical.bom,
            unknown_keys=unknown,
        ),
    )


def _check_spans(row: ArticleRow, file: Path, lines: Iterable[int]) -> None:
    """Refuse the row unless each span is in its text, covers what it says, and has its own id."""
    text, length = row.text, len(row.text)
    seen: set[str] = set()
    for span, number in zip(row.spans, lines, strict=False):
        start, end = span.start, span.end
        if not 0 <= start < end <= length:
            raise _out_of_range(span, length, file, number)
        if span.text is not None and text[start:end] != span.text:
            raise _mismatch(span, text, file, number)
        if span.id:
            _checked_id(span.id, file, number)
            if span.id in seen:
                raise _bad_line(
                    QT_TRANSLATE_NOOP("Errors", "Two spans have the id {id}."),
                    file,
                    number,
                    id=span.id,
                )
            seen.add(span.id)
        _check_time("created", span.created, file, number)
        if span.modified != span.created:
            _check_time("modified", span.modified, file, number)


def _check_time(name: str, time: str, file: Path, number: int) -> None:
    if time and _TIME.fullmatch(time) is None:
        raise _bad_line(
            QT_TRANSLATE_NOOP(
                "Errors", "“{time}” in “{name}” is not a UTC time such as {example}."
            ),
            file,
            number,
            time=time,
            name=name,
            example="2026-01-31T23:59:59Z",
        )


def is_id(given: object) -> bool:
    """Whether it is an id as Hashiya gives them."""
    return isinstance(given, str) and _UUID.fullmatch(given) is not None


def _checked_id(given: str, file: Path, number: int) -> str:
    if not is_id(given):
        raise _bad_line(
            QT_TRANSLATE_NOOP("Errors", "The id “{id}” is not a UUID in small letters."),
            file,
            number,
            remedy=QT_TRANSLATE_NOOP("Errors", "Leave ids out to have new ones made."),
            id=given,
        )
    return given


def _moved(span: ImportedSpan, canonical: Canonical, file: Path, number: int) -> ImportedSpan:
    start, end = canonical.position(span.start), canonical.position(span.end)
    if start == end:
        raise _bad_line(
            QT_TRANSLATE_NOOP(
                "Errors",
                "The span {start}–{end} covers only a part of a line break or a broken character.",
            ),
            file,
            number,
            start=span.start,
            end=span.end,
        )
    return msgspec.structs.replace(span, start=start, end=end, text=canonical.text[start:end])


def _out_of_range(span: ImportedSpan, length: int, file: Path, number: int) -> DataError:
    return _bad_line(
        QT_TRANSLATE_NOOP(
            "Errors", "The span {start}–{end} is not a range inside the text's {length} characters."
        ),
        file,
        number,
        remedy=QT_TRANSLATE_NOOP(
            "Errors", "Count “start” and “end” in characters (code points), from 0, end exclusive."
        ),
        start=span.start,
        end=span.end,
        length=length,
    )


def _mismatch(span: ImportedSpan, text: str, file: Path, number: int) -> DataError:
    """Why a span's `text` is not what its offsets cover; knows offsets counted in UTF-16."""
    units = text.encode("utf-16-le", "surrogatepass")
    covered = units[2 * span.start : 2 * span.end].decode("utf-16-le", "replace")
    if covered == span.text:
        return _bad_line(
            QT_TRANSLATE_NOOP(
                "Errors",
                "The span {start}–{end} counts an emoji as two (UTF-16 units, as JavaScript does).",
            ),
            file,
            number,
            remedy=QT_TRANSLATE_NOOP(
                "Errors", "Count “start” and “end” in characters (code points)."
            ),
            start=span.start,
            end=span.end,
        )
    return _bad_line(
        QT_TRANSLATE_NOOP("Errors", "The span {start}–{end} covers “{found}”, not “{expected}”."),
        file,
        number,
        remedy=QT_TRANSLATE_NOOP("Errors", "Correct the offsets or the span's text."),
        start=span.start,
        end=span.end,
        found=_short(text[span.start : span.end]),
        expected=_short(span.text or ""),
    )


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


def _bad_line(
    template: str,
    file: Path,
    number: int,
    remedy: str = QT_TRANSLATE_NOOP("Errors", "Correct that line and try again."),
    **fields: Any,
) -> DataError:
    return DataError(template, file=file, line=number, remedy=remedy, **fields)
