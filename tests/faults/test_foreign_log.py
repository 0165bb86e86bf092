"""A file that was copied into the project's place while the log of the one before still lay there.

SQLite itself lays that log over the new file: what comes out is a mixture, or looks damaged.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from annotate_forever import expected, step
from sample_project import LABELS
from tally import Tally

from annotator.core.article import ArticleId
from annotator.errors import UserError
from annotator.store import Store
from annotator.store.log_origin import log_of
from annotator.store.rescue import LOG_FOREIGN, rescue
from annotator.store.restoring import restore

pytestmark = pytest.mark.fault(2)
HERE = str(Path(__file__).parent)
DRIVER = """
import os, shutil, signal, sys
from pathlib import Path
from annotator.store import Store
from annotator.store.backup import save_copy
from annotate_forever import step
path, copies = Path(sys.argv[1]), Path(sys.argv[2])
store = Store.open(path)
for number in range(2, 30):
    step(store, number)
save_copy(store, copies / "early.hashiya")
for number in range(30, 60):
    step(store, number)
store.connection.execute("PRAGMA wal_checkpoint(FULL)")  # the next step begins the log anew
for number in range(60, 65):
    step(store, number)
save_copy(store, copies / "late.hashiya")
for number in range(65, 70):
    step(store, number)
os.kill(os.getpid(), signal.SIGKILL)
"""
LAST = 69


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    folder = tmp_path / "copies"
    folder.mkdir()
    return folder


@pytest.fixture
def killed(path: Path, copies: Path) -> Path:
    """A project whose program was killed, its log beside it; `copies` of it from before."""
    subprocess.run(
        [sys.executable, "-c", DRIVER, str(path), str(copies)], check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([HERE, *sys.path])},
    )  # fmt: skip
    assert log_of(path).stat().st_size
    shutil.copyfile(path, copies / "itself.hashiya")
    return path


def listing(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}


def held(store: Store) -> dict[str, object]:
    assert list(store.check()) == []
    return {a.id: a for a in store.annotations(ArticleId(1))}


@pytest.mark.parametrize("other", ["early", "another"])
def test_a_copy_from_before_the_log_is_not_mixed_with_it(
    killed: Path, copies: Path, other: str, tally: Tally
) -> None:
    if other == "another":
        Store.create(copies / "another.hashiya", annotator="ليلى", labels=LABELS).close()
    shutil.copyfile(copies / f"{other}.hashiya", killed)
    before = listing(killed.parent)
    for read_only in (False, True, False):
        with pytest.raises(UserError, match="in the place of another") as told:
            Store.open(killed, read_only=read_only)
        assert "move news.hashiya-wal elsewhere" in str(told.value)
    assert listing(killed.parent) == before

    away = copies / "moved-wal"
    shutil.move(log_of(killed), away)
    with Store.open(killed) as store:  # the file that is there now
        assert held(store) == expected(29 if other == "early" else 0)
    shutil.copyfile(copies / "itself.hashiya", killed)
    shutil.move(away, log_of(killed))
    with Store.open(killed) as store:  # the changes
        there = held(store)
    tally(acknowledged=LAST, lost=len(expected(LAST).keys() - there.keys()),
          half=sum(there.get(k) != a for k, a in expected(LAST).items()))  # fmt: skip


def test_a_file_that_was_worked_in_elsewhere_is_not_mixed_with_the_log_that_stayed(
    killed: Path, copies: Path, tally: Tally
) -> None:
    """Copied without its log after the crash, worked in on another computer, and copied back."""
    elsewhere = copies / "itself.hashiya"
    with Store.open(elsewhere) as store:
        for number in range(store.last_seq() + 1, 100):
            step(store, number)
    shutil.copyfile(elsewhere, killed)
    before = killed.read_bytes(), log_of(killed).read_bytes()
    for read_only in (False, True, False):
        with pytest.raises(UserError, match="in the place of another"):
            Store.open(killed, read_only=read_only)
    assert (killed.read_bytes(), log_of(killed).read_bytes()) == before
    shutil.move(log_of(killed), copies / "moved-wal")
    with Store.open(killed) as store:
        there = held(store)
    tally(acknowledged=99, lost=len(expected(99).keys() - there.keys()),
          half=sum(there.get(k) != a for k, a in expected(99).items()))  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="links as POSIX does")
def test_what_was_noted_outlives_an_opening_and_a_restore_that_are_refused(
    killed: Path, copies: Path
) -> None:
    second = killed.with_name("second.hashiya")
    os.link(killed, second)
    with pytest.raises(UserError, match="second name"):
        Store.open(killed)
    second.unlink()
    with pytest.raises(UserError, match="Stopped"):
        restore(copies / "late.hashiya", killed, cancelled=lambda: True)
    shutil.copyfile(copies / "early.hashiya", killed)
    with pytest.raises(UserError, match="in the place of another"):
        Store.open(killed)


def test_a_rescue_leaves_the_log_of_another_file_out(
    killed: Path, copies: Path, tally: Tally
) -> None:
    shutil.copyfile(copies / "early.hashiya", killed)
    told = rescue(killed, copies / "rescued.hashiya")
    assert LOG_FOREIGN in [problem.template for problem in told.doubtful]
    with Store.open(copies / "rescued.hashiya") as store:
        there = held(store)
    tally(acknowledged=29, lost=len(expected(29).keys() - there.keys()),
          half=sum(there.get(k) != a for k, a in expected(29).items()))  # fmt: skip


def test_a_rescue_takes_the_project_s_own_log(killed: Path, copies: Path, tally: Tally) -> None:
    told = rescue(killed, copies / "rescued.hashiya")
    assert LOG_FOREIGN not in [problem.template for problem in told.doubtful]
    with Store.open(copies / "rescued.hashiya") as store:
        there = held(store)
    tally(acknowledged=LAST, lost=len(expected(LAST).keys() - there.keys()),
          half=sum(there.get(k) != a for k, a in expected(LAST).items()))  # fmt: skip


@pytest.mark.parametrize("fitting", ["itself", "late"])
def test_a_log_is_laid_over_the_file_that_it_was_begun_on_and_what_that_became(
    killed: Path, copies: Path, fitting: str, tally: Tally
) -> None:
    shutil.copyfile(copies / f"{fitting}.hashiya", killed)
    with Store.open(killed) as store:
        there = held(store)
    tally(acknowledged=LAST, lost=len(expected(LAST).keys() - there.keys()),
          half=sum(there.get(k) != a for k, a in expected(LAST).items()))  # fmt: skip


def test_what_was_noted_outlives_a_second_crash(killed: Path, copies: Path) -> None:
    opens = "import os, signal, sys\nfrom annotator.store import Store\n"
    opens += "Store.open(sys.argv[1]); os.kill(os.getpid(), signal.SIGKILL)"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", opens, str(killed)], check=False, env=environment)
    shutil.copyfile(copies / "early.hashiya", killed)
    with pytest.raises(UserError, match="in the place of another"):
        Store.open(killed)
