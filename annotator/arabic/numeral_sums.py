"""The grammar of one number: terms joined by و add up, words side by side multiply.

    number := term (و term)*      ثلاثة آلاف | وخمسمئة
    term   := small scale* | scale+
    small  := unit | unit عشر | tens | hundred | unit مئة | digits | fraction | unit أرباع

Units before tens, and both after hundreds, make one small number that the next scale multiplies:
مئة | وخمسة | وعشرون ألفا is 125 times 1000.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from annotator.arabic.numeral_tokens import Token
from annotator.arabic.numeral_words import Kind, afterthought

_SMALL = frozenset(
    (Kind.UNIT, Kind.ONE_OF, Kind.TEN, Kind.TENS, Kind.HUNDRED, Kind.HUNDREDS, Kind.DIGITS)
)
_SCALES = frozenset((Kind.SCALE, Kind.ALEF_SCALE, Kind.PLURAL_SCALE))
_STARTS = _SMALL | {Kind.FRACTION, Kind.SCALE, Kind.ALEF_SCALE, Kind.DUAL_SCALE}
_LARGEST = 10**18  # what a term's scales may multiply up to
_RELATIVES = frozenset(("الي", "الا", "التي", "الذي", "الذين", "اللاتي", "اللواتي", "الان"))


@dataclass(frozen=True, slots=True)
class Amount:
    """A number read from tokens, the last of them before `end`.

    `coefficient` and `scale` are those of its first scaled term: 3 and 1000 of 3 آلاف و200; the
    scale is 1 without one. `percent` is what a percent sign made of it: 1/100, or 1.
    """

    value: Fraction
    end: int
    coefficient: Fraction
    scale: int
    percent: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class _Term:
    """`value` times `scale`. `multiplied` says that the value was written before the scale."""

    value: Fraction
    end: int
    scale: int = 1
    multiplied: bool = True
    digits: bool = False
    fraction: bool = False


class _Sum:
    """Adds terms while each can follow those before it."""

    def __init__(self) -> None:
        self.total = Fraction(0)
        self.pending = Fraction(0)  # below 1000, not yet multiplied by a scale
        self.last: _Term | None = None
        self.first_scaled: _Term | None = None
        self._smallest = 0  # the last scale, 0 before any
        self._hundreds = False  # whether the last coefficient was of whole hundreds
        self._closed = False

    @property
    def value(self) -> Fraction:
        return self.total + self.pending

    def take(self, term: _Term) -> bool:
        """Add the term; False when it belongs to another number."""
        if self._closed:
            return False
        if term.fraction and self.last is not None:
            self._add_fraction(term)
        elif term.scale > 1:
            if not self._take_scaled(term):
                return False
        elif not self._take_small(term):
            return False
        self._closed = term.fraction and (self.last is not None or term.scale == 1)
        self.last = term
        return True

    def _add_fraction(self, term: _Term) -> None:
        """Add ونصف: half of the scale named after it, else of the last scale, else of one."""
        if term.scale > 1 and self.pending and not self.total:
            self.total, self.pending = (self.pending + term.value) * term.scale, Fraction(0)
            return
        unnamed = 1 if self.pending else self._smallest or 1
        self.total += term.value * (term.scale if term.scale > 1 else unnamed)

    def _take_small(self, term: _Term) -> bool:
        if self.pending or (self.last is not None and not self._smallest):
            if not self._fits(term):
                return False
        elif self._smallest and not 0 < term.value < self._smallest:
            return False
        self.pending += term.value
        return True

    def _take_scaled(self, term: _Term) -> bool:
        if self.pending and not (term.multiplied and self._fits(term)):
            return False
        coefficient = self.pending + term.value
        follows = coefficient * term.scale < self._smallest
        # مئة ألف وألفان, مئة ألف وخمسون ألفا: the scale said again
        repeats = self._hundreds and term.scale == self._smallest and coefficient < 100
        if self._smallest and not follows and not repeats:
            return False
        self.total, self.pending = self.total + coefficient * term.scale, Fraction(0)
        self._smallest, self._hundreds = term.scale, coefficient % 100 == 0 and not term.digits
        if self.first_scaled is None:
            self.first_scaled = _Term(coefficient, term.end, term.scale)
        return True

    def _fits(self, term: _Term) -> bool:
        """Whether it completes the pending number: below 100 after hundreds, tens after a unit."""
        if self.last is None or self.last.digits or not term.value:
            return False
        if self.pending and self.pending % 100 == 0:
            return term.value < 100
        return 0 < self.pending % 100 < 10 and not term.digits and _is_tens(term.value)


def _is_tens(value: Fraction) -> bool:
    return 20 <= value < 100 and value % 10 == 0


def read_amount(tokens: Sequence[Token], at: int, stop: int | None = None) -> Amount | None:
    """The longest number that begins at token `at` and ends before `stop`; None when none does."""
    stop = len(tokens) if stop is None else stop
    total = _Sum()
    end = at
    while end < stop and (end == at or tokens[end].joined):
        term = _term(tokens, end, stop)
        if term is None or not total.take(term):
            break
        end = term.end
    if total.last is None:
        return None
    percent = Fraction(1)
    if end < stop and tokens[end].kind is Kind.PERCENT:
        percent, end = tokens[end].reading.value, end + 1
    scaled = total.first_scaled
    coefficient, scale = (scaled.value, scaled.scale) if scaled else (total.value, 1)
    return Amount(total.value * percent, end, coefficient, scale, percent)


def continues(tokens: Sequence[Token], at: int) -> bool:
    """Whether a further number is joined by و at token `at`."""
    return at < len(tokens) and tokens[at].joined and tokens[at].kind in _STARTS


def _term(tokens: Sequence[Token], at: int, stop: int) -> _Term | None:
    token = tokens[at]
    if token.kind in _SMALL or token.kind is Kind.FRACTION:
        small = _small(tokens, at, stop)
        if small is None or token.reading.owned:
            return small
        return _scaled(tokens, small, stop)
    if token.kind not in _STARTS:
        return None
    return _scaled(tokens, _bare_scale(tokens, at), stop)


def _bare_scale(tokens: Sequence[Token], at: int) -> _Term:
    token = tokens[at]
    dual = token.kind is Kind.DUAL_SCALE
    if token.kind is Kind.ALEF_SCALE and not token.tanween:
        dual = _counts_next(tokens, at + 1)
    value = Fraction(2 if dual else 1)
    return _Term(value, at + 1, int(token.reading.value), multiplied=False)


def _counts_next(tokens: Sequence[Token], at: int) -> bool:
    """Whether token `at` is a noun, or a scale, that ألفا before it counts."""
    if at >= len(tokens) or tokens[at].joined or tokens[at].is_word("من"):
        return False
    return tokens[at].kind in (Kind.WORD, Kind.SCALE) and not after_words(tokens, at)[0]


def after_words(tokens: Sequence[Token], at: int) -> tuple[int, bool]:
    """How many tokens from `at` are an afterthought, and whether it says "about"."""
    return afterthought([token.key for token in tokens[at : at + 4]])


def _scaled(tokens: Sequence[Token], term: _Term, stop: int) -> _Term:
    """The term with the scales after it: مئة | ألف | مليون."""
    value, scale, end = term.value, term.scale, term.end
    while end < stop and tokens[end].kind in _SCALES and not tokens[end].joined:
        factor = int(tokens[end].reading.value)
        if scale * factor > _LARGEST or abs(value) * scale * factor > _LARGEST:
            break
        value, scale, end = value * scale, factor, end + 1
    return _Term(value, end, scale, term.multiplied, term.digits, term.fraction)


def _small(tokens: Sequence[Token], at: int, stop: int) -> _Term | None:
    """A number or fraction that stands before any scale."""
    token = tokens[at]
    value, digits = token.reading.value, token.kind is Kind.DIGITS
    after = tokens[at + 1] if at + 1 < stop else None
    if token.kind is Kind.FRACTION:
        return _Term(value, at + 1, fraction=True)
    if token.kind is Kind.ONE_OF and not _completes_eleven(after):
        return None
    if digits and (after is None or after.kind not in _SCALES | {Kind.PERCENT}):
        value = token.alone
    if token.kind in (Kind.UNIT, Kind.ONE_OF, Kind.DIGITS) and after and not after.joined:
        if after.kind is Kind.TEN and not digits:
            return _Term(value + 10, at + 2)
        if after.kind is Kind.HUNDRED and 3 <= value <= 9:
            return _Term(value * 100, at + 2, digits=digits)
        if after.kind is Kind.PARTS:
            return _Term(value * after.reading.value, at + 2, fraction=True)
    if token.reading.part is not None and _is_whole(token, after):
        return _Term(token.reading.part, at + 1, fraction=True)
    return _Term(value, at + 1, digits=digits)


def _completes_eleven(after: Token | None) -> bool:
    """أحد is a number in أحد عشر and أحد وعشرون alone."""
    if after is None:
        return False
    return after.kind is Kind.TENS if after.joined else after.kind is Kind.TEN


def _is_whole(token: Token, after: Token | None) -> bool:
    """Whether `after` is what خمس is a fifth of, not what it counts five of: خمس السكان."""
    if after is None or token.reading.definite or not after.article:
        return False
    return after.kind in (Kind.WORD, Kind.SCALE) and after.key not in _RELATIVES
