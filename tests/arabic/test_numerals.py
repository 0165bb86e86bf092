import json

import pytest
from arabic_speller import Spelling, spell
from awkward_text import TEXTS
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.numerals import Quantity, parse_quantity
from annotator.resources import seeds

SPELLINGS = st.builds(
    Spelling,
    feminine=st.booleans(),
    nominative=st.booleans(),
    hundred=st.sampled_from(["مئة", "مائة", "مئه", "ميه", "مِئَة"]),
    fused=st.booleans(),
    tanween=st.sampled_from(["", "ا", "اً", "ًا"]),
)
NUMBERS = st.one_of(
    st.integers(0, 999),
    st.integers(0, 999_999_999_999),
    st.lists(st.sampled_from([0, 1, 2, 3, 10, 11, 12, 20, 21, 99, 100, 102, 200, 211, 300, 999]),
             min_size=4, max_size=4).map(lambda parts: int("".join(f"{p:03}" for p in parts))),
)  # fmt: skip
DIGITS = {"latin": "0123456789", "arabic": "٠١٢٣٤٥٦٧٨٩", "persian": "۰۱۲۳۴۵۶۷۸۹"}


def value(text: str) -> float | None:
    quantity = parse_quantity(text)
    assert quantity is not None, text
    return quantity.value


def ends(text: str) -> tuple[float | None, float | None]:
    quantity = parse_quantity(text)
    assert quantity is not None, text
    assert quantity.value is None
    return quantity.low, quantity.high


@given(NUMBERS, SPELLINGS)
def test_a_number_in_words_is_read_back(number: int, how: Spelling) -> None:
    assert parse_quantity(spell(number, how)) == Quantity(number, None, None, "", False)


@given(NUMBERS, SPELLINGS, st.sampled_from(["و", "ب", "ل", "ف", "ك", "وب", "ول", "فل"]))
def test_proclitics_change_no_number(number: int, how: Spelling, proclitics: str) -> None:
    assert value(proclitics + spell(number, how) + " شخصا") == number


@given(NUMBERS, SPELLINGS, st.data())
def test_stray_marks_and_controls_change_no_number(
    number: int, how: Spelling, data: st.DataObject
) -> None:
    words = spell(number, how)
    at = data.draw(st.integers(0, len(words)))
    mark = data.draw(st.sampled_from("\u0652\u0651\u0640\u200f\u200c"))
    text = words[:at] + mark + words[at:] if at and words[at - 1] != " " else words
    assert value(text) == number


@given(
    st.integers(0, 10**15),
    st.sampled_from(list(DIGITS)),
    st.sampled_from(["", ",", "٬", "،", " ", "\u00a0", "\u202f", "'"]),
)
def test_digits_of_every_system_are_read_back(number: int, system: str, thousands: str) -> None:
    text = f"{number:,}".replace(",", thousands)
    assert value(text.translate(str.maketrans(DIGITS["latin"], DIGITS[system]))) == number


@given(
    st.decimals(min_value=0, max_value=10**9, places=2),
    st.sampled_from(list(DIGITS)),
    st.sampled_from([(",", "."), (".", ","), ("٬", "٫"), ("", "."), ("", ","), ("\u00a0", ",")]),
)
def test_decimals_of_every_system_are_read_back(
    number: object, system: str, separators: tuple[str, str]
) -> None:
    thousands, decimal = separators
    text = f"{number:,}".translate(str.maketrans({",": thousands, ".": decimal}))
    text = text.translate(str.maketrans(DIGITS["latin"], DIGITS[system]))
    assert value(text) == float(str(number))


@given(st.integers(1, 99), st.integers(1, 99), SPELLINGS)
def test_a_spelled_range_between_is_split_where_it_is_meant(
    first: int, second: int, how: Spelling
) -> None:
    low, high = sorted((first * 100 + 20, second * 100 + 10_020))
    assert ends(f"بين {spell(low, how)} و{spell(high, how)} شخص") == (low, high)


@given(TEXTS | st.text())
def test_no_text_raises(text: str) -> None:
    quantity = parse_quantity(text)
    if quantity is not None and quantity.low is not None:
        assert quantity.value is None
        assert quantity.high is not None
        assert quantity.low <= quantity.high


_NUMERAL_PIECES = (
    "و في من بين إلى أو - – / ٪ % $ ( ) ، 3 ٣٫٥ 1,250 20 ألف ألفا ألفين آلاف مليون مليونا ملايين"
    " مئة مئتي عشر عشرة خمسة وخمسين خمس ربع ونصف نصفهم ثلثا أرباع عشرات بضع عدة واحد أحد اثنين"
    " شخصين سنة عام رقم أيار الثاني نحو تقريبا الأقل كل السكان الـ صفر بالمئة ½ 2/3"
).split()


