"""An article as the rows of a token format: forms, columns of tags, sentences.

Invisible characters (bidi controls, ZWNJ, U+FEFF …) stay inside their token as they stand in the
text, so that rows and text agree letter for letter; a token of nothing else is written and counted
in the loss report, because some models' tokenizers swallow it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from annotator.arabic.sentences import sentence_ranges
from annotator.core.annotation import Annotation
from annotator.core.article import Article
from annotator.formats.iob import merged, tags
from annotator.formats.loss import LossReport
from annotator.formats.nesting import Column, lay_out
from annotator.formats.options import ExportOptions, Scheme
from annotator.formats.pieces import Pieces, cut

_INVISIBLE_RANGES: Final = (  # control and format characters that are no white space; inclusive
    (0x00, 0x08), (0x0E, 0x1B), (0x7F, 0x7F), (0xAD, 0xAD), (0x061C, 0x061C), (0x180E, 0x180E),
    (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
)  # fmt: skip
INVISIBLE: Final = frozenset(
    chr(code) for first, last in _INVISIBLE_RANGES for code in range(first, last + 1)
)


_ANY_INVISIBLE: Final = re.compile(f"[{''.join(sorted(INVISIBLE))}]")


@dataclass(frozen=True, slots=True)
class Rows:
    """`columns` hold the tag of each piece, one column at least; `ends` the index after each
    sentence's last piece."""

    pieces: Pieces
    columns: Sequence[Sequence[str]]
    ends: Sequence[int]


def rows_of(
    article: Article,
    annotations: Sequence[Annotation],
    priority: Mapping[str, int],
    options: ExportOptions,
    report: LossReport,
) -> Rows:
    """The rows of `article`; what they cannot hold goes to `report`."""
    report.count_article(article, annotations)
    report.count_beyond_tags(article, annotations)
    text = article.text
    tokens = options.tokens.tokens(text)
    pieces = cut(text, tokens, annotations, options)
    layout = lay_out(text, annotations, pieces, priority, options)
    ends = [pieces.of_token(last) for _, last in sentence_ranges(text, tokens.starts)]
    ends = list(_outside_spans(ends, layout.columns, report))
    if options.scheme is Scheme.IO:
        for column in layout.columns:
            layout.losses.update(merged(text, column, ends, pieces.spans))
    layout.report_to(report, article, annotations)
    if _ANY_INVISIBLE.search(text):
        report.invisible_tokens += sum(map(INVISIBLE.issuperset, pieces.spans.texts(text)))
    count = len(pieces.spans)
    return Rows(pieces, [tags(c, count, ends, options.scheme) for c in layout.columns], ends)


def _outside_spans(
    ends: Sequence[int], columns: Sequence[Column], report: LossReport
) -> Iterator[int]:
    """Those of `ends` that fall inside no span; the others are counted.

    A column of tags cannot go on after a blank line: better a long sentence than a span in two.
    """
    inside = set[int]()
    for column in columns:
        spans = iter(column)
        span = next(spans, None)
        for end in ends:
            while span is not None and span.last <= end:
                span = next(spans, None)
            if span is None:
                break
            if span.first < end:
                inside.add(end)
    report.joined_sentences += len(inside)
    return (end for end in ends if end not in inside)
