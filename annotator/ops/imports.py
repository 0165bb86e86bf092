"""Bringing articles into a project: plan, look, then everything in one transaction or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from annotator.core.article import text_hash
from annotator.core.change import Changes, OperationName
from annotator.errors import QT_TRANSLATE_NOOP, DataError, HashiyaError, UserError
from annotator.formats.article import ImportedArticle
from annotator.formats.registry import format_named
from annotator.ops.import_checks import (
    check_article_id,
    check_extent,
    check_labels,
    tidy_spans,
)
from annotator.ops.import_items import ImportItem, ImportPlan, Notice
from annotator.ops.import_plan import plan_import, replan
from annotator.ops.import_repairs import RepairReport, repairs_of
from annotator.ops.progress import Cancelled, Progress, check, ignore, never
from annotator.ops.project import Project
from annotator.ops.unpacking import retell
from annotator.store.operation import Operation
from annotator.store.records import NewArticle

__all__ = ["ImportItem", "ImportPlan", "Notice", "plan_import", "replan", "run_import"]

KIND: Final = "import"
_TOGETHER: Final = 100  # articles, or
_MUCH: Final = 1_000_000  # code points that are written at a time


def run_import(
    project: Project,
    plan: ImportPlan,
    progress: Progress = ignore,
    cancelled: Cancelled = never,
    *,
    report: Path | None = None,
) -> Changes:
    """Import what the plan has selected: one transaction, one undo step.

    What was set right in spans and tags is listed in the file `report`, if one is named.
    Raises UserError or DataError, the first error of a selected item among them, and Stopped; the
    project is then as it was.
    """
    chosen = [item for item in plan.items if item.selected]
    for item in chosen:
        if item.error is not None:
            raise item.error
    name = OperationName(KIND, _fields(plan, chosen))
    _refuse_report(report, project, chosen)

    def look() -> None:  # while indexes are made
        check(cancelled)
        progress(0, 0)

    with project.store.operation(name, look) as operation, RepairReport() as repairs:
        operation.make_room(articles=plan.articles, annotations=sum(i.spans for i in chosen))
        run = _Run(project, operation, plan.articles, repairs, progress, cancelled)
        for item in chosen:
            run.bring_in(item)
        run.write()
        if report is not None:
            repairs.write(report)
    return project.absorb(operation.changes)


def _fields(plan: ImportPlan, chosen: list[ImportItem]) -> Mapping[str, str]:
    source = chosen[0].source.name if len(chosen) == 1 else ""
    return {"count": str(plan.articles), "source": source}


def _refuse_report(report: Path | None, project: Project, chosen: Sequence[ImportItem]) -> None:
    """Raise UserError when the report would take the place of the project or of what is read."""
    if report is None:
        return
    taken = [project.store.path, *(item.path for item in chosen)]
    if report.resolve() in [path.resolve() for path in taken]:
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "{path} is what is read, or the project itself."),
            remedy=QT_TRANSLATE_NOOP("Errors", "Choose another name for the report."),
            path=report,
        )


class _Run:
    """One import being written, some articles at a time: each thing that is done to all of them
    in turn is done in half the time."""

    def __init__(
        self,
        project: Project,
        operation: Operation,
        total: int,
        repairs: RepairReport,
        progress: Progress,
        cancelled: Cancelled,
    ) -> None:
        self.store = project.store
        self.labels = project.store.label_set()
        self.operation = operation
        self.repairs = repairs
        self.total, self.done = total, 0
        self.progress, self.cancelled = progress, cancelled
        self.waiting: list[NewArticle] = []
        self.length = 0  # of their texts, in code points

    def bring_in(self, item: ImportItem) -> None:
        """Every article of one file but the duplicates that are left out."""
        try:
            self._bring_in(item)
        except HashiyaError as error:
            retell(item.source, error)
            raise

    def _bring_in(self, item: ImportItem) -> None:
        for ordinal, (article, digest) in enumerate(self._read_again(item)):
            check(self.cancelled)
            if ordinal in item.duplicates and not item.keep_duplicates:
                continue
            self._add(article, digest, item)
            if len(self.waiting) >= _TOGETHER or self.length >= _MUCH:
                self.write()
            self.done += 1
            self.progress(self.done, self.total)

    def write(self) -> None:
        """Write what waits."""
        self.operation.add_articles(self.waiting)
        self.waiting.clear()
        self.length = 0

    def _read_again(self, item: ImportItem) -> Iterator[tuple[ImportedArticle, str]]:
        """The articles that were planned, each with its text's hash.

        Raises DataError when the file has changed since.
        """
        read = format_named(item.format).read
        assert read is not None  # planned with it
        ordinal = -1
        for ordinal, article in enumerate(read(item.source)):
            digest = text_hash(article.text)
            if ordinal >= len(item.hashes) or item.hashes[ordinal].hex() != digest:
                raise _changed(item)
            yield article, digest
        if ordinal + 1 != len(item.hashes):
            raise _changed(item)

    def _add(self, article: ImportedArticle, digest: str, item: ImportItem) -> None:
        check_extent(article, item.path)
        check_labels(article, self.labels, item.path)
        if article.uuid and any(new.uuid == article.uuid for new in self.waiting):
            self.write()
        uuid = article.uuid
        if uuid and check_article_id(self.store, article, digest, item.path):
            uuid = ""  # a second copy was asked for: it cannot have the first one's id
        spans = tidy_spans(article, item.path)
        for repair in repairs_of(article, spans, item.path):
            self.repairs.add(repair)
        new = NewArticle(
            text=article.text,
            meta=article.meta,
            uuid=uuid or None,
            status=article.status,
            spans=spans,
        )
        self.waiting.append(new)
        self.length += len(new.text)


def _changed(item: ImportItem) -> DataError:
    return DataError(
        QT_TRANSLATE_NOOP("Errors", "This file has changed since it was looked at."),
        file=item.path,
        remedy=QT_TRANSLATE_NOOP("Errors", "Import it again."),
    )
