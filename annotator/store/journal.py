"""Undo and redo: the images of one step put back, through the same writer as the step itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping

from annotator.core.article import ArticleId
from annotator.core.change import Changes, OperationName
from annotator.store import rows
from annotator.store.gathered import Gathered
from annotator.store.rows import (
    ABOVE_FLOOR,
    ANNOTATIONS,
    ARTICLES,
    LIVE,
    SETTINGS,
    TABLES,
    TEXTS,
    WHOLE_ARTICLE,
)
from annotator.store.writer import RowWriter

_NEXT = {  # by the state that the step gets
    "undone": f"WHERE state = 'done' AND {ABOVE_FLOOR} ORDER BY seq DESC LIMIT 1",
    "done": f"WHERE state = 'undone' AND {ABOVE_FLOOR} ORDER BY seq LIMIT 1",
}
_WEIGHED = 500  # rows whose texts are weighed; so many are a large step whatever is in them
_THOUSAND_WORDS = 4000  # code points, at least


Progress = Callable[[int, int], None]


def undo(conn: sqlite3.Connection, look: Progress) -> Changes | None:
    """Take the last step back, inside the open transaction; None when there is none."""
    return _step(conn, "undone", look)


def redo(conn: sqlite3.Connection, look: Progress) -> Changes | None:
    """Do the step again that was undone last, inside the open transaction."""
    return _step(conn, "done", look)


def next_effort(conn: sqlite3.Connection, state: str) -> int:
    """How much there is to do in the step that would become "undone" or "done" next: its rows, and
    one for every thousand words of the texts among its first rows."""
    seq = f"(SELECT seq FROM journal {_NEXT[state]})"
    rows_of_step = f"SELECT * FROM journal_rows WHERE seq = {seq} ORDER BY n LIMIT {_WEIGHED}"
    letters = "coalesce(length(before), 0) + coalesce(length(after), 0)"
    words = (
        f"SELECT token_count FROM articles"
        f" WHERE tbl = '{WHOLE_ARTICLE}' AND id = CAST(key AS INTEGER)"
    )
    (there,) = conn.execute(
        f"SELECT coalesce(sum(({letters}) / {_THOUSAND_WORDS} + coalesce(({words}), 0) / 1000), 0)"
        f" FROM ({rows_of_step})"
    ).fetchone()
    return int(there) + _size(conn, seq)


def _size(conn: sqlite3.Connection, seq: int | str) -> int:
    found = conn.execute(f"SELECT count(*) FROM journal_rows WHERE seq = {seq}").fetchone()
    return int(found[0])


def _step(conn: sqlite3.Connection, state: str, look: Progress) -> Changes | None:
    found = conn.execute(f"SELECT seq, kind, fields FROM journal {_NEXT[state]}").fetchone()
    if found is None:
        return None
    seq, kind, fields = found
    total = _size(conn, seq)
    conn.execute("PRAGMA defer_foreign_keys = ON")
    replay = _Replay(conn, seq, backward=state == "undone")
    gathered = replay.run(look, total)
    conn.execute("UPDATE journal SET state = ? WHERE seq = ?", (state, seq))
    return gathered.changes(OperationName(kind, rows.from_json(fields)), seq)


class _Replay:
    def __init__(self, conn: sqlite3.Connection, seq: int, *, backward: bool) -> None:
        self._conn = conn
        self._seq = seq
        self._backward = backward
        self._writer = RowWriter(conn)
        self._gathered = Gathered()

    def run(self, look: Progress, total: int) -> Gathered:
        touched = self._conn.execute(
            "SELECT key FROM journal_rows WHERE seq = ? AND tbl = 'labels'", (self._seq,)
        ).fetchall()
        self._writer.loosen_label_keys(int(key) for (key,) in touched)
        was = self._label_keys() if not touched else {}
        order = "DESC" if self._backward else "ASC"
        steps = self._conn.execute(
            f"SELECT n, tbl, key, before, after FROM journal_rows WHERE seq = ? ORDER BY n {order}",
            (self._seq,),
        )
        for done, (n, table, key, before, after) in enumerate(steps):
            look(done, total)
            if self._backward:
                before, after = after, before
            if table == WHOLE_ARTICLE:
                self._whole(n, ArticleId(int(key)), after)
            else:
                self._row(table, before, after, was)
        if touched:
            self._gathered.labels = True
            self._gathered.all_annotations()
        self._writer.finish(lambda: look(0, 0))
        return self._gathered

    def _label_keys(self) -> dict[int, str]:
        return dict(self._conn.execute("SELECT id, key FROM labels"))

    def _row(
        self, name: str, before: str | None, after: str | None, keys: Mapping[int, str]
    ) -> None:
        table = TABLES[name]
        old = None if before is None else table.row(rows.from_json(before))
        new = None if after is None else table.row(rows.from_json(after))
        self._writer.change(table, old, new)
        either = old or new
        assert either is not None
        if table is ANNOTATIONS:
            self._gathered.articles.add(ArticleId(either[0]))
            if keys:
                self._gathered.annotation(
                    *(
                        None if row is None else rows.annotation_from(row, keys[row[2]])
                        for row in (old, new)
                    )
                )
        elif table is ARTICLES:
            self._gathered.articles.add(ArticleId(either[0]))
        elif table is TEXTS:
            self._gathered.text(ArticleId(either[0]))
        elif table is SETTINGS:
            self._gathered.settings.add(str(either[0]))

    def _whole(self, n: int, article_id: ArticleId, wanted: str | None) -> None:
        """Bring the article back, or take it out; its image moves into the journal while it is
        out and is let go while it is in."""
        mine, other = ("before", "after") if self._backward else ("after", "before")
        if wanted is not None:
            self._writer.add_whole(rows.from_json(wanted))
            self._set_image(n, mine, LIVE)
        else:
            image = self._writer.take_whole(article_id)
            if image is None:
                raise LookupError(f"no article {article_id}")
            self._set_image(n, other, rows.to_json(image))
        self._gathered.articles.add(article_id)
        self._gathered.article_set = True

    def _set_image(self, n: int, column: str, image: str) -> None:
        self._conn.execute(
            f"UPDATE journal_rows SET {column} = ? WHERE seq = ? AND n = ?", (image, self._seq, n)
        )
