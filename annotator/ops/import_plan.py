"""What an import would bring in, looked at before anything is written.

Planning reads every file to its end, so that a mistake in the last line is known before the first
article is written. It touches no project but to ask what is there already, and may run on any
thread that has a reader of the store.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from annotator.arabic.characters import bidi_controls
from annotator.core.article import LONG, Meta, text_hash
from annotator.core.labels import LabelSet
from annotator.core.span import OverlapPolicy
from annotator.errors import QT_TRANSLATE_NOOP, DataError, HashiyaError, UserError
from annotator.formats.article import NO_REPAIRS, ImportedArticle, Source, not_told
from annotator.formats.conll_rows import looks_tagged
from annotator.formats.encoding import SURE, encoding_name, known_encoding
from annotator.formats.format import Format
from annotator.formats.registry import format_named, format_of, misnamed
from annotator.ops.import_checks import (
    SpanIds,
    against_policy,
    check_article_id,
    check_extent,
    check_labels,
    tidy_spans,
)
from annotator.ops.import_items import ImportItem, ImportPlan, Notice
from annotator.ops.import_repairs import MovedEdges, Repair, repairs_of
from annotator.ops.import_sources import is_archive, nothing_in, size_of, sources_of
from annotator.ops.originals import Originals
from annotator.ops.progress import Cancelled, Progress, check, ignore, never
from annotator.ops.unpacking import retell
from annotator.store.reads import Reads

_FIRST_LINES, _LINE_LENGTH, _FIRST_REPAIRS = 4, 200, 20


def plan_import(
    what: Sequence[Path] | Path | str,
    *,
    store: Reads | None = None,
    format: str = "auto",
    encoding: str = "auto",
    progress: Progress = ignore,
    cancelled: Cancelled = never,
) -> ImportPlan:
    """The plan for files and folders, or for pasted text (a str).

    `store` is asked which texts, ids and labels the project has. Folders are searched to their
    depths, in order, hidden files and symbolic links out of them left out. What is wrong with a
    file is its item's error. Raises UserError for an unknown format or encoding, and for a project
    that is open; Stopped.
    """
    _check_choices(format, encoding)
    sources = sources_of(what, format, encoding, cancelled)
    sizes = [size_of(source) for source in sources]
    total, before = sum(sizes), 0
    items: list[ImportItem] = []
    with closing(_Planning(store, cancelled)) as planning:
        for source, size in zip(sources, sizes, strict=True):
            check(cancelled)
            meter = _Meter(before, total, progress)
            items.append(planning.item(replace(source, advance=meter.advance), format, size))
            before += size
            progress(before, total)
    return ImportPlan(tuple(items))


def replan(
    plan: ImportPlan,
    index: int,
    *,
    store: Reads | None = None,
    format: str | None = None,
    encoding: str | None = None,
) -> ImportPlan:
    """`plan` with one item read again, in the format or encoding that the analyst chose."""
    item = plan.items[index]
    chosen = item.format if format is None else format
    source = item.source if encoding is None else replace(item.source, encoding=encoding)
    _check_choices(chosen, source.encoding)
    with closing(_Planning(store, never)) as planning:
        planning.hashes.update(
            h for i, other in enumerate(plan.items) if i != index for h in other.hashes
        )
        return plan.with_item(index, planning.item(source, chosen, item.size))


def _check_choices(format: str, encoding: str) -> None:
    if format != "auto":
        format_named(format)
    if not known_encoding(encoding):
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "There is no encoding “{encoding}”."),
            remedy=QT_TRANSLATE_NOOP("Errors", "Choose one such as utf-8 or windows-1256."),
            encoding=encoding,
        )


class _Meter:
    """Turns bytes read of one file into progress over all of them."""

    def __init__(self, before: int, total: int, progress: Progress) -> None:
        self.done, self.total, self.progress = before, total, progress

    def advance(self, size: int) -> None:
        self.done += size
        self.progress(min(self.done, self.total), self.total)


# -- one item after the other ---------------------------------------------------------------------


class _Planning:
    """What is known while items are planned: the project, and what came before in the plan."""

    def __init__(self, store: Reads | None, cancelled: Cancelled) -> None:
        self.store = store
        self.cancelled = cancelled
        self.labels: LabelSet | None = store.label_set() if store is not None else None
        policy = store.setting("overlap_policy", "") if store is not None else OverlapPolicy.ANY
        self.policy = OverlapPolicy(policy or OverlapPolicy.NESTED)
        self.hashes: set[bytes] = set()
        self.ids = SpanIds(store)
        self.originals = Originals(store) if store is not None else None

    def close(self) -> None:
        self.ids.close()

    def item(self, source: Source, format: str, size: int) -> ImportItem:
        """The source read to its end; what is wrong with it is the item's error."""
        chosen = format_of(source, format)
        look = _Look(self)
        look.tagged = format == "auto" and chosen.key == "text" and looks_tagged(source)
        look.misnamed = format == "auto" and misnamed(source, chosen)
        error: HashiyaError | None = None
        try:
            look.read(source, chosen)
        except DataError as wrong:
            error = wrong
        except UserError as wrong:
            check(self.cancelled)
            error = wrong
        item = look.item(source, chosen.key, size)
        if error is not None:
            retell(source, error)
            return replace(item, error=error, selected=False)
        self.hashes.update(item.hashes)
        return replace(item, selected=not item.all_duplicates)


