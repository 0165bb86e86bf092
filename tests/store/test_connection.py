"""What SQLite is asked to open, whatever a path holds and wherever it lies."""

from __future__ import annotations

import sqlite3
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from annotator.store.connection import connect, uri_of


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
