"""The rows of a CoNLL-U sentence: words and ranges, and what MISC says of the spacing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

from annotator.errors import QT_TRANSLATE_NOOP, DataError

_ID: Final = re.compile(r"(\d+)(?:-(\d+)|\.(\d+))?")
_RANGE: Final = re.compile(r"(\d+):(\d+)")
_ESCAPE: Final = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_SHORT: Final = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "p": "|"}
_NAME_KEYS: Final = ("NER", "ner", "NE", "ne")
_KNOWN: Final = frozenset(
    "SpaceAfter SpacesAfter SpacesBefore SpacesInToken SourceForm "
    "TokenRange start_char end_char".split()
) | frozenset(_NAME_KEYS)
_EXACT: Final = frozenset({"SpacesAfter", "SpacesBefore", "TokenRange"})
_CORRECT: Final = QT_TRANSLATE_NOOP("Errors", "Correct that line and try again.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A row: a word of the number `first`, or a range of words `first` to `last`.

    `form` is what the text has, `shown` what FORM says (they differ where FORM is normalised).
    """

    cells: Sequence[str]
    line: int
    first: int
    last: int
    is_range: bool
    shown: str
    misc: Mapping[str, str]

    @property
    def form(self) -> str:
        source = self.misc.get("SourceForm", self.misc.get("SpacesInToken"))
        return self.shown if source is None else unescaped(source)

    @property
    def tag(self) -> str:
        """The tag of names that MISC has."""
        return next((self.misc[key] for key in _NAME_KEYS if key in self.misc), "_")

    @property
    def misc_left_out(self) -> bool:
        return not _KNOWN.issuperset(self.misc)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What stands in the text as one: a word, or a whole range. Offsets are the file's own."""

    form: str
    shown: str
    line: int
    after: str | None = None  # the white space behind it, None where it is not said
    before: str = ""
    place: tuple[int, int] | None = None
    exact: bool = False  # the file says every white space that is not one blank

    @property
    def spaced(self) -> bool:
        return self.after is not None or self.place is not None


def word_of(
    cells: Sequence[str],
    places: Mapping[str, int],
    before: Word | None,
    file: Path,
    number: int,
) -> Word | None:
    """The word or range of one row, None for an empty node. `before` is the row before it."""
    match = _ID.fullmatch(cells[places["ID"]])
    if match is None:
        raise _wrong_id(cells, places, file, number)
    if match[3] is not None:
        return None
    first, last = int(match[1]), int(match[2] or match[1])
    reached = 0 if before is None else before.first - 1 if before.is_range else before.last
    misc = cells[places["MISC"]] if "MISC" in places else "_"
    shown = cells[places["FORM"]]
    if first != reached + 1 or last < first or (before and before.is_range and match[2]):
        raise _wrong_id(cells, places, file, number)
    if not shown:
        raise DataError(
            QT_TRANSLATE_NOOP("Errors", "There is no token in this row."),
            file=file,
            line=number,
            column=_column(cells, places["FORM"]),
            remedy=_CORRECT,
        )
    return Word(
        cells=cells,
        line=number,
        first=first,
        last=last,
        is_range=match[2] is not None,
        shown=shown,
        misc=_misc(misc),
    )


def _misc(cell: str) -> dict[str, str]:
    if cell == "_":
        return {}
    pairs = (item.partition("=") for item in cell.split("|"))
    return {key: value for key, _, value in pairs}


def units_of(
    rows: Sequence[Word], file: Path, tagged_whole: Callable[[Word, Sequence[Word]], bool]
) -> tuple[list[Unit], list[Word], Sequence[int] | None]:
    """What stands in the text, the words, and the unit of each word unless that is one each.

    A range that is `tagged_whole`, given its words, is itself a word.
    """
    units: list[Unit] = []
    words: list[Word] = []
    inside: list[int] = []
    index = 0
    while index < len(rows):
        row = rows[index]
        pieces = rows[index + 1 : index + 2 + row.last - row.first] if row.is_range else [row]
        if pieces[-1:] == [] or pieces[-1].last != row.last or any(p.is_range for p in pieces[1:]):
            raise _open_range(row, file)
        index += len(pieces) + row.is_range
        if row.is_range and tagged_whole(row, pieces):
            pieces = [row]
        if row.is_range and "".join(piece.form for piece in pieces) != row.form:
            units.append(_unit(row, file))
            inside += [len(units) - 1] * len(pieces)
        else:
            for piece in pieces:
                inside.append(len(units))
                units.append(_piece(piece, row, file))
        words += pieces
    one_each = len(units) == len(words)
    return units, words, None if one_each else inside


