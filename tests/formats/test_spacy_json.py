"""spaCy's JSON lines: the bytes, the round trip, and what spaCy's own shape does not hold."""

from __future__ import annotations

import json

import pytest
from awkward import awkward_documents
from standoff import (
    GOLDEN,
    as_read,
    read,
    read_file,
    triples,
    written,
)

from annotator.core.article import Status
from annotator.errors import DataError
from annotator.formats.loss import NotHeld

GOLDEN_FILE = GOLDEN / "awkward.spacy.jsonl"


def test_the_golden_file_byte_for_byte() -> None:
    assert written("spacy_json", awkward_documents())[0] == GOLDEN_FILE.read_bytes()


def test_the_golden_file_is_read_back_whole() -> None:
    back = read_file("spacy_json", GOLDEN_FILE)
    assert [(a.text, triples(a)) for a in back] == as_read(awkward_documents())
    assert [a.line for a in back] == [1, 2, 3, 4]
    assert back[0].status is Status.IN_PROGRESS


def test_every_span_lies_where_a_python_program_looks_for_it() -> None:
    data, _ = written("spacy_json", awkward_documents())
    for line, (_, marks) in zip(data.splitlines(), awkward_documents(), strict=True):
        row = json.loads(line)
        assert [row["text"][s:e] for s, e, _ in row["entities"]] == [m.text for m in marks]


def test_no_span_is_lost_and_what_has_no_place_is_counted() -> None:
    _, report = written("spacy_json", awkward_documents())
    assert report.total == 0
    assert report.not_held[NotHeld.NOTES] == 1
    assert report.not_held[NotHeld.META] == 2


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"text": "خبر"}', "“entities” is missing."),
        ('{"entities": []}', "“text” is missing."),
        ('{"text": "خبر", "entities": [[0, 4, "x"]]}', "The span 0–4 is not a range"),
        ('{"text": "خبر", "entities": [[2, 2, "x"]]}', "The span 2–2 is not a range"),
        (
            '{"text": "خبر", "entities": [[0, 2]]}',
            "In entities[0] there are 2 items in place of 3.",
        ),
        ('{"text": "خبر", "entities": [["0", 2, "x"]]}', "[0][0] there is a JSON string"),
        ('{"text": "خبر", ', "This is not valid JSON"),
    ],
)
def test_a_bad_line_is_named(line: str, said: str) -> None:
    with pytest.raises(DataError) as caught:
        read("spacy_json", '{"text": "أول", "entities": []}\n' + line)
    assert caught.value.line == 2
    assert said in str(caught.value)


def test_line_breaks_become_ours_and_the_spans_move_along() -> None:
    (article,) = read("spacy_json", '{"text": "أ\\r\\nب ج", "entities": [[3, 4, "x"]]}')
    assert (article.text, triples(article)) == ("أ\nب ج", [(2, 3, "x")])
    assert article.repairs.line_breaks == 1


def test_what_a_line_holds_besides_spans_is_left_out_and_that_is_said() -> None:
    line = '{"text": "خبر", "entities": [], "cats": {"سياسة": 1.0}, "meta": {}}'
    (article,) = read("spacy_json", line)
    assert article.repairs.unknown_keys == {"cats"}


def test_what_a_document_of_spacys_gives_as_json_is_read() -> None:
    """`Doc.to_json`: entities, and groups of spans, of which some are the entities again."""
    doc = {
        "text": "قال 🙏🏽 زيد أمس",
        "ents": [{"start": 7, "end": 10, "label": "actor"}],
        "sents": [],
        "tokens": [{"id": 0, "start": 0, "end": 3}],
        "spans": {
            "sc": [
                {"start": 7, "end": 14, "label": "source", "kb_id": ""},
                {"start": 7, "end": 10, "label": "actor", "kb_id": "Q1"},
            ]
        },
    }
    (article,) = read("spacy_json", json.dumps(doc))
    assert triples(article) == [(7, 14, "source"), (7, 10, "actor")]
    assert article.repairs.unknown_keys == {"kb_id"}


def test_spans_that_are_no_groups_of_spacys_are_left_out_and_that_is_said() -> None:
    row = {"text": "خبر", "entities": [[0, 3, "x"]]}
    spans = ([], None, [{"start": 0, "end": 3}])
    lines = "\n".join(json.dumps(row | {"spans": each}) for each in spans)
    articles = read("spacy_json", lines)
    assert [triples(article) for article in articles] == [[(0, 3, "x")]] * 3
    assert [a.repairs.unknown_keys for a in articles] == [frozenset(), frozenset(), {"spans"}]
