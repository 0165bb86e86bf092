"""brat standoff: `a.txt` with the text beside `a.ann` with its spans, one article a pair.

`T1⇥label start end⇥covered text`, half-open code points over the whole document (UTF-16 units where
INCEpTION wrote it: read in what the covered texts fit); `A1⇥name T1 value` an attribute;
`#1⇥AnnotatorNotes T1⇥note` a note. brat compares the covered text with the document and has one
line for it, so a span over a line break is written in pieces, `start end;start end`, joined by
blanks in the covered text (brat, server/src/annotation.py). Pieces that only line breaks part are
one span again when read; others are joined and counted.

A value or note is written as it is where that is one line and reads as nothing else, else as JSON.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, pairwise
from pathlib import Path
from typing import Any, Final, NoReturn

from annotator.arabic.spelled_out import spelled_out
from annotator.arabic.utf16 import Utf16Map
from annotator.core.annotation import Annotation
from annotator.core.labels import AttributeKind, LabelSet
from annotator.errors import QT_TRANSLATE_NOOP, DataError, UserError
from annotator.formats.article import (
    Documents,
    ImportedArticle,
    ImportedSpan,
    ImportedValue,
    Source,
)
from annotator.formats.encoding import Decoded, decode
from annotator.formats.file_set import FileSet, file_stem
from annotator.formats.loss import LossReport, NotHeld, on_one_line
from annotator.formats.options import ExportOptions
from annotator.formats.source import read_whole
from annotator.formats.standoff import imported, json_text
from annotator.formats.text import headline

_HELD: Final = frozenset({NotHeld.ATTRIBUTES, NotHeld.NOTES})
_SPAN: Final = re.compile(r"(T[^\s]*)\t(\S+) (\d{1,15} \d{1,15}(?:;\d{1,15} \d{1,15})*)(?:\t(.*))?")
_ATTRIBUTE: Final = re.compile(r"[AM][^\s]*\t(\S+) (\S+)(?: ([^\t]+))?.*")
_NOTE: Final = re.compile(r"#[^\s]*\t(\S+) (\S+)\t(.*)")
_OTHERS: Final = {"R": "relations", "*": "equivalences", "E": "events", "N": "normalizations"}
_BREAKS: Final = str.maketrans("\r\n", "  ")
_ONE_LINE: Final = re.compile(r"\S(?:[^\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*\S)?")
_CONF_NAME: Final = re.compile(r"[^\s|,:<>!\[\]]+")
_NO_LINE = QT_TRANSLATE_NOOP("Errors", "This is not a line of brat's.")
_REMEDY = QT_TRANSLATE_NOOP("Errors", "Correct that line and try again.")


def write_files(
    documents: Documents,
    files: FileSet,
    labels: LabelSet,
    options: ExportOptions,
    report: LossReport,
) -> None:
    """Write each document as a pair, and the two files by which brat knows labels and colours."""
    for number, (article, marks) in enumerate(documents, 1):
        report.count_article(article, marks)
        report.count_beyond_tags(article, marks, held=_HELD)
        stem = file_stem(article, number)
        with files.open(f"{stem}.txt") as file:
            file.write(article.text.encode("utf-8"))
        with files.open(f"{stem}.ann") as file:
            file.write("".join(_lines(article.text, marks, report)).encode("utf-8"))
    with files.open("annotation.conf") as file:
        file.write(_annotation_conf(labels).encode("utf-8"))
    with files.open("visual.conf") as file:
        file.write(_visual_conf(labels).encode("utf-8"))


def _lines(text: str, marks: Sequence[Annotation], report: LossReport) -> Iterator[str]:
    attributes = notes = 0
    for number, mark in enumerate(marks, 1):
        pieces = list(_pieces(text, mark.start, mark.end))
        places = ";".join(f"{start} {end}" for start, end in pieces)
        covered = " ".join(text[start:end] for start, end in pieces)
        yield f"T{number}\t{mark.label} {places}\t{covered}\n"
        for name, value in sorted(mark.attributes.items()):
            if re.fullmatch(r"\S+", name) is None:
                report.not_held[NotHeld.ATTRIBUTES] += 1
                continue
            attributes += 1
            said = "" if value is True else f" {_written(value)}"
            yield f"A{attributes}\t{name} T{number}{said}\n"
        if mark.note:
            notes += 1
            yield f"#{notes}\tAnnotatorNotes T{number}\t{_written(mark.note)}\n"


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of `start:end` that line breaks leave."""
    for piece in re.finditer(r"[^\n]+", text[start:end]):
        yield start + piece.start(), start + piece.end()


