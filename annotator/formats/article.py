"""What a reader yields and a writer takes: one article with its spans, outside any project."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import msgspec

from annotator.core.annotation import Annotation, Origin
from annotator.core.article import Article, Meta, Status
from annotator.errors import QT_TRANSLATE_NOOP

AUTHOR: Final = QT_TRANSLATE_NOOP("Import", "The name of the author left out")
ImportedValue = str | int | float | bool | list[int | float]


class ImportedSpan(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """`text[start:end]` of its article under a label's key; half-open code points.

    Empty `id`, `annotator`, `created` and `modified` mean that the file does not say. `text` has
    been checked against the offsets where the file gives it. (A msgspec struct because it is
    decoded straight from JSON, four million times in a large project.)
    """

    start: int
    end: int
    label: str
    id: str = ""
    text: str | None = None
    attributes: dict[str, ImportedValue] = {}
    note: str = ""
    review: bool = False
    annotator: str = ""
    origin: Origin = Origin.IMPORTED
    created: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repairs:
    """What was set right in a text on the way in; everything else is as it was in the file.

    `remarks` are what a format has to say besides: templates of context "Import" with `{count}`.
    """

    line_breaks: int = 0  # CR LF, CR, U+2028, U+2029 and NEL that became LF
    surrogates: int = 0  # lone surrogates left out
    bom: bool = False  # a byte order mark at the start of the text left out
    unknown_keys: frozenset[str] = frozenset()  # of a JSON object, left out
    joined_spans: int = 0  # spans in several pieces, read as one over all of them
    remarks: Mapping[str, int] = field(default_factory=dict)

    def __add__(self, other: Repairs) -> Repairs:
        remarks = dict(self.remarks)
        for template, count in other.remarks.items():
            remarks[template] = remarks.get(template, 0) + count
        return Repairs(
            line_breaks=self.line_breaks + other.line_breaks,
            surrogates=self.surrogates + other.surrogates,
            bom=self.bom or other.bom,
            unknown_keys=self.unknown_keys | other.unknown_keys,
            joined_spans=self.joined_spans + other.joined_spans,
            remarks=remarks,
        )


NO_REPAIRS = Repairs()


@dataclass(frozen=True, slots=True)
class MendedTag:
    """A tag that its scheme forbids where it stands, and what it was read as."""

    line: int
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedArticle:
    """One article read from a file. `line` is where it begins in a file that holds several.

    `text` is canonical (formats.canonical) and the spans are offsets into it. An empty `uuid`
    means that the file does not give one. `mended` are the tags of its rows that were set right;
    `span_lines` where each span begins, in a file of rows.
    """

    text: str
    meta: Meta
    uuid: str = ""
    status: Status = Status.NEW
    spans: tuple[ImportedSpan, ...] = ()
    line: int | None = None
    repairs: Repairs = NO_REPAIRS
    mended: tuple[MendedTag, ...] = ()
    span_lines: tuple[int, ...] = ()
    encoding: str = "utf-8"
    confidence: float = 1.0  # of the encoding, from 0 to 1


def in_unicode(name: str | Path) -> str:
    """A file's name or path as it can be stored: what is not UTF-8 in it is U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")


def not_told(_: int) -> None:
    """Nobody wants to know how far the reading is."""


def encoding_not_told(_encoding: str, _confidence: float) -> None:
    """Nobody wants to know what the file is written in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One thing to read: a file, or text that was pasted (then `pasted` holds it).

    A file out of an archive is read at `path`; `member` is the archive's path and its place inside,
    where a person knows it, and `held` keeps the unpacked file there. `encoding` is a name that
    Python knows, or "auto". A reader of many articles calls `advance` with the number of bytes that
    it has read since the last call, and `encoded` where the file is not in UTF-8 (an article's own
    `encoding` stands for a file of one).
    """

    path: Path
    encoding: str = "auto"
    pasted: str | None = None
    member: Path | None = None
    held: object = None
    advance: Callable[[int], None] = not_told
    encoded: Callable[[str, float], None] = encoding_not_told

    @property
    def shown(self) -> Path:
        """The path to tell a person."""
        return self.member or self.path

    @property
    def name(self) -> str:
        """What an article remembers of where it came from."""
        return "" if self.pasted is not None else in_unicode(self.shown.name)


Document = tuple[Article, Sequence[Annotation]]  # annotations in reading order
Documents = Iterable[Document]
Reader = Callable[[Source], Iterator[ImportedArticle]]
