"""A project of an earlier version opens as one of this one."""

from __future__ import annotations

from pathlib import Path

import pytest
from sample_project import LABELS, add_article, annotation, back_to_version_1, tag

from annotator.core.article import Meta
from annotator.core.change import OperationName
from annotator.ops.progress import Stopped
from annotator.ops.project import open_project
from annotator.store import ArticleQuery, Store
from annotator.store.schema import recognise


def test_a_project_of_version_1_finds_and_counts_the_same(path: Path) -> None:
    with Store.create(path, annotator="ليلى", labels=LABELS) as store:
        article = add_article(store, "زار Łódź_2 حَلَبَ", meta=Meta(title="خبر"))
        tag(store, annotation(article, "حَلَبَ", in_text="زار Łódź_2 حَلَبَ", review=True))
        stats = store.stats()
    back_to_version_1(path)
    seen: list[tuple[int, int]] = []
    with Store.open(path, look=lambda done, total: seen.append((done, total))) as store:
        assert seen == [(1, 1)]
        assert store.stats() == stats
        for words in ("حلب", "خبر زار", "łódź_2", "Łód"):
            assert store.find_articles(ArticleQuery(text=words)) == [article]
        with store.operation(OperationName("remove_articles")) as op:
            op.remove_article(article)
        assert store.find_articles(ArticleQuery(text="حلب")) == []
        assert store.stats().by_annotator == {}
        assert list(store.check()) == []


def test_an_upgrade_that_is_cancelled_is_as_if_not_begun(path: Path) -> None:
    with Store.create(path, annotator="ليلى", labels=LABELS) as store:
        article = add_article(store)
    back_to_version_1(path)
    before = path.read_bytes()
    with pytest.raises(Stopped):
        open_project(path, cancelled=lambda: True)
    assert recognise(path) == 1
    assert path.read_bytes() == before
    with open_project(path) as project:
        assert project.store.find_articles(ArticleQuery(text="الحسكة")) == [article]
