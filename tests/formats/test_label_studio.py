"""Label Studio: the bytes, the unit of the offsets, whose work is read, and every refusal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

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
    written_files,
)

from annotator.arabic.utf16 import Utf16Map
from annotator.errors import DataError
from annotator.formats.article import Source
from annotator.formats.registry import format_of

GOLDEN_FILE = GOLDEN / "awkward.label_studio.json"
TEXT = "قال 🙏🏽 زيد\nأمس"


def result(start: int, end: int, label: str = "actor", **more: Any) -> dict[str, Any]:
    return {"type": "labels", "value": {"start": start, "end": end, "labels": [label], **more}}


def task(*made: dict[str, Any], text: str = TEXT) -> dict[str, Any]:
    return {"data": {"text": text}, "annotations": list(made)}


def by(*results: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"result": list(results), **more}


def read_tasks(*tasks: dict[str, Any]) -> list[list[tuple[int, int, str]]]:
    return [triples(article) for article in read("label_studio", json.dumps(tasks))]


def test_the_golden_file_byte_for_byte() -> None:
    assert written("label_studio", awkward_documents())[0] == GOLDEN_FILE.read_bytes()


def test_the_golden_file_is_read_back_whole() -> None:
    back = read_file("label_studio", GOLDEN_FILE)
    assert [(a.text, triples(a)) for a in back] == as_read(awkward_documents())
    assert [a.line for a in back] == [2, 3, 4, 5]


def test_the_file_is_one_json_list_whatever_it_holds() -> None:
    assert len(json.loads(GOLDEN_FILE.read_bytes())) == len(awkward_documents())
    assert json.loads(written("label_studio", [])[0]) == []


@given(documents())
def test_a_file_that_counts_utf16_is_read_to_the_same_spans(made: Made) -> None:
    tasks = json.loads(written("label_studio", made)[0])
    for row in tasks:
        units = Utf16Map(row["data"]["text"])
        for annotation in row["annotations"]:
            for found in annotation["result"]:
                value = found["value"]
                value["start"] = units.to_utf16(value["start"])
                value["end"] = units.to_utf16(value["end"])
    moved = any(
        mark.text != article.text[units.to_utf16(mark.start) : units.to_utf16(mark.end)]
        for article, marks in made
        for units in [Utf16Map(article.text)]
        for mark in marks
    )
    if made and moved:
        back = read("label_studio", json.dumps(tasks))
        assert [(a.text, triples(a)) for a in back] == as_read(made)


def test_one_span_with_its_text_tells_the_unit_of_the_whole_file() -> None:
    tells = by(result(9, 12, text="زيد"))
    silent = by(result(9, 12))
    assert read_tasks(task(tells), task(silent)) == [[(7, 10, "actor")], [(7, 10, "actor")]]


def test_a_blank_behind_a_span_does_not_hide_the_unit() -> None:
    assert read_tasks(task(by(result(0, 4, text="ب🙏ت")), text="ب🙏ت ثم")) == [[(0, 3, "actor")]]


def test_line_breaks_written_as_backslash_n_are_line_breaks() -> None:
    made = by(result(7, 14, text="زيد\\nأمس"))
    assert read_tasks(task(made)) == [[(7, 14, "actor")]]


def test_cancelled_work_is_left_out() -> None:
    made = by(result(0, 3)), by(result(7, 10), was_cancelled=True)
    assert read_tasks(task(*made), task(made[1])) == [[(0, 3, "actor")], []]


def test_the_ground_truth_is_read_else_the_last_and_that_is_said() -> None:
    first, last = by(result(0, 3)), by(result(7, 10))
    assert read_tasks(task(first, last)) == [[(7, 10, "actor")]]
    truth = by(result(0, 3), ground_truth=True)
    (article,) = read("label_studio", json.dumps([task(truth, last)]))
    assert triples(article) == [(0, 3, "actor")]
    assert article.repairs.unknown_keys == {"annotations"}


def test_what_is_no_span_is_left_out_and_that_is_said() -> None:
    choice = {"type": "choices", "value": {"choices": ["سياسة"]}}
    row = task(by(result(0, 3), choice)) | {"predictions": [{"result": []}]}
    (article,) = read("label_studio", json.dumps([row]))
    assert triples(article) == [(0, 3, "actor")]
    assert article.repairs.unknown_keys == {"choices", "predictions"}
    unnamed = result(0, 3)
    unnamed["value"]["labels"] = []
    (article,) = read("label_studio", json.dumps([task(by(unnamed))]))
    assert article.repairs.unknown_keys == {"result without a label"}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"annotations": []}, "“data” is missing"),
        ({"data": {}}, "“text” is missing in data."),
        (task(by({"type": "labels", "value": {"start": 0, "end": 1}})), "“labels” is missing"),
        (task(by(result(0, 99))), "The span 0–99 is not a range"),
        (task(by(result(0, 3, text="زيد"))), "covers “قال”, not “زيد”"),
        ([], "There is a JSON array in place of object"),
        ("\ud83d", "There is a JSON string in place of object"),
        (
            {"annotation_id": 1, "id": [], "text": "خبر", "a": [{"labels": []}]},
            "“start” is missing",
        ),
    ],
)
def test_a_bad_task_is_named_by_its_line(row: Any, said: str) -> None:
    with pytest.raises(DataError) as caught:
        read("label_studio", f"[\n{json.dumps(task())},\n\n{json.dumps(row)}]")
    assert caught.value.line == 4
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('[{"data": {"text": "خبر"}}\n {}]', 2, 2),
        ('[{"data": {"text": "خبر"}},\n]', 2, 1),
        ('[\n{"data": {"text": "خبر"}', 2, 25),
        ('[{"data": {"text": "خبر"}}] x', 1, 28),
        ('{"data": {"text": "خبر"}}', 1, None),
        ("[]", None, None),
    ],
)
def test_broken_json_is_named_by_its_place(text: str, line: int | None, column: int | None) -> None:
    with pytest.raises(DataError) as caught:
        read("label_studio", text)
    assert (caught.value.line, caught.value.column) == (line, column)


MINIMAL = r"""[
{"text": "زار حمص\nأمس", "id": 4, "topic": [{"choices": ["حرب"]}], "annotation_id": 7,
 "ner": [{"start": 4, "end": 7, "text": "حمص", "labels": ["location"]}], "annotator": 1},
{"text": "زار حمص\nأمس", "id": 4, "annotation_id": 8, "annotator": 2,
 "ner": [{"start": 4, "end": 11, "text": "حمص\\nأمس", "labels": ["actor"]}], "lead_time": 2.5},
{"text": "خبر", "id": 5, "annotator": null, "annotation_id": null, "lead_time": null}
]"""  # as Label Studio 1.23.2 writes JSON-MIN


def test_json_min_is_read_a_task_with_all_its_annotations_once() -> None:
    first, second = read("label_studio", MINIMAL)
    assert (first.text, triples(first)) == ("زار حمص\nأمس", [(4, 11, "actor")])
    assert first.repairs.unknown_keys == {"annotations"}
    assert (second.text, second.spans) == ("خبر", ())


def test_what_json_min_has_besides_spans_is_left_out_by_name(tmp_path: Path) -> None:
    (article,) = read("label_studio", json.dumps(json.loads(MINIMAL)[:1]))
    assert (triples(article), article.repairs.unknown_keys) == ([(4, 7, "location")], {"topic"})
    file = tmp_path / "a.json"
    file.write_text(MINIMAL, encoding="utf-8")
    assert format_of(Source(path=file)).key == "label_studio"


def test_the_labelling_interface_goes_with_the_tasks() -> None:
    files, report = written_files("label_studio", awkward_documents())
    assert report.total == 0
    assert files["tasks.json"] == GOLDEN_FILE.read_bytes()
    names = ElementTree.fromstring(files["labels.xml"]).iter("Label")
    assert [(label.get("value"), label.get("hotkey")) for label in names] == [
        ("actor", "1"), ("location", "2"), ("quantity", "3"), ("source", "4"),
    ]  # fmt: skip


def test_the_completions_of_old_exports_are_annotations() -> None:
    old = {"data": {"text": TEXT}, "completions": [by(result(0, 3))]}
    assert read_tasks(old) == [[(0, 3, "actor")]]


def test_drafts_and_remarks_on_spans_are_left_out_and_that_is_said() -> None:
    marked = result(0, 3) | {"meta": {"text": ["شك"]}}
    (article,) = read("label_studio", json.dumps([task(by(marked)) | {"drafts": [by()]}]))
    assert article.repairs.unknown_keys == {"meta", "drafts"}


@pytest.mark.parametrize(
    "said", ["زيد الطويل", r"زيد\n\nالطويل", "زيد\nالطويل", "زيد  الطويل"], ids=repr
)
def test_blanks_in_what_a_span_says_it_covers_are_as_a_browser_shows_them(said: str) -> None:
    """Label Studio takes that text from the screen, where two blanks are one."""
    for blanks in ("  ", "\r\n", " \u00a0"):
        text = f"😀 قال زيد{blanks}الطويل"
        row = task(by(result(6, 17, text=said))) | {"data": {"text": text}}
        ((span,),) = read_tasks(row)
        assert span[2] == "actor"
        (article,) = read("label_studio", json.dumps([row]))
        start, end, _ = triples(article)[0]
        assert article.text[start:end].split() == ["زيد", "الطويل"]


def test_utf16_is_told_by_a_span_up_to_the_end_whose_emoji_is_the_first() -> None:
    row = task(by(result(4, 12, text="زيد 🙏🏽"))) | {"data": {"text": "قال زيد 🙏🏽"}}
    assert read_tasks(row) == [[(4, 10, "actor")]]


@pytest.mark.parametrize("key", ["body", "Content", "النص"])
def test_the_text_may_have_another_name_for_texts(key: str) -> None:
    """Each project's labelling interface names the task's data."""
    row = {"data": {key: TEXT, "title": "عنوان"}, "annotations": [by(result(7, 10, text="زيد"))]}
    minimal = {key: TEXT, "title": "عنوان", "annotation_id": 1, "ner": []}
    for article in read("label_studio", json.dumps([row, minimal])):
        assert (article.text, article.repairs.unknown_keys) == (TEXT, {"title"})


def test_spans_of_another_text_of_the_task_are_left_out_and_that_is_said() -> None:
    headline = result(0, 5) | {"to_name": "title"}
    row = task(by(result(7, 10) | {"to_name": "text"}, headline))
    row["data"]["title"] = "عنوان الخبر"
    (article,) = read("label_studio", json.dumps([row]))
    assert triples(article) == [(7, 10, "actor")]
    assert article.repairs.unknown_keys == {"title", "spans of title"}


@pytest.mark.parametrize("known", [17, "عنوان الخبر وهو طويل"])
def test_a_tag_may_be_called_as_something_known_of_the_article_is(known: object) -> None:
    """Its name, unlike that of the text in the data, is the labelling interface's own affair."""
    own = result(7, 10, text="زيد") | {"to_name": "article"}
    other = result(0, 5, text="عنوان") | {"to_name": "article"}
    sound = {"type": "labels", "to_name": "article", "value": {"start": 0.5, "end": 1.5}}
    row = task(by(own, *([other, sound] if isinstance(known, str) else [])))
    row["data"]["article"] = known
    (article,) = read("label_studio", json.dumps([row]))
    assert triples(article) == [(7, 10, "actor")]


def test_cancelled_work_and_what_is_known_of_a_task_are_left_out_and_that_is_said() -> None:
    row = task(by(result(7, 10), was_cancelled=True))
    row["data"] |= {"title": "عنوان", "url": ""}
    (article,) = read("label_studio", json.dumps([row]))
    assert article.repairs.unknown_keys == {"cancelled annotations", "title"}


def test_json_min_names_what_is_no_list_and_keeps_rows_without_a_number_apart() -> None:
    row = {"text": "زار حمص", "title": "عنوان", "topic": "حرب", "annotation_id": 7, "annotator": 1}
    rows = [row, row | {"text": "خبر", "topic": {"choices": ["حرب", "سلم"]}}]
    articles = read("label_studio", json.dumps(rows))
    assert [article.text for article in articles] == ["زار حمص", "خبر"]
    assert [article.repairs.unknown_keys for article in articles] == [{"title", "topic"}] * 2
