"""What of a damaged project is not in an article: its labels, settings and history."""

from __future__ import annotations

import sqlite3
import uuid as uuids
from collections.abc import Iterator, Mapping

from annotator.errors import QT_TRANSLATE_NOOP
from annotator.store import rows
from annotator.store.operation import timestamp
from annotator.store.records import Problem
from annotator.store.rows import LABELS, SETTINGS

LABEL_LOST = QT_TRANSLATE_NOOP(
    "Errors",
    "What a label was called is lost; it is “{label}” now. Annotations that have it: {count}.",
)
SETTINGS_LOST = QT_TRANSLATE_NOOP("Errors", "These settings are lost and are as at first: {names}.")
STEPS_LOST = QT_TRANSLATE_NOOP("Errors", "Steps of the history that are lost: {count}.")
_GREY = "#777777"
_REPLAYED = (
    "SELECT tbl, key, {image}, j.state IS NOT NULL, {end}(r.seq * 4294967296 + r.n)"
    " FROM journal_rows AS r"
    " LEFT JOIN journal AS j ON j.seq = r.seq WHERE {state} GROUP BY tbl, key"
)


def make_images(conn: sqlite3.Connection) -> None:
    """The table `images(tbl, key, image, sure)`: what each row was after its last step, NULL where
    it was gone. A row all of whose steps were undone is what it was before the first of them.
    It is not sure where the step itself is lost, and with it whether it was undone."""
    conn.execute(
        "CREATE TABLE images(tbl, key, image, sure, at, PRIMARY KEY (tbl, key)) WITHOUT ROWID"
    )
    first = _REPLAYED.format(image="before", end="min", state="true")
    last = _REPLAYED.format(image="after", end="max", state="coalesce(j.state, 'done') = 'done'")
    conn.execute(f"INSERT INTO images {first}")
    conn.execute(f"INSERT OR REPLACE INTO images {last}")


class RescuedLabels:
    """`rows` as they are to be stored: as read, from the journal, or with a name made up where
    annotations have a label of which nothing is left. `names` are their keys by id."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self.problems: list[Problem] = []
        found = {row[0]: row for row in conn.execute(LABELS.select) if _is_label(row)}
        keys = {row[2] for row in found.values()}
        for label_id, count in _used(conn).items():
            if label_id in found:
                continue
            row = _from_journal(conn, label_id)
            if row is None or row[2] in keys:
                row = _made_up(label_id, keys)
                fields = {"label": row[2], "count": str(count)}
                self.problems.append(Problem(template=LABEL_LOST, fields=fields))
            found[label_id] = row
            keys.add(row[2])
        self.rows: list[rows.Row] = list(found.values())
        self.names: Mapping[int, str] = {row[0]: row[2] for row in self.rows}


def _is_label(row: rows.Row) -> bool:
    try:
        rows.label_from(row)
    except ValueError:
        return False
    return True


def _used(conn: sqlite3.Connection) -> dict[int, int]:
    """Every label that an annotation or the journal knows, and how many annotations have it."""
    used = dict(conn.execute("SELECT label_id, count(*) FROM annotations GROUP BY label_id"))
    journalled = conn.execute(
        "SELECT CAST(key AS INTEGER) FROM images WHERE tbl = 'labels' AND image IS NOT NULL"
    )
    return {number: 0 for (number,) in journalled} | used


def _from_journal(conn: sqlite3.Connection, label_id: int) -> rows.Row | None:
    found = conn.execute(
        "SELECT image FROM images WHERE tbl = 'labels' AND key = ?", (str(label_id),)
    ).fetchone()
    if found is None or found[0] is None:
        return None
    try:
        row = LABELS.row(rows.from_json(found[0]))
    except (KeyError, TypeError):
        return None
    return row if _is_label(row) else None


def _made_up(label_id: int, taken: set[str]) -> rows.Row:
    key = next(k for n in range(1000) if (k := f"label{label_id}" + "x" * n) not in taken)
    return (label_id, label_id, key, key, key, _GREY, None, "[]", "", "")


def settings_of(conn: sqlite3.Connection) -> tuple[dict[str, str], list[str]]:
    """Each setting as JSON, with those that no project is without; and which of these had to be
    made up. Empty when there is nothing of a project at all."""
    found: dict[str, str] = {}
    for key, value in conn.execute(SETTINGS.select):
        try:
            rows.from_json(value)
        except ValueError:
            continue
        found[key] = value
    if not found and not conn.execute("SELECT 1 FROM journal LIMIT 1").fetchone():
        return {}, []
    who = conn.execute("SELECT who FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    needed = {
        "project_id": str(uuids.uuid4()),
        "created": timestamp(),
        "overlap_policy": "nested",
        "annotator": who[0] if who else "",
    }
    missing = [key for key in needed if key not in found]
    return {key: rows.to_json(value) for key, value in needed.items()} | found, missing


def lost_steps(conn: sqlite3.Connection) -> Iterator[Problem]:
    """Gaps in the numbers of the journal, which has none of its own."""
    steps, last = conn.execute(
        "SELECT count(*), max(coalesce(max(seq), 0),"
        " (SELECT coalesce(max(seq), 0) FROM journal_rows)) FROM journal"
    ).fetchone()
    holes = conn.execute(
        "SELECT count(*) FROM (SELECT seq FROM journal_rows GROUP BY seq"
        " HAVING count(*) <= max(n) AND seq IN (SELECT seq FROM journal))"
    ).fetchone()[0]
    if last - steps + holes:
        yield Problem(template=STEPS_LOST, fields={"count": str(last - steps + holes)})
