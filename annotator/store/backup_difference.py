"""What putting a backup back would take away and bring back, counted row by row, and who did it."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.core.change import OperationName
from annotator.store import rows
from annotator.store.check import LookedAt, broken, ignored
from annotator.store.connection import connect, interruptible, reading_errors, uri_of
from annotator.store.reads import Reads
from annotator.store.records import Problem
from annotator.store.schema import recognise

_QUIETLY = "mode=ro&immutable=1"  # no byte beside the backup is written
STEPS = 500  # of each side that are listed, the last ones

_ANNOTATION = ", ".join(f'"{c}"' for c in rows.ANNOTATIONS.columns)
_ARTICLE = ", ".join(f'"{c}"' for c in rows.ARTICLES.columns)
# `{one}` and `{other}` are the schemas "main" (as it is now) and "backup".
_MISSING = (
    "SELECT count(*) FROM {one}.{table} WHERE {key} NOT IN (SELECT {key} FROM {other}.{table})"
)
_CHANGED = """
    SELECT count(*) FROM (SELECT {columns} FROM main.{table} EXCEPT
    SELECT {columns} FROM backup.{table}) WHERE {key} IN (SELECT {key} FROM backup.{table})"""
_STEPS = """
    FROM {one}.journal AS j WHERE j.state = 'done' AND NOT EXISTS (
    SELECT 1 FROM {other}.journal AS k WHERE k.seq = j.seq AND k.at = j.at AND k.kind = j.kind
    AND k.state = 'done')"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Of articles or annotations: `now` are there and would go, `then` would come back, `changed`
    would be again what they were."""

    now: int
    then: int
    changed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the journal that only one of the two has. `at` is UTC, ISO 8601."""

    at: str
    who: str
    name: OperationName


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """`steps` would be taken back, `other_steps` would be done again; `step_count` of the first,
    of which the last `STEPS` are listed, the newest first. `problems` are texts and annotations
    that are damaged in the backup."""

    articles: Counts
    annotations: Counts
    step_count: int
    steps: tuple[Step, ...]
    other_steps: tuple[Step, ...]
    problems: tuple[Problem, ...]

    @property
    def nothing(self) -> bool:
        same = Counts(now=0, then=0, changed=0)
        return self.articles == self.annotations == same and not (self.steps or self.other_steps)


def compare(project: Path, backup: Path, looked_at: LookedAt = ignored) -> Difference:
    """Raises UserError when either cannot be read. Call it from a background thread; `looked_at`
    is told of each of the backup's articles, and may raise to stop it."""
    recognise(backup)
    copy = connect(backup, _QUIETLY, any_thread=True)
    with contextlib.closing(copy), reading_errors(backup):
        problems = broken(Reads(copy, backup), copy, looked_at)
    with _both(project, backup) as conn, interruptible(conn, lambda: looked_at(0, 0)):
        annotations = _counts(conn, "annotations", "id", _ANNOTATION)
        articles = _counts(conn, "articles", "uuid", _ARTICLE)
        count = conn.execute(f"SELECT count(*) {_steps('main', 'backup')}").fetchone()[0]
        return Difference(
            articles=articles,
            annotations=annotations,
            step_count=count,
            steps=_listed(conn, "main", "backup"),
            other_steps=_listed(conn, "backup", "main"),
            problems=tuple(problems),
        )


@contextlib.contextmanager
def _both(project: Path, backup: Path) -> Iterator[sqlite3.Connection]:
    conn = connect(project, "mode=ro", any_thread=True)
    try:
        with reading_errors(project):
            conn.execute("ATTACH ? AS backup", (uri_of(backup.absolute(), _QUIETLY),))
            yield conn
    finally:
        conn.close()


def _counts(conn: sqlite3.Connection, table: str, key: str, columns: str) -> Counts:
    def ask(sql: str, **names: str) -> int:
        found = conn.execute(sql.format(table=table, key=key, columns=columns, **names))
        return int(found.fetchone()[0])

    return Counts(
        now=ask(_MISSING, one="main", other="backup"),
        then=ask(_MISSING, one="backup", other="main"),
        changed=ask(_CHANGED),
    )


def _steps(one: str, other: str) -> str:
    return _STEPS.format(one=one, other=other)


def _listed(conn: sqlite3.Connection, one: str, other: str) -> tuple[Step, ...]:
    sql = f"SELECT j.at, j.who, j.kind, j.fields {_steps(one, other)} ORDER BY j.seq DESC LIMIT ?"
    return tuple(
        Step(at=at, who=who, name=OperationName(kind, rows.from_json(fields)))
        for at, who, kind, fields in conn.execute(sql, (STEPS,))
    )
