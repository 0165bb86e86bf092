"""Who may open a project and how; and that opening and closing changes no byte."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from annotate_forever import annotation, expected, step
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from annotator.core.article import ArticleId, Status
from annotator.core.change import OperationName
from annotator.errors import UserError
from annotator.store import Store, schema
from annotator.store.derived import Look
from annotator.store.lock import Lock, holder, lock_path
from annotator.store.schema import project_migrations, upgrade

unix_root_only = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() != 0, reason="becoming somebody else takes root"
)
HERE = str(Path(__file__).parent)


def listing(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in folder.iterdir()}


@pytest.mark.fault(17)
@pytest.mark.parametrize("read_only", [True, False])
def test_opening_looking_and_closing_changes_no_byte(path: Path, read_only: bool) -> None:
    before = listing(path.parent)
    with Store.open(path, read_only=read_only) as store:
        store.article(ArticleId(1))
        store.stats()
        assert list(store.check()) == []
        with store.reader() as reader:
            assert reader.count_articles() == 1
    assert listing(path.parent) == before


@pytest.mark.fault(7)
def test_the_second_program_is_told_who_has_it_and_may_view(path: Path) -> None:
    with Store.open(path) as store:
        assert holder(path) is not None
        with pytest.raises(UserError) as told:
            Store.open(path)
        assert told.value.fields["pid"] == os.getpid()
        assert "to view only" in str(told.value)
        with Store.open(path, read_only=True) as view:
            step(store, 2)
            assert [a.id for a in view.annotations(ArticleId(1))] == ["a2"]
            store.close()  # the view goes on after the writer has gone
            assert [a.id for a in view.annotations(ArticleId(1))] == ["a2"]
    assert holder(path) is None
    with Store.open(path) as again:
        assert not again.read_only


@pytest.mark.fault(7)
def test_a_view_that_came_first_sees_what_a_later_writer_saves(path: Path) -> None:
    with Store.open(path, read_only=True) as view:
        assert view.annotations(ArticleId(1)) == []
        with Store.open(path) as store:
            step(store, 2)
        assert [a.id for a in view.annotations(ArticleId(1))] == ["a2"]


@pytest.mark.fault(7)
def test_the_lock_dies_with_its_process(path: Path) -> None:
    driver = [sys.executable, str(Path(HERE) / "annotate_forever.py"), str(path)]
    process = subprocess.Popen(driver, stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    with pytest.raises(UserError) as told:
        Store.open(path)
    assert told.value.fields["pid"] == process.pid
    process.kill()
    process.wait()
    process.stdout.close()
    assert lock_path(path).exists()
    with Store.open(path) as store:
        assert not store.read_only


AS_NOBODY = """
import os, sys
import urllib.parse  # as newer Pythons do when a path is first made an address
import annotator.store.check  # nobody may not even read the program, perhaps
from annotator.core.article import ArticleId
from annotator.errors import UserError
from annotator.store import Store
from annotate_forever import step
os.setgroups([]); os.setgid(65534); os.setuid(65534)
with Store.open(sys.argv[1]) as store:
    print(store.read_only, len(store.annotations(ArticleId(1))), len(list(store.check())))
    try:
        step(store, 99)
    except UserError as error:
        print(error)
