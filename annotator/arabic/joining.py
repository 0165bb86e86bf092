"""Whether two letters that stand side by side are written joined, and pieces that keep it.

Text that is drawn in pieces loses the joined forms at their edges; a zero-width joiner on either
side asks for them. The letters that do not join onwards are those of ArabicShaping.txt (Unicode
15), types R and U.
"""

from __future__ import annotations

import unicodedata
from typing import Final

_JOINER: Final = "\u200d"
_RANGES: Final = (
    (0x0621, 0x0625), (0x0627, 0x0627), (0x0629, 0x0629), (0x062F, 0x0632), (0x0648, 0x0648),
    (0x0671, 0x0677), (0x0688, 0x0699), (0x06C0, 0x06C0), (0x06C3, 0x06CB), (0x06CD, 0x06CD),
    (0x06CF, 0x06CF), (0x06D2, 0x06D3), (0x06D5, 0x06D5), (0x06DD, 0x06DD), (0x06EE, 0x06EF),
)  # fmt: skip
_ENDS: Final = frozenset(chr(c) for first, last in _RANGES for c in range(first, last + 1))
_ALONE: Final = frozenset("ء\u0674\u06dd")


def are_joined(before: str, after: str) -> bool:
    """Whether the last letter of `before`, under its marks, joins the first one of `after`."""
    last = next((c for c in reversed(before) if not unicodedata.combining(c)), "")
    first = after[:1]
    return _joins(last) and last not in _ENDS and _joins(first) and first not in _ALONE


def _joins(character: str) -> bool:
    return "\u0620" <= character <= "\u06ff" and unicodedata.category(character) in ("Lo", "Lm")


def pieces_joined(*pieces: str) -> list[str]:
    """`pieces` of one text, each to be drawn alone, with the joiners that keep their forms."""
    kept = list(pieces)
    for at in range(len(pieces) - 1):
        if are_joined(pieces[at], pieces[at + 1]):
            kept[at] += _JOINER
            kept[at + 1] = _JOINER + kept[at + 1]
    return kept
