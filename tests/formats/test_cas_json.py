"""UIMA CAS JSON: both ways through dkpro-cassis, and every refusal."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from awkward import awkward_documents
from standoff import (
    golden_files,
    read,
    triples,
    written_files,
)

from annotator.errors import DataError, UserError
from annotator.formats.article import Source
from annotator.formats.registry import format_named

cassis = pytest.importorskip("cassis", reason="dkpro-cassis, the extra “cas”, is not installed")
TEXT = "قال 🙏🏽 زيد"
NAMED_ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"


def cas(*structures: dict[str, Any], **types: dict[str, str]) -> str:
    """A document with those feature structures, and with types of those features."""
    declared = {
        name.replace("_", "."): {
            "%NAME": name.replace("_", "."),
            "%SUPER_TYPE": "uima.tcas.Annotation",
        }
        | {f: {"%NAME": f, "%RANGE": kind} for f, kind in features.items()}
        for name, features in types.items()
    }
    sofa = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView"}
    sofa |= {"mimeType": "text/plain", "sofaString": TEXT}
    marks = [{"%ID": n, "@sofa": 1} | each for n, each in enumerate(structures, 2)]
    view = {"%SOFA": 1, "%MEMBERS": [mark["%ID"] for mark in marks]}
    return json.dumps(
        {
            "%TYPES": declared,
            "%FEATURE_STRUCTURES": [sofa, *marks],
            "%VIEWS": {"_InitialView": view},
        }
    )


def test_the_golden_files_hold_the_same() -> None:
    files, report = written_files("cas_json", awkward_documents())
    golden = golden_files("awkward.cas_json")
    assert {n: json.loads(data) for n, data in files.items()} == {
        n: json.loads(data) for n, data in golden.items()
    }
    assert report.total == 0


def test_the_file_counts_in_utf16_and_cassis_finds_each_text() -> None:
    data = golden_files("awkward.cas_json")["00001-a.json"].decode()
    units = json.loads(data)["%FEATURE_STRUCTURES"]
    text = units[0]["sofaString"].encode("utf-16-le")
    covered = [text[2 * u["begin"] : 2 * u["end"]].decode("utf-16-le") for u in units[1:]]
    assert "ناشط 🙏🏽" in covered
    assert "القامشلي" in covered
    loaded = cassis.load_cas_from_json(data)
    assert [found.get_covered_text() for found in loaded.select(NAMED_ENTITY)] == covered


def test_other_layers_are_left_out_and_that_is_said() -> None:
    strings = {"kind": "uima.cas.String", "why": "uima.cas.String"}
    (article,) = read(
        "cas_json",
        cas(
            {"%TYPE": "custom.Who", "begin": 9, "end": 12, "kind": "actor", "why": "x"},
            {"%TYPE": "custom.Who", "begin": 0, "end": 3},
            {"%TYPE": "custom.Who", "begin": 3, "end": 3, "kind": "actor"},
            {"%TYPE": "custom.Of", "begin": 0, "end": 3},
            custom_Who=strings,
            custom_Of={"Governor": "custom.Who", "Dependent": "custom.Who"},
        ),
    )
    assert triples(article) == [(0, 3, "Who"), (7, 10, "actor")]
    assert article.repairs.unknown_keys == {"Who why", "Of", "empty spans"}


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("", 1, "no UIMA CAS in JSON"),
        ('{"%TYPES":\n', 2, "no UIMA CAS in JSON"),
        ("[]", None, "no UIMA CAS in JSON"),
        ("{}", None, "no UIMA CAS in JSON"),
        (cas({"%TYPE": "custom.Who", "begin": 0, "end": 3}), None, "no UIMA CAS in JSON"),
        (cas().replace(json.dumps(TEXT), '""'), 1, "no text"),
        (cas().replace(json.dumps(TEXT), "{}"), None, "{} is no string"),
    ],
)
def test_what_is_no_cas_is_refused(text: str, line: int | None, said: str) -> None:
    with pytest.raises(DataError) as caught:
        read("cas_json", text)
    assert caught.value.line == line
    assert said in str(caught.value)


def test_a_span_that_ends_before_it_begins_is_refused_with_its_line() -> None:
    text = cas({"%TYPE": "custom.Who", "begin": 10, "end": 3}, custom_Who={})
    lines = json.dumps(json.loads(text), indent=1).split("\n")
    with pytest.raises(DataError) as caught:
        read("cas_json", "\n".join(lines))
    (end,) = (number for number, line in enumerate(lines, 1) if '"end": 3' in line)
    assert caught.value.line is not None
    assert 0 < end - caught.value.line < 5  # where the span's own object begins


@pytest.mark.parametrize("key", ["cas_json", "spacy"])
def test_what_is_not_installed_is_said(
    key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = {"cas_json": "cassis", "spacy": "spacy"}[key]
    monkeypatch.setitem(sys.modules, module, None)
    reader = format_named(key).read
    assert reader is not None
    with pytest.raises(UserError, match=rf"needs {module}.*hashiya\[\w+\]"):
        list(reader(Source(path=tmp_path / "a")))


def test_an_offset_inside_a_character_is_refused() -> None:
    """It is where a file that counts code points first shows; dkpro-cassis would let it stand."""
    with pytest.raises(DataError, match="The span 5–8 does not lie on whole characters"):
        read("cas_json", cas({"%TYPE": "custom.Who", "begin": 5, "end": 8}, custom_Who={}))


@pytest.mark.parametrize("offsets", [{"end": 3}, {"begin": 0}, {}])
def test_an_offset_that_is_not_said_is_no_fault_of_the_file(offsets: dict[str, int]) -> None:
    (article,) = read("cas_json", cas({"%TYPE": "custom.Who", **offsets}, custom_Who={}))
    assert len(article.spans) == ("end" in offsets)


@pytest.mark.parametrize("as_object", [False, True])
def test_other_views_are_left_out_and_that_is_said(as_object: bool) -> None:
    """dkpro-cassis cannot load a file with a second view, not even its own."""
    types = cassis.TypeSystem()
    kind = types.create_type("custom.Who")
    types.create_feature(kind, "value", "uima.cas.String")
    made = cassis.Cas(types)
    made.sofa_string, made.sofa_mime = TEXT, "text/plain"
    made.add(kind(begin=7, end=10, value="actor"))
    other = made.create_view("translation")
    other.sofa_string, other.sofa_mime = "said Zaid", "text/plain"
    other.add(kind(begin=0, end=9, value="no"))
    given = json.loads(made.to_json())
    if as_object:
        structures = given["%FEATURE_STRUCTURES"]
        given["%FEATURE_STRUCTURES"] = {str(each.pop("%ID")): each for each in structures}
    (article,) = read("cas_json", json.dumps(given))
    assert (article.text, triples(article)) == (TEXT, [(7, 10, "actor")])
    assert article.repairs.unknown_keys == {"view translation"}


def test_what_is_said_of_the_whole_document_is_left_out_and_that_is_said() -> None:
    given = json.loads(cas({"%TYPE": "custom.Topic", "topic": "سياسة"}))
    given["%TYPES"]["custom.Topic"] = {
        "%NAME": "custom.Topic",
        "%SUPER_TYPE": "uima.cas.AnnotationBase",
        "topic": {"%NAME": "topic", "%RANGE": "uima.cas.String"},
    }
    (article,) = read("cas_json", json.dumps(given))
    assert article.repairs.unknown_keys == {"Topic"}
