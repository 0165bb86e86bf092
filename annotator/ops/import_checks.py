"""What an article must satisfy, beyond its format, to enter a project."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import msgspec

from annotator.arabic.edges import tidy
from annotator.core.labels import LabelSet
from annotator.core.span import OverlapPolicy
from annotator.errors import QT_TRANSLATE_NOOP, DataError
from annotator.formats.article import ImportedArticle, ImportedSpan
from annotator.store.reads import Reads
from annotator.store.seen_ids import SeenIds

_CORRECT: Final = QT_TRANSLATE_NOOP("Errors", "Correct that line and try again.")
_NEW_IDS: Final = QT_TRANSLATE_NOOP("Errors", "Leave ids out to have new ones made.")
MOST_COVERED: Final = 20_000_000  # code points that the spans of an article hold, each by itself
# A span between two of these, with a third behind it, has nothing at its edges to tidy.
_PLAIN: Final = frozenset("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي0123456789٠١٢٣٤٥٦٧٨٩")
_PLAIN_AFTER: Final = _PLAIN | frozenset(" \n.،:؛\"'«»()[]!؟")


class SpanIds:
    """Every annotation id met so far, to find the one that is given twice. Close it."""

    def __init__(self, store: Reads | None) -> None:
        self._store = store
        self._seen = SeenIds()

    def close(self) -> None:
        self._seen.close()

    def check(self, article: ImportedArticle, file: Path) -> None:
        """Raise DataError when a span's id was met before or is in the project."""
        ids = [span.id for span in article.spans if span.id]
        if not ids:
            return
        again = self._seen.add(ids)
        if again is not None:
            raise _taken(again, article, file)
        if self._store is not None:
            known = self._store.known_annotation_ids(ids)
            if known:
                raise _taken(min(known), article, file)


def _taken(given: str, article: ImportedArticle, file: Path) -> DataError:
    return DataError(
        QT_TRANSLATE_NOOP(
            "Errors", "The span id {id} is another annotation's, in this import or in the project."
        ),
        file=file,
        line=article.line,
        remedy=_NEW_IDS,
        id=given,
    )


def check_article_id(store: Reads, article: ImportedArticle, digest: str, file: Path) -> bool:
    """Whether the project has this very article. Raises DataError when its id is another's."""
    stored = store.article_by_uuid(article.uuid)
    if stored is None:
        return False
    if stored.sha256 == digest:
        return True
    raise DataError(
        QT_TRANSLATE_NOOP("Errors", "The id {id} is another article's in the project."),
        file=file,
        line=article.line,
        remedy=_NEW_IDS,
        id=article.uuid,
    )


def check_labels(article: ImportedArticle, labels: LabelSet, file: Path) -> None:
    """Raise DataError when a span has a label that the project does not have."""
    unknown = {key for key in {span.label for span in article.spans} if key not in labels}
    if not unknown:
        return
    place, span = next((n, s) for n, s in enumerate(article.spans) if s.label in unknown)
    raise DataError(
        QT_TRANSLATE_NOOP("Errors", "The project has no label “{label}”."),
        file=file,
        line=_line_of(article, place),
        remedy=QT_TRANSLATE_NOOP(
            "Errors", "Add it to the label set first, or correct it in the file."
        ),
        label=span.label,
    )


def check_extent(article: ImportedArticle, file: Path) -> None:
    """Raise DataError when the article's spans hold more letters than one can work with: each keeps
    those that it covers, so that ten thousand around each other are a gigabyte of a small file."""
    if len(article.spans) * len(article.text) <= MOST_COVERED:
        return
    covered = sum(span.end - span.start for span in article.spans)
    if covered > MOST_COVERED:
        raise DataError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "The spans of this article cover {covered} letters, each counted with those inside"
                " it; there is room for {most}.",
            ),
            file=file,
            line=article.line,
            remedy=QT_TRANSLATE_NOOP(
                "Errors", "Leave out the spans around others that hold most of the text."
            ),
            covered=f"{covered:,}",
            most=f"{MOST_COVERED:,}",
        )


def _line_of(article: ImportedArticle, place: int) -> int | None:
    """Where the span at that place begins, in a file of rows; else where the article does."""
    return article.span_lines[place] if article.span_lines else article.line


def against_policy(spans: Sequence[ImportedSpan], policy: OverlapPolicy) -> int:
    """How many spans share letters with one before them in a way that the project forbids.

    They are imported all the same: what was annotated elsewhere is not ours to drop.
    """
    if policy is OverlapPolicy.ANY or len(spans) < 2:
        return 0
    open_ends: list[int] = []  # of the spans that hold the place looked at, outermost first
    found = 0
    for start, end in sorted({(s.start, -s.end) for s in spans}):
        while open_ends and open_ends[-1] <= start:
            open_ends.pop()
        if open_ends and (policy is OverlapPolicy.NONE or open_ends[-1] < -end):
            found += 1
        open_ends.append(-end)
    return found


def tidy_spans(article: ImportedArticle, file: Path) -> tuple[ImportedSpan, ...]:
    """The article's spans, with edges moved off blanks, invisible characters and parts of letters.

    A span that is as it should be is the same object. Raises DataError when one holds nothing.
    """
    text = article.text
    return tuple(
        span if _plain(text, span.start, span.end) else _tidied(place, article, file)
        for place, span in enumerate(article.spans)
    )


def _plain(text: str, start: int, end: int) -> bool:
    """Whether a look at four characters is enough to know that the edges are tidy."""
    return (
        text[start] in _PLAIN
        and text[end - 1] in _PLAIN
        and (end == len(text) or text[end] in _PLAIN_AFTER)
    )


def _tidied(place: int, article: ImportedArticle, file: Path) -> ImportedSpan:
    span = article.spans[place]
    tidied = tidy(article.text, span.start, span.end)
    if tidied is None:
        raise DataError(
            QT_TRANSLATE_NOOP("Errors", "The span {start}–{end} holds nothing that can be seen."),
            file=file,
            line=_line_of(article, place),
            remedy=_CORRECT,
            start=span.start,
            end=span.end,
        )
    if (tidied.start, tidied.end) == (span.start, span.end):
        return span
    return msgspec.structs.replace(
        span, start=tidied.start, end=tidied.end, text=tidied.of(article.text)
    )
