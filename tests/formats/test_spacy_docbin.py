"""DocBin: spaCy loads it, nothing is lost in it, and spaCy takes our JSON lines too."""

from __future__ import annotations

import json
import zlib
from pathlib import Path
from typing import Any

import pytest
from awkward import awkward_documents, make_article, mark
from standoff import GOLDEN, Made, read_file, triples, written

from annotator.errors import DataError
from annotator.formats import spacy_docbin

spacy = pytest.importorskip("spacy", reason="spaCy, the extra “spacy”, is not installed")


def docs(made: Made) -> list[Any]:
    """What spaCy makes of the export."""
    from spacy.tokens import DocBin

    data, _ = written("spacy", made)
    return list(DocBin().from_bytes(data).get_docs(spacy.blank("ar").vocab))


def read_back(made: Made, folder: Path) -> list[tuple[str, list[tuple[int, int, str]]]]:
    file = folder / "a.spacy"
    file.write_bytes(written("spacy", made)[0])
    return [(article.text, sorted(triples(article))) for article in read_file("spacy", file)]


def test_every_span_is_in_the_group_and_those_apart_are_entities() -> None:
    for doc, (article, marks) in zip(docs(awkward_documents()), awkward_documents(), strict=True):
        assert doc.text == article.text
        found = [(s.text, s.label_) for s in doc.spans["sc"]]
        assert found == [(m.text, m.label) for m in marks]
    overlaps = docs(awkward_documents())[2]
    assert [e.text for e in overlaps.ents] == [
        "وزير خارجية الأردن",
        "النور في حمص",
        "عمّان\nأمس",
        "بين 3 و5 أشخاص",
    ]


def test_a_span_that_is_marked_twice_comes_back_twice(tmp_path: Path) -> None:
    article = make_article("وصل إلى حمص")
    twice = [mark(article, "حمص", "location"), mark(article, "حمص", "location", number=9)]
    ((_, spans),) = read_back([(article, twice)], tmp_path)
    assert spans == [(8, 11, "location")] * 2


def test_a_token_is_cut_at_the_edge_of_a_span() -> None:
    article = make_article("وصل  إلى\n بالحسكة أمس")
    (doc,) = docs([(article, [mark(article, "الحسكة", "location")])])
    words = [token.text for token in doc]
    assert words == ["وصل", " ", "إلى", "\n ", "ب", "الحسكة", "أمس"]


def test_spacy_takes_our_json_lines() -> None:
    nlp = spacy.blank("ar")
    for line in (GOLDEN / "awkward.spacy.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        doc = nlp.make_doc(row["text"])
        doc.spans["sc"] = [
            doc.char_span(start, end, label, alignment_mode="expand")
            for start, end, label in row["entities"]
        ]
        assert all(
            row["text"][start:end] in span.text
            for span, (start, end, _) in zip(doc.spans["sc"], row["entities"], strict=True)
        )


def test_what_spacy_made_is_read(tmp_path: Path) -> None:
    from spacy.tokens import DocBin

    doc = spacy.blank("ar")("قال 🙏🏽 زيد أمس")
    doc.ents = [doc.char_span(7, 10, "PER")]
    doc.spans["mine"] = [doc.char_span(7, 14, "X"), doc.char_span(7, 10, "PER")]
    DocBin(["ENT_TYPE", "ENT_IOB"], docs=[doc]).to_disk(tmp_path / "a.spacy")
    (article,) = read_file("spacy", tmp_path / "a.spacy")
    assert (article.text, triples(article)) == (doc.text, [(7, 14, "X"), (7, 10, "PER")])


@pytest.mark.parametrize("data", [b"", b"x", b"\x80", "خبر".encode()])
def test_what_is_no_docbin_is_refused(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.spacy").write_bytes(data)
    with pytest.raises(DataError, match="no DocBin"):
        read_file("spacy", tmp_path / "a.spacy")


def test_a_block_that_grows_without_end_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spacy_docbin, "_LARGEST_FILE", 1 << 20)
    (tmp_path / "a.spacy").write_bytes(zlib.compress(bytes(1 << 22)))
    with pytest.raises(DataError, match="too large"):
        read_file("spacy", tmp_path / "a.spacy")


def test_what_a_document_holds_besides_spans_is_left_out_and_that_is_said(tmp_path: Path) -> None:
    from spacy.tokens import DocBin, Span

    doc = spacy.blank("ar")("قال زيد أمس")
    doc.ents = [Span(doc, 1, 2, "PER", kb_id="Q1")]
    doc.cats, doc.user_data["source"] = {"سياسة": 1.0}, "وكالة"
    attributes = ["ENT_TYPE", "ENT_IOB", "ENT_KB_ID"]
    DocBin(attributes, store_user_data=True, docs=[doc]).to_disk(tmp_path / "a.spacy")
    (article,) = read_file("spacy", tmp_path / "a.spacy")
    assert article.repairs.unknown_keys == {"cats", "kb_id", "user_data"}


def test_a_docbin_without_a_document_is_refused(tmp_path: Path) -> None:
    from spacy.tokens import DocBin

    DocBin().to_disk(tmp_path / "a.spacy")
    with pytest.raises(DataError, match="no article in it"):
        read_file("spacy", tmp_path / "a.spacy")
