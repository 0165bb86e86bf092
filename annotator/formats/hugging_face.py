"""Hugging Face token classification: a sentence a line, `{"tokens": […], "ner_tags": […]}`.

The tags are strings in IOB2, the tokens and sentences those of the CoNLL formats. The ending is
`.json`, which the reference training script wants for JSON lines.
"""

from __future__ import annotations

from itertools import pairwise
from typing import IO

from annotator.arabic.sentences import sentence_ranges
from annotator.arabic.tokens import token_spans
from annotator.core.labels import LabelSet
from annotator.formats.article import Documents
from annotator.formats.conll import INVISIBLE, sentence_ends
from annotator.formats.iob import flatten, iob2, label_priority
from annotator.formats.loss import LossReport
from annotator.formats.options import ExportOptions
from annotator.formats.standoff import json_line


def write(
    documents: Documents,
    out: IO[bytes],
    labels: LabelSet,
    options: ExportOptions,
    report: LossReport,
) -> None:
    """Write the documents; each span that a row of tags cannot hold goes to `report`."""
    priority = label_priority(labels)
    for article, marks in documents:
        report.count_article(article, marks)
        report.count_beyond_tags(article, marks)
        text = article.text
        spans = token_spans(text)
        tokens = [text[start:end] for start, end in spans]
        flat = flatten(article, marks, spans, priority)
        flat.report_to(report)
        tags = iob2(flat.tagged, len(spans))
        report.invisible_tokens += sum(map(INVISIBLE.issuperset, tokens))
        ends = sentence_ends(sentence_ranges(text, spans), flat.tagged, report)
        for first, last in pairwise((0, *ends)):
            out.write(json_line({"tokens": tokens[first:last], "ner_tags": tags[first:last]}))
