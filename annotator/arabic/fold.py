"""Folding: the form in which Arabic text is compared and searched, with the way back.

A key drops what readers do not spell (harakat and other marks, tatweel, bidi controls, zero-width
characters), writes one letter for its variants (أإآٱ→ا, ى ی→ي, ؤ ئ→ء, ة→ه, ک→ك), takes
presentation forms apart (NFKC: ﻻ is two letters, ﷺ eighteen), makes every digit ASCII, quotes and
punctuation one kind, Latin letters small without accents, and runs of white space one space. The
stored text is never folded: `Folded` leads each position of the key back to it, in code points.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.arabic.graphemes import is_boundary, is_mark, next_boundary
from annotator.core.span import Span

_VARIANTS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا", "ٵ": "ا",
    "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي", "ؤ": "ء", "ئ": "ء", "ٶ": "ء", "ٸ": "ء",
    "ة": "ه", "ۃ": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه", "ۀ": "ه", "ک": "ك", "ڪ": "ك",
    "،": ",", "٬": ",", "٫": ".", "؛": ";", "؟": "?", "٪": "%", "۔": ".", "٭": "*",
    "«": '"', "»": '"', "“": '"', "”": '"', "„": '"', "‟": '"', "‹": "'", "›": "'",
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-",
    "ـ": "",
}  # fmt: skip


class _Key(dict[int, str]):
    """What each code point becomes in a key; computed when first met, then remembered."""

    def __missing__(self, code: int) -> str:
        folded = _fold_character(chr(code))
        self[code] = folded
        return folded


def _fold_character(character: str) -> str:
    if character in _VARIANTS:
        return _VARIANTS[character]
    if character.isspace():
        return " "
    if is_mark(character) or unicodedata.category(character) == "Cf":
        return ""
    digit = unicodedata.digit(character, None)
    if digit is not None and unicodedata.category(character) == "Nd":
        return str(digit)
    parts = unicodedata.normalize("NFKC", character)
    if parts != character:
        return "".join(_KEY[ord(part)] for part in parts)
    bare = unicodedata.normalize("NFD", character)  # é is e: its accent is a mark
    return "".join(part for part in bare if not is_mark(part)).casefold()


_KEY = _Key()
_SPACES = re.compile("  +")
# Runs in which every character has a key of one character: the fast path of `fold_with_map`.
_ONE_TO_ONE = re.compile("[!-~\u0621-\u063a\u0641-\u064a\u0660-\u0669\u060c\u061b\u061f]+")


def fold(text: str) -> str:
    """The key of `text`. Idempotent."""
    return _SPACES.sub(" ", text.translate(_KEY))


@dataclass(frozen=True, slots=True)
class Folded:
    """A key with its way back: `text[i]` comes from `source[origin[i]]`.

    `origin` has one entry more than `text`, the length of the source.
    """

    source: str
    text: str
    origin: array[int]

    def span(self, start: int, end: int) -> Span:
        """The code points of the source behind `text[start:end]`, the last letter's marks included.

        Raises ValueError for an empty range.
        """
        last = self.origin[end - 1] + 1
        if not is_boundary(self.source, last):
            last = next_boundary(self.source, last)
        return Span(self.origin[start], last)


def fold_with_map(text: str) -> Folded:
    """The same key as `fold`, and where each of its characters comes from."""
    pieces: list[str] = []
    origin = array("l")
    after_space = False
    position = 0
    while position < len(text):
        run = _ONE_TO_ONE.match(text, position)
        if run is not None:
            pieces.append(run.group().translate(_KEY))
            origin.extend(range(position, run.end()))
            position, after_space = run.end(), False
            continue
        for character in _KEY[ord(text[position])]:
            if character == " " and after_space:
                continue
            pieces.append(character)
            origin.append(position)
            after_space = character == " "
        position += 1
    origin.append(len(text))
    return Folded(text, "".join(pieces), origin)


def find_all(text: str | Folded, query: str) -> list[Span]:
    """Every place, none overlapping, where the key of `query` stands in the key of `text`.

    White space around the query does not count; an empty key is found nowhere.
    """
    key = fold(query).strip()
    if not key:
        return []
    folded = text if isinstance(text, Folded) else fold_with_map(text)
    return [folded.span(at, at + len(key)) for at in _occurrences(folded.text, key)]


def _occurrences(text: str, key: str) -> Iterator[int]:
    at = text.find(key)
    while at >= 0:
        yield at
        at = text.find(key, at + len(key))


_WORD = re.compile(r"\w+")
_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بلكس"


def search_words(text: str) -> str:
    """What the full-text index holds for `text`: each of its folded words once, and what is left
    of each when a proclitic that may be one is taken off, so that سجن finds والسجن and بسجنهم.

    Deterministic: the same text always gives the same words, in order of first appearance.
    """
    words = dict.fromkeys(_WORD.findall(fold(text)))
    for word in list(words):
        words.update(dict.fromkeys(_stems(word)))
    return " ".join(words)


def search_query(query: str) -> str:
    """An FTS5 expression for the texts in which every word of `query` begins some word or stem.

    Empty when there is nothing to search for.
    """
    return " ".join(f'"{word}"*' for word in _WORD.findall(fold(query)))


def _stems(word: str) -> Iterator[str]:
    """What is left of a folded word without و ف, then ب ل ك س, then ال; two letters at least."""
    for letters in (_CONJUNCTIONS, _PREPOSITIONS):
        if word[0] in letters and len(word) > 3:
            word = word[1:]
            yield word
    if len(word) > 3 and word.startswith("ال"):
        yield word[2:]
    elif len(word) > 3 and word.startswith("ل"):  # للسجن without its first ل
        yield word[1:]
