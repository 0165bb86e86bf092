"""Numbers in digits: Latin, Arabic-Indic and Persian, with the separators of all three."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

_LONGEST = 18  # digits; what is longer is an identifier
_SPACES = " \u00a0\u2009\u202f"
_VULGAR = "¼½¾⅐-⅞"

# In the order in which they are tried. Dates, clock times, scores with a colon and F16 are names.
DIGITS = re.compile(
    rf"""
    (?P<name>
        [A-Za-z]+-?\d[\w-]*
      | \d+:\d[\d:]*
      | \d+/\d+/\d[\d/]*
      | (?:\d{{4}}-\d\d?-\d\d?|\d\d?-\d\d?-\d{{4}})(?!\d)
    )
    | (?P<parts>\d+[/⁄]\d+)
    | (?P<vulgar>(?:\d+[{_SPACES}]?)?[{_VULGAR}])
    | (?P<turned>\d+ر\d+)(?!\w)
    | (?P<spaced>\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?!\d)(?:[.,٫]\d+)?)
    | (?P<plain>\d+(?:[.,،٬٫'’]\d+)*)
    """,
    re.VERBOSE,
)


def read_digits(match: re.Match[str]) -> tuple[Fraction, Fraction] | None:
    """What a match of `DIGITS` is worth, None for a name.

    Two values: the second when neither a scale nor a percent sign follows. They differ for 1.250
    alone, which is 1250 things but 1.25 million.
    """
    text = "".join(_ascii(character) for character in match.group())
    match match.lastgroup:
        case "name":
            return None
        case "parts":
            value = _parts(text)
        case "vulgar":
            value = _vulgar(text)
        case "turned":  # 6ر1 shows as 1ر6: a decimal ر of the days before decimal commas
            units, decimals = text.split("ر")[::-1]
            value = _decimal(units, decimals)
        case _:
            return _separated(text)
    return None if value is None else (value, value)


def _ascii(character: str) -> str:
    digit = unicodedata.decimal(character, None)
    return character if digit is None else str(digit)


def _decimal(whole: str, decimals: str = "") -> Fraction | None:
    if len(whole) + len(decimals) > _LONGEST:
        return None
    return Fraction(int(whole + decimals), 10 ** len(decimals))


def _parts(text: str) -> Fraction | None:
    """2/3; a whole one, such as 24/7, is a name."""
    above, below = (_decimal(part) for part in re.split("[/⁄]", text))
    return above / below if above is not None and below and above < below else None


def _vulgar(text: str) -> Fraction | None:
    """½ or 2½."""
    whole = _decimal(text[:-1].strip(_SPACES) or "0")
    part = Fraction(unicodedata.numeric(text[-1])).limit_denominator(10)
    return None if whole is None else whole + part


def _separated(text: str) -> tuple[Fraction, Fraction] | None:
    """Digits with separators of thousands, of decimals, or both."""
    groups = re.split(r"\D", text)
    separators = [character for character in text if not character.isdecimal()]
    if not separators:
        value = _decimal(text)
    elif _ends_in_decimals(groups, separators):
        value = _grouped(groups[:-1], separators[:-1], groups[-1])
    else:
        value = _grouped(groups, separators)
    if value is None:
        return None
    if separators == ["."] and len(groups[1]) == 3 and groups[1][-1] == "0":
        grouped = _grouped(groups, separators)
        return value, value if grouped is None or groups[0] == "0" else grouped
    return value, value


def _ends_in_decimals(groups: list[str], separators: list[str]) -> bool:
    """Whether the last separator is the decimal one: ٫ always, a dot alone, a comma that does not
    part three digits, and whichever differs from the separators before it."""
    last = separators[-1]
    if len(separators) > 1 or last in "٫.":
        return last not in separators[:-1]
    return len(groups[-1]) != 3 or len(groups[0]) > 3 or groups[0] == "0"


def _grouped(groups: list[str], separators: list[str], decimals: str = "") -> Fraction | None:
    """The number of these thousands; None where they are not thousands: 12.5.2020."""
    even = all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3
    if separators and (not even or len(set(separators)) > 1):
        return None
    return _decimal("".join(groups), decimals)
