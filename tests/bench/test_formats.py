"""How fast articles come in and go out, beside the least work that could do it.

Compare within one run: `pytest tests/bench/test_formats.py --benchmark-enable`. In each group the
first is the limit of DESIGN §9 and the others are what the tool does: export against tokenizing
the same text, import against `executemany` of the same rows.
"""

from __future__ import annotations

import io
import sqlite3
import uuid
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import msgspec
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from annotator.arabic.tokens import token_ranges
from annotator.core.annotation import Annotation, AnnotationId
from annotator.core.article import Article, ArticleId, text_hash
from annotator.formats import native_jsonl
from annotator.formats.article import Documents, Source
from annotator.formats.label_toml import default_labels
from annotator.formats.loss import LossReport
from annotator.formats.registry import format_named
from annotator.ops.imports import plan_import, run_import
from annotator.ops.project import new_project
from annotator.resources import seeds

COPIES = 12  # of the sixteen sample articles: 60,000 words, 10,000 spans
TABLES = ("articles", "texts", "annotations")


@pytest.fixture(scope="module")
def corpus() -> list[tuple[Article, list[Annotation]]]:
    """The gold articles several times over, each copy with ids and a last line of its own."""
    gold = list(native_jsonl.read(Source(path=seeds() / "gold.jsonl")))
    number = count(1)
    made = []
    for copy in range(COPIES):
        for read in gold:
            article_id = ArticleId(next(number))
            text = f"{read.text}\n{copy}"
            article = Article(
                id=article_id,
                uuid=str(uuid.UUID(int=article_id)),
                text=text,
                sha256=text_hash(text),
                meta=read.meta,
                status=read.status,
            )
            made.append((article, [_annotation(s, article, next(number)) for s in read.spans]))
    return made


def _annotation(span: Any, article: Article, number: int) -> Annotation:
    return Annotation(
        id=AnnotationId(str(uuid.UUID(int=number << 64))),
        article=article.id,
        label=span.label,
        start=span.start,
        end=span.end,
        text=article.text[span.start : span.end],
        attributes=span.attributes,
        annotator="ليلى",
        created="2026-03-01T08:30:00.250000Z",
        modified="2026-03-01T08:30:00.250000Z",
    )


@pytest.fixture(scope="module")
def lines(
    corpus: list[tuple[Article, list[Annotation]]], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    path = tmp_path_factory.mktemp("bench") / "corpus.jsonl"
    path.write_bytes(write("jsonl", corpus))
    return path


def write(key: str, documents: Documents) -> bytes:
    out = io.BytesIO()
    form = format_named(key)
    assert form.write is not None
    with LossReport(key) as report:
        form.write(documents, out, default_labels(), form.choices.defaults(), report)
    return out.getvalue()


@pytest.mark.benchmark(group="export")
def test_tokenizing_alone(
    benchmark: BenchmarkFixture, corpus: list[tuple[Article, list[Annotation]]]
) -> None:
    """The limit: the tokens of the same text, kept for one article at a time."""
    benchmark(lambda: sum(len(list(token_ranges(article.text))) for article, _ in corpus))


@pytest.mark.benchmark(group="export")
@pytest.mark.parametrize("key", ["conll2002", "conll2003", "jsonl"])
def test_export(
    benchmark: BenchmarkFixture, corpus: list[tuple[Article, list[Annotation]]], key: str
) -> None:
    assert benchmark(write, key, corpus)


@pytest.mark.benchmark(group="import")
def test_executemany_of_the_same_rows(
    benchmark: BenchmarkFixture, lines: Path, tmp_path: Path
) -> None:
    """The limit: the rows that an import leaves, inserted raw into the same empty tables."""
    rows = _rows_of_an_import(lines, tmp_path / "filled.hashiya")
    fresh = _numbered(tmp_path)

    def insert(path: Path) -> None:
        conn = sqlite3.connect(path, isolation_level=None)
        conn.execute("BEGIN")
        for table in TABLES:
            marks = ", ".join("?" * len(rows[table][0]))
            conn.executemany(f"INSERT INTO {table} VALUES ({marks})", rows[table])
        conn.execute("COMMIT")
        conn.close()

    def empty_project() -> tuple[tuple[Path], dict[str, Any]]:
        path = next(fresh)
        new_project(path, "ليلى").close()
        return (path,), {}

    benchmark.pedantic(insert, setup=empty_project, rounds=5)


@pytest.mark.benchmark(group="import")
def test_import(benchmark: BenchmarkFixture, lines: Path, tmp_path: Path) -> None:
    """Reading, checking, indexing for search, journalling and writing, after the plan is made."""
    _import(benchmark, lines, tmp_path, lambda plan, project: run_import(project, plan))


@pytest.mark.benchmark(group="import")
def test_plan_and_import(benchmark: BenchmarkFixture, lines: Path, tmp_path: Path) -> None:
    """All that `hashiya import` does, the file read twice."""
    _import(
        benchmark,
        lines,
        tmp_path,
        lambda _, project: run_import(project, plan_import(lines, store=project.store)),
    )


def _import(
    benchmark: BenchmarkFixture, lines: Path, tmp_path: Path, run: Callable[[Any, Any], Any]
) -> None:
    fresh = _numbered(tmp_path)
    projects = []

    def empty_project() -> tuple[tuple[Any, Any], dict[str, Any]]:
        projects.append(new_project(next(fresh), "ليلى"))
        return (plan_import(lines, store=projects[-1].store), projects[-1]), {}

    benchmark.pedantic(run, setup=empty_project, rounds=5)
    for project in projects:
        assert project.store.count_articles() == COPIES * 16
        project.close()


def _numbered(folder: Path) -> Iterator[Path]:
    return (folder / f"{number}.hashiya" for number in count())


def _rows_of_an_import(lines: Path, path: Path) -> dict[str, list[tuple[Any, ...]]]:
    with new_project(path, "ليلى") as project:
        run_import(project, plan_import(lines, store=project.store))
    conn = sqlite3.connect(path)
    rows = {table: conn.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}
    conn.close()
    return rows


@pytest.mark.benchmark(group="read")
def test_parsing_the_json_alone(benchmark: BenchmarkFixture, lines: Path) -> None:
    """The limit: msgspec over the same lines, unchecked."""
    data = lines.read_bytes().splitlines()
    benchmark(lambda: [msgspec.json.decode(line) for line in data])


@pytest.mark.benchmark(group="read")
def test_reading_and_checking_jsonl(benchmark: BenchmarkFixture, lines: Path) -> None:
    benchmark(lambda: sum(1 for _ in native_jsonl.read(Source(path=lines))))
