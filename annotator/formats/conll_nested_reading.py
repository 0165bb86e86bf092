"""Nested CoNLL, read: `token⇥TAG⇥TAG…`, a column of tags a level, in any scheme."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.formats.article import ImportedArticle, Source
from annotator.formats.conll_rows import read_conll, shape_of


def tells(source: Source) -> bool:
    """Whether tabs part the cells, and every one after the token is a tag: two of them at least."""
    shape = shape_of(source)
    return shape is not None and shape.first == 1 and shape.columns > 2 and shape.tabs


def read(source: Source) -> Iterator[ImportedArticle]:
    """The articles of a file; DataError with line and column at the first thing that is wrong."""
    return read_conll(source, first=1)
