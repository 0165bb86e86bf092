"""The search index and the counts of annotators, made anew of a whole project."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain

Look = Callable[[int, int], None]  # articles done, of how many; what it raises stops the work

_TOGETHER = 200  # articles


def not_looked_at(_done: int, _total: int) -> None:
    """Nobody wants to know how far it is."""


def derive_words_and_annotators(conn: sqlite3.Connection, look: Look) -> None:
    """Fill the tables `article_words` and `annotator_counts`, which are empty."""
    from annotator.arabic.fold import folded_words
    from annotator.store.search import INDEX_ARTICLE, index_much, words_of

    (total,) = conn.execute("SELECT count(*) FROM articles").fetchone()
    index_much(conn, True)
    annotations: Counter[str] = Counter()
    to_review: Counter[str] = Counter()
    done = 0
    for articles in _articles(conn):
        conn.executemany(
            INDEX_ARTICLE,
            (
                (key, words_of(title, chain.from_iterable(folded_words(text))))
                for key, title, text in articles
            ),
        )
        for who, count, review in conn.execute(
            "SELECT annotator, count(*), sum(review) FROM annotations"
            " WHERE article_id BETWEEN ? AND ? GROUP BY annotator",
            (articles[0][0], articles[-1][0]),
        ):
            annotations[who] += count
            to_review[who] += review
        done += len(articles)
        look(done, total)
    conn.executemany(
        "INSERT INTO annotator_counts(annotator, n, review) VALUES (?, ?, ?)",
        ((who, count, to_review[who]) for who, count in annotations.items()),
    )
    index_much(conn, False)


def _articles(conn: sqlite3.Connection) -> Iterator[list[tuple[int, str, str]]]:
    """The id, title and text of every article, some at a time."""
    last = 0
    while some := conn.execute(
        "SELECT id, title, text FROM articles JOIN texts ON article_id = id"
        " WHERE id > ? ORDER BY id LIMIT ?",
        (last, _TOGETHER),
    ).fetchall():
        yield some
        last = some[-1][0]
