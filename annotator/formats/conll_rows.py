"""Rows of columns, one token a row, a blank line after each sentence: what is in each column.

Cells are parted by tabs, or by blanks where a row has no tab. The first is the token, those after
it that hold tags are tags; the columns between (part of speech, chunk) are left out, and said so. A
token of several letters that ends in `+` may be a piece of the word that the next row goes on
(annotator.formats.rejoining). Where the tokens are numbered, in each sentence or through the file,
the number's column is none of these; nor is a language before each token (ar:دمشق, as in WikiANN)
one of its letters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Final

from annotator.errors import QT_TRANSLATE_NOOP, DataError, HashiyaError
from annotator.formats.article import ImportedArticle, Source, not_told
from annotator.formats.encoding import undecodable
from annotator.formats.json_lines import all_lines, no_article
from annotator.formats.tag_schemes import OUTSIDE, is_tag
from annotator.formats.token_articles import Sentence, read_sentences

DOCUMENT_START: Final = "-DOCSTART-"
_COMMENTS: Final = ("# ", "#\t")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[a-z]+)*:(?=.)")
_BLANKS: Final = re.compile("[ \t]+")
_SAMPLE: Final = 2_000  # rows that tell what the columns hold
_LONGEST_ROW: Final = 1_000  # that is taken for one, in a file of which nothing is known
_NOT_KNOWN: Final = frozenset({"_", "-X-", "-", "*", ""})
_CORRECT: Final = QT_TRANSLATE_NOOP("Errors", "Correct that line and try again.")


@dataclass(frozen=True, slots=True)
class Shape:
    """How many `columns` a row has, which is the `first` of tags, whether the tags are `bare`
    labels (then every word but O is one), whether tabs part the cells, whether the cell before all
    these is the token's number, and what stands before the letters of each token."""

    columns: int
    first: int
    bare: bool = False
    tabs: bool = False
    numbered: bool = False
    prefix: str = ""


def read_conll(source: Source, first: int | None = None) -> Iterator[ImportedArticle]:
    """The articles of a file of rows whose tags begin at the column `first`, counted from 0; where
    it is None, at the column that holds tags.

    Raises UserError when the file cannot be read, DataError with line and column.
    """
    shape = shape_of(source)
    if shape is None:
        raise no_article(source.path)
    if first is not None:
        shape = replace(shape, first=first)
    if shape.columns <= shape.first:
        raise DataError(
            QT_TRANSLATE_NOOP(
                "Errors", "A row of this format has at least {least} columns, here it has {found}."
            ),
            file=source.path,
            remedy=QT_TRANSLATE_NOOP("Errors", "Choose another format, or correct the file."),
            least=shape.first + 1,
            found=shape.columns,
        )
    yield from read_sentences(source, lambda again: _sentences(again, shape))


def text_lines(source: Source) -> Iterator[tuple[int, str]]:
    """Each line with its number, without its end. Raises DataError where it is not UTF-8."""
    number = 0
    for first, line in all_lines(source):
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError as error:
            raise undecodable(line, error, "utf-8", source.path, first) from error
        for part in text.rstrip("\r\n").split("\r"):  # an old Mac's lines end so
            number += 1
            yield number, part


def cells_of(line: str) -> list[str]:
    """The cells of a row; blanks around one that tabs part are none of it, but of a token."""
    if "\t" not in line:
        return _BLANKS.split(line.strip(" "))
    token, *others = line.rstrip("\t ").split("\t")
    return [token, *(cell.strip(" ") for cell in others)]


def shape_of(source: Source) -> Shape | None:
    """What the columns of a file hold, told by its first rows; None when it has no row.

    Tags follow the token at once, or stand from the fourth column on (CoNLL-2003), or in the last.
    """
    lines = list(islice(_sample(replace(source, advance=not_told)), _SAMPLE))
    if not lines:
        return None
    rows = [cells_of(line) for line in lines]
    columns = Counter(map(len, rows)).most_common(1)[0][0]
    rows = [row for row in rows if len(row) == columns]
    numbered = columns > 2 and _are_numbers([row[0] for row in rows])
    if numbered:
        columns, rows = columns - 1, [row[1:] for row in rows]
    after_token = columns == 2 or (columns > 2 and _share_of_tags(rows, 1) > 0.9)
    first = 1 if after_token else max(1, min(3, columns - 1))
    tags = {cell for row in rows for cell in row[first:]} - {OUTSIDE}
    return Shape(
        columns,
        first=first,
        bare=bool(tags) and not any(map(is_tag, tags)),
        tabs="\t" in lines[0],
        numbered=numbered,
        prefix=_language([row[0] for row in rows]),
    )


def looks_tagged(source: Source) -> bool:
    """Whether the first rows are tokens with tags behind prefixes, each of them; one alone may be
    a line that ends in a B-52."""
    source = replace(source, advance=not_told)
    try:
        first = next(_sample(source), "")
        if len(first) > _LONGEST_ROW or not is_tag(cells_of(first)[-1]):
            return False  # as nearly every text's
        shape = shape_of(source)
        if shape is None or shape.bare or shape.columns <= shape.first:
            return False
        rows = [cells_of(line)[shape.numbered :] for line in islice(_sample(source), _SAMPLE)]
    except HashiyaError:
        return False  # reading it will say why
    tags = [cell for row in rows for cell in row[shape.first :]]
    whole = len(rows) > 1 and all(len(row) == shape.columns for row in rows)
    return whole and all(map(is_tag, tags)) and not {OUTSIDE}.issuperset(tags)


