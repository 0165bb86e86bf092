"""A saved page: its article comes in letter by letter, what stands around it does not."""

from __future__ import annotations

import quopri
from pathlib import Path

import pytest
from pages import PARAGRAPHS, TEXT, TITLE, page

from annotator.errors import DataError
from annotator.formats import html, mhtml
from annotator.formats.article import AUTHOR, ImportedArticle, Source
from annotator.formats.registry import format_of


def read(path: Path, data: bytes, encoding: str = "auto") -> ImportedArticle:
    path.write_bytes(data)
    (article,) = html.read(Source(path=path, encoding=encoding))
    return article


def test_the_article_comes_out_letter_by_letter_and_alone(tmp_path: Path) -> None:
    article = read(tmp_path / "a.html", page().encode())
    assert article.text == TEXT
    meta = article.meta
    assert (meta.title, meta.outlet, meta.date) == (TITLE, "وكالة المدينة", "2026-03-01")
    assert (meta.url, meta.source) == ("https://news.example.org/syria/17", "a.html")
    assert html.AROUND in article.repairs.remarks


def test_an_author_is_left_out_and_that_is_told(tmp_path: Path) -> None:
    named = page('<meta charset="utf-8"><meta name="author" content="ليلى حداد">')
    assert set(read(tmp_path / "a.html", named.encode()).repairs.remarks) == {html.AROUND, AUTHOR}
    assert set(read(tmp_path / "b.html", page().encode()).repairs.remarks) == {html.AROUND}


def test_lists_and_tables_keep_their_lines(tmp_path: Path) -> None:
    more = (
        "<h2>عنوان فرعي</h2><ul><li>بند أول طويل</li><li>بند ثان طويل</li></ul>"
        "<table><tr><td>المدينة</td><td>العدد</td></tr><tr><td>الحسكة</td><td>12</td></tr></table>"
    )
    data = page().replace("</article>", f"{more}</article>").encode()
    assert read(tmp_path / "a.html", data).text == (
        f"{TEXT}\n\nعنوان فرعي\n\nبند أول طويل\nبند ثان طويل\n\nالمدينة\tالعدد\nالحسكة\t12"
    )


@pytest.mark.parametrize(
    ("said", "used"),
    [
        ('<meta charset="windows-1256">', "cp1256"),
        ("<meta http-equiv=Content-Type content='text/html; charset=windows-1256'>", "cp1256"),
        ("<META CHARSET=utf-8>", "utf-8"),
        ('<meta charset="utf-8">', "cp1256"),  # it lies
        ('<meta charset="windows-1256">', "utf-8"),  # so does it, and any bytes would fit
        ('<meta charset="iso-8859-1">', "utf-8-sig"),
        ('<meta charset="no-such">', "cp1256"),
        ("", "utf-8"),
        ('<meta charset="utf-8">', "utf-16"),  # its byte order mark is believed
    ],
)
def test_the_encoding_is_the_one_that_the_page_says_where_it_fits(
    said: str, used: str, tmp_path: Path
) -> None:
    kept = (
        page(said).replace("🙏🏽", "").replace("ﻻ", "لا").replace("ﷺ", "").replace("١٬٢٠٠", "1200")
    )
    data = kept.replace("\u0653", "").encode(used)
    text = read(tmp_path / "a.html", data).text
    assert PARAGRAPHS[2] in text
    assert PARAGRAPHS[0] in text


def test_the_analyst_has_the_last_word_on_the_encoding(tmp_path: Path) -> None:
    data = page('<meta charset="utf-8">').encode("cp1256", "ignore")
    assert read(tmp_path / "a.html", data, "cp1256").encoding == "cp1256"
    with pytest.raises(DataError, match="is not UTF-8"):
        read(tmp_path / "a.html", data, "utf-8")


@pytest.mark.parametrize(
    "data", [b"", b"<html></html>", b"<html><body><p> &nbsp; </p></body></html>"]
)
def test_a_page_without_an_article_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(DataError, match=r"No article was found in this page\. Copy"):
        read(tmp_path / "a.html", data)


def test_entities_that_grow_or_name_files_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("كلمة السر", "utf-8")
    bomb = '<!DOCTYPE html [<!ENTITY a "ها"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    bomb += f'<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    data = page().replace("<!DOCTYPE html>", bomb).replace("</article>", "<p>&b; &x;</p></article>")
    text = read(tmp_path / "a.html", data.encode()).text
    assert PARAGRAPHS[0] in text
    assert "كلمة السر" not in text
    assert "هاها" not in text


def test_a_page_in_one_file_is_read_with_its_address(tmp_path: Path) -> None:
    path = tmp_path / "a.mhtml"
    html_part = quopri.encodestring(page("").encode("utf-8")).replace(b"\n", b"\r\n")
    path.write_bytes(
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://news.example.org/18\r\n"
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n'
        b'\tboundary="--x--"\r\n\r\n\r\n----x--\r\nContent-Type: text/html; charset=utf-8\r\n'
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + html_part + b"\r\n----x----\r\n"
    )
    assert format_of(Source(path=path)).key == "mhtml"
    (article,) = mhtml.read(Source(path=path))
    assert article.text == TEXT
    assert article.meta.url == "https://news.example.org/18"


def test_a_message_without_a_page_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.mht"
    path.write_bytes(b"Content-Type: text/plain\n\nwords\n")
    with pytest.raises(DataError, match="no web page in it"):
        list(mhtml.read(Source(path=path)))
