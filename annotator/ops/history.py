"""Undo, redo, and what was ever done to an annotation."""

from __future__ import annotations

from annotator.core.annotation import AnnotationId
from annotator.core.change import Changes
from annotator.ops.progress import Cancelled, Progress, check, ignore, never
from annotator.ops.project import Project
from annotator.store.records import HistoryEntry


def undo(
    project: Project, progress: Progress = ignore, cancelled: Cancelled = never
) -> Changes | None:
    """Take back the last step, also of an earlier session. None when there is none.

    Raises Stopped when it was cancelled; nothing is changed then.
    """
    changes = project.store.undo(_look(progress, cancelled))
    return None if changes is None else project.absorb(changes)


def redo(
    project: Project, progress: Progress = ignore, cancelled: Cancelled = never
) -> Changes | None:
    """Do again what was undone last. None when there is nothing. As `undo`."""
    changes = project.store.redo(_look(progress, cancelled))
    return None if changes is None else project.absorb(changes)


def _look(progress: Progress, cancelled: Cancelled) -> Progress:
    def look(done: int, total: int) -> None:
        check(cancelled)
        progress(done, total)

    return look


def history(project: Project, annotation_id: AnnotationId | str) -> list[HistoryEntry]:
    """Every step that touched the annotation, oldest first."""
    return project.store.history(AnnotationId(annotation_id))
