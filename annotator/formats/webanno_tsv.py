"""WebAnno TSV 3.3, as INCEpTION writes and reads it: an article a file, a token a line.

`sentence-token⇥begin-end⇥form⇥value⇥`, offsets in UTF-16 units over the document. A span that
begins or ends inside a token has a line of its own below it (`1-3.1`). `_` is no span, `|` stands
between spans on the same letters, `[N]` after a value makes the lines of one span one.

The text is in `#Text=` lines before each sentence. INCEpTION ends each by a line break and leaves
that out again where the next sentence begins there (Tsv3XDeserializer); so a sentence is written
with all that stands before the next one, and the text comes back to the letter. It fills what is
before the first token with blanks.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from annotator.arabic.sentences import sentence_ranges
from annotator.arabic.tokens import token_ranges
from annotator.arabic.utf16 import Utf16Map
from annotator.core.annotation import Annotation
from annotator.core.article import Article
from annotator.core.labels import LabelSet
from annotator.core.ranges import Ranges
from annotator.formats.article import Documents
from annotator.formats.dkpro_layers import LABEL_FEATURE, NAMED_ENTITY
from annotator.formats.file_set import FileSet, file_stem
from annotator.formats.loss import LossReport, Lost, NotHeld, Reason
from annotator.formats.options import ExportOptions

FIRST_LINE: Final = "#FORMAT=WebAnno TSV"
_HEADER: Final = f"{FIRST_LINE} 3.3\n#T_SP={NAMED_ENTITY}|{LABEL_FEATURE}\n\n"
TEXT_ESCAPES: Final = {  # Escaping.escapeText: what Java has a letter for, and other controls
    **{chr(code): "\\" + chr(code) for code in range(32) if not 7 < code < 14},
    **{"\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", "\b": "\\b", "\\": "\\\\"},
}
_ESCAPED_TEXT: Final = str.maketrans(TEXT_ESCAPES)
_ESCAPED_VALUE: Final = re.compile(r"[\\\[\]|_;\t\n*]|->")
_LETTERS: Final = {"\t": "t", "\n": "n"}
_Unit = tuple[int, int, int]  # a token's index, and what of its text is covered


def write_files(
    documents: Documents,
    files: FileSet,
    labels: LabelSet,
    options: ExportOptions,
    report: LossReport,
) -> None:
    """Write each document as one file; what has no place is counted in `report`."""
    for number, (article, marks) in enumerate(documents, 1):
        report.count_article(article, marks)
        report.count_beyond_tags(article, marks)
        with files.open(f"{file_stem(article, number)}.tsv") as file:
            for part in _parts(article, marks, report):
                file.write(part.encode("utf-8"))


def _parts(article: Article, marks: Sequence[Annotation], report: LossReport) -> Iterator[str]:
    yield _HEADER
    text = article.text
    tokens = token_ranges(text)
    first_token = tokens[0][0] if tokens else len(text)
    report.not_held[NotHeld.FIRST_BLANKS] += bool(text[:first_token].strip(" "))
    units = Utf16Map(text)
    values = _values(article, tokens, marks, report)
    parts: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)  # below each token
    for index, start, end in values:
        if (start, end) != tokens[index]:
            parts[index].append((start, end))
    ends = _sentence_ends(text, tokens, marks, report)
    for number, (first, last) in enumerate(pairwise((0, *ends)), 1):
        stop = tokens[last][0] if last < len(tokens) else len(text)
        body = text[tokens[first][0] : stop]
        if last < len(tokens):
            body = body.removesuffix("\n")  # INCEpTION adds one by itself
        lines = [line.translate(_ESCAPED_TEXT) for line in body.split("\n")]
        yield "\n" + "".join(f"#Text={line}\n" for line in lines)
        for index in range(first, last):
            for part, (start, end) in enumerate((tokens[index], *sorted(parts[index]))):
                place = f"{number}-{index - first + 1}" + (f".{part}" if part else "")
                offsets = f"{units.to_utf16(start)}-{units.to_utf16(end)}"
                value = values.get((index, start, end), "_")
                yield f"{place}\t{offsets}\t{text[start:end]}\t{value}\t\n"


def _values(
    article: Article,
    tokens: Ranges,
    marks: Sequence[Annotation],
    report: LossReport,
) -> dict[_Unit, str]:
    """What stands in the column of every token, or part of one, that a span covers."""
    starts, ends = tokens.starts, tokens.ends
    covering: defaultdict[_Unit, list[int]] = defaultdict(list)
    lines: list[list[_Unit]] = []
    for number, mark in enumerate(marks):
        first = bisect_right(ends, mark.start)
        last = bisect_left(starts, mark.end, first)
        touched = [
            (i, max(starts[i], mark.start), min(ends[i], mark.end)) for i in range(first, last)
        ]
        if not touched:
            report.add(article, [Lost(mark, Reason.NO_TOKEN)])
        lines.append(touched)
        for unit in touched:
            covering[unit].append(number)
    numbered = [
        number
        for number, touched in enumerate(lines)
        if len(touched) > 1 or any(len(covering[unit]) > 1 for unit in touched)
    ]
    ids = {number: f"[{n}]" for n, number in enumerate(numbered, 1)}
    said = [_escaped(mark.label) + ids.get(number, "") for number, mark in enumerate(marks)]
    return {unit: "|".join(said[number] for number in on) for unit, on in covering.items()}


def _escaped(value: str) -> str:
    """`value` for a column (Escaping.escapeValue)."""
    return _ESCAPED_VALUE.sub(lambda match: "\\" + _LETTERS.get(match[0], match[0]), value)


def _sentence_ends(
    text: str,
    tokens: Ranges,
    marks: Sequence[Annotation],
    report: LossReport,
) -> Iterator[int]:
    """The token index after each sentence; one inside a span is left out and counted, for a span
    of that layer stays within a sentence."""
    reach, upcoming = 0, iter(marks)
    mark = next(upcoming, None)
    for _, end in sentence_ranges(text, tokens.starts):
        stop = tokens[end - 1][1]
        while mark is not None and mark.start < stop:
            reach = max(reach, mark.end)
            mark = next(upcoming, None)
        if end < len(tokens) and reach > tokens[end][0]:
            report.joined_sentences += 1
        else:
            yield end
