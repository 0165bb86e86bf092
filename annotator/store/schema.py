"""The tables of a project file, its views, and how an older file becomes a newer one.

sqlite-utils is imported only where a file is made or upgraded: its import alone costs a quarter
of a second, and a project that is up to date must open in a few milliseconds.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.errors import QT_TRANSLATE_NOOP, UserError
from annotator.store.connection import APPLICATION_ID, cannot_read
from annotator.store.derived import Look, derive_words_and_annotators, not_looked_at

if TYPE_CHECKING:
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

SCHEMA_VERSION = 2  # PRAGMA user_version: how many migrations the file has been through

NOT_A_PROJECT = QT_TRANSLATE_NOOP("Errors", "{path} is not a Hashiya project.")
NOT_A_PROJECT_REMEDY = QT_TRANSLATE_NOOP(
    "Errors", "To annotate articles, make a new project and import them."
)
NEWER = QT_TRANSLATE_NOOP("Errors", "The project {path} was made by a newer Hashiya.")
NEWER_REMEDY = QT_TRANSLATE_NOOP("Errors", "Update Hashiya to open it.")

TABLES = (
    """CREATE TABLE settings (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE labels (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        position INTEGER NOT NULL,
        key TEXT NOT NULL UNIQUE,
        name_ar TEXT NOT NULL,
        name_en TEXT NOT NULL,
        colour TEXT NOT NULL,
        digit INTEGER CHECK (digit BETWEEN 1 AND 9),
        attributes TEXT NOT NULL,
        guideline_ar TEXT NOT NULL,
        guideline_en TEXT NOT NULL
    ) STRICT""",
    # The text has a table of its own: changing a status must not rewrite a megabyte of it.
    """CREATE TABLE articles (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uuid TEXT NOT NULL UNIQUE,
        sha256 TEXT NOT NULL,
        title TEXT NOT NULL,
        outlet TEXT NOT NULL,
        url TEXT NOT NULL,
        date TEXT NOT NULL,
        source TEXT NOT NULL,
        status TEXT NOT NULL CHECK (status IN ('new', 'in_progress', 'done', 'skipped')),
        flag INTEGER NOT NULL CHECK (flag IN (0, 1)),
        note TEXT NOT NULL,
        opening TEXT NOT NULL,
        token_count INTEGER NOT NULL,
        imported TEXT NOT NULL,
        annotation_count INTEGER NOT NULL DEFAULT 0
    ) STRICT""",
    """CREATE TABLE texts (
        article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
        text TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE annotations (
        article_id INTEGER NOT NULL REFERENCES articles(id),
        id TEXT NOT NULL,
        label_id INTEGER NOT NULL REFERENCES labels(id) DEFERRABLE,
        start INTEGER NOT NULL CHECK (start >= 0),
        "end" INTEGER NOT NULL CHECK ("end" > start),
        text TEXT NOT NULL,
        attributes TEXT NOT NULL,
        note TEXT NOT NULL,
        review INTEGER NOT NULL CHECK (review IN (0, 1)),
        annotator TEXT NOT NULL,
        origin TEXT NOT NULL CHECK ( -- IN makes an index of the four for each row that is written
            origin = 'manual' OR origin = 'propagated' OR origin = 'suggested'
            OR origin = 'imported'
        ),
        score REAL,
        created TEXT NOT NULL,
        modified TEXT NOT NULL,
        PRIMARY KEY (article_id, id)
    ) STRICT, WITHOUT ROWID""",
    # Derived: how many annotations of a label an article has. Filters and statistics read this.
    """CREATE TABLE label_counts (
        label_id INTEGER NOT NULL,
        article_id INTEGER NOT NULL,
        n INTEGER NOT NULL,
        PRIMARY KEY (label_id, article_id)
    ) STRICT, WITHOUT ROWID""",
    # Derived: folded words of all texts and how often, for telling proclitics from letters.
    """CREATE TABLE words (
        word TEXT PRIMARY KEY,
        n INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE journal (
        seq INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        fields TEXT NOT NULL,
        at TEXT NOT NULL,
        who TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'discarded'))
    ) STRICT""",
    # `tbl` is a table's name, or 'whole_article' for a row with its text and annotations.
    """CREATE TABLE journal_rows (
        seq INTEGER NOT NULL REFERENCES journal(seq) DEFERRABLE INITIALLY DEFERRED,
        n INTEGER NOT NULL,
        tbl TEXT NOT NULL,
        key TEXT NOT NULL,
        before TEXT,
        after TEXT,
        PRIMARY KEY (seq, n)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX articles_sha256 ON articles(sha256)",
    # One for each filter and order of the article list, so that none of them reads the rows.
    *(
        f"CREATE INDEX articles_{column} ON articles({column})"
        for column in (
            "title",
            "status",
            "flag",
            "outlet",
            "date",
            "token_count",
            "annotation_count",
        )
    ),
    "CREATE UNIQUE INDEX annotations_id ON annotations(id)",
    "CREATE INDEX annotations_label ON annotations(label_id, article_id)",
    "CREATE INDEX journal_state ON journal(state, seq)",
    "CREATE INDEX journal_rows_key ON journal_rows(tbl, key)",
)

# The search index. Its words are folded already and lie one space apart: the ASCII tokenizer takes
# each as it is, and where in a text a word stands nobody asks.
ARTICLE_WORDS = """CREATE VIRTUAL TABLE article_words USING fts5(
    words, content='', columnsize=0, detail=none, tokenize="ascii tokenchars '_'"
)"""
# Derived: how many annotations an annotator has made, and how many of those need review.
ANNOTATOR_COUNTS = """CREATE TABLE annotator_counts (
    annotator TEXT PRIMARY KEY,
    n INTEGER NOT NULL,
    review INTEGER NOT NULL
) STRICT, WITHOUT ROWID"""

VIEWS = {
    "annotations_readable": """
        SELECT an.id, ar.uuid AS article, ar.title, l.key AS label, an.start, an."end", an.text,
               an.attributes, an.note, an.review, an.annotator, an.origin, an.score,
               an.created, an.modified
        FROM annotations AS an
        JOIN articles AS ar ON ar.id = an.article_id
        JOIN labels AS l ON l.id = an.label_id""",
    "articles_readable": """
        SELECT ar.uuid AS id, ar.title, ar.outlet, ar.url, ar.date, ar.source, ar.status, ar.flag,
               ar.note, ar.token_count AS tokens, ar.annotation_count AS annotations, ar.imported,
               ar.sha256, t.text
        FROM articles AS ar JOIN texts AS t ON t.article_id = ar.id""",
    "journal_readable": """
        SELECT j.seq, j.at, j.who, j.kind, j.fields, j.state, r.tbl AS "table", r.key,
               r.before, r.after
        FROM journal AS j LEFT JOIN journal_rows AS r ON r.seq = j.seq""",
}


def project_migrations(look: Look = not_looked_at) -> Migrations:
    """Every step from an empty file to the present schema, each one transaction."""
    from sqlite_utils.migrations import Migrations

    migrations = Migrations("hashiya")

    @migrations()
    def version_1(db: Database) -> None:
        for statement in TABLES:
            db.execute(statement)
        for name, sql in VIEWS.items():
            db.create_view(name, sql)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute("PRAGMA user_version = 1")

    @migrations()
    def version_2(db: Database) -> None:
        db.execute("DROP TABLE IF EXISTS article_words")
        db.execute(ARTICLE_WORDS)
        db.execute(ANNOTATOR_COUNTS)
        derive_words_and_annotators(db.conn, look)
        db.execute("PRAGMA user_version = 2")

    return migrations


def upgrade(
    conn: sqlite3.Connection,
    migrations: Migrations | None = None,
    *,
    look: Look = not_looked_at,
) -> None:
    """Bring the file to the present schema. A step that is cut short, also by what `look` raises,
    is as if not begun."""
    from sqlite_utils import Database

    db = Database(conn, recursive_triggers=False, execute_plugins=False)
    (migrations or project_migrations(look)).apply(db)


def schema_version(conn: sqlite3.Connection) -> int:
    version: int = conn.execute("PRAGMA user_version").fetchone()[0]
    return version


def recognise(path: Path) -> int:
    """The schema version in the header of the file, which is only read, never opened as a
    database.

    Raises UserError when it cannot be read, is no project or is newer than this program.
    """
    try:
        if path.is_fifo():  # reading would wait for whoever writes to it
            raise UserError(NOT_A_PROJECT, remedy=NOT_A_PROJECT_REMEDY, path=path)
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise cannot_read(path, error) from error
    if not header.startswith(b"SQLite format 3\0") or len(header) < 100:
        raise UserError(NOT_A_PROJECT, remedy=NOT_A_PROJECT_REMEDY, path=path)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise UserError(NOT_A_PROJECT, remedy=NOT_A_PROJECT_REMEDY, path=path)
    version = int.from_bytes(header[60:64], "big")
    refuse_newer(version, path)
    return version


def refuse_newer(version: int, path: Path) -> None:
    """Raises UserError when `version` is one that this program does not know."""
    if version > SCHEMA_VERSION:
        raise UserError(NEWER, remedy=NEWER_REMEDY, path=path)