@given(st.lists(st.sampled_from(_NUMERAL_PIECES), max_size=25), st.sampled_from(["", " "]))
def test_no_heap_of_number_words_raises(pieces: list[str], between: str) -> None:
    parse_quantity(between.join(pieces))


def test_endless_numerals_are_read() -> None:
    for endless in (
        "9" * 6000,
        "ألف " * 6000,
        "وخمسة " * 6000,
        "1," * 6000,
        "بين 5 " + "و6 " * 6000,
    ):
        parse_quantity(endless)


def gold() -> list[tuple[str, dict[str, object]]]:
    lines = (seeds() / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    annotations = [each for line in lines for each in json.loads(line)["spans"]]
    quantities = [each for each in annotations if each["label"] == "quantity"]
    return [(each["text"], each.get("attributes", {})) for each in quantities]


def test_every_quantity_of_the_sample_articles_is_read_as_annotated() -> None:
    assert len(gold()) > 300
    for text, attributes in gold():
        quantity = parse_quantity(text)
        assert quantity is not None, text
        number = quantity.value if quantity.low is None else [quantity.low, quantity.high]
        read = (number, quantity.unit, quantity.approximate)
        told = [attributes.get(key, default) for key, default in
                (("value", None), ("unit", ""), ("approximate", False))]  # fmt: skip
        assert read == tuple(told), text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ثَلَاثَةُ آلَافٍ وَخَمْسُمِئَةٍ", 3500),
        ("مليونا لاجئ", 2_000_000),
        ("20 مليونا و400 ألف دولار", 20_400_000),
        ("ألفا قتيل", 2000),
        ("ألفاً وخمسمئة", 1500),
        ("مليونَي نازح", 2_000_000),
        ("خمسمئة وثلاثة آلاف", 503_000),
        ("مئة ألف وألفان", 102_000),
        ("مئة ألف وخمسين ألفا", 150_000),
        ("سبعا وعشرين", 27),
        ("ثلاث مئات", 300),
        ("ثلاثمائة ألف و٥٠", 300_050),
        ("3 آلاف مليار", 3_000_000_000_000),
        ("٣ الاف", 3000),
        ("12ألف", 12_000),
        ("الـ27", 27),
        ("3 آلاف و 500", 3500),
        ("1 250 000 نسمة", 1_250_000),
        ("1.250 شخص", 1250),
        ("1.250 مليون", 1_250_000),
        ("3.125 كلم", 3.125),
        ("1.200.000", 1_200_000),
        ("6ر1 مليون يورو", 1_600_000),
        ("-5 درجات", -5),
        ("½ مليون", 500_000),
        ("2½ كلم", 2.5),
        ("3/4 السكان", 0.75),
    ],
)
def test_values(text: str, expected: float) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("مليون ونصف المليون دولار", 1_500_000),
        ("ثلاثة ملايين ونصف", 3_500_000),
        ("ثلاثة ملايين دولار ونصف المليون", 3_500_000),
        ("خمسة ونصف مليون", 5_500_000),
        ("ساعتان ونصف الساعة", 2.5),
        ("عام ونصف العام", 1.5),
        ("5 سنوات ونصف السنة", 5.5),
        ("ثلثا السكان", 2 / 3),
        ("ثلثاً", 1 / 3),
        ("خُمسَي السكان", 0.4),
        ("خمس السكان", 0.2),
        ("خَمس ألعاب", 5),
        ("سبعُ دقائق", 7),
        ("ثلاثة أرباع المليون", 750_000),
        ("عشرهم", 0.1),
        ("واحد من كل خمسة", 0.2),
        ("%12", 0.12),
        ("٪١٢٫٥", 0.125),
        ("مئة في المئة", 1),
        ("نصف بالمئة", 0.005),
        ("ثلاثة ونصف في المائة", 0.035),
        ("5 بالألف", 0.005),
    ],
)
def test_fractions_and_percentages(text: str, expected: float) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("بين خمسة وعشرين وثلاثين", 25, 30),
        ("بين مئة وخمسين ومئتين", 150, 200),
        ("بين خمسة وعشرة", 5, 10),
        ("ما بين ألفين وثلاثة آلاف", 2000, 3000),
        ("بين مليون ومليون ونصف المليون", 1_000_000, 1_500_000),
        ("بين 500 ومليون", 500, 1_000_000),
        ("بين 6 سنوات و15 سنة", 6, 15),
        ("3-5 آلاف", 3000, 5000),
        ("20 – 30", 20, 30),
        ("من 10 إلى 15 في المئة", 0.1, 0.15),
        ("بين 10% و15%", 0.1, 0.15),
        ("من ألف إلى 500", 500, 1000),
        ("من 5 ملايين إلى 7", 5_000_000, 7_000_000),
        ("خمسة أو ستة أشخاص", 5, 6),
        ("يومين أو ثلاثة أيام", 2, 3),
        ("بين عام وعامين", 1, 2),
    ],
)
def test_ranges(text: str, low: float, high: float) -> None:
    assert ends(text) == (low, high)