def _written(value: Any) -> str:
    """`value` on one line, so that `_read_value` gives it back."""
    if isinstance(value, str) and _ONE_LINE.fullmatch(value) and _read_value(value) == value:
        return value
    return json_text(value)


def _read_value(said: str) -> ImportedValue:
    """The JSON scalar or list of numbers that `said` is, else `said` itself."""
    try:
        value = json.loads(said, parse_constant=_no_number)
    except (ValueError, RecursionError):
        return said
    if isinstance(value, list) and all(type(n) in (int, float) for n in value):
        return value
    return value if isinstance(value, str | int | float) else said


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _annotation_conf(labels: LabelSet) -> str:
    """The labels, and those attributes whose values are known beforehand."""
    lines = ["[entities]", *(label.key for label in labels), "[relations]", "[events]"]
    known: dict[str, dict[str, None]] = {}  # labels may share an attribute, each with its choices
    for attribute in (attribute for label in labels for attribute in label.attributes):
        if attribute.kind in (AttributeKind.CHOICE, AttributeKind.FLAG):
            values = known.setdefault(attribute.key, {})
            values.update((choice.key, None) for choice in attribute.choices)
    lines.append("[attributes]")
    for key, values in known.items():
        if all(_CONF_NAME.fullmatch(name) for name in (key, *values)):
            said = f", Value:{'|'.join(values)}" if values else ""
            lines.append(f"{key}\tArg:<ENTITY>{said}")
    return "\n".join(lines) + "\n"


def _visual_conf(labels: LabelSet) -> str:
    """Each label's Arabic name and colour."""
    names = [
        f"{label.key} | {' '.join((label.name_ar or label.key).replace('|', ' ').split())}"
        for label in labels
    ]
    colours = [f"{label.key}\tbgColor:{label.colour}" for label in labels]
    return "\n".join(["[labels]", *names, "[drawing]", *colours]) + "\n"


# -- reading --------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Span:
    """One T line: where it stands, its pieces in the document's code points, what it covers."""

    line: int
    label: str
    pieces: list[tuple[int, int]]
    covered: str | None
    attributes: dict[str, ImportedValue] = field(default_factory=dict)
    note: str = ""

    @property
    def start(self) -> int:
        return min(start for start, _ in self.pieces)

    @property
    def end(self) -> int:
        return max(end for _, end in self.pieces)


@dataclass(slots=True)
class _Marks:
    """What an .ann file says: its spans by their ids, and what a project cannot hold."""

    spans: dict[str, _Span] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)


def read(source: Source) -> Iterator[ImportedArticle]:
    """The one article of an .ann file and the .txt beside it.

    Raises UserError when either cannot be read, DataError with the line that is wrong.
    """
    text_file = source.path.with_suffix(".txt")
    document = _document(source, text_file)
    said = decode(read_whole(source.path), source.path, source.encoding).text
    marks = _marks(said, source)
    readings = _readings(document, list(marks.spans.values()))
    first = next(readings)
    text, found = next((each for each in chain([first], readings) if _fits(*each)), first)
    found.sort(key=lambda span: (span.start, -span.end))
    article = imported(
        text,
        tuple(_imported_span(span, text, source) for span in found),
        source,
        1,
        frozenset(marks.left_out),
        lines=[span.line for span in found],
    )
    joined = sum(_has_gap(span, text) for span in found)
    yield replace(
        article,
        meta=replace(article.meta, title=headline(article.text), source=text_file.name),
        line=None,
        encoding=document.encoding,
        confidence=document.confidence,
        repairs=replace(article.repairs, bom=document.bom, joined_spans=joined),
    )


def _document(source: Source, text_file: Path) -> Decoded:
    if not text_file.exists():
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "The text of {path} is not beside it: {name} is missing."),
            remedy=QT_TRANSLATE_NOOP("Errors", "Put both files into one folder."),
            path=source.path,
            name=text_file.name,
        )
    return decode(read_whole(text_file), text_file, source.encoding)


def _readings(document: Decoded, spans: list[_Span]) -> Iterator[tuple[str, list[_Span]]]:
    """The text in each way in which it may have been counted, with the spans in code points of it:
    they are counted so, or in the UTF-16 units of Java."""
    texts = _as_counted(document)
    for text in texts:
        yield text, spans
    for text in texts:
        place = Utf16Map(text).to_code_point
        yield text, [replace(s, pieces=[(place(b), place(e)) for b, e in s.pieces]) for s in spans]


