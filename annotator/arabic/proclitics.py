"""Where a written word begins once و ف ب ل ك س are left out: ب|الحسكة, و|دمشق, ل|لمدينة.

A morphological analyser knows best (`annotator.arabic.morphology`, when the user has camel-tools'
data). Without one, a word is cut when what is left is a word that the project's own texts know more
of, or that the lists of `clitic_words` know; when a hamzated alef or the article follows; or when
no Arabic root begins with its two first letters. On the 15,674 words of UD Arabic-PUD, which the
lists were corrected on: precision .97 always; F1 .96 with the counts of a news corpus of 125,000
tokens, .94 with those of PUD itself, .91 with no counts at all.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain, pairwise
from typing import Protocol

from annotator.arabic.clitic_words import (
    BASES,
    ENDINGS,
    FOREIGN_AL,
    HAMZA_ROOTS,
    NO_BEGINNINGS,
    WHOLE,
)
from annotator.arabic.fold import Folded, fold_with_map, folded_words

_WORD = re.compile(r"[^\W\d_]+")
HEADS = frozenset(["و", "ف", "ب", "ل", "ك", "س", "وب", "ول", "وك", "فب", "فل", "فك", "وس", "فس"])
_CLITICS = "وفبلكس"
_LONGEST_ENDING = max(map(len, ENDINGS))
# How many times the word itself the rest must be known before the letter counts as a proclitic.
_DOUBT = {"و": 0.3, "ف": 1.5, "ب": 0.6, "ل": 0.6, "ك": 2.0, "س": 1.0}
_ARTICLE_WEIGHT = 0.5  # seeing الX is some evidence that X is a word
_HAMZATED = frozenset("أإآ")
_FEW = 5  # a word seen this often has shown whether its rest is a word
_PRONOUNS = frozenset(["ه", "ها", "هم", "هما", "هن", "كم", "نا", "ك"])
_ENCLITICS = ("هما", "كما", "ها", "هم", "هن", "كم", "نا", "ه", "ي", "ك")


class Proclitics(Protocol):
    """Whatever can tell a word's proclitics."""

    def length(self, word: str) -> int:
        """How many code points of `word` come before its base: 0 when it has no proclitic.

        The marks and tatweels of the last proclitic are counted with it.
        """
        ...


class FrequencyProclitics:
    """The heuristic over `counts`: how often each folded word stands in the project's texts."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = counts

    def length(self, word: str) -> int:
        folded = fold_with_map(word)
        if not folded.text or folded.text[0] not in _CLITICS:
            return 0
        letters = self._letters(folded.text, _spelled(folded))
        return folded.origin[letters] if letters else 0

    def _letters(self, word: str, spelled: str) -> int:
        """How many letters of the folded `word` are proclitics; `spelled` keeps its hamzas."""
        if len(word) < 2 or word[0] not in _CLITICS:
            return 0
        letter, rest = word[0], word[1:]
        if spelled[1] in _HAMZATED:
            long_enough = len(rest) > (3 if letter == "س" else 1)
            return int(long_enough and not _is_form_of(letter + spelled[1] + word[2:], HAMZA_ROOTS))
        if _is_form_of(word, FOREIGN_AL):
            return 0
        if letter not in "لس" and rest.startswith("ال") and len(rest) > 3:
            return 1
        if word.startswith("لل") and len(word) > 3:
            return 1
        if word in WHOLE or (_is_form_of(word, WHOLE) and rest not in BASES):
            return 0
        return self._second(word, spelled) or int(self._is_proclitic(letter, rest, word))

    def _second(self, word: str, spelled: str) -> int:
        """Two letters, where و or ف stands before a clear ب, ل, ك or س: وب|الحسكة, فل|لبنان."""
        if word[0] not in "وف" or len(word) < 4 or word[1] not in "بلكس":
            return 0
        rest = word[1:]
        inner = self._letters(rest, spelled[1:])
        base = rest[inner:]
        if not inner:
            return 0
        clear = base.startswith("ال") or rest.startswith("لل") or spelled[2] in _HAMZATED
        if clear or rest[0] == "س" or _is_form_of(base, BASES):
            return 1 + inner
        return 1 + inner if self._known(base) > self._known(rest) else 0

    def _is_proclitic(self, letter: str, rest: str, word: str) -> bool:
        if rest[0].isdigit() or _is_form_of(rest, BASES):
            return True
        if rest in _PRONOUNS:
            return letter in "بل"
        if len(rest) < 3 or self._begins_with_another(letter, rest):
            return False
        seen, known = self._counts.get(word, 0), self._known(rest)
        if known > _DOUBT[letter] * seen:
            return True
        if letter != "س" and len(rest) > (4 if letter == "ك" else 2) and _is_form_of(rest, WHOLE):
            return True
        if word[:2] in NO_BEGINNINGS or word.startswith(letter + "است"):
            return seen < _FEW
        if letter == "س":
            return _may_be_future(rest)
        return letter == "و" and len(rest) > 3 and seen <= 2

    def _begins_with_another(self, letter: str, rest: str) -> bool:
        """Whether `rest` is known for a proclitic of its own, which only و and ف stand before."""
        if letter in "وف" or rest[0] not in "وف" or _is_form_of(rest, WHOLE):
            return False
        return self._known(rest[1:]) > self._known(rest) * _DOUBT[rest[0]]

    def _known(self, word: str) -> float:
        return self._counts.get(word, 0) + _ARTICLE_WEIGHT * self._counts.get("ال" + word, 0)


def _spelled(folded: Folded) -> str:
    """The key with its hamzas: every alef that carries one or a madda is أ, إ or آ again."""
    if "ا" not in folded.text:
        return folded.text
    written = (folded.source[a:b] for a, b in pairwise(folded.origin))
    return "".join(
        unicodedata.normalize("NFKC", source)[:1] if letter == "ا" and source else letter
        for letter, source in zip(folded.text, written, strict=True)
    )


def _may_be_future(rest: str) -> bool:
    """Whether it looks like a verb behind its own prefix: not the يباستيان of سيباستيان."""
    prefix, stem = rest[0], rest[1:]
    if prefix not in "يتن" or stem[0] in "يا":
        return False
    return len(stem) < 4 or stem.startswith("ست") or rest.startswith(("تت", "يت"))


def enclitic_length(word: str) -> int:
    """How many code points at the end of `word` may be an attached pronoun (with its marks), or 0.

    The longest that leaves three letters; a guess for a key that moves an edge, not an analysis.
    """
    folded = fold_with_map(word)
    for enclitic in _ENCLITICS:
        start = len(folded.text) - len(enclitic)
        if start >= 3 and folded.text.endswith(enclitic) and not word.endswith("ة"):
            return len(word) - folded.origin[start]
    return 0


def word_counts(texts: Iterable[str]) -> Counter[str]:
    """How often each folded word stands in `texts`."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(chain.from_iterable(folded_words(text)))
    return of_letters(counts)


def of_letters(counts: Mapping[str, int]) -> Counter[str]:
    """The same counts of `folded_words`, without the digits and underscores in them."""
    lettered: Counter[str] = Counter()
    for word, count in counts.items():
        for letters in (word,) if word.isalpha() else _WORD.findall(word):
            lettered[letters] += count
    return lettered


def _is_form_of(word: str, stems: frozenset[str]) -> bool:
    """Whether `word` is one of `stems`, alone or with an ending that leaves two letters."""
    return any(
        word[len(word) - size :] in ENDINGS and word[: len(word) - size] in stems
        for size in range(min(_LONGEST_ENDING, max(len(word) - 2, 0)) + 1)
    )
