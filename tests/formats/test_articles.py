"""Tables and JSON of articles: each with what is known of it, or the place of what is wrong."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import DataError
from annotator.formats import article_json, article_table
from annotator.formats.article import ImportedArticle, Source
from annotator.formats.registry import format_of

TEXT = 'قال مسؤول لـ"قسد"، إنّ\nالسِّجْن; هنا | 🙏🏽\tو"ذاك".'


def table(data: str | bytes, path: Path = Path("a.csv")) -> list[ImportedArticle]:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(article_table.read(Source(path=path)))


def objects(text: str) -> list[ImportedArticle]:
    return list(article_json.read(Source(path=Path("a.json"), pasted=text)))


def lines_of(*rows: list[str], delimiter: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_a_row_is_an_article_with_what_is_known_of_it(delimiter: str, encoding: str) -> None:
    text = TEXT.replace("🙏🏽", "") if encoding == "cp1256" else TEXT
    rows = [
        ["العنوان", "تاريخ النشر", "النصّ", "URL", "المصدر", "المحرر"],
        ["عنوان أول، قصير", "2026-03-01", text, "https://example.org/1", "وكالة", "ليلى"],
        ["", "", "خبر آخر لا يعرف عنه شيء في هذا اليوم من الأيام", "", "", ""],
    ]
    first, second = table(lines_of(*rows, delimiter=delimiter).encode(encoding))
    assert first.text == text
    meta = first.meta
    assert (meta.title, meta.date, meta.outlet) == ("عنوان أول، قصير", "2026-03-01", "وكالة")
    assert (meta.url, meta.source) == ("https://example.org/1", "a.csv")
    assert (first.line, second.line) == (2, 4)
    assert first.repairs.unknown_keys == {"المحرر"}
    assert second.meta.title == ""


def test_quotes_are_letters_where_only_so_every_row_is_whole() -> None:
    (article,) = table('title\ttext\nعنوان\t"قسد" تنفي والناطق يقول "لا\n')
    assert article.text == '"قسد" تنفي والناطق يقول "لا'


def test_excels_own_line_names_the_separator() -> None:
    (article,) = table("sep=;\r\ntext;title\r\nخبر, طويل;عنوان\r\n")
    assert (article.text, article.line) == ("خبر, طويل", 3)


def test_columns_that_are_left_out_are_told_apart_by_their_place() -> None:
    first, second = table("text,text,note,,\nخبر,آخر,,س,\nخبر ثان,,,,\n")
    assert (first.text, first.repairs.unknown_keys) == ("خبر", {"text", "note", "column 4"})
    assert second.repairs.unknown_keys == {"text", "note"}


@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_characters="\0\r\x85\u2028\u2029\ufeff")),
        min_size=1,
    )
)
def test_every_text_comes_out_of_a_table_as_it_went_in(texts: list[str]) -> None:
    texts = [f"خبر{text}" for text in texts]
    out = lines_of(["id", "text"], *([str(n), text] for n, text in enumerate(texts)))
    source = Source(path=Path("a.csv"), pasted=out)
    assert [article.text for article in article_table.read(source)] == texts


@pytest.mark.parametrize(
    ("data", "line", "said"),
    [
        ("title,date\nأ,ب\n", 1, "No column is named as the one that holds the texts"),
        ("text,title\nخبر,عنوان\nخبر, ثان,عنوان\n", 3, "Row 3 has 3 cells, the first row 2"),
        ('text,title\n"خبر\nطويل",عنوان\nخبر\n', 4, "Row 3 has 1 cells, the first row 2"),
        ("text,title\nخبر,عنوان\n ,عنوان\n", 3, "Row 3 has no text. Write it in, or delete"),
        ('text,title\n"خبر,عنوان\nخبر,ثان,ثالث\n', 2, "The row that begins here cannot be read"),
        ("text,title\n", None, "There is no article in it"),
        ("", None, "No column is named"),
        ("text\nkl\0m\n", None, "not text"),
    ],
)
def test_what_is_wrong_in_a_table_is_told_by_row_and_line(
    data: str, line: int | None, said: str
) -> None:
    with pytest.raises(DataError, match=said) as caught:
        table(data)
    assert line is None or caught.value.line == line


@pytest.mark.parametrize("layout", ["list", "lines", "alone"])
def test_json_articles_are_read_however_they_are_laid_out(layout: str, tmp_path: Path) -> None:
    row = {
        "headline": "عنوان",
        "content": TEXT,
        "source": "وكالة",
        "link": "https://example.org/1",
        "published_at": 1772323200,
        "authors": ["ليلى"],
    }
    number = 1 if layout == "alone" else 2
    text = {
        "list": json.dumps([row, row], indent=1, ensure_ascii=False),
        "lines": (json.dumps(row) + "\n") * 2,
        "alone": json.dumps(row, indent=1),
    }[layout]
    articles = objects(text)
    assert [article.text for article in articles] == [TEXT] * number
    meta = articles[0].meta
    assert (meta.title, meta.outlet, meta.url) == ("عنوان", "وكالة", "https://example.org/1")
    assert meta.date == "1772323200"
    assert articles[0].repairs.unknown_keys == {"authors"}
    path = tmp_path / "a.json"
    path.write_text(text, "utf-8")
    assert format_of(Source(path=path)).key == "articles_json"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('[{"text": "خبر"},\n{"title": "عنوان"}]', 2, "not an article: it has no key"),
        ('[{"text": "خبر"},\n"خبر"]', 2, "not an article"),
        ('[{"text": ["خبر"]}]', 1, "What stands under “text” is not text"),
        ('[{"text": "خبر", "title": {}}]', 1, "What stands under “title” is not text"),
        ('{"text": "خبر"}\n{"text": \n', 3, "not valid JSON"),
        ('[{"text": " "}]', 1, "The article has no text"),
        ("[]", None, "There is no article in it"),
        ("[" * 100_000, 1, "not JSON that can be read"),
    ],
)
def test_what_is_wrong_in_json_is_told_by_its_line(text: str, line: int | None, said: str) -> None:
    with pytest.raises(DataError, match=said) as caught:
        objects(text)
    assert caught.value.line == line


@pytest.mark.parametrize(
    "row",
    [
        {"source": {"id": None, "name": "وكالة"}, "publishedAt": "2026-03-01", "content": TEXT},
        {"publisher": {"name": "وكالة"}, "datePublished": "2026-03-01", "articleBody": TEXT},
        {"SiteName": "وكالة", "DateTime": "2026-03-01", "headLine": "", "Article Text": TEXT},
    ],
    ids=["news api", "schema.org", "as programmers name properties"],
)
def test_names_in_humps_and_an_outlet_that_is_an_object(row: dict[str, object]) -> None:
    (article,) = objects(json.dumps([row]))
    assert (article.text, article.meta.outlet, article.meta.date) == (TEXT, "وكالة", "2026-03-01")
    assert article.repairs.unknown_keys == frozenset()


def test_what_pandas_writes_for_nothing_is_nothing() -> None:
    (article,) = objects('[{"text": "خبر", "title": NaN, "date": null, "url": Infinity}]')
    assert (article.meta.title, article.meta.date, article.meta.url) == ("", "", "")


def test_a_text_is_looked_for_under_every_name_that_holds_one() -> None:
    """As news-please writes: `text` is there, and null."""
    row = {"text": None, "maintext": "خبر", "date_publish": "2026-03-01", "source_domain": "a.org"}
    (article,) = objects(json.dumps([row]))
    assert article.text == "خبر"
    assert (article.meta.date, article.meta.outlet) == ("2026-03-01", "a.org")


def test_a_source_that_is_an_address_is_the_address() -> None:
    """As trafilatura writes."""
    row = {"text": "خبر", "source": "https://example.org/1", "hostname": "example.org"}
    (article,) = objects(json.dumps([row]))
    assert (article.meta.url, article.meta.outlet) == ("https://example.org/1", "")
    (article,) = table("text,source\nخبر,https://example.org/1\n")
    assert (article.meta.url, article.meta.outlet) == ("https://example.org/1", "")
