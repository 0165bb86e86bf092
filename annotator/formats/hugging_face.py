"""Hugging Face token classification: a sentence a line, `{"tokens": […], "ner_tags": […]}`.

The tags are strings, the tokens and sentences those of the CoNLL formats. The ending is
`.json`, which the reference training script wants for JSON lines. As a folder or .zip it is a data
set that `datasets.load_dataset` loads, its tags as numbers of the names in the card.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import IO, Final

from annotator.core.labels import LabelSet
from annotator.formats.article import Documents
from annotator.formats.dataset_card import Counts, dataset_card
from annotator.formats.file_set import FileSet
from annotator.formats.iob import PREFIXES
from annotator.formats.loss import LossReport
from annotator.formats.nesting import label_priority
from annotator.formats.options import ExportOptions, Scheme
from annotator.formats.rows import rows_of
from annotator.formats.standoff import json_line

DATA_FILE: Final = "train.json"
_Row = tuple[Sequence[str], Sequence[str]]  # a sentence's tokens and their tags


def write(
    documents: Documents,
    out: IO[bytes],
    labels: LabelSet,
    options: ExportOptions,
    report: LossReport,
) -> None:
    """Write the documents; each span that a row of tags cannot hold goes to `report`."""
    for tokens, tags in _rows(documents, labels, options, report):
        out.write(json_line({"tokens": tokens, "ner_tags": tags}))


def write_files(
    documents: Documents,
    files: FileSet,
    labels: LabelSet,
    options: ExportOptions,
    report: LossReport,
) -> None:
    """Write the same with the list of tags and the card by which `datasets` loads the folder."""
    examples = token_count = size = 0
    with files.open(DATA_FILE) as out:
        for tokens, tags in _rows(documents, labels, options, report):
            size += out.write(json_line({"tokens": tokens, "ner_tags": tags}))
            examples += 1
            token_count += len(tokens)
    names = tag_names(labels, options.scheme)
    with files.open("labels.json") as out:
        out.write(json_line(names))
    counts = Counts(
        articles=report.articles,
        examples=examples,
        tokens=token_count,
        spans=report.spans - report.lost,
        size=size,
    )
    with files.open("README.md") as out:
        out.write(dataset_card(DATA_FILE, names, counts).encode("utf-8"))


def tag_names(labels: LabelSet, scheme: Scheme) -> list[str]:
    """Every tag that can be, in the order of their numbers."""
    return ["O", *(f"{place}-{label.key}" for label in labels for place in PREFIXES[scheme])]


def _rows(
    documents: Documents, labels: LabelSet, options: ExportOptions, report: LossReport
) -> Iterator[_Row]:
    priority = label_priority(labels)
    for article, marks in documents:
        rows = rows_of(article, marks, priority, options, report)
        forms, tags = rows.pieces.forms(article.text), rows.columns[0]
        for first, last in pairwise((0, *rows.ends)):
            yield forms[first:last], tags[first:last]
