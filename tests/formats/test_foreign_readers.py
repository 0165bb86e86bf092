"""Readers that are not ours find in our rows the tokens and the spans that were annotated.

spaCy's converter reads rows with one column of tags, `conllu` CoNLL-U Plus, `iobes` the tags of
every scheme, `pybrat` brat's files. Places are compared in the text without its white space, of
which rows hold none.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import conllu
import iobes
import pytest
from awkward import awkward_documents
from hypothesis import example, given, settings
from pybrat.parser import BratParser, Entity
from standoff import GOLDEN, Made, tidy_documents, written_files
from test_conll import written

from annotator.arabic.edges import is_unseen
from annotator.formats.loss import LossReport, LostSpan
from annotator.formats.options import Clitics, Nesting, Scheme

Place = tuple[str, int, int]  # label, and code points of the text without white space
FIRST = {"conll2002": 1, "conll2003": 3, "conll_nested": 1}  # the first column of tags
SCHEMES = {
    Scheme.IOB2: iobes.SpanEncoding.BIO,
    Scheme.IOB1: iobes.SpanEncoding.IOB,
    Scheme.BIOES: iobes.SpanEncoding.IOBES,
}


def bare(text: str) -> str:
    return "".join(text.split())


def seen(text: str) -> int:
    """How many of its characters are read; a mark that is not belongs to no span's edge."""
    return sum(not is_unseen(character) for character in text)


def places(made: Made, report: LossReport) -> list[Place]:
    """Where the annotations are, without those of which the report says that they are left out."""
    with report:
        lost = Counter((loss.article, loss.span) for loss in report.losses())
    found: list[Place] = []
    before = 0
    for article, marks in made:
        for mark in marks:
            entry = (article.uuid, LostSpan(mark.start, mark.end, mark.label, mark.text))
            if lost[entry]:
                lost[entry] -= 1  # of two alike one is written
            else:
                start = before + seen(article.text[: mark.start])
                found.append((mark.label, start, start + seen(mark.text)))
        before += seen(article.text)
    return sorted(found)


def starts_of(tokens: Iterable[str]) -> list[int]:
    """Where each token begins among the characters that are read, and where the last one ends."""
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + seen(token))
    return starts


def whole(form: str) -> str:
    """A row's letters in the text: without the mark of a piece."""
    return form[:-1] if len(form) > 1 and form.endswith("+") else form


def sentences(data: bytes) -> Iterator[list[list[str]]]:
    """Rows of cells, sentence by sentence, as any script splits them."""
    for block in data.decode("utf-8").split("\n\n"):
        rows = [line.split("\t" if "\t" in line else " ") for line in block.split("\n") if line]
        if rows and rows[0][0] != "-DOCSTART-":
            yield rows


def read_by_iobes(data: bytes, scheme: Scheme, first: int) -> tuple[str, list[Place]]:
    """The text without white space, and what each column of tags from `first` on says."""
    text, found = "", []
    for rows in sentences(data):
        starts = [seen(text) + start for start in starts_of(whole(row[0]) for row in rows)]
        text += "".join(whole(row[0]) for row in rows)
        for column in range(first, len(rows[0])):
            spans, errors = iobes.parse_spans_with_errors(
                [row[column] for row in rows], SCHEMES[scheme]
            )
            assert not errors
            found += [(span.type, starts[span.start], starts[span.end]) for span in spans]
    return text, sorted(found)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("key", FIRST)
@settings(deadline=None, max_examples=25)  # slow readers
@example(made=awkward_documents())
@given(made=tidy_documents().filter(bool))
def test_the_tags_of_every_column_are_the_spans(key: str, scheme: Scheme, made: Made) -> None:
    data, report = written(key, made, Clitics.SPLIT, Nesting.COLUMNS, scheme)
    text = "".join(bare(article.text) for article, _ in made)
    assert read_by_iobes(data, scheme, FIRST[key]) == (text, places(made, report))


def read_by_spacy(data: bytes) -> tuple[str, list[Place]]:
    from spacy.training.converters import conll_ner_to_docs

    text, found = "", []
    for doc in conll_ner_to_docs(data.decode("utf-8"), no_print=True):
        words = [whole(token.text) for token in doc]
        starts = [seen(text) + start for start in starts_of(words)]
        text += "".join(words)
        found += [(ent.label_, starts[ent.start], starts[ent.end]) for ent in doc.ents]
    return text, sorted(found)


