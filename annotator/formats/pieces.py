"""What stands in a row: a token, or a piece of one that was cut at a span's edge or a clitic.

In formats whose rows say nothing of blanks, every piece of a token but its last is written with a
`+` behind it: ب+ الحسكة, و+ ب+ الحسكة, مدينت+ ها. A row that is longer than `+` and ends in it goes
on in the next row, whichever of the two is the clitic; leaving the `+` out and joining the two
gives the token back. No token but `+` itself holds a plus sign, so nothing else looks like that.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from annotator.arabic.edges import is_unseen
from annotator.core.annotation import Annotation
from annotator.core.ranges import Ranges
from annotator.formats.options import Clitics, ExportOptions

CUT_MARK: Final = "+"


@dataclass(frozen=True, slots=True)
class Pieces:
    """The `spans` of all pieces of an article, which together cover its `tokens` exactly.

    `cuts` names, in order, the token of each cut: one cut twice is there twice.
    """

    tokens: Ranges
    spans: Ranges
    cuts: Sequence[int] = ()

    def of_token(self, token: int) -> int:
        """The index of the first piece of the token of that index (or of the end)."""
        return token + bisect_left(self.cuts, token)

    def unfinished(self) -> Iterable[int]:
        """The index of each piece that the next one goes on from."""
        return (token + before for before, token in enumerate(self.cuts))

    def forms(self, text: str) -> list[str]:
        """What each row says, a piece that the next goes on from with its mark."""
        forms = self.spans.texts(text)
        for index in self.unfinished():
            forms[index] += CUT_MARK
        return forms


def cut(
    text: str, tokens: Ranges, annotations: Sequence[Annotation], options: ExportOptions
) -> Pieces:
    """`tokens` as the clitic policy wants them."""
    if options.clitics is Clitics.SEGMENT:
        places = _segment_edges(text, tokens, options.segmenter.cuts)
    elif options.clitics in (Clitics.SPLIT, Clitics.RANGE):
        places = _span_edges(tokens, annotations)
    else:
        return Pieces(tokens, tokens)
    return _cut_at(tokens, _read_on_both_sides(text, tokens, places))


def _segment_edges(
    text: str, tokens: Ranges, cuts: Callable[[str], Iterable[int]]
) -> list[tuple[int, int]]:
    """Each place where a token falls into segments: its index, and the code point."""
    return [
        (index, start + at)
        for index, (start, end) in enumerate(tokens)
        if end - start > 1
        for at in cuts(text[start:end])
    ]


def _span_edges(tokens: Ranges, annotations: Sequence[Annotation]) -> list[tuple[int, int]]:
    """Each place where a span begins or ends inside a token: its index, and the code point."""
    starts, ends = tokens.starts, tokens.ends
    found: list[tuple[int, int]] = []
    for edge in sorted({edge for a in annotations for edge in (a.start, a.end)}):
        index = bisect_right(starts, edge) - 1
        if index >= 0 and starts[index] < edge < ends[index]:
            found.append((index, edge))
    return found


def _read_on_both_sides(
    text: str, tokens: Ranges, places: Iterable[tuple[int, int]]
) -> list[tuple[int, int]]:
    """`places` without those that would make a row of characters that nobody sees: a bidi mark
    belongs to the letters before it, or at the token's beginning to those behind."""
    kept: list[tuple[int, int]] = []
    for index, edge in places:
        start, end = tokens.starts[index], tokens.ends[index]
        while edge < end and is_unseen(text[edge]):
            edge += 1
        known = kept and kept[-1] == (index, edge)
        if edge < end and not known and not all(map(is_unseen, text[start:edge])):
            kept.append((index, edge))
    return kept


def _cut_at(tokens: Ranges, places: Sequence[tuple[int, int]]) -> Pieces:
    if not places:
        return Pieces(tokens, tokens)
    spans = Ranges()
    done_starts = done_ends = 0  # of the tokens, those that are in `spans`
    for index, edge in places:
        spans.starts.extend([*tokens.starts[done_starts : index + 1], edge])
        spans.ends.extend([*tokens.ends[done_ends:index], edge])
        done_starts, done_ends = index + 1, index
    spans.starts.extend(tokens.starts[done_starts:])
    spans.ends.extend(tokens.ends[done_ends:])
    return Pieces(tokens, spans, [index for index, _ in places])
