"""CoNLL in rows: the bytes of each policy, what a training script reads, and what is reported."""

from __future__ import annotations

import io
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest
from awkward import awkward_documents, make_article, mark, mark_at
from camel_tools.tokenizers.word import simple_word_tokenize
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.edges import is_unseen, tidy
from annotator.core.annotation import Annotation
from annotator.core.article import Article
from annotator.errors import UserError
from annotator.formats.label_toml import default_labels
from annotator.formats.loss import LossReport, Reason
from annotator.formats.options import Clitics, ExportOptions, Nesting, Scheme
from annotator.formats.registry import format_named

GOLDEN = Path(__file__).parent / "golden"
Documents = list[tuple[Article, list[Annotation]]]
Sentence = list[tuple[str, str]]


def chosen(key: str, clitics: Any = None, nesting: Any = None, scheme: Any = None) -> ExportOptions:
    return format_named(key).options(clitics=clitics, nesting=nesting, scheme=scheme)


def written(key: str, documents: Documents, *options: Any) -> tuple[bytes, LossReport]:
    """`options` are clitics, nesting and scheme, as far as the format's own are not meant."""
    out, report = io.BytesIO(), LossReport(key)
    form = format_named(key)
    assert form.write is not None
    form.write(documents, out, default_labels(), chosen(key, *options), report)
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


POLICIES = [
    ("conll2002", Clitics.STRICT, Nesting.INNERMOST, Scheme.IOB1),
    ("conll2002", Clitics.SPLIT, Nesting.PRIORITY, Scheme.BIOES),
    ("conll2002", Clitics.SEGMENT, Nesting.OUTERMOST, Scheme.IO),
    ("conll2003", Clitics.SPLIT, Nesting.COLUMNS, Scheme.IOB2),
    ("conll_nested", Clitics.SPLIT, Nesting.COLUMNS, Scheme.IOB2),
    ("conllu_plus", Clitics.RANGE, Nesting.COLUMNS, Scheme.IOB2),
]


@pytest.mark.parametrize(("key", "clitics", "nesting", "scheme"), POLICIES)
def test_the_golden_file_of_each_policy_and_its_report(
    key: str, clitics: Clitics, nesting: Nesting, scheme: Scheme
) -> None:
    data, report = written(key, awkward_documents(), clitics, nesting, scheme)
    said = io.StringIO()
    with report:
        report.write_text(said)
    name = f"awkward.{key}.{clitics}.{nesting}.{scheme}"
    assert data == (GOLDEN / f"{name}{format_named(key).suffixes[0]}").read_bytes()
    assert said.getvalue() == (GOLDEN / f"{name}.loss.txt").read_text("utf-8")


@pytest.mark.parametrize("key", ["conll2002", "conll2003", "conll_nested", "conllu_plus"])
def test_pieces_in_columns_lose_nothing(key: str) -> None:
    cutting = Clitics.RANGE if key == "conllu_plus" else Clitics.SPLIT
    with written(key, awkward_documents(), cutting, Nesting.COLUMNS)[1] as report:
        assert (report.spans, report.total) == (19, 0)


def test_all_rows_have_the_columns_of_the_deepest_article() -> None:
    data, report = written("conll_nested", awkward_documents())
    report.close()
    assert {len(line.split("\t")) for line in data.decode().split("\n") if line} == {4}


@pytest.mark.parametrize(
    ("key", "options"),
    [
        ("jsonl", (Clitics.WHOLE,)),
        ("conll2003", (Clitics.RANGE,)),
        ("conll_nested", (None, Nesting.OUTERMOST)),
        ("hugging_face", (None, Nesting.COLUMNS)),
        ("doccano", (None, None, Scheme.IOB2)),
    ],
)
def test_an_option_without_effect_in_a_format_is_refused(key: str, options: Any) -> None:
    with pytest.raises(UserError, match=f"{key} has no"):
        chosen(key, *options)


def test_every_piece_of_a_token_but_its_last_is_marked() -> None:
    article = make_article("وبالحسكة + مدينتها")
    marks = [mark(article, "الحسكة", "location"), mark(article, "مدينت", "location")]
    data, report = written("conll2002", [(article, marks)], Clitics.SPLIT)
    report.close()
    assert data.decode() == "وب+ O\nالحسكة B-location\n+ O\nمدينت+ B-location\nها O\n\n"


def test_no_row_is_of_a_mark_that_nobody_sees() -> None:
    """It stays with the letters before it, or with those behind it at the token's beginning."""
    article = make_article("و\u200fالسجن\u200f و\u200eه \u200fحمص")
    marks = [mark(article, "السجن", "location"), mark(article, "حمص", "location")]
    marks += [mark(article, "ه", "actor")]
    data, report = written("conll2002", [(article, marks)], Clitics.SPLIT)
    with report:
        assert report.total == 0
    assert data.decode() == (
        "و\u200f+ O\nالسجن\u200f B-location\nو\u200e+ O\nه B-actor\n\u200fحمص B-location\n\n"
    )
    for key in ("conll2003", "conll_nested"):
        whole = written(key, [(article, marks[1:2])], Clitics.STRICT)[1]
        with whole:
            assert whole.total == 0


