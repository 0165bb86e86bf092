"""Tokens, import and export of made-up news: how fast, and how the memory grows."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from camel_tools.tokenizers.word import simple_word_tokenize

from annotator.arabic.fold import folded_words
from annotator.arabic.tokens import token_ranges
from annotator.ops.exports import export
from annotator.ops.imports import plan_import, run_import
from annotator.ops.project import Project, new_project, open_project
from annotator.store.search import INDEX_ARTICLE, words_of
from tests.bench import corpus
from tests.bench.measure import Row, Timed, against, timed

ARTICLES, FEW, MORE, MANY = 1_000, 1_000, 5_000, 20_000
TABLES = ("articles", "texts", "annotations")
DERIVED = ("label_counts", "annotator_counts", "words", "journal", "journal_rows")
Stored = dict[str, list[tuple[Any, ...]]]  # the rows that each INSERT brings in


def rows(folder: Path) -> Iterator[Row]:
    lines = folder / "news.jsonl"
    corpus.write(lines, ARTICLES)
    with new_project(folder / "news.hashiya", "ليلى") as project:
        run_import(project, plan_import(lines, store=project.store))
        texts = [article.text for article, _ in project.store.iter_articles()]
        some = texts[:100]
        yield against(
            "tokens with offsets (limit: camel-tools' without)",
            timed(lambda: [list(token_ranges(text)) for text in some]),
            timed(lambda: [simple_word_tokenize(text) for text in some]),
            most=1 / 3,
        )
        stored = _stored(project.path, TABLES)
        spans = len(list(stored.values())[-1])
        yield against(
            f"import {ARTICLES:,} articles, {spans:,} spans, looked at before"
            " (limit: `executemany` of the same rows)",
            _importing(folder, lines),
            _inserting(folder, stored),
            most=1 / 0.6,
            rounds=3,
        )
        yield against(
            "the same import (limit: `executemany` of every row that it leaves: counts, words,"
            " journal and search index too)",
            _importing(folder, lines),
            _inserting(folder, _all_stored(project)),
            most=1 / 0.6,
            rounds=3,
        )
        out = folder / "news.conll"
        yield against(
            f"export CoNLL-2003, {ARTICLES:,} articles (limit: tokenizing the same text)",
            timed(lambda: export(project, out, format="conll2003").close()),
            timed(lambda: [list(token_ranges(text)) for text in texts]),
            most=2,
            rounds=3,
        )
        yield against(
            "the same export (limit: reading its rows, and tokenizing)",
            timed(lambda: export(project, out, format="conll2003").close()),
            timed(lambda: (_stored(project.path, TABLES), [token_ranges(t) for t in texts])),
            most=2,
            rounds=3,
        )
    yield _export_of_more(folder)
    if not Path("/proc/self/status").exists():
        return  # Linux alone says how much a program has had
    for what in ("import", "export"):
        few, many = (_memory(folder, what, articles) for articles in (FEW, MANY))
        yield Memory(f"memory to {what} {MANY:,} articles (limit: {FEW:,})", many, few, 1.25)


def _export_of_more(folder: Path) -> Row:
    """So many that other processes write along."""
    lines, out = folder / f"{MORE}.jsonl", folder / "more.conll"
    corpus.write(lines, MORE)
    with new_project(folder / "more.hashiya", "ليلى") as project:
        run_import(project, plan_import(lines, store=project.store))
        texts = [article.text for article, _ in project.store.iter_articles()]
        return against(
            f"export CoNLL-2003, {MORE:,} articles (limit: tokenizing the same text)",
            timed(lambda: export(project, out, format="conll2003").close()),
            timed(lambda: [list(token_ranges(text)) for text in texts]),
            most=2,
            rounds=5,
        )


class Memory:
    """A row of megabytes."""

    def __init__(self, what: str, here: float, limit: float, most: float) -> None:
        self.what, self.here, self.limit, self.most = what, here, limit, most

    def __str__(self) -> str:
        ratio = self.here / self.limit
        return (
            f"| {self.what} | {self.here:.0f} MB | {self.limit:.0f} MB | {ratio:.2f} "
            f"| ≤ {self.most:.2f} × | {'yes' if ratio <= self.most else '**no**'} |"
        )


def _stored(path: Path, tables: Iterable[str]) -> Stored:
    conn = sqlite3.connect(path)
    stored: Stored = {}
    for table in tables:
        found = conn.execute(f"SELECT * FROM {table}").fetchall()
        stored[f"INSERT INTO {table} VALUES ({', '.join('?' * len(found[0]))})"] = found
    conn.close()
    return stored


def _all_stored(project: Project) -> Stored:
    """Everything that an import leaves. What is in the search index cannot be read out of it."""
    stored = _stored(project.path, (*TABLES, *DERIVED))
    stored[INDEX_ARTICLE] = [
        (article.id, words_of(article.meta.title, chain.from_iterable(folded_words(article.text))))
        for article, _ in project.store.iter_articles()
    ]
    return stored


def _importing(folder: Path, lines: Path) -> Timed:
    while True:
        path = Path(tempfile.mkdtemp(dir=folder)) / "import.hashiya"
        with new_project(path, "ليلى") as project:
            plan = plan_import(lines, store=project.store)
            begun = time.perf_counter()
            run_import(project, plan)
            yield time.perf_counter() - begun


def _inserting(folder: Path, stored: Stored) -> Timed:
    while True:
        path = Path(tempfile.mkdtemp(dir=folder)) / "raw.hashiya"
        new_project(path, "ليلى").close()
        begun = time.perf_counter()
        conn = sqlite3.connect(path, isolation_level=None)
        conn.execute("BEGIN")
        for insert, found in stored.items():
            conn.executemany(insert, found)
        conn.execute("COMMIT")
        conn.close()
        yield time.perf_counter() - begun


def _memory(folder: Path, what: str, articles: int) -> float:
    """The most megabytes that a program of its own has while it imports or exports so many."""
    lines, path = folder / f"{articles}.jsonl", folder / f"{articles}.hashiya"
    if not lines.exists():
        corpus.write(lines, articles)
    command = [sys.executable, "-m", "tests.bench.data", what, str(lines), str(path)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _peak() -> float:
    """Megabytes; not `getrusage`, which after exec still knows the parent's."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def _run(what: str, lines: Path, path: Path) -> None:
    if what == "import":
        with new_project(path, "ليلى") as project:
            run_import(project, plan_import(lines, store=project.store))
    else:
        with open_project(path) as project:
            export(project, path.with_suffix(".conll"), format="conll2003").close()


if __name__ == "__main__":
    _run(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
    print(_peak())
