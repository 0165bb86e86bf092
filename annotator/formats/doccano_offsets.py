"""What the offsets of a doccano file count: nothing in it says so, and its spans have no text.

doccano's window counts UTF-16 units (1.8.4, tried with an emoji before the words), and graphemes in
projects that "count grapheme clusters as one character"; programs that make or mend its files in
Python count code points. A file is taken for UTF-16 where no span of it then begins or ends with a
blank, inside a letter with its marks or outside the text, else for that in which the fewest edges
slip like that or stand inside a word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from annotator.arabic.graphemes import is_boundary
from annotator.arabic.utf16 import Utf16Map
from annotator.errors import QT_TRANSLATE_NOOP

ToCodePoint = Callable[[int], int]  # NOWHERE for what is no place between two characters
Unit = Callable[[str], ToCodePoint]
Places = Iterable[tuple[str, Iterable[tuple[int, int]]]]  # texts with the offsets of their spans
NOWHERE: Final = -1
_JOINERS: Final = frozenset("\u200c\u200d")  # which Unicode counts to the letter before


def utf16(text: str) -> ToCodePoint:
    """From UTF-16 units; the middle of a pair is nowhere."""
    units = Utf16Map(text)

    def code_point(unit: int) -> int:
        found = units.to_code_point(unit)
        return found if units.to_utf16(found) == unit else NOWHERE

    return code_point


def code_points(text: str) -> ToCodePoint:
    return lambda position: position


def graphemes(text: str) -> ToCodePoint:
    starts = [at for at, letter in enumerate(text) if letter not in _JOINERS]
    starts = [at for at in starts if is_boundary(text, at)]
    starts.append(len(text))
    return lambda number: starts[number] if 0 <= number < len(starts) else NOWHERE


UNITS: Final[dict[Unit, str]] = {
    utf16: QT_TRANSLATE_NOOP("Import", "Its offsets are UTF-16 units, as doccano counts"),
    code_points: QT_TRANSLATE_NOOP("Import", "Its offsets are code points"),
    graphemes: QT_TRANSLATE_NOOP("Import", "Its offsets are letters with their marks"),
}


def unit_of(places: Callable[[], Places]) -> Unit:
    """What the offsets of `places()` count; it is gone through again where that is not clear."""
    if not any(_slips(*place) for place in _counted(places(), utf16)):
        return utf16
    return min(UNITS, key=lambda unit: sum(_doubts(*p) for p in _counted(places(), unit)))


def _counted(places: Places, unit: Unit) -> Iterator[tuple[str, int, int]]:
    for text, spans in places:
        to_code_point = unit(text)
        for start, end in spans:
            yield text, to_code_point(start), to_code_point(end)


def _slips(text: str, start: int, end: int) -> int:
    """How many edges of the span nobody can have meant: all of one that is none, those inside a
    letter with its marks, and those at a blank that is in it."""
    if not 0 <= start < end <= len(text):
        return 2
    first = text[start].isspace() or not is_boundary(text, start)
    return first + (text[end - 1].isspace() or not is_boundary(text, end))


def _doubts(text: str, start: int, end: int) -> int:
    """Those, and the edges inside a word: most are not."""
    slips = _slips(text, start, end)
    return slips + sum(_is_inside_word(text, edge) for edge in (start, end)) if slips < 2 else 2


def _is_inside_word(text: str, place: int) -> bool:
    return text[max(place - 1, 0) : place].isalnum() and text[place : place + 1].isalnum()
