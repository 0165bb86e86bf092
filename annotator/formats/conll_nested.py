"""Nested CoNLL: `token⇥TAG⇥TAG…`, a column of tags a level, the outermost first.

As the corpora of nested names have it (GermEval 2014, Wojood), but for the number of levels, which
is what the file needs. A -DOCSTART- line comes before each article.
"""

from __future__ import annotations

from typing import IO

from annotator.core.labels import LabelSet
from annotator.formats.article import Documents
from annotator.formats.conll import write_conll
from annotator.formats.loss import LossReport
from annotator.formats.options import ExportOptions


def write(
    documents: Documents,
    out: IO[bytes],
    labels: LabelSet,
    options: ExportOptions,
    report: LossReport,
) -> None:
    """Write the documents; each span that the rows cannot hold goes to `report`."""
    write_conll(documents, out, labels, options, report, between="\t", document_start="-DOCSTART-")
