"""Where a written word falls into its clitics and its base: و|ب|الحسكة, مدينت|ها.

The article is no segment of its own, as in the Arabic Treebank's tokenization (ATB).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

from annotator.arabic.fold import fold_with_map
from annotator.arabic.proclitics import FrequencyProclitics, Proclitics


class Segmenter(Protocol):
    """Whatever can tell a word's segments."""

    def cuts(self, word: str) -> Sequence[int]:
        """The code points inside `word` at which a segment begins, in order; none when whole."""
        ...


class ProcliticSegmenter:
    """Proclitics alone, by `proclitics`, each letter a segment: و|ب|الحسكة."""

    def __init__(self, proclitics: Proclitics) -> None:
        self._proclitics = proclitics
        self._known: dict[str, Sequence[int]] = {}

    def cuts(self, word: str) -> Sequence[int]:
        """See `Segmenter`."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._find(word)
        return known

    def _find(self, word: str) -> Sequence[int]:
        length = self._proclitics.length(word)
        if not length:
            return ()
        folded = fold_with_map(word[:length])
        inner = [folded.origin[at] for at in range(1, len(folded.text))]
        return (*inner, length)


HEURISTIC: Final[Segmenter] = ProcliticSegmenter(FrequencyProclitics({}))