def _piece(piece: Word, row: Word, file: Path) -> Unit:
    """A word that stands in the text, alone or as a piece of the range `row`."""
    unit = _unit(piece, file)
    if piece is row:
        return unit
    whole = _unit(row, file)
    return Unit(
        form=unit.form,
        shown=unit.shown,
        line=unit.line,
        after=whole.after if piece.first == row.last else "",
        before=whole.before if piece.first == row.first else "",
        place=unit.place,
        exact=whole.exact or unit.exact,
    )


def _unit(word: Word, file: Path) -> Unit:
    misc = word.misc
    after: str | None = None
    if "SpacesAfter" in misc:
        after = unescaped(misc["SpacesAfter"])
    elif misc.get("SpaceAfter") == "No":
        after = ""
    return Unit(
        form=word.form,
        shown=word.shown,
        line=word.line,
        after=after,
        before=unescaped(misc.get("SpacesBefore", "")),
        place=_place(word, file),
        exact=not _EXACT.isdisjoint(misc),
    )


def _place(word: Word, file: Path) -> tuple[int, int] | None:
    """Where the file says that the word stands. Raises DataError when its letters do not fit."""
    misc = word.misc
    said = misc.get("TokenRange")
    if said is None and "start_char" in misc and "end_char" in misc:
        said = f"{misc['start_char']}:{misc['end_char']}"
    if said is None:
        return None
    match = _RANGE.fullmatch(said)
    if match is None or int(match[2]) - int(match[1]) != len(word.form):
        raise _wrong_place(said, word.shown, file, word.line)
    return int(match[1]), int(match[2])


def checked_spacing(units: Sequence[Unit], file: Path) -> list[str | None]:
    """The white space after each unit, from the offsets where it is not said otherwise.

    Raises DataError where the offsets say another length.
    """
    after = [unit.after for unit in units]
    for index, (unit, following) in enumerate(pairwise(units)):
        if unit.place is None or following.place is None:
            continue
        length, said = following.place[0] - unit.place[1], after[index]
        if said is None and length >= 0:
            after[index] = " " * length
        elif said is None or len(said) != length:
            start, end = following.place
            raise _wrong_place(f"{start}:{end}", following.shown, file, following.line)
    return after


def unescaped(text: str) -> str:
    r"""UDPipe's escapes (\s, \n, \t, \r, \p, \\) and \uXXXX, \UXXXXXXXX as characters."""

    def character(match: re.Match[str]) -> str:
        code = match[1] or match[2]
        if code is None:
            return _SHORT.get(match[3], match[3])
        return chr(int(code, 16)) if int(code, 16) <= 0x10FFFF else match[0]

    return _ESCAPE.sub(character, text)


def _column(cells: Sequence[str], place: int) -> int:
    return sum(len(cell) + 1 for cell in cells[:place]) + 1


def _wrong_id(
    cells: Sequence[str], places: Mapping[str, int], file: Path, number: int
) -> DataError:
    return DataError(
        QT_TRANSLATE_NOOP("Errors", "“{id}” is not the number of the next word, or of a range."),
        file=file,
        line=number,
        column=_column(cells, places["ID"]),
        remedy=_CORRECT,
        id=cells[places["ID"]],
    )


def _open_range(row: Word, file: Path) -> DataError:
    return DataError(
        QT_TRANSLATE_NOOP("Errors", "The words of the range {range} do not follow it."),
        file=file,
        line=row.line,
        column=1,
        remedy=_CORRECT,
        range=f"{row.first}-{row.last}",
    )


def _wrong_place(said: str, form: str, file: Path, number: int) -> DataError:
    return DataError(
        QT_TRANSLATE_NOOP(
            "Errors", "“{form}” does not stand at {range}, by its letters and the spacing."
        ),
        file=file,
        line=number,
        remedy=QT_TRANSLATE_NOOP("Errors", "Correct the offsets, or leave them out of the file."),
        range=said,
        form=form,
    )
