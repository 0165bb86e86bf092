"""CoNLL-2002: `token TAG`, IOB2, a blank line after each sentence. Articles are not told apart."""

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
    """Write the documents; each span that a row of tags cannot hold goes to `report`."""
    write_conll(documents, out, labels, report)
