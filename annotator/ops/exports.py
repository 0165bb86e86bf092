"""Writing a project out: every seal verified, the file whole or not there at all; and what of it
would be lost, found out by writing it nowhere."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotator.core.article import ArticleId, Status
from annotator.errors import QT_TRANSLATE_NOOP, UserError
from annotator.formats.atomic_file import AtomicFile
from annotator.formats.loss import LossReport
from annotator.formats.options import ExportOptions
from annotator.formats.registry import format_for_writing, format_named
from annotator.ops.export_parts import cut, workers_for, written
from annotator.ops.export_writing import Writing
from annotator.ops.progress import Cancelled, Progress, check, ignore, never
from annotator.ops.project import Project
from annotator.store import Store
from annotator.store.records import ArticleQuery
from annotator.store.steps import Stand
from annotator.store.whereabouts import identity

_BESIDE = ("-wal", "-shm", ".lock")  # what belongs to an open project


def export(
    project: Project | Store,
    out: Path,
    *,
    format: str,
    options: ExportOptions | None = None,
    status: Status | None = None,
    report: Path | None = None,
    skip_damaged: bool = False,
    progress: Progress = ignore,
    cancelled: Cancelled = never,
) -> LossReport:
    """Write the project's articles (those of one status) to `out`; return what was lost.

    `out` is a file, or for a format of several files a new folder or a .zip. `options` are the
    format's own when None; the project's token rules and segmenter go with them. The loss report is
    also written to `report`, as JSON when it ends in .json. Each is whole or as it was before. An
    article whose text or annotations are damaged stops the export unless `skip_damaged`. Raises
    UserError, Stopped. The caller closes the report.
    """
    store = project.store if isinstance(project, Project) else project
    target = format_for_writing(out, format)
    refuse_project(out, store.path)
    if report is not None:
        refuse_project(report, store.path)
        _refuse_same_file(out, report)
    losses = LossReport(format)
    try:
        opened, write = target.sink(out)
        with opened as sink, store.moment() as stand:
            ids = store.find_articles(ArticleQuery(status=status))
            writing = Writing(store, target, options, skip_damaged)
            _write(writing, write, sink, ids, stand, losses, progress, cancelled)
            if report is not None:
                write_report(losses, report)
    except BaseException:
        losses.close()
        raise
    return losses


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """What the report of an export would count; `losses` is closed, its spans are not named.

    Of `articles` that would be written, the first `seen` were looked at.
    """

    losses: LossReport
    seen: int
    articles: int


def foresee(
    project: Project | Store,
    *,
    format: str,
    options: ExportOptions | None = None,
    status: Status | None = None,
    most: int | None = None,
    progress: Progress = ignore,
    cancelled: Cancelled = never,
) -> Foreseen:
    """What `export` would report of the first `most` articles, all when None: they are written as
    it writes them, and nothing is kept. Raises as it does, damage included."""
    store = project.store if isinstance(project, Project) else project
    target = format_named(format)
    opened, write = target.sink(None)
    with LossReport(format) as losses, opened as nowhere, store.moment() as stand:
        ids = store.find_articles(ArticleQuery(status=status))
        seen, writing = ids[:most], Writing(store, target, options)
        _write(writing, write, nowhere, seen, stand, losses, progress, cancelled)
    return Foreseen(losses=losses, seen=len(seen), articles=len(ids))


def _write(
    writing: Writing,
    write: Callable[..., None],
    sink: Any,
    ids: Sequence[ArticleId],
    stand: Stand,
    losses: LossReport,
    progress: Progress,
    cancelled: Cancelled,
) -> None:
    """Write the articles into `sink` by `write`, as `Format.sink` gave the two; by several
    processes, where the format lets them and that is faster."""
    store, options = writing.store, writing.options
    if write is writing.target.write and writing.target.in_parts(options):
        tokens = store.token_counts(ids)
        if workers := workers_for(writing, sum(tokens)):
            parts = written(writing, cut(ids, tokens), workers, stand, progress, cancelled)
            with closing(parts):
                for part in parts:
                    sink.write(part.data)
                    losses.absorb(part.losses)
            return
    write(writing.documents(ids, progress, cancelled), sink, store.label_set(), options, losses)
    check(cancelled)


def write_report(losses: LossReport, path: Path) -> None:
    """Write the loss report as text, or as JSON when the file's name ends in .json."""
    with AtomicFile(path) as file:
        text = io.TextIOWrapper(file, encoding="utf-8", newline="\n", write_through=True)
        if path.suffix.lower() == ".json":
            losses.write_json(text)
        else:
            losses.write_text(text)
        text.detach()


def refuse_project(out: Path, project: Path) -> None:
    """Raise UserError when what is to be written at `out` would take the place of the project, of
    its log or of its lock."""
    if any(_same(out, project.with_name(project.name + end)) for end in ("", *_BESIDE)):
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "{path} is the project itself."),
            remedy=QT_TRANSLATE_NOOP("Errors", "Choose another name for the export."),
            path=out,
        )


def _refuse_same_file(out: Path, report: Path) -> None:
    if _same(out, report):
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "{path} cannot hold both the export and its report."),
            remedy=QT_TRANSLATE_NOOP("Errors", "Choose another name for the report."),
            path=report,
        )


def _same(one: Path, other: Path) -> bool:
    """Also by names that differ in case alone, where the system does not tell them apart."""
    return one.resolve() == other.resolve() or (
        (found := identity(one)) is not None and found == identity(other)
    )
