"""A text file is one article, whole; its headline is also its title."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.errors import DataError, UserError
from annotator.formats import text
from annotator.formats.article import ImportedArticle, Source
from annotator.formats.source import read_whole

BODY = "أعلنت وزارة الصحة وصول المساعدات إلى المخيم.\n"


def read(path: Path, data: bytes, encoding: str = "auto") -> ImportedArticle:
    path.write_bytes(data)
    (article,) = text.read(Source(path=path, encoding=encoding))
    return article


def test_the_text_is_kept_from_first_to_last_character(tmp_path: Path) -> None:
    given = f"\n  عنوان الخبر القصير\n\n{BODY}\t\u200f\n\n"
    article = read(tmp_path / "a.txt", given.encode())
    assert article.text == given
    assert article.meta.source == "a.txt"
    assert article.meta.title == "عنوان الخبر القصير"
    assert (article.uuid, article.spans) == ("", ())


@pytest.mark.parametrize(
    "first",
    [
        "دمشق (سانا) -",
        "أعلنت الوزارة وصول المساعدات.",
        "عاجل",
        "قال المتحدث باسم الوزارة:",
        "كلمة " * 60,
    ],
)
def test_a_first_line_that_is_no_headline_is_no_title(first: str) -> None:
    assert text.headline(f"{first}\n{BODY}") == ""


def test_one_line_alone_is_no_headline() -> None:
    assert text.headline("عنوان الخبر القصير\n \u200f\n") == ""


def test_windows_line_breaks_and_a_bom_are_repaired_and_counted(tmp_path: Path) -> None:
    article = read(tmp_path / "a.txt", ("\ufeff" + "سطر\r\n" * 3).encode())
    assert article.text == "سطر\n" * 3
    assert article.repairs.line_breaks == 3
    assert article.repairs.bom


def test_an_old_encoding_is_read_as_detected_or_as_chosen(tmp_path: Path) -> None:
    data = (BODY * 3).encode("cp1256")
    assert read(tmp_path / "a.txt", data).text == BODY * 3
    assert read(tmp_path / "a.txt", data, "mac_arabic").text != BODY * 3


def test_pasted_text_is_an_article_without_a_source() -> None:
    (article,) = text.read(Source(path=Path("pasted"), pasted="a\r\nb"))
    assert (article.text, article.meta.source) == ("a\nb", "")


@pytest.mark.parametrize("data", [b"", b" \n\t", "\ufeff\u200f\n".encode()])
def test_nothing_to_read_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(DataError, match="There is no text in it"):
        read(tmp_path / "a.txt", data)


def test_a_huge_file_is_refused_without_being_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(1 << 33)
    with pytest.raises(DataError, match=r"larger than 64 MB.*Split it"):
        list(text.read(Source(path=path)))


def test_what_cannot_be_read_is_told_with_its_remedy(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"There is no file or folder .*none"):
        read_whole(tmp_path / "none")
    with pytest.raises(UserError, match="is a folder"):
        read_whole(tmp_path)


@pytest.mark.parametrize("head", ["", '<?xml version="1.0" encoding="UTF-8"?>\n'])
def test_a_cas_in_xml_is_no_article(tmp_path: Path, head: str) -> None:
    data = f'{head}<xmi:XMI xmlns:xmi="http://www.omg.org/XMI"><cas:NULL xmi:id="0"/></xmi:XMI>'
    with pytest.raises(DataError, match="as UIMA CAS JSON"):
        read(tmp_path / "a.xmi", data.encode())
