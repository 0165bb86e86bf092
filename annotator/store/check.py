"""Looking for damage: structure, hashes, seals, counts, and rows that the journal tells otherwise.

SQLite's own checks see the structure only; a page whose bytes changed in place is found by the
hashes of texts, the seals of annotations and the images in the journal.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator

from annotator.core.article import ArticleId
from annotator.errors import QT_TRANSLATE_NOOP, HashiyaError
from annotator.store import rows
from annotator.store.connection import interruptible
from annotator.store.reads import Reads, name_of
from annotator.store.records import Problem

STRUCTURE = QT_TRANSLATE_NOOP("Errors", "The file's structure is damaged ({detail}).")
UNREADABLE = QT_TRANSLATE_NOOP("Errors", "Article {number} cannot be read ({detail}).")
MISCOUNTED = QT_TRANSLATE_NOOP(
    "Errors", "“{title}” should have {expected} annotations, and {found} are there."
)
ALTERED = QT_TRANSLATE_NOOP(
    "Errors", "The annotation “{text}” in “{title}” is not as it was last saved."
)
ALTERED_ARTICLE = QT_TRANSLATE_NOOP(
    "Errors", "What is known about “{title}” is not as it was last saved."
)
ORPHAN = QT_TRANSLATE_NOOP("Errors", "The table {table} has a row that belongs to nothing.")
_UNREADABLE = (sqlite3.DatabaseError, UnicodeDecodeError)
_FAULTS = (HashiyaError, sqlite3.DatabaseError, ValueError, TypeError, KeyError)

_LAST_IMAGE = """
    SELECT r.after FROM journal_rows AS r JOIN journal AS j ON j.seq = r.seq
    WHERE r.tbl = ? AND r.key = ? AND j.state = 'done' ORDER BY r.seq DESC, r.n DESC LIMIT 1"""


LookedAt = Callable[[int, int], object]  # how many articles were looked at; of how many, if known


def ignored(_done: int, _total: int) -> None:
    """For whoever does not follow."""


def check(
    reads: Reads, conn: sqlite3.Connection, looked_at: LookedAt = ignored
) -> Iterator[Problem]:
    """Everything that is wrong with the project, article by article. Nothing is raised for
    damage; what can be read is looked at even where something else cannot."""
    yield from _structure(conn, looked_at)
    articles, lists_problem = _articles(conn)
    yield from lists_problem
    for done, article_id in enumerate(articles, 1):
        try:
            yield from _article(reads, conn, article_id)
        except _FAULTS as error:
            fields = {"number": str(article_id), "detail": str(error)}
            yield Problem(template=UNREADABLE, fields=fields, article=article_id)
        looked_at(done, len(articles))


def broken(reads: Reads, conn: sqlite3.Connection, looked_at: LookedAt = ignored) -> list[Problem]:
    """The texts whose hash and the annotations whose seal does not hold: `check` without what
    takes long."""
    problems: list[Problem] = []
    articles = [ArticleId(number) for (number,) in conn.execute("SELECT id FROM articles")]
    for done, article_id in enumerate(articles, 1):
        problems += reads.load(article_id).problems
        looked_at(done, len(articles))
    return problems


def _structure(conn: sqlite3.Connection, looked_at: LookedAt) -> Iterator[Problem]:
    try:
        with interruptible(conn, lambda: looked_at(0, 0)):
            faults = conn.execute("PRAGMA quick_check(20)").fetchall()
            orphans = conn.execute("PRAGMA foreign_key_check").fetchmany(20)
        for (told,) in faults:
            if told != "ok":
                yield Problem(template=STRUCTURE, fields={"detail": told})
        for table, *_ in orphans:
            yield Problem(template=ORPHAN, fields={"table": table})
    except _UNREADABLE as error:
        yield Problem(template=STRUCTURE, fields={"detail": str(error)})


def _articles(conn: sqlite3.Connection) -> tuple[list[ArticleId], list[Problem]]:
    """Every article that any of the tables knows of, and the tables that cannot say."""
    found: set[int] = set()
    problems: list[Problem] = []
    for sql in (
        "SELECT id FROM articles NOT INDEXED",
        "SELECT id FROM articles INDEXED BY articles_sha256",
        "SELECT article_id FROM texts",
        "SELECT DISTINCT article_id FROM annotations",
    ):
        try:
            found.update(number for (number,) in conn.execute(sql) if isinstance(number, int))
        except _UNREADABLE as error:
            problems.append(Problem(template=STRUCTURE, fields={"detail": str(error)}))
    return sorted(map(ArticleId, found)), problems


def _article(reads: Reads, conn: sqlite3.Connection, article_id: ArticleId) -> Iterator[Problem]:
    loaded = reads.load(article_id)
    title = name_of(loaded.article)
    yield from loaded.problems
    stored = conn.execute(
        f"{rows.ANNOTATIONS.select} WHERE article_id = ?", (article_id,)
    ).fetchall()
    expected = conn.execute(
        "SELECT annotation_count FROM articles WHERE id = ?", (article_id,)
    ).fetchone()[0]
    if len(stored) != expected:
        fields = {"title": title, "expected": str(expected), "found": str(len(stored))}
        yield Problem(template=MISCOUNTED, fields=fields, article=article_id)
    told = {problem.annotation for problem in loaded.problems}
    for row in stored:
        if row[1] not in told and not _as_journalled(conn, rows.ANNOTATIONS, row[1], row):
            fields = {"title": title, "text": row[5]}
            yield Problem(template=ALTERED, fields=fields, article=article_id, annotation=row[1])
    row = conn.execute(f"{rows.ARTICLES.select} WHERE id = ?", (article_id,)).fetchone()
    if not _as_journalled(conn, rows.ARTICLES, str(article_id), row):
        yield Problem(template=ALTERED_ARTICLE, fields={"title": title}, article=article_id)


def _as_journalled(conn: sqlite3.Connection, table: rows.Table, key: str, row: rows.Row) -> bool:
    """Whether the row is what its last step left; true where the journal has no image of it."""
    found = conn.execute(_LAST_IMAGE, (table.name, key)).fetchone()
    return found is None or found[0] is None or table.row(rows.from_json(found[0])) == row
