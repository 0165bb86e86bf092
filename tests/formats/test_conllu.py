"""CoNLL-U of other programs: text to the letter, names, and every refusal with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from standoff import read, triples

from annotator.errors import DataError
from annotator.formats.article import ImportedArticle, Source
from annotator.formats.registry import format_of


def row(number: str, form: str, misc: str = "_") -> str:
    return "\t".join([number, form, *"_______", misc]) + "\n"


def block(*rows: str, text: str | None = None, head: str = "") -> str:
    said = "" if text is None else f"# text = {text}\n"
    return head + said + "".join(rows) + "\n"


def one(text: str) -> ImportedArticle:
    (article,) = read("conllu", text)
    return article


def covered(article: ImportedArticle) -> list[tuple[str, str]]:
    return [(article.text[start:end], label) for start, end, label in triples(article)]


def test_space_after_is_kept_and_a_sentence_is_a_line() -> None:
    article = one(
        block(row("1", "قال", "SpaceAfter=No"), row("2", "،", "Gloss=x"), row("3", "نعم"))
        + block(row("1", "ثم"))
    )
    assert article.text == "قال، نعم\nثم"
    assert article.repairs.unknown_keys == {"MISC"}
    assert article.repairs.remarks == {}


def test_without_a_word_on_spacing_words_are_joined_by_rule_and_that_is_said() -> None:
    article = one(block(row("1", "قال"), row("2", "،"), row("3", "نعم")))
    assert article.text == "قال، نعم"
    assert list(article.repairs.remarks) == [
        "The spacing is not in the file: words were joined by rule"
    ]


def test_the_text_comment_tells_what_space_after_does_not() -> None:
    article = one(block(row("1", "قال"), row("2", "،"), row("3", "نعم"), text="قال،\u00a0نعم"))
    assert article.text == "قال،\u00a0نعم"


def test_spaces_after_and_before_are_exact() -> None:
    article = one(
        block(
            row("1", "قال", "SpacesAfter=\\s\\n\\p\\\\\\u00a0|SpacesBefore=\\t"),
            row("2", "نعم", "SpacesAfter=\\n\\n"),
        )
    )
    assert article.text == "\tقال \n|\\\u00a0نعم\n\n"


@pytest.mark.parametrize(
    "keys", [("TokenRange=5:8", "TokenRange=10:13"), ("start_char=5|end_char=8",) * 2]
)
def test_offsets_tell_the_spacing(keys: tuple[str, str]) -> None:
    second = keys[1].replace("start_char=5|end_char=8", "end_char=13|start_char=10")
    rows = row("1", "قال", keys[0]), row("2", "نعم", f"{second}|SpaceAfter=No")
    assert one(block(*rows)).text == "قال  نعم"


def test_a_range_stands_in_the_text_and_its_words_are_pieces_of_it() -> None:
    article = one(
        block(
            row("1-2", "بالحسكة", "SpaceAfter=No"),
            row("1", "ب"),
            row("2", "الحسكة", "ner=S-LOC"),
            row("3", ".", "SpaceAfter=No"),
            row("3.1", "محذوف"),
            text="بالحسكة.",
        )
    )
    assert article.text == "بالحسكة."
    assert covered(article) == [("الحسكة", "LOC")]
    assert article.repairs.unknown_keys == {"8.1"}


def test_words_that_are_not_letters_of_their_range_are_the_whole_of_it() -> None:
    article = one(
        block(
            row("1-2", "للحكومة", "SpaceAfter=No"),
            row("1", "ل"),
            row("2", "الحكومة", "NER=B-ORG"),
            row("3", "."),
        )
    )
    assert article.text == "للحكومة."
    assert covered(article) == [("للحكومة", "ORG")]
    assert article.repairs.remarks["Spans of a part of a word widened to it: {count}"] == 1


def test_a_name_on_a_range_is_its_own_where_its_words_have_none() -> None:
    """Stanza tags tokens, and writes what it says of them on the range."""
    words = row("1", "ب"), row("2", "الحسكة")
    article = one(
        block(row("1-2", "بالحسكة", "ner=S-LOC"), *words, row("3", "أمس", "ner=O"))
        + block(row("1-2", "بالحسكة", "ner=O"), words[0], row("2", "الحسكة", "ner=S-LOC"))
    )
    assert covered(article) == [("بالحسكة", "LOC"), ("الحسكة", "LOC")]
    assert not any("widened" in remark for remark in article.repairs.remarks)
    with pytest.raises(DataError, match="The words of the range 1-2"):
        one(block(row("1-2", "بالحسكة", "ner=S-LOC"), words[0]))


def test_blanks_inside_a_token_are_those_that_the_file_says() -> None:
    number = row("1", "10 000", "SpacesInToken=10\\u00a0000|TokenRange=0:6")
    article = one(block(number, row("2", "نازح", "TokenRange=7:11"), text="10 000 نازح"))
    assert (article.text, article.repairs.unknown_keys) == ("10\u00a0000 نازح ", frozenset())


def test_newdoc_begins_an_article_unless_it_names_the_one_that_is_read() -> None:
    uuid = "00000000-0000-0000-0000-000000000007"
    heads = ("# newdoc id = n1\n", "# newdoc id = n1\n", f"# newdoc id = {uuid}\n", "# newdoc\n")
    articles = read("conllu", "".join(block(row("1", "خبر"), head=head) for head in heads))
    assert [a.text for a in articles] == ["خبر\nخبر", "خبر", "خبر"]
    assert [a.meta.title for a in articles] == ["n1", "", ""]
    assert [a.uuid for a in articles] == ["", uuid, ""]


def test_paragraphs_are_lines_where_the_file_has_them() -> None:
    heads = ("# newpar\n", "", "# newpar id = p2\n")
    article = one("".join(block(row("1", "خبر"), head=head) for head in heads))
    assert article.text == "خبر خبر\nخبر"


def test_what_is_left_out_is_said() -> None:
    cells = ["1", "خبر", "خَبَر", "NOUN", "NN", "Case=Nom", "0", "root", "0:root", "_"]
    article = one("# sent_id = 1\n# text_en = News\n" + "\t".join(cells) + "\n\n")
    assert article.repairs.unknown_keys == {
        "LEMMA", "UPOS", "XPOS", "FEATS", "HEAD", "DEPREL", "DEPS", "# text_en",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        (block(row("1", "قال"), text="قالت"), 1, 13, "“# text” is not what its words say"),
        (block(row("1", "قال"), row("2", "نعم"), text="قال"), 1, 13, "at “نعم”"),
        (
            block(row("1", "قال", "SpaceAfter=No"), row("2", "نعم"), text="قال نعم"),
            1, 13, "“# text” is not what its words say",
        ),
        (block(row("1", "قال"), row("3", "نعم")), 2, 1, "“3” is not the number"),
        (block(row("x", "قال")), 1, 1, "“x” is not the number"),
        (block(row("1-2", "قال"), row("1", "قا")), 1, 1, "The words of the range 1-2"),
        (block(row("2-1", "قال")), 1, 1, "“2-1” is not the number"),
        (block(row("1", "")), 1, 3, "There is no token"),
        ("1 قال\n\n", 1, None, "1 columns where the others have 10"),
        (block(row("1", "قال", "TokenRange=0:4")), 1, None, "“قال” does not stand at 0:4"),
        (
            block(row("1", "قا", "TokenRange=0:2"), row("2", "ل", "TokenRange=1:2")),
            2, None, "does not stand at 1:2",
        ),
        (
            block(row("1", "ق", "SpaceAfter=No|TokenRange=0:1"), row("2", "ل", "TokenRange=2:3")),
            2, None, "does not stand at 2:3",
        ),
        ("# newdoc\n\n", None, None, "There is no article in it"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_place(
    text: str, line: int | None, column: int | None, said: str
) -> None:
    with pytest.raises(DataError) as caught:
        read("conllu", text)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert said in str(caught.value)


@pytest.mark.parametrize("name", ["a.conllu", "a.conll", "a.CONLLU"])
def test_it_is_told_by_its_ending_or_its_ten_columns(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("\n# sent_id = 1\n" + block(row("1", "قال")), "utf-8")
    assert format_of(Source(path=tmp_path / name)).key == "conllu"


def test_columns_named_in_another_line_than_the_first_are_a_comment(tmp_path: Path) -> None:
    names = "# global.columns = ID FORM LEMMA UPOS XPOS FEATS HEAD DEPREL DEPS MISC\n"
    (tmp_path / "a.conll").write_text("# newdoc\n" + names + block(row("1", "قال")), "utf-8")
    assert format_of(Source(path=tmp_path / "a.conll")).key == "conllu"


def test_parts_of_speech_like_those_of_padt_are_no_tags_of_names(tmp_path: Path) -> None:
    cells = ["1", "نعم", "نَعَم", "INTJ", "I---------", *"_____"]
    (tmp_path / "a.conll").write_text("\t".join(cells) + "\n\n", "utf-8")
    assert format_of(Source(path=tmp_path / "a.conll")).key == "conllu"


def test_a_sentence_may_begin_with_a_word_that_is_not_there(tmp_path: Path) -> None:
    text = block(row("0.1", "_"), row("1", "قال"))
    (tmp_path / "a.conllu").write_text(text, "utf-8")
    assert format_of(Source(path=tmp_path / "a.conllu")).key == "conllu"
    assert one(text).text == "قال"


@pytest.mark.parametrize("text", ["", "1 قال _ _ _ _ _ _ _ _\n\n", "# text = قال\n1\tقال\n"])
def test_what_is_wrong_with_it_is_not_said_of_conllu_plus(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.conllu").write_text(text, "utf-8")
    assert format_of(Source(path=tmp_path / "a.conllu")).key == "conllu"
