"""What each Arabic number word is worth, whatever its case, gender, proclitics and spelling.

All keys are folded (see `annotator.arabic.fold`): مئة is مءه, مائة is ماءه, ثلاثة is ثلاثه.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from fractions import Fraction


class Kind(Enum):
    """The part that a token can play in a number."""

    UNIT = auto()  # 0 to 9
    ONE_OF = auto()  # أحد, إحدى: a number only as the first word of 11, 21 …
    TEN = auto()  # عشر, also the second word of 11 to 19
    TENS = auto()  # 20 to 90
    HUNDRED = auto()  # مئة, which a unit may multiply
    HUNDREDS = auto()  # مئتان, خمسمئة
    DIGITS = auto()
    SCALE = auto()  # ألف and above
    DUAL_SCALE = auto()  # ألفان: the scale twice
    ALEF_SCALE = auto()  # ألفا: once in the accusative, twice before the counted noun
    PLURAL_SCALE = auto()  # آلاف: a scale when a number multiplies it, else vague
    FRACTION = auto()  # نصف, ثلثا
    PARTS = auto()  # أرباع, which a unit multiplies
    FEW = auto()  # بضع: vague whatever follows
    SOME = auto()  # عدة, العديد: vague when there is no number
    PERCENT = auto()
    RANGE = auto()  # إلى, حتى, أو and dashes
    WORD = auto()
    MARK = auto()  # punctuation, symbols
    NAME = auto()  # digits that are no number: dates, clock times, F16


@dataclass(frozen=True, slots=True)
class Reading:
    """One word read as part of a number.

    `joined` says that و stands before it, `definite` that it has the article, `owned` that it ends
    in a pronoun (نصفهم). `part` is what a word of two readings is as a fraction: خمس is 5 or 1/5.
    """

    kind: Kind
    value: Fraction = Fraction(0)
    joined: bool = False
    definite: bool = False
    owned: bool = False
    part: Fraction | None = None


_UNITS = {
    0: "صفر صفرا",
    1: "واحد واحده واحدا",
    2: "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي ثنتان ثنتين ثنتا ثنتي",
    3: "ثلاث ثلاثه ثلاثا",
    4: "اربع اربعه اربعا",
    5: "خمس خمسه خمسا",
    6: "ست سته ستا",
    7: "سبع سبعه سبعا",
    8: "ثمان ثماني ثمانيه ثمانيا",
    9: "تسع تسعه تسعا",
}
_TENS = {2: "عشر", 3: "ثلاث", 4: "اربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان", 9: "تسع"}
_HUNDRED = ("مءه", "ماءه", "ميه", "مايه", "ماه")
_HUNDRED_STEMS = ("مءت", "ماءت", "ميت", "مايت")
_HUNDREDS = {
    3: "ثلاث ثلث", 4: "اربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان ثماني ثمن", 9: "تسع",
}  # fmt: skip
_SCALES = {
    10**3: ("الف", "الاف الوف"),
    10**6: ("مليون", "ملايين ملاين مليونات"),
    10**9: ("مليار", "مليارات"),
    10**12: ("تريليون", "تريليونات"),
}
_SCALE_SPELLINGS = {
    10**9: ("بليون", "بلايين بليونات"),
    10**12: ("ترليون", "ترليونات"),
}
_PARTS = {
    2: ("نصف", "انصاف"), 3: ("ثلث", "اثلاث"), 4: ("ربع", "ارباع"), 5: ("خمس", "اخماس"),
    6: ("سدس", "اسداس"), 7: ("سبع", "اسباع"), 8: ("ثمن", "اثمان"), 9: ("تسع", "اتساع"),
    10: ("عشر", "اعشار"),
}  # fmt: skip
_SOME = "عده عديد عديده عدد عددا اعداد اعدادا كثير كثيره كثيرا قليل قليله بعض"
_PERCENTS = {"%": 100, "٪": 100, "﹪": 100, "％": 100, "‰": 1000, "؉": 1000}
_PERCENT_WORDS = {f"بال{word}": 100 for word in _HUNDRED} | {"بالالف": 1000}
_PERCENT_OBJECTS = frozenset((*(f"ال{word}" for word in _HUNDRED), "الالف"))
_RANGES = frozenset(("الي", "حتي", "لغايه", "او", "-", "−", "~", ".."))
_PRONOUNS = ("هما", "هم", "هن", "ها", "نا", "كم", "ه")
_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بلك"


def _table() -> dict[str, Reading]:
    """Every form of every word, without proclitics."""
    words: dict[str, Reading] = {}

    def put(kind: Kind, value: int | Fraction, *forms: str) -> None:
        for form in forms:
            words[form] = Reading(kind, Fraction(value))

    for unit, forms in _UNITS.items():
        put(Kind.UNIT, unit, *forms.split())
    put(Kind.ONE_OF, 1, "احد", "احدي")
    put(Kind.TEN, 10, "عشر", "عشره", "عشرا")
    for tens, stem in _TENS.items():
        put(Kind.TENS, tens * 10, f"{stem}ون", f"{stem}ين")
    put(Kind.HUNDRED, 100, *_HUNDRED)
    for stem in _HUNDRED_STEMS:
        put(Kind.HUNDREDS, 200, *(stem + ending for ending in ("ان", "ين", "ا", "ي")))
    for hundreds, stems in _HUNDREDS.items():
        fused = [stem + word for stem in stems.split() for word in _HUNDRED]
        put(Kind.HUNDREDS, hundreds * 100, *fused)
    put(Kind.PLURAL_SCALE, 10, "عشرات")
    put(Kind.PLURAL_SCALE, 100, "مءات", "ماءات", "ميات")
    for scale, (one, many) in (*_SCALES.items(), *_SCALE_SPELLINGS.items()):
        put(Kind.SCALE, scale, one)
        put(Kind.ALEF_SCALE, scale, f"{one}ا")
        put(Kind.DUAL_SCALE, scale, f"{one}ان", f"{one}ين", f"{one}ي")
        put(Kind.PLURAL_SCALE, scale, *many.split())
    put(Kind.FEW, 0, "بضع", "بضعه")
    put(Kind.SOME, 0, *_SOME.split())
    _put_fractions(words)
    return words


def _put_fractions(words: dict[str, Reading]) -> None:
    """نصف to عُشر, one, two (ثلثا) and many (أرباع); خمس, سبع, تسع, عشر are numbers as well."""
    for whole, (one, many) in _PARTS.items():
        words[many] = Reading(Kind.PARTS, Fraction(1, whole))
        forms = {one: Fraction(1, whole), f"{one}ا": Fraction(1, whole)}
        if whole not in (2, 4):  # nobody says two halves or two quarters: نصفا is the accusative
            forms |= dict.fromkeys((f"{one}ا", f"{one}ان", f"{one}ي"), Fraction(2, whole))
        for form, value in forms.items():
            known = words.get(form)
            if known is None:
                words[form] = Reading(Kind.FRACTION, value)
            else:
                words[form] = replace(known, part=value)
    words["ثلثين"] = Reading(Kind.FRACTION, Fraction(2, 3))
    del words["عشري"]  # an adjective: decimal


_WORDS = _table()


def read_word(key: str) -> Reading | None:
    """The folded word as part of a number, its proclitics taken off; None when it is none."""
    reading = _WORDS.get(key)
    if reading is not None:
        return reading
    if key and key[0] in _CONJUNCTIONS:
        rest = _after_conjunction(key[1:])
        return replace(rest, joined=True) if rest is not None else None
    return _after_conjunction(key)


def _after_conjunction(key: str) -> Reading | None:
    """The word without ب ل ك and the article; also the ل that swallowed the article's alef."""
    for rest, definite in _without_prefixes(key):
        reading = _WORDS.get(rest) or _owned_fraction(rest)
        if reading is not None:
            return replace(reading, definite=definite)
    return None


