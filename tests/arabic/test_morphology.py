import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from camel_data import DATABASE, installed

from annotator.arabic.morphology import MorphologicalProclitics, camel_data, camel_proclitics
from annotator.arabic.proclitics import FrequencyProclitics

ANALYSES = {
    "وبالحسكة": "و+_ب+_ال+_حسكة",
    "للمدينة": "ل+_ال+_مدينة",
    "وَدِمَشق": "وَ+_دِمَشق",
    "بيروت": "بيروت",
    "الكتاب": "ال+_كتاب",
    "مدينتها": "مدينة_+ها",
    "كذا": "ب+_كذا",
}


@pytest.mark.parametrize(
    ("word", "length"),
    [
        ("وبالحسكة", 2),
        ("للمدينة", 1),
        ("وَدِمَشق", 2),
        ("بيروت", 0),
        ("الكتاب", 0),
        ("مدينتها", 0),
        ("كذا", 0),
        ("لبنان", 0),  # not analysed: as without camel-tools
        ("للجيش", 1),
    ],
)
def test_an_analysis_says_where_the_base_begins_in_the_written_word(word: str, length: int) -> None:
    assert MorphologicalProclitics(ANALYSES.get).length(word) == length


def test_without_installed_data_camel_tools_is_not_even_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    assert camel_data() is None
    assert camel_proclitics() is None


def test_what_camel_tools_does_not_know_is_decided_by_the_counts() -> None:
    assert MorphologicalProclitics(ANALYSES.get).length("لزخربش") == 0
    counted = FrequencyProclitics({"زخربش": 2})
    assert MorphologicalProclitics(ANALYSES.get, counted).length("لزخربش") == 1


PROBE = """
import gc, json, socket, sys
class NoNetwork(socket.socket):
    def connect(self, address):
        raise AssertionError(f"called {address}")
socket.socket = NoNetwork
from annotator.arabic.morphology import camel_proclitics, camel_segmenter
from annotator.arabic.segmentation import HEURISTIC
proclitics = camel_proclitics()
segmenters = [camel_segmenter(HEURISTIC, scheme) for scheme in ("atbtok", "d3tok")]
from camel_tools.morphology.database import MorphologyDB
print(json.dumps({
    "databases": sum(isinstance(o, MorphologyDB) for o in gc.get_objects()),
    "proclitics": proclitics and [proclitics.length(w) for w in sys.argv[1:]],
    "cuts": [s and [list(s.cuts(w)) for w in sys.argv[1:]] for s in segmenters],
}))
"""


def probe(folder: Path, *words: str) -> dict[str, Any]:
    """What camel-tools says with that data, in a process of its own without network."""
    run = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", PROBE, *words],
        env={**os.environ, "CAMELTOOLS_DATA": str(folder), "HOME": str(folder)},
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    said: dict[str, Any] = json.loads(run.stdout)
    return said


def test_installed_data_decides_and_nothing_is_downloaded(tmp_path: Path) -> None:
    words = {  # proclitics, and the cuts of atbtok and of d3tok
        "وبِزرقان": (3, [1, 3], [1, 3]),
        "بلقاط": (0, [], []),
        "ببلقاطها": (1, [1, 6], [1, 6]),
        "للزرقان": (1, [1], [1, 2]),
        "زرقـان": (0, [], []),
        "وبـ\u200fزرقان": (4, [1, 4], [1, 4]),
        "وبالمدينة": (2, [1, 2], [1, 2, 4]),
        "مدينتها": (0, [5], [5]),
        "وبيروت": (1, [1], [1]),  # not in the data: by the counts
    }
    said = probe(installed(tmp_path, DATABASE), *words)
    assert said["databases"] == 1, "proclitics and both segmenters share one"
    assert said["proclitics"] == [length for length, _, _ in words.values()]
    assert said["cuts"] == [
        [atb for _, atb, _ in words.values()],
        [d3 for _, _, d3 in words.values()],
    ]


def test_damaged_data_is_as_none(tmp_path: Path) -> None:
    said = probe(installed(tmp_path, DATABASE.replace("N S0", "N")), "بزرقان")
    assert (said["proclitics"], said["cuts"]) == (None, [None, None])
