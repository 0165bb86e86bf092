"""Killed while somebody annotates in the real window: what the screen showed is in the file, whole,
and undo takes it back step by step.

`HASHIYA_KILLS` says how many kills; few where it is not set.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import threading
from pathlib import Path

import pytest
from desktop import Desktop, hashiya, rows, wait_for
from gold_article import GoldArticle

from annotator.store.store import Store

KILLS = int(os.environ.get("HASHIYA_KILLS", "4"))

pytestmark = [pytest.mark.window, pytest.mark.timeout(120 + 30 * KILLS)]


class Annotator(threading.Thread):
    """Presses keys without end: some words on, and a label, an edge, a doubt or a removal."""

    def __init__(self, desktop: Desktop, chance: random.Random) -> None:
        super().__init__()
        self._environment, self._chance = desktop.environment, chance
        self._over = threading.Event()

    def run(self) -> None:
        acts = ["1", "2", "3", "4", "bracketleft", "bracketright", "ctrl+r", "Delete"]
        while not self._over.is_set():
            keys = [*["Left"] * self._chance.randrange(1, 4), self._chance.choice(acts)]
            if self._chance.random() < 0.2:
                keys.append("ctrl+d")  # every mention: many rows in one step
            subprocess.run(
                ["xdotool", "key", "--delay", "2", *keys], env=self._environment, check=False
            )

    def stop(self) -> None:
        self._over.set()
        self.join()


def last_step(project: Path) -> int:
    """The number of the last step that another process sees done."""
    found = rows(project, "SELECT max(seq) FROM journal WHERE state = 'done'")
    return int(str(found[0][0]))


def annotations(project: Path) -> list[list[object]]:
    query = "SELECT id, start, end, label FROM annotations_readable ORDER BY id"
    return [list(row) for row in rows(project, query)]


def taken_back_to(step: int, project: Path, folder: Path) -> list[list[object]]:
    """The annotations after undoing all since `step`, in a copy of what the killed one left."""
    copy = folder / project.name
    for suffix in ("", "-wal"):
        left = project.with_name(project.name + suffix)
        if left.exists():
            shutil.copy(left, copy.with_name(copy.name + suffix))
    later = f"SELECT count(*) FROM journal WHERE state = 'done' AND seq > {step}"
    with Store.open(copy) as store:
        for _ in range(int(str(rows(copy, later)[0][0]))):
            assert store.undo()
    return annotations(copy)


def test_what_the_screen_showed_survives_every_kill(desktop: Desktop, tmp_path: Path) -> None:
    project = GoldArticle(tmp_path, "02-politics.txt").project
    chance = random.Random(20261125)
    after_it = 0  # steps that were in the file though the screen was killed before it told
    for kill in range(KILLS):
        desktop.start(str(project))
        desktop.key("ctrl+t", *(["ctrl+Home"] if kill % 4 == 0 else []))
        annotator, before = Annotator(desktop, chance), last_step(project)
        annotator.start()
        some = chance.randrange(1, 15)
        wait_for("some steps", lambda before=before, some=some: last_step(project) >= before + some)
        shown = desktop.see("everything")
        threading.Event().wait(chance.random() * 0.2)  # at any moment of the steps that follow
        desktop.kill()
        annotator.stop()
        folder = tmp_path / str(kill)
        folder.mkdir()
        assert last_step(project) >= shown["step"] >= before + some, f"kill {kill}"
        assert taken_back_to(shown["step"], project, folder) == shown["annotations"]
        assert hashiya("check", project) == 0, f"kill {kill}"
        after_it += last_step(project) - shown["step"]
    print(f"{KILLS} kills, {last_step(project)} steps, {after_it} after the last look; 0 lost")
    undone_in_the_window(desktop, project)


def undone_in_the_window(desktop: Desktop, project: Path) -> None:
    """Undo and redo after the last of the kills."""
    desktop.start(str(project))
    last, here = last_step(project), annotations(project)
    desktop.key("ctrl+z")
    wait_for("the step is undone", lambda: last_step(project) < last)
    desktop.key("ctrl+shift+z")
    wait_for("and done again", lambda: last_step(project) == last)
    assert annotations(project) == here
