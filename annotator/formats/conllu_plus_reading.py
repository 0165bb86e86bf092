"""CoNLL-U Plus, read: CoNLL-U with the columns that the first line names.

Columns that are named NER, with or without a number or a namespace (`HASHIYA:NER2`), hold tags.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from annotator.errors import QT_TRANSLATE_NOOP, DataError
from annotator.formats.article import ImportedArticle, Source, not_told
from annotator.formats.conll_rows import text_lines
from annotator.formats.conllu import sentences
from annotator.formats.token_articles import read_sentences

_NAMES: Final = "# global.columns ="


def tells(source: Source) -> bool:
    """Whether the first line names the columns."""
    return bool(_columns(source))


def read(source: Source) -> Iterator[ImportedArticle]:
    """The articles of a file, one for each `# newdoc`, its id their id or name.

    Raises UserError when the file cannot be read, DataError with line and column.
    """
    columns = _columns(source)
    if not {"ID", "FORM"} <= set(columns):
        raise DataError(
            QT_TRANSLATE_NOOP("Errors", "The first line does not name the columns ID and FORM."),
            file=source.path,
            line=1,
            remedy=QT_TRANSLATE_NOOP("Errors", "Begin it with “{begin}” and the columns' names."),
            begin=_NAMES,
        )
    yield from read_sentences(source, lambda again: sentences(again, columns))


def _columns(source: Source) -> list[str]:
    """The names in the first line; none where it names none."""
    _, line = next(text_lines(replace(source, advance=not_told)), (0, ""))
    return line.removeprefix(_NAMES).split() if line.startswith(_NAMES) else []
