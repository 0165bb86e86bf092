"""Words that a file has in pieces, a `+` behind each but the last: ب+ الحسكة.

Our own files are cut so (annotator.formats.pieces), anywhere, and no other token of theirs holds a
plus sign. Files of others may hold `Google+` or `C++`, and cut proclitics off as camel-tools does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from annotator.arabic.fold import fold
from annotator.arabic.proclitics import HEADS
from annotator.arabic.token_rules import TokenRules

PIECE: Final = "+"
_PROCLITICS: Final = HEADS | {"ال", "لل"}
_WIDEST: Final = TokenRules(numbers=True)  # what camel-tools has as several tokens is one in some


def as_we_cut(forms: Sequence[str]) -> bool:
    """Whether a sentence may be of a file of ours: put together again, each word is one token."""
    words: list[str] = list(forms)
    after: list[str | None] = [None] * len(forms)
    rejoin(words, after, ours=True)
    gaps = (" " if gap is None else gap for gap in after)
    text = "".join(word + gap for word, gap in zip(words, gaps, strict=True))
    return len(_WIDEST.tokens(text)) == after.count(None)


def rejoin(forms: list[str], after: list[str | None], ours: bool) -> tuple[int, int]:
    """Take the mark off the pieces of words, of proclitics alone where the file is not `ours`: no
    white space is `after` them. How many there were, and how many words keep their `+`."""
    marked = [index for index, form in enumerate(forms) if _is_marked(form)]
    pieces = [at for at in marked if at + 1 < len(forms) and (ours or _is_proclitic(forms[at]))]
    for index in pieces:
        forms[index], after[index] = forms[index][:-1], ""
    return len(pieces), len(marked) - len(pieces)


def _is_marked(form: str) -> bool:
    return len(form) > 1 and form.endswith(PIECE)


def _is_proclitic(form: str) -> bool:
    return fold(form[:-1]) in _PROCLITICS
