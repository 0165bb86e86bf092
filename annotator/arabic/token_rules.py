"""Tokens as a project wants them where camel-tools' definition may not fit a task.

camel-tools makes three tokens of `3.5`, `٣٫٥` and `1,250`, two of `12%`, and one of `الـ27`. With
`numbers` a number is one token with its separators and percent sign; with `tatweel` a clitic that a
tatweel joins to a digit or a letter of another script is a token of its own, as it is before a
quote already (لـ"قسد"). Offsets are code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from annotator.arabic.tokens import token_ranges
from annotator.arabic.whole_numbers import numbers_whole
from annotator.core.ranges import Ranges

_M = r"[\u064b-\u0652\u0670]*"  # a letter's marks
_I = r"[\u200c-\u200f\u061c\u2066-\u2069]*"  # what cannot be seen
_CLITIC = re.compile(rf"{_I}(?:[وف]{_M})?(?:[بك]{_M})?(?:ا{_M}ل|ل{_M}ل|[وفبكلس]){_M}(?:ـ{_M}{_I})+")
_ARABIC = re.compile(  # letters and marks, not digits
    r"[\u0600-\u065f\u066a-\u06ef\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenRules:
    """How a project's tokens differ from camel-tools'; as they come, not at all."""

    numbers: bool = False
    tatweel: bool = False

    def tokens(self, text: str) -> Ranges:
        """The tokens of `text`."""
        tokens = token_ranges(text, known=True)
        if self.tatweel and "ـ" in text:
            tokens = Ranges.of(part for token in tokens for part in _clitic_apart(text, *token))
        return numbers_whole(text, tokens) if self.numbers else tokens


CAMEL_TOKENS: Final = TokenRules()


def _clitic_apart(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The token, cut behind a clitic that a tatweel joins to what is not Arabic."""
    clitic = _CLITIC.match(text, start, end)
    if clitic is not None and clitic.end() < end and not _ARABIC.match(text, clitic.end()):
        yield start, clitic.end()
        start = clitic.end()
    yield start, end
