"""What an option makes of a few words, by the code that writes the rows: to be shown beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from annotator.core.annotation import Annotation, AnnotationId
from annotator.core.article import Article, ArticleId, Meta
from annotator.formats.loss import LossReport
from annotator.formats.options import Clitics, ExportOptions, Option, Segments
from annotator.formats.pieces import Pieces
from annotator.formats.rows import rows_of

_ATB: Final = {"والسجن": [1], "بحمص": [1], "وبالسجن": [1, 2]}
_CUTS: Final = {Segments.ATBTOK: _ATB, Segments.D3TOK: {**_ATB, "وبالسجن": [1, 2, 4]}}
_LABELS: Final = {"actor": 0, "location": 1}
_EXAMPLES: Final = {  # a text, and the words in it that a label covers
    "clitics": ("والسجن بحمص", (("السجن", "location"),)),
    "segments": ("وبالسجن", ()),
    "nesting": ("سفير لبنان", (("سفير لبنان", "actor"), ("لبنان", "location"))),
    "scheme": ("تل رفعت حلب", (("تل رفعت", "location"), ("حلب", "location"))),
}


@dataclass(frozen=True, slots=True)
class _Dictionary:
    """A segmenter of the words above."""

    words: Mapping[str, Sequence[int]]

    def cuts(self, word: str) -> Sequence[int]:
        return self.words.get(word, ())


def example(option: str, value: Option) -> list[str]:
    """The rows of the example of `option` under `value`: a token each, and its tags, if any."""
    text, words = _EXAMPLES[option]
    chosen: dict[str, Any] = {"clitics": Clitics.SEGMENT} if option == "segments" else {}
    options = replace(ExportOptions(), **chosen | {option: value})
    options = replace(options, segmenter=_Dictionary(_CUTS[options.segments]))
    article = Article(id=ArticleId(0), uuid="", text=text, sha256="", meta=Meta())
    marks = [_annotation(text, *word) for word in words]
    with LossReport("example") as report:
        rows = rows_of(article, marks, _LABELS, options, report)
    if value is Clitics.RANGE:
        cells = _with_range_lines(text, rows.pieces, rows.columns[0])
    else:
        cells = [[form] for form in rows.pieces.forms(text)]
        for column in rows.columns if marks else ():
            for row, tag in zip(cells, column, strict=True):
                row.append(tag)
    return [" ".join(row) for row in cells]


def bracketed(option: str) -> str:
    """The text of the example of `option`, in brackets what its labels cover."""
    text, words = _EXAMPLES[option]
    for covered, _ in words:
        text = text.replace(covered, f"[{covered}]")
    return text


def _with_range_lines(text: str, pieces: Pieces, tags: Sequence[str]) -> list[list[str]]:
    """Numbered words, those of a token that was cut below the whole of it."""
    cells: list[list[str]] = []
    for token, (start, end) in enumerate(pieces.tokens):
        first, last = pieces.of_token(token), pieces.of_token(token + 1)
        if last - first > 1:
            cells.append([f"{first + 1}-{last}", text[start:end]])
        for piece in range(first, last):
            begin, stop = pieces.spans[piece]
            cells.append([str(piece + 1), text[begin:stop], tags[piece]])
    return cells


def _annotation(text: str, words: str, label: str) -> Annotation:
    start = text.index(words)
    return Annotation(
        id=AnnotationId(words),
        article=ArticleId(0),
        label=label,
        start=start,
        end=start + len(words),
        text=words,
        annotator="",
        created="",
        modified="",
    )
