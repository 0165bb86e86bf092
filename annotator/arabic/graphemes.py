"""Where a text may be cut: never between a letter and its marks, nor inside one emoji.

A boundary here is Unicode's (UAX #29) for what news holds, with one difference: a ZWJ, ZWNJ or bidi
control after a letter does not cling to it, so that a span's edge can leave it out. All positions
are code points; 0 and len(text) are always boundaries.
"""

from __future__ import annotations

import unicodedata

_ZWJ = "\u200d"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_REGIONAL = range(0x1F1E6, 0x1F200)
_TAGS = range(0xE0020, 0xE0080)


def is_mark(character: str) -> bool:
    """Whether it combines with the character before: a haraka, an accent, a variation selector."""
    return unicodedata.category(character)[0] == "M"


def is_boundary(text: str, position: int) -> bool:
    """Whether the text may be cut before the code point at `position`."""
    if not 0 < position < len(text):
        return True
    here, before = text[position], text[position - 1]
    if "\u0620" < here < "\u064b" or here < "\u0300":
        return True  # an Arabic letter, ASCII, Latin-1: nothing that clings
    if is_mark(here):
        return before.isspace() or unicodedata.category(before) == "Cc"
    if ord(here) in _SKIN_TONES or ord(here) in _TAGS:
        return not _is_pictograph(before)
    if ord(here) in _REGIONAL:
        return _regional_run(text, position) % 2 == 0
    if here == _ZWJ:
        return not (_is_pictograph(before) and _is_pictograph(text[position + 1 : position + 2]))
    return not (before == _ZWJ and _is_pictograph(here) and not is_boundary(text, position - 1))


def next_boundary(text: str, position: int) -> int:
    """The first boundary after `position`; len(text) at the end."""
    position += 1
    while not is_boundary(text, position):
        position += 1
    return min(position, len(text))


def previous_boundary(text: str, position: int) -> int:
    """The last boundary before `position`; 0 at the start."""
    position -= 1
    while not is_boundary(text, position):
        position -= 1
    return max(position, 0)


def _is_pictograph(character: str) -> bool:
    """Whether an emoji sequence may go on from it: a symbol, or what modifies one."""
    if not character:
        return False
    if character == "\ufe0f" or ord(character) in _SKIN_TONES or ord(character) in _TAGS:
        return True
    return unicodedata.category(character) == "So"


def _regional_run(text: str, position: int) -> int:
    """How many regional indicators stand right before `position`: two of them make a flag."""
    start = position
    while start > 0 and ord(text[start - 1]) in _REGIONAL:
        start -= 1
    return position - start
