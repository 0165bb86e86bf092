"""A table of spans, a row each, for spreadsheets (CSV) and programs (tab-separated, `.tsv`).

The columns are COLUMNS, found by their names when read, in capitals or not; offsets are half-open
code points. The first row of an article holds its text in `article_text`, so that the table is read
back as it was; an article without spans has one row without a label. Everything that the native
JSON Lines hold has a column; `attributes` is JSON.

A cell that a spreadsheet would take for a formula has an apostrophe put before it, and so has one
that begins with apostrophes and goes on like that: reading takes one off. CSV begins with a byte
order mark, without which Excel takes UTF-8 for Windows-1252 or -1256; the tab-separated file has
none. Excel cuts a cell at 32,767 UTF-16 units: a text that long is refused. What a spreadsheet
makes of a `text` that is an amount (`95.20 $` is 95.2 when LibreOffice saves it) is taken for it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import IO, Any, Final

import msgspec

from annotator.core.annotation import Annotation
from annotator.core.article import Article
from annotator.core.labels import LabelSet
from annotator.errors import QT_TRANSLATE_NOOP, DataError
from annotator.formats.article import Documents, ImportedArticle, ImportedSpan, Source
from annotator.formats.encoding import MAX_TEXT_BYTES
from annotator.formats.loss import LossReport, on_one_line
from annotator.formats.native_jsonl import ArticleRow, MetaRow, checked_article
from annotator.formats.options import ExportOptions
from annotator.formats.source import read_text
from annotator.formats.standoff import json_text
from annotator.formats.wrong_shape import converted

_META: Final = ("outlet", "url", "date", "source", "status")
_SPAN: Final = ("note", "review", "annotator", "origin", "created", "modified", "id")
COLUMNS: Final = (
    *("article", "title", "start", "end", "label", "text", "attributes"),
    *_SPAN,
    *_META,
    "article_text",
)
_MARK: Final = ("start", "end", "label", "text")  # a row with any of these is of a span
_NEEDED: Final = frozenset(("article", "start", "end", "label", "article_text"))
_NUMBER: Final = re.compile(r"([0-9]{1,15})(?:\.0)?")  # pandas writes 3.0
_REVIEW: Final = {"": False, "false": False, "0": False, "true": True, "1": True}
_FORMULA: Final = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_AMOUNT: Final = re.compile(r"(?:[$€£¥]\s?)?(?P<digits>[0-9][0-9,]*(?:\.[0-9]+)?)(?:\s?[%$€£¥])?")
_SEPARATOR: Final = re.compile(r"sep=(.)\r?(?=\n)", re.IGNORECASE)  # a line for Excel
_EXCEL_CELL: Final = 32_767  # UTF-16 units
_UUID_LENGTH: Final = 36  # any other `article` only tells the rows of one from the next's
_LARGEST_FILE: Final = 16 * MAX_TEXT_BYTES
_REMEDY = QT_TRANSLATE_NOOP("Errors", "Correct that line and try again.")


class _Strict(csv.excel):
    """What Excel writes (RFC 4180), and nothing else."""

    strict = True


class _Lines:
    """Where a csv writer puts its rows, each in one call, to have them end in LF. (A dialect with
    that ending would leave a lone CR in a cell without quotes.)"""

    def __init__(self, out: io.StringIO) -> None:
        self._out = out

    def write(self, row: str) -> None:
        self._out.write(row.removesuffix(csv.excel.lineterminator) + "\n")


def write_csv(
    documents: Documents,
    out: IO[bytes],
    labels: LabelSet,
    options: ExportOptions,
    report: LossReport,
) -> None:
    """Write the documents as one CSV table; what it cannot hold is counted in `report`."""
    out.write("\ufeff".encode())
    text = io.StringIO(newline="")
    _write(documents, out, text, csv.writer(text, csv.excel), report)


def write_tsv(
    documents: Documents,
    out: IO[bytes],
    labels: LabelSet,
    options: ExportOptions,
    report: LossReport,
) -> None:
    """Write the documents as one tab-separated table; what it cannot hold goes to `report`."""
    text = io.StringIO(newline="")
    _write(documents, out, text, csv.writer(_Lines(text), csv.excel_tab), report)


def _write(
    documents: Documents, out: IO[bytes], text: io.StringIO, table: Any, report: LossReport
) -> None:
    """Write to `out` what `table` puts into `text`, article by article."""
    table.writerow(COLUMNS)
    for article, marks in documents:
        report.count_article(article, marks)
        report.count_beyond_jsonl(article, marks)
        table.writerows(_rows(article, marks))
        out.write(text.getvalue().encode("utf-8"))
        text.seek(0)
        text.truncate()
    out.write(text.getvalue().encode("utf-8"))


def _rows(article: Article, marks: Sequence[Annotation]) -> Iterator[list[str]]:
    of_article = {
        "article": article.uuid,
        "title": article.meta.title,
        "article_text": article.text,
    }
    of_article |= {name: getattr(article.meta, name) for name in _META[:-1]}
    of_article["status"] = article.status.value
    for mark in marks or (None,):
        cells = of_article | (_cells(mark) if mark is not None else {})
        yield [guarded(cells.get(name, "")) for name in COLUMNS]
        of_article["article_text"] = ""


def _cells(mark: Annotation) -> dict[str, str]:
    attributes = {key: mark.attributes[key] for key in sorted(mark.attributes)}
    return {
        "start": str(mark.start),
        "end": str(mark.end),
        "label": mark.label,
        "text": mark.text,
        "attributes": json_text(attributes) if attributes else "",
        "note": mark.note,
        "review": "true" if mark.review else "",
        "annotator": mark.annotator,
        "origin": mark.origin.value,
        "created": mark.created,
        "modified": mark.modified,
        "id": mark.id,
    }


def guarded(cell: str) -> str:
    """`cell` so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and _FORMULA.match(cell) else cell


