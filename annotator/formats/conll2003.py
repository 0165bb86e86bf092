"""CoNLL-2003: `token POS CHUNK TAG`, single blanks, `-DOCSTART- -X- O O` before each article.

Tags are IOB2 unless another scheme is asked for (the shared task's own files were IOB1; what reads
them now expects IOB2). Part of speech and chunk are not known and always `_`. With nesting in
columns a row has as many tags as the file needs. Any scheme is read. The line before an article is
the shared task's own: spaCy knows no other, and takes one with `-X- -X-` for a word.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from annotator.core.labels import LabelSet
from annotator.formats import conllu
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
    write_conll(
        documents, out, labels, options, report, middle="_ _ ", document_start="-DOCSTART- -X- O"
    )


def tells(source: Source) -> bool:
    """Whether tags stand from the fourth column on. (CoNLL-U has parts of speech there, which may
    look like tags: PADT's interjections are I---------.)"""
    shape = shape_of(source)
    from_fourth = shape is not None and shape.columns > 3 and shape.first == 3 and not shape.bare
    return from_fourth and not conllu.tells(source)


def read(source: Source) -> Iterator[ImportedArticle]:
    """The articles of a file; DataError with line and column at the first thing that is wrong."""
    return read_conll(source, first=3)
