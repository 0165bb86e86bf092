"""A Word document: every visible word in reading order, tracked changes as if accepted."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import docx
import pytest

from annotator.errors import DataError
from annotator.formats import docx as reader
from annotator.formats.article import ImportedArticle, Source
from annotator.formats.registry import format_of

LINE = 'قال مسؤول لـ"قسد" إنّ السِّجْن\u200f تعرّض لهجومٍ 🙏🏽 وﻻ صحّة، ١٬٢٠٠\u00a0نازح.'


def made(path: Path, *lines: str, title: str = "") -> Path:
    document = docx.Document()
    document.core_properties.title = title
    document.core_properties.created = datetime(2026, 3, 1, 8, 30)
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))
    return path


def read(path: Path) -> ImportedArticle:
    (article,) = reader.read(Source(path=path))
    return article


def with_xml(path: Path, change: Callable[[str], str], member: str = "word/document.xml") -> Path:
    """The same package with one part changed."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[member] = change(parts[member].decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


def inserted(xml: str) -> Callable[[str], str]:
    return lambda whole: whole.replace("<w:sectPr", f"{xml}<w:sectPr", 1)


def test_paragraphs_come_in_letter_by_letter(tmp_path: Path) -> None:
    path = made(tmp_path / "a.docx", LINE, "", "سطر\tثان\nوثالث", title="عنوان الخبر")
    article = read(path)
    assert article.text == f"{LINE}\n\nسطر\tثان\nوثالث"
    meta = article.meta
    assert (meta.title, meta.date, meta.source) == ("عنوان الخبر", "2026-03-01", "a.docx")
    assert not article.repairs.remarks


def test_an_author_is_left_out_and_that_is_told(tmp_path: Path) -> None:
    path = made(tmp_path / "a.docx", LINE)
    document = docx.Document(str(path))
    document.core_properties.author = "ليلى حداد"
    document.save(str(path))
    assert list(read(path).repairs.remarks) == ["The name of the author left out"]


