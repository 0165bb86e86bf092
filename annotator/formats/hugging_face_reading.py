"""Hugging Face token classification, read: a sentence a line, tags as strings or as numbers. A
JSON list of the same is read too.

Numbers are places in the list of the tags' names, which is looked for in the file (a line of
`{"names": […]}` or of `{"id2label": {…}}` before the first sentence) and beside it (`labels.json`,
a list or such an object, or `labels.txt`, a name a line). Without one they mean nothing, and the
file is refused. There are no borders between articles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Final

import msgspec

from annotator.errors import QT_TRANSLATE_NOOP, DataError
from annotator.formats.article import ImportedArticle, Source
from annotator.formats.json_lines import (
    column_of_item,
    json_lines,
    parse_with_repairs,
)
from annotator.formats.json_list import json_list
from annotator.formats.token_articles import Sentence, read_sentences
from annotator.formats.wrong_shape import converted

LISTS: Final = ("labels.json", "labels.txt")  # beside the file
_TAG_KEYS: Final = ("ner_tags", "tags", "labels", "ner")
_CORRECT: Final = QT_TRANSLATE_NOOP("Errors", "Correct that line and try again.")


class _Row(msgspec.Struct, frozen=True):
    tokens: list[str]
    tags: list[str | int]


def tells(first: dict[str, Any]) -> bool:
    """Whether the first object has tokens as strings and a tag for each, or the tags' names."""
    tokens, tags = first.get("tokens"), first.get(_tag_key(first))
    if isinstance(tokens, list) and isinstance(tags, list):
        return all(isinstance(token, str) for token in tokens)
    return "text" not in first and _names_in(first) is not None


def read(source: Source) -> Iterator[ImportedArticle]:
    """The articles of a file; DataError with the line of the first thing that is wrong."""
    return read_sentences(source, _sentences)


def _sentences(source: Source) -> Iterator[Sentence]:
    names: Sequence[str] | None = None
    first = True
    for number, given, line in _rows(source):
        if first:
            first, names = False, _names_in(given)
            if names is not None and "tokens" not in given:
                continue
            names = names or (_names_beside(source.path) if source.pasted is None else None)
        sentence = _sentence(given, names, _Line(source.path, number, line))
        if sentence.forms:
            yield sentence


def _rows(source: Source) -> Iterator[tuple[int, Any, bytes]]:
    """Each row with its line and that line's number; those of a JSON list without the line."""
    lines = json_lines(source)
    first = next(lines)
    if first[1].lstrip().startswith(b"["):
        for number, given in json_list(source):
            yield number, given, b""
        return
    for number, line in chain([first], lines):
        yield number, parse_with_repairs(line, source.path, number), line


@dataclass(frozen=True, slots=True)
class _Line:
    """Where a sentence stands, to say what is wrong with it. Of a list, `json` is empty."""

    file: Path
    number: int
    json: bytes

    def wrong(
        self, template: str, key: str, item: int, remedy: str = _CORRECT, **fields: object
    ) -> DataError:
        """About that `item` of the list under `key`."""
        column = column_of_item(self.json, key, item)
        return DataError(
            template, file=self.file, line=self.number, column=column, remedy=remedy, **fields
        )


def _sentence(given: Any, names: Sequence[str] | None, line: _Line) -> Sentence:
    row, left_out = _row(given, line.file, line.number)
    key = _tag_key(given)
    if len(row.tokens) != len(row.tags):
        raise line.wrong(
            QT_TRANSLATE_NOOP("Errors", "{tokens} tokens have {tags} tags."),
            key,
            min(len(row.tokens), len(row.tags)),
            tokens=len(row.tokens),
            tags=len(row.tags),
        )
    if "" in row.tokens:
        place = row.tokens.index("")
        raise line.wrong(
            QT_TRANSLATE_NOOP("Errors", "Token {place} is empty."),
            "tokens",
            place,
            place=place + 1,
        )
    forms = row.tokens
    after: list[str | None] = [None] * len(forms)
    return Sentence(
        lines=[line.number] * len(forms),
        cut=True,
        forms=forms,
        after=after,
        tags=[[_name(tag, names, line, key, place) for place, tag in enumerate(row.tags)]],
        left_out=left_out,
    )


def _row(given: Any, file: Path, number: int) -> tuple[_Row, frozenset[str]]:
    """The tokens and tags of a line, and the keys that are left out."""
    key = _tag_key(given) if isinstance(given, dict) else ""
    renamed = {**given, "tags": given[key]} if key else given
    row = converted(renamed, _Row, file, number)
    return row, frozenset(given.keys() - {"tokens", key, "names", "id2label"})


def _tag_key(given: dict[str, Any]) -> str:
    return next((key for key in _TAG_KEYS if key in given), "")


def _name(tag: str | int, names: Sequence[str] | None, line: _Line, key: str, place: int) -> str:
    """The tag's name. Raises DataError for a number that no list gives a name."""
    if isinstance(tag, str):
        return tag
    if names is None:
        raise line.wrong(
            QT_TRANSLATE_NOOP("Errors", "Its tags are numbers, and no list says what they mean."),
            key,
            place,
            remedy=QT_TRANSLATE_NOOP(
                "Errors", "Put the list of their names beside it: labels.json, or labels.txt."
            ),
        )
    if not 0 <= tag < len(names):
        raise line.wrong(
            QT_TRANSLATE_NOOP("Errors", "The tag {tag} is none of the {count} in the list."),
            key,
            place,
            tag=tag,
            count=len(names),
        )
    return names[tag]


def _names_in(given: Any) -> list[str] | None:
    """The names that a list, `{"names": […]}` or `{"id2label": {"0": …}}` gives; None if none."""
    if isinstance(given, dict):
        by_number = given.get("id2label")
        if isinstance(by_number, dict):
            given = [by_number.get(str(place)) for place in range(len(by_number))]
        else:
            given = given.get("names")
    whole = isinstance(given, list) and given and all(isinstance(name, str) for name in given)
    return given if whole else None


def _names_beside(file: Path) -> list[str] | None:
    """The list that lies beside the file. Raises DataError when it is no list of names."""
    for name in LISTS:
        path = file.with_name(name)
        if not path.is_file() or path == file:
            continue
        try:
            text = path.read_text("utf-8-sig")
            names = text.split() if path.suffix == ".txt" else _names_in(msgspec.json.decode(text))
        except (OSError, UnicodeDecodeError, msgspec.DecodeError):
            names = None
        if names:
            return names
        raise DataError(
            QT_TRANSLATE_NOOP("Errors", "This is not a list of the tags' names."),
            file=path,
            remedy=QT_TRANSLATE_NOOP("Errors", "Correct it, or take it away."),
        )
    return None
