"""Everything that can still be read in a damaged project, saved as a new one, and what is lost
named.

Rows come from the pages themselves (`pages`, `salvage`). A row that is gone but whose last image
is in the journal is taken from there; a text that is not the one imported is kept and flagged; an
annotation that no longer lies on its words moves there if they stand in the text exactly once, and
needs review. The damaged file is not touched.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.core.article import ArticleId
from annotator.errors import QT_TRANSLATE_NOOP, UserError
from annotator.store import rows
from annotator.store.connection import (
    APPLICATION_ID,
    cannot_read,
    connect,
    storage_errors,
)
from annotator.store.lock import left_note, refuse_held
from annotator.store.log_origin import has_foreign_log
from annotator.store.new_file import new_file
from annotator.store.operation import timestamp
from annotator.store.pages import Pages
from annotator.store.records import Problem
from annotator.store.rescued_articles import RescuedArticles
from annotator.store.rescued_project import (
    SETTINGS_LOST,
    RescuedLabels,
    lost_steps,
    make_images,
    settings_of,
)
from annotator.store.rows import LABELS, SETTINGS
from annotator.store.salvage import salvage
from annotator.store.schema import refuse_newer, upgrade
from annotator.store.whereabouts import file_of
from annotator.store.writer import RowWriter

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
Write = Callable[[rows.Row, str, list[rows.Row]], None]  # an article, its text, its annotations

NOTHING = QT_TRANSLATE_NOOP("Errors", "Nothing of a Hashiya project can be read in {path}.")
NOTHING_REMEDY = QT_TRANSLATE_NOOP("Errors", "Restore one of its backups.")
STOPPED = QT_TRANSLATE_NOOP("Errors", "The rescue was stopped: nothing was written.")
LOG_LOST = QT_TRANSLATE_NOOP(
    "Errors", "The log beside the project cannot be read: what was done last may be missing."
)
LOG_FOREIGN = QT_TRANSLATE_NOOP(
    "Errors", "The log beside the project is of another file: it was left out."
)
KIND = "rescue"  # the step in the journal of what was rescued; undo goes back no further
# A number is not given twice, also not that of an article or a label which was removed, perhaps as
# the last one: SQLite knows of no number then.
_LAST_NUMBER = """
    SELECT coalesce(max(CAST(key AS INTEGER)), 0) FROM (
    SELECT key FROM journal_rows WHERE tbl = ?
    UNION ALL SELECT seq FROM sqlite_sequence WHERE name = ?)"""
_NUMBERED = {"articles": rows.WHOLE_ARTICLE, "labels": LABELS.name}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescued:
    """What was, or would be, saved. `lost` could not be; `doubtful` is there, to be looked at
    again; `from_journal` annotations were gone and came back from their last step."""

    articles: int
    annotations: int
    from_journal: int
    steps: int
    damaged_pages: tuple[int, ...]
    lost: tuple[Problem, ...]
    doubtful: tuple[Problem, ...]


class _Rescue:
    """One pass over what was salvaged."""

    def __init__(
        self,
        conn: sqlite3.Connection,
        pages: Pages,
        cancelled: Cancelled,
        *,
        foreign_log: bool,
    ) -> None:
        self.conn = conn
        self._pages = pages
        self._cancelled = cancelled
        make_images(conn)
        self.labels = RescuedLabels(conn)
        self.articles = RescuedArticles(conn, self.labels.names)
        self.settings, missing = settings_of(conn)
        self.steps: int = conn.execute("SELECT count(*) FROM journal").fetchone()[0]
        self._lost = [*lost_steps(conn)]
        self._doubtful = [*self.labels.problems]
        if missing:
            fields = {"names": ", ".join(missing)}
            self._doubtful.append(Problem(template=SETTINGS_LOST, fields=fields))
        if pages.log_is_lost:
            self._doubtful.append(Problem(template=LOG_LOST))
        if foreign_log:
            self._doubtful.append(Problem(template=LOG_FOREIGN))

    def run(self, write: Write, progress: Progress) -> Rescued:
        """Hand every article that can be saved to `write`, with its annotations."""
        ids = self.articles.ids()
        articles = annotations = 0
        for done, number in enumerate(ids, 1):
            if self._cancelled():
                raise UserError(STOPPED)
            saved = self.articles.article(number)
            if saved is not None:
                row, text, spans = saved
                write(row, text, spans)
                articles, annotations = articles + 1, annotations + len(spans)
            progress(done, len(ids))
        return Rescued(
            articles=articles,
            annotations=annotations,
            from_journal=self.articles.from_journal,
            steps=self.steps,
            damaged_pages=tuple(sorted(self._pages.damaged)),
            lost=(*self._lost, *self.articles.lost),
            doubtful=(*self._doubtful, *self.articles.doubtful),
        )


def survey(
    project: Path | str,
    *,
    progress: Progress = lambda done, total: None,
    cancelled: Cancelled = lambda: False,
) -> Rescued:
    """What `rescue` would save and what not; nothing is written. Raises UserError as it does."""
    with _begun(Path(project), progress, cancelled) as found:
        return found.run(lambda row, text, spans: None, progress)


def rescue(
    project: Path | str,
    out: Path | str,
    *,
    progress: Progress = lambda done, total: None,
    cancelled: Cancelled = lambda: False,
) -> Rescued:
    """Save what can be read of `project` as the new project `out`, whole or not at all.

    Raises UserError when there is a file `out` already, when somebody has `project` open to
    write, or when nothing of a project can be read in it.
    """
    project, out = Path(project), Path(out)
    with new_file(out) as draft, _begun(project, progress, cancelled) as found:
        return _write(draft, out, found, progress)


@contextlib.contextmanager
def _begun(project: Path, progress: Progress, cancelled: Cancelled) -> Iterator[_Rescue]:
    def tell(done: int, total: int) -> None:
        if cancelled():
            raise UserError(STOPPED)
        progress(done, total)

    project = file_of(project)
    refuse_held(project)
    foreign = has_foreign_log(project, left_note(project))
    try:
        pages = Pages(project, with_log=not foreign)
    except OSError as error:
        raise cannot_read(project, error) from error
    with pages, storage_errors(project):
        header = pages.page(1)
        if int.from_bytes(header[68:72], "big") == APPLICATION_ID:
            refuse_newer(int.from_bytes(header[60:64], "big"), project)
        with contextlib.closing(salvage(pages, tell)) as conn:
            found = _Rescue(conn, pages, cancelled, foreign_log=foreign)
            if not found.articles.ids() and not found.settings:
                raise UserError(NOTHING, remedy=NOTHING_REMEDY, path=project)
            yield found


def _write(draft: Path, out: Path, found: _Rescue, progress: Progress) -> Rescued:
    conn = connect(draft, "mode=rw", named=out)
    try:
        with storage_errors(out):
            upgrade(conn)  # without a write-ahead log, as `Store.create` does
            conn.execute("BEGIN IMMEDIATE")
            seq = _copy_journal(found.conn, conn)
            for key, value in (found.settings | {rows.UNDO_FLOOR: str(seq)}).items():
                conn.execute(SETTINGS.insert, (key, value))
            conn.executemany(LABELS.insert, found.labels.rows)
            writer = RowWriter(conn)

            def write(row: rows.Row, text: str, spans: list[rows.Row]) -> None:
                writer.add_articles([row], [text])
                writer.add_annotations(ArticleId(row[0]), spans)

            result = found.run(write, progress)
            writer.finish()
            _use_no_number_again(conn)
            _journal_rescue(conn, seq, found)
            conn.execute("COMMIT")
    finally:
        conn.close()
    return result


def _copy_journal(source: sqlite3.Connection, target: sqlite3.Connection) -> int:
    """The number of the step that the rescue itself is. Rows whose step is lost keep a place."""
    target.executemany(
        "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?)", source.execute("SELECT * FROM journal")
    )
    target.executemany(
        "INSERT INTO journal_rows VALUES (?, ?, ?, ?, ?, ?)",
        source.execute("SELECT * FROM journal_rows"),
    )
    target.execute(
        "INSERT INTO journal SELECT DISTINCT seq, 'lost', '{}', ?, '', 'done' FROM journal_rows"
        " WHERE seq NOT IN (SELECT seq FROM journal)",
        (timestamp(),),
    )
    last: int = target.execute("SELECT coalesce(max(seq), 0) FROM journal").fetchone()[0]
    return last + 1


def _use_no_number_again(conn: sqlite3.Connection) -> None:
    for table, journalled in _NUMBERED.items():
        last = conn.execute(_LAST_NUMBER, (journalled, table)).fetchone()
        conn.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
        conn.execute("INSERT INTO sqlite_sequence VALUES (?, ?)", (table, *last))


def _journal_rescue(conn: sqlite3.Connection, seq: int, found: _Rescue) -> None:
    who = rows.from_json(found.settings["annotator"])
    conn.execute(
        "INSERT INTO journal VALUES (?, ?, '{}', ?, ?, 'done')", (seq, KIND, timestamp(), who)
    )
    conn.executemany(
        "INSERT INTO journal_rows VALUES (?, ?, ?, ?, ?, ?)",
        ((seq, n, *change) for n, change in enumerate(found.articles.changes)),
    )
