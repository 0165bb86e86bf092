"""Sentences by rule: where a stop ends one, and where it only looks as if it did."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

# A line's end, or stops with the quotes and brackets that close right behind them. Straight quotes
# close when no letter follows them directly. (One set first: it is searched for in half the time.)
_CANDIDATE = re.compile(
    r"[\n.؟!?…۔](?:(?<!\n)[.؟!?…۔]*[»”’)\]}\u200f\u200e]*(?:[\"'](?!\w))*[»”’)\]}]*)?"
)
# One letter alone: د. أ. م. U.S.
_INITIAL = re.compile(r"(?:^|[\s(«\"“'.])[^\W\d][\u064b-\u0652\u0640]*$")
_TITLES = re.compile(r"(?:^|\W)(?:Dr|Mr|Mrs|Ms|Prof|St|No|vs|Gen|Lt|Col|Inc|Ltd|Co)$")
_YEAR = re.compile(r"\d\)?\s*[مه]ـ?$")  # 2007 م. does end a sentence
_LOOK_BEHIND = 12  # code points: longer than any abbreviation


def sentence_ranges(text: str, starts: Sequence[int]) -> list[tuple[int, int]]:
    """The sentences of `text` as half-open ranges of indexes into its tokens, which begin at
    `starts`.

    Every token is in exactly one; none is empty. A line break always ends a sentence; . ؟ ! ? …
    end one with the quotes that close behind them, but not inside a number, an address or a name
    (3.5, b.com) and not after an initial or a title (د. U.S. Dr.).
    """
    ranges: list[tuple[int, int]] = []
    first = 0
    for match in _CANDIDATE.finditer(text):
        stop, after = match.span()
        if text[stop] != "\n" and not _ends(text, stop, after):
            continue
        last = bisect_left(starts, after, first)
        if last > first:
            ranges.append((first, last))
            first = last
    if first < len(starts):
        ranges.append((first, len(starts)))
    return ranges


def _ends(text: str, stop: int, after: int) -> bool:
    """Whether the stop at `stop`, its closing quotes done at `after`, ends a sentence."""
    following = text[after : after + 1]
    if following and not following.isspace():
        return not (following.isalnum() or following in "/@_-،؛,;:%٪")
    if text[stop:after].strip("»”’)]}\"'\u200f\u200e") != ".":
        return True
    last = text[stop - 1 : stop]
    if stop > 1 and last > "\u0600" and last != "ـ" and text[stop - 2 : stop].isalpha():
        return True  # neither a letter alone nor Latin, as nearly always
    before = text[max(stop - _LOOK_BEHIND, 0) : stop]
    if _YEAR.search(before):
        return True
    return not (_INITIAL.search(before) or _TITLES.search(before))
