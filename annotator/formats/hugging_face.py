"""Hugging Face token classification: a sentence a line, `{"tokens": […], "ner_tags": […]}`.

The tags are strings in IOB2, the tokens and sentences those of the CoNLL formats. The ending is
`.json`, which the reference training script wants for JSON lines. As a folder or .zip it is a data
set that `datasets.load_dataset` loads, its tags as numbers of the names in the card.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import IO, Final

from annotator.arabic.sentences import sentence_ranges
from annotator.arabic.tokens import token_spans
from annotator.core.labels import LabelSet
from annotator.formats.article import Documents
from annotator.formats.conll import INVISIBLE, sentence_ends
from annotator.formats.dataset_card import Counts, dataset_card
from annotator.formats.file_set import FileSet
from annotator.formats.iob import flatten, iob2, label_priority
from annotator.formats.loss import LossReport
from annotator.formats.options import ExportOptions
from annotator.formats.standoff import json_line

DATA_FILE: Final = "train.json"
_Row = tuple[list[str], list[str]]  # a sentence's tokens and their tags


def write(
    documents: Documents,
    out: IO[bytes],
    labels: LabelSet,
    options: ExportOptions,
    report: LossReport,
) -> None:
    """Write the documents; each span that a row of tags cannot hold goes to `report`."""
    for tokens, tags in _rows(documents, labels, report):
        out.write(json_line({"tokens": tokens, "ner_tags": tags}))


def write_files(
    documents: Documents,
    files: FileSet,
    labels: LabelSet,
    options: ExportOptions,
    report: LossReport,
) -> None:
    """Write the same with the list of tags and the card by which `datasets` loads the folder."""
    examples = token_count = spans = size = 0
    with files.open(DATA_FILE) as out:
        for tokens, tags in _rows(documents, labels, report):
            size += out.write(json_line({"tokens": tokens, "ner_tags": tags}))
            examples += 1
            token_count += len(tokens)
            spans += sum(tag.startswith("B-") for tag in tags)
    names = tag_names(labels)
    with files.open("labels.json") as out:
        out.write(json_line(names))
    counts = Counts(
        articles=report.articles, examples=examples, tokens=token_count, spans=spans, size=size
    )
    with files.open("README.md") as out:
        out.write(dataset_card(DATA_FILE, names, counts).encode("utf-8"))


def tag_names(labels: LabelSet) -> list[str]:
    """Every tag that can be, in the order of their numbers."""
    return ["O", *(f"{place}-{label.key}" for label in labels for place in "BI")]


def _rows(documents: Documents, labels: LabelSet, report: LossReport) -> Iterator[_Row]:
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
            yield tokens[first:last], tags[first:last]
