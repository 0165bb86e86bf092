"""Which format a file is read in when nobody said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.formats.article import Source
from annotator.formats.registry import format_of

TEXT = "دخل إلى الحسكة"


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ({"text": TEXT}, "jsonl"),
        ({"text": TEXT, "spans": [], "meta": {}}, "jsonl"),
        ({"text": TEXT, "label": "news"}, "jsonl"),  # a whole text's class, not spans
        ({"text": TEXT, "spans": [], "answer": "reject"}, "prodigy"),
        ({"text": TEXT, "_input_hash": 1, "_task_hash": 2}, "prodigy"),
        ({"id": 1, "text": TEXT, "label": [[8, 14, "LOC"]], "Comments": []}, "doccano"),
        ({"id": 1, "text": TEXT, "entities": [], "relations": []}, "doccano"),
        ({"text": TEXT, "entities": [[8, 14, "LOC"]]}, "spacy_json"),
        ({"text": TEXT, "entities": []}, "spacy_json"),
        ({"text": TEXT, "entities": [[8, 14, "LOC"]], "cats": {"سياسة": 1.0}}, "spacy_json"),
        ({"text": TEXT, "ents": [], "sents": [], "tokens": [], "spans": {}}, "spacy_json"),
        ({"text": TEXT, "entities": [[8, 14, "LOC"]], "cats": ["سياسة"]}, "doccano"),
        ({"text": TEXT, "entities": [], "cats": [], "Comments": []}, "doccano"),
        ({"text": TEXT, "entities": [{"label": "LOC", "start_offset": 8}]}, "doccano"),
        ({"text": TEXT, "spans": [], "relations": [], "answer": "reject"}, "prodigy"),
        ({"id": 1, "text": TEXT, "labels": [[8, 14, "LOC"]]}, "doccano"),  # before 1.5
        ({"id": 1, "text": TEXT, "labels": [], "annotation_approver": None}, "doccano"),
        ({"id": 1, "text": TEXT, "labels": [], "meta": {}}, "doccano"),
        ({"id": 1, "text": TEXT, "labels": [], "title": "عنوان"}, "articles_json"),
        ({"text": TEXT, "labels": ["سياسة"]}, "jsonl"),
        ({"text": TEXT, "labels": []}, "jsonl"),  # doccano's have a number
        ({"title": "عنوان", "text": TEXT, "labels": [["سياسة", "خارج"]]}, "articles_json"),
        ({"title": "عنوان", "text": TEXT, "entities": ["سوريا"], "cats": ["خبر"]}, "articles_json"),
        ({"title": "عنوان", "text": TEXT, "ents": ["سوريا"]}, "articles_json"),
        ({"title": "عنوان", "text": TEXT, "ents": [{"text": "سوريا"}]}, "articles_json"),
        ({"title": "عنوان", "text": TEXT, "ents": []}, "articles_json"),
        ({"title": None, "text": TEXT, "ents": [{"start": 8, "end": 14}]}, "spacy_json"),
        ({"title": "عنوان", "text": TEXT, "tokens": 345}, "articles_json"),  # how many
        ({"title": "عنوان", "text": TEXT, "tokens": TEXT.split()}, "articles_json"),
        ({"id": 1, "text": TEXT, "annotations": [], "annotation_approver": None}, "doccano"),
        ({"id": 1, "data": TEXT, "label": [[8, 14, "LOC"]]}, "doccano"),  # 1.5
    ],
)
def test_json_lines_are_told_by_their_first_object(
    row: dict[str, object], key: str, tmp_path: Path
) -> None:
    file = tmp_path / "ملف.jsonl"
    file.write_text("\n" + json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8-sig")
    assert format_of(Source(path=file)).key == key
    assert format_of(Source(path=file), "jsonl").key == "jsonl"


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("a.tsv", "#FORMAT=WebAnno TSV 3.3\n", "webanno_tsv"),
        ("a.tsv", "article\tstart\tend\tlabel\tarticle_text\n", "spans_tsv"),
        ("a.csv", '"article";"start";"end";"label";"article_text"\r\n', "spans_csv"),
        ("a.json", '{"%TYPES": {}, "%FEATURE_STRUCTURES": []}', "cas_json"),
        ("a.json", '[{"id": 1, "data": {"text": "خبر"}}]', "label_studio"),
        ("a.json", '[\n {"text": "خبر", "title": "عنوان"}]', "articles_json"),
        ("a.json", '{"text": "خبر", "spans": []}\n{"text": "خبر"}\n', "jsonl"),
        ("a.json", '{"text": "خبر", "label": [[0, 3, "LOC"]]}\n', "doccano"),
        ("a.jsonl", '{"text": "خبر", "title": "عنوان", "url": ""}\n', "articles_json"),
        ("a.jsonl", '{"id": 17, "title": "عنوان", "text": "خبر"}\n', "articles_json"),
        ("a.jsonl", '{"id": 17, "text": "خبر"}\n', "articles_json"),  # no id of ours
        ("a.jsonl", '{"content": "خبر"}\n', "articles_json"),
        ("a.json", '[{"text": "خبر", "title": "ع", "annotation_id": 1}]', "label_studio"),
        (
            "a.json",
            '{"tokens": ["خبر"], "ner_tags": ["O"], "text": "خبر", "url": ""}',
            "hugging_face",
        ),
        ("a.json", '{"id": null, "text": "خبر", "hostname": "example.org"}', "articles_json"),
        ("a.jsonl", '{"id": "00000000-0000-4000-8000-000000000001", "text": "خبر"}\n', "jsonl"),
        ("a.jsonl", '{"id": 17, "text": "خبر", "spans": []}\n', "jsonl"),
        ("a.json", "[1]", "articles_json"),
        ("a.json", '[{"text": "خبر", "spans": []}]', "jsonl"),
        ("a.json", '{\n "text": "خبر",\n "spans": [],\n "meta": {}\n}', "jsonl"),
        ("a.json", '[{"text": "خبر", "spans": [], "answer": "reject"}]', "prodigy"),
        ("a.json", '[{"text": "خبر", "label": [[0, 3, "LOC"]]}]', "doccano"),
        ("a.json", '[{"text": "خبر", "entities": [[0, 3, "LOC"]]}]', "spacy_json"),
        ("a.json", '[{"text": "خبر", "entities": ["حمص"], "title": "ع"}]', "articles_json"),
        ("a.json", '[{"text": "خبر", "label": ["سياسة"], "url": ""}]', "articles_json"),
        (
            "a.json",
            '[{"text": "خبر", "annotation_id": 1, "label": [{"start": 0}]}]',
            "label_studio",
        ),
        ("a.json", '[{"text": "خبر", "spans": 3, "title": "ع"}]', "articles_json"),
        ("a.txt", "\n<!-- x -->\n<!DOCTYPE HTML><p>خبر", "html"),
        ("a.txt", '<?xml version="1.0"?><html><p>خبر', "html"),
        ("a.txt", "المعادلة <html> هنا", "text"),
        ("a.txt", "MIME-Version: 1.0\nContent-Type: multipart/related; x=y\n\n", "mhtml"),
        ("a.txt", "Content-Type: text/plain\n\ncontent-type: multipart/related", "text"),
        ("a.htm", "خبر بلا وسوم", "html"),
        ("a.unknown", "خبر", "text"),
        ("a.csv", "text\nخبر\n", "articles_csv"),
    ],
)
def test_a_file_is_told_by_what_it_holds_before_its_name(
    name: str, content: str, key: str, tmp_path: Path
) -> None:
    for encoding in ("utf-8-sig", "utf-8", "utf-16"):
        if encoding != "utf-16" or key == "html":
            (tmp_path / name).write_text(content, encoding)
            assert format_of(Source(path=tmp_path / name)).key == key


@pytest.mark.parametrize("content", [b"", b"not json\n", b"[1]\n", b"\xff\xfe\x00", b"\n\n"])
def test_what_cannot_be_told_is_left_to_the_native_reader(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(content)
    assert format_of(Source(path=file)).key == "jsonl"


def test_a_missing_file_is_told_by_its_name(tmp_path: Path) -> None:
    assert format_of(Source(path=tmp_path / "gone.jsonl")).key == "jsonl"
    assert format_of(Source(path=tmp_path / "gone.txt")).key == "text"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_table_of_spans_is_told_in_what_excel_saves_it(encoding: str, tmp_path: Path) -> None:
    file = tmp_path / "a.tsv"
    file.write_text("article\tstart\tend\tlabel\ttext\tarticle_text\r\n", encoding=encoding)
    assert format_of(Source(path=file)).key == "spans_tsv"
