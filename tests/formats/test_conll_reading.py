"""CoNLL files of other programs: what is read, what is decided and said, and every refusal."""

from __future__ import annotations

from pathlib import Path

import pytest
from standoff import read, triples

from annotator.errors import DataError
from annotator.formats.article import ImportedArticle, Source
from annotator.formats.registry import format_named, format_of

TWO = "وصل O\nإلى O\nحمص B-location\n، O\nأمس O\n. O\n\nثم O\nعاد O\nزيد I-actor\n"
DUTCH = "وصل V O\nحمص N B-location\n\n"
THREE = (
    "-DOCSTART- -X- -X- O\n\nوصل VB B-VP O\nحمص NNP B-NP I-location\n. . O O\n\n"
    "-DOCSTART- -X- -X- O\n\nعاد _ _ O\n"
)
NESTED = "وزير\tB-actor\tO\nخارجية\tI-actor\tO\nالأردن\tI-actor\tB-location\n"
PLUS = (
    "# global.columns = ID FORM MISC X:NER X:NER2\n# newdoc id = n1\n# text = Amélie\u0301 .\n"
    "1\tAmélie\u0301\tSourceForm=Ame\\u0301lie\\u0301|SpacesAfter=\\s\\n\tB-actor\t*\n"
    "2\t.\t_\tI-actor\tB-x\n\n1\tثم\tSpaceAfter=No\tO\t_\n\n"
)


def covered(article: ImportedArticle) -> list[tuple[str, str]]:
    return [(article.text[start:end], label) for start, end, label in triples(article)]


def remarks(article: ImportedArticle) -> list[str]:
    return sorted(t.format(count=n) for t, n in article.repairs.remarks.items())


def test_a_plus_sign_of_a_word_is_kept_where_the_file_shows_that_it_marks_no_piece() -> None:
    google = "على O\nGoogle+ B-source\nاليوم O\n"
    for other in ("العراقي، O", "د. O", "C++ O", "Google+ O\n\nو O"):
        (article,) = read("conll2002", f"{google}\nو+ O\nال+ O\nمدينة O\nفي O\n{other}\n")
        assert article.text.startswith("على Google+ اليوم\nوالمدينة في ")
        (mark,) = article.spans
        assert article.text[mark.start : mark.end] == "Google+"
        assert sum("of their own" in remark for remark in article.repairs.remarks) == 1
    (ours,) = read("conll2002", f"{google}\nقال O\n")
    assert ours.text == "على Googleاليوم\nقال"  # as we cut: what is said, and nothing denies
    assert sum("joined again" in remark for remark in ours.repairs.remarks) == 1


def test_conll2002_is_one_article_a_sentence_a_line() -> None:
    (article,) = read("conll2002", TWO)
    assert article.text == "وصل إلى حمص، أمس.\nثم عاد زيد"
    assert covered(article) == [("حمص", "location"), ("زيد", "actor")]
    assert (article.line, article.uuid, article.meta.title) == (1, "", "")


def test_an_orphan_is_repaired_and_reported_with_its_line() -> None:
    (article,) = read("conll2002", TWO + "\nفي O\nحمص B-location\n")
    assert [(m.line, m.before, m.after) for m in article.mended] == [(10, "I-actor", "B-actor")]
    assert remarks(article) == [
        "Its tags are IOB2",
        "Tags out of order set right: 1",
        "The spacing is not in the file: words were joined by rule",
    ]


def test_conll2003_has_an_article_for_each_docstart_and_says_what_it_left_out() -> None:
    first, second = read("conll2003", THREE)
    assert (first.text, covered(first)) == ("وصل حمص.", [("حمص", "location")])
    assert (second.text, second.line) == ("عاد", 9)
    assert first.repairs.unknown_keys == {"column 2", "column 3"}
    assert second.repairs.unknown_keys == frozenset()
    assert "Its tags are IO: neighbours of one label are one span" in remarks(first)


def test_what_a_border_between_articles_says_is_left_out_and_named() -> None:
    first, second, third = read(
        "conll2003",
        "-DOCSTART- -X- -X- O\n\nوصل _ _ O\n\n-DOCSTART- (نهار_12) -X- O\n\nحمص _ _ B-location\n\n"
        "-DOCSTART-\n\nعاد _ _ O\n",
    )
    assert [a.text for a in (first, second, third)] == ["وصل", "حمص", "عاد"]
    assert ["-DOCSTART-" in a.repairs.unknown_keys for a in (first, second, third)] == [
        False, True, False,
    ]  # fmt: skip


