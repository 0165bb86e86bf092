"""SQL for finding articles: filters, orders, and words through the folded shadow column."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from itertools import chain
from typing import Any

from annotator.arabic.fold import folded_words, search_query, search_words
from annotator.core.labels import LabelSet
from annotator.store.records import ArticleQuery, SortKey

Question = tuple[str, tuple[Any, ...]]  # SQL that answers with a column `id`; parameters

_COLUMNS = {
    SortKey.TITLE: "title",
    SortKey.STATUS: "status",
    SortKey.ANNOTATIONS: "annotation_count",
    SortKey.OUTLET: "outlet",
    SortKey.DATE: "date",
    SortKey.TOKENS: "token_count",
}
INDEX_ARTICLE = "INSERT INTO article_words(rowid, words) VALUES (?, ?)"
_CONFIGURE = "INSERT INTO article_words(article_words, rank) VALUES ('hashsize', ?)"
_USUAL, _MUCH = 1 << 20, 4 << 20  # bytes of entries that wait in memory to be written, sorted
WORDS = "SELECT rowid AS id FROM article_words WHERE article_words MATCH ?"
_NONE: Question = ("SELECT id FROM articles WHERE 0", ())


def words_of(title: str, words: Iterable[str]) -> str:
    """What the search table indexes for an article of these folded words; its removal needs the
    very same."""
    return search_words(chain(*folded_words(title), words))


def index_much(conn: sqlite3.Connection, much: bool) -> None:
    """Make ready to index many articles, or be done with it: longer runs are written, which are
    merged less often, in less than half the time. For the transaction that is open."""
    conn.execute(_CONFIGURE, (_MUCH if much else _USUAL,))


def candidates(text: str) -> Question:
    """The question for articles that hold every word of `text`; for none when it has no word."""
    match = search_query(text)
    return (WORDS, (match,)) if match else _NONE


def filters(query: ArticleQuery, labels: LabelSet) -> list[Question]:
    """One question for each filter of `query`; an article in the list is in every answer.

    Each is answered by one index alone, which is why they are asked one by one: joined, they would
    read the row of every article.
    """
    asked: list[Question] = []
    if query.text.strip():
        asked.append(candidates(query.text))
    if query.label is not None:
        label = labels.get(query.label)
        by_label = "SELECT article_id AS id FROM label_counts WHERE label_id = ?"
        asked.append((by_label, (label.id,)) if label else _NONE)
    for column in ("status", "flag", "outlet"):
        value = getattr(query, column)
        if value is not None:
            asked.append((f"SELECT id FROM articles WHERE {column} = ?", (value,)))
    return asked


def order(query: ArticleQuery) -> Question | None:
    """The question for every article in the order of `query`; None for the order of import,
    which is that of the ids."""
    if query.sort is SortKey.IMPORTED:
        return None
    column, way = _COLUMNS[query.sort], "DESC" if query.descending else "ASC"
    index = f"articles INDEXED BY articles_{column}"
    return f"SELECT id FROM {index} ORDER BY {column} {way}, id {way}", ()


EVERY_ID: Question = ("SELECT id FROM articles INDEXED BY articles_flag ORDER BY id", ())
