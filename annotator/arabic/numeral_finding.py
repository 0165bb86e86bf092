"""Where the number of a quantity stands in its tokens: alone, as a range, as a dual, or vague."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from annotator.arabic.dual_nouns import is_construct_dual, is_dual, same_noun
from annotator.arabic.numeral_sums import Amount, after_words, continues, read_amount
from annotator.arabic.numeral_tokens import Token
from annotator.arabic.numeral_words import (
    Kind,
    is_about,
    is_month,
    is_numbered,
    is_ordinal,
    is_year_noun,
)

_LINKS = frozenset("من ما لا عن علي في الي بين مابين ان قد ب ل و".split())
_BETWEEN = ("بين", "مابين")
_COUNTS = frozenset(("عدد", "عددا", "اعداد", "اعدادا"))  # vague before من alone
_VAGUE_SCALES = frozenset((Kind.PLURAL_SCALE, Kind.SCALE, Kind.TEN, Kind.TENS, Kind.HUNDRED))
_FURTHEST_SPLIT = 16  # tokens from بين to the و of its second number
_WIDEST_GAP = 3  # words between a number and what still belongs to it


@dataclass(frozen=True, slots=True)
class Found:
    """The number of a quantity, stated by tokens `start` to `end`: a value, a range, or neither.

    `noun` is the range of tokens that are the unit, where it is not simply what follows.
    """

    start: int
    end: int
    value: Fraction | None = None
    ends: tuple[Fraction, Fraction] | None = None
    noun: tuple[int, int] | None = None

    @property
    def vague(self) -> bool:
        return self.value is None and self.ends is None


def find_number(tokens: Sequence[Token]) -> Found | None:
    """The first number that is no date, clock time, name or ordinal; then a dual; then عدة."""
    return _first_number(tokens) or _dual(tokens) or _some(tokens)


def lead_noun(tokens: Sequence[Token], start: int) -> int:
    """Where the words right before token `start` begin that are neither "about" nor links."""
    at = start
    while at > 0 and tokens[at - 1].kind is Kind.WORD and not _is_filler(tokens[at - 1]):
        at -= 1
    return at


def _is_filler(token: Token) -> bool:
    return token.is_word(*_LINKS) or is_about(token.key)


def _first_number(tokens: Sequence[Token]) -> Found | None:
    at = 0
    while at < len(tokens):
        if tokens[at].kind in (Kind.FEW, Kind.PLURAL_SCALE):
            return _vague(tokens, at)
        amount = read_amount(tokens, at)
        if amount is None:
            at += 2 if _is_compound_ordinal(tokens, at) else 1
        elif _is_name(tokens, at, amount):
            at = _second_end(tokens, amount)
        else:
            return (
                _range(tokens, at, amount)
                or _half_more(tokens, at, amount)
                or _single(tokens, at, amount)
            )
    return None


def _is_compound_ordinal(tokens: Sequence[Token], at: int) -> bool:
    """الثاني عشر, الحادي والعشرون."""
    if at + 1 >= len(tokens) or not is_ordinal(tokens[at].key):
        return False
    after = tokens[at + 1]
    return after.kind is Kind.TEN or (after.kind is Kind.TENS and after.joined)


def _is_name(tokens: Sequence[Token], at: int, amount: Amount) -> bool:
    """Whether the number is a date's, a clock time's or a name's: 5 أيار, عام 2011, رقم 7."""
    if _precedes_month(tokens, amount) or _is_numbered_part(tokens, at):
        return True
    if at == 0:
        return False
    before = tokens[at - 1].key
    if is_numbered(before):
        return True
    if tokens[at].joined or tokens[at].kind in (Kind.UNIT, Kind.FRACTION):
        return False
    dated = is_year_noun(before) or any(is_month(each.key) for each in tokens[max(at - 2, 0) : at])
    return dated and (1000 <= amount.value <= 2200 or amount.end == len(tokens))


def _precedes_month(tokens: Sequence[Token], amount: Amount) -> bool:
    """5 أيار, 3 من رمضان, 21 و22 آب."""
    for end in {amount.end, _second_end(tokens, amount)}:
        month = end + 1 if end < len(tokens) and tokens[end].key == "من" else end
        if month < len(tokens) and is_month(tokens[month].key):
            return True
    return False


def _is_numbered_part(tokens: Sequence[Token], at: int) -> bool:
    """الربع الأول, النصف الثاني."""
    if not tokens[at].reading.definite or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].article and is_ordinal(tokens[at + 1].key)


