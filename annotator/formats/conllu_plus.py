"""CoNLL-U Plus (https://universaldependencies.org/ext-format.html), text and spans without loss.

Columns are `ID FORM MISC`, then a column of tags a level, `HASHIYA:NER`, `HASHIYA:NER2`, …. A token
that is cut stands on a range line (`3-4 بالحسكة`), its pieces as words below it. CoNLL-U wants NFC,
and normalising would move offsets, so `FORM` and `# text` are NFC while MISC says what the article
holds: `TokenRange=s:e` are half-open code points of its own text; `SourceForm` spells a form that
is not NFC there, each code point as \\uXXXX; the white space behind a token is one blank, or as
`SpaceAfter=No` or UDPipe's `SpacesAfter` say (`SpacesBefore` what precedes the first token).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import IO, Final

from annotator.core.article import Article
from annotator.core.labels import LabelSet
from annotator.formats.article import Documents
from annotator.formats.loss import LossReport, NotHeld
from annotator.formats.nesting import label_priority
from annotator.formats.options import ExportOptions
from annotator.formats.rows import Rows, rows_of
from annotator.formats.tag_columns import BLANKS_LACK, TAGS_LACK, write_columns

NAMESPACE: Final = "HASHIYA:NER"
SPACES: Final = {" ": "\\s", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def write(
    documents: Documents,
    out: IO[bytes],
    labels: LabelSet,
    options: ExportOptions,
    report: LossReport,
) -> None:
    """Write the documents; each span that the columns cannot hold goes to `report`."""
    priority = label_priority(labels)

    def articles() -> Iterator[tuple[str, int]]:
        for article, marks in documents:
            rows = rows_of(article, marks, priority, options, report)
            report.not_held[NotHeld.WORDLESS] += not rows.ends
            yield "".join(_sentences(article, rows)), len(rows.columns)

    write_columns(articles(), out, "\t", _header)


def _header(columns: int) -> str:
    """The first line: the names of all columns."""
    names = [NAMESPACE, *(f"{NAMESPACE}{level}" for level in range(2, columns + 1))]
    return f"# global.columns = ID FORM MISC {' '.join(names)}\n"


def _sentences(article: Article, rows: Rows) -> Iterator[str]:
    """Each sentence with its comments, a blank line after it."""
    pieces = rows.pieces
    first_pieces = [pieces.of_token(token) for token in range(len(pieces.tokens) + 1)]
    token = 0
    for number, (first, last) in enumerate(pairwise((0, *rows.ends)), 1):
        begin = token
        while first_pieces[token] < last:
            token += 1
        if number == 1:
            yield f"# newdoc id = {article.uuid}\n"
        yield f"# sent_id = {article.uuid}-{number}\n"
        yield f"# text = {_text(article.text, rows, begin, token)}\n"
        for index in range(begin, token):
            here = range(first_pieces[index], first_pieces[index + 1])
            yield from _token(article.text, rows, index, here, 1 - first)
        yield "\n"


def _token(text: str, rows: Rows, index: int, here: range, id_of_zero: int) -> Iterator[str]:
    """The lines of one token, whose pieces are `here`; a piece's id is its index + `id_of_zero`."""
    spans = rows.pieces.spans
    spacing = _spacing(text, rows, index)
    if len(here) > 1:
        ids = f"{here[0] + id_of_zero}-{here[-1] + id_of_zero}"
        blanks = "\t_" * len(rows.columns)
        yield f"{ids}\t{_word(text, *rows.pieces.tokens[index], spacing)}{blanks}{BLANKS_LACK}\n"
        spacing = []
    for piece in here:
        tags = "\t".join(column[piece] for column in rows.columns)
        word = _word(text, *spans[piece], spacing)
        yield f"{piece + id_of_zero}\t{word}\t{tags}{TAGS_LACK}\n"


def _word(text: str, start: int, end: int, spacing: list[str]) -> str:
    """FORM and MISC of `text[start:end]`."""
    source = text[start:end]
    form = unicodedata.normalize("NFC", source)
    misc = [*spacing, f"TokenRange={start}:{end}"]
    if form != source:
        misc.insert(0, f"SourceForm={''.join(map(_escape, source))}")
    return f"{form}\t{'|'.join(misc)}"


def _spacing(text: str, rows: Rows, index: int) -> list[str]:
    """What MISC says of the white space around the token of that index."""
    tokens = rows.pieces.tokens
    said = []
    end = tokens[index][1]
    following = tokens[index + 1][0] if index + 1 < len(tokens) else len(text)
    if end == following:
        said.append("SpaceAfter=No")
    elif text[end:following] != " ":
        said.append(f"SpacesAfter={''.join(map(_space, text[end:following]))}")
    if index == 0 and tokens[0][0]:
        said.append(f"SpacesBefore={''.join(map(_space, text[: tokens[0][0]]))}")
    return said


def _text(text: str, rows: Rows, begin: int, end: int) -> str:
    """The tokens `begin:end` as a sentence in NFC, every white space one blank."""
    tokens = rows.pieces.tokens
    shown: list[str] = []
    for index in range(begin, end):
        if index > begin and tokens[index - 1][1] < tokens[index][0]:
            shown.append(" ")
        shown.append(unicodedata.normalize("NFC", text[slice(*tokens[index])]))
    return "".join(shown)


def _space(character: str) -> str:
    return SPACES.get(character) or _escape(character)


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"
