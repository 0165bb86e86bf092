"""Tokens with offsets: exactly those of `camel_tools.tokenizers.word.simple_word_tokenize`.

A token is a run without white space, punctuation and symbols, or one punctuation mark, symbol or
emoji sequence. All offsets are code points. camel-tools itself is not imported: one pattern of the
standard library finds the same tokens several times faster, and says where they stand.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from functools import cache

from annotator.arabic._symbols import RECENT, SYMBOLS
from annotator.core.span import Span

_Ranges = list[tuple[int, int]]
_SPACES = "9-D 1C-20 85 A0 1680 2000-200A 2028-2029 202F 205F 3000"
_DIGITS = "30-39"
_LAST_BMP, _LAST = 0xFFFF, 0x10FFFF


def _ranges(text: str) -> _Ranges:
    """The inclusive ranges that `"21-2F A7"` writes in hex."""
    pairs = (part.split("-") for part in text.split())
    return [(int(pair[0], 16), int(pair[-1], 16)) for pair in pairs]


def _class(ranges: _Ranges) -> str:
    """The inside of a character class; letters as they are, for `re` parses escapes slowly."""
    return "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in ranges)


def _gaps(ranges: _Ranges, first: int, last: int) -> _Ranges:
    """What of `first..last` is outside all `ranges`."""
    gaps, free = [], first
    for low, high in sorted(ranges):
        if high < first or low > last:
            continue
        if low > free:
            gaps.append((free, low - 1))
        free = high + 1
    return [*gaps, (free, last)] if free <= last else gaps


@cache
def _symbols() -> _Ranges:
    """What stands alone; of the recent symbols, those that this interpreter's Unicode knows."""
    recent = (code for low, high in _ranges(RECENT) for code in range(low, high + 1))
    known = [(code, code) for code in recent if unicodedata.category(chr(code))[0] in "PS"]
    return _ranges(SYMBOLS) + known


@cache
def _plain_pattern() -> re.Pattern[str]:
    """For text without joined emoji: words, or else single symbols.

    The words within the BMP are tried first, by a positive class, because `re` looks such letters
    up in a bitmap but tries ranges beyond the BMP one by one.
    """
    apart = _symbols() + _ranges(_SPACES)
    bmp, astral = _class(_gaps(apart, 0, _LAST_BMP)), _class(_gaps(apart, _LAST_BMP + 1, _LAST))
    return re.compile(rf"[{bmp}]++(?![\U00010000-\U0010ffff])|[{bmp}{astral}]+|\S")


_MAY_JOIN = re.compile(
    "[\u200d\ufe0f\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff\U000e007f]"
)  # without one of these, no emoji is longer than one code point


@cache
def _emoji_pattern() -> re.Pattern[str]:
    """For text that may hold an emoji of several code points; about a fifth as fast.

    At each place camel-tools takes the longest emoji that the grammar of UTS #51 allows, and splits
    nothing off there unless it is one in use. `longer` is where that grammar would go on after a
    code point, `closed` the code points that end an element of it.
    """
    from annotator.arabic._emoji import EMOJI, SEQUENCES

    emoji, symbols = _class(_ranges(EMOJI)), _class(_symbols())
    words = _class(_gaps(_symbols() + _ranges(_SPACES) + _ranges(_DIGITS), 0, _LAST))
    flag, skin = "\U0001f1e6-\U0001f1ff", "\U0001f3fb-\U0001f3ff"
    joined = rf"\u200d[{emoji}]"
    longer = rf"{joined}|[{skin}\ufe0f]|[\U000e0020-\U000e007e]+\U000e007f"
    closed = rf"\u20e3\U000e007f{skin}"
    sequence = (
        rf"(?>{SEQUENCES})(?:(?<=[{flag}])|(?<=[{closed}])(?!{joined})"
        rf"|(?<=\ufe0f)(?!\u20e3|{joined})|(?<![{flag}{closed}\ufe0f])(?!{longer}))"
    )
    single = rf"[{symbols}](?:(?<![{emoji}])|(?!{longer}|(?<=[{flag}])[{flag}]))"
    symbol = f"(?:{sequence}|{single})"
    return re.compile(rf"(?:[{words}]|(?!{symbol})\S)+|{symbol}")


def token_spans(text: str) -> list[tuple[int, int]]:
    """Half-open code-point offsets of the tokens of `text`, in order.

    `[text[s:e] for s, e in token_spans(text)] == simple_word_tokenize(text)` for every string.
    """
    pattern = _emoji_pattern() if _MAY_JOIN.search(text) else _plain_pattern()
    return [match.span() for match in pattern.finditer(text)]


class Tokens:
    """The tokens of one text, found by place. Offsets are code points of the text."""

    __slots__ = ("_text", "ends", "starts")

    def __init__(self, text: str) -> None:
        spans = token_spans(text)
        self._text = text
        self.starts: list[int] = [start for start, _ in spans]
        self.ends: list[int] = [end for _, end in spans]

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, index: int) -> Span:
        return Span(self.starts[index], self.ends[index])

    def text(self, index: int) -> str:
        return self._text[self.starts[index] : self.ends[index]]

    def at(self, pos: int) -> int | None:
        """The index of the token that holds the code point at `pos`; None on white space."""
        index = bisect_right(self.starts, pos) - 1
        return index if index >= 0 and pos < self.ends[index] else None

    def near(self, pos: int) -> int | None:
        """The token meant by a caret before `pos`: at it, else ending there, else the next one.

        After the last token, that one; None only when there are no tokens.
        """
        index = bisect_right(self.starts, pos) - 1
        if index >= 0 and pos <= self.ends[index]:
            return index
        return min(index + 1, len(self) - 1) if len(self) else None

    def covering(self, start: int, end: int) -> tuple[int, int] | None:
        """The half-open range of indices of the tokens that share a code point with start..end.

        None when there are none.
        """
        first = bisect_right(self.ends, start)
        last = bisect_left(self.starts, end)
        return (first, last) if first < last and start < end else None

    def snap(self, start: int, end: int) -> Span | None:
        """`start..end` widened to the whole tokens it touches, white space at the edges left out.

        None when it touches no token.
        """
        touched = self.covering(start, end)
        return touched and Span(self.starts[touched[0]], self.ends[touched[1] - 1])

    def is_word(self, index: int) -> bool:
        """Whether the token has a letter or a digit: not punctuation, a symbol or an emoji."""
        return any(char.isalnum() for char in self.text(index))