def _sample(source: Source) -> Iterator[str]:
    for _, line in text_lines(source):
        if line.startswith("# global.columns"):
            return  # CoNLL-U Plus: its columns have names
        if line.strip() and not line.startswith((DOCUMENT_START, *_COMMENTS)):
            yield line


def _are_numbers(cells: Sequence[str]) -> bool:
    """Whether the cells count from 0 or 1, once or again and again, and further than that."""
    before = 0
    for cell in cells:
        before = int(cell) if cell in ("0", "1") else before + 1
        if cell != str(before):
            return False
    return any(cell not in ("0", "1") for cell in cells)


def _language(tokens: Sequence[str]) -> str:
    """The name of a language that stands before all tokens, its colon with it; "" for none."""
    found = _LANGUAGE.match(tokens[0]) if tokens else None
    return found[0] if found and all(token.startswith(found[0]) for token in tokens) else ""


def _share_of_tags(rows: list[list[str]], column: int) -> float:
    return sum(is_tag(row[column]) for row in rows) / len(rows)


def _sentences(source: Source, shape: Shape) -> Iterator[Sentence]:
    """Each sentence of a file of rows. Raises DataError with line and column."""
    reading = _Rows(source, shape)
    for number, line in text_lines(source):
        if not line.strip():
            yield from reading.ended()
        elif line.startswith(DOCUMENT_START):
            yield from reading.ended()
            reading.begin_article(line)
        else:
            reading.add(number, line)
    yield from reading.ended()


class _Rows:
    """A sentence that grows by rows."""

    def __init__(self, source: Source, shape: Shape) -> None:
        self.source, self.shape = source, shape
        self.begins = False
        self._clear()

    def _clear(self) -> None:
        self.lines: list[int] = []
        self.forms: list[str] = []
        self.rows: list[list[str]] = []
        self.left_out: set[str] = set()

    def begin_article(self, line: str) -> None:
        """The next sentence begins one. What else its border says, mostly a name, is left out."""
        self.begins = True
        said = line.removeprefix(DOCUMENT_START).split()
        if any(cell != OUTSIDE and cell not in _NOT_KNOWN for cell in said):
            self.left_out.add(DOCUMENT_START)

    def add(self, number: int, line: str) -> None:
        """Take one row, or leave out a comment at the sentence's head."""
        cells = cells_of(line)[self.shape.numbered :]
        if not self.forms and line.startswith(_COMMENTS) and not self._is_row(cells):
            named = line.startswith("# ") and len(line.split()) > 1
            self.left_out.add(line.split()[1] if named else "#")
            return
        self._check(cells, number, line)
        form = cells[0].removeprefix(self.shape.prefix) or cells[0]
        self.lines.append(number)
        self.forms.append(form)
        if form != cells[0]:
            self.left_out.add(self.shape.prefix)
        self.rows.append(cells)

    def ended(self) -> Iterator[Sentence]:
        """The sentence, if there was a row."""
        if not self.forms:
            return
        columns = list(zip(*self.rows, strict=True))
        forms = self.forms
        after: list[str | None] = [None] * len(forms)
        yield Sentence(
            lines=self.lines,
            forms=forms,
            after=after,
            cut=True,
            tags=[list(column) for column in columns[self.shape.first :]],
            begins=self.begins,
            left_out=frozenset(self.left_out | self._skipped(columns)),
        )
        self.begins = False
        self._clear()

    def _skipped(self, columns: list[tuple[str, ...]]) -> set[str]:
        """The columns between token and tags that hold something, by their number from 1."""
        between = range(1, self.shape.first)
        return {f"column {c + 1}" for c in between if not _NOT_KNOWN.issuperset(columns[c])}

    def _is_row(self, cells: list[str]) -> bool:
        shape = self.shape
        return len(cells) == shape.columns and (
            shape.bare or all(map(is_tag, cells[shape.first :]))
        )

    def _check(self, cells: list[str], number: int, line: str) -> None:
        shape = self.shape
        if len(cells) != shape.columns:
            own = len(cells) + shape.numbered, shape.columns + shape.numbered
            raise wrong_columns(self.source.path, number, *own)
        if not cells[0]:
            raise DataError(
                QT_TRANSLATE_NOOP("Errors", "There is no token in this row."),
                file=self.source.path,
                line=number,
                column=1,
                remedy=_CORRECT,
            )
        for place in range(shape.first, shape.columns):
            if not shape.bare and not is_tag(cells[place]):
                raise self._no_tag(cells, place, number, line)

    def _no_tag(self, cells: list[str], place: int, number: int, line: str) -> DataError:
        column = 0
        for cell in cells[:place]:
            column = line.index(cell, column) + len(cell)
        return DataError(
            QT_TRANSLATE_NOOP("Errors", "“{tag}” is not a tag such as {example}."),
            file=self.source.path,
            line=number,
            column=line.index(cells[place], column) + 1,
            remedy=_CORRECT,
            tag=cells[place],
            example="O, B-actor, I-actor",
        )


def wrong_columns(file: Path, number: int, found: int, columns: int) -> DataError:
    return DataError(
        QT_TRANSLATE_NOOP(
            "Errors", "This row has {found} columns where the others have {columns}."
        ),
        file=file,
        line=number,
        remedy=_CORRECT,
        found=found,
        columns=columns,
    )