def test_tables_are_read_where_they_stand(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    document = docx.Document()
    document.add_heading("عنوان الخبر", 1)
    document.add_paragraph("قبل الجدول")
    table = document.add_table(2, 2)
    for cell, word in zip((c for row in table.rows for c in row.cells), "أبتث", strict=True):
        cell.text = word
    table.cell(0, 1).add_paragraph("سطر")
    document.add_paragraph("بعد الجدول")
    document.core_properties.title = ""
    document.save(str(path))
    article = read(path)
    assert article.text == "عنوان الخبر\nقبل الجدول\nأ\tب\nسطر\nت\tث\nبعد الجدول"
    assert article.meta.title == "عنوان الخبر"


def test_tracked_changes_are_read_as_accepted_and_told(tmp_path: Path) -> None:
    path = with_xml(
        made(tmp_path / "a.docx", "أول"),
        inserted(
            "<w:p><w:r><w:t>باق </w:t></w:r>"
            '<w:ins w:id="1" w:author="x"><w:r><w:t>مضاف</w:t></w:r></w:ins>'
            '<w:del w:id="2" w:author="x"><w:r><w:delText>محذوف</w:delText></w:r></w:del>'
            '<w:moveFrom w:id="3" w:author="x"><w:r><w:t>منقول</w:t></w:r></w:moveFrom>'
            '<w:r><w:commentReference w:id="4"/></w:r><w:r><w:footnoteReference w:id="5"/></w:r>'
            "</w:p><w:sdt><w:sdtContent>"
            "<w:p><w:r><w:t>في حقل</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        ),
    )
    article = read(path)
    assert article.text == "أول\nباق مضاف\nفي حقل"
    assert {t.format(count=n) for t, n in article.repairs.remarks.items()} == {
        "Tracked insertions taken in: 1",
        "Tracked deletions left out: 2",
        "Comments left out: 1",
        "Footnotes left out: 1",
    }


def with_entities(path: Path, dtd: str, used: str) -> Path:
    def change(whole: str) -> str:
        whole = whole.replace("<w:document", f"<!DOCTYPE x [{dtd}]><w:document", 1)
        return inserted(f"<w:p><w:r><w:t>{used}</w:t></w:r></w:p>")(whole)

    return with_xml(made(path, LINE), change)


def test_an_entity_that_names_a_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("كلمة السر", "utf-8")
    dtd = f'<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">'
    text = read(with_entities(tmp_path / "a.docx", dtd, "&x;")).text
    assert text.strip() == LINE


def test_entities_that_grow_are_refused(tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(12))
    path = with_entities(tmp_path / "a.docx", f'<!ENTITY e0 "ها">{levels}', "&e12;")
    with pytest.raises(DataError, match="not a Word document, or it is damaged"):
        read(path)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda data: b"", "damaged: it cannot be unpacked"),
        (lambda data: data[: len(data) // 2], "damaged: it cannot be unpacked"),
        (lambda data: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + data, "old kind, or a locked one"),
        (lambda data: b"%PDF-1.7" + bytes(99), "is a PDF"),
    ],
)
def test_what_is_no_document_is_refused_with_what_to_do(
    tmp_path: Path, spoil: Callable[[bytes], bytes], said: str
) -> None:
    path = made(tmp_path / "a.docx", LINE)
    path.write_bytes(spoil(path.read_bytes()))
    with pytest.raises(DataError, match=said):
        read(path)


@pytest.mark.parametrize(
    ("member", "change"),
    [
        ("word/document.xml", lambda xml: xml.replace("</w:body>", "")),
        ("word/document.xml", lambda xml: "<x/>"),
        ("[Content_Types].xml", lambda xml: xml.replace("main+xml", "other+xml")),
        ("_rels/.rels", lambda xml: xml.replace("officeDocument", "nothing")),
        ("docProps/core.xml", lambda xml: xml.replace("cp:coreProperties", "x")),
    ],
)
def test_a_package_that_is_not_words_is_refused(
    tmp_path: Path, member: str, change: Callable[[str], str]
) -> None:
    path = with_xml(made(tmp_path / "a.docx", LINE), change, member)
    with pytest.raises(DataError, match=r"not a Word document, or it is damaged\. Open it"):
        read(path)


def test_a_document_without_words_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="There is no text in it"):
        read(made(tmp_path / "a.docx", " ", "\u200f"))


def test_a_document_is_known_whatever_its_name(tmp_path: Path) -> None:
    path = made(tmp_path / "a.docx", LINE).rename(tmp_path / "a.txt")
    assert format_of(Source(path=path)).key == "docx"


MARK_DELETED = '<w:pPr><w:rPr><w:del w:id="7" w:author="x"/></w:rPr></w:pPr>'


def remarks(article: ImportedArticle) -> set[str]:
    return {t.format(count=n) for t, n in article.repairs.remarks.items()}


def test_breaks_and_rows_whose_deletion_was_tracked_are_gone(tmp_path: Path) -> None:
    gone = '<w:del w:id="8" w:author="x"><w:r><w:delText>محذوف</w:delText></w:r></w:del>'
    path = with_xml(
        made(tmp_path / "a.docx", "أول"),
        inserted(
            f"<w:p>{MARK_DELETED}<w:r><w:t>ثان </w:t></w:r></w:p><w:bookmarkEnd w:id='0'/>"
            f"<w:p>{MARK_DELETED}<w:r><w:t>يلتحم </w:t></w:r></w:p>"
            "<w:p><w:pPr/><w:r><w:t>به</w:t></w:r></w:p>"
            f"<w:p>{MARK_DELETED}{gone}</w:p><w:p><w:r><w:t>ثالث</w:t></w:r></w:p><w:tbl>"
            f'<w:tr><w:trPr><w:del w:id="9"/></w:trPr><w:tc><w:p>{gone}</w:p></w:tc></w:tr>'
            "<w:tr><w:tc><w:p><w:r><w:t>رابع</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        ),
    )
    article = read(path)
    assert article.text == "أول\nثان يلتحم به\nثالث\nرابع"
    assert remarks(article) == {"Tracked deletions left out: 5"}


def test_a_paragraph_goes_on_in_none_behind_a_frame(tmp_path: Path) -> None:
    framed = "<w:sdt><w:sdtContent><w:p><w:r><w:t>ثان</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    path = with_xml(
        made(tmp_path / "a.docx"),
        inserted(
            f"<w:p>{MARK_DELETED}<w:r><w:t>أول</w:t></w:r></w:p>{framed}"
            "<w:p><w:r><w:t>ثالث</w:t></w:r></w:p>"
        ),
    )
    assert read(path).text == "أول\nثان\nثالث"


