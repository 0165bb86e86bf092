"""Reading WebAnno TSV 3.2 and 3.3 (annotator.formats.webanno_tsv says what that is).

Of the layers in a file those are read that people mark spans in; relations, chains, linguistic
layers and features beside the label are left out and named. Every line's form is held against the
text: a file whose offsets are not UTF-16 units is refused where that first shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final

from annotator.arabic.spelled_out import spelled_out
from annotator.arabic.utf16 import Utf16Map
from annotator.errors import QT_TRANSLATE_NOOP, DataError
from annotator.formats.article import ImportedArticle, ImportedSpan, Source
from annotator.formats.dkpro_layers import holds_spans, label_feature, short_name
from annotator.formats.encoding import MAX_TEXT_BYTES, decode
from annotator.formats.loss import on_one_line
from annotator.formats.source import read_whole
from annotator.formats.standoff import imported
from annotator.formats.text import headline
from annotator.formats.webanno_tsv import FIRST_LINE, TEXT_ESCAPES

_VERSION: Final = re.compile(rf"{FIRST_LINE} (\d+\.\d+)\s*")
_READ: Final = ("3.2", "3.3")  # before them text was escaped otherwise
_UNIT: Final = re.compile(r"\d+-\d+(?:\.\d+)?\t(\d{1,15})-(\d{1,15})\t([^\t]*)\t?(.*)")
_STACKED: Final = re.compile(r"(?:[^\\|]|\\.?)+")
_VALUE: Final = re.compile(r"((?:[^\\\[]|\\.?)*+)(?:\[(\d{1,9})\])?")
_VALUE_ESCAPE: Final = re.compile(r"\\(->|[\\\[\]|_;tn*])")
_LETTERS: Final = {"t": "\t", "n": "\n"}
_UNESCAPED: Final = {escape: character for character, escape in TEXT_ESCAPES.items()}
_TEXT_ESCAPE: Final = re.compile(r"(?s)\\.")
_REMEDY = QT_TRANSLATE_NOOP("Errors", "Correct that line and try again.")


def begins(head: str) -> bool:
    """Whether a file that begins so is one of these."""
    return head.startswith(FIRST_LINE)


def read(source: Source) -> Iterator[ImportedArticle]:
    """The one article of a file.

    Raises UserError when the file cannot be read, DataError with the line that is wrong.
    """
    if source.pasted is None:
        decoded = decode(read_whole(source.path), source.path, source.encoding)
        said, encoding = decoded.text, decoded.encoding
    else:
        said, encoding = source.pasted, "utf-8"
    parser = _Parser(source)
    for number, line in enumerate(said.split("\n"), 1):
        parser.take(number, line.removesuffix("\r"))
    text = parser.text()
    spans = sorted(parser.spans, key=lambda span: (span.begin, -span.end))
    units = Utf16Map(text)
    parser.check_forms(text, units)
    article = imported(
        text,
        tuple(
            ImportedSpan(units.to_code_point(s.begin), units.to_code_point(s.end), s.label)
            for s in spans
        ),
        source,
        1,
        frozenset(parser.left_out),
        lines=[span.line for span in spans],
    )
    yield replace(
        article,
        meta=replace(article.meta, title=headline(article.text)),
        line=None,
        encoding=encoding,
    )


@dataclass(frozen=True, slots=True)
class _Column:
    """One column: its layer and feature; `label` when it says what the layer's spans are."""

    layer: str
    feature: str
    label: bool


@dataclass(slots=True)
class _Span:
    """A span while its lines come in; UTF-16 units."""

    line: int
    label: str
    begin: int
    end: int


@dataclass(slots=True)
class _Unit:
    """One line of a token or of a part of one; UTF-16 units."""

    line: int
    begin: int
    end: int
    form: str


