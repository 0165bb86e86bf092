"""Prodigy: the bytes, inclusive token ends, which tasks are kept, and every refusal."""

from __future__ import annotations

import json

import pytest
from awkward import awkward_documents
from hypothesis import given
from standoff import (
    GOLDEN,
    Made,
    as_read,
    documents,
    read,
    read_file,
    triples,
    written,
)

from annotator.errors import DataError
from annotator.formats.article import NO_REPAIRS

GOLDEN_FILE = GOLDEN / "awkward.prodigy.jsonl"
TOKENS = '[{"text": "قال", "start": 0, "end": 3}, {"text": "زيد", "start": 4, "end": 7}]'


def task(answer: str, span: str = "", tokens: str = TOKENS) -> str:
    return f'{{"text": "قال زيد", "tokens": {tokens}, "spans": [{span}], "answer": "{answer}"}}'


def test_the_golden_file_byte_for_byte() -> None:
    assert written("prodigy", awkward_documents())[0] == GOLDEN_FILE.read_bytes()


def test_the_golden_file_is_read_back_whole() -> None:
    back = read_file("prodigy", GOLDEN_FILE)
    assert [(a.text, triples(a)) for a in back] == as_read(awkward_documents())


@given(documents())
def test_the_tokens_rebuild_the_text_and_token_ends_are_inclusive(made: Made) -> None:
    for line, (article, _) in zip(written("prodigy", made)[0].splitlines(), made, strict=True):
        row = json.loads(line)
        tokens = row["tokens"]
        assert [t["id"] for t in tokens] == list(range(len(tokens)))
        for token in tokens:
            assert article.text[token["start"] : token["end"]] == token["text"]
            assert token["ws"] == article.text[token["end"] :][:1].isspace()
        for span in row["spans"]:
            if "token_start" in span:
                assert tokens[span["token_start"]]["start"] == span["start"]
                assert tokens[span["token_end"]]["end"] == span["end"]
            else:
                edges = {t["start"] for t in tokens}, {t["end"] for t in tokens}
                assert span["start"] not in edges[0] or span["end"] not in edges[1]


def test_a_span_inside_a_token_has_no_token_numbers() -> None:
    rows = [json.loads(line) for line in written("prodigy", awkward_documents())[0].splitlines()]
    (inside,) = [s for s in rows[0]["spans"] if s["start"] == 148]
    assert "token_start" not in inside


def test_only_accepted_tasks_are_articles() -> None:
    articles = read("prodigy", "\n".join(map(task, ("reject", "accept", "ignore"))))
    assert [article.line for article in articles] == [2]


def test_a_file_without_an_accepted_task_is_refused() -> None:
    with pytest.raises(DataError, match="no accepted task"):
        read("prodigy", task("reject"))


def test_spans_with_inclusive_token_ends_keep_their_code_points() -> None:
    span = '{"start": 0, "end": 7, "token_start": 0, "token_end": 1, "label": "x"}'
    (article,) = read("prodigy", task("accept", span))
    assert triples(article) == [(0, 7, "x")]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"text": "خبر", "spans": []}', "“answer” is missing."),
        ('{"spans": [], "answer": "accept"}', "“text” is missing."),
        (task("maybe"), "“maybe” is no answer of Prodigy's."),
        (task("accept", '{"start": 0, "end": 8, "label": "x"}'), "The span 0–8 is not a range"),
        (task("accept", '{"start": 0, "end": 3}'), "“label” is missing in spans[0]."),
        (
            task("accept", '{"start": 0, "end": 3, "label": "x", "text": "زيد"}'),
            "covers “قال”, not “زيد”",
        ),
        (
            task(
                "accept",
                '{"start": 0, "end": 3, "token_start": 0, "token_end": 1, "label": "x"}',
            ),
            "The span 0–3 is not that of its tokens 0 to 1.",
        ),
        (
            task(
                "accept",
                '{"start": 0, "end": 3, "token_start": 0, "token_end": 2, "label": "x"}',
            ),
            "The span 0–3 is not that of its tokens 0 to 2.",
        ),
    ],
)
def test_a_bad_line_is_named(line: str, said: str) -> None:
    with pytest.raises(DataError) as caught:
        read("prodigy", task("accept") + "\n" + line)
    assert caught.value.line == 2
    assert said in str(caught.value)


def test_relations_are_left_out_and_that_is_said() -> None:
    line = task("accept").replace('"answer"', '"relations": [{"head": 0, "child": 1}], "answer"')
    (article,) = read("prodigy", line)
    assert article.repairs.unknown_keys == {"relations"}


def test_what_a_task_holds_besides_spans_is_left_out_and_that_is_said() -> None:
    own = {"_input_hash": 1, "_view_id": "blocks", "_timestamp": 3, "flagged": False, "options": []}
    more = {"meta": {"source": "وكالة"}, "accept": ["سياسة"], "user_input": "شك"}
    line = json.dumps(json.loads(task("accept")) | own | more)
    (article,) = read("prodigy", line)
    assert article.repairs.unknown_keys == more.keys()


@pytest.mark.parametrize("answers", ["reject accept ignore", "accept accept ignore reject"])
def test_how_many_tasks_are_left_out_is_said(answers: str) -> None:
    articles = read("prodigy", "\n".join(map(task, answers.split())))
    repairs = sum((article.repairs for article in articles), NO_REPAIRS)
    ((template, count),) = repairs.remarks.items()
    assert (count, "not accepted" in template) == (2, True)