def test_every_column_of_tags_is_a_level() -> None:
    (article,) = read("conll2002", NESTED)
    assert covered(article) == [("وزير خارجية الأردن", "actor"), ("الأردن", "location")]


def test_pieces_of_a_cut_word_are_joined_and_a_plus_is_a_plus() -> None:
    (article,) = read("conll2002", "إلى O\nب+ O\nالحسكة B-location\n+ O\nو+ O\n\n")
    assert article.text == "إلى بالحسكة + و+"  # the last has nothing to be joined to
    assert covered(article) == [("الحسكة", "location")]
    assert "Words cut at “+” joined again: 1" in remarks(article)


def test_comments_and_crlf_and_a_byte_order_mark_are_no_tokens() -> None:
    text = "\ufeff# id 5 domain=x\r\nوصل _ _ O\r\n# _ _ O\r\nحمص _ _ B-location\r\n\r\n"
    (article,) = read("conll2003", text)
    assert article.text == "وصل #حمص"
    assert article.repairs.unknown_keys == {"id"}


def test_a_cell_keeps_the_blanks_that_are_no_separator() -> None:
    (article,) = read("conll2002", "د.\u00a0سامر B-actor\nأمس O\n")
    assert covered(article) == [("د.\u00a0سامر", "actor")]
    (article,) = read("conll2002", "د. سامر\tB-actor\nأمس\tO\n")
    assert covered(article) == [("د. سامر", "actor")]


def test_blanks_around_a_tag_are_none_of_its_label() -> None:
    (article,) = read("conll2002", "وصل\tO \nحمص\t B-LOC \n")
    assert covered(article) == [("حمص", "LOC")]


def test_a_file_without_borders_is_cut_when_it_is_very_large() -> None:
    row = "كلمة O\n" * 50 + "حمص B-location\n\n"
    articles = read("conll2002", row * 500)
    assert [len(a.spans) for a in articles] == [394, 106]
    assert all(a.text.split("\n")[0] == "كلمة " * 50 + "حمص" for a in articles)
    said = "No borders between articles in the file: cut into {count} of bearable length"
    assert [a.repairs.remarks[said] for a in articles] == [1, 1]
    (whole,) = read("conll2002", "-DOCSTART- O\n\n" + row * 500)
    assert len(whole.spans) == 500


@pytest.mark.parametrize(
    ("key", "text", "line", "column", "said"),
    [
        ("conll2002", "وصل O\nحمص\n\nعاد O\n", 2, None, "1 columns where the others have 2"),
        ("conll2002", "وصل O\nحمص B-x\nعاد I\n", 3, 5, "“I” is not a tag"),
        ("conll2003", "وصل _ _ O\nI _ _ I\n_ _ _ B-x\n", 2, 7, "“I” is not a tag"),
        ("conll2002", "وصل\tO\n\tO\n", 2, 1, "There is no token"),
        ("conll2003", TWO, None, None, "at least 4 columns, here it has 2"),
        ("conll2002", "كلمة\n", None, None, "at least 2 columns, here it has 1"),
        ("conll2002", "\n\n", None, None, "There is no article in it"),
        ("conll2003", "-DOCSTART- O\n\n", None, None, "There is no article in it"),
        ("conll2002", "نص\0 O\n", 1, None, "NUL"),
    ],
)
def test_a_mistake_is_named_with_its_place(
    key: str, text: str, line: int | None, column: int | None, said: str
) -> None:
    with pytest.raises(DataError) as caught:
        read(key, text)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert said in str(caught.value)


def test_bytes_that_are_no_utf8_are_named_with_their_place(tmp_path: Path) -> None:
    file = tmp_path / "a.conll"
    file.write_bytes("وصل O\n".encode() + "حمص O\n".encode("cp1256"))
    reader = format_named("conll2002").read
    assert reader is not None
    with pytest.raises(DataError) as caught:
        list(reader(Source(path=file)))
    assert (caught.value.line, caught.value.column) == (2, 1)
    (article,) = reader(Source(path=_recoded(file, tmp_path), encoding="cp1256"))
    assert article.text == "وصل حمص"


def _recoded(file: Path, folder: Path) -> Path:
    old = folder / "old.conll"
    old.write_bytes("وصل O\nحمص O\n".encode("cp1256"))
    return old