def _second_end(tokens: Sequence[Token], first: Amount) -> int:
    """Where the number after `first` ends (21 و22, 20 - 25), or `first` itself without one."""
    at = first.end
    if at < len(tokens) and tokens[at].kind is Kind.RANGE:
        at += 1
    elif not continues(tokens, at):
        return first.end
    second = read_amount(tokens, at) if at < len(tokens) else None
    return second.end if second is not None else first.end


# -- one number


def _single(tokens: Sequence[Token], at: int, amount: Amount) -> Found:
    value, end = amount.value, amount.end
    if [token.key for token in tokens[end : end + 2]] == ["من", "كل"]:
        whole = read_amount(tokens, end + 2) if end + 2 < len(tokens) else None
        if whole is not None and whole.value:
            return Found(at, whole.end, value / whole.value)
    half = _joined_fraction(tokens, end)
    if half is None:
        return Found(at, end, value)
    fraction = read_amount(tokens, half)
    if fraction is None:
        return Found(at, end, value)
    value += fraction.value * (amount.scale if fraction.scale == 1 else 1)
    return Found(at, _skip_whole(tokens, fraction.end), value, noun=(end, half))


def _joined_fraction(tokens: Sequence[Token], at: int) -> int | None:
    """Where "and a half" stands after the counted noun at `at`: سبع ساعات ونصف الساعة."""
    for half in range(at, min(at + _WIDEST_GAP + 1, len(tokens))):
        if tokens[half].kind is Kind.FRACTION and tokens[half].joined and half > at:
            return half
        if tokens[half].kind is not Kind.WORD:
            return None
    return None


def _skip_whole(tokens: Sequence[Token], at: int) -> int:
    """Past what the half is of, said again: ونصف الساعة."""
    again = at < len(tokens) and tokens[at].kind is Kind.WORD and tokens[at].article
    return at + 1 if again else at


def _half_more(tokens: Sequence[Token], at: int, amount: Amount) -> Found | None:
    """ساعة ونصف, ساعتان ونصف الساعة: the noun alone is one or two."""
    if tokens[at].kind is not Kind.FRACTION or not tokens[at].joined or amount.scale > 1:
        return None
    start = max(lead_noun(tokens, at), at - 2)
    if start == at:
        return None
    count = 2 if is_dual(tokens[start].surface) else 1
    end = _skip_whole(tokens, amount.end)
    return Found(start, end, amount.value + count, noun=(start, at))


# -- two numbers


def _range(tokens: Sequence[Token], at: int, first: Amount) -> Found | None:
    return _between(tokens, at) or _to(tokens, at, first) or _dual_to(tokens, at, first)


def _between(tokens: Sequence[Token], at: int) -> Found | None:
    """بين 20 و30: split at the first و that leaves two whole numbers, the smaller one first."""
    if at == 0 or not tokens[at - 1].is_word(*_BETWEEN):
        return None
    falling: Found | None = None
    for split in range(at + 1, min(at + _FURTHEST_SPLIT, len(tokens))):
        if not continues(tokens, split):
            continue
        low, high = read_amount(tokens, at, split), read_amount(tokens, split)
        if low is None or high is None or continues(tokens, high.end):
            continue
        if not _is_gap(tokens, low.end, split):
            continue
        found = _ranged(tokens, at, low, split, high)
        if low.value < high.value:
            return found
        falling = falling or found
    return falling


def _to(tokens: Sequence[Token], at: int, low: Amount) -> Found | None:
    """20 إلى 30, 3-5 آلاف, خمسة أو ستة, من 10 أيام إلى 15 يوما."""
    sign = low.end
    while sign < len(tokens) and tokens[sign].kind is Kind.WORD and sign - low.end < _WIDEST_GAP:
        sign += 1
    if sign >= len(tokens) or tokens[sign].kind is not Kind.RANGE:
        return None
    from_word = at > 0 and tokens[at - 1].is_word("من")
    if sign > low.end and not from_word and tokens[sign].is_word("الي", "حتي"):
        return None  # نقل 10 جرحى إلى 3 مستشفيات
    second = sign + 1
    while second < len(tokens) and second - sign < _WIDEST_GAP and _is_filler(tokens[second]):
        second += 1
    high = read_amount(tokens, second) if second < len(tokens) else None
    return None if high is None else _ranged(tokens, at, low, sign, high)


