"""Proclitics by camel-tools' morphology, when the user has installed its data.

camel-tools goes to the network at import when it finds no catalogue of data, so nothing of it is
imported here unless the user's own catalogue is there: an analyst's machine never calls home.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from annotator.arabic.fold import fold, fold_with_map
from annotator.arabic.proclitics import Proclitics

_ARTICLE = "ال"


class MorphologicalProclitics:
    """Proclitics read off a word's D3 tokenization, e.g. "و+_ب+_ال+_حسكة".

    `d3tok` gives that string for a word, or one without "+" where it does not know the word.
    """

    def __init__(self, d3tok: Callable[[str], str]) -> None:
        self._d3tok = lru_cache(maxsize=100_000)(d3tok)

    def length(self, word: str) -> int:
        """See `Proclitics`. 0 where the analysis does not fit the letters that are written."""
        prefix = ""
        for segment in self._d3tok(word).split("_"):
            letters = fold(segment.removesuffix("+"))
            if not segment.endswith("+") or letters == _ARTICLE:
                break
            prefix += letters
        folded = fold_with_map(word)
        if not prefix or not folded.text.startswith(prefix) or len(folded.text) == len(prefix):
            return 0
        return folded.origin[len(prefix)]


def camel_data() -> Path | None:
    """The folder of camel-tools' data, if the user has installed any."""
    named = os.environ.get("CAMELTOOLS_DATA")
    folder = Path(named).expanduser() if named else Path.home() / ".camel_tools"
    return folder if (folder / "catalogue.json").is_file() else None


def camel_proclitics() -> Proclitics | None:
    """Proclitics by camel-tools' disambiguator, or None where its data is not installed or broken.

    Takes a second and more: for a background thread, or the first time that it is needed.
    """
    folder = camel_data()
    if folder is None or not any((folder / "data" / "disambig_mle").glob("*")):
        return None
    os.environ.setdefault("CAMELTOOLS_DATA", str(folder))
    from camel_tools.disambig.mle import MLEDisambiguator

    disambiguator = MLEDisambiguator.pretrained()

    def d3tok(word: str) -> str:
        analyses = disambiguator.disambiguate([word])[0].analyses
        return str(analyses[0].analysis.get("d3tok", word)) if analyses else word

    return MorphologicalProclitics(d3tok)
