"""Where a written word begins once و ف ب ل ك س are left out: ب|الحسكة, و|دمشق, ل|لمدينة.

A morphological analyser knows best (`annotator.arabic.morphology`, when the user has camel-tools'
data). Without one, a word is cut when what is left is a word that the project's own texts know more
of, or that the lists of `clitic_words` know; ال after a letter is almost always the article.
On the 15,945 words of UD Arabic-PUD, which its lists were corrected on: precision .95, recall .93
with the counts of a news corpus of 125,000 tokens; .95 and .77 with no counts at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Protocol

from annotator.arabic.clitic_words import BASES, ENDINGS, FOREIGN_AL, WHOLE
from annotator.arabic.fold import fold, fold_with_map

_WORD = re.compile(r"[^\W\d_]+")
_CLITICS = "وفبلكس"
_LONGEST_ENDING = max(map(len, ENDINGS))
# How many times the word itself the rest must be known before the letter counts as a proclitic.
_DOUBT = {"و": 0.3, "ف": 1.5, "ب": 0.6, "ل": 0.6, "ك": 2.0, "س": 1.0}
_ARTICLE_WEIGHT = 0.5  # seeing الX is some evidence that X is a word
_PRONOUNS = frozenset(["ه", "ها", "هم", "هما", "هن", "كم", "نا", "ك", "ي"])
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
        letters = self._letters(folded.text)
        return folded.origin[letters] if letters else 0

    def _letters(self, word: str) -> int:
        """How many folded letters of `word` are proclitics."""
        if len(word) < 2 or word[0] not in _CLITICS or _is_form_of(word, FOREIGN_AL):
            return 0
        rest = word[1:]
        if word[0] != "ل" and word[0] != "س" and rest.startswith("ال") and len(rest) > 3:
            return 1
        if word.startswith("لل") and len(word) > 3:
            return 1
        if _is_form_of(word, WHOLE):
            return 0
        return self._second(word) or int(self._is_proclitic(word[0], rest, word))

    def _second(self, word: str) -> int:
        """Two letters, where و or ف stands before a clear ب, ل or ك: وب|الحسكة, فل|لبنان."""
        if word[0] not in "وف" or len(word) < 4 or word[1] not in "بلك":
            return 0
        rest = word[1:]
        inner = self._letters(rest)
        base = rest[inner:]
        clear = base.startswith("ال") or rest.startswith("لل") or _is_form_of(base, BASES)
        if inner and (clear or self._counts.get(base, 0) > self._counts.get(rest, 0)):
            return 1 + inner
        return 0

    def _is_proclitic(self, letter: str, rest: str, word: str) -> bool:
        if rest[0].isdigit() or _is_form_of(rest, BASES):
            return True
        if rest in _PRONOUNS:
            return letter in "بل"
        if len(rest) < 3:
            return False
        known = self._counts.get(rest, 0) + _ARTICLE_WEIGHT * self._counts.get("ال" + rest, 0)
        seen = self._counts.get(word, 0)
        if known > _DOUBT[letter] * seen or (letter != "س" and _is_form_of(rest, WHOLE)):
            return True
        if letter == "س":  # the future: before a verb's own prefix
            return rest[0] in "يتن" and len(rest) > 3
        return letter == "و" and len(rest) > 3 and seen <= 2


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
        counts.update(_WORD.findall(fold(text)))
    return counts


def _is_form_of(word: str, stems: frozenset[str]) -> bool:
    """Whether `word` is one of `stems`, alone or with an ending that leaves two letters."""
    return any(
        word[len(word) - size :] in ENDINGS and word[: len(word) - size] in stems
        for size in range(min(_LONGEST_ENDING, max(len(word) - 2, 0)) + 1)
    )
