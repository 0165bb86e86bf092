"""What the stand-off JSON formats of other programs share: rows checked, rows written.

A reader makes each article an `ArticleRow` and hands it to `imported`, so that every format
refuses and repairs the same things in the same words as the native JSON Lines.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, Final, TypeVar

import msgspec

from annotator.formats.article import ImportedArticle, ImportedSpan, Source
from annotator.formats.json_lines import parse_with_repairs
from annotator.formats.json_list import json_rows
from annotator.formats.native_jsonl import ArticleRow, checked_article
from annotator.formats.wrong_shape import converted

_Row = TypeVar("_Row", bound=msgspec.Struct)
_LINE_ENDS: Final = (("\u2028", "\\u2028"), ("\u2029", "\\u2029"), ("\x85", "\\u0085"))
_skim = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def typed_lines(
    source: Source, row: type[_Row], untold: Collection[str] = ()
) -> Iterator[tuple[int, _Row, frozenset[str]]]:
    """Each line of a JSON-lines file as a `row` with its number, one at a time.

    With it come the keys that are left out, for `row` does not name them: those that say something,
    and are not the program's own affair as the `untold` are. Raises DataError with the line that is
    not JSON or not of that shape.
    """
    decoder = msgspec.json.Decoder(row)
    kept = frozenset(row.__struct_encode_fields__).union(untold)
    for number, line in json_rows(source):
        try:
            typed, given = decoder.decode(line), _skim(line)
            more = {key: msgspec.json.decode(given[key]) for key in given.keys() - kept}
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            more = parse_with_repairs(line, source.path, number)
            typed = converted(more, row, source.path, number)
        yield number, typed, frozenset(key for key in more.keys() - kept if more[key])


def imported(
    text: str,
    spans: tuple[ImportedSpan, ...],
    source: Source,
    number: int,
    left_out: frozenset[str] = frozenset(),
    lines: Sequence[int] = (),
) -> ImportedArticle:
    """The article of line `number`, its spans (half-open code points of `text`) checked.

    `left_out` names what the file says and a project cannot hold. `lines` are the spans', where
    they do not stand on the article's own line.
    """
    return checked_article(ArticleRow(text=text, spans=spans), source, number, left_out, lines)


def of_groups(groups: Iterable[Iterable[tuple[int, int, str]]]) -> tuple[ImportedSpan, ...]:
    """The spans of all groups of spaCy's, in reading order, each `(start, end, label)`: the same in
    two groups is one span, twice in one group two."""
    found = Counter[tuple[int, int, str]]()
    for group in groups:
        found |= Counter(group)
    places = sorted(found.elements(), key=lambda each: (each[0], -each[1]))
    return tuple(ImportedSpan(*each) for each in places)


def json_text(value: Any) -> str:
    """`value` as JSON on one line, whatever a program takes for the end of a line."""
    line = _encode(value)
    for character, escape in _LINE_ENDS:
        if character in line:
            line = line.replace(character, escape)
    return line


def json_line(value: Any) -> bytes:
    """`value` as one line of a JSON-lines file, UTF-8, ended by LF."""
    return json_text(value).encode("utf-8") + b"\n"
