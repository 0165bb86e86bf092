"""A project file, open: the one door to everything that is stored."""

from __future__ import annotations

import os
import sqlite3
import uuid as uuids
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from annotator.core.change import Changes, OperationName
from annotator.core.closing import Closing
from annotator.core.labels import LabelSet
from annotator.errors import QT_TRANSLATE_NOOP, UserError
from annotator.store import journal, rows
from annotator.store.check import LookedAt, check, ignored
from annotator.store.connection import (
    READ_ONLY,
    READ_ONLY_REMEDY,
    connect,
    storage_errors,
)
from annotator.store.derived import not_looked_at
from annotator.store.following import Follower
from annotator.store.new_file import new_file
from annotator.store.opened import Opened
from annotator.store.opening import open_file
from annotator.store.operation import Operation, timestamp
from annotator.store.reads import Reads
from annotator.store.records import Problem
from annotator.store.schema import upgrade
from annotator.store.whereabouts import MOVED, MOVED_REMEDY, file_of

WRITING = QT_TRANSLATE_NOOP("Errors", "{path} is being written to in the background.")
WRITING_REMEDY = QT_TRANSLATE_NOOP("Errors", "Wait until that is done, or stop it.")
TAKEN = QT_TRANSLATE_NOOP(
    "Errors", "An article or an annotation with this id is in {path} already."
)
TAKEN_REMEDY = QT_TRANSLATE_NOOP("Errors", "Import it without its id, or leave it out.")


Progress = Callable[[int, int], None]


class Address(NamedTuple):
    """Where an open project is read: its `path`, and the `file` (a copy of it, where it cannot be
    read as it lies) with the `query` of the URI that opens that. Paths as the system has them, for
    not every one is Unicode."""

    path: bytes
    file: bytes
    query: str