@pytest.mark.parametrize(
    ("name", "text", "key"),
    [
        ("a.conll", TWO, "conll2002"),
        ("a.conll", DUTCH, "conll2002"),
        ("a.conll", THREE, "conll2003"),
        ("a.IOB", TWO, "conll2002"),
        ("a.bio", THREE, "conll2003"),
        ("a.conll", NESTED, "conll_nested"),
        ("a.conll", PLUS, "conllu_plus"),
        ("a.conllu", PLUS, "conllu_plus"),
        ("a.conllup", PLUS, "conllu_plus"),
        ("a.txt", TWO, "text"),
        ("a.tsv", TWO.replace(" ", "\t"), "conll2002"),
        ("a.tsv", NESTED, "conll_nested"),
        ("a.tsv", "title\ttext\nعنوان\tخبر\n", "articles_csv"),
        ("a.tsv", "", "articles_csv"),
    ],
)
def test_a_shared_ending_is_told_by_content(name: str, text: str, key: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    assert format_of(Source(path=tmp_path / name)).key == key


def test_the_tag_is_a_label_as_it_stands() -> None:
    (article,) = read("conll2002", "حمص B-مكان-عام\n")
    assert covered(article) == [("حمص", "مكان-عام")]


def test_conllu_plus_has_its_columns_of_tags_and_its_own_letters() -> None:
    (article,) = read("conllu_plus", PLUS)
    assert article.text == "Ame\u0301lie\u0301 \n. ثم"
    assert covered(article) == [("Ame\u0301lie\u0301 \n.", "actor"), (".", "x")]
    assert (article.meta.title, article.repairs.unknown_keys) == ("n1", frozenset())


@pytest.mark.parametrize("text", ["1\tثم\n\n", "# global.columns = ID LEMMA\n1\tثم\n\n"])
def test_conllu_plus_without_its_columns_is_refused(text: str) -> None:
    with pytest.raises(DataError) as caught:
        read("conllu_plus", text)
    assert caught.value.line == 1
    assert "does not name the columns ID and FORM" in str(caught.value)


def test_a_flag_that_ends_in_characters_nobody_sees_is_read_whole() -> None:
    flag = "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
    (article,) = read("conll2002", f"\u200f{flag}\u200f B-actor\nقال O\n")
    assert covered(article) == [(flag, "actor")]


def test_columns_behind_the_tags_that_hold_none_are_no_labels() -> None:
    with pytest.raises(DataError, match="“x” is not a tag") as caught:
        read("conll2003", "وصل VB O O O x\nحمص NN O B-location 12 x\n")
    assert (caught.value.line, caught.value.column) == (1, 14)


def test_numbers_before_the_tokens_are_no_tokens(tmp_path: Path) -> None:
    """GermEval 2014, and what converters make of CoNLL-U."""
    rows = (
        "#\texample.org [2014-01-01]\n1\tوصل\tO\tO\n2\tحمص\tB-LOC\tO\n\n"
        "#\texample.net [2014-01-02]\n1\tعاد\tO\tO\n"
    )
    file = tmp_path / "a.conll"
    file.write_text(rows, encoding="utf-8")
    assert format_of(Source(path=file)).key == "conll_nested"
    (article,) = read("conll_nested", rows)
    assert (article.text, covered(article)) == ("وصل حمص\nعاد", [("حمص", "LOC")])
    assert article.repairs.unknown_keys == {"#"}
    with pytest.raises(DataError, match="has 3 columns where the others have 4"):
        read("conll_nested", rows + "2\tزيد\tO\n")


@pytest.mark.parametrize("second", ["0", "3"])
def test_numbers_may_begin_at_0_and_go_on_in_the_next_sentence(second: str) -> None:
    """What pandas makes of a table."""
    (article,) = read("conll2002", f"0\tوصل\tO\n1\tإلى\tO\n2\tحمص\tB-x\n\n{second}\tعاد\tO\n")
    assert (article.text, covered(article)) == ("وصل إلى حمص\nعاد", [("حمص", "x")])


def test_a_language_before_every_token_is_none_of_its_letters() -> None:
    """WikiANN, as PAN-X has it."""
    (article,) = read("conll2002", "ar:دمشق\tB-LOC\nar::\tO\n\nar:عاصمة\tO\n")
    assert (article.text, covered(article)) == ("دمشق:\nعاصمة", [("دمشق", "LOC")])
    assert article.repairs.unknown_keys == {"ar:"}
    (article,) = read("conll2002", "ar:دمشق\tB-LOC\nعاصمة\tO\n")
    assert article.text == "ar:دمشق عاصمة"


def test_lines_that_end_as_on_an_old_mac_are_lines() -> None:
    (article,) = read("conll2002", "وصل O\rحمص B-LOC\r\rعاد O\r")
    assert (article.text, covered(article)) == ("وصل حمص\nعاد", [("حمص", "LOC")])
    with pytest.raises(DataError) as caught:
        read("conll2002", "وصل O\rحمص\r\n\r\nعاد O\r")
    assert caught.value.line == 2
