"""brat: the bytes, both ways, what brat itself writes, and every refusal."""

from __future__ import annotations

from pathlib import Path

import pytest
from awkward import awkward_documents, make_article, mark
from standoff import (
    Made,
    as_read,
    golden_files,
    read_files,
    triples,
    written_files,
)

from annotator.core.annotation import AttributeValue
from annotator.errors import DataError, UserError
from annotator.formats.article import ImportedArticle
from annotator.formats.loss import NotHeld
from annotator.ops.import_plan import plan_import

TEXT = "قال 🙏🏽 زيد\nأمس"


def read_pair(ann: str, text: str | bytes = TEXT) -> ImportedArticle:
    data = text if isinstance(text, bytes) else text.encode()
    (article,) = read_files("brat", {"a.txt": data, "a.ann": ann.encode()})
    return article


def test_the_golden_files_byte_for_byte() -> None:
    assert written_files("brat", awkward_documents())[0] == golden_files("awkward.brat")


def test_the_golden_files_are_read_back_with_notes_and_attributes() -> None:
    made = awkward_documents()
    back = read_files("brat", golden_files("awkward.brat"))
    assert [(a.text, triples(a)) for a in back] == as_read(made)
    assert [(s.attributes, s.note) for a in back for s in a.spans] == [
        (m.attributes, m.note) for _, marks in made for m in marks
    ]
    assert not any(a.repairs.joined_spans for a in back)


def test_what_brat_has_no_place_for_is_counted() -> None:
    _, report = written_files("brat", awkward_documents())
    assert (report.total, report.not_held[NotHeld.REVIEW]) == (0, 1)
    assert report.not_held[NotHeld.NOTES] == report.not_held[NotHeld.ATTRIBUTES] == 0


@pytest.mark.parametrize(
    "value",
    [
        *("شخص واحد", "", " ", "1", "true", "[1]", '"', "a\tb\nc\u2028d\x85", "\\n", "NaN", "null"),
        *(0, -1.5, [1, 2.5], True, False),
    ],
)
def test_a_value_is_read_back_as_it_was(value: AttributeValue) -> None:
    article = make_article(TEXT)
    note = value if isinstance(value, str) else ""
    made: Made = [(article, [mark(article, "زيد", "actor", attributes={"v": value}, note=note)])]
    (back,) = read_files("brat", written_files("brat", made)[0])
    (span,) = back.spans
    assert (span.attributes, span.note) == ({"v": value}, note)
    assert type(span.attributes["v"]) is type(value)


def test_pieces_parted_by_words_are_joined_and_that_is_said() -> None:
    article = read_pair("T1\tactor 0 3;7 10\tقال زيد\nT2\tactor 7 10;11 14\tزيد أمس\n")
    assert triples(article) == [(0, 10, "actor"), (7, 14, "actor")]
    assert article.repairs.joined_spans == 1


def test_relations_and_events_are_left_out_and_that_is_said() -> None:
    article = read_pair(
        "T1\tactor 0 3\tقال\nT2\tSay 7 10\tزيد\nE1\tSay:T2 Who:T1\nR1\tOf Arg1:T1 Arg2:T2\n"
        "*\tEquiv T1 T2\nN1\tReference T1 Wikipedia:1\tقال\n#1\tNormalizer T1\tx\n"
        "A1\tNegation E1\n#2\tAnnotatorNotes E1\tx\n#3\tAnnotatorNotes T1\tملاحظة «أ»\n\n"
    )
    assert triples(article) == [(0, 3, "actor"), (7, 10, "Say")]
    assert article.spans[0].note == "ملاحظة «أ»"
    assert article.repairs.unknown_keys == {
        "relations", "equivalences", "events", "normalizations", "Normalizer",
        "attributes of events and relations", "notes on events and relations",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "ann"),
    [
        (TEXT.replace("\n", "\r\n").encode(), "T1\tactor 12 15\tأمس\n"),
        (TEXT.replace("\n", "\r\n").encode(), "T1\tactor 11 14\tأمس\r\n"),
        (TEXT.encode("utf-8-sig"), "T1\tactor 11 14\tأمس\n"),
        (TEXT.encode("utf-8-sig"), "T1\tactor 12 15\tأمس\n"),
    ],
)
def test_windows_line_ends_and_marks_are_counted_as_the_file_does(text: bytes, ann: str) -> None:
    article = read_pair(ann, text)
    assert (article.text, triples(article)) == (TEXT, [(11, 14, "actor")])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("T2\tactor 0 99", "The span 0–99 is not a range"),
        ("T2\tactor 3 3\t", "The span 3–3 is not a range"),
        ("T2\tactor 5 8\tزيد", "covers “🏽 ز”, not “زيد”"),
        ("T2\tactor 7 8;9 10\tزيد", "The span 7–10 covers “ز د”, not “زيد”"),
        ("T1\tactor 7 10\tزيد", "The id T1 was given on line 1 already."),
        ("T2 actor 7 10 زيد", "This is not a line of brat's."),
        ("T2\tactor 7\tزيد", "This is not a line of brat's."),
        (f"T2\tactor 7 {'1' * 5000}\tزيد", "This is not a line of brat's."),
        ("A1\tkind", "This is not a line of brat's."),
        ("#1\tAnnotatorNotes", "This is not a line of brat's."),
        ("زيد", "This is not a line of brat's."),
    ],
)
def test_a_bad_line_is_named(line: str, said: str) -> None:
    with pytest.raises(DataError) as caught:
        read_pair(f"T1\tactor 0 3\tقال\n\n{line}\n")
    assert caught.value.line == 3
    assert said in str(caught.value)


