"""Where a written word falls into its clitics and its base: و|ب|الحسكة, ل|مدينت|ها.

The article is no segment of its own, as in the Arabic Treebank's tokenization (ATB). With
camel-tools' data its morphology decides (annotator.arabic.morphology), else the words' frequency.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

from annotator.arabic.enclitics import FrequencyEnclitics
from annotator.arabic.fold import fold_with_map
from annotator.arabic.proclitics import FrequencyProclitics, Proclitics


class Segmenter(Protocol):
    """Whatever can tell a word's segments."""

    def cuts(self, word: str) -> Sequence[int]:
        """The code points inside `word` at which a segment begins, in order; none when whole."""
        ...


class CliticSegmenter:
    """Each letter of the proclitics, the base, and the pronoun behind it."""

    def __init__(self, proclitics: Proclitics, enclitics: FrequencyEnclitics) -> None:
        self._proclitics = proclitics
        self._enclitics = enclitics
        self._known: dict[str, Sequence[int]] = {}

    def cuts(self, word: str) -> Sequence[int]:
        """See `Segmenter`."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._find(word)
        return known

    def _find(self, word: str) -> Sequence[int]:
        base = self._proclitics.length(word)
        pronoun = self._enclitics.start(word, base)
        found = {base} if pronoun is None else {base, pronoun}
        if base:
            proclitics = fold_with_map(word[:base])
            found.update(proclitics.origin[1:])
        return sorted(at for at in found if 0 < at < len(word))


HEURISTIC: Final[Segmenter] = CliticSegmenter(FrequencyProclitics({}), FrequencyEnclitics({}))
