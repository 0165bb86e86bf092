"""How fast a step is saved and an article opened, beside the least that SQLite could do.

Compare within one run: `pytest tests/bench/test_store_speed.py --benchmark-enable`. "commit" is a
row in one transaction of the same durability; "tag" is the whole operation on an article of 200,000
words with 10,000 annotations: rules, transaction, journal, what is open kept true.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from annotator.core.annotation import Annotation, Origin, new_annotation_id
from annotator.core.article import ArticleId
from annotator.core.change import OperationName
from annotator.ops import annotate
from annotator.ops.history import redo, undo
from annotator.ops.project import OpenArticle, Project, new_project
from annotator.store import ArticleQuery, NewArticle, SortKey, Store

WORD = "بالحسكة "
WORDS, MARKED = 200_000, 10_000


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """One long article; every twentieth word is marked, the proclitic left out."""
    path = tmp_path_factory.mktemp("bench") / "p.hashiya"
    with new_project(path, annotator="x") as made:
        step = WORDS // MARKED * len(WORD)
        with made.store.operation(OperationName("import", {"count": "1"})) as op:
            article = op.add_article(NewArticle(text=WORD * WORDS))
            for start in range(1, WORDS * len(WORD), step):
                op.add(
                    Annotation(
                        id=new_annotation_id(), article=article, label="location", start=start,
                        end=start + 6, text="الحسكة", annotator="x", origin=Origin.IMPORTED,
                        created=op.now, modified=op.now,
                    )
                )  # fmt: skip
        assert len(made.article(article).tokens) == WORDS
        yield made


ARTICLE = ArticleId(1)


@pytest.mark.benchmark(group="save")
def test_commit(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    conn = sqlite3.connect(tmp_path / "limit.db", isolation_level=None)
    conn.execute("PRAGMA journal_mode = WAL")
    conn.execute("PRAGMA synchronous = FULL")
    conn.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, row TEXT) STRICT")
    row = "x" * 300

    def commit() -> None:
        conn.execute("BEGIN IMMEDIATE")
        conn.execute("INSERT INTO t(row) VALUES (?)", (row,))
        conn.execute("COMMIT")

    benchmark.pedantic(commit, rounds=300, warmup_rounds=20)
    conn.close()


@pytest.mark.benchmark(group="save")
def test_tag(benchmark: BenchmarkFixture, project: Project) -> None:
    words = count(7, 20)

    def place() -> tuple[tuple[Project, ArticleId, int, int, str], dict[str, bool]]:
        start = next(words) * len(WORD)
        return (project, ARTICLE, start, start + 7, "location"), {}

    benchmark.pedantic(annotate.tag, setup=place, rounds=300)


@pytest.mark.benchmark(group="save")
def test_undo_and_redo(benchmark: BenchmarkFixture, project: Project) -> None:
    annotate.tag(project, ARTICLE, 5 * len(WORD), 5 * len(WORD) + 7, "location")

    def there_and_back() -> None:
        assert undo(project)
        assert redo(project)

    benchmark.pedantic(there_and_back, rounds=200)


@pytest.mark.benchmark(group="save")
def test_relabel(benchmark: BenchmarkFixture, project: Project) -> None:
    chosen = project.article(ARTICLE).annotations[500].id
    labels = count()

    def relabel() -> None:
        annotate.relabel(project, chosen, ("actor", "location")[next(labels) % 2])

    benchmark.pedantic(relabel, rounds=200)


@pytest.mark.benchmark(group="open")
def test_read_text_alone(benchmark: BenchmarkFixture, project: Project) -> None:
    benchmark(project.store.text, ARTICLE)


@pytest.mark.benchmark(group="open")
def test_open_article(benchmark: BenchmarkFixture, project: Project) -> None:
    benchmark.pedantic(lambda: OpenArticle(project.store, ARTICLE).read(), rounds=10)


@pytest.mark.benchmark(group="list")
@pytest.mark.parametrize("filtered", ["all", "label", "status", "text", "title"])
def test_find_articles(benchmark: BenchmarkFixture, many: Store, filtered: str) -> None:
    query = {
        "all": ArticleQuery(),
        "label": ArticleQuery(label="actor"),
        "status": ArticleQuery(status=None, flag=True),
        "text": ArticleQuery(text="مدينة"),
        "title": ArticleQuery(sort=SortKey.TITLE, descending=True),
    }[filtered]
    assert benchmark(many.find_articles, query)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Ten thousand short articles."""
    path = tmp_path_factory.mktemp("many") / "p.hashiya"
    with new_project(path, annotator="x") as made:
        with made.store.operation(OperationName("import", {"count": "1"})) as op:
            for number in range(10_000):
                text = f"خبر من مدينة {number}"
                article = op.add_article(NewArticle(text=text, flag=number % 10 == 0))
                op.add(
                    Annotation(
                        id=new_annotation_id(), article=article, label="actor", start=0, end=3,
                        text="خبر", annotator="x", created=op.now, modified=op.now,
                    )
                )  # fmt: skip
        yield made.store
