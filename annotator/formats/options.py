"""How an export writes what its format leaves open: clitics, overlapping spans, the tag scheme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from annotator.arabic.segmentation import HEURISTIC, Segmenter
from annotator.arabic.token_rules import CAMEL_TOKENS, TokenRules


class Clitics(StrEnum):
    """What becomes of a token that a span begins or ends inside: the بالحسكة of ب[الحسكة]."""

    WHOLE = "whole"  # the token takes the label
    STRICT = "strict"  # only tokens that the span covers whole take it
    SPLIT = "split"  # the token is cut at the span's edge, the pieces marked
    SEGMENT = "segment"  # every token is cut into its morphological segments
    RANGE = "range"  # the token on a range line, its pieces as words below it


class Segments(StrEnum):
    """How far `Clitics.SEGMENT` cuts, under camel-tools' names for it."""

    ATBTOK = "atbtok"  # as the Arabic Treebank does: the article stays with its word
    D3TOK = "d3tok"  # the article is cut off as well: by camel-tools' morphology only


class Nesting(StrEnum):
    """Which of the spans that share a token are written."""

    OUTERMOST = "outermost"  # the longest
    INNERMOST = "innermost"  # the shortest
    PRIORITY = "priority"  # the one whose label comes first in the label set
    COLUMNS = "columns"  # each, in a column of tags of its own


class Scheme(StrEnum):
    """How the tags of a span are told apart."""

    IOB2 = "iob2"  # B- first, I- after
    IOB1 = "iob1"  # I-, but B- first where a span of the same label stands directly before
    BIOES = "bioes"  # B- first, E- last, I- between, S- alone
    IO = "io"  # I- alone


Option = Clitics | Segments | Nesting | Scheme
OPTIONS: Final[Mapping[str, type[Option]]] = {
    "clitics": Clitics, "segments": Segments, "nesting": Nesting, "scheme": Scheme,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """What a writer is asked for. A format takes those values that its `Choices` name.

    `tokens` are the project's, `segmenter` what `Clitics.SEGMENT` cuts by.
    """

    clitics: Clitics = Clitics.WHOLE
    segments: Segments = Segments.ATBTOK
    nesting: Nesting = Nesting.OUTERMOST
    scheme: Scheme = Scheme.IOB2
    tokens: TokenRules = CAMEL_TOKENS
    segmenter: Segmenter = HEURISTIC


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """The options that have an effect in a format; the first of each is its default.

    An empty one is no choice in that format: the command line refuses it, the dialog hides it.
    """

    clitics: tuple[Clitics, ...] = ()
    nesting: tuple[Nesting, ...] = ()
    scheme: tuple[Scheme, ...] = ()

    @property
    def segments(self) -> tuple[Segments, ...]:
        """Those of a format that can be cut into segments at all."""
        return tuple(Segments) if Clitics.SEGMENT in self.clitics else ()

    def of(self, option: str) -> tuple[Option, ...]:
        """The values of one of `OPTIONS`."""
        values: tuple[Option, ...] = getattr(self, option)
        return values

    def defaults(self) -> ExportOptions:
        """The format's own."""
        firsts: dict[str, Any] = {name: self.of(name)[0] for name in OPTIONS if self.of(name)}
        return ExportOptions(**firsts)


NO_CHOICES: Final = Choices()
