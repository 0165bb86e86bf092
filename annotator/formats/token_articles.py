"""Sentences of tagged tokens made into articles: running text, spans, and what had to be decided.

A file is gone through twice: once for what only the whole of it can tell (the tags' scheme, whether
it says how its tokens are spaced), once for its articles, one at a time. A sentence becomes a line
of its own unless the file says otherwise.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from annotator.arabic.edges import is_unseen, tidy
from annotator.core.span import Span
from annotator.errors import QT_TRANSLATE_NOOP
from annotator.formats.article import (
    ImportedArticle,
    ImportedSpan,
    MendedTag,
    Source,
    not_told,
)
from annotator.formats.encoding import MAX_TEXT_BYTES
from annotator.formats.joining import gaps
from annotator.formats.json_lines import no_article
from annotator.formats.native_jsonl import ArticleRow, MetaRow, checked_article
from annotator.formats.rejoining import as_we_cut, rejoin
from annotator.formats.source import too_large
from annotator.formats.tag_schemes import Evidence, Scheme, spans_of

_LARGE: Final = 100_000  # code points: past it, a file without borders is cut after a sentence
_UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SCHEMES: Final = {
    Scheme.IOB1: QT_TRANSLATE_NOOP("Import", "Its tags are IOB1"),
    Scheme.IOB2: QT_TRANSLATE_NOOP("Import", "Its tags are IOB2"),
    Scheme.IO: QT_TRANSLATE_NOOP("Import", "Its tags are IO: neighbours of one label are one span"),
    Scheme.BIOES: QT_TRANSLATE_NOOP("Import", "Its tags are BIOES"),
    Scheme.BILOU: QT_TRANSLATE_NOOP("Import", "Its tags are BILOU"),
    Scheme.BMEWO: QT_TRANSLATE_NOOP("Import", "Its tags are BMEWO"),
}
_MENDED: Final = QT_TRANSLATE_NOOP("Import", "Tags out of order set right: {count}")
_BY_RULE: Final = QT_TRANSLATE_NOOP(
    "Import", "The spacing is not in the file: words were joined by rule"
)
_REJOINED: Final = QT_TRANSLATE_NOOP("Import", "Words cut at “+” joined again: {count}")
_KEPT: Final = QT_TRANSLATE_NOOP("Import", "Words that end in “+” of their own, kept: {count}")
_WIDENED: Final = QT_TRANSLATE_NOOP("Import", "Spans of a part of a word widened to it: {count}")
_CUT: Final = QT_TRANSLATE_NOOP(
    "Import", "No borders between articles in the file: cut into {count} of bearable length"
)


@dataclass(slots=True, kw_only=True)
class Sentence:
    """The tokens of one sentence as a file has them.

    `after` is the white space after each token, None where the file does not say. `tags` has one
    column a level, a tag for each word; `words` are the tokens that the words stand in when that
    is not one each. `lines` are the words' lines in the file.
    """

    lines: Sequence[int]
    forms: list[str]
    after: list[str | None]
    tags: list[list[str]]
    words: Sequence[int] | None = None
    before: str = ""  # white space before its first token
    spaced: bool = False  # the file says how it is spaced, at least by leaving SpaceAfter out
    exact: bool = False  # the file says each white space that is not one blank
    begins: bool = False  # the first of an article
    name: str = ""  # of the article that it begins
    paragraph: bool = False  # the first of a paragraph
    cut: bool = False  # a `+` may mark the pieces of its words
    left_out: frozenset[str] = frozenset()


Sentences = Callable[[Source], Iterator[Sentence]]


@dataclass(frozen=True, slots=True)
class _Whole:
    """What a file tells as a whole."""

    scheme: Scheme | None
    spaced: bool
    exact: bool
    paragraphs: bool
    ours: bool  # every word in pieces is one token


def read_sentences(source: Source, sentences: Sentences) -> Iterator[ImportedArticle]:
    """The articles of a file of tokens. Raises what `sentences` raises, and DataError."""
    whole = _looked_through(sentences(replace(source, advance=not_told)))
    draft, borders, cut, found = _Draft(source, whole), False, False, False
    for sentence in sentences(source):
        borders |= sentence.begins
        large = draft.length > _LARGE and not borders
        if draft.length and (sentence.begins or large):
            cut, found = cut or large, True
            yield draft.article(cut)
            draft = _Draft(source, whole)
        draft.add(sentence)
    if draft.length:
        yield draft.article(cut)
    elif not found:
        raise no_article(source.path)


def _looked_through(sentences: Iterator[Sentence]) -> _Whole:
    evidence, spaced, exact, paragraphs, ours = Evidence(), False, False, False, True
    for sentence in sentences:
        for column in sentence.tags:
            evidence.add(column)
        spaced |= sentence.spaced
        exact |= sentence.exact
        paragraphs |= sentence.paragraph
        ours = ours and (not sentence.cut or as_we_cut(sentence.forms))
    return _Whole(evidence.scheme, spaced, exact, paragraphs, ours)


class _Draft:
    """An article that grows by sentences."""

    def __init__(self, source: Source, whole: _Whole) -> None:
        self.source, self.whole = source, whole
        self.parts: list[str] = []
        self.length = 0
        self.line = 0
        self.name = ""
        self.spans: list[tuple[ImportedSpan, int]] = []  # with the line where each begins
        self.mended: list[MendedTag] = []
        self.remarks: Counter[str] = Counter()
        self.left_out: frozenset[str] = frozenset()
        self._last: str | None = ""  # what the file says stands after the last token

    def add(self, sentence: Sentence) -> None:
        """Put the sentence after what is there."""
        if not self.line:
            self.line, self.name = sentence.lines[0], sentence.name
        self._put(self._between(sentence) + sentence.before)
        if sentence.cut:
            self._rejoin(sentence)
        starts, ends = self._put_tokens(sentence)
        self._mark(sentence, starts, ends)
        self.left_out |= sentence.left_out
        if self.length > MAX_TEXT_BYTES:
            raise too_large(self.source.path, MAX_TEXT_BYTES, self.line)

    def article(self, cut: bool) -> ImportedArticle:
        """The article, its spans checked against its text; `cut` from a file without borders."""
        blank = " " if self.whole.exact else ""
        self._put(blank if self._last is None else self._last)
        self.spans.sort(key=lambda each: (each[0].start, -each[0].end))
        uuid = self.name if _UUID.fullmatch(self.name) else ""
        row = ArticleRow(
            text="".join(self.parts),
            id=uuid,
            spans=tuple(span for span, _ in self.spans),
            meta=MetaRow(title="" if uuid else self.name),
        )
        lines = [line for _, line in self.spans]
        read = checked_article(row, self.source, self.line, self.left_out, lines)
        repairs = replace(read.repairs, remarks=self._all_remarks(cut))
        return replace(read, repairs=repairs, mended=tuple(self.mended))

    def _rejoin(self, sentence: Sentence) -> None:
        """Put the pieces of its words together, and count them."""
        joined, kept = rejoin(sentence.forms, sentence.after, self.whole.ours)
        for remark, count in ((_REJOINED, joined), (_KEPT, kept)):
            if count:
                self.remarks[remark] += count

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def _between(self, sentence: Sentence) -> str:
        """What stands between the last sentence and this one."""
        if self._last is not None:
            return self._last
        apart = sentence.paragraph or not (self.whole.paragraphs or self.whole.exact)
        return "\n" if apart else " "

    def _put_tokens(self, sentence: Sentence) -> tuple[list[int], list[int]]:
        """Where in the text what is seen of each token begins and ends: a bidi mark beside a word
        is of its row, and of no span."""
        after = sentence.after
        if self.whole.spaced:
            after = [" " if said is None else said for said in after]
        elif any(said is None for said in after[:-1]):
            self.remarks[_BY_RULE] = 1
        starts, ends = [], []
        for form, gap in zip(sentence.forms, gaps(sentence.forms, after), strict=True):
            seen = _seen(form)
            starts.append(self.length + seen.start)
            ends.append(self.length + seen.end)
            self._put(form + gap)
        self._last = sentence.after[-1]
        return starts, ends

    def _mark(self, sentence: Sentence, starts: list[int], ends: list[int]) -> None:
        words = sentence.words
        for column in sentence.tags:
            spans, mended = spans_of(column, self.whole.scheme)
            for first, last, label in spans:
                one, other = (first, last - 1) if words is None else (words[first], words[last - 1])
                span = ImportedSpan(start=starts[one], end=ends[other], label=label)
                self.spans.append((span, sentence.lines[first]))
                if words is not None and _inside(words, first, last):
                    self.remarks[_WIDENED] += 1
            for token, before, after in mended:
                self.mended.append(MendedTag(sentence.lines[token], before, after))

    def _all_remarks(self, cut: bool) -> dict[str, int]:
        found = Counter(self.remarks)
        if self.whole.scheme is not None:
            found[_SCHEMES[self.whole.scheme]] = 1
        if self.mended:
            found[_MENDED] = len(self.mended)
        if cut:
            found[_CUT] = 1
        return dict(found)


def _seen(form: str) -> Span:
    """What is seen of it, whole letters and emoji; all of it where nothing is."""
    whole = Span(0, len(form))
    if not is_unseen(form[0]) and not is_unseen(form[-1]):
        return whole
    return tidy(form, 0, len(form)) or whole


def _inside(words: Sequence[int], first: int, last: int) -> bool:
    """Whether the words `first:last` are not all the words of the tokens they stand in."""
    before = first > 0 and words[first - 1] == words[first]
    behind = last < len(words) and words[last] == words[last - 1]
    return before or behind
