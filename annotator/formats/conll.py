"""What the CoNLL formats share: sentences of token rows, one row a line, LF, IOB2.

Tokens are camel-tools', which split at everything that Python calls white space: a row's blanks
are its own. Invisible characters (bidi controls, ZWNJ, U+FEFF …) stay inside their token as they
stand in the text, so that rows and text agree letter for letter; a token of nothing else is
written and counted in the loss report, because some models' tokenizers swallow it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import IO, Final

from annotator.arabic.sentences import sentence_ranges
from annotator.arabic.tokens import token_spans
from annotator.core.annotation import Annotation
from annotator.core.article import Article
from annotator.core.labels import LabelSet
from annotator.formats.article import Documents
from annotator.formats.iob import Tagged, flatten, iob2, label_priority
from annotator.formats.loss import LossReport

_INVISIBLE_RANGES: Final = (  # control and format characters that are no white space; inclusive
    (0x00, 0x08), (0x0E, 0x1B), (0x7F, 0x7F), (0xAD, 0xAD), (0x061C, 0x061C), (0x180E, 0x180E),
    (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
)  # fmt: skip
INVISIBLE: Final = frozenset(
    chr(code) for first, last in _INVISIBLE_RANGES for code in range(first, last + 1)
)


def write_conll(
    documents: Documents,
    out: IO[bytes],
    labels: LabelSet,
    report: LossReport,
    *,
    between: str = " ",
    document_start: str = "",
) -> None:
    """Write rows of token, `between` and tag, a blank line after each sentence.

    `document_start` comes before each article. What the rows cannot hold goes to `report`.
    """
    priority = label_priority(labels)
    for article, marks in documents:
        report.count_article(article, marks)
        report.count_beyond_tags(article, marks)
        rows = _rows(article, marks, priority, between, report)
        out.write((document_start + rows).encode("utf-8"))


def _rows(
    article: Article,
    annotations: Sequence[Annotation],
    priority: Mapping[str, int],
    between: str,
    report: LossReport,
) -> str:
    text = article.text
    spans = token_spans(text)
    tokens = [text[start:end] for start, end in spans]
    flat = flatten(article, annotations, spans, priority)
    flat.report_to(report)
    tags = iob2(flat.tagged, len(spans))
    ending = {tag: f"{between}{tag}\n" for tag in set(tags)}
    endings = list(map(ending.__getitem__, tags))
    sentences = sentence_ranges(text, spans)
    for last in sentence_ends(sentences, flat.tagged, report):
        endings[last - 1] += "\n"
    suspects = [token for token in tokens if token[0] in INVISIBLE]
    report.invisible_tokens += sum(INVISIBLE.issuperset(token) for token in suspects)
    return "".join(chain.from_iterable(zip(tokens, endings, strict=True)))


def sentence_ends(
    sentences: Sequence[tuple[int, int]], tagged: Sequence[Tagged], report: LossReport
) -> Iterator[int]:
    """The token index after each sentence; one that falls inside a span is left out and counted.

    A tag row cannot go on after a blank line: better a long sentence than a span in two.
    """
    spans = iter(tagged)
    span = next(spans, None)
    for _, end in sentences:
        while span is not None and span.last <= end:
            span = next(spans, None)
        if span is not None and span.first < end < span.last:
            report.joined_sentences += 1
        else:
            yield end
