"""The tokens of a quantity: each word read as a number where it is one, proclitics joined to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from annotator.arabic.fold import fold
from annotator.arabic.numeral_digits import DIGITS, read_digits
from annotator.arabic.numeral_words import (
    Kind,
    Reading,
    is_percent_object,
    is_range_word,
    percent_of,
    read_word,
)

_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_UNSEEN = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_SKIPPED = re.compile(rf"[\s{_MARKS}{_UNSEEN}]+")
_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{_MARKS}{_UNSEEN}])*")
_DOTS = re.compile(r"\.\.+")
_ARTICLE = re.compile(rf"ا[{_MARKS}{_UNSEEN}ـ]*ل")  # not أل, which belongs to a word: ألعاب
_FIRST_VOWEL_U = re.compile("خُم|سُب|تُس|عُش")  # خُمس is a fifth, خَمس is five
_TANWEEN = "\u064b"
_PROCLITICS = re.compile("[وف]?[بلك]?(?:ال)?|[وف]?لل")
_ONE = "واحد"  # one, or وأحد when عشر follows or its hamza is written
_AND_ONE_OF = Reading(Kind.ONE_OF, Fraction(1), joined=True)
_SIGNS = frozenset("-−")
_CURRENCIES = frozenset("$€£¥₪₺₽₹﷼¢₤₩")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark: `surface`, from `start` to `end` of the text; `key` is it folded.

    `symbol` is the currency sign before digits. `alone` is what digits are worth when no scale
    follows. `article` says that it begins with a bare ال.
    """

    start: int
    end: int
    surface: str
    key: str
    reading: Reading
    article: bool = False
    tanween: bool = False
    symbol: str = ""
    alone: Fraction = Fraction(0)

    @property
    def kind(self) -> Kind:
        return self.reading.kind

    @property
    def joined(self) -> bool:
        return self.reading.joined

    def is_word(self, *keys: str) -> bool:
        """Whether it is one of these folded words, with or without و."""
        return self.key in keys or (self.key[:1] == "و" and self.key[1:] in keys)


def tokenise(text: str) -> list[Token]:
    """The tokens of `text` in order; white space, stray marks and unseen characters are none."""
    tokens: list[Token] = []
    at = 0
    while at < len(text):
        if skipped := _SKIPPED.match(text, at):
            at = skipped.end()
        elif digits := DIGITS.match(text, at):
            _add_digits(tokens, digits)
            at = digits.end()
        else:
            found = _WORD.match(text, at) or _DOTS.match(text, at)
            end = found.end() if found else at + 1
            _add_word(tokens, text, at, end)
            at = end
    return tokens


def _add_word(tokens: list[Token], text: str, start: int, end: int) -> None:
    """Add a word or mark, joined to a و that stands apart, or to the في of a percent."""
    surface = text[start:end]
    key = fold(surface)
    reading = _reading(surface, key)
    before = tokens[-1] if tokens else None
    if before is not None and before.is_word("في", "من") and is_percent_object(key):
        reading = Reading(Kind.PERCENT, Fraction(1, 1000 if key == "الالف" else 100))
        start = tokens.pop().start
    elif before is not None and before.key == "و" and reading.kind not in (Kind.WORD, Kind.MARK):
        reading = replace(reading, joined=True)
        start = tokens.pop().start
    elif before is not None and before.key == _ONE and reading.kind is Kind.TEN:
        tokens[-1] = replace(before, reading=_AND_ONE_OF)
    article = _ARTICLE.match(surface) is not None
    tokens.append(Token(start, end, text[start:end], key, reading, article, _TANWEEN in surface))


def _reading(surface: str, key: str) -> Reading:
    divisor = percent_of(key)
    if divisor is not None:
        return Reading(Kind.PERCENT, Fraction(1, divisor))
    if is_range_word(key) or _DOTS.fullmatch(key):
        return Reading(Kind.RANGE)
    reading = read_word(key)
    if key == _ONE and "أ" in surface:
        return _AND_ONE_OF
    if reading is None:
        return Reading(Kind.WORD if key[:1].isalpha() else Kind.MARK)
    if reading.part is not None and _FIRST_VOWEL_U.search(surface):
        return replace(reading, kind=Kind.FRACTION, value=reading.part, part=None)
    if _TANWEEN not in surface:
        return reading
    if reading.kind is Kind.FRACTION and reading.value.numerator == 2 and key[-1] == "ا":
        reading = replace(reading, value=reading.value / 2)  # ثلثاً is one third, ثلثا two
    return replace(reading, part=None)


def _add_digits(tokens: list[Token], match: re.Match[str]) -> None:
    """Add digits with what is glued before them: a sign, a currency, a percent sign, proclitics."""
    start, end = match.span()
    values = read_digits(match)
    if values is None or _names_a_model(tokens, start):
        tokens.append(Token(start, end, match.group(), fold(match.group()), Reading(Kind.NAME)))
        return
    value, alone = values
    percent: Token | None = None
    symbol = ""
    if _has_sign(tokens, start):
        start, value, alone = tokens.pop().start, -value, -alone
    if tokens and tokens[-1].kind is Kind.MARK and tokens[-1].key in _CURRENCIES:
        symbol, start = tokens[-1].key, tokens.pop().start
    elif _has_percent(tokens, start):
        percent = tokens.pop()
        start = percent.start
    reading = Reading(Kind.DIGITS, value)
    if tokens and _PROCLITICS.fullmatch(tokens[-1].key) and tokens[-1].kind is Kind.WORD:
        clitic = tokens.pop()
        start = clitic.start
        joined, definite = clitic.key[0] in "وف", clitic.key.endswith(("ال", "لل"))
        reading = replace(reading, joined=joined, definite=definite)
    surface = match.string[start:end]
    tokens.append(Token(start, end, surface, "", reading, symbol=symbol, alone=alone))
    if percent is not None:
        tokens.append(replace(percent, start=end, end=end, surface=""))


def _has_sign(tokens: list[Token], start: int) -> bool:
    """Whether the last token is a minus: glued to these digits, and not after a number."""
    if not tokens or tokens[-1].key not in _SIGNS or tokens[-1].end != start:
        return False
    return len(tokens) == 1 or tokens[-2].kind in (Kind.WORD, Kind.MARK)


def _has_percent(tokens: list[Token], start: int) -> bool:
    """Whether these digits follow a percent sign that is not the one of a number before it."""
    if not tokens or tokens[-1].kind is not Kind.PERCENT or tokens[-1].end - tokens[-1].start != 1:
        return False
    after_number = len(tokens) > 1 and tokens[-2].end == tokens[-1].start
    return tokens[-1].end == start and not after_number


def _names_a_model(tokens: list[Token], start: int) -> bool:
    """Whether a word stands glued by a dash to the digits: كوفيد-19."""
    if len(tokens) < 2 or tokens[-1].key != "-":
        return False
    word, dash = tokens[-2:]
    return word.kind is Kind.WORD and word.end == dash.start and dash.end == start
