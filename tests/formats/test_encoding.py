"""Which encoding a file is in: detected, chosen, or plainly refused."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import DataError
from annotator.formats.encoding import decode, known_encoding

NEWS = (
    "أعلنت وزارة الصحة، أمس الثلاثاء، وصول نحو 4 آلاف نازح إلى مدينة الحسكة شمال شرقي البلاد؛ "
    "وقال مسؤول محلي إن «الأوضاع صعبة» في المخيم.\n"
    "وأضاف أن فرق الإغاثة وزعت 1200 سلة غذائية على الأسر، فيما حذرت مصادر طبية من انتشار "
    "الأمراض بين الأطفال. هل تصل المساعدات قبل الشتاء؟\n"
)
PLAIN = NEWS.replace("«", '"').replace("»", '"')  # ISO 8859-6 has no guillemets


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("utf-8", NEWS),
        ("cp1256", NEWS),
        ("iso8859_6", PLAIN),
        ("utf-16-le", NEWS),
        ("utf-16-be", NEWS),
    ],
)
def test_arabic_news_is_read_in_the_encoding_it_is_in(codec: str, text: str) -> None:
    decoded = decode(text.encode(codec), "a.txt")
    assert (decoded.text, decoded.encoding) == (text, codec)
    assert decoded.confidence >= 0.8


def test_mac_arabic_is_told_by_the_characters_that_iso_8859_6_lacks() -> None:
    decoded = decode(NEWS.encode("mac_arabic"), "a.txt")
    assert (decoded.text, decoded.encoding) == (NEWS, "mac_arabic")


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_byte_order_mark_decides_and_is_not_text(mark: bytes, codec: str) -> None:
    decoded = decode(mark + NEWS.encode(codec), "a.txt")
    assert (decoded.text, decoded.encoding, decoded.bom) == (NEWS, codec, True)
    chosen = decode(mark + NEWS.encode(codec), "a.txt", codec)
    assert (chosen.text, chosen.bom) == (NEWS, True)


@pytest.mark.parametrize("sentence", [s for s in PLAIN.replace("\n", " ").split(". ") if s])
def test_one_sentence_is_enough_to_tell_the_old_code_pages_apart(sentence: str) -> None:
    for codec in ("cp1256", "iso8859_6"):
        assert decode(sentence.encode(codec), "a.txt").text == sentence


@pytest.mark.parametrize("text", ["", "a", "plain ASCII\n", "سجن"])
def test_short_and_empty_text_is_utf_8(text: str) -> None:
    decoded = decode(text.encode(), "a.txt")
    assert (decoded.text, decoded.encoding, decoded.confidence) == (text, "utf-8", 1.0)


def test_text_in_no_arabic_encoding_is_read_without_claiming_to_be_sure() -> None:
    french = "Le ministre a déclaré à Genève que la réunion était très utile, même à l'été.\n" * 4
    decoded = decode(french.encode("cp1252"), "a.txt")
    assert decoded.text.startswith("Le ministre a déclaré")
    assert decoded.confidence < 0.8


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60))
def test_any_utf_8_text_comes_back_as_it_is(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decode(text.encode(), "a.txt", "utf-8").text == text


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_with_their_file(data: bytes) -> None:
    refusal = ""
    try:
        assert isinstance(decode(data, "a.txt").text, str)
    except DataError as error:
        refusal = str(error)
    assert not refusal or refusal.startswith("a.txt")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n",
        b"SQLite format 3\0",
        bytes(range(256)) * 4,
        b"words\0and NUL",
        b"\x01\x02\x03\x04 words",
    ],
)
def test_what_is_not_text_is_refused_with_a_remedy(data: bytes) -> None:
    with pytest.raises(DataError, match=r"^a\.bin: This file is not text.*Save it as plain text"):
        decode(data, "a.bin")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\nplain words", "is a PDF, not text. Copy the article"),
        (b"PAR1\x15\x04\x15\x10PAR1", "is a Parquet table, not text. Save it as JSON lines"),
        (b"PK\x03\x04rest of a docx", "packed archive or document, not text. Import it with"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "old kind, or a locked one. Open it"),
        (rb"{\rtf1\ansi words}", r"Rich Text document \(RTF\). Open it in Word"),
    ],
)
def test_a_document_of_another_kind_is_named_with_what_to_do(data: bytes, said: str) -> None:
    with pytest.raises(DataError, match=said):
        decode(data, "a.txt")


def test_damaged_utf_8_is_told_with_its_place_and_not_read_as_a_code_page() -> None:
    data = (NEWS * 3).encode()
    cut = data[: data.index(b"\n") + 14] + b"\xd8\xd8" + data[data.index(b"\n") + 15 :]
    with pytest.raises(DataError, match="UTF-8, but damaged") as raised:
        decode(cut, "a.txt")
    assert (raised.value.line, raised.value.column) == (2, 8)
    with pytest.raises(DataError, match="damaged"):
        decode(NEWS.encode()[:-2], "a.txt")  # cut in the middle of a letter


def test_an_encoding_that_does_not_fit_is_refused_with_line_and_column() -> None:
    with pytest.raises(DataError, match="not UTF-8") as raised:
        decode("a\nbé".encode("cp1252"), "a.txt", "utf-8")
    assert (raised.value.line, raised.value.column) == (2, 2)


def test_names_of_encodings_are_known_before_a_file_is_read() -> None:
    assert known_encoding("auto")
    assert known_encoding("windows-1256")
    assert not known_encoding("base64")
    assert not known_encoding("no such")