"""


def as_nobody(path: Path) -> list[str]:
    """What another user, who may only read, gets to see of the project."""
    for folder in (path.parent, *path.parent.parents):
        if str(folder).startswith("/tmp") and folder != Path("/tmp"):
            folder.chmod(0o755)
    ran = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, str(path)], capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([HERE, *sys.path])},
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.splitlines()


def leave_quiet(path: Path) -> None:
    with Store.open(path) as store:
        step(store, 2)


def leave_a_log(path: Path) -> None:
    driver = [sys.executable, str(Path(HERE) / "annotate_forever.py"), str(path)]
    process = subprocess.Popen(driver, stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    path.with_name(path.name + "-shm").unlink()


@pytest.mark.fault(6)
@unix_root_only
@pytest.mark.parametrize("leave", [leave_quiet, leave_a_log])
def test_a_project_that_cannot_be_written_opens_to_view(
    path: Path, leave: Callable[[Path], None]
) -> None:
    leave(path)
    for file in path.parent.iterdir():
        file.chmod(0o444)
    before = listing(path.parent)
    first, second = as_nobody(path)
    read_only, held, problems = first.split()
    assert (read_only, problems) == ("True", "0")
    assert int(held) >= 1
    assert "view only" in second
    assert listing(path.parent) == before


@pytest.mark.fault(7)
@unix_root_only
def test_who_may_only_read_views_a_project_that_is_locked_and_not_open(path: Path) -> None:
    """As while a backup is put back: there is a holder, and no log."""
    leave_quiet(path)
    path.chmod(0o644)
    lock = Lock.acquire(path)
    read_only, held, problems = as_nobody(path)[0].split()
    lock.release()
    assert (read_only, held, problems) == ("True", "1", "0")


@pytest.mark.fault(8)
def test_a_newer_project_is_refused_untouched(path: Path) -> None:
    conn = sqlite3.connect(path)
    conn.execute("PRAGMA user_version = 99")
    conn.close()
    before = listing(path.parent)
    for read_only in (True, False):
        with pytest.raises(UserError, match="newer Hashiya"):
            Store.open(path, read_only=read_only)
    assert listing(path.parent) == before


@pytest.mark.fault(8)
def test_a_project_that_only_its_log_knows_to_be_newer_is_refused_untouched(path: Path) -> None:
    conn = sqlite3.connect(path)
    conn.execute("PRAGMA user_version = 99")
    crashed = path.with_name("crashed.hashiya")  # as a program that was killed leaves it
    for suffix in ("", "-wal"):
        shutil.copyfile(f"{path}{suffix}", f"{crashed}{suffix}")
    conn.close()
    assert int.from_bytes(crashed.read_bytes()[60:64], "big") == schema.SCHEMA_VERSION
    before = [Path(f"{crashed}{suffix}").read_bytes() for suffix in ("", "-wal")]
    with pytest.raises(UserError, match="newer Hashiya"):
        Store.open(crashed)
    assert [Path(f"{crashed}{suffix}").read_bytes() for suffix in ("", "-wal")] == before


NEXT = schema.SCHEMA_VERSION + 1


def next_version(db: Database) -> None:
    db.execute("ALTER TABLE articles ADD COLUMN region TEXT")
    db.execute("UPDATE articles SET region = 'x'")
    db.execute(f"PRAGMA user_version = {NEXT}")


@pytest.mark.fault(8)
def test_an_older_project_is_upgraded_and_keeps_everything(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_quiet(path)

    def migrations(look: Look) -> Migrations:
        known = project_migrations(look)
        known(name="next_version")(next_version)
        return known

    monkeypatch.setattr("annotator.store.opening.SCHEMA_VERSION", NEXT)
    monkeypatch.setattr("annotator.store.schema.SCHEMA_VERSION", NEXT)
    monkeypatch.setattr("annotator.store.schema.project_migrations", migrations)
    with pytest.raises(UserError, match="older Hashiya"):
        Store.open(path, read_only=True)
    with Store.open(path) as store:
        assert {a.id: a for a in store.annotations(ArticleId(1))} == expected(2)
    conn = sqlite3.connect(path)
    assert conn.execute("SELECT region FROM articles").fetchall() == [("x",)]
    assert conn.execute("PRAGMA user_version").fetchone() == (NEXT,)
    conn.close()


DIE_IN_AN_UPGRADE = """
import os, signal, sqlite3, sys
from annotator.store.schema import project_migrations, upgrade
migrations = project_migrations()
@migrations()
def next_version(db):
    db.execute("ALTER TABLE articles ADD COLUMN region TEXT")
    db.execute("UPDATE annotations SET note = 'half'")
    db.execute("PRAGMA user_version = 99")
    os.kill(os.getpid(), signal.SIGKILL)
conn = sqlite3.connect(sys.argv[1], isolation_level=None)
upgrade(conn, migrations)
"""


@pytest.mark.fault(8)
@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
def test_an_upgrade_that_is_killed_half_way_is_as_if_not_begun(path: Path) -> None:
    leave_quiet(path)
    ran = subprocess.run(
        [sys.executable, "-c", DIE_IN_AN_UPGRADE, str(path)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}, check=False,
    )  # fmt: skip
    assert ran.returncode == -signal.SIGKILL
    with Store.open(path) as store:
        assert list(store.check()) == []
        assert {a.id: a for a in store.annotations(ArticleId(1))} == expected(2)
    conn = sqlite3.connect(path)
    assert "region" not in {row[1] for row in conn.execute("PRAGMA table_info(articles)")}
    conn.close()


@pytest.mark.fault(17)
def test_upgrading_what_is_up_to_date_does_nothing(path: Path) -> None:
    before = path.read_bytes()
    conn = sqlite3.connect(path, isolation_level=None)
    upgrade(conn)
    conn.close()
    assert path.read_bytes() == before


@pytest.mark.fault(9)
def test_steps_stay_in_order_though_the_clock_goes_back(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(path) as store:
        for number, now in ((2, "2030"), (3, "2020"), (4, "2010")):
            stamp = f"{now}-01-01T00:00:00.000000Z"
            monkeypatch.setattr("annotator.store.operation.timestamp", lambda at=stamp: at)
            step(store, number)
        with store.operation(OperationName("status")) as op:
            op.update_article(ArticleId(1), status=Status.DONE)
        for steps in (4, 4, 3, 2):
            assert {a.id: a for a in store.annotations(ArticleId(1))} == expected(steps)
            assert store.undo()
        assert store.history(annotation(2).id)[0].at.startswith("2030")
