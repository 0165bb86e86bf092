"""The one change that a text goes through on the way in, and where each position went.

Line breaks become LF, a byte order mark at the start and lone surrogates are left out; nothing else
is touched, inner U+FEFF, NBSP, marks and bidi controls least of all.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

_SIGN = re.compile("[\r\u2028\u2029\x85\ud800-\udfff]")  # one set: searched in a third of the time
_REPAIRED = re.compile("\r\n?|[\u2028\u2029\x85]|[\ud800-\udfff]|\\A\ufeff")


@dataclass(frozen=True, slots=True)
class Canonical:
    """A text made canonical: what was done, and `position()` to carry spans over."""

    text: str
    line_breaks: int = 0
    surrogates: int = 0
    bom: bool = False
    _left_out: tuple[int, ...] = ()  # positions in the old text, ascending

    @property
    def changed(self) -> bool:
        return bool(self.line_breaks or self.surrogates or self.bom)

    def position(self, old: int) -> int:
        """Where the code point position `old` of the text as given is in `self.text`."""
        return old - bisect_left(self._left_out, old)


def canonicalise(text: str) -> Canonical:
    """`text` with its line breaks made LF, without a leading BOM and without lone surrogates."""
    if _SIGN.search(text) is None and text[:1] != "\ufeff":
        return Canonical(text)
    left_out: list[int] = []
    breaks = surrogates = 0

    def repaired(match: re.Match[str]) -> str:
        nonlocal breaks, surrogates
        found = match[0]
        if found == "\ufeff":
            left_out.append(match.start())
            return ""
        if "\ud800" <= found <= "\udfff":
            surrogates += 1
            left_out.append(match.start())
            return ""
        breaks += 1
        if len(found) == 2:
            left_out.append(match.start())
        return "\n"

    canonical = _REPAIRED.sub(repaired, text)
    return Canonical(canonical, breaks, surrogates, text[:1] == "\ufeff", tuple(left_out))
