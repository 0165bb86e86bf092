"""A disk that fails while it is written and read, and one that may only be read: nothing that was
acknowledged is lost, the message says what to do, and the work goes on once the disk is well.

The failing disk is a library preloaded by the linker (`failing_disk.c`, compiled here): SQLite and
Python are refused by the calls that they really make.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from annotate_forever import expected, step
from failing_disk import TASKS
from tally import Tally
from test_opening import leave_a_log, leave_quiet, listing

from annotator.core.article import ArticleId
from annotator.errors import UserError
from annotator.store import Store
from annotator.store.backup import backup

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def failing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that makes a disk fail."""
    compiler = shutil.which("cc")
    if sys.platform != "linux" or compiler is None:
        pytest.skip("a disk that fails takes Linux and a C compiler")
    library = tmp_path_factory.mktemp("library") / "failing_disk.so"
    source = HERE / "failing_disk.c"
    subprocess.run([compiler, "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    return library


@pytest.mark.fault(5)
@pytest.mark.timeout(240)
@pytest.mark.parametrize("task", TASKS)
def test_a_disk_that_fails_costs_nothing_that_was_saved(
    failing: Path, tmp_path: Path, task: str, tally: Tally
) -> None:
    disk, orders = tmp_path / "disk", tmp_path / "orders"
    disk.mkdir()
    orders.write_bytes(bytes(12))
    paths = os.pathsep.join([str(HERE), *sys.path])
    ran = subprocess.run(
        [sys.executable, HERE / "failing_disk.py", task], capture_output=True, check=False,
        env={**os.environ, "PYTHONPATH": paths, "LD_PRELOAD": str(failing),
             "HASHIYA_DISK": str(disk), "HASHIYA_DISK_ORDERS": str(orders)},
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr.decode()
    told = json.loads(ran.stdout)
    assert told["wrong"] == []
    assert told["messages"], "it never failed: the library was not asked"
    tally(**{key: told[key] for key in ("caused", "acknowledged", "lost", "half")})


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Path]:
    """A folder that is mounted over itself, so that it can be made read-only, for root too."""
    folder = tmp_path / "mounted"
    folder.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("mounting takes root on Linux")
    if subprocess.run(["mount", "--bind", folder, folder], capture_output=True).returncode:
        pytest.skip("this machine lets not even root mount")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def mount_again(folder: Path, how: str) -> None:
    subprocess.run(["mount", "-o", f"remount,bind,{how}", folder], check=True)


@pytest.mark.fault(6)
@pytest.mark.parametrize("leave", [leave_quiet, leave_a_log])
def test_a_read_only_mount_is_viewed_and_worked_on_once_it_can_be_written(
    path: Path, mounted: Path, leave: object, tally: Tally
) -> None:
    assert callable(leave)
    leave(path)
    for file in path.parent.glob(f"{path.name}*"):
        shutil.copyfile(file, mounted / file.name)
    project = mounted / path.name
    mount_again(mounted, "ro")
    before = listing(mounted)
    with Store.open(project) as view:
        assert view.read_only
        held = view.annotations(ArticleId(1))
        assert list(view.check()) == []
        with pytest.raises(UserError, match="view only"):
            step(view, 3)
        with pytest.raises(UserError, match="Choose a folder"):
            backup(view)
        with pytest.raises(UserError, match="Choose a folder"):
            Store.create(mounted / "q.hashiya", annotator="x", labels=view.label_set())
    assert listing(mounted) == before
    mount_again(mounted, "rw")
    with Store.open(project) as store:
        assert not store.read_only
        last = store.last_seq()
        assert {a.id: a for a in held} == expected(last)
        step(store, last + 1)
        kept = {a.id: a for a in store.annotations(ArticleId(1))}
    tally(acknowledged=last, lost=len(expected(last + 1).keys() - kept.keys()),
          half=sum(a != expected(last + 1).get(key) for key, a in kept.items()))  # fmt: skip
