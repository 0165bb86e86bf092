"""CoNLL-2003: `token POS CHUNK TAG`, single blanks, a -DOCSTART- line before each article.

Tags are IOB2 (the shared task's own files were IOB1; what reads them now expects IOB2). Part of
speech and chunk are not known and always `_`.
"""

from __future__ import annotations

from typing import IO, Final

from annotator.core.labels import LabelSet
from annotator.formats.article import Documents
from annotator.formats.conll import write_conll
from annotator.formats.loss import LossReport
from annotator.formats.options import ExportOptions

DOCUMENT_START: Final = "-DOCSTART- -X- -X- O\n\n"


def write(
    documents: Documents,
    out: IO[bytes],
    labels: LabelSet,
    options: ExportOptions,
    report: LossReport,
) -> None:
    """Write the documents; each span that a row of tags cannot hold goes to `report`."""
    write_conll(documents, out, labels, report, between=" _ _ ", document_start=DOCUMENT_START)