class _Look:
    """One file being looked through."""

    def __init__(self, planning: _Planning) -> None:
        self.planning = planning
        self.first: ImportedArticle | None = None
        self.hashes: list[bytes] = []
        self.seen: set[bytes] = set()
        self.duplicates: set[int] = set()
        self.revisions: set[int] = set()
        self.repairs = NO_REPAIRS
        self.repaired: list[Repair] = []
        self.spans = self.tidied = self.overlaps = self.bidi = self.long = 0
        self.misnamed = self.tagged = False
        self.encoding, self.confidence = "", 0.0
        self.told = False  # what the file is in: else it is asked of its first article

    def tell_encoding(self, encoding: str, confidence: float) -> None:
        """For the reader of a file of several articles."""
        self.encoding, self.confidence, self.told = encoding, confidence, True

    def read(self, source: Source, format: Format) -> None:
        if source.pasted is None and (source.path.is_dir() or is_archive(source)):
            raise nothing_in(source, self.planning.cancelled)
        assert format.read is not None  # the choice was checked, and READERS hold readers
        batch: list[ImportedArticle] = []
        for article in format.read(replace(source, encoded=self.tell_encoding)):
            check(self.planning.cancelled)
            self._take(article, source.path)
            batch.append(article)
            if len(batch) == 500:
                self._ask_project(batch, source.path)
                batch.clear()
        self._ask_project(batch, source.path)

    def _take(self, article: ImportedArticle, file: Path) -> None:
        if self.first is None:
            self.first = article
            if not self.told:
                self.encoding, self.confidence = article.encoding, article.confidence
        digest = bytes.fromhex(text_hash(article.text))
        if digest in self.planning.hashes or (not article.uuid and digest in self.seen):
            self.duplicates.add(len(self.hashes))
        elif self.planning.originals is not None and self.planning.originals.of(article):
            self.revisions.add(len(self.hashes))
        self.seen.add(digest)
        self.hashes.append(digest)
        self.repairs += article.repairs
        self.spans += len(article.spans)
        self.bidi += len(bidi_controls(article.text))
        self.long += len(article.text) > LONG
        check_extent(article, file)
        if self.planning.labels is not None:
            check_labels(article, self.planning.labels, file)
        for repair in repairs_of(article, tidy_spans(article, file), file):
            self.tidied += isinstance(repair, MovedEdges)
            if len(self.repaired) < _FIRST_REPAIRS:
                self.repaired.append(repair)
        self.overlaps += against_policy(article.spans, self.planning.policy)
        self.planning.ids.check(article, file)

    def _ask_project(self, batch: Sequence[ImportedArticle], file: Path) -> None:
        """Mark those of the last articles read whose text or id the project has."""
        store = self.planning.store
        if store is None or not batch:
            return
        first = len(self.hashes) - len(batch)
        known = store.hashes(digest.hex() for digest in self.hashes[first:])
        for index, article in enumerate(batch, first):
            digest = self.hashes[index].hex()
            if digest in known:
                self.duplicates.add(index)
                self.revisions.discard(index)
            if article.uuid:
                check_article_id(store, article, digest, file)

    def item(self, source: Source, format: str, size: int) -> ImportItem:
        first = self.first
        return ImportItem(
            source=replace(source, advance=not_told),
            format=format,
            size=size,
            encoding=self.encoding,
            confidence=self.confidence if first is not None else 0.0,
            known=_known(first),
            first_lines=_first_lines(first.text) if first is not None else "",
            articles=len(self.hashes),
            spans=self.spans,
            duplicates=frozenset(self.duplicates),
            revisions=len(self.revisions),
            notices=tuple(self._notices()),
            repairs=tuple(self.repaired),
            hashes=tuple(self.hashes),
        )

    def _notices(self) -> Iterator[Notice]:
        first, repairs = self.first, self.repairs
        if self.duplicates:
            yield Notice(
                QT_TRANSLATE_NOOP("Import", "Already in the project or in this import: {count}"),
                {"count": len(self.duplicates)},
            )
        if self.revisions:
            yield Notice(
                QT_TRANSLATE_NOOP(
                    "Import", "Perhaps later versions of articles in the project: {count}"
                ),
                {"count": len(self.revisions)},
            )
        if first is not None and self.confidence < SURE:
            yield Notice(
                QT_TRANSLATE_NOOP(
                    "Import", "Not sure of the encoding, {encoding}: look at the text"
                ),
                {"encoding": encoding_name(self.encoding)},
            )
        counts = (
            (self.bidi, QT_TRANSLATE_NOOP("Import", "Invisible direction marks, kept: {count}")),
            (self.long, QT_TRANSLATE_NOOP("Import", "Very long: {count}")),
            (repairs.line_breaks, QT_TRANSLATE_NOOP("Import", "Line breaks made uniform: {count}")),
            (
                repairs.surrogates,
                QT_TRANSLATE_NOOP(
                    "Import", "Broken characters (lone surrogates) left out: {count}"
                ),
            ),
            (
                repairs.joined_spans,
                QT_TRANSLATE_NOOP("Import", "Spans in several pieces joined into one: {count}"),
            ),
            (
                self.tidied,
                QT_TRANSLATE_NOOP("Import", "Span edges moved off blanks and marks: {count}"),
            ),
            (
                self.overlaps,
                QT_TRANSLATE_NOOP(
                    "Import", "Spans that overlap as the project forbids, kept: {count}"
                ),
            ),
        )
        for count, template in counts:
            if count:
                yield Notice(template, {"count": count})
        for template, count in repairs.remarks.items():
            yield Notice(template, {"count": count})
        if self.misnamed:
            yield Notice(QT_TRANSLATE_NOOP("Import", "Read as what it is, not as its name says"))
        if self.tagged:
            yield Notice(
                QT_TRANSLATE_NOOP(
                    "Import", "Read as text, though its lines look like tokens with tags: CoNLL"
                )
            )
        if repairs.unknown_keys:
            yield Notice(
                QT_TRANSLATE_NOOP("Import", "Left out, not known here: {keys}"),
                {"keys": ", ".join(sorted(repairs.unknown_keys))},
            )


def _known(article: ImportedArticle | None) -> tuple[str, str, str]:
    meta = article.meta if article is not None else Meta()
    return meta.title, meta.outlet, meta.date


def _first_lines(text: str) -> str:
    lines = (line.strip()[:_LINE_LENGTH] for line in text[: 50 * _LINE_LENGTH].split("\n"))
    return "\n".join([line for line in lines if line][:_FIRST_LINES])
