"""What the CoNLL formats share: a row a line, LF, a blank line after each sentence.

Tokens are camel-tools', which split at everything that Python calls white space, as the project's
token rules change them: a row's blanks are its own. A piece of a token that the next row goes on
from has a + behind it (annotator.formats.pieces).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from annotator.core.labels import LabelSet
from annotator.formats.article import Documents
from annotator.formats.loss import LossReport
from annotator.formats.nesting import label_priority
from annotator.formats.options import ExportOptions, Nesting
from annotator.formats.rows import Rows, rows_of
from annotator.formats.tag_columns import TAGS_LACK, write_columns


def write_conll(
    documents: Documents,
    out: IO[bytes],
    labels: LabelSet,
    options: ExportOptions,
    report: LossReport,
    *,
    between: str = " ",
    middle: str = "",
    document_start: str = "",
) -> None:
    """Write rows of token and tags, `between` them; `middle` comes before the first tag.

    `document_start` is the row before each article, without its tags. What the rows cannot hold
    goes to `report`.
    """
    priority = label_priority(labels)
    lack = TAGS_LACK if options.nesting is Nesting.COLUMNS else ""

    def articles() -> Iterator[tuple[str, int]]:
        for article, marks in documents:
            rows = rows_of(article, marks, priority, options, report)
            columns = len(rows.columns)
            start = f"{document_start}{f'{between}O' * columns}{lack}\n\n" if document_start else ""
            yield start + _lines(article.text, rows, between, between + middle, lack), columns

    if lack:
        write_columns(articles(), out, between)
    else:
        for rows, _ in articles():
            out.write(rows.encode("utf-8"))


def _lines(text: str, rows: Rows, between: str, before_tags: str, lack: str) -> str:
    """The rows of one article, `lack` at the end of each."""
    columns = rows.columns
    tags = columns[0] if len(columns) == 1 else list(map(between.join, zip(*columns, strict=True)))
    ending = {tag: f"{before_tags}{tag}{lack}\n" for tag in set(tags)}
    endings = list(map(ending.__getitem__, tags))
    for last in rows.ends:
        endings[last - 1] += "\n"
    lines = [""] * (2 * len(endings))
    lines[::2], lines[1::2] = rows.pieces.forms(text), endings
    return "".join(lines)
