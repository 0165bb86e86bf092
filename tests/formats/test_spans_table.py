"""Tables of spans: the bytes, both ways, no formula for a spreadsheet, and every refusal."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from awkward import awkward_documents, make_article, mark
from standoff import (
    GOLDEN,
    Made,
    as_read,
    read,
    read_file,
    triples,
    written,
)

from annotator.core.article import Meta
from annotator.errors import DataError
from annotator.formats.article import Source
from annotator.formats.registry import format_of

HEAD = "article,start,end,label,text,article_text\n"
KEYS = [("spans_csv", "awkward.spans.csv"), ("spans_tsv", "awkward.spans.tsv")]


@pytest.mark.parametrize(("key", "name"), KEYS)
def test_the_golden_file_byte_for_byte(key: str, name: str) -> None:
    assert written(key, awkward_documents())[0] == (GOLDEN / name).read_bytes()


@pytest.mark.parametrize(("key", "name"), KEYS)
def test_the_golden_file_is_read_back_with_all_that_it_says(key: str, name: str) -> None:
    made = awkward_documents()
    back = read_file(key, GOLDEN / name)
    assert [(a.text, triples(a)) for a in back] == as_read(made)
    assert [(a.uuid, a.meta, a.status) for a in back] == [
        (a.uuid, a.meta, a.status) for a, _ in made
    ]
    assert [(s.id, s.attributes, s.note, s.review, s.origin) for a in back for s in a.spans] == [
        (m.id, m.attributes, m.note, m.review, m.origin) for _, marks in made for m in marks
    ]


@pytest.mark.parametrize("sign", ["=1+1", "+1", "-قال", "@x", "\t=1", "'=1", "''-", "＝1", "\n=1"])
def test_no_cell_is_a_formula_and_none_is_changed(sign: str) -> None:
    article = make_article(sign + " زيد", meta=Meta(title=sign, outlet=sign))
    made: Made = [(article, [mark(article, "زيد", "actor", note=sign)])]
    data, _ = written("spans_csv", made)
    cells = [cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))) for cell in row]
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r\n＝")]
    (back,) = read("spans_csv", data.decode())
    assert (back.text, back.meta.title, back.meta.outlet) == (article.text, sign, sign)
    assert back.spans[0].note == sign


@pytest.mark.parametrize("key", ["spans_csv", "spans_tsv"])
@pytest.mark.parametrize("end", ["\r", "\r\n", "\n", "\t"])
def test_no_break_in_a_cell_breaks_its_row(key: str, end: str) -> None:
    article = make_article("عاد زيد", meta=Meta(title=f"عنوان{end}آخر{end}"))
    data, _ = written(key, [(article, [mark(article, "زيد", "actor", note=f"أ{end}ب")])])
    (back,) = read(key, data.decode())
    assert (back.text, back.meta.title) == (article.text, article.meta.title)
    assert back.spans[0].note == f"أ{end}ب"


def test_an_apostrophe_that_guards_nothing_is_text() -> None:
    (article,) = read("spans_csv", HEAD + "1,0,4,x,'خبر,'خبر\n")
    assert (article.text, triples(article)) == ("'خبر", [(0, 4, "x")])


def test_a_table_that_somebody_made_is_read() -> None:
    (first, second) = read(
        "spans_csv",
        "label;end;start;article_text;article;mood\r\nactor;3;0;قال زيد;7;x\r\nactor;7;4;;7;\r\n"
        '\r\n;;;"خبر\nآخر";8;\r\n',
    )
    assert (first.text, triples(first)) == ("قال زيد", [(0, 3, "actor"), (4, 7, "actor")])
    assert first.repairs.unknown_keys == {"mood"}
    assert (second.text, second.spans, second.line) == ("خبر\nآخر", (), 5)


@pytest.mark.parametrize(
    ("rows", "line", "said"),
    [
        ('1,0,3,x,,"قال\nزيد"\n1,0,99,x,,\n', 4, "The span 0–99 is not a range"),
        ("1,0,3,x,,قال\n1,0,2,x,زيد,\n", 3, "covers “قا”, not “زيد”"),
        ("1,0,3,x,,قال\n1,a,2,x,,\n", 3, "“a” cannot stand in the column “start”."),
        ("1,0,3,x,,قال\n1,-1,2,x,,\n", 3, "“-1” cannot stand in the column “start”."),
        ("1,0,3,x,,قال\n2,,,,,خبر\n1,0,2,x,,\n", 4, "The rows of 1 from line 2 go on here."),
        ("1,0,3,x,,قال,,\n", 2, "The row has 8 cells for 6 columns."),
        ("1,0,3,x,,\n", 2, "no text"),
        ('1,0,3,x,,"قال\n', 2, "not a row of a table"),
        (f"1,0,3,x,,{'ن' * 32767}\n", 2, "where Excel cuts every cell"),
        ("1,0,3,x,,قال\n1,0,2,x,,قام\n", 3, "The rows of 1 from line 2 have another text."),
        (",0,3,x,,قال\n,0,2,x,,قام\n", 3, "have another text."),
        ("1,0,3,x,,قال\n1,0,2,,,\n", 3, "“” cannot stand in the column “label”."),
        ("1,0,3,x,,قال\n1,,,,قا,\n", 3, "“” cannot stand in the column “label”."),
        ("1,0.5,3,x,,قال\n", 2, "“0.5” cannot stand in the column “start”."),
    ],
)
def test_a_bad_row_is_named(rows: str, line: int, said: str) -> None:
    with pytest.raises(DataError) as caught:
        read("spans_csv", HEAD + rows)
    assert caught.value.line == line
    assert said in str(caught.value)


@pytest.mark.parametrize("text", ["", "article,start,end,label\n", "خبر\n"])
def test_a_table_without_its_columns_is_refused(text: str) -> None:
    with pytest.raises(DataError, match="“article"):
        read("spans_csv", text)


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        *(("attributes", "{"), ("attributes", "[]"), ("origin", "x"), ("id", "x")),
        ("review", "نعم"),
    ],
)
def test_a_bad_cell_is_refused_with_its_row(name: str, cell: str) -> None:
    text = f"article,start,end,label,{name},article_text\n\n1,0,3,x,{cell},قال\n"
    with pytest.raises(DataError) as caught:
        read("spans_csv", text)
    assert caught.value.line == 3


def test_what_pandas_and_spreadsheets_write_for_numbers_and_yes_and_no_is_read() -> None:
    """A column of numbers with an empty cell in it is one of fractions to pandas."""
    text = (
        "Article,Start,End,Label,review,Article_Text\n1,0.0,3.0,x,True,قال زيد\n"
        "1,4.0,7.0,x,FALSE,\n2,,,,,خبر\n"
    )
    (first, _) = read("spans_csv", text)
    assert triples(first) == [(0, 3, "x"), (4, 7, "x")]
    assert [span.review for span in first.spans] == [True, False]


def test_a_column_of_somebodys_own_beside_its_namesake_is_left_out_and_that_is_said() -> None:
    (article,) = read("spans_csv", "Note,note," + HEAD + "مراجعة,شك,1,0,3,x,,قال زيد\n")
    assert [span.note for span in article.spans] == ["شك"]
    (article,) = read("spans_csv", "note,Note," + HEAD + "شك,مراجعة,1,0,3,x,,قال زيد\n")
    assert [span.note for span in article.spans] == ["شك"]
    assert article.repairs.unknown_keys == {"Note"}


def test_the_text_may_stand_in_every_row() -> None:
    (article,) = read("spans_csv", HEAD + "1,0,3,x,,قال زيد\n1,4,7,x,,قال زيد\n")
    assert (article.text, triples(article)) == ("قال زيد", [(0, 3, "x"), (4, 7, "x")])


def test_an_empty_table_is_refused() -> None:
    with pytest.raises(DataError, match="There is no article in it"):
        read("spans_csv", HEAD)


@pytest.mark.parametrize(
    ("covered", "saved"),
    [("95.20 $", "95.2"), ("$78.4", "78.4"), ("130\u00a0$", "130"), ("9,000 $", "9000"),
     ("12%", "12.00%")],
)  # fmt: skip
def test_an_amount_that_a_spreadsheet_has_rewritten_is_the_same(covered: str, saved: str) -> None:
    """As LibreOffice Calc 7.4 saves the cells."""
    row = f"1,3,{3 + len(covered)},quantity,{saved},سعر {covered} أمس\n"
    with pytest.raises(DataError):
        read("spans_csv", HEAD + row)  # a letter off
    row = f'1,4,{4 + len(covered)},quantity,{saved},"سعر {covered} أمس"\n'
    (article,) = read("spans_csv", HEAD + row)
    assert triples(article) == [(4, 4 + len(covered), "quantity")]
    with pytest.raises(DataError):
        read("spans_csv", HEAD + row.replace(saved, f"{saved} دولار"))


def test_the_line_that_names_the_separator_is_none_of_the_table(tmp_path: Path) -> None:
    text = "sep=|\r\n" + HEAD.replace(",", "|") + "1|0|3|actor||قال؛\r\n1|0|99|actor||\r\n"
    file = tmp_path / "a.csv"
    for said in (text, text.title()):  # names in capitals
        file.write_text(said, encoding="utf-8")
        assert format_of(Source(path=file)).key == "spans_csv"
    with pytest.raises(DataError) as caught:
        read("spans_csv", text)
    assert caught.value.line == 4
    (article,) = read("spans_csv", text.replace("99", "4"))
    assert triples(article) == [(0, 3, "actor"), (0, 4, "actor")]


def test_columns_without_a_name_have_nothing_to_tell() -> None:
    (article,) = read("spans_csv", HEAD.strip() + ",,\n1,0,3,actor,,قال,,\n")
    assert not article.repairs.unknown_keys
