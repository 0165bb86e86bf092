"""doccano: the bytes, both shapes, the round trip, and every refusal with its line."""

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

from annotator.errors import DataError
from annotator.formats.loss import NotHeld

GOLDEN_FILE = GOLDEN / "awkward.doccano.jsonl"


def test_the_golden_file_byte_for_byte() -> None:
    assert written("doccano", awkward_documents())[0] == GOLDEN_FILE.read_bytes()


def test_the_golden_file_is_read_back_whole() -> None:
    back = read_file("doccano", GOLDEN_FILE)
    assert [(a.text, triples(a)) for a in back] == as_read(awkward_documents())


def test_the_keys_stand_in_the_order_of_doccano() -> None:
    line = json.loads(written("doccano", awkward_documents())[0].split(b"\n")[0])
    assert list(line) == ["id", "text", "label", "Comments"]
    assert (line["id"], line["Comments"]) == (1, [])


def test_no_span_is_lost_and_what_has_no_place_is_counted() -> None:
    _, report = written("doccano", awkward_documents())
    assert report.total == 0
    assert report.not_held[NotHeld.ATTRIBUTES] == 7


def test_the_shape_of_projects_with_relations() -> None:
    entity = '{"id": 7, "label": "actor", "start_offset": 4, "end_offset": 7}'
    relation = '{"id": 1, "from_id": 7, "to_id": 7, "type": "x"}'
    (article,) = read(
        "doccano",
        f'{{"id": 3, "text": "قال زيد", "entities": [{entity}], "relations": [{relation}]}}',
    )
    assert triples(article) == [(4, 7, "actor")]
    assert article.repairs.unknown_keys == {"relations"}


def test_comments_are_left_out_and_that_is_said() -> None:
    (article,) = read("doccano", '{"text": "خبر", "label": [], "Comments": ["تعليق"]}')
    assert article.repairs.unknown_keys == {"Comments"}


def test_a_text_nobody_has_labelled_is_an_article() -> None:
    (article,) = read("doccano", '{"id": 1, "text": "خبر"}')
    assert (article.spans, article.repairs.unknown_keys) == ((), frozenset())


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"id": 1, "label": []}', "“text” is missing in the line."),
        ('{"text": "خبر", "label": [[0, 4, "x"]]}', "The span 0–4 is not a range"),
        ('{"text": "خبر", "label": ["positive"]}', "In label[0]: "),
        ('{"text": "خبر", "entities": [{"label": "x", "end_offset": 1}]}', "“start_offset”"),
        ('{"text": "خبر", "label": [], "entities": []}', "both “label” and “entities”"),
        ("[]", "In the line: "),
    ],
)
def test_a_bad_line_is_named(line: str, said: str) -> None:
    with pytest.raises(DataError) as caught:
        read("doccano", '{"text": "أول"}\n' + line)
    assert caught.value.line == 2
    assert said in str(caught.value)