@pytest.mark.parametrize("key", ["conll2002", "conll2003"])
@settings(deadline=None, max_examples=25)  # slow readers
@example(made=awkward_documents())
@given(made=tidy_documents().filter(bool))
def test_spacy_converts_the_rows(key: str, made: Made) -> None:
    data, report = written(key, made, Clitics.SPLIT, Nesting.OUTERMOST, Scheme.IOB2)
    text = "".join(bare(article.text) for article, _ in made)
    assert read_by_spacy(data) == (text, places(made, report))


def test_spacy_sees_the_border_between_articles() -> None:
    from spacy.training.converters import conll_ner_to_docs

    data, report = written("conll2003", awkward_documents())
    report.close()
    docs = conll_ner_to_docs(data.decode("utf-8"), no_print=True)
    assert len(list(docs)) == len(awkward_documents())


def unescaped(value: str) -> str:
    """What `SourceForm` spells."""
    return re.sub(r"\\[uU]([0-9A-F]{4,8})", lambda code: chr(int(code[1], 16)), value)


@settings(deadline=None, max_examples=25)  # slow readers
@example(made=awkward_documents())
@given(made=tidy_documents().filter(bool))
def test_conllu_reads_words_ranges_and_tags(made: Made) -> None:
    data, report = written("conllu_plus", made)
    report.close()
    assert report.total == 0
    texts = {article.uuid: article.text for article, _ in made}
    found: list[tuple[str, str, int, int]] = []
    read = conllu.parse(data.decode("utf-8"))
    for sentence in read:
        article, _, _ = sentence.metadata["sent_id"].rpartition("-")
        ranges = [tuple(map(int, row["misc"]["TokenRange"].split(":"))) for row in sentence]
        for row, (start, end) in zip(sentence, ranges, strict=True):
            source = row["misc"].get("SourceForm")
            form = row["form"] if source is None else unescaped(source)
            assert form == texts[article][start:end]
        words = [row for row in sentence if isinstance(row["id"], int)]
        places = [place for row, place in zip(sentence, ranges, strict=True) if row in words]
        for column in [name for name in sentence[0] if name.startswith("hashiya:ner")]:
            spans, errors = iobes.parse_spans_with_errors(
                [row[column] for row in words], iobes.SpanEncoding.BIO
            )
            assert not errors
            for span in spans:
                text, start, end = texts[article], places[span.start][0], places[span.end - 1][1]
                found.append((article, span.type, seen(text[:start]), seen(text[:end])))
    assert sorted(found) == sorted(
        (article.uuid, mark.label, seen(article.text[: mark.start]), seen(article.text[: mark.end]))
        for article, marks in made
        for mark in marks
    )
    assert "".join(sentence.serialize() for sentence in read) == data.decode("utf-8")


@settings(deadline=None, max_examples=25)  # slow readers
@example(made=awkward_documents())
@given(made=tidy_documents().filter(bool))
def test_pybrat_reads_texts_and_spans(made: Made) -> None:
    with TemporaryDirectory() as folder:
        for name, data in written_files("brat", made)[0].items():
            Path(folder, name).write_bytes(data)
        read = BratParser(error="ignore").parse(folder)  # it calls two spans in one place an error
    found = [
        (one.text, sorted((*_edges(each), each.type) for each in one.entities)) for one in read
    ]
    assert found == [
        (article.text, sorted((mark.start, mark.end, mark.label) for mark in marks))
        for article, marks in made
    ]


def _edges(entity: Entity) -> tuple[int, int]:
    """A span over line breaks is a piece for each line, as brat wants it."""
    return entity.spans[0].start, entity.spans[-1].end


def test_numbers_of_the_list_of_tags_are_the_tags() -> None:
    """As `datasets` reads a folder: a column of numbers whose names the card lists."""
    folder = GOLDEN / "awkward.hugging_face"
    names = json.loads((folder / "labels.json").read_text("utf-8"))
    lines = (folder / "train.json").read_text("utf-8").splitlines()
    for row in map(json.loads, lines):
        numbers = [names.index(tag) for tag in row["ner_tags"]]
        assert iobes.parse_spans([names[n] for n in numbers], iobes.SpanEncoding.BIO) == (
            iobes.parse_spans(row["ner_tags"], iobes.SpanEncoding.BIO)
        )
