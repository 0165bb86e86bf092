"""Which way a paragraph runs."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_OVERRIDES = re.compile("[\u202a-\u202e]")
_ISOLATES = {"\u2066", "\u2067", "\u2068"}
_POP = "\u2069"
_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def paragraph_is_rtl(text: str, *, default: bool = True) -> bool:
    """By its first strong character outside isolates (UAX #9, rules P2 and P3).

    `default` answers for a paragraph without one: in this tool the page runs right to left.
    """
    depth = 0
    for character in text:
        if character in _ISOLATES:
            depth += 1
        elif character == _POP:
            depth = max(depth - 1, 0)
        elif depth == 0:
            kind = unicodedata.bidirectional(character)
            if kind in ("R", "AL"):
                return True
            if kind == "L":
                return False
    return default


def excerpt_is_rtl(excerpt: str) -> bool:
    """As `paragraph_is_rtl`, for words cut out of a paragraph: by most of its letters, because the
    first that is left of them says little (Reuters, in what an Arabic paper writes of it)."""
    kinds = Counter(map(unicodedata.bidirectional, excerpt))
    to_left, to_right = kinds["R"] + kinds["AL"], kinds["L"]
    return to_left > to_right if to_left != to_right else paragraph_is_rtl(excerpt)


def without_overrides(text: str) -> str:
    """`text` without embeddings and overrides: its letters show in the order in which they stand
    (gnp.exe, not exe.png)."""
    return _OVERRIDES.sub("", text)


def without_controls(text: str) -> str:
    """Without isolates too, for a name inside a sentence: it turns nothing that is beside it."""
    return _CONTROLS.sub("", text)