def _as_counted(document: Decoded) -> list[str]:
    """The text in each way in which a brat may have counted it: as it is, with its byte order
    mark, with each CR LF as one."""
    text = document.text
    return [text, *(["\ufeff" + text] if document.bom else []), text.replace("\r\n", "\n")]


def _fits(text: str, spans: Sequence[_Span]) -> bool:
    return all(
        span.covered is None or (span.end <= len(text) and _covers(span, span.covered, text))
        for span in spans
    )


def _covers(span: _Span, said: str, text: str) -> bool:
    """Whether the span covers what its line says, which may have blanks for line breaks, and
    behind it."""
    covered = _joined(span, text)
    return any(
        said.startswith(form) and not said[len(form) :].strip()
        for form in (covered, covered.translate(_BREAKS))
    )


def _joined(span: _Span, text: str) -> str:
    return " ".join(text[start:end] for start, end in span.pieces)


def _has_gap(span: _Span, text: str) -> bool:
    """Whether letters stand between the span's pieces."""
    return any(
        text[end:start].strip("\r\n") for (_, end), (start, _) in pairwise(sorted(span.pieces))
    )


def _imported_span(span: _Span, text: str, source: Source) -> ImportedSpan:
    """The span over all its pieces; DataError when they do not cover what the line says."""
    inside = all(0 <= start < end <= len(text) for start, end in span.pieces)
    if inside and span.covered is not None and not _covers(span, span.covered, text):
        raise _bad_line(
            QT_TRANSLATE_NOOP(
                "Errors", "The span {start}–{end} covers “{found}”, not “{expected}”."
            ),
            source,
            span.line,
            start=span.start,
            end=span.end,
            found=on_one_line(spelled_out(_joined(span, text)), 60),
            expected=on_one_line(spelled_out(span.covered), 60),
        )
    return ImportedSpan(
        span.start, span.end, span.label, attributes=span.attributes, note=span.note
    )


def _marks(said: str, source: Source) -> _Marks:
    marks = _Marks()
    aside: list[tuple[int, str]] = []  # attributes and notes may come before their span
    for number, line in enumerate(said.split("\n"), 1):
        line = line.removesuffix("\r")
        if not line.strip():
            continue
        if line[0] == "T":
            _take_span(marks, line, source, number)
        elif line[0] in "AM#":
            aside.append((number, line))
        elif line[0] in _OTHERS and "\t" in line:
            marks.left_out.add(_OTHERS[line[0]])
        else:
            raise _bad_line(_NO_LINE, source, number)
    for number, line in aside:
        take = _take_note if line[0] == "#" else _take_attribute
        take(marks, line, source, number)
    return marks


def _take_span(marks: _Marks, line: str, source: Source, number: int) -> None:
    match = _SPAN.fullmatch(line)
    if match is None:
        raise _bad_line(_NO_LINE, source, number)
    key, label, places, covered = match.groups()
    if key in marks.spans:
        raise _bad_line(
            QT_TRANSLATE_NOOP("Errors", "The id {id} was given on line {first} already."),
            source,
            number,
            id=key,
            first=marks.spans[key].line,
        )
    pieces = [
        (int(start), int(end)) for start, end in (place.split() for place in places.split(";"))
    ]
    marks.spans[key] = _Span(number, label, pieces, covered)


def _take_attribute(marks: _Marks, line: str, source: Source, number: int) -> None:
    match = _ATTRIBUTE.fullmatch(line)
    if match is None:
        raise _bad_line(_NO_LINE, source, number)
    name, target, value = match.groups()
    span = marks.spans.get(target)
    if span is None:
        marks.left_out.add("attributes of events and relations")
        return
    said = True if value is None else _read_value(value)
    if span.attributes.setdefault(name, said) != said:
        marks.left_out.add("second values of attributes")


def _take_note(marks: _Marks, line: str, source: Source, number: int) -> None:
    match = _NOTE.fullmatch(line)
    if match is None:
        raise _bad_line(_NO_LINE, source, number)
    kind, target, note = match.groups()
    span = marks.spans.get(target)
    if kind != "AnnotatorNotes" or span is None:
        marks.left_out.add(kind if span is not None else "notes on events and relations")
        return
    said = _read_value(note)
    said = said if isinstance(said, str) else note
    span.note = f"{span.note}\n{said}" if span.note else said


def _bad_line(template: str, source: Source, number: int, **fields: Any) -> DataError:
    return DataError(template, file=source.path, line=number, remedy=_REMEDY, **fields)
