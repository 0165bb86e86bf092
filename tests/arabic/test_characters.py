import unicodedata

import pytest

from annotator.arabic.characters import (
    bidi_controls,
    glyph,
    is_bidi_control,
    is_presentation_form,
    is_zero_width,
    isolate,
    name_of,
)
from annotator.arabic.direction import paragraph_is_rtl


def test_what_is_not_seen_has_a_name_in_both_languages_and_a_glyph() -> None:
    unseen = [chr(code) for code in range(0x110000) if is_bidi_control(chr(code))]
    unseen += [*"\u00a0\u200b\u200c\u200d\ufeff\u2028\t\n"]
    for character in unseen:
        assert glyph(character)
        assert name_of(character, "en") != name_of(character, "ar")
        assert unicodedata.bidirectional(name_of(character, "ar")[0]) == "AL"
    assert name_of("\u200f", "en") == "right-to-left mark"
    assert glyph("ب") == ""


def test_the_bidi_controls_are_those_of_unicode() -> None:
    kinds = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    explicit = {c for c in map(chr, range(0x110000)) if unicodedata.bidirectional(c) in kinds}
    listed = {c for c in map(chr, range(0x110000)) if is_bidi_control(c)}
    assert listed == explicit | set("\u061c\u200e\u200f")
    assert not any(is_zero_width(c) for c in listed)


def test_other_characters_are_named_by_unicode_or_by_their_number() -> None:
    assert name_of("é") == "latin small letter e with acute"
    assert name_of("ب", "en") == "arabic letter beh"
    assert name_of("پ", "ar") == "arabic letter peh"
    assert name_of("\x01") == "U+0001"


def test_bidi_controls_are_found_where_they_stand() -> None:
    assert bidi_controls("أ\u202eب\u2069") == [1, 3]


def test_an_isolated_name_cannot_turn_what_stands_around_it() -> None:
    assert isolate("ملف\u202etxt.exe") == "\u2068ملفtxt.exe\u2069"


@pytest.mark.parametrize(
    ("text", "rtl"),
    [
        ("قال John", True),
        ("COVID-19 في", False),
        ("(3.5) «نعم»", True),
        ("\u2067abc\u2069 نص", True),
        ("\u2067نص\u2069 abc", False),
        ("12%", True),
        ("", True),
    ],
)
def test_a_paragraph_runs_as_its_first_strong_letter_outside_isolates(text: str, rtl: bool) -> None:
    assert paragraph_is_rtl(text) is rtl


def test_a_paragraph_without_letters_runs_as_the_page() -> None:
    assert not paragraph_is_rtl("12%", default=False)


def test_letters_digits_and_forms_are_named_in_arabic() -> None:
    assert name_of("ب", "ar") == "باء"
    assert name_of("\u0650", "ar") == "كسرة"
    assert (name_of("٣", "ar"), name_of("۳", "ar"), name_of("3", "ar")) == (
        "رقم مشرقي ٣", "رقم فارسي ۳", "رقم غربي 3",
    )  # fmt: skip
    assert name_of("ﻻ", "ar") == "صورة منفصلة: لا"
    assert name_of("\ufe91", "en") == "initial form of ب"
    assert not is_presentation_form("\ufeff")
    assert not is_presentation_form("ب")
