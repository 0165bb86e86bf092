"""A small project to store things in."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from annotator.core.annotation import Annotation, new_annotation_id
from annotator.core.article import ArticleId
from annotator.core.change import OperationName
from annotator.core.labels import Label, LabelSet
from annotator.store import NewArticle, Store

LABELS = LabelSet(
    tuple(
        Label(key=key, name_ar=ar, name_en=key.title(), colour="#0072b2", digit=digit)
        for digit, (key, ar) in enumerate(
            {"actor": "فاعل", "location": "مكان", "quantity": "كمية"}.items(), start=1
        )
    )
)
TEXT = "قال السكان إن القصف طال الحسكة ودمشق 🙂 أمس في الحسكة"
# What version 1 had in place of what version 2 made.
_BACK_TO_1 = """
DROP TABLE article_words;
CREATE VIRTUAL TABLE article_words USING fts5(
    words, content='', columnsize=0, tokenize='unicode61 remove_diacritics 0');
INSERT INTO article_words(rowid, words) VALUES (1, 'خبر زار حلب لب');
DROP TABLE annotator_counts;
DELETE FROM _sqlite_migrations WHERE name = 'version_2';
PRAGMA user_version = 1;
"""
STAMP = "2026-01-02T03:04:05.000006Z"


def add_article(store: Store, text: str = TEXT, **known: object) -> ArticleId:
    with store.operation(OperationName("import", {"count": "1"})) as op:
        return op.add_article(NewArticle(text=text, **known))  # type: ignore[arg-type]  # any field


def annotation(article: ArticleId, word: str = "الحسكة", **known: object) -> Annotation:
    text = str(known.pop("in_text", TEXT))
    start = text.index(word)
    fields: dict[str, object] = {
        "id": new_annotation_id(),
        "article": article,
        "label": "location",
        "start": start,
        "end": start + len(word),
        "text": word,
        "annotator": "ليلى",
        "created": STAMP,
        "modified": STAMP,
    }
    return Annotation(**(fields | known))  # type: ignore[arg-type]  # any field


def tag(store: Store, made: Annotation) -> Annotation:
    with store.operation(OperationName("tag", {"text": made.text, "label": made.label})) as op:
        op.add(made)
    return made


def back_to_version_1(path: Path) -> None:
    """Make the project, which is closed and has one article, as version 1 had it."""
    conn = sqlite3.connect(path, isolation_level=None)
    conn.executescript(_BACK_TO_1)
    conn.close()
