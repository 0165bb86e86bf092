"""What a quantity in Arabic news is worth: نحو ثلاثة آلاف وخمسمئة شخص is about 3500 of شخص."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from annotator.arabic.numeral_finding import Found, find_number, lead_noun
from annotator.arabic.numeral_sums import after_words
from annotator.arabic.numeral_tokens import Token, tokenise
from annotator.arabic.numeral_words import Kind, is_about

_PARENTHESES = re.compile(r"\([^()]*\)")
_CLAUSE_ENDS = frozenset(",;:?!")
_NEVER_AFTER_NOUN = frozenset((Kind.FRACTION, Kind.FEW, Kind.PLURAL_SCALE, Kind.SOME))


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity as read from its text.

    `value` is None for a range, which has `low` and `high`, and for a vague quantity (عشرات),
    which has neither. Whole values are ints. `unit` is what the text says besides the number,
    as written; empty for a bare number or percentage (5% is 0.05). `approximate` covers bounds:
    أكثر من 100 is 100, approximately.
    """

    value: float | None
    low: float | None
    high: float | None
    unit: str
    approximate: bool


def parse_quantity(text: str) -> Quantity | None:
    """The quantity that `text`, the covered text of an annotation, states.

    None when it states none: ordinals, dates, clock times, words without a number. What stands in
    parentheses counts only when nothing outside does. Never raises; takes linear time.
    """
    for readable in dict.fromkeys((_PARENTHESES.sub(" ", text), text)):
        tokens = tokenise(readable)
        found = find_number(tokens)
        if found is not None:
            return _quantity(tokens, found)
    return None


def _quantity(tokens: Sequence[Token], found: Found) -> Quantity:
    low, high = found.ends or (None, None)
    tail, about_after = _tail(tokens, found.end)
    about = found.vague or about_after or _is_about(tokens, found)
    unit = _unit(tokens, found, tail)
    return Quantity(_plain(found.value), _plain(low), _plain(high), unit, about)


def _plain(value: Fraction | None) -> float | None:
    """An int where it is whole."""
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else float(value)


def _is_about(tokens: Sequence[Token], found: Found) -> bool:
    """Whether a word before the number, or before the second one of a range, says "about"."""
    inside = (each for each in tokens[found.start : found.end] if each.kind is Kind.WORD)
    return any(is_about(each.key) for each in (*tokens[: found.start], *inside))


def _tail(tokens: Sequence[Token], at: int) -> tuple[list[Token], bool]:
    """The tokens from `at` to the clause's end without afterthoughts; whether one says "about"."""
    kept: list[Token] = []
    about = False
    while at < len(tokens):
        if tokens[at].kind is Kind.MARK and tokens[at].key in _CLAUSE_ENDS:
            break
        length, says_about = after_words(tokens, at)
        about = about or says_about
        if not length:
            kept.append(tokens[at])
        at += length or 1
    return kept, about


def _unit(tokens: Sequence[Token], found: Found, tail: list[Token]) -> str:
    """The unit: what follows the number, or the noun that a postposed number follows."""
    if found.noun is not None:
        return _surface(tokens[slice(*found.noun)])
    if tail and tail[0].key == "من":
        tail = tail[1:]
    symbol = next((each.symbol for each in tokens[found.start : found.end] if each.symbol), "")
    before: Sequence[Token] = ()
    if _follows_noun(tokens, found):
        before = tokens[lead_noun(tokens, found.start) : found.start]
    elif not tail and not symbol:
        before = [each for each in tokens[found.start - 1 : found.start] if _is_latin(each)]
    return " ".join(part for part in (symbol, _surface(before), _surface(tail)) if part)


def _follows_noun(tokens: Sequence[Token], found: Found) -> bool:
    """Whether the number is of the noun before it: شخص واحد, الدول الـ34."""
    first = tokens[found.start]
    if first.kind in _NEVER_AFTER_NOUN:
        return False
    one_or_two = first.kind is Kind.UNIT and found.end == found.start + 1
    return first.reading.definite or (one_or_two and first.reading.value in (1, 2))


def _is_latin(token: Token) -> bool:
    return token.kind is Kind.WORD and token.key.isascii()


def _surface(tokens: Sequence[Token]) -> str:
    """The tokens as written, trimmed, each stretch of white space one space."""
    return _trimmed(" ".join("".join(_with_gaps(tokens)).split()))


def _with_gaps(tokens: Sequence[Token]) -> Iterator[str]:
    for at, token in enumerate(tokens):
        if at and tokens[at - 1].end != token.start:
            yield " "
        yield token.surface


def _trimmed(text: str) -> str:
    """Without punctuation, white space and unseen characters at the edges."""
    start, end = 0, len(text)
    while start < end and unicodedata.category(text[start])[0] in "PZC":
        start += 1
    while end > start and unicodedata.category(text[end - 1])[0] in "PZC":
        end -= 1
    return text[start:end]
