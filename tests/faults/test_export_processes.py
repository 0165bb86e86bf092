"""The processes that write a large export beside the one that asked: when that one is killed they
go, too, and nothing is left but a hidden draft."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tally import Tally

from annotator.ops.imports import plan_import, run_import
from annotator.ops.project import new_project, open_project

HERE = Path(__file__).parent
SECONDS = 20  # in which they are to go


def children(pid: int) -> set[int]:
    told = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii")
    return set(map(int, told.split()))


def ends(process: int) -> bool:
    """Whether the process of this file descriptor ends before long."""
    return bool(select.select([process], [], [], SECONDS)[0])


@pytest.mark.fault(1)
@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="Linux alone names the children")
def test_a_killed_export_leaves_no_process_behind(tmp_path: Path, tally: Tally) -> None:
    path, out = tmp_path / "p.hashiya", tmp_path / "out.jsonl"
    with new_project(path, "ليلى") as project:
        texts = tmp_path / "texts"
        texts.mkdir()
        for number in range(30):
            (texts / f"{number}.txt").write_text(f"نص رقم {number} عن الحسكة.", "utf-8")
        run_import(project, plan_import([texts], store=project.store))
    driver = subprocess.Popen(
        [sys.executable, HERE / "export_until_killed.py", path, out], stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert driver.stdout is not None
    with driver, driver.stdout:
        driver.stdout.readline()
        others = [os.pidfd_open(pid) for pid in children(driver.pid)]
        assert len(others) == 2
        driver.send_signal(signal.SIGKILL)
        driver.wait()
    assert all(map(ends, others))
    for process in others:
        os.close(process)
    with open_project(path) as project:
        assert not project.read_only
        wrong = list(project.store.check())
    tally(acknowledged=1, lost=len(wrong), half=int(out.exists()))
