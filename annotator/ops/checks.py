"""Whether a project is whole, and how much is in it."""

from __future__ import annotations

from annotator.ops.progress import Cancelled, Progress, check, ignore, never
from annotator.ops.project import Project
from annotator.store.reads import Reads
from annotator.store.records import Problem, Stats
from annotator.store.store import Store


def check_project(
    project: Project | Store, progress: Progress = ignore, cancelled: Cancelled = never
) -> list[Problem]:
    """Everything that is wrong: the file's structure, every text against its hash, every annotation
    against its seal, the counts, and what the journal tells otherwise.

    An article whose pages are torn is one problem, and the check goes on. Raises Stopped.
    """
    store = project.store if isinstance(project, Project) else project

    def looked_at(done: int, total: int) -> None:
        check(cancelled)
        progress(done, total)

    return list(store.check(looked_at))


def stats(project: Project | Reads) -> Stats:
    """Articles by status, annotations by label and annotator, tokens."""
    return (project.store if isinstance(project, Project) else project).stats()
