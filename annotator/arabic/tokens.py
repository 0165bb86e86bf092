"""Tokens with offsets: exactly those of `camel_tools.tokenizers.word.simple_word_tokenize`.

A token is a run without white space, punctuation and symbols, or one punctuation mark, symbol or
emoji sequence. All offsets are code points. camel-tools itself is not imported: one pattern of the
standard library finds the same tokens several times faster, and says where they stand.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from operator import sub

from annotator.arabic._symbols import RECENT, SYMBOLS
from annotator.arabic.stretches import stretches
from annotator.arabic.whole_numbers import numbers_whole
from annotator.core.ranges import Ranges
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
_NEAR, _FAR = "\u200d\ufe0f", re.compile("[\U0001f1e6-\U000e007f]")  # that none is, told faster


@cache
def _emoji_pattern() -> re.Pattern[str]:
    """For a stretch that may hold an emoji of several code points; about a fifth as fast.

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


def token_ranges(
    text: str, start: int = 0, end: int | None = None, *, known: bool = False
) -> Ranges:
    """Half-open code-point offsets of the tokens of `text[start:end]`, in order.

    `token_ranges(text).texts(text) == simple_word_tokenize(text)` for every string. No token and
    nothing that decides one reaches over white space: where `start` and `end` stand at some, the
    tokens are those of the whole text.

    Tokens are found with the white space before them and so fill the text: their lengths, added up,
    are the places. Asking each match where it stands takes twice as long. With `known`, what each
    token says is kept beside them.
    """
    ranges = Ranges()
    for first, parts in _parts(text, start, len(text) if end is None else end):
        tokens = list(map(str.lstrip, parts))
        ends = list(accumulate(map(len, parts), initial=first))[1:]
        ranges.ends.extend(ends)
        ranges.starts.extend(map(sub, ends, map(len, tokens)))
        if known:
            ranges.known.extend(tokens)
    return ranges


def token_count(text: str) -> int:
    """`len(token_ranges(text))`, in two thirds of the time."""
    return sum(len(parts) for _, parts in _parts(text, 0, len(text)))


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, list[str]]]:
    """Where each stretch begins, and its tokens, each with the white space before it."""
    for first, last, pattern in _with_patterns(text, start, end):
        for begin, stop in stretches(text, first, last):
            yield begin, _with_space_before(pattern).findall(text, begin, stop)


@cache
def _with_space_before(pattern: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(rf"\s*+(?:{pattern.pattern})")


def _with_patterns(text: str, start: int, end: int) -> Iterator[tuple[int, int, re.Pattern[str]]]:
    """`start..end` cut at white space into what may hold joined emoji and what does not."""
    if not _FAR.search(text, start, end) and all(text.find(c, start, end) < 0 for c in _NEAR):
        yield start, end, _plain_pattern()
        return
    done = start
    while joiner := _MAY_JOIN.search(text, done, end):
        first = joiner.start()
        while first > done and not text[first - 1].isspace():
            first -= 1
        yield done, first, _plain_pattern()
        space = _SPACE.search(text, joiner.end(), end)
        done = space.start() if space else end
        yield first, done, _emoji_pattern()
    yield done, end, _plain_pattern()


_SPACE = re.compile(r"\s")
_STRETCH = 4096  # code points that are cut into tokens together


class Tokens:
    """The tokens of one text as an annotator points at them, found by place; cut where somebody
    looks, a stretch at a time.

    A number is one (`3.5`, `1,250`, `12%`): nobody means the 5 of 5,8. Which tokens an export has
    is the project's affair (`TokenRules`). Offsets are code points of the text, and tokens are
    spans of it. `stretch` is how many code points are cut at once.
    """

    __slots__ = ("_bounds", "_counts", "_cut", "_text")

    def __init__(self, text: str, *, stretch: int = _STRETCH) -> None:
        self._text = text
        self._bounds = [0, *(end for _, end in stretches(text, size=stretch))]
        self._cut: dict[int, Ranges] = {}  # their tokens
        self._counts = [0]  # tokens before each stretch, as far as they were counted

    def __len__(self) -> int:
        return self._count_before(len(self._bounds) - 1)

    def __iter__(self) -> Iterator[Span]:
        for number in range(len(self._bounds) - 1):
            tokens = self._tokens(number)
            yield from map(Span, tokens.starts, tokens.ends)

    def number(self, pos: int) -> int:
        """How many tokens start before `pos`. Those on the way there are counted, once."""
        number = self._stretch(pos)
        return self._count_before(number) + bisect_left(self._tokens(number).starts, pos)

    def text(self, token: Span) -> str:
        return token.of(self._text)

    def at(self, pos: int) -> Span | None:
        """The token that holds the code point at `pos`; None on white space."""
        tokens = self._tokens(self._stretch(pos))
        index = bisect_right(tokens.starts, pos) - 1
        return Span(*tokens[index]) if index >= 0 and pos < tokens.ends[index] else None

    def near(self, pos: int) -> Span | None:
        """The token meant by a caret before `pos`: at it, else ending there, else the next one.

        After the last token, that one; None only when there are no tokens.
        """
        before = self.before(pos + 1)
        if before is not None and pos <= before.end:
            return before
        return self.after(pos) or before

    def before(self, pos: int) -> Span | None:
        """The last token that starts before `pos`."""
        for number in range(self._stretch(pos), -1, -1):
            tokens = self._tokens(number)
            index = bisect_left(tokens.starts, pos) - 1
            if index >= 0:
                return Span(*tokens[index])
        return None

    def after(self, pos: int) -> Span | None:
        """The first token that ends after `pos`."""
        for number in range(self._stretch(pos), len(self._bounds) - 1):
            tokens = self._tokens(number)
            index = bisect_right(tokens.ends, pos)
            if index < len(tokens):
                return Span(*tokens[index])
        return None

    def within(self, start: int, end: int) -> list[Span]:
        """The tokens that share a code point with start..end."""
        if start >= end:
            return []
        found: list[Span] = []
        for number in range(self._stretch(start), self._stretch(end - 1) + 1):
            tokens = self._tokens(number)
            first, last = bisect_right(tokens.ends, start), bisect_left(tokens.starts, end)
            found += map(Span, tokens.starts[first:last], tokens.ends[first:last])
        return found

    def snap(self, start: int, end: int) -> Span | None:
        """`start..end` widened to the whole tokens it touches, white space at the edges left out.

        None when it touches no token.
        """
        if start >= end:
            return None
        first, last = self.after(start), self.before(end)
        if first is None or last is None or last.start < first.start:
            return None
        return Span(first.start, last.end)

    def is_word(self, token: Span) -> bool:
        """Whether the token has a letter or a digit: not punctuation, a symbol or an emoji."""
        return any(char.isalnum() for char in self.text(token))

    def _stretch(self, pos: int) -> int:
        """The number of the stretch that holds `pos`; the first or the last for one outside."""
        return min(max(0, bisect_right(self._bounds, pos) - 1), len(self._bounds) - 2)

    def _tokens(self, number: int) -> Ranges:
        cut = self._cut.get(number)
        if cut is None:
            place = self._bounds[number], self._bounds[number + 1]
            cut = numbers_whole(self._text, token_ranges(self._text, *place), *place)
            self._cut[number] = cut
        return cut

    def _count_before(self, number: int) -> int:
        for stretch in range(len(self._counts) - 1, number):
            self._counts.append(self._counts[-1] + len(self._tokens(stretch)))
        return self._counts[number]
