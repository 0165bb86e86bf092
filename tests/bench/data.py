"""Tokens, import and export of made-up news: how fast, and how the memory grows."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from camel_tools.tokenizers.word import simple_word_tokenize

from annotator.arabic.tokens import token_ranges
from annotator.ops.exports import export
from annotator.ops.imports import plan_import, run_import
from annotator.ops.project import new_project, open_project
from tests.bench import corpus
from tests.bench.measure import Row, Timed, against, timed

ARTICLES, FEW, MANY = 1_000, 1_000, 20_000
TABLES = ("articles", "texts", "annotations")


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
        stored = _stored(project.path)
        yield against(
            f"import {ARTICLES:,} articles, {len(stored['annotations']):,} spans, looked at before"
            " (limit: `executemany` of the same rows)",
            _importing(folder, lines),
            _inserting(folder, stored),
            most=1 / 0.6,
            rounds=3,
        )
        out = folder / "news.conll"
        yield against(
            "export CoNLL-2003 (limit: tokenizing the same text)",
            timed(lambda: export(project, out, format="conll2003").close()),
            timed(lambda: [list(token_ranges(text)) for text in texts]),
            most=2,
            rounds=3,
        )
    if not Path("/proc/self/status").exists():
        return  # Linux alone says how much a program has had
    for what in ("import", "export"):
        few, many = (_memory(folder, what, articles) for articles in (FEW, MANY))
        yield Memory(f"memory to {what} {MANY:,} articles (limit: {FEW:,})", many, few, 1.25)


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


def _stored(path: Path) -> dict[str, list[tuple[object, ...]]]:
    conn = sqlite3.connect(path)
    found = {table: conn.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}
    conn.close()
    return found


def _importing(folder: Path, lines: Path) -> Timed:
    for number in count():
        with new_project(folder / f"import-{number}.hashiya", "ليلى") as project:
            plan = plan_import(lines, store=project.store)
            begun = time.perf_counter()
            run_import(project, plan)
            yield time.perf_counter() - begun


def _inserting(folder: Path, stored: dict[str, list[tuple[object, ...]]]) -> Timed:
    for number in count():
        path = folder / f"raw-{number}.hashiya"
        new_project(path, "ليلى").close()
        begun = time.perf_counter()
        conn = sqlite3.connect(path, isolation_level=None)
        conn.execute("BEGIN")
        for table, found in stored.items():
            marks = ", ".join("?" * len(found[0]))
            conn.executemany(f"INSERT INTO {table} VALUES ({marks})", found)
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
