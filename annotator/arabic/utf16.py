"""Code points (Python, SQLite, our files) to UTF-16 code units (Qt, ICU, JavaScript) and back."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Utf16Map:
    """Converts positions of one text, both ways, in O(log n) of its astral characters.

    Positions are between characters: 0..len(text) and 0..`length`. A text without astral characters
    costs nothing but one scan.
    """

    __slots__ = ("_astral", "_units", "length")

    def __init__(self, text: str) -> None:
        if text.isascii():
            self._astral: list[int] = []
        else:
            self._astral = [match.start() for match in _ASTRAL.finditer(text)]
        self._units = [position + n for n, position in enumerate(self._astral)]
        self.length = len(text) + len(self._astral)  # in UTF-16 code units

    def to_utf16(self, position: int) -> int:
        """The code unit before which the code point at `position` begins."""
        if not self._astral:
            return position
        return position + bisect_left(self._astral, position)

    def to_code_point(self, unit: int) -> int:
        """The position of code unit `unit`; one between two surrogates rounds down."""
        if not self._units:
            return unit
        whole = bisect_right(self._units, unit - 2)  # astral characters that end by here
        inside = whole < len(self._units) and self._units[whole] == unit - 1
        return unit - whole - inside