def _dual_to(tokens: Sequence[Token], at: int, high: Amount) -> Found | None:
    """يومين أو ثلاثة أيام, بين ساعتين وثلاث ساعات."""
    if at < 2 or high.value <= 2:
        return None
    if tokens[at - 1].kind is Kind.RANGE:
        dual = at - 2
    elif tokens[at].joined and tokens[at - 2].is_word(*_BETWEEN):
        dual = at - 1
    else:
        return None
    if tokens[dual].kind is not Kind.WORD or not is_dual(tokens[dual].surface):
        return None
    noun = (dual, dual + 1) if high.end == len(tokens) else None
    return Found(dual, high.end, ends=(Fraction(2), high.value), noun=noun)


def _ranged(tokens: Sequence[Token], at: int, low: Amount, gap_end: int, high: Amount) -> Found:
    """The range, its two ends put in order."""
    parted = low.end < gap_end
    one, two = low.value, high.value
    if not parted and low.percent == 1:  # 3-5 آلاف, 4–6 بالمئة
        shares = low.scale == 1 and one < high.coefficient
        one *= (high.scale if shares else 1) * high.percent
    if high.scale == 1 and high.percent == 1:  # من 5 ملايين إلى 7, but not من ألف إلى 500
        shares = low.coefficient < two <= 10 * low.coefficient
        two *= (low.scale if shares else 1) * low.percent
    noun = (low.end, gap_end) if parted and high.end == len(tokens) else None
    return Found(at, high.end, ends=(min(one, two), max(one, two)), noun=noun)


def _is_gap(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the tokens are a few words that may be a unit."""
    return end - start <= _WIDEST_GAP and all(
        token.kind in (Kind.WORD, Kind.MARK) for token in tokens[start:end]
    )


# -- no number


def _vague(tokens: Sequence[Token], at: int) -> Found:
    """عشرات الآلاف, بضع مئات, بضعة وعشرون, عشرات أو مئات."""
    few = tokens[at].kind is Kind.FEW
    end = at + 1
    while end < len(tokens):
        again = end + 1 if tokens[end].kind is Kind.RANGE else end
        kind = tokens[again].kind if again < len(tokens) else Kind.MARK
        apart = again > end or tokens[end].joined
        if kind not in _VAGUE_SCALES or (apart and not few and kind is not Kind.PLURAL_SCALE):
            break
        end = again + 1
    return Found(at, end)


def _some(tokens: Sequence[Token]) -> Found | None:
    """عدة أشخاص, عدد كبير من الأشخاص, سنوات عدة."""
    for at, token in enumerate(tokens):
        if token.kind is not Kind.SOME:
            continue
        ahead = [each.key for each in tokens[at + 1 : at + 3]]
        if "من" in ahead:
            return Found(at, at + 1 + ahead.index("من"))
        if not token.is_word(*_COUNTS):
            start = lead_noun(tokens, at)
            noun = (start, at) if at + 1 == len(tokens) and start < at else None
            return Found(at, at + 1, noun=noun)
    return None


def _dual(tokens: Sequence[Token]) -> Found | None:
    """A text that is one noun in the dual, but for "about" and what agrees with it or owns it."""
    start = 0
    while start < len(tokens) and _is_filler(tokens[start]):
        start += 1
    end = start
    while end < len(tokens) and not after_words(tokens, end)[0]:
        end += 1
    words = tokens[start:end]
    if not words:
        return None
    between = start > 0 and tokens[start - 1].is_word(*_BETWEEN)
    if _is_one_or_two(words, between):
        return Found(start, end, ends=(Fraction(1), Fraction(2)), noun=(start, start + 1))
    if _is_dual_phrase(words):
        return Found(start, end, Fraction(2), noun=(start, end))
    return None


def _is_one_or_two(words: Sequence[Token], between: bool) -> bool:
    """يوم أو يومين, بين عام وعامين."""
    one, two = words[0].surface, words[-1].surface
    if len(words) == 3 and words[1].kind is Kind.RANGE:
        return is_dual(two) and same_noun(one, two)
    if len(words) == 2 and between and words[1].key[0] == "و":
        return is_dual(two[1:]) and same_noun(one, two[1:])
    return False


def _is_dual_phrase(words: Sequence[Token]) -> bool:
    """سيارتين مفخختين, جنديان من الجيش, جولتَي حوار."""
    if any(word.kind is not Kind.WORD for word in words):
        return False
    noun, rest = words[0].surface, words[1:]
    if is_dual(noun):
        agrees = len(rest) <= 2 and all(word.key.endswith(("ان", "ين")) for word in rest)
        return agrees or rest[0].is_word("من")
    if not 1 <= len(rest) <= 2 or _is_filler(rest[0]):
        return False
    return is_construct_dual(noun, rest[0].surface)