# -- reading --------------------------------------------------------------------------------------


def begins(head: str) -> bool:
    """Whether a file that begins so has the columns of spans."""
    said = _SEPARATOR.match(head)
    separators = said[1] if said else ",;\t"
    first = (
        head[said.end() + 1 if said else 0 :].partition("\n")[0].replace('"', "").strip().lower()
    )
    return set(re.split(f"[{re.escape(separators)}]", first)) >= _NEEDED


def read(source: Source) -> Iterator[ImportedArticle]:
    """Each article of a table, commas, semicolons or tabs between its columns.

    Raises UserError when the file cannot be read, DataError with the line where the row begins that
    is wrong.
    """
    rows = _table(source)
    seen: dict[str, int] = {}
    article: list[tuple[int, dict[str, str]]] = []
    for line, row in rows:
        if article and row["article"] != article[0][1]["article"]:
            yield _article(article, source)
            article = []
        if not article:
            first = seen.setdefault(row["article"], line)
            if first != line:
                raise _bad_line(
                    QT_TRANSLATE_NOOP("Errors", "The rows of {id} from line {first} go on here."),
                    source,
                    line,
                    remedy=QT_TRANSLATE_NOOP("Errors", "Sort the table by article and start."),
                    id=row["article"],
                    first=first,
                )
        article.append((line, row))
    if not article:
        raise DataError(
            QT_TRANSLATE_NOOP("Errors", "There is no article in it."),
            file=source.path,
            remedy=QT_TRANSLATE_NOOP("Errors", "Leave it out, or look where its lines went."),
        )
    yield _article(article, source)


def _table(source: Source) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row by the names of its columns, with the line at which it begins."""
    text = source.pasted
    if text is None:
        text = read_text(source, _LARGEST_FILE)
    text = text.removeprefix("\ufeff")
    said = _SEPARATOR.match(text)
    delimiter = said[1] if said else max("\t;,", key=text.partition("\n")[0].count)
    text = text[said.end() :] if said else text  # the line's break stays: lines are counted
    csv.field_size_limit(_LARGEST_FILE)  # for the whole program: a text is a field
    table = csv.reader(io.StringIO(text, newline=""), _Strict, delimiter=delimiter)
    before = 0  # lines read: a row may go over several
    try:
        names = _names(next(filter(any, table), []))
        _check_names(names, source)
        before = table.line_num
        for cells in table:
            if any(cells):
                yield before + 1, _row(names, cells, source, before + 1)
            before = table.line_num
    except csv.Error as error:
        raise _bad_line(
            QT_TRANSLATE_NOOP("Errors", "This is not a row of a table: {reason}."),
            source,
            before + 1,
            reason=str(error),
        ) from error


def _names(header: Sequence[str]) -> list[str]:
    """The columns' names in small letters, but of one that somebody has put beside its namesake."""
    given = [name.strip() for name in header]
    return [name if name.lower() in given else name.lower() for name in given]


def _check_names(names: Sequence[str], source: Source) -> None:
    missing = sorted(_NEEDED - set(names))
    if missing:
        raise _bad_line(
            QT_TRANSLATE_NOOP("Errors", "The column “{name}” is missing."),
            source,
            1,
            remedy=QT_TRANSLATE_NOOP("Errors", "The first row must name the columns {names}."),
            name=missing[0],
            names=", ".join(sorted(_NEEDED)),
        )


