"""CoNLL-U Plus: valid as its specification says, and text and spans in it to the last letter."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from awkward import make_article, mark
from test_conll import written

from annotator.formats.options import Clitics

SPACES = {"s": " ", "n": "\n", "t": "\t", "r": "\r"}
Read = tuple[str, list[tuple[int, int, str]]]


def unescaped(value: str) -> str:
    return re.sub(
        r"\\(?:u([0-9A-F]{4})|U([0-9A-F]{8})|(.))",
        lambda m: SPACES[m[3]] if m[3] else chr(int(m[1] or m[2], 16)),
        value,
    )


def read(data: bytes) -> list[Read]:
    """The text of each article, put together from its rows, and its spans by TokenRange."""
    articles: list[tuple[list[str], list[tuple[int, int, str]]]] = []
    past = 0  # the last word of the range line that was read
    for line in data.decode("utf-8").split("\n")[1:]:
        if line.startswith("# newdoc"):
            articles.append(([], []))
        cells = line.split("\t")
        if len(cells) == 1:
            past = 0 if not line else past
            continue
        number, form, *_ = cells
        misc = dict(each.split("=", 1) for each in cells[2].split("|"))
        letters, spans = articles[-1]
        start, end = map(int, misc["TokenRange"].split(":"))
        source = unescaped(misc["SourceForm"]) if "SourceForm" in misc else form
        if "-" in number or int(number) > past:
            past = int(number.split("-")[-1]) if "-" in number else past
            before = unescaped(misc.get("SpacesBefore", ""))
            after = "" if misc.get("SpaceAfter") == "No" else misc.get("SpacesAfter", "\\s")
            letters += [before, source, unescaped(after)]
        for column, tag in enumerate(cells[3:]):
            if tag[:2] == "B-":
                spans.append((start, end, f"{column}{tag[2:]}"))
            elif tag[:2] == "I-":
                last = max(i for i, s in enumerate(spans) if s[2] == f"{column}{tag[2:]}")
                spans[last] = (spans[last][0], end, spans[last][2])
    return [
        ("".join(letters), sorted((s, e, label[1:]) for s, e, label in spans))
        for letters, spans in articles
    ]


def lines(article: Any, *marks: Any, **options: Any) -> list[str]:
    data, report = written("conllu_plus", [(article, list(marks))], *options.values())
    report.close()
    return [line for line in data.decode().split("\n") if line and line[0] != "#"]


def test_a_token_that_is_cut_is_a_range_with_its_pieces_as_words() -> None:
    article = make_article("عاد إلى بالحسكة!")
    assert lines(article, mark(article, "الحسكة", "location")) == [
        "1\tعاد\tTokenRange=0:3\tO",
        "2\tإلى\tTokenRange=4:7\tO",
        "3-4\tبالحسكة\tSpaceAfter=No|TokenRange=8:15\t_",
        "3\tب\tTokenRange=8:9\tO",
        "4\tالحسكة\tTokenRange=9:15\tB-location",
        "5\t!\tSpaceAfter=No|TokenRange=15:16\tO",
    ]


def test_forms_are_nfc_and_say_what_the_article_has() -> None:
    article = make_article("قا\u0653ل السجّ\u064eن")  # alef and madda; shadda before fatha
    first, second = lines(article)
    assert first == "1\tقآل\tSourceForm=\\u0642\\u0627\\u0653\\u0644|TokenRange=0:4\tO"
    assert "TokenRange=5:12" in second
    data, report = written("conllu_plus", [(article, [])])
    report.close()
    text = data.decode()
    assert text == unicodedata.normalize("NFC", text)
    assert read(data) == [(article.text, [])]


def test_segments_stand_under_range_lines_too() -> None:
    article = make_article("وبالحسكة")
    assert [line.split("\t")[:2] for line in lines(article, clitics=Clitics.SEGMENT)] == [
        ["1-3", "وبالحسكة"],
        ["1", "و"],
        ["2", "ب"],
        ["3", "الحسكة"],
    ]


def test_an_article_without_a_word_is_left_out_and_counted() -> None:
    data, report = written("conllu_plus", [(make_article(" \n"), [])])
    with report:
        assert data == b"# global.columns = ID FORM MISC HASHIYA:NER\n"
        assert report.totals()["not_held"]["wordless"] == 1
