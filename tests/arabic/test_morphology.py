import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

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


DATABASE = """\
###DEFINES###
DEFINE pos pos:*open*
DEFINE diac diac:*open*
DEFINE lex lex:*open*
DEFINE bw bw:*open*
DEFINE gloss gloss:*open*
DEFINE d3tok d3tok:*open*
DEFINE pos_lex_logprob pos_lex_logprob:*open*
###DEFAULTS###
DEFAULT pos:noun
DEFAULT pos:digit
DEFAULT pos:punc
DEFAULT pos:latin
###ORDER###
ORDER pos diac lex bw gloss d3tok
###TOKENIZATIONS###
TOKENIZATION d3tok
###STEMBACKOFF###
STEMBACKOFF PROP N
###PREFIXES###
\tP0\tdiac: bw: d3tok:
ب\tP1\tdiac:بِ bw:بِ/PREP d3tok:بِ+_
وب\tP1\tdiac:وَبِ bw:وَ/CONJ+بِ/PREP d3tok:وَ+_بِ+_
لل\tP1\tdiac:لِل bw:لِ/PREP+ال/DET d3tok:لِ+_ال+_
###SUFFIXES###
\tS0\tdiac: bw: d3tok:
ها\tS0\tdiac:ها bw:ها/PRON d3tok:_+ها
###STEMS###
زرقان\tN\tpos:noun diac:زَرقان lex:زَرقان bw:زَرقان/NOUN gloss:place d3tok:زَرقان pos_lex_logprob:-3
بلقاط\tN\tpos:noun diac:بُلقاط lex:بُلقاط bw:بُلقاط/NOUN gloss:word d3tok:بُلقاط pos_lex_logprob:-3
NOAN\tN\tpos:noun_prop diac:NOAN lex:NOAN bw:NOAN/NOUN_PROP gloss:NO_ANALYSIS d3tok:NOAN
###TABLE AB###
P0 N
P1 N
###TABLE BC###
N S0
###TABLE AC###
P0 S0
P1 S0
"""

PROBE = """
import json, socket, sys
class NoNetwork(socket.socket):
    def connect(self, address):
        raise AssertionError(f"called {address}")
socket.socket = NoNetwork
from annotator.arabic.morphology import camel_proclitics
proclitics = camel_proclitics()
print(json.dumps(proclitics and [proclitics.length(w) for w in sys.argv[1:]]))
"""


def installed(folder: Path, database: str) -> Path:
    """camel-tools' data folder as its own installer lays it out, with a database of ours."""
    catalogue = {
        "version": "local",
        "packages": {},
        "components": {
            name: {
                "default": "calima-msa-r13",
                "datasets": {"calima-msa-r13": {"path": f"{place}/calima-msa-r13"}},
            }
            for name, place in (("MorphologyDB", "morphology_db"), ("DisambigMLE", "disambig_mle"))
        },
    }
    (folder / "catalogue.json").write_text(json.dumps(catalogue))
    for place, name, text in (
        ("morphology_db", "morphology.db", database),
        ("disambig_mle", "model.json", "{}"),
    ):
        file = folder / "data" / place / "calima-msa-r13" / name
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    return folder


def probe(folder: Path, *words: str) -> list[int] | None:
    """What `camel_proclitics` says with that data, in a process of its own without network."""
    run = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", PROBE, *words],
        env={**os.environ, "CAMELTOOLS_DATA": str(folder), "HOME": str(folder)},
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    lengths: list[int] | None = json.loads(run.stdout)
    return lengths


def test_installed_data_decides_and_nothing_is_downloaded(tmp_path: Path) -> None:
    words = ["وبِزرقان", "بلقاط", "ببلقاطها", "للزرقان", "زرقـان", "وبـ\u200fزرقان", "وبيروت"]
    assert probe(installed(tmp_path, DATABASE), *words) == [3, 0, 1, 1, 0, 4, 1]


def test_damaged_data_is_as_none(tmp_path: Path) -> None:
    assert probe(installed(tmp_path, DATABASE.replace("N S0", "N")), "بزرقان") is None