def _row(names: Sequence[str], cells: Sequence[str], source: Source, line: int) -> dict[str, str]:
    if len(cells) > len(names):
        raise _bad_line(
            QT_TRANSLATE_NOOP("Errors", "The row has {count} cells for {columns} columns."),
            source,
            line,
            count=len(cells),
            columns=len(names),
        )
    cells = [*map(_unguarded, cells), *[""] * (len(names) - len(cells))]
    return dict(zip(names, cells, strict=True))


def _article(rows: Sequence[tuple[int, dict[str, str]]], source: Source) -> ImportedArticle:
    """The article of rows that belong together, its spans checked."""
    line, first = rows[0]
    text = _text(rows, source)
    if len(text.encode("utf-16-le", "surrogatepass")) // 2 == _EXCEL_CELL:
        raise _bad_line(
            QT_TRANSLATE_NOOP("Errors", "The text ends where Excel cuts every cell."),
            source,
            line,
            remedy=QT_TRANSLATE_NOOP("Errors", "Take the table as it was before Excel saved it."),
        )
    marked = [(number, row) for number, row in rows if any(map(row.get, _MARK))]
    meta: dict[str, str] = {name: first[name] for name in ("title", *_META) if name in first}
    if not meta.get("status"):
        meta.pop("status", None)
    row = ArticleRow(
        text=text,
        id=first["article"] if len(first["article"]) == _UUID_LENGTH else "",
        spans=tuple(_span(cells, text, source, number) for number, cells in marked),
        meta=converted(meta, MetaRow, source.path, line),
    )
    left_out = frozenset(first) - {*COLUMNS, ""}
    return checked_article(row, source, line, left_out, [number for number, _ in marked])


def _text(rows: Sequence[tuple[int, dict[str, str]]], source: Source) -> str:
    """The text of the rows of an article: of its first one, or of each the same."""
    text = ""
    for line, row in rows:
        said = row["article_text"]
        if said and text and said != text:
            raise _bad_line(
                QT_TRANSLATE_NOOP(
                    "Errors", "The rows of {id} from line {first} have another text."
                ),
                source,
                line,
                remedy=QT_TRANSLATE_NOOP(
                    "Errors", "Give each article a name of its own in the column “article”."
                ),
                id=row["article"],
                first=rows[0][0],
            )
        text = text or said
    return text


def _span(cells: Mapping[str, str], text: str, source: Source, line: int) -> ImportedSpan:
    given: dict[str, Any] = {name: cells[name] for name in _SPAN if cells.get(name)}
    if not cells["label"]:
        raise _bad_cell("label", "", source, line)
    given["label"] = cells["label"]
    start = given["start"] = _number(cells["start"], "start", source, line)
    end = given["end"] = _number(cells["end"], "end", source, line)
    said = cells.get("text") or None
    given["text"] = None if said and _is_amount(said, text[start:end]) else said
    review = cells.get("review", "")
    if review.lower() not in _REVIEW:
        raise _bad_cell("review", review, source, line)
    given["review"] = _REVIEW[review.lower()]
    if cells.get("attributes"):
        try:
            given["attributes"] = msgspec.json.decode(cells["attributes"])
        except msgspec.DecodeError as error:
            raise _bad_cell("attributes", cells["attributes"], source, line) from error
    return converted(given, ImportedSpan, source.path, line)


def _is_amount(said: str, covered: str) -> bool:
    """Whether a spreadsheet may have made `said` of what the span covers: the same amount."""
    one, other = _AMOUNT.fullmatch(said), _AMOUNT.fullmatch(covered)
    return one is not None and other is not None and _value(one) == _value(other)


def _value(amount: re.Match[str]) -> float:
    return float(amount["digits"].replace(",", ""))


def _number(said: str, name: str, source: Source, line: int) -> int:
    match = _NUMBER.fullmatch(said)
    if match is None:
        raise _bad_cell(name, said, source, line)
    return int(match[1])


def _bad_cell(name: str, said: str, source: Source, line: int) -> DataError:
    return _bad_line(
        QT_TRANSLATE_NOOP("Errors", "“{said}” cannot stand in the column “{name}”."),
        source,
        line,
        name=name,
        said=on_one_line(said, 60),
    )


def _bad_line(
    template: str, source: Source, line: int, remedy: str = _REMEDY, **fields: Any
) -> DataError:
    return DataError(template, file=source.path, line=line, remedy=remedy, **fields)
