"""What an import set right, one by one: edges of spans, and tags that their scheme forbids.

Entries of the report go to a temporary file once there are many of them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO, Final

import msgspec

from annotator.arabic.spelled_out import spelled_out
from annotator.formats.article import ImportedArticle, ImportedSpan, in_unicode
from annotator.formats.atomic_file import AtomicFile
from annotator.formats.temporary import Spool

_IN_MEMORY: Final = 1 << 20  # bytes of entries


class Covered(msgspec.Struct, frozen=True):
    """A span as it was or is: half-open code points of its article and what they cover."""

    start: int
    end: int
    text: str


class MovedEdges(msgspec.Struct, frozen=True, tag="edges", tag_field="kind"):
    """A span whose edges were not where a span may begin and end. `line` is its article's."""

    file: str
    line: int | None
    label: str
    before: Covered
    after: Covered

    @property
    def was(self) -> str:
        return spelled_out(self.before.text)

    @property
    def now(self) -> str:
        return spelled_out(self.after.text)


class MovedTag(msgspec.Struct, frozen=True, tag="tag", tag_field="kind"):
    """A tag out of order, and what it was read as."""

    file: str
    line: int
    before: str
    after: str

    @property
    def was(self) -> str:
        return self.before

    @property
    def now(self) -> str:
        return self.after


Repair = MovedEdges | MovedTag
Repaired = Callable[[Repair], None]


def repairs_of(
    article: ImportedArticle, tidied: Sequence[ImportedSpan], file: Path
) -> Iterator[Repair]:
    """What was set right in an article whose spans became `tidied`."""
    named = in_unicode(file)
    for mended in article.mended:
        yield MovedTag(named, mended.line, mended.before, mended.after)
    text = article.text
    for span, now in zip(article.spans, tidied, strict=True):
        if now is not span:
            yield MovedEdges(
                named,
                article.line,
                span.label,
                Covered(span.start, span.end, text[span.start : span.end]),
                Covered(now.start, now.end, text[now.start : now.end]),
            )


class RepairReport:
    """Filled by an import as it goes, then written; close it, or use `with`."""

    def __init__(self) -> None:
        self.edges = self.tags = 0
        self._spool = Spool(_IN_MEMORY)

    def __enter__(self) -> RepairReport:
        return self

    def __exit__(self, *_: object) -> None:
        self._spool.close()

    def add(self, repair: Repair) -> None:
        """Take one more. Raises UserError when there is no room for it."""
        if isinstance(repair, MovedEdges):
            self.edges += 1
        else:
            self.tags += 1
        self._spool.write(msgspec.json.encode(repair) + b"\n")

    def write(self, path: Path) -> None:
        """Write all of it as text, or as JSON when the file's name ends in .json."""
        with AtomicFile(path) as file:
            if path.suffix.lower() == ".json":
                self._write_json(file)
            else:
                self._write_text(file)

    def _write_json(self, out: IO[bytes]) -> None:
        totals = json.dumps({"edges": self.edges, "tags": self.tags})
        out.write(totals[:-1].encode() + b', "repairs": [')
        for number, line in enumerate(self._lines()):
            out.write((b",\n" if number else b"\n") + line.rstrip(b"\n"))
        out.write(b"]}\n")

    def _write_text(self, out: IO[bytes]) -> None:
        out.write(f"{self.edges} spans with moved edges, {self.tags} tags set right\n".encode())
        decoder = msgspec.json.Decoder(Repair)
        for line in self._lines():
            out.write((_in_words(decoder.decode(line)) + "\n").encode())

    def _lines(self) -> Iterator[bytes]:
        self._spool.seek(0)
        yield from self._spool
        self._spool.seek(0, 2)


def _in_words(repair: Repair) -> str:
    place = repair.file if repair.line is None else f"{repair.file}:{repair.line}"
    if isinstance(repair, MovedTag):
        return f"{place}: {repair.was} -> {repair.now}"
    before, after = repair.before, repair.after
    return (
        f"{place}: {repair.label} {before.start}–{before.end} “{repair.was}” -> "
        f"{after.start}–{after.end} “{repair.now}”"
    )