class Store(Reads, Closing):
    """Made by `create` or `open`; used by the thread that made it. `reader` is for the others, and
    `hand_over` for the one that is to write."""

    def __init__(self, path: Path, opened: Opened) -> None:
        super().__init__(opened.conn, path)
        self.read_only = opened.read_only
        self._caches_labels = not opened.read_only
        self._opened = opened
        self._operation: Operation | None = None
        self._is_reader = False

    # -- opening and closing ------------------------------------------------------------------

    @classmethod
    def create(
        cls,
        path: Path | str,
        *,
        annotator: str,
        labels: LabelSet,
        settings: Mapping[str, object] | None = None,
    ) -> Store:
        """Make a new project and open it. It appears at `path` whole or not at all.

        Raises UserError when there is a file already or none can be made.
        """
        path = Path(path)
        initial = {
            "project_id": str(uuids.uuid4()),
            "created": timestamp(),
            "overlap_policy": "nested",
            **(settings or {}),
            "annotator": annotator,
        }
        with new_file(path) as draft:
            _fill(draft, path, labels, initial)
        return cls.open(path)

    @classmethod
    def open(
        cls, path: Path | str, *, read_only: bool = False, look: Progress = not_looked_at
    ) -> Store:
        """Open a project. A file or folder that cannot be written is opened to view: look at
        `read_only`. Raises UserError for anything that is not a sound, known project, and when
        another program has it open (it may then be opened with `read_only=True`). While one of an
        older version is upgraded, `look(done, total)` is called; what it raises stops that."""
        path = file_of(Path(path))
        return cls(path, open_file(path, read_only=read_only, look=look))

    def check(self, looked_at: LookedAt = ignored) -> Iterator[Problem]:
        """Everything that is wrong with the file, as it is found; see `store.check`."""
        return check(self, self._conn, looked_at)

    def reader(self) -> Store:
        """A second, read-only store over the same file, for one background thread. It sees what
        is committed. Whoever asked for it closes it. Raises UserError."""
        self._refuse_moved()
        reader = Store.reading(self.address)
        reader._is_reader = not self.read_only
        return reader

    @property
    def address(self) -> Address:
        """Where another process may read what is committed: see `reading`."""
        return Address(os.fsencode(self.path), os.fsencode(self._opened.file), self._opened.query)

    @classmethod
    def reading(cls, address: Address) -> Store:
        """A read-only store over a file that is open elsewhere. Raises UserError."""
        file = Path(os.fsdecode(address.file))
        conn = connect(file, address.query, any_thread=True, to_read=True)
        return cls(Path(os.fsdecode(address.path)), Opened(conn, file, address.query))

    def hand_over(self) -> Store:
        """The writing, for one background thread: the store that is returned does it. This one
        shows what was committed, through a connection of its own, until `take_back`.

        Raises UserError when there is nothing to hand over: the project is open to view, or is
        being written to.
        """
        self._refuse_to_write()
        writer = Store(self.path, self._opened)
        self._conn = connect(self._opened.file, self._opened.query, to_read=True)
        return writer

    def take_back(self) -> None:
        """The other thread has stopped writing: this store writes again. Idempotent."""
        if self._handed_over:
            self._conn.close()
            self._conn = self._opened.conn
            self._label_set = None

    @property
    def _handed_over(self) -> bool:
        return self._conn is not self._opened.conn

    @property
    def connection(self) -> sqlite3.Connection:
        """For the store's own modules; nobody else writes SQL."""
        return self._conn

    def follower(self) -> Follower:
        """For a store that is open to view: what is written elsewhere, as it comes."""
        return Follower(self, self._conn, self._refuse_moved)

    @property
    def is_outdated(self) -> bool:
        """Whether what is read is no longer what is stored: it is to be opened again."""
        return self._opened.is_outdated

    def has_moved_to(self, path: Path) -> bool:
        """Whether that is this project's file, which was opened elsewhere."""
        return self._opened.is_at(path) and not self._opened.is_in_place

    @property
    def is_reader(self) -> bool:
        """Whether this is another store's `reader`."""
        return self._is_reader

    def close(self) -> None:
        """Idempotent."""
        self.take_back()
        self._opened.close()

    # -- writing ------------------------------------------------------------------------------

    @contextmanager
    def operation(
        self, name: OperationName, look: Callable[[], object] = lambda: None
    ) -> Iterator[Operation]:
        """One user action: what is done in the block is committed with its journal row when the
        block ends, or not at all when anything is raised. `op.changes` is set after the block.
        `look()` is called while the end of it is written, which may be long after a large import;
        what it raises stops that.

        Raises UserError when the project is read-only or the disk refuses.
        """
        if self._operation is not None:
            raise RuntimeError("an operation is being written already")
        with self._transaction() as conn:
            op = Operation(conn, name, labels=self.label_set(), who=self.annotator)
            self._operation = op
            yield op
            op.finish(look)
        if op.changes.labels:
            self._label_set = None

    def undo(self, look: Progress = lambda done, total: None) -> Changes | None:
        """Take back the last step, also one of an earlier session; None when there is none.

        `look(done, total)` is called for each row, and with (0, 0) while what is derived of them is
        written; what it raises stops the undoing, and nothing is changed then.
        """
        return self._replay(journal.undo, look)

    def redo(self, look: Progress = lambda done, total: None) -> Changes | None:
        """Do again the step that was undone last; None when there is none. As `undo`."""
        return self._replay(journal.redo, look)

    def _replay(
        self, step: Callable[[sqlite3.Connection, Progress], Changes | None], look: Progress
    ) -> Changes | None:
        with self._transaction() as conn:
            changes = step(conn, look)
        if changes is not None and changes.labels:
            self._label_set = None
        return changes

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        self._refuse_to_write()
        conn, notes = self._conn, self._opened.notes
        assert notes is not None
        with storage_errors(self.path), self._unique_ids():
            conn.execute("BEGIN IMMEDIATE")
            try:
                before = notes.last_step(conn)
                yield conn
                conn.execute("COMMIT")
            except BaseException:
                if conn.in_transaction:
                    conn.execute("ROLLBACK")
                raise
            finally:
                self._operation = None
            notes.committed(conn, before)

    def _refuse_to_write(self) -> None:
        if self.read_only:
            raise UserError(READ_ONLY, remedy=READ_ONLY_REMEDY, path=self.path)
        if self._handed_over:
            raise UserError(WRITING, remedy=WRITING_REMEDY, path=self.path)
        if not self._opened.is_in_place:
            self._opened.empty_log()  # the file has it from now on, also if we are killed
        self._refuse_moved()

    def _refuse_moved(self) -> None:
        if not self._opened.is_in_place:
            raise UserError(MOVED, remedy=MOVED_REMEDY, path=self.path)

    @contextmanager
    def _unique_ids(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.IntegrityError as error:
            if error.sqlite_errorname not in {
                "SQLITE_CONSTRAINT_UNIQUE",
                "SQLITE_CONSTRAINT_PRIMARYKEY",
            }:
                raise
            raise UserError(TAKEN, remedy=TAKEN_REMEDY, path=self.path) from error


def _fill(draft: Path, path: Path, labels: LabelSet, settings: Mapping[str, Any]) -> None:
    """Make the tables in the empty file `draft` that is to be `path`.

    Without a write-ahead log: closing would fold that in, and does not say when it could not.
    """
    conn = connect(draft, "mode=rw", named=path)
    try:
        with storage_errors(path):
            upgrade(conn)
            conn.execute("BEGIN IMMEDIATE")
            for key, value in settings.items():
                conn.execute(rows.SETTINGS.insert, (key, rows.to_json(value)))
            for position, label in enumerate(labels):
                row = rows.label_row(label, position)
                conn.execute(rows.LABELS.insert, (position + 1, *row[1:]))
            conn.execute("COMMIT")
    finally:
        conn.close()
