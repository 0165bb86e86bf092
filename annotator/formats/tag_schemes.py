"""Rows of tags made into spans again, whichever scheme they are in.

IOB1, IOB2, IO, BIOES and its kin (BILOU, BMEWO) are decoded alike: a span begins at B, at S, and at
an I or E that continues nothing. Which scheme a file is in only decides which of these beginnings
are mistakes: what conlleval does, and it says so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

OUTSIDE: Final = "O"
_PREFIXED: Final = re.compile(r"([BIESLUMW])-(.+)", re.DOTALL)
_KINDS: Final = {"B": "B", "I": "I", "M": "I", "E": "E", "L": "E", "S": "S", "U": "S", "W": "S"}


class Scheme(StrEnum):
    """What the tags of a file are told to be."""

    IOB1 = "IOB1"
    IOB2 = "IOB2"
    IO = "IO"
    BIOES = "BIOES"
    BILOU = "BILOU"
    BMEWO = "BMEWO"


class Tag(NamedTuple):
    """`kind` is B, I, E or S as in BIOES, and empty outside of any span."""

    kind: str
    label: str


class TaggedSpan(NamedTuple):
    """The tokens `first:last` (half-open) under a label's key."""

    first: int
    last: int
    label: str


class Mended(NamedTuple):
    """The tag of one token, and what it was read as because the scheme forbids it there."""

    token: int
    before: str
    after: str


@lru_cache(maxsize=10_000)
def parsed(tag: str) -> Tag:
    """A tag's parts; one without a prefix is a label of the IO scheme."""
    if tag == OUTSIDE:
        return Tag("", "")
    match = _PREFIXED.fullmatch(tag)
    return Tag(_KINDS[match[1]], match[2]) if match else Tag("I", tag)


def is_tag(cell: str) -> bool:
    """Whether `cell` is O or a label behind a prefix."""
    return cell == OUTSIDE or _PREFIXED.fullmatch(cell) is not None


class Evidence:
    """What is counted over a whole file's tags to tell their scheme."""

    def __init__(self) -> None:
        self.prefixes: Counter[str] = Counter()  # "" for a label that stands alone
        self.begun_by_i = 0  # an I that continues nothing: right in IOB1, an orphan in IOB2
        self.needless_b = 0  # a B that IOB1 would not write

    def add(self, tags: Iterable[str]) -> None:
        """Count one column of one sentence."""
        before = ""
        for tag in tags:
            if tag == OUTSIDE:
                before = ""
                continue
            kind, label = parsed(tag)
            self.prefixes[tag[0] if tag != label else ""] += 1
            if kind == "I":
                self.begun_by_i += label != before
            elif kind == "B":
                self.needless_b += label != before
            before = label

    @property
    def scheme(self) -> Scheme | None:
        """The scheme that explains most of the tags; None where all are outside."""
        seen = self.prefixes
        if not seen:
            return None
        for scheme, own in ((Scheme.BMEWO, "MW"), (Scheme.BILOU, "LU"), (Scheme.BIOES, "ES")):
            if any(seen[prefix] for prefix in own):
                return scheme
        if not seen["B"]:
            return Scheme.IO
        return Scheme.IOB1 if self.begun_by_i > self.needless_b else Scheme.IOB2


def spans_of(
    tags: Sequence[str], scheme: Scheme | None = None
) -> tuple[list[TaggedSpan], list[Mended]]:
    """The spans of one column of one sentence, and the tags that `scheme` has no sense for there:
    an I or E of a span that has not begun, and in BIOES a B or I whose span is not ended."""
    spans: list[TaggedSpan] = []
    mended: list[Mended] = []
    first, open_label = 0, ""
    closing = scheme in (Scheme.BIOES, Scheme.BILOU, Scheme.BMEWO)

    def close(end: int, *, ended: bool) -> None:
        nonlocal open_label
        if open_label:
            spans.append(TaggedSpan(first, end, open_label))
            if closing and not ended:
                mended.append(_unended(tags, first, end, scheme))
            open_label = ""

    for index, tag in enumerate(tags):
        if tag == OUTSIDE:
            close(index, ended=False)
            continue
        kind, label = parsed(tag)
        if kind in "BS" or label != open_label:
            close(index, ended=False)
            first, open_label = index, label
            if kind in "IE" and scheme not in (Scheme.IO, Scheme.IOB1, None):
                mended.append(_orphan(tag, index, kind, scheme))
        if kind in "ES":
            close(index + 1, ended=True)
    close(len(tags), ended=False)
    return spans, mended


def _orphan(tag: str, index: int, kind: str, scheme: Scheme | None) -> Mended:
    single = "W" if scheme is Scheme.BMEWO else "U" if scheme is Scheme.BILOU else "S"
    return Mended(index, tag, f"{single if kind == 'E' else 'B'}-{parsed(tag).label}")


def _unended(tags: Sequence[str], first: int, end: int, scheme: Scheme | None) -> Mended:
    letters = {Scheme.BILOU: "LU", Scheme.BMEWO: "EW"}.get(scheme or Scheme.BIOES, "ES")
    last = tags[end - 1]
    return Mended(end - 1, last, f"{letters[end - first == 1]}-{parsed(last).label}")
