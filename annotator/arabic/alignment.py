"""Which code points of a text stand where in its revision.

Coarse to fine: whole lines, then the tokens of what is left, by their folded keys, so that added
harakat change no word; then the letters of a word that was respelled. rapidfuzz does each diff, a
large one in pieces, for its table of 1 MB in one line would take over a gigabyte: so cut it takes
some ten seconds and 140 MB, where difflib needs minutes.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from annotator.arabic.fold import fold
from annotator.arabic.tokens import token_ranges
from annotator.core.span import Span

ABSENT = -1
_REWRITTEN = 8  # tokens in a row past which what was replaced says nothing of what came
_ALIKE = 0.5  # of a word's letters
_ROOM = 400_000_000  # pairs, a bit each, that are compared at once
_LONG = 12  # words that are the same in a row by more than chance


class Words:
    """All tokens of a text, by number."""

    def __init__(self, text: str) -> None:
        tokens = token_ranges(text)
        self._text = text
        self.starts, self.ends = tokens.starts, tokens.ends

    def __len__(self) -> int:
        return len(self.starts)

    def text(self, number: int) -> str:
        return self._text[self.starts[number] : self.ends[number]]

    def span(self, number: int) -> Span:
        return Span(self.starts[number], self.ends[number])

    def within(self, span: Span | None) -> range:
        """Those that share a letter with it."""
        if span is None:
            return range(0)
        return range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))


class Alignment:
    """Of `old` with `new`. `letters[i]` is where the code point `i` of `old` stands in `new`, or
    ABSENT; it only grows. `tokens[i]` is the token of `new` that token `i` of `old` has become, or
    ABSENT; of those, the ones in `replaced` have another key.
    """

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self.old_tokens, self.new_tokens = Words(old), Words(new)
        self.letters = array("q", [ABSENT]) * len(old)
        self.tokens = array("q", [ABSENT]) * len(self.old_tokens)
        self.replaced: set[int] = set()
        for old_lines, new_lines in _line_pairs(old, new):
            self._align_tokens(self.old_tokens.within(old_lines), self.new_tokens.within(new_lines))

    def _align_tokens(self, ours: range, theirs: range) -> None:
        if len(ours) == len(theirs) and self._same_line(ours, theirs):
            return
        keys: dict[str, int] = {}
        old = [_key(self.old_tokens.text(i), keys) for i in ours]
        new = [_key(self.new_tokens.text(i), keys) for i in theirs]
        for tag, i1, i2, j1, j2 in _regions(_opcodes(old, new)):
            if tag == "equal":
                for i, j in zip(ours[i1:i2], theirs[j1:j2], strict=True):
                    self._pair(i, j)
                continue
            trust = max(i2 - i1, j2 - j1) <= _REWRITTEN
            for i, j in _replaced(ours[i1:i2], theirs[j1:j2]):
                old_word, new_word = self.old_tokens.text(i), self.new_tokens.text(j)
                if trust or _likeness(fold(old_word), fold(new_word)) >= _ALIKE:
                    self.replaced.add(i)
                    self._pair(i, j)

    def _same_line(self, ours: range, theirs: range) -> bool:
        """Pair the tokens of a line that is as it was; whether it is."""
        if not ours:
            return True
        old, new = self.old_tokens, self.new_tokens
        start, end = old.starts[ours[0]], old.ends[ours[-1]]
        there, until = new.starts[theirs[0]], new.ends[theirs[-1]]
        if self.old[start:end] != self.new[there:until]:
            return False
        self.letters[start:end] = array("q", range(there, until))
        self.tokens[ours.start : ours.stop] = array("q", theirs)
        return True

    def _pair(self, i: int, j: int) -> None:
        """Token `i` has become `j`: what they have in common is followed."""
        self.tokens[i] = j
        here, there = self.old_tokens.starts[i], self.new_tokens.starts[j]
        for tag, i1, i2, j1, j2 in _opcodes(self.old_tokens.text(i), self.new_tokens.text(j)):
            if tag == "equal":
                place = array("q", range(there + j1, there + j2))
                self.letters[here + i1 : here + i2] = place


Opcode = tuple[str, int, int, int, int]


def _line_pairs(old: str, new: str) -> Iterator[tuple[Span | None, Span | None]]:
    """Stretches of whole lines that belong together, in order, all of either text."""
    ours, theirs = old.splitlines(keepends=True), new.splitlines(keepends=True)
    starts, ends = _offsets(ours), _offsets(theirs)
    keys: dict[str, int] = {}
    codes = _opcodes(
        [keys.setdefault(line, len(keys)) for line in ours],
        [keys.setdefault(line, len(keys)) for line in theirs],
    )
    for _, i1, i2, j1, j2 in _regions(codes):
        yield _span(starts[i1], starts[i2]), _span(ends[j1], ends[j2])


def _offsets(lines: Sequence[str]) -> list[int]:
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line))
    return offsets


def _span(start: int, end: int) -> Span | None:
    return Span(start, end) if start < end else None


def _regions(codes: Iterable[Opcode]) -> Iterator[Opcode]:
    """What is equal and what is not, by turns: neighbouring changes are one region."""
    for equal, region in groupby(codes, lambda code: code[0] == "equal"):
        parts = list(region)
        (_, i1, _, j1, _), (_, _, i2, _, j2) = parts[0], parts[-1]
        yield "equal" if equal else "replace", i1, i2, j1, j2


def _replaced(ours: range, theirs: range) -> Iterator[tuple[int, int]]:
    """Which word stands where which stood, the last ones together: in Arabic the noun that is
    counted or named ends the phrase, and what is put in goes before it."""
    count = min(len(ours), len(theirs))
    return zip(ours[len(ours) - count :], theirs[len(theirs) - count :], strict=True)


def _key(token: str, keys: dict[str, int]) -> int:
    """One number a folded word; a token without a key of its own stands for itself."""
    return keys.setdefault(fold(token) or token, len(keys))


def _opcodes(old: Sequence[Any], new: Sequence[Any]) -> Iterator[Opcode]:
    """The most that the two have in common in order, and what is between.

    The exact answer needs a bit for every pair. Where that is too many, long runs of the nearly
    exact one, which needs no room, part the whole into pieces.
    """
    from rapidfuzz.distance import Indel, Levenshtein  # not for the first paint

    if old == new:
        yield "equal", 0, len(old), 0, len(new)
    elif len(old) * len(new) <= _ROOM:
        yield from map(_plain, Indel.opcodes(old, new))
    else:
        codes = map(_plain, Levenshtein.opcodes(old, new))
        for anchor, part in groupby(codes, lambda c: c[0] == "equal" and c[2] - c[1] >= _LONG):
            codes_here = list(part)
            i1, i2, j1, j2 = (
                codes_here[0][1],
                codes_here[-1][2],
                codes_here[0][3],
                codes_here[-1][4],
            )
            if anchor or (i2 - i1) * (j2 - j1) > _ROOM:
                yield from codes_here
            else:
                inner = _opcodes(old[i1:i2], new[j1:j2])
                yield from ((t, i1 + a, i1 + b, j1 + c, j1 + d) for t, a, b, c, d in inner)


def _plain(code: Any) -> Opcode:
    """rapidfuzz's class as a tuple."""
    return code.tag, code.src_start, code.src_end, code.dest_start, code.dest_end


def _likeness(old: str, new: str) -> float:
    """From 0 to 1."""
    from rapidfuzz.distance import Levenshtein

    return float(Levenshtein.normalized_similarity(old, new))