def test_segments_are_cut_without_regard_to_spans() -> None:
    article = make_article("وبالحسكة والقامشلي")
    marks = [mark(article, "الحسكة", "location"), mark(article, "القامش", "location")]
    data, report = written("conll2002", [(article, marks)], Clitics.SEGMENT)
    with report:
        assert data.decode() == "و+ O\nب+ O\nالحسكة B-location\nو+ O\nالقامشلي B-location\n\n"
        assert [loss.written for loss in report.losses()] == ["القامشلي"]


def test_the_golden_loss_report_byte_for_byte() -> None:
    _, report = written("conll2003", awkward_documents())
    out = io.StringIO()
    with report:
        report.write_text(out)
    assert out.getvalue() == (GOLDEN / "awkward.conll2003.loss.txt").read_text("utf-8")


def test_every_article_begins_with_docstart_and_a_blank_line() -> None:
    data, report = written("conll2003", awkward_documents())
    with report:
        assert data.startswith(b"-DOCSTART- -X- O O\n\n")
        assert data.count(b"-DOCSTART- -X- O O\n\n") == len(awkward_documents())
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
        assert data == b"-DOCSTART- -X- O O\n\n"


def test_nothing_is_held_but_the_label_and_that_is_said() -> None:
    _, report = written("conll2002", awkward_documents())
    with report:
        not_held = report.totals()["not_held"]
    assert not_held["attributes"] == 7
    assert not_held["notes"] == not_held["review"] == 1


def unmarked(form: str) -> str:
    """The letters of a row, without the mark of a token that goes on."""
    return form[:-1] if form.endswith("+") and form != "+" else form


def read_pieces(rows: Sentence) -> list[tuple[str, int, int]]:
    """The label of each span, and its place in the letters of the text without white space."""
    at = [0, *accumulate(len(unmarked(form)) for form, _ in rows)]
    return [(label, at[first], at[last]) for label, first, last in spans(rows)]


INVISIBLE = "\u064e\u0640\u200f\u200c\u200b\ufeff\u2060\x07"
BLANK = "\u00a0\x1c\x0b \t\n"
letters = st.sampled_from(INVISIBLE + BLANK + 'سجنلا.،؟!«»"(3٣🙏🏽a-#+')


def drawn_marks(article: Article, data: st.DataObject, edges: list[int]) -> list[Annotation]:
    """A few annotations of any shape between `edges`, in reading order."""
    marks = {}
    for number in range(data.draw(st.integers(0, 4))):
        start, end = sorted(data.draw(st.sets(st.sampled_from(edges), min_size=2, max_size=2)))
        label = data.draw(st.sampled_from(["actor", "location", "source"]))
        marks[start, end, label] = mark_at(article, start, end, label, number + 1)
    return sorted(marks.values(), key=lambda m: (m.start, -m.end))


def seen(text: str) -> int:
    """How many characters of it are read: what an edge can be told by."""
    return sum(not is_unseen(character) for character in text)


@given(st.text(letters, min_size=2, max_size=40), st.data())
def test_what_is_split_in_columns_comes_back_letter_for_letter(
    text: str, data: st.DataObject
) -> None:
    article = make_article(text)
    marks = drawn_marks(article, data, list(range(len(text) + 1)))
    legal = [m for m in marks if tidy(text, m.start, m.end) == m.span]
    out, report = written("conll2002", [(article, legal)], Clitics.SPLIT, Nesting.COLUMNS)
    with report:
        assert report.total == 0
    lines = [line.split(" ") for line in out.decode().split("\n") if line]
    found = [
        span
        for column in range(1, len(lines[0]) if lines else 1)
        for span in read_pieces([(line[0], line[column]) for line in lines])
    ]
    rows = [unmarked(line[0]) for line in lines]
    letters_only = "".join(rows)
    assert letters_only == "".join(text.split())
    assert sorted(
        (label, seen(letters_only[:start]), seen(letters_only[:end])) for label, start, end in found
    ) == sorted((m.label, seen(text[: m.start]), seen(text[: m.end])) for m in legal)


@given(st.text(letters, min_size=1, max_size=40), st.data())
def test_what_a_reader_finds_is_what_the_report_says(text: str, data: st.DataObject) -> None:
    article = make_article(text)
    marks = drawn_marks(article, data, list(range(len(text) + 1)))
    out, report = written("conll2003", [(article, marks)])
    with report:
        rows = sentences(out, 4)
        assert [token for row in rows for token, _ in row] == simple_word_tokenize(text)
        found = [span for row in rows for span in spans(row)]
        assert len(found) == len(marks) - report.lost
        assert all(
            loss.winner is not None
            or loss.reason in (Reason.INSIDE_TOKEN, Reason.BLANK_EDGE, Reason.NO_TOKEN)
            for loss in report.losses()
        )