@dataclass(slots=True)
class _Parser:
    """Takes a file's lines in order; what it has found is in `spans`, `left_out` and `text()`."""

    source: Source
    spans: list[_Span] = field(default_factory=list)
    left_out: set[str] = field(default_factory=set)
    _columns: list[_Column] = field(default_factory=list)
    _in_header: bool = True
    _units: list[_Unit] = field(default_factory=list)
    _numbered: dict[tuple[int, str], _Span] = field(default_factory=dict)
    _text: list[str] = field(default_factory=list)
    _length: int = 0  # of `_text`, in UTF-16 units
    _sentence: list[str] = field(default_factory=list)  # lines of text before its first token

    def take(self, number: int, line: str) -> None:
        if number == 1:
            self._check_version(line)
        elif self._in_header and line.startswith("#T_"):
            self._take_layer(number, line)
        elif line.startswith("#"):
            self._in_header = False
            if line.startswith("#Text="):
                self._sentence.append(_unescaped(line.removeprefix("#Text=")))
        elif line:
            self._take_unit(number, line)

    def text(self) -> str:
        """The whole text; the line break after its last sentence is not one of it."""
        return "".join(self._text).removesuffix("\n")

    def check_forms(self, text: str, units: Utf16Map) -> None:
        """Raise DataError at the first line whose offsets are not those of its form."""
        for unit in self._units:
            begin, end = units.to_code_point(unit.begin), units.to_code_point(unit.end)
            exact = (units.to_utf16(begin), units.to_utf16(end)) == (unit.begin, unit.end)
            if not exact or text[begin:end] != unit.form:
                raise self._wrong(
                    QT_TRANSLATE_NOOP(
                        "Errors", "The text at {begin}–{end} is “{found}”, not “{expected}”."
                    ),
                    unit.line,
                    remedy=QT_TRANSLATE_NOOP(
                        "Errors", "Its offsets must be UTF-16 units, as INCEpTION writes them."
                    ),
                    begin=unit.begin,
                    end=unit.end,
                    found=on_one_line(spelled_out(text[begin:end]), 60),
                    expected=on_one_line(spelled_out(unit.form), 60),
                )

    def _check_version(self, line: str) -> None:
        version = _VERSION.fullmatch(line.removeprefix("\ufeff"))
        if version is None or version[1] not in _READ:
            raise self._wrong(
                QT_TRANSLATE_NOOP("Errors", "This is not WebAnno TSV 3.3 but begins “{found}”."),
                1,
                remedy=QT_TRANSLATE_NOOP("Errors", "Export it as WebAnno TSV 3.3."),
                found=on_one_line(line, 60),
            )

    def _take_layer(self, number: int, line: str) -> None:
        kind, _, rest = line.partition("=")
        layer, *given = rest.split("|")
        features = [feature for feature in given if feature] or [""]
        named = [f for f in features if f and "." not in f and not f.startswith("ROLE_")]
        wanted = kind == "#T_SP" and holds_spans(layer)
        label = (label_feature(named) or features[0]) if wanted else None
        self._columns += [_Column(layer, f, wanted and f == label) for f in features]

    def _take_unit(self, number: int, line: str) -> None:
        match = _UNIT.fullmatch(line)
        fields = match[4].split("\t") if match is not None else []
        if match is None or len(fields) < len(self._columns):
            raise self._wrong(
                QT_TRANSLATE_NOOP(
                    "Errors",
                    "This is no token with its place, its form and {count} columns, tabs between.",
                ),
                number,
                count=len(self._columns),
            )
        unit = _Unit(number, int(match[1]), int(match[2]), match[3])
        if self._sentence:
            self._begin_sentence(unit)
        self._units.append(unit)
        for index, column in enumerate(self._columns):
            if fields[index] == "_":
                continue
            if column.label:
                self._take_values(unit, index, fields[index])
            elif not re.fullmatch(r"(\*(\[\d+\])?\|?)*", fields[index]):
                self.left_out.add(f"{short_name(column.layer)} {column.feature}".rstrip())

    def _begin_sentence(self, unit: _Unit) -> None:
        """Put the sentence's text where its first token is, as INCEpTION does."""
        gap = unit.begin - self._length
        if gap == -1 and self._text:
            self._text[-1] = self._text[-1].removesuffix("\n")
        elif 0 <= gap <= MAX_TEXT_BYTES:
            self._text.append(" " * gap)
        else:
            raise self._wrong(
                QT_TRANSLATE_NOOP(
                    "Errors", "The sentence begins at {begin}, inside the text before it."
                )
                if gap < 0
                else QT_TRANSLATE_NOOP("Errors", "The sentence begins at {begin}, far too late."),
                unit.line,
                begin=unit.begin,
            )
        body = "\n".join((*self._sentence, ""))
        self._text.append(body)
        self._length = unit.begin + len(body.encode("utf-16-le", "surrogatepass")) // 2
        self._sentence.clear()

    def _take_values(self, unit: _Unit, column: int, said: str) -> None:
        for stacked in _STACKED.findall(said):
            match = _VALUE.fullmatch(stacked)
            if match is None:
                raise self._wrong(
                    QT_TRANSLATE_NOOP("Errors", "“{value}” is no value of a column."),
                    unit.line,
                    value=on_one_line(stacked, 60),
                )
            value, number = match[1], match[2]
            known = self._numbered.get((column, number)) if number else None
            if known is not None:
                known.end = unit.end
                continue
            if unit.begin == unit.end:
                self.left_out.add("empty spans")
                continue
            label = _label(value) or short_name(self._columns[column].layer)
            span = _Span(unit.line, label, unit.begin, unit.end)
            self.spans.append(span)
            if number:
                self._numbered[column, number] = span

    def _wrong(self, template: str, number: int, remedy: str = _REMEDY, **fields: Any) -> DataError:
        return DataError(template, file=self.source.path, line=number, remedy=remedy, **fields)


def _label(value: str) -> str:
    """What a value says; "" when it is `*`, none."""
    if value == "*":
        return ""
    return _VALUE_ESCAPE.sub(lambda match: _LETTERS.get(match[1], match[1]), value)


def _unescaped(text: str) -> str:
    return _TEXT_ESCAPE.sub(lambda match: _UNESCAPED.get(match[0], match[0]), text)
