"""Hugging Face token classification: the bytes, and that its rows are CoNLL's rows."""

from __future__ import annotations

import json

from awkward import awkward_documents, make_article, mark
from camel_tools.tokenizers.word import simple_word_tokenize
from hypothesis import given
from standoff import GOLDEN, Made, documents, golden_files, written, written_files


def rows(made: Made) -> list[dict[str, list[str]]]:
    return [json.loads(line) for line in written("hugging_face", made)[0].splitlines()]


def test_the_golden_file_byte_for_byte() -> None:
    data, _ = written("hugging_face", awkward_documents())
    assert data == (GOLDEN / "awkward.hugging_face.json").read_bytes()


def test_the_golden_data_set_byte_for_byte() -> None:
    files, report = written_files("hugging_face", awkward_documents())
    assert files == golden_files("awkward.hugging_face")
    assert files["train.json"] == (GOLDEN / "awkward.hugging_face.json").read_bytes()
    assert report.spans - report.lost == 15


def test_the_list_of_tags_has_every_tag_that_is_used() -> None:
    files, _ = written_files("hugging_face", awkward_documents())
    names = json.loads(files["labels.json"])
    used = {tag for row in rows(awkward_documents()) for tag in row["ner_tags"]}
    assert used <= set(names)
    assert names[0] == "O"
    card = files["README.md"].decode()
    assert [line.strip() for line in card.splitlines() if line.startswith("          '")] == [
        f"'{number}': {json.dumps(name)}" for number, name in enumerate(names)
    ]
    assert f"num_examples: {len(rows(awkward_documents()))}\n---\n" in card


def test_every_line_has_a_tag_for_each_token_and_nothing_else() -> None:
    for row in rows(awkward_documents()):
        assert list(row) == ["tokens", "ner_tags"]
        assert len(row["tokens"]) == len(row["ner_tags"]) > 0


def test_the_tokens_are_those_of_camel_tools() -> None:
    for document in awkward_documents():
        tokens = [token for row in rows([document]) for token in row["tokens"]]
        assert tokens == simple_word_tokenize(document[0].text)


@given(documents())
def test_sentences_tokens_and_tags_are_those_of_conll(made: Made) -> None:
    conll, told = written("conll2002", made)
    data, report = written("hugging_face", made)
    said = "".join(
        "".join(f"{token} {tag}\n" for token, tag in zip(*row.values(), strict=True)) + "\n"
        for row in map(json.loads, data.splitlines())
    )
    assert said == conll.decode()
    assert report.totals() | {"format": ""} == told.totals() | {"format": ""}


def test_a_span_over_a_sentence_end_stays_one_span() -> None:
    article = make_article("وصل إلى عمّان\nأمس. ثم عاد.")
    made: Made = [(article, [mark(article, "عمّان\nأمس", "location")])]
    first, second = rows(made)
    assert first["ner_tags"] == ["O", "O", "B-location", "I-location", "O"]
    assert second["tokens"] == ["ثم", "عاد", "."]


def test_an_article_without_tokens_writes_no_line() -> None:
    assert rows([(make_article(" \n"), [])]) == []