def _without_prefixes(key: str) -> list[tuple[str, bool]]:
    found = [(key, False)]
    if key.startswith("ال"):
        found.append((key[2:], True))
    if key and key[0] in _PREPOSITIONS:
        found.append((key[1:], False))
        if key.startswith("ال", 1):
            found.append((key[3:], True))
        elif key.startswith("لل"):
            found.append((key[2:], True))
    return found


def _owned_fraction(key: str) -> Reading | None:
    """نصفهم, ثلثاها, خُمسها: a fraction that ends in a pronoun."""
    for pronoun in _PRONOUNS:
        stem = key.removesuffix(pronoun)
        reading = _WORDS.get(stem) if stem != key else None
        if reading is None:
            continue
        if reading.kind is Kind.FRACTION:
            return replace(reading, owned=True)
        if reading.part is not None:
            return Reading(Kind.FRACTION, reading.part, owned=True)
    return None


def percent_of(key: str) -> int | None:
    """What a percent sign or بالمئة divides by."""
    return _PERCENTS.get(key) or _PERCENT_WORDS.get(key)


def is_percent_object(key: str) -> bool:
    """Whether, after في, it says of how many: المئة, الألف."""
    return key in _PERCENT_OBJECTS


def is_range_word(key: str) -> bool:
    """Whether it stands between the two ends of a range."""
    return key in _RANGES or (key[:1] == "و" and key[1:] in _RANGES)


