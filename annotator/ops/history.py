"""Undo, redo, and what was ever done to an annotation."""

from __future__ import annotations

from annotator.core.annotation import AnnotationId
from annotator.core.change import Changes
from annotator.ops.project import Project
from annotator.store.records import HistoryEntry


def undo(project: Project) -> Changes | None:
    """Take back the last step, also of an earlier session. None when there is none."""
    changes = project.store.undo()
    return None if changes is None else project.absorb(changes)


def redo(project: Project) -> Changes | None:
    """Do again what was undone last. None when there is nothing."""
    changes = project.store.redo()
    return None if changes is None else project.absorb(changes)


def history(project: Project, annotation_id: AnnotationId | str) -> list[HistoryEntry]:
    """Every step that touched the annotation, oldest first."""
    return project.store.history(AnnotationId(annotation_id))