def test_spans_without_their_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.ann").write_text("T1\tactor 0 3\tقال\n")
    with pytest.raises(UserError, match=r"a\.txt is missing"):
        read_files("brat", {"a.ann": b""})
    (item,) = plan_import(tmp_path).items
    assert "a.txt is missing" in str(item.error)


def test_a_folder_gives_each_text_once(tmp_path: Path) -> None:
    for name, data in (golden_files("awkward.brat") | {"خبر.txt": "وحده".encode()}).items():
        (tmp_path / name).write_bytes(data)
    plan = plan_import(tmp_path)
    assert [(i.path.suffix, i.format, i.articles, i.error) for i in plan.items] == [
        (".ann", "brat", 1, None)
    ] * 4 + [(".txt", "text", 1, None)]
    chosen = plan_import([tmp_path / "00001-a.txt", tmp_path / "00001-a.ann"])
    assert [item.path.name for item in chosen.items] == ["00001-a.ann"]


def test_a_line_break_that_is_a_blank_in_the_covered_text_is_the_same() -> None:
    """As programs write that have no pieces: their line has no room for the break."""
    for text in (TEXT, TEXT.replace("\n", "\r\n")):
        article = read_pair("T1\tactor 7 14\tزيد أمس\n", text.encode())
        assert triples(article) == [(7, 14, "actor")]


def test_several_notes_on_a_span_are_one_and_a_second_value_is_named() -> None:
    article = read_pair(
        "T1\tactor 0 3\tقال\nA1\tkind T1 a\nA2\tkind T1 b\nA3\tkind T1 a\n"
        "#1\tAnnotatorNotes T1\tأولى\n#2\tAnnotatorNotes T1\tثانية\n"
    )
    (span,) = article.spans
    assert (span.note, span.attributes) == ("أولى\nثانية", {"kind": "a"})
    assert article.repairs.unknown_keys == {"second values of attributes"}


def test_offsets_in_utf_16_are_read_where_only_these_fit() -> None:
    """INCEpTION writes brat so: 🙏🏽 are four of Java's units."""
    article = read_pair("T1\tactor 9 12\tزيد\nT2\tdate 13 16\tأمس\n")
    assert triples(article) == [(7, 10, "actor"), (11, 14, "date")]
    with pytest.raises(DataError, match="The span 9–12 covers"):
        read_pair("T1\tactor 9 12\tزيد\nT2\tdate 11 14\tأمس\n")


def test_utf_16_is_told_by_a_span_up_to_the_end_whose_emoji_is_the_first() -> None:
    article = read_pair("T1\tactor 4 12\tزيد 🙏🏽\n", "قال زيد 🙏🏽")
    assert triples(article) == [(4, 10, "actor")]
    with pytest.raises(DataError, match="4–12 is not a range"):  # nothing tells in what it counts
        read_pair("T1\tactor 4 12\n", "قال زيد 🙏🏽")


def test_blanks_behind_the_covered_text_are_none_of_it() -> None:
    assert triples(read_pair("T1\tactor 7 10\tزيد\t \n")) == [(7, 10, "actor")]
    with pytest.raises(DataError, match="covers “زيد”, not “زيد عمرو”"):
        read_pair("T1\tactor 7 10\tزيد عمرو\n")


def test_what_cannot_be_seen_is_shown_where_texts_differ_in_nothing_else() -> None:
    with pytest.raises(DataError, match=r"covers “قال\\u00a0زيد”, not “قال زيد”"):
        read_pair("T1\tactor 0 7\tقال زيد\n", "قال\u00a0زيد")
