"""Nothing goes out, nothing is left open to others, and the log holds no word of an article."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
BROUGHT = {"مقال.txt", "صفحة.html"}  # made by the journey itself, to be imported


@dataclass
class Journey:
    told: dict[str, Any]
    folder: Path
    home: Path
    own_network: bool


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory) -> Journey:
    """The whole journey, once; in a network of its own, with nothing in it, where that can be."""
    folder, home = (tmp_path_factory.mktemp(name) for name in ("work", "home"))
    places = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "CACHE")}
    alone = _alone()
    ran = subprocess.run(
        [*alone, sys.executable, str(HERE / "journey.py")], cwd=folder, text=True,
        capture_output=True, timeout=100, check=False,
        env={**os.environ, **places, "HOME": str(home), "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr[-3000:]
    return Journey(json.loads(ran.stdout.splitlines()[-1]), folder, home, bool(alone))


def _alone() -> list[str]:
    command = ["unshare", "--net", "--map-root-user"]
    if shutil.which("unshare") is None:
        return []
    tried = subprocess.run([*command, "true"], capture_output=True, check=False)
    return command if tried.returncode == 0 else []


def test_the_whole_journey_asks_nothing_of_the_network_nor_of_pickle(journey: Journey) -> None:
    assert journey.told["asked"] == []


def test_not_one_packet_is_sent(journey: Journey) -> None:
    if not journey.own_network:
        pytest.skip("this machine gives no process a network of its own")
    assert journey.told["packets"] == 0


def test_the_log_holds_no_word_of_an_article(journey: Journey) -> None:
    (log,) = journey.home.rglob("hashiya.log")
    written = log.read_text("utf-8")
    assert "ValueError" in written  # what went wrong is there
    words = set(re.findall(r"[\u0620-\u064a]{3,}", journey.told["text"]))
    assert len(words) > 50
    assert not [word for word in words if word in written]


def _is_private(path: Path, home: Path) -> bool:
    """Whether nobody else can read it: by its own rights, or those of a folder of ours."""
    places = [path, *(p for p in path.parents if home in p.parents)]
    return any(not place.stat().st_mode & 0o077 for place in places)


@pytest.mark.skipif(sys.platform == "win32", reason="rights as POSIX has them")
def test_what_is_made_is_the_users_own_whatever_the_umask(journey: Journey) -> None:
    """Exports are made to be handed on: they follow the umask, which here forbids nothing."""
    exports = journey.folder / "exports"
    made = [p for place in (journey.folder, journey.home) for p in place.rglob("*")]
    ours = [p for p in made if exports not in (p, *p.parents) and p.name not in BROUGHT]
    assert {p.suffix for p in ours} >= {".hashiya", ".log"}
    assert any(p.name.endswith(".backups") for p in ours)
    assert [p for p in ours if p.is_file() and not _is_private(p, journey.home)] == []
    assert len(journey.told["open"]) == 4  # the project, its log, the log's index, the lock
    assert set(journey.told["open"].values()) == {0o600}
    assert all(p.stat().st_mode & 0o022 for p in exports.iterdir())
