"""Writing a project out: every seal verified, the file whole or not there at all; and what of it
would be lost, found out by writing it nowhere."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from annotator.core.article import ArticleId, Status
from annotator.errors import QT_TRANSLATE_NOOP, UserError
from annotator.formats.article import Document
from annotator.formats.atomic_file import AtomicFile
from annotator.formats.format import Format
from annotator.formats.loss import LossReport
from annotator.formats.options import Clitics, ExportOptions
from annotator.formats.registry import format_for_writing, format_named
from annotator.ops.progress import Cancelled, Progress, check, ignore, never
from annotator.ops.project import Project, segmenter_of, token_rules_of
from annotator.store.reads import Reads
from annotator.store.records import ArticleQuery


def export(
    project: Project | Reads,
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
    _refuse_same_file(out, store.path, report)
    ids = store.find_articles(ArticleQuery(status=status))
    losses = LossReport(format)
    try:
        opened, write = target.sink(out)
        with opened as sink:
            documents = _documents(store, ids, skip_damaged, progress, cancelled)
            write(documents, sink, store.label_set(), _of_project(options, target, store), losses)
            check(cancelled)
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
    project: Project | Reads,
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
    ids = store.find_articles(ArticleQuery(status=status))
    opened, write = target.sink(None)
    with LossReport(format) as losses, opened as nowhere:
        documents = _documents(store, ids[:most], False, progress, cancelled)
        write(documents, nowhere, store.label_set(), _of_project(options, target, store), losses)
        check(cancelled)
    return Foreseen(losses=losses, seen=len(ids[:most]), articles=len(ids))


def _of_project(options: ExportOptions | None, target: Format, store: Reads) -> ExportOptions:
    """`options`, or the format's own, with the tokens that the project wants, and what its words
    teach of clitics."""
    options = replace(options or target.choices.defaults(), tokens=token_rules_of(store))
    if options.clitics is not Clitics.SEGMENT:
        return options
    return replace(options, segmenter=segmenter_of(store, options.segments))


def write_report(losses: LossReport, path: Path) -> None:
    """Write the loss report as text, or as JSON when the file's name ends in .json."""
    with AtomicFile(path) as file:
        text = io.TextIOWrapper(file, encoding="utf-8", newline="\n", write_through=True)
        if path.suffix.lower() == ".json":
            losses.write_json(text)
        else:
            losses.write_text(text)
        text.detach()


def _documents(
    store: Reads,
    ids: Sequence[ArticleId],
    skip_damaged: bool,
    progress: Progress,
    cancelled: Cancelled,
) -> Iterator[Document]:
    """Each article with its annotations, in that order, sound or not at all."""
    for done, article_id in enumerate(ids):
        check(cancelled)
        loaded = store.load(article_id)
        if not loaded.problems:
            yield loaded.article, loaded.annotations
        elif not skip_damaged:
            problem = loaded.problems[0]
            raise UserError(
                problem.template,
                remedy=QT_TRANSLATE_NOOP(
                    "Errors", "Restore a backup, or export without damaged articles."
                ),
                **problem.fields,
            )
        progress(done + 1, len(ids))


def _refuse_same_file(out: Path, project: Path, report: Path | None) -> None:
    if _same(out, project) or (report is not None and _same(report, project)):
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "{path} is the project itself."),
            remedy=QT_TRANSLATE_NOOP("Errors", "Choose another name for the export."),
            path=project,
        )
    if report is not None and _same(out, report):
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "{path} cannot hold both the export and its report."),
            remedy=QT_TRANSLATE_NOOP("Errors", "Choose another name for the report."),
            path=report,
        )


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()
