"""Tokens joined into running text where a file does not say what stood between them.

Stops and closing marks go to the word before, opening marks to the word after, straight quotes open
and close by turns, and a number is not broken at its point. Everything else is apart by a blank.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_TO_THE_LEFT: Final = frozenset("،؛؟.:!,;?…)]}»”’%٪‰۔٫٬")
_TO_THE_RIGHT: Final = frozenset("([{«“‘#@")
_STRAIGHT: Final = frozenset("\"'")
_POINTS: Final = frozenset(".,٫٬")
_DIGIT_LAST: Final = re.compile(r"\d\Z")
_DIGIT_FIRST: Final = re.compile(r"\d")


def gaps(forms: Sequence[str], after: Sequence[str | None]) -> list[str]:
    """The white space after each token of a sentence, and nothing after the last.

    `after` is what the file says of each, None where it says nothing.
    """
    found: list[str] = []
    opened: set[str] = set()  # straight quotes that wait for their end
    for index, form in enumerate(forms):
        said = after[index]
        if index + 1 == len(forms):
            return [*found, ""]
        opening = form in _STRAIGHT and form not in opened
        if form in _STRAIGHT:
            opened ^= {form}
        following = forms[index + 1]
        if said is not None:
            found.append(said)
        elif opening or form in _TO_THE_RIGHT or _held(forms, index):
            found.append("")
        else:
            closing = following in opened or following in _TO_THE_LEFT
            found.append("" if closing else " ")
    return found


def _held(forms: Sequence[str], index: int) -> bool:
    """Whether the token is the point inside a number: 3 . 5, ٣ ٫ ٥."""
    form = forms[index]
    return (
        form in _POINTS
        and index > 0
        and _DIGIT_LAST.search(forms[index - 1]) is not None
        and _DIGIT_FIRST.match(forms[index + 1]) is not None
    )
