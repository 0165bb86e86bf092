"""What an export could not hold: each span by name, and the totals, in memory that stays flat.

Entries go to a temporary file once there are many of them; totals are counted as they come.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum
from typing import Any, Final, NamedTuple, TextIO

import msgspec

from annotator.core.annotation import Annotation
from annotator.core.article import Article
from annotator.errors import QT_TRANSLATE_NOOP
from annotator.formats.temporary import Spool

_IN_MEMORY: Final = 1 << 19  # bytes of entries


class Reason(StrEnum):
    """Why a span is not in the file as it was made."""

    INSIDE_TOKEN = "inside_token"  # written over the whole token it begins or ends inside
    MERGED = "merged"  # written as one with its neighbour
    CUT_TOKEN = "cut_token"  # written without the token it begins or ends inside
    BLANK_EDGE = "blank_edge"  # written without the white space at its edge
    LONGER = "longer"  # left out: a longer span holds the same tokens
    SHORTER = "shorter"  # left out: a shorter span holds some of its tokens
    LABEL_FIRST = "label_first"  # left out: the winner's label comes first
    LABEL_ORDER = "label_order"  # left out: as long as the winner, whose label comes first
    EARLIER = "earlier"  # left out: as long and as high as the winner, which begins first
    NO_WHOLE_TOKEN = "no_whole_token"  # left out: it covers no token whole
    NO_TOKEN = "no_token"  # left out: it touches no token


class NotHeld(StrEnum):
    """What a format has no place for at all: counted, not listed."""

    ATTRIBUTES = "attributes"
    NOTES = "notes"
    REVIEW = "review"
    SCORES = "scores"
    PROVENANCE = "provenance"  # who made it, how and when, and its id
    META = "meta"
    ARTICLE_NOTES = "article_notes"
    FLAGS = "flags"
    FIRST_BLANKS = "first_blanks"
    WORDLESS = "wordless"


REASONS: Final = {
    Reason.INSIDE_TOKEN: QT_TRANSLATE_NOOP(
        "Loss", "begins or ends inside a token: the whole token was tagged"
    ),
    Reason.MERGED: QT_TRANSLATE_NOOP(
        "Loss", "read as one with its neighbour of the same label: IO has no border for them"
    ),
    Reason.CUT_TOKEN: QT_TRANSLATE_NOOP(
        "Loss", "begins or ends inside a token: only its whole tokens were tagged"
    ),
    Reason.BLANK_EDGE: QT_TRANSLATE_NOOP("Loss", "begins or ends with a blank: written without"),
    Reason.LONGER: QT_TRANSLATE_NOOP("Loss", "left out: a longer span holds these tokens"),
    Reason.SHORTER: QT_TRANSLATE_NOOP("Loss", "left out: a shorter span holds some of its tokens"),
    Reason.LABEL_FIRST: QT_TRANSLATE_NOOP(
        "Loss", "left out: the winner’s label comes first in the label set"
    ),
    Reason.LABEL_ORDER: QT_TRANSLATE_NOOP(
        "Loss", "left out: the winner is as long and its label comes first in the label set"
    ),
    Reason.EARLIER: QT_TRANSLATE_NOOP(
        "Loss", "left out: the winner is as long, of the same label, and comes first"
    ),
    Reason.NO_WHOLE_TOKEN: QT_TRANSLATE_NOOP("Loss", "left out: it covers no token whole"),
    Reason.NO_TOKEN: QT_TRANSLATE_NOOP("Loss", "left out: it holds no token"),
}
WIDENED: Final = (Reason.INSIDE_TOKEN, Reason.MERGED)
NARROWED: Final = (Reason.CUT_TOKEN, Reason.BLANK_EDGE)
NOT_HELD: Final = {
    NotHeld.ATTRIBUTES: QT_TRANSLATE_NOOP("Loss", "annotations with attributes"),
    NotHeld.NOTES: QT_TRANSLATE_NOOP("Loss", "annotations with a note"),
    NotHeld.REVIEW: QT_TRANSLATE_NOOP("Loss", "annotations marked “needs review”"),
    NotHeld.SCORES: QT_TRANSLATE_NOOP("Loss", "annotations with a score"),
    NotHeld.PROVENANCE: QT_TRANSLATE_NOOP(
        "Loss", "annotations with their id, annotator, origin and times"
    ),
    NotHeld.META: QT_TRANSLATE_NOOP("Loss", "articles with a title, outlet, URL, date or source"),
    NotHeld.ARTICLE_NOTES: QT_TRANSLATE_NOOP("Loss", "articles with a note"),
    NotHeld.FLAGS: QT_TRANSLATE_NOOP("Loss", "flagged articles"),
    NotHeld.FIRST_BLANKS: QT_TRANSLATE_NOOP(
        "Loss", "articles whose text begins with line breaks or tabs: blanks stand for them"
    ),
    NotHeld.WORDLESS: QT_TRANSLATE_NOOP("Loss", "articles without a word, left out"),
}
_HEADLINE: Final = (
    "{spans} spans in {articles} articles: {lost} left out, {widened} widened to tokens{narrowed}."
)


class Lost(NamedTuple):
    """A loss as a writer tells it: `Loss` without the article. More than half the spans of a corpus
    may be one."""

    span: Annotation
    reason: Reason
    written: str = ""
    winner: Annotation | None = None


class LostSpan(msgspec.Struct, frozen=True):
    """A span as the report names it: half-open code points, label's key, covered text."""

    start: int
    end: int
    label: str
    text: str


