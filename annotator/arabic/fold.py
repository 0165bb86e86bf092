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
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import compress

from annotator.arabic.graphemes import is_boundary, is_mark, next_boundary
from annotator.arabic.stretches import stretches
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
    bare = "".join(c for c in unicodedata.normalize("NFD", character) if not is_mark(c))
    if bare != character:  # é is e, ۂ is ه: the accent is a mark
        return "".join(_KEY[ord(part)] for part in bare)
    return character.casefold()


_DROPPED = "\uffff"  # not a character; stands for one without a key while positions are counted


class _Marked(_Key):
    """As `_Key`, with a placeholder instead of nothing, so that lengths tell positions."""

    def __missing__(self, code: int) -> str:
        marked = _KEY[code] or _DROPPED
        self[code] = marked
        return marked


_KEY = _Key({ord(_DROPPED): ""})
_MARKED = _Marked()
_SPACES = re.compile("  +")
_MARKED_SPACES = re.compile(f" (?:{_DROPPED}* )+")
_PIECE = 10_000  # code points
_KEPT = re.compile(f"[^{_DROPPED}]+")


_MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
_COMMON = tuple((c, _KEY[ord(c)]) for c in f"\nأإآىةؤئـ،؛؟«»“”{_MARKS}٠١٢٣٤٥٦٧٨٩")  # in news
_OWN_KEY = "".join(chr(c) for c in (*range(0x20, 0x7F), *range(0x621, 0x64B)) if _KEY[c] == chr(c))
_UNCOMMON = re.compile(f"[^{re.escape(_OWN_KEY)}]")
_SHORT = 100  # code points that are looked up one by one before `_COMMON` is gone through


def fold(text: str) -> str:
    """The key of `text`. Idempotent."""
    if len(text) > _SHORT:  # a fifth of the time of looking each letter up
        for variant, letter in _COMMON:
            text = text.replace(variant, letter)
        if _UNCOMMON.search(text) is None:
            return _SPACES.sub(" ", text)
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
    marked = "".join(  # by pieces, so that a thread that folds a very long text holds up no other
        text[at : at + _PIECE].translate(_MARKED) for at in range(0, len(text), _PIECE)
    )
    places = _places(text, len(marked))
    marked = _MARKED_SPACES.sub(lambda run: " " + _DROPPED * (len(run[0]) - 1), marked)
    places = _kept(places, marked)
    places.append(len(text))
    return Folded(text, marked.replace(_DROPPED, ""), places)


def _places(text: str, length: int) -> array[int]:
    """Which character of `text` each of the `length` characters of its marked key comes from."""
    places = array("l")
    if length == len(text):
        for at in range(0, length, _PIECE):
            places.extend(range(at, min(at + _PIECE, length)))
        return places
    at = 0
    long = "".join(c for c in set(text) if len(_MARKED[ord(c)]) > 1)
    for found in re.finditer(f"[{re.escape(long)}]", text):
        places.extend(range(at, found.start()))
        places.extend([found.start()] * len(_MARKED[ord(found[0])]))
        at = found.end()
    places.extend(range(at, len(text)))
    return places


def _kept(places: array[int], marked: str) -> array[int]:
    """Those of `places` where `marked` holds something: run by run, or letter by letter where the
    text is vocalised."""
    dropped = marked.count(_DROPPED)
    if not dropped:
        return places
    if dropped * 8 > len(marked):
        return array("l", compress(places, map(_DROPPED.__ne__, marked)))
    kept = array("l")
    for run in _KEPT.finditer(marked):
        kept.extend(places[run.start() : run.end()])
    return kept


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
_STEMS = tuple(  # what is left of words that each have a space before them, and none in them
    map(
        re.compile,
        (
            " [وف]([^ ]{3,})",
            " [وف]?[بلكس]([^ ]{3,})",
            " [وف]?[بلكس]?ال([^ ]{2,})",
            " [وف]?[بلكس]ل([^ ]{3,})",  # وللسجن, whose article has lost its ا
        ),
    )
)


def folded_words(text: str) -> Iterator[list[str]]:
    """The words of the key of `text`, in order, each as often as it stands there: a list for each
    stretch of it."""
    for start, end in stretches(text):
        yield _WORD.findall(fold(text[start:end]))


def search_words(words: Iterable[str]) -> str:
    """What the full-text index holds for these folded words: each once, and what is left of it
    when a proclitic that may be one is taken off, so that سجن finds والسجن and بسجنهم.

    Deterministic: the same words always give the same, which taking an entry out needs.
    """
    whole = dict.fromkeys(words)
    row = f" {' '.join(whole)}"
    for stems in _STEMS:
        whole.update(dict.fromkeys(stems.findall(row)))
    return " ".join(whole)


def search_query(query: str) -> str:
    """An FTS5 expression for the texts in which every word of `query` begins some word or stem; one
    so short that nearly every text has a word that begins so must be a word of its own.

    Empty when there is nothing to search for.
    """
    words = _WORD.findall(fold(query))
    return " ".join(f'"{word}"*' if _tells(word) else f'"{word}"' for word in words)


def _tells(beginning: str) -> bool:
    return len(beginning) > (3 if beginning.startswith("ال") else 2)
