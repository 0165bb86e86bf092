"""What is known about articles, and taking them out of the project. One step each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from annotator.core.article import ArticleId, Status
from annotator.core.change import Changes, OperationName
from annotator.ops.progress import Cancelled, Progress, check, ignore, never
from annotator.ops.project import Project
from annotator.ops.rules import shown
from annotator.store.reads import name_of

Articles = ArticleId | Iterable[ArticleId]


def set_status(
    project: Project,
    articles: Articles,
    status: Status,
    progress: Progress = ignore,
    cancelled: Cancelled = never,
) -> Changes:
    """Raises UserError when one is not there, and Stopped."""
    names = "status", "status_many"
    return _update(project, articles, *names, progress, cancelled, status=status)


def set_flag(
    project: Project,
    articles: Articles,
    flag: bool,
    progress: Progress = ignore,
    cancelled: Cancelled = never,
) -> Changes:
    """Raises UserError when one is not there, and Stopped."""
    names = "flag" if flag else "unflag", "flag_many"
    return _update(project, articles, *names, progress, cancelled, flag=flag)


def set_article_note(project: Project, article: ArticleId, note: str) -> Changes:
    """Raises UserError when it is not there."""
    return _update(project, article, "article_note", "article_note", note=note)


def set_meta(
    project: Project,
    article: ArticleId,
    *,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    date: str | None = None,
    source: str | None = None,
) -> Changes:
    """Set what is given. Raises UserError when the article is not there.

    With a new title all the words of the text are indexed again; `effort` tells how much that is.
    """
    return _update(
        project, article, "meta", "meta",
        title=title, outlet=outlet, url=url, date=date, source=source,
    )  # fmt: skip


def remove_articles(
    project: Project,
    articles: Articles,
    progress: Progress = ignore,
    cancelled: Cancelled = never,
) -> Changes:
    """Take articles out with their annotations; undo brings all of it back.

    Raises UserError when one is not there, and Stopped.
    """
    chosen = _listed(articles)
    name = _name(project, chosen, "remove_article", "remove_articles")

    def look() -> None:
        check(cancelled)
        progress(0, 0)

    with project.store.operation(name, look) as operation:
        for done, article_id in enumerate(chosen):
            check(cancelled)
            progress(done, len(chosen))
            operation.remove_article(article_id)
    return project.absorb(operation.changes)


def effort(project: Project, articles: Articles) -> int:
    """What going through the texts of these articles takes; past `LARGE` it may take long."""
    return sum(1 + tokens // 1000 for tokens in project.store.token_counts(_listed(articles)))


def _update(
    project: Project,
    articles: Articles,
    one: str,
    many: str,
    progress: Progress = ignore,
    cancelled: Cancelled = never,
    **fields: Any,
) -> Changes:
    chosen = _listed(articles)
    with project.store.operation(_name(project, chosen, one, many)) as operation:
        for done, article_id in enumerate(chosen):
            check(cancelled)
            progress(done, len(chosen))
            operation.update_article(article_id, **fields)
    return project.absorb(operation.changes)


def _listed(articles: Articles) -> list[ArticleId]:
    chosen = [ArticleId(articles)] if isinstance(articles, int) else list(articles)
    return list(dict.fromkeys(chosen))


def _name(project: Project, chosen: list[ArticleId], one: str, many: str) -> OperationName:
    if len(chosen) == 1:
        title = name_of(project.article(chosen[0]).article)
        return OperationName(one, {"title": shown(title)})
    return OperationName(many, {"count": str(len(chosen))})