class Loss(msgspec.Struct, frozen=True, omit_defaults=True):
    """One span that is not in the file as it was made, why, and what is there in its place.

    `title` is the article's, or its first words. `written` is the text tagged instead of a span
    that was changed; `winner` the span that took the tokens of one that was left out, or became
    one with it.
    """

    article: str
    title: str
    span: LostSpan
    reason: Reason
    written: str = ""
    winner: LostSpan | None = None


_SpanEntry = tuple[int, int, str, str]
_Entry = tuple[_SpanEntry, Reason, str, _SpanEntry | None]  # as kept: the fields of a `Lost`

_decode_packed = msgspec.msgpack.Decoder(
    tuple[tuple[int, int, int, int], dict[Reason, int], dict[NotHeld, int], bytes]
).decode


class LossReport:
    """Filled by a writer as it goes; read when the export is done. Close it, or use `with`."""

    def __init__(self, format_key: str) -> None:
        self.format = format_key
        self.articles = 0
        self.spans = 0
        self.reasons: Counter[Reason] = Counter()
        self.not_held: Counter[NotHeld] = Counter()
        self.joined_sentences = 0  # sentence breaks ignored because a span goes over them
        self.invisible_tokens = 0  # tokens of invisible characters alone, written as they are
        self._spool = Spool(_IN_MEMORY)
        self._encoder = msgspec.json.Encoder()
        self._decoder = msgspec.json.Decoder(tuple[str, str, list[_Entry]])

    def __enter__(self) -> LossReport:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._spool.close()

    @property
    def widened(self) -> int:
        """Spans that are in the file, over more letters than were annotated."""
        return sum(self.reasons[reason] for reason in WIDENED)

    @property
    def narrowed(self) -> int:
        """Spans that are in the file, over fewer letters than were annotated."""
        return sum(self.reasons[reason] for reason in NARROWED)

    @property
    def lost(self) -> int:
        """Spans that are not in the file at all."""
        return self.reasons.total() - self.widened - self.narrowed

    @property
    def total(self) -> int:
        """Spans that are not in the file exactly as they were made: 0 is a perfect export."""
        return self.reasons.total()

    def add(self, article: Article, losses: Sequence[Lost]) -> None:
        """Take what is lost of one article's spans. Raises UserError when there is no room."""
        if not losses:
            return
        self.reasons.update([reason for _, reason, _, _ in losses])
        entries = [
            (_entry(span), reason, written, _entry(winner) if winner else None)
            for span, reason, written, winner in losses
        ]
        self._spool.write(self._encoder.encode((article.uuid, article_name(article), entries)))
        self._spool.write(b"\n")

    def packed(self) -> bytes:
        """All of it, for a report of another process to `absorb`."""
        self._spool.seek(0)
        counts = (self.articles, self.spans, self.joined_sentences, self.invisible_tokens)
        return msgspec.msgpack.encode((counts, self.reasons, self.not_held, self._spool.read()))

    def absorb(self, packed: bytes) -> None:
        """Take what a report counted and listed, after what this one did."""
        counts, reasons, not_held, entries = _decode_packed(packed)
        self.articles += counts[0]
        self.spans += counts[1]
        self.joined_sentences += counts[2]
        self.invisible_tokens += counts[3]
        self.reasons.update(reasons)
        self.not_held.update(not_held)
        self._spool.write(entries)

    def count_article(self, article: Article, annotations: Sequence[Annotation]) -> None:
        """Count an article that is about to be written whole."""
        self.articles += 1
        self.spans += len(annotations)

    def count_beyond_jsonl(self, article: Article, annotations: Sequence[Annotation]) -> None:
        """Count what even the native JSONL has no place for."""
        self.not_held[NotHeld.FLAGS] += article.flag
        self.not_held[NotHeld.ARTICLE_NOTES] += bool(article.note)
        self.not_held[NotHeld.SCORES] += sum(a.score is not None for a in annotations)

    def count_beyond_tags(
        self,
        article: Article,
        annotations: Sequence[Annotation],
        held: Collection[NotHeld] = (),
    ) -> None:
        """Count what a format of spans and labels has no place for, but for what is `held`."""
        self.count_beyond_jsonl(article, annotations)
        meta = article.meta
        self.not_held[NotHeld.META] += bool(
            meta.title or meta.outlet or meta.url or meta.date or meta.source
        )
        self.not_held[NotHeld.PROVENANCE] += len(annotations)
        for annotation in annotations:
            if annotation.attributes and NotHeld.ATTRIBUTES not in held:
                self.not_held[NotHeld.ATTRIBUTES] += 1
            if annotation.note and NotHeld.NOTES not in held:
                self.not_held[NotHeld.NOTES] += 1
            if annotation.review:
                self.not_held[NotHeld.REVIEW] += 1

    def losses(self) -> Iterator[Loss]:
        """Every span that was changed or left out, in the order of the export."""
        self._spool.seek(0)
        for line in self._spool:
            article, title, entries = self._decoder.decode(line)
            for span, reason, written, winner in entries:
                won = LostSpan(*winner) if winner else None
                yield Loss(article, title, LostSpan(*span), reason, written, won)
        self._spool.seek(0, 2)

    def headline(self) -> str:
        """The report in one English sentence."""
        return _HEADLINE.format(
            spans=self.spans,
            articles=self.articles,
            lost=self.lost,
            widened=self.widened,
            narrowed=f", {self.narrowed} narrowed" if self.narrowed else "",
        )

    def totals(self) -> dict[str, Any]:
        """The counts, for a program."""
        return {
            "format": self.format,
            "articles": self.articles,
            "spans": self.spans,
            "total": self.total,
            "lost": self.lost,
            "widened": self.widened,
            "narrowed": self.narrowed,
            "reasons": {r.value: self.reasons[r] for r in Reason if self.reasons[r]},
            "not_held": {n.value: self.not_held[n] for n in NotHeld if self.not_held[n]},
            "joined_sentences": self.joined_sentences,
            "invisible_tokens": self.invisible_tokens,
        }

    def write_text(self, out: TextIO) -> None:
        """The report for a person: the headline, the totals, and each span under its article."""
        out.write(f"{self.format}: {self.headline()}\n")
        for reason in Reason:
            if self.reasons[reason]:
                out.write(f"{self.reasons[reason]:>8}  {REASONS[reason]}\n")
        if self.not_held.total():
            out.write("\nNot held by this format:\n")
        for kind in NotHeld:
            if self.not_held[kind]:
                out.write(f"{self.not_held[kind]:>8}  {NOT_HELD[kind]}\n")
        if self.joined_sentences:
            out.write(
                f"\n{self.joined_sentences} sentence breaks inside a span were not written.\n"
            )
        if self.invisible_tokens:
            out.write(f"\n{self.invisible_tokens} tokens hold invisible characters alone.\n")
        article = None
        for loss in self.losses():
            if loss.article != article:
                article = loss.article
                out.write(f"\n{article}  {on_one_line(loss.title)}\n")
            out.write(_loss_lines(loss))

    def write_json(self, out: TextIO) -> None:
        """The report for a program: the totals and `losses`, each as `Loss` names its fields."""
        totals = json.dumps(self.totals(), ensure_ascii=False)
        out.write(totals[:-1] + ', "losses": [')
        for number, loss in enumerate(self.losses()):
            out.write((",\n" if number else "\n") + self._encoder.encode(loss).decode())
        out.write("]}\n")


def _entry(span: Annotation) -> _SpanEntry:
    return span.start, span.end, span.label, span.text


def _loss_lines(loss: Loss) -> str:
    lines = f"  {_named(loss.span)}  {REASONS[loss.reason]}\n"
    if loss.written:
        lines += f"      tagged: “{on_one_line(loss.written)}”\n"
    if loss.winner is not None:
        name = "neighbour" if loss.reason is Reason.MERGED else "winner"
        lines += f"      {name}: {_named(loss.winner)}\n"
    return lines


def _named(span: LostSpan) -> str:
    return f"{span.start}–{span.end} {span.label} “{on_one_line(span.text)}”"


def article_name(article: Article) -> str:
    """What a report calls an article: its title, or its first words."""
    return article.meta.title or on_one_line(article.text[:200], 60)


def on_one_line(text: str, limit: int = 200) -> str:
    """`text` as one line of a report: breaks made blanks, cut after `limit` code points."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
