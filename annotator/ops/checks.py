"""Whether a project is whole, and how much is in it."""

from __future__ import annotations

from annotator.ops.progress import Cancelled, Progress, check, ignore, never
from annotator.ops.project import Project
from annotator.store.reads import Reads
from annotator.store.records import Problem, Stats


def check_project(
    project: Project, progress: Progress = ignore, cancelled: Cancelled = never
) -> list[Problem]:
    """Everything that is wrong: every text hash, every seal, the file's own structure.

    Raises Stopped.
    """
    found: list[Problem] = []
    for problem in project.store.check():
        check(cancelled)
        found.append(problem)
    return found


def stats(project: Project | Reads) -> Stats:
    """Articles by status, annotations by label and annotator, tokens."""
    return (project.store if isinstance(project, Project) else project).stats()
