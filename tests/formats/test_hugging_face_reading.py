"""Hugging Face rows of other programs: tags as words or numbers, and every refusal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from standoff import read, read_file, triples

from annotator.errors import DataError
from annotator.formats.article import Source
from annotator.formats.registry import format_of
from annotator.ops.import_sources import sources_of

NAMES = ["O", "B-actor", "I-actor", "B-location", "I-location"]
TOKENS = ["وصل", "زيد", "إلى", "ب+", "الحسكة", "."]


def lines(*rows: object) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def test_tags_as_words() -> None:
    tags = ["O", "B-actor", "O", "O", "B-location", "O"]
    (article,) = read(
        "hugging_face",
        lines(
            {"id": "7", "tokens": TOKENS, "ner_tags": tags},
            {"tokens": [], "ner_tags": []},
            {"tokens": ["ثم"], "labels": ["O"]},
        ),
    )
    assert article.text == "وصل زيد إلى بالحسكة.\nثم"
    assert triples(article) == [(4, 7, "actor"), (13, 19, "location")]
    assert article.repairs.unknown_keys == {"id"}
    assert "Its tags are IOB2" in article.repairs.remarks


@pytest.mark.parametrize(
    "head", [{"names": NAMES}, {"id2label": dict(enumerate(NAMES))}], ids=["names", "id2label"]
)
def test_tags_as_numbers_of_a_list_in_the_file(head: dict[str, object]) -> None:
    rows = lines(head, {"tokens": ["زيد", "عاد"], "ner_tags": [1, 0]})
    (article,) = read("hugging_face", rows)
    assert triples(article) == [(0, 3, "actor")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("labels.json", json.dumps(NAMES)),
        ("labels.json", json.dumps({"names": NAMES})),
        ("labels.txt", "\n".join(NAMES)),
    ],
)
def test_tags_as_numbers_of_a_list_beside_the_file(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    file = tmp_path / "train.json"
    file.write_text(lines({"tokens": ["زيد", "عاد"], "ner_tags": [1, 0]}), "utf-8")
    (article,) = read_file("hugging_face", file)
    assert triples(article) == [(0, 3, "actor")]
    assert format_of(Source(path=file)).key == "hugging_face"
    assert [source.path for source in sources_of(tmp_path, "auto", "auto")] == [file]


@pytest.mark.parametrize("indent", [None, 1])
def test_rows_in_a_json_list(indent: int | None, tmp_path: Path) -> None:
    """As Python writes them, and `datasets` loads them."""
    rows = [
        {"tokens": ["زيد", "عاد"], "ner_tags": ["B-actor", "O"]},
        {"tokens": ["ثم"], "tags": []},
    ]
    file = tmp_path / "a.json"
    file.write_text(json.dumps(rows[:1], indent=indent), "utf-8")
    assert format_of(Source(path=file)).key == "hugging_face"
    (article,) = read_file("hugging_face", file)
    assert (article.text, triples(article)) == ("زيد عاد", [(0, 3, "actor")])
    with pytest.raises(DataError, match="1 tokens have 0 tags") as caught:
        read("hugging_face", json.dumps(rows, indent=1))
    assert (caught.value.line, caught.value.column) == (12, None)


def test_numbers_without_a_list_are_refused_with_what_to_do() -> None:
    with pytest.raises(DataError) as caught:
        read("hugging_face", lines({"tokens": ["زيد"], "ner_tags": [1]}))
    assert caught.value.line == 1
    assert "labels.json" in str(caught.value)


def test_a_list_beside_the_file_that_is_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "labels.json").write_text("[1, 2]", "utf-8")
    (tmp_path / "a.json").write_text(lines({"tokens": ["زيد"], "ner_tags": [1]}), "utf-8")
    with pytest.raises(DataError) as caught:
        read_file("hugging_face", tmp_path / "a.json")
    assert caught.value.file == tmp_path / "labels.json"


@pytest.mark.parametrize(
    ("row", "said", "at"),
    [
        ({"tokens": ["زيد"], "ner_tags": ["O", "O"]}, "1 tokens have 2 tags", '"O"]'),
        ({"tokens": ["زيد", "عاد"], "ner_tags": ["O"]}, "2 tokens have 1 tags", "]}"),
        ({"tokens": ["ز🙏", "ب"], "ner_tags": [0, 5]}, "The tag 5 is none of the 5", "5]"),
        ({"tokens": ["زيد"], "ner_tags": [-1]}, "The tag -1 is none of the 5", "-1"),
        ({"tokens": ["زيد", ""], "ner_tags": [0, 0]}, "Token 2 is empty", '""'),
        ({"tokens": ["زيد"]}, "“tags” is missing", ""),
        ({"tokens": "زيد", "ner_tags": [0]}, "In tokens there is a JSON string", ""),
        (["زيد"], "There is a JSON array in place of object", ""),
    ],
)
def test_a_bad_line_is_named(row: object, said: str, at: str) -> None:
    with pytest.raises(DataError) as caught:
        read("hugging_face", lines({"names": NAMES}, row))
    assert caught.value.line == 2
    assert said in str(caught.value)
    line = lines(row).rstrip("\n")
    assert caught.value.column == (line.rindex(at) + 1 if at else None)


@pytest.mark.parametrize(
    ("name", "row", "key"),
    [
        ("a.json", {"tokens": ["زيد"], "ner_tags": ["O"]}, "hugging_face"),
        ("a.jsonl", {"tokens": ["زيد"], "ner_tags": [0]}, "hugging_face"),
        ("a.json", {"names": NAMES}, "hugging_face"),
        ("a.json", [{"data": {"text": "زيد"}}], "label_studio"),
        ("a.jsonl", {"text": "زيد", "tokens": [{"text": "زيد"}], "answer": "accept"}, "prodigy"),
    ],
)
def test_it_is_told_by_its_first_object(name: str, row: object, key: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(lines(row), "utf-8")
    assert format_of(Source(path=tmp_path / name)).key == key
