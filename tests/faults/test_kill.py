"""kill -9 at any moment, and a log torn or garbled afterwards: what was told as saved is there.

HASHIYA_KILLS says how often to kill (12 unless told).
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from annotate_forever import expected
from tally import Tally, unlike

from annotator.core.article import ArticleId
from annotator.store import Store
from annotator.store.backup import backup

DRIVER = Path(__file__).with_name("annotate_forever.py")
RESTORER = Path(__file__).with_name("restore_until_killed.py")
KILLS = int(os.environ.get("HASHIYA_KILLS", "12"))
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")


def annotate_until_killed(path: Path, chance: random.Random) -> int:
    """The number of the last step that was told as saved before the kill."""
    process = subprocess.Popen([sys.executable, str(DRIVER), str(path)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    told = 0
    for _ in range(chance.randrange(1, 60)):
        told = int(process.stdout.readline())
    moment = time.perf_counter() + chance.random() * 0.002
    while time.perf_counter() < moment:
        pass  # somewhere within the next steps
    process.kill()
    rest = process.stdout.read().split(b"\n")[:-1]  # the last line may be cut
    process.stdout.close()
    assert process.wait() == -signal.SIGKILL
    return int(rest[-1]) if rest else told


def read(path: Path) -> tuple[int, dict[str, object]]:
    """How many steps the project has been through and what it holds, all of it sound."""
    with Store.open(path) as store:
        assert list(store.check()) == []
        return store.last_seq(), {a.id: a for a in store.annotations(ArticleId(1))}


@pytest.mark.fault(1)
@posix_only
@pytest.mark.timeout(600)
def test_nothing_that_was_told_as_saved_is_lost_to_a_kill(path: Path, tally: Tally) -> None:
    chance = random.Random(20260102)
    told = 1
    for _ in range(KILLS):
        before, told = told, annotate_until_killed(path, chance)
        steps, held = read(path)
        assert steps <= told + 1
        lost = max(0, told - steps)
        tally(acknowledged=told - before, lost=lost, half=unlike(expected(steps), held))
    with Store.open(path) as store:  # and undo still knows every step
        for steps in range(store.last_seq(), max(1, store.last_seq() - 20), -1):
            held = {a.id: a for a in store.annotations(ArticleId(1))}
            assert held == expected(steps)
            assert store.undo()


@pytest.mark.fault(1)
@posix_only
def test_a_restore_killed_before_any_of_its_steps_leaves_the_one_project_or_the_other(
    path: Path, tmp_path: Path, tally: Tally
) -> None:
    annotate_until_killed(path, random.Random(7))
    with Store.open(path) as store:
        kept = backup(store).path
    annotate_until_killed(path, random.Random(8))
    read(path)  # closing it folds the log in: what only the log has are the steps from here on
    told = annotate_until_killed(path, random.Random(9))
    then, now = read(kept)[0], {told, told + 1}
    whole = {
        file: file.read_bytes() for file in path.parent.glob(f"{path.name}*") if file.is_file()
    }
    assert whole[path.with_name(f"{path.name}-wal")]
    code, number, ended = -signal.SIGKILL, 0, set()
    while code:
        number += 1
        for file, data in whole.items():
            file.write_bytes(data)
        code = subprocess.run(
            [sys.executable, RESTORER, kept, path, str(number)], check=False
        ).returncode
        assert code in (0, -signal.SIGKILL)
        steps, held = read(path)
        ended.add(steps)
        lost = int(steps not in {then, *now})
        tally(acknowledged=told, lost=lost, half=unlike(expected(steps), held))
    assert ended > {then}, "some were killed before the backup was put in place, the last was not"


@pytest.mark.fault(2)
@posix_only
@pytest.mark.parametrize("seed", range(6))
def test_a_torn_or_garbled_log_leaves_an_intact_beginning(
    path: Path, seed: int, tally: Tally
) -> None:
    chance = random.Random(seed)
    before, _ = read(path)
    told = annotate_until_killed(path, chance)
    log = path.with_name(path.name + "-wal")
    content = bytearray(log.read_bytes())
    place = chance.randrange(32, len(content))
    if seed % 2:
        del content[place:]
    else:
        content[place : place + 64] = chance.randbytes(min(64, len(content) - place))
    log.write_bytes(content)
    steps, held = read(path)
    assert before <= steps <= told + 1
    tally(acknowledged=steps, half=unlike(expected(steps), held))


@pytest.mark.fault(2)
@posix_only
def test_a_log_whose_index_was_lost_is_read_anew(path: Path) -> None:
    told = annotate_until_killed(path, random.Random(3))
    path.with_name(path.name + "-shm").unlink(missing_ok=True)
    steps, held = read(path)
    assert steps >= told
    assert held == expected(steps)


@pytest.mark.fault(17)
@posix_only
def test_looking_at_what_a_killed_program_left_writes_no_byte_of_it(path: Path) -> None:
    annotate_until_killed(path, random.Random(4))
    log = path.with_name(path.name + "-wal")
    before = (path.read_bytes(), log.read_bytes())
    with Store.open(path, read_only=True) as view:
        held = {a.id: a for a in view.annotations(ArticleId(1))}
        assert held == expected(view.last_seq())
    assert (path.read_bytes(), log.read_bytes()) == before
