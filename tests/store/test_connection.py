"""What SQLite is asked to open, whatever a path holds and wherever it lies."""

from __future__ import annotations

import sqlite3
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import pytest

from annotator.errors import UserError
from annotator.store.connection import connect, uri_of
from annotator.store.pages import Pages
from annotator.store.salvage import salvage


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/home/ليلى/a b?#%.hashiya"),
         "file:///home/%D9%84%D9%8A%D9%84%D9%89/a%20b%3F%23%25.hashiya?mode=ro"),
        (PureWindowsPath("C:\\Users\\x\\p.hashiya"), "file:///C:/Users/x/p.hashiya?mode=ro"),
        (PureWindowsPath("\\\\server\\share\\p.hashiya"),
         "file:////server/share/p.hashiya?mode=ro"),
    ],
)  # fmt: skip
def test_a_path_of_any_system_is_one_that_sqlite_takes(
    path: PurePosixPath | PureWindowsPath, uri: str
) -> None:
    assert uri_of(path, "mode=ro") == uri
    with pytest.raises(sqlite3.OperationalError, match="unable to open"):  # not: the authority
        sqlite3.connect(uri, uri=True)


def test_no_letter_of_a_path_is_taken_for_something_else(tmp_path: Path) -> None:
    path = tmp_path / "ا?b#c%20&mode=ro.db"
    path.touch()
    conn = connect(path, "mode=rw")
    conn.execute("CREATE TABLE t(x)")
    conn.close()
    assert [p.name for p in tmp_path.iterdir()] == [path.name]
    assert path.stat().st_size


def test_a_file_that_cannot_be_used_is_not_held_open(
    tmp_path: Path, opened: list[sqlite3.Connection]
) -> None:
    """Windows would let nobody replace or remove it, a restore least of all."""
    path = tmp_path / "no project.hashiya"
    path.write_bytes(b"\0" * 8192)
    with pytest.raises(UserError, match="damaged"):
        connect(path, "mode=rw")
    assert is_closed(opened.pop())


def test_a_rescue_that_is_stopped_holds_nothing_open(
    tmp_path: Path, opened: list[sqlite3.Connection]
) -> None:
    def stop(done: int, total: int) -> None:
        raise UserError("stopped")

    path = tmp_path / "damaged.hashiya"
    path.write_bytes(b"\0" * 8192)
    with Pages(path) as pages, pytest.raises(UserError, match="stopped"):
        salvage(pages, stop)
    assert is_closed(opened.pop())


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[sqlite3.Connection]:
    """The connections that are made, in order."""
    made: list[sqlite3.Connection] = []
    real = sqlite3.connect

    def connect(*given: Any, **named: Any) -> sqlite3.Connection:
        made.append(real(*given, **named))
        return made[-1]

    monkeypatch.setattr(sqlite3, "connect", connect)
    return made


def is_closed(conn: sqlite3.Connection) -> bool:
    try:
        conn.execute("SELECT 1")
    except sqlite3.ProgrammingError:
        return True
    return False