@pytest.mark.parametrize(
    "text",
    ["نحو 100", "بنحو 100", "أكثر من 100", "ما لا يقل عن 100", "لا يزيد على 100", "100 على الأقل",
     "100 تقريباً", "مئة ونيف", "زهاء المئة", "دون 100", "100 فأكثر", "+100", "~100"],
)  # fmt: skip
def test_bounds_and_approximators(text: str) -> None:
    quantity = parse_quantity(text)
    assert quantity is not None
    assert (quantity.value, quantity.approximate) == (100, text != "+100")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("عشرات الآلاف من النازحين", "النازحين"),
        ("العشرات من النازحين", "النازحين"),
        ("مئات آلاف التلاميذ", "التلاميذ"),
        ("بضعة عشر شخصا", "شخصا"),
        ("بضعة آلاف", ""),
        ("ملايين", ""),
        ("عدة أشخاص", "أشخاص"),
        ("سنوات عدّة", "سنوات"),
        ("العديد من الأشخاص", "الأشخاص"),
        ("عدد كبير من المدنيين", "المدنيين"),
    ],
)
def test_vague_quantities_have_no_value(text: str, unit: str) -> None:
    assert parse_quantity(text) == Quantity(None, None, None, unit, True)


@pytest.mark.parametrize(
    "text",
    ["الأول", "الثاني", "العاشرة", "القرن الثامن عشر", "القرن الحادي والعشرين", "الربع الأول",
     "14 أغسطس 1237", "21 و22 أيار", "3 من رمضان", "عام 2011", "تشرين الأول 1930", "12/5/2020",
     "2020-05-12", "10:30", "الساعة 10", "رقم 1701", "يوم الأحد", "أحد السجناء", "الثلاثاء",
     "F16", "كوفيد-19", "1.2.3", "", " ", "الناس", "سكان", "مسلحين", "نازحين", "قوانين"],
)  # fmt: skip
def test_what_is_no_quantity(text: str) -> None:
    assert parse_quantity(text) is None


@pytest.mark.parametrize(
    "text",
    ["شخصان", "جنديين", "سنتين", "عامين", "سيارتين مفخختين", "جولتَي حوار", "طائرتا شحن",
     "قاربين", "مدنيان", "الشريكين", "ثانيتين"],
)  # fmt: skip
def test_a_dual_noun_is_two_of_it(text: str) -> None:
    assert parse_quantity(text) == Quantity(2, None, None, text, False)
    assert parse_quantity(f"نحو {text}") == Quantity(2, None, None, text, True)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("3 آلاف من أخطر قادة التنظيم", "أخطر قادة التنظيم"),
        ("شخص واحد", "شخص"),
        ("طفلة واحدة فقط", "طفلة"),
        ("الجنود الخمسة عشر", "الجنود"),
        ("السنوات العشر الماضية", "السنوات الماضية"),
        ("$5 مليون", "$"),
        ("340 مليون €", "€"),
        ("95 كلم", "كلم"),
        ("USD 500", "USD"),
        ("خمسة (5) أشخاص", "أشخاص"),
        ("20 مليون دولار (نحو 15 مليون يورو)", "دولار"),
        ("(12 شخصا)", "شخصا"),
        ("3 آلاف شخص، بينهم 20 طفلا", "شخص"),
        ("12% من السكان", "السكان"),
        ("ساعتان ونصف الساعة", "ساعتان"),
        ("«20 دولة»", "دولة"),
        ("20\u00a0\u200f دولة\u200f", "دولة"),
    ],
)
def test_units(text: str, unit: str) -> None:
    quantity = parse_quantity(text)
    assert quantity is not None
    assert quantity.unit == unit


def test_whole_values_are_exact_ints() -> None:
    for text in ("3,5 مليون", "100%", "999999999999999999", "2.3 مليار"):
        assert type(value(text)) is int
    assert type(value("5%")) is float
