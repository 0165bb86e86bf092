"""CoNLL-2002: `token TAG`, a blank line after each sentence. Articles are not told apart.

With nesting in columns a row has as many tags as the file needs: `token TAG TAG`.
Any scheme is read, with or without a part of speech (the Dutch files' `token POS TAG`), and with
-DOCSTART- lines where there are any.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from annotator.core.labels import LabelSet
from annotator.formats.article import Documents, ImportedArticle, Source
from annotator.formats.conll import write_conll
from annotator.formats.conll_rows import read_conll, shape_of
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
    write_conll(documents, out, labels, options, report)


def tells(source: Source) -> bool:
    """Whether the tags follow the token, or its part of speech."""
    shape = shape_of(source)
    if shape is None or (shape.tabs and shape.first == 1 and shape.columns > 2):
        return False  # nested, with a tab before each of its tags
    return shape.first == 1 or shape.columns == 3


def read(source: Source) -> Iterator[ImportedArticle]:
    """The articles of a file; DataError with line and column at the first thing that is wrong."""
    return read_conll(source)
