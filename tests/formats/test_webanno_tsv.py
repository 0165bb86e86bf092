"""WebAnno TSV 3.3: the bytes, both ways, what INCEpTION itself writes, and every refusal."""

from __future__ import annotations

import pytest
from awkward import awkward_documents, make_article, mark_at
from standoff import (
    Made,
    golden_files,
    read,
    read_files,
    triples,
    written_files,
)

from annotator.errors import DataError
from annotator.formats.loss import NotHeld, Reason

HEAD = (
    "#FORMAT=WebAnno TSV 3.3\n"
    "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value\n\n\n"
)
SENTENCE = (
    "#Text=قال 🙏🏽 زيد\n"
    "1-1\t0-3\tقال\t_\t_\t\n"
    "1-2\t4-8\t🙏🏽\t*[1]\t{}\t\n"
    "1-3\t9-12\tزيد\t*[1]|*\t{}\t\n"
)


def written_text(made: Made) -> str:
    (data,) = written_files("webanno_tsv", made)[0].values()
    return data.decode()


def test_the_golden_files_byte_for_byte() -> None:
    assert written_files("webanno_tsv", awkward_documents())[0] == golden_files(
        "awkward.webanno_tsv"
    )


def test_blanks_before_the_first_token_become_spaces_and_that_is_counted() -> None:
    article = make_article("\n\t قال زيد")
    files, report = written_files("webanno_tsv", [(article, [mark_at(article, 7, 10, "actor", 1)])])
    assert report.not_held[NotHeld.FIRST_BLANKS] == 1
    (back,) = read_files("webanno_tsv", files)
    assert (back.text, triples(back)) == ("   قال زيد", [(7, 10, "actor")])


def test_a_span_of_nothing_but_blanks_is_reported() -> None:
    article = make_article("قال زيد")
    _, report = written_files("webanno_tsv", [(article, [mark_at(article, 3, 4, "actor", 1)])])
    assert report.reasons[Reason.NO_TOKEN] == 1


def test_letters_of_the_format_in_a_label_are_escaped() -> None:
    article = make_article("قال زيد")
    label = "_a|b[1]\\->;*"
    text = written_text([(article, [mark_at(article, 0, 3, label, 1)])])
    assert "\t\\_a\\|b\\[1\\]\\\\\\->\\;\\*\t\n" in text
    (back,) = read("webanno_tsv", text)
    assert triples(back) == [(0, 3, label)]


def test_no_sentence_ends_inside_a_span() -> None:
    article = make_article("وصل إلى عمّان\nأمس. ثم عاد.")
    files, report = written_files(
        "webanno_tsv", [(article, [mark_at(article, 8, 17, "location", 1)])]
    )
    assert report.joined_sentences == 1
    assert b"\n2-1\t" in next(iter(files.values()))


def test_what_inception_writes_is_read() -> None:
    (article,) = read("webanno_tsv", HEAD + SENTENCE.format("actor[1]", "actor[1]|*[2]"))
    assert article.text == "قال 🙏🏽 زيد"
    assert triples(article) == [(4, 10, "actor"), (7, 10, "NamedEntity")]


def test_sentences_of_inception_are_joined_as_it_joins_them() -> None:
    (article,) = read(
        "webanno_tsv",
        "#FORMAT=WebAnno TSV 3.3\r\n\r\n\r\n#Sentence.id=1\r\n#Text=قال\\t\r\n1-1\t0-3\tقال\t\r\n"
        "\r\n#Text=زيد\r\n2-1\t7-10\tزيد\t\r\n\r\n#Text=ثم\r\n3-1\t10-12\tثم\t\r\n",
    )
    assert article.text == "قال\t\n  زيدثم"


def test_other_layers_are_left_out_and_that_is_said() -> None:
    text = (
        "#FORMAT=WebAnno TSV 3.2\n"
        "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue\n"
        "#T_SP=webanno.custom.Who|kind|ROLE_webanno.custom.Who:to_webanno.custom.Link|uima.x.Y\n"
        "#T_RL=webanno.custom.Of|type|BT_webanno.custom.Who\n"
        "#T_SP=webanno.custom.Place|\n\n\n#Text=قال زيد\n"
        "1-1\t0-3\tقال\tVERB\t_\t_\t_\t_\t_\t*\t\n"
        "1-2\t4-7\tزيد\t_\tactor\t*\t_\tsub\t1-1\t_\t\n1-2.1\t4-4\t\t_\tx\t_\t_\t_\t_\t_\t\n"
    )
    (article,) = read("webanno_tsv", text)
    assert triples(article) == [(0, 3, "Place"), (4, 7, "actor")]
    assert article.repairs.unknown_keys == {
        "POS PosValue", "Of type", "Of BT_webanno.custom.Who", "empty spans",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("#FORMAT=WebAnno TSV 3.1\n", 1, "not WebAnno TSV 3.3 but begins"),
        ("خبر\n", 1, "not WebAnno TSV 3.3 but begins “خبر”"),
        (HEAD + "#Text=قال\n1-1\t0-3\tقال\t_\n", 6, "2 columns"),
        (HEAD + "#Text=قال\n1-1 0-3 قال\n", 6, "2 columns"),
        (HEAD + "#Text=قال\n1-1\t0-2\tقال\t_\t_\t\n", 6, "The text at 0–2 is “قا”, not “قال”."),
        (HEAD + "#Text=🙏 زيد\n1-1\t0-2\t🙏\t_\t_\n1-2\t2-5\tزيد\t_\t_\n", 7, "must be UTF-16"),
        (HEAD + "#Text=🙏 زيد\n1-1\t0-1\t🙏\t_\t_\n", 6, "The text at 0–1 is"),
        (HEAD + "#Text=قال\n1-1\t0-3\tقال\t_\ta[x]\n", 6, "“a[x]” is no value"),
        (HEAD + "#Text=قال\n1-1\t0-3\tقال\t_\t_\n\n#Text=x\n2-1\t1-2\tx\t_\t_\n", 9, "begins at 1"),
        (HEAD + "#Text=قال\n1-1\t999999999-9\tx\t_\t_\n", 6, "far too late"),
    ],
)
def test_a_bad_line_is_named(text: str, line: int, said: str) -> None:
    with pytest.raises(DataError) as caught:
        read("webanno_tsv", text)
    assert caught.value.line == line
    assert said in str(caught.value)


def test_a_value_of_backslashes_is_refused_at_once() -> None:
    row = HEAD + "#Text=قال\n1-1\t0-3\tقال\t_\t" + "\\" * 10_000 + "[x\n"
    with pytest.raises(DataError, match="is no value"):
        read("webanno_tsv", row)


def test_a_file_without_text_is_refused() -> None:
    with pytest.raises(DataError, match="no text"):
        read("webanno_tsv", HEAD)