def test_where_an_end_was_deleted_the_style_is_that_of_the_next_paragraph(tmp_path: Path) -> None:
    """As in Word: of a title that was deleted whole, the text behind it is not the title."""
    title = '<w:pPr><w:pStyle w:val="Title"/><w:rPr><w:del w:id="7" w:author="x"/></w:rPr></w:pPr>'
    gone = '<w:del w:id="8" w:author="x"><w:r><w:delText>محذوف</w:delText></w:r></w:del>'
    path = with_xml(
        made(tmp_path / "a.docx"),
        inserted(f"<w:p>{title}{gone}</w:p><w:p><w:r><w:t>قال زيد أمس.</w:t></w:r></w:p>"),
    )
    article = read(path)
    assert (article.text, article.meta.title) == ("قال زيد أمس.", "")


def test_hidden_text_is_not_read_and_a_tab_to_the_margin_is_one(tmp_path: Path) -> None:
    off = 'w:val="0"'
    hidden = "<w:r><w:rPr><w:vanish {}/></w:rPr><w:t>أعلى النموذج</w:t></w:r>"
    path = with_xml(
        made(tmp_path / "a.docx", "أول"),
        inserted(
            f"<w:p>{hidden.format('')}<w:r><w:t>يمين</w:t><w:ptab/><w:t>يسار</w:t></w:r></w:p>"
            f"<w:p>{hidden.format(off)}</w:p>"
        ),
    )
    article = read(path)
    assert article.text == "أول\nيمين\tيسار\nأعلى النموذج"
    assert remarks(article) == {"Pieces of hidden text left out: 1"}


def test_what_stands_beside_the_text_is_left_out_and_told(tmp_path: Path) -> None:
    path = made(tmp_path / "a.docx", "أول")
    document = docx.Document(str(path))
    document.sections[0].header.paragraphs[0].text = "وكالة الأنباء"
    document.sections[0].footer.paragraphs[0].text = "1"  # the page's number is nobody's loss
    document.save(str(path))
    chart = '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>'
    number = '<w:pPr><w:numPr><w:numId w:val="{}"/></w:numPr></w:pPr>'
    path = with_xml(
        path,
        inserted(
            f"<w:p>{number.format(1)}<w:r><w:t>بند</w:t></w:r></w:p>"
            f"<w:p>{number.format(0)}<w:r><w:t>سطر</w:t><w:drawing>{chart}</w:drawing></w:r></w:p>"
            "<w:altChunk/>"
        ),
    )
    article = read(path)
    assert article.text == "أول\nبند\nسطر"
    assert remarks(article) == {
        "Headers or footers of pages left out: 1",
        "Numbers or bullets of lists left out: 1",
        "Documents inside it left out: 1",
        "Pictures, symbols or formulas left out: 1",
    }


@pytest.mark.parametrize(
    ("member", "before", "after"),
    [
        ("[Content_Types].xml", "vnd.openxmlformats-officedocument.wordprocessingml.header+", ""),
        (
            "word/_rels/document.xml.rels",
            'Target="header1.xml"',
            'TargetMode="External" Target="h"',
        ),
    ],
)
def test_a_header_that_is_not_as_it_should_be_keeps_no_text_from_being_read(
    member: str, before: str, after: str, tmp_path: Path
) -> None:
    path = made(tmp_path / "a.docx", "أول")
    document = docx.Document(str(path))
    document.sections[0].header.paragraphs[0].text = "وكالة الأنباء"
    document.save(str(path))
    article = read(with_xml(path, lambda whole: whole.replace(before, after), member))
    assert (article.text, remarks(article)) == ("أول", set())
