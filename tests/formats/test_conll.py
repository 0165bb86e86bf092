"""CoNLL-2002 and CoNLL-2003: the bytes, what a training script reads, and what is reported."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from awkward import awkward_documents, make_article, mark, mark_at
from camel_tools.tokenizers.word import simple_word_tokenize
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotation import Annotation
from annotator.core.article import Article
from annotator.formats.label_toml import default_labels
from annotator.formats.loss import LossReport, Reason
from annotator.formats.registry import format_named

GOLDEN = Path(__file__).parent / "golden"
Documents = list[tuple[Article, list[Annotation]]]
Sentence = list[tuple[str, str]]


def written(key: str, documents: Documents) -> tuple[bytes, LossReport]:
    out, report = io.BytesIO(), LossReport(key)
    form = format_named(key)
    assert form.write is not None
    form.write(documents, out, default_labels(), form.choices.defaults(), report)
    return out.getvalue(), report


def sentences(data: bytes, columns: int) -> list[Sentence]:
    """What a training script makes of the file: it splits at LF, at blank lines, at blanks."""
    found: list[Sentence] = [[]]
    for line in data.decode("utf-8").split("\n"):
        if not line.strip() or line.startswith("-DOCSTART-"):
            found.append([])
            continue
        row = line.split()
        assert len(row) == columns, line
        found[-1].append((row[0], row[-1]))
    return [sentence for sentence in found if sentence]


def spans(rows: Sentence) -> list[tuple[str, int, int]]:
    """The label and half-open token range of each span; refuses what is not IOB2."""
    found: list[tuple[str, int, int]] = []
    for index, (_, tag) in enumerate(rows):
        if tag.startswith("B-"):
            found.append((tag[2:], index, index + 1))
        elif tag.startswith("I-"):
            label, start, end = found.pop()
            assert (label, end) == (tag[2:], index), "an I- that goes on from nothing"
            found.append((label, start, index + 1))
        else:
            assert tag == "O"
    return found


@pytest.mark.parametrize("key", ["conll2002", "conll2003"])
def test_the_golden_file_byte_for_byte(key: str) -> None:
    data, report = written(key, awkward_documents())
    with report:
        assert data == (GOLDEN / f"awkward.{key}.conll").read_bytes()


def test_the_golden_loss_report_byte_for_byte() -> None:
    _, report = written("conll2003", awkward_documents())
    out = io.StringIO()
    with report:
        report.write_text(out)
    assert out.getvalue() == (GOLDEN / "awkward.conll2003.loss.txt").read_text("utf-8")


def test_every_article_begins_with_docstart_and_a_blank_line() -> None:
    data, report = written("conll2003", awkward_documents())
    with report:
        assert data.startswith(b"-DOCSTART- -X- -X- O\n\n")
        assert data.count(b"-DOCSTART- -X- -X- O\n\n") == len(awkward_documents())
        assert b"\r" not in data
        assert data.endswith(b"\n\n")


@pytest.mark.parametrize(("key", "columns"), [("conll2002", 2), ("conll2003", 4)])
def test_the_tokens_are_those_of_camel_tools(key: str, columns: int) -> None:
    for article, marks in awkward_documents():
        data, report = written(key, [(article, marks)])
        with report:
            tokens = [token for rows in sentences(data, columns) for token, _ in rows]
            assert tokens == simple_word_tokenize(article.text)


def test_a_span_over_a_sentence_end_stays_one_span() -> None:
    article = make_article("وصل إلى عمّان\nأمس. ثم عاد.")
    data, report = written("conll2002", [(article, [mark(article, "عمّان\nأمس", "location")])])
    with report:
        first, second = sentences(data, 2)
        assert spans(first) == [("location", 2, 4)]
        assert [token for token, _ in second] == ["ثم", "عاد", "."]
        assert (report.joined_sentences, report.total) == (1, 0)


def test_a_token_of_invisible_characters_is_written_and_counted() -> None:
    article = make_article("قال \u200f نعم")
    data, report = written("conll2002", [(article, [])])
    with report:
        assert data.decode() == "قال O\n\u200f O\nنعم O\n\n"
        assert (report.invisible_tokens, report.total) == (1, 0)


def test_an_article_without_tokens_writes_no_row() -> None:
    data, report = written("conll2003", [(make_article(" \n"), [])])
    with report:
        assert data == b"-DOCSTART- -X- -X- O\n\n"


def test_nothing_is_held_but_the_label_and_that_is_said() -> None:
    _, report = written("conll2002", awkward_documents())
    with report:
        not_held = report.totals()["not_held"]
    assert not_held["attributes"] == 7
    assert not_held["notes"] == not_held["review"] == 1


INVISIBLE = "\u064e\u0640\u200f\u200c\u200b\ufeff\u2060\x07"
BLANK = "\u00a0\x1c\x0b \t\n"
letters = st.sampled_from(INVISIBLE + BLANK + 'سجنلا.،؟!«»"(3٣🙏🏽a-#')


@given(st.text(letters, min_size=1, max_size=40), st.data())
def test_what_a_reader_finds_is_what_the_report_says(text: str, data: st.DataObject) -> None:
    article = make_article(text)
    marks = []
    for number in range(data.draw(st.integers(0, 4))):
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        label = data.draw(st.sampled_from(["actor", "location", "source"]))
        marks.append(mark_at(article, start, end, label, number + 1))
    marks = sorted(
        {(m.start, m.end, m.label): m for m in marks}.values(), key=lambda m: (m.start, -m.end)
    )
    out, report = written("conll2003", [(article, marks)])
    with report:
        rows = sentences(out, 4)
        assert [token for row in rows for token, _ in row] == simple_word_tokenize(text)
        found = [span for row in rows for span in spans(row)]
        assert len(found) == len(marks) - report.lost
        assert all(
            loss.winner is not None or loss.reason in (Reason.INSIDE_TOKEN, Reason.NO_TOKEN)
            for loss in report.losses()
        )
