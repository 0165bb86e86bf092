"""Proclitics and segments by camel-tools' morphology, when the user has installed its data.

camel-tools goes to the network at import when it finds no catalogue of data, so nothing of it is
imported here unless the user's own catalogue is there: an analyst's machine never calls home.
"""

from __future__ import annotations

import logging
import os
import sys
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.arabic.fold import fold
from annotator.arabic.proclitics import FrequencyProclitics, Proclitics
from annotator.arabic.segmentation import Segmenter
from annotator.arabic.segments import segment_starts

if TYPE_CHECKING:
    from camel_tools.disambig.mle import MLEDisambiguator

_ARTICLE = "ال"
_SOURCES = frozenset(["lex", "spvar"])  # of an analysis that knows the stem
INSTALLING = "camel_data -i disambig-mle-calima-msa-r13"
_log = logging.getLogger(__name__)


class MorphologicalProclitics:
    """Proclitics read off a word's D3 tokenization, e.g. "و+_ب+_ال+_حسكة".

    `d3tok` gives that string for a word, or None where it does not know the word; `otherwise` then
    decides, as it does where the analysis does not fit the letters that are written.
    """

    def __init__(
        self, d3tok: Callable[[str], str | None], otherwise: Proclitics | None = None
    ) -> None:
        self._d3tok = lru_cache(maxsize=100_000)(d3tok)
        self._otherwise = otherwise or FrequencyProclitics({})

    def length(self, word: str) -> int:
        """See `Proclitics`."""
        analysis = self._d3tok(word)
        segments = [part for part in analysis.split("_") if part] if analysis else []
        starts = segment_starts(word, segments) if segments else None
        if starts is None:
            return self._otherwise.length(word)
        base = next((n for n, part in enumerate(segments) if not _is_proclitic(part)), None)
        return 0 if base is None or starts[base] == len(word) else starts[base]


class MorphologicalSegmenter:
    """Segments as an analyser names them, where they stand in the word that is written.

    `tokenized` gives them for a word ("ل+", "مدينة", "+ها"), or None where it does not know it;
    `otherwise` then decides, as it does where the analysis does not fit the letters.
    """

    def __init__(
        self, tokenized: Callable[[str], Sequence[str] | None], otherwise: Segmenter
    ) -> None:
        self._tokenized = lru_cache(maxsize=100_000)(tokenized)
        self._otherwise = otherwise

    def cuts(self, word: str) -> Sequence[int]:
        """See `Segmenter`."""
        segments = self._tokenized(word)
        starts = segment_starts(word, segments) if segments else None
        if starts is None:
            return self._otherwise.cuts(word)
        return sorted({start for start in starts if 0 < start < len(word)})


def _is_proclitic(segment: str) -> bool:
    """Whether it is left out: it attaches to what follows, and is not the article."""
    return segment.endswith("+") and fold(segment.removesuffix("+")) != _ARTICLE


def camel_data() -> Path | None:
    """The folder of camel-tools' data, if the user has installed any."""
    named = os.environ.get("CAMELTOOLS_DATA")
    if named is not None:
        folder = Path(named).expanduser()
    else:
        folder = Path.home() / (
            "AppData/Roaming/camel_tools" if sys.platform == "win32" else ".camel_tools"
        )
    return folder if (folder / "catalogue.json").is_file() else None


def camel_morphology() -> Path | None:
    """That folder, when words can be cut into segments by what is in it."""
    folder = camel_data()
    has = folder is not None and any((folder / "data" / "disambig_mle").glob("*/*"))
    return folder if has else None


def camel_proclitics(otherwise: Proclitics | None = None) -> Proclitics | None:
    """Proclitics by camel-tools' disambiguator, or None where its data is not installed or broken.

    `otherwise` decides about words that it does not know. Takes a second and more: for a background
    thread, or the first time that it is needed.
    """
    tokenized = _tokenizer("d3tok")
    if tokenized is None:
        return None
    return MorphologicalProclitics(lambda word: "_".join(tokenized(word) or ()) or None, otherwise)


def camel_segmenter(otherwise: Segmenter, scheme: str = "atbtok") -> Segmenter | None:
    """Segments by camel-tools' MorphologicalTokenizer, or None as `camel_proclitics`.

    `scheme` is one of its own: "d3tok" cuts the article off as well.
    """
    tokenized = _tokenizer(scheme)
    return None if tokenized is None else MorphologicalSegmenter(tokenized, otherwise)


def _tokenizer(scheme: str) -> Callable[[str], Sequence[str] | None] | None:
    """The segments of a word's likeliest analysis, None for a word without one.

    None where there is no data, or none that can be used.
    """
    folder = camel_morphology()
    if folder is None:
        return None
    try:
        return _camel_tokenizer(folder, scheme)
    except (ImportError, OSError, LookupError, ValueError) as error:
        _log.warning("camel-tools' data in %s cannot be used: %r", folder, error)
        return None


def _camel_tokenizer(folder: Path, scheme: str) -> Callable[[str], Sequence[str] | None]:
    """Raises ValueError where the database is damaged."""
    from camel_tools.tokenizers.morphological import MorphologicalTokenizer

    disambiguator = _disambiguator(folder)
    tokenizer = MorphologicalTokenizer(disambiguator, scheme=scheme, split=True)

    def tokenized(word: str) -> Sequence[str] | None:
        bare = _bare(word)
        analyses = disambiguator.disambiguate([bare])[0].analyses
        if not analyses or analyses[0].analysis.get("source", "lex") not in _SOURCES:
            return None
        return [segment for segment in tokenizer.tokenize([bare]) if segment]

    return tokenized


@lru_cache(maxsize=1)
def _disambiguator(folder: Path) -> MLEDisambiguator:
    """That of the data in `folder`, loaded once: it takes a second and a hundred megabytes.

    Raises ValueError where the database is damaged.
    """
    from camel_tools.disambig.mle import MLEDisambiguator
    from camel_tools.morphology.errors import MorphologyError

    try:
        return MLEDisambiguator.pretrained()
    except MorphologyError as error:
        raise ValueError(str(error)) from error


def _bare(word: str) -> str:
    """The word as camel-tools' dictionaries spell it: hamzas stay, marks and tatweels do not."""
    composed = unicodedata.normalize("NFKC", word)
    return "".join(c for c in composed if unicodedata.category(c) not in ("Mn", "Cf") and c != "ـ")
