"""SQL for finding articles: filters, orders, and words through the folded shadow column."""

from __future__ import annotations

from typing import Any

from annotator.arabic.fold import search_query, search_words
from annotator.core.labels import LabelSet
from annotator.store.records import ArticleQuery, SortKey

_COLUMNS = {
    SortKey.IMPORTED: "a.id",
    SortKey.TITLE: "a.title",
    SortKey.STATUS: "a.status",
    SortKey.ANNOTATIONS: "a.annotation_count",
    SortKey.OUTLET: "a.outlet",
    SortKey.DATE: "a.date",
    SortKey.TOKENS: "a.token_count",
}


def words_of(title: str, text: str) -> str:
    """What the search table indexes for one article; its removal needs the very same words."""
    return search_words(f"{title}\n{text}") if title else search_words(text)


def article_query(query: ArticleQuery, labels: LabelSet) -> tuple[str, list[Any]]:
    """The SELECT that answers `query` with ids, and its parameters."""
    conditions: list[str] = []
    parameters: list[Any] = []
    if query.text.strip():
        match = search_query(query.text)
        if not match:
            return "SELECT id FROM articles WHERE 0", []
        conditions.append("a.id IN (SELECT rowid FROM article_words WHERE article_words MATCH ?)")
        parameters.append(match)
    if query.label is not None:
        label = labels.get(query.label)
        conditions.append("a.id IN (SELECT article_id FROM label_counts WHERE label_id = ?)")
        parameters.append(label.id if label else 0)
    for column in ("status", "flag", "outlet"):
        value = getattr(query, column)
        if value is not None:
            conditions.append(f"a.{column} = ?")
            parameters.append(value)
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    direction = "DESC" if query.descending else "ASC"
    order = f"{_COLUMNS[query.sort]} {direction}"
    if query.sort is not SortKey.IMPORTED:
        order += f", a.id {direction}"
    return f"SELECT a.id FROM articles AS a{where} ORDER BY {order}", parameters


def candidates_query(text: str) -> tuple[str, list[Any]]:
    """The SELECT for articles that hold every word of `text`; "" when it holds none."""
    match = search_query(text)
    if not match:
        return "", []
    return "SELECT rowid FROM article_words WHERE article_words MATCH ? ORDER BY rowid", [match]
