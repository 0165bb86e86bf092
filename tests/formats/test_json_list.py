"""What is written as lines of JSON is read just so from a JSON list of the same, and from objects
that are laid out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from awkward import awkward_documents
from standoff import GOLDEN, Made, as_read, read, triples, written

from annotator.errors import DataError
from annotator.formats.article import Source
from annotator.formats.registry import format_of

LINES = ("jsonl", "doccano", "prodigy", "spacy_json")
LAYOUTS: dict[str, Callable[[list[object]], str]] = {
    "one line": lambda rows: json.dumps(rows, ensure_ascii=False),
    "in escapes": lambda rows: "\ufeff" + json.dumps(rows),
    "laid out": lambda rows: json.dumps(rows, ensure_ascii=False, indent=2) + "\n",
    "objects laid out": lambda rows: "\n".join(json.dumps(row, indent=1) for row in rows),
}


def rows_of(key: str, made: Made) -> list[object]:
    return [json.loads(line) for line in written(key, made)[0].split(b"\n") if line]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("key", LINES)
def test_a_list_of_what_is_written_as_lines_is_read_as_the_lines_are(
    key: str, layout: str, tmp_path: Path
) -> None:
    made = awkward_documents()
    file = tmp_path / "a.json"
    file.write_text(LAYOUTS[layout](rows_of(key, made)), "utf-8")
    assert format_of(Source(path=file)).key == key
    articles = read(key, file.read_text("utf-8"))
    assert [(article.text, triples(article)) for article in articles] == as_read(made)


def test_what_is_wrong_in_a_list_is_told_with_the_line_of_its_item() -> None:
    golden = (GOLDEN / "awkward.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in golden]
    rows[1]["spans"][0]["end"] = 10_000
    text = json.dumps(rows, indent=1)
    line = text[: text.index(f'"id": "{rows[1]["id"]}"')].count("\n")
    with pytest.raises(DataError, match="is not a range") as caught:
        read("jsonl", text)
    assert caught.value.line == line
    broken = "[\n" + ",\n".join(golden)
    with pytest.raises(DataError, match="not valid JSON") as caught:
        read("jsonl", broken)
    assert caught.value.line == len(golden) + 1


def test_an_empty_list_has_no_article() -> None:
    for key in LINES:
        with pytest.raises(DataError, match="no article"):
            read(key, " [ ]\n")
