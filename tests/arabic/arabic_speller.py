"""Spells whole numbers in Arabic words, in the cases, genders and spellings that news use."""

from __future__ import annotations

from dataclasses import dataclass

_MASCULINE = "ثلاث أربع خمس ست سبع ثماني تسع".split()
_FEMININE = "ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة".split()
_TENS = "عشر ثلاث أربع خمس ست سبع ثمان تسع".split()
_FUSED = "ثلاث أربع خمس ست سبع ثمان تسع".split()
_SCALES = {
    10**9: ("مليار", "مليارات"),
    10**6: ("مليون", "ملايين"),
    10**3: ("ألف", "آلاف"),
}


@dataclass(frozen=True, slots=True)
class Spelling:
    """How to spell. `feminine` is the gender of what is counted; scales are masculine."""

    feminine: bool = False
    nominative: bool = True
    hundred: str = "مئة"
    fused: bool = True
    tanween: str = "ا"


def spell(number: int, how: Spelling) -> str:
    """`number`, 0 to 999,999,999,999, in words."""
    if number == 0:
        return "صفر"
    parts = []
    for scale, (one, many) in _SCALES.items():
        count, number = divmod(number, scale)
        if count:
            parts.append(_scaled(count, one, many, how))
    if number:
        parts.append(_below_thousand(number, how.feminine, how))
    return " و".join(parts)


def _scaled(count: int, one: str, many: str, how: Spelling) -> str:
    if count == 1:
        return one
    if count == 2:
        return one + _dual(how)
    words = _below_thousand(count, False, how)
    if 3 <= count % 100 <= 10:
        return f"{words} {many}"
    if count % 100 > 10:
        return f"{words} {one}{how.tanween}"
    return f"{words} {one}"


def _dual(how: Spelling) -> str:
    return "ان" if how.nominative else "ين"


def _below_thousand(number: int, feminine: bool, how: Spelling) -> str:
    hundreds, rest = divmod(number, 100)
    parts = [_hundreds(hundreds, how)] if hundreds else []
    if rest:
        parts.append(_below_hundred(rest, feminine, how))
    return " و".join(parts)


def _hundreds(hundreds: int, how: Spelling) -> str:
    if hundreds == 1:
        return how.hundred
    if hundreds == 2:
        return how.hundred[:-1] + "ت" + _dual(how)
    return _FUSED[hundreds - 3] + ("" if how.fused else " ") + how.hundred


def _below_hundred(number: int, feminine: bool, how: Spelling) -> str:
    if number < 10:
        return _unit(number, feminine, how)
    if number == 10:
        return "عشر" if feminine else "عشرة"
    if number < 20:
        return _teen(number - 10, feminine, how)
    tens, unit = divmod(number, 10)
    words = _TENS[tens - 2] + ("ون" if how.nominative else "ين")
    return f"{_unit(unit, feminine, how)} و{words}" if unit else words


def _unit(number: int, feminine: bool, how: Spelling) -> str:
    if number == 1:
        return "واحدة" if feminine else "واحد"
    if number == 2:
        return ("اثنت" if feminine else "اثن") + _dual(how)
    return (_MASCULINE if feminine else _FEMININE)[number - 3]


def _teen(unit: int, feminine: bool, how: Spelling) -> str:
    ten = "عشرة" if feminine else "عشر"
    if unit == 1:
        return f"{'إحدى' if feminine else 'أحد'} {ten}"
    if unit == 2:
        return f"{'اثنت' if feminine else 'اثن'}{'ا' if how.nominative else 'ي'} {ten}"
    return f"{_unit(unit, feminine, how)} {ten}"
