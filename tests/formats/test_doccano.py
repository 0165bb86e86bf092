"""doccano: the bytes, both shapes, the round trip, and every refusal with its line."""

from __future__ import annotations

import json

import pytest
from awkward import awkward_documents, make_article, mark_at
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


SHOWN = "😀👩‍👩‍👧 زار الوزير مدينة بغداد 🇮🇶 ثم عاد إلى دمشق، وقال: «نعم»."
USUAL = [[15, 21, "actor"], [42, 45, "actor"]]  # الوزير and عاد, picked in doccano 1.8.4


def covered(text: str, label: list[list[int | str]]) -> tuple[list[str], list[str]]:
    """The words that the spans of a line cover, and what is remarked on it."""
    line = json.dumps({"id": 1, "text": text, "label": label, "Comments": []})
    (article,) = read("doccano", line)
    words = [article.text[start:end] for start, end, _ in triples(article)]
    return words, list(article.repairs.remarks)


@pytest.mark.parametrize(
    ("label", "said"),
    [
        (USUAL, "UTF-16"),
        ([[7, 13, "actor"], [31, 34, "actor"]], "letters with their marks"),  # of grapheme mode
        ([[11, 17, "actor"], [36, 39, "actor"]], "code points"),  # of programs in Python
    ],
)
def test_a_file_is_read_in_the_unit_that_its_offsets_fit(
    label: list[list[int | str]], said: str
) -> None:
    words, remarks = covered(SHOWN, label)
    assert words == ["الوزير", "عاد"]
    assert [said in remark for remark in remarks] == [True]


def test_an_unmarked_letter_and_one_with_marks_are_one_each_in_grapheme_mode() -> None:
    assert covered("قالَ زَيْدٌ نَعَمْ", [[4, 7, "x"], [8, 11, "x"]])[0] == ["زَيْدٌ", "نَعَمْ"]


def test_offsets_that_are_the_same_in_every_unit_are_not_remarked_on() -> None:
    assert covered("قال زيد", [[4, 7, "x"]]) == (["زيد"], [])


def test_a_span_that_a_hand_let_slip_past_a_blank_does_not_change_the_unit() -> None:
    assert covered(SHOWN, [[15, 22, "actor"], *USUAL[1:]])[0] == ["الوزير ", "عاد"]


def test_what_we_write_is_counted_as_doccano_counts() -> None:
    article = make_article(SHOWN)
    marks = [mark_at(article, 11, 17, "actor", 1), mark_at(article, 36, 39, "actor", 2)]
    line = written("doccano", [(article, marks)])[0]
    assert json.loads(line)["label"] == USUAL


def test_an_offset_inside_a_character_is_refused_where_no_other_unit_fits() -> None:
    with pytest.raises(DataError, match="0–1 does not lie on whole characters"):
        read("doccano", '{"text": "😀 ب", "label": [[3, 4, "x"], [0, 1, "x"]]}')


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


def test_the_shape_of_projects_with_classes_besides_spans() -> None:
    (article,) = read(
        "doccano", '{"id": 1, "text": "😀 زيد", "entities": [[3, 6, "actor"]], "cats": ["سياسة"]}'
    )
    assert triples(article) == [(2, 5, "actor")]
    assert article.repairs.unknown_keys == {"cats"}


@pytest.mark.parametrize(
    "line",
    [
        '{"id": 1, "text": "😀 زيد", "annotation_approver": null, "labels": [[3, 6, "x"]]}',
        '{"id": 1, "data": "😀 زيد", "label": [[3, 6, "x"]]}',
    ],
    ids=["before 1.5", "1.5"],
)
def test_the_keys_of_older_versions(line: str) -> None:
    (article,) = read("doccano", line)
    assert (article.text, triples(article)) == ("😀 زيد", [(2, 5, "x")])
    assert article.repairs.unknown_keys == frozenset()


def test_labels_that_are_numbers_alone_are_refused_with_the_export_to_choose() -> None:
    span = '{"id": 1, "label": 2, "start_offset": 0, "end_offset": 3, "user": 1}'
    with pytest.raises(DataError, match=r"labels are numbers.*Text label") as caught:
        read(
            "doccano",
            f'{{"text": "أول", "labels": []}}\n{{"text": "خبر", "annotations": [{span}]}}',
        )
    assert caught.value.line == 2


def test_what_a_line_knows_of_its_text_is_left_out_and_that_is_said() -> None:
    line = '{"id": 1, "text": "خبر", "title": "عنوان", "url": "", "label": [], "Comments": []}'
    (article,) = read("doccano", line)
    assert article.repairs.unknown_keys == {"title"}


def test_comments_are_left_out_and_that_is_said() -> None:
    (article,) = read("doccano", '{"text": "خبر", "label": [], "Comments": ["تعليق"]}')
    assert article.repairs.unknown_keys == {"Comments"}


def test_a_text_nobody_has_labelled_is_an_article() -> None:
    (article,) = read("doccano", '{"id": 1, "text": "خبر"}')
    assert (article.spans, article.repairs.unknown_keys) == ((), frozenset())


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"id": 1, "label": []}', "“text” is missing."),
        ('{"text": "خبر", "label": [[0, 4, "x"]]}', "The span 0–4 is not a range"),
        ('{"text": "خبر", "label": ["positive"]}', "In label[0]"),
        ('{"text": "خبر", "label": ["ملخص \\ud83d"]}', "In label[0] there is a JSON string"),
        ('{"text": "خبر", "entities": [{"label": "x", "end_offset": 1}]}', "“start_offset”"),
        ('{"text": "خبر", "label": [], "entities": []}', "both “label” and “entities”"),
        ("[]", "There is a JSON array in place of object"),
    ],
)
def test_a_bad_line_is_named(line: str, said: str) -> None:
    with pytest.raises(DataError) as caught:
        read("doccano", '{"text": "أول"}\n' + line)
    assert caught.value.line == 2
    assert said in str(caught.value)


def test_the_classes_of_a_whole_text_are_left_out_and_that_is_said() -> None:
    (article,) = read("doccano", '{"text": "خبر", "entities": [], "cats": ["سياسة"]}')
    assert article.repairs.unknown_keys == {"cats"}