# Before the number: about, or a bound.
_ABOUT = frozenset(
    """
    نحو حوالي حوال قرابه زهاء زها يقارب تقارب مايقارب يقرب تقرب مايقرب قريب قريبا تقريبا مقاربا
    اكثر اقل يقل تقل لايقل مالايقل يزيد تزيد مايزيد فوق دون يناهز تناهز مايناهز ناهز ناهزت حدود
    يربو تربو مايربو ازيد يفوق تفوق مايفوق فاق فاقت يتجاوز تتجاوز تجاوز تجاوزت يتعدي تتعدي تعدي
    تعدت يتخطي تتخطي تخطي تخطت الاقل الاكثر اقله اقصي ادني اقصاه ادناه اعلي حتي يصل تصل يقدر تقدر
    ~ ≈ ± < > ≤ ≥ قدر قدرت مقدر يكاد تكاد ربما نيف بضع بضعه
    """.split()
)
# After the number, in whole phrases, longest first.
_AFTERTHOUGHTS = sorted(
    (
        tuple(phrase.split())
        for phrase in (
            "تقريبا", "علي الاقل", "علي الاكثر", "علي اقل تقدير", "علي وجه التقريب", "في الاقل",
            "كحد ادني", "كحد اقصي", "بحد ادني", "بحد اقصي", "او اكثر", "او اقل", "او يزيد",
            "فاكثر", "واكثر", "فاقل", "فما فوق", "وما فوق", "فما دون", "وما دون", "ونيف", "و نيف",
            "او نحو ذلك", "او ما يقارب ذلك", "+",
        )
    ),
    key=len,
    reverse=True,
)  # fmt: skip
_NEGLIGIBLE = frozenset(("فقط", "حصرا", "تحديدا", "بالضبط", "تماما"))
LONGEST_AFTERTHOUGHT = len(_AFTERTHOUGHTS[0])


def is_about(key: str) -> bool:
    """Whether, before a number, it makes it approximate or a bound: نحو, بأكثر, ولا يقل."""
    if key in _ABOUT:
        return True
    bare = key[1:] if key[:1] and key[0] in _CONJUNCTIONS else key
    return bare in _ABOUT or (bare[:1] != "" and bare[0] in _PREPOSITIONS and bare[1:] in _ABOUT)


def afterthought(keys: list[str]) -> tuple[int, bool]:
    """How many of these words, from the first, say "about" or "only", and whether it is "about"."""
    for phrase in _AFTERTHOUGHTS:
        if tuple(keys[: len(phrase)]) == phrase:
            return len(phrase), True
    return (1, False) if keys and keys[0] in _NEGLIGIBLE else (0, False)


_ORDINALS = frozenset(
    """
    اول اولي ثاني ثان ثانيه ثالث ثالثه رابع رابعه خامس خامسه سادس سادسه سابع سابعه ثامن ثامنه تاسع
    تاسعه عاشر عاشره حادي حاديه
    """.split()
)
_MONTHS = frozenset(
    """
    يناير فبراير مارس ابريل نيسان مايو يونيو يونيه يوليو يوليه اغسطس سبتمبر اكتوبر نوفمبر ديسمبر
    كانون شباط اذار ايار حزيران تموز اب ايلول تشرين جانفي فيفري افريل ماي جوان جويليه اوت غشت
    شتنبر نونبر دجنبر محرم ربيع جمادي رجب شعبان رمضان شوال ذي ذو
    """.split()
)
_YEARS = frozenset(("عام", "العام", "عامي", "سنه", "السنه", "سنتي"))
_NUMBERED = frozenset(("الساعه", "رقم", "الرقم", "برقم", "ارقام"))


def is_ordinal(key: str) -> bool:
    """Whether it is an ordinal, with or without proclitics: الحادي, والخامس."""
    bare = key[1:] if key[:1] == "و" else key
    return any(rest in _ORDINALS for rest, _ in _without_prefixes(bare))


def is_month(key: str) -> bool:
    return key in _MONTHS


def is_year_noun(key: str) -> bool:
    """Whether a year follows it: عام, لسنة."""
    return any(rest in _YEARS for rest, _ in _without_prefixes(key)) or key[1:] in _YEARS


def is_numbered(key: str) -> bool:
    """Whether the number after it is a name: رقم 7, الساعة 10."""
    return key in _NUMBERED or key[1:] in _NUMBERED
