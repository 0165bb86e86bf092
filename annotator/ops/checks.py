"""Whether a project is whole, and how much is in it."""

from __future__ import annotations

from annotator.errors import UserError
from annotator.ops.progress import Cancelled, Progress, check, ignore, never
from annotator.ops.project import Project
from annotator.store.reads import Reads
from annotator.store.records import Problem, Stats


def check_project(
    project: Project | Reads, progress: Progress = ignore, cancelled: Cancelled = never
) -> list[Problem]:
    """Everything that is wrong: every text against its hash, every annotation against its seal,
    every row that cannot be read. SQLite's own check misses most damage; these find it.

    An article whose pages are torn is one problem, and the check goes on. Raises Stopped.
    """
    store = project.store if isinstance(project, Project) else project
    ids = store.find_articles()
    found: list[Problem] = []
    for done, article_id in enumerate(ids, 1):
        check(cancelled)
        try:
            found.extend(store.load(article_id).problems)
        except UserError as error:
            fields = {name: str(value) for name, value in error.fields.items()}
            found.append(Problem(template=error.template, fields=fields, article=article_id))
        progress(done, len(ids))
    return found


def stats(project: Project | Reads) -> Stats:
    """Articles by status, annotations by label and annotator, tokens."""
    return (project.store if isinstance(project, Project) else project).stats()
