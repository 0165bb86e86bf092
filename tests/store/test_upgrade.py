"""A project of an earlier version opens as one of this one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sample_project import LABELS, add_article, annotation, tag

from annotator.core.article import Meta
from annotator.core.change import OperationName
from annotator.store import ArticleQuery, Store

# What version 1 had in place of what version 2 made.
BACK_TO_1 = """
DROP TABLE article_words;
CREATE VIRTUAL TABLE article_words USING fts5(
    words, content='', columnsize=0, tokenize='unicode61 remove_diacritics 0');
INSERT INTO article_words(rowid, words) VALUES (1, 'خبر زار حلب لب');
DROP TABLE annotator_counts;
DELETE FROM _sqlite_migrations WHERE name = 'version_2';
PRAGMA user_version = 1;
"""


def test_a_project_of_version_1_finds_and_counts_the_same(path: Path) -> None:
    with Store.create(path, annotator="ليلى", labels=LABELS) as store:
        article = add_article(store, "زار Łódź_2 حَلَبَ", meta=Meta(title="خبر"))
        tag(store, annotation(article, "حَلَبَ", in_text="زار Łódź_2 حَلَبَ", review=True))
        stats = store.stats()
    conn = sqlite3.connect(path, isolation_level=None)
    conn.executescript(BACK_TO_1)
    conn.close()
    with Store.open(path) as store:
        assert store.stats() == stats
        for words in ("حلب", "خبر زار", "łódź_2", "Łód"):
            assert store.find_articles(ArticleQuery(text=words)) == [article]
        with store.operation(OperationName("remove_articles")) as op:
            op.remove_article(article)
        assert store.find_articles(ArticleQuery(text="حلب")) == []
        assert store.stats().by_annotator == {}
        assert list(store.check()) == []
