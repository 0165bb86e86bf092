"""Text of which one is to see every character, also those that nobody sees."""

from __future__ import annotations

import re
from typing import Final

from annotator.arabic.edges import is_unseen

_PERHAPS_UNSEEN: Final = re.compile(r"[^\w\d .,،؛؟!:«»\"'()]")


def spelled_out(text: str) -> str:
    r"""`text` on one line: blanks at its edges as ␣, what else cannot be seen as \uXXXX."""

    def character(match: re.Match[str]) -> str:
        code = ord(match[0])
        unseen = is_unseen(match[0])
        return (f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}") if unseen else match[0]

    inner = text.strip(" ")
    first = text.index(inner)
    last = len(text) - first - len(inner)
    return "␣" * first + _PERHAPS_UNSEEN.sub(character, inner) + "␣" * last
