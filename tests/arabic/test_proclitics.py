import pytest
from awkward_text import TEXTS
from hypothesis import given

from annotator.arabic.graphemes import is_boundary
from annotator.arabic.proclitics import FrequencyProclitics, enclitic_length, word_counts


@pytest.mark.parametrize(
    ("cut", "base"),
    [
        ("ب", "الحسكة"), ("و", "دمشق"), ("وب", "بغداد"), ("ل", "لحسكة"), ("ول", "لجيش"),
        ("فل", "لجيش"), ("ك", "الأردن"), ("ف", "لبنان"), ("و", "لبنان"), ("ول", "وزير"),
        ("وَ", "دِمَشق"), ("لـ", "قسد"), ("بـ", "5"), ("ل", "حماس"), ("ب", "كورونا"), ("و", "السجن"),
        ("ل", "أوباما"), ("ب", "إجراءات"), ("و", "إلى"), ("ل", "\u0627\u0655يران"), ("ب", "آسيا"),
        ("س", "أدخل"), ("ب", "ماليزيا"), ("ل", "رئيس"), ("ب", "ذلك"),
        ("ب", "استخدام"), ("س", "يكتب"), ("س", "تستمر"), ("وسَ", "يكتب"), ("ﻭ", "ﺩﻣﺸﻖ"),
        ("وـ", "بيان"),
    ],
)  # fmt: skip
def test_a_proclitic_is_told_without_any_counts(cut: str, base: str) -> None:
    assert FrequencyProclitics({}).length(cut + base) == len(cut)


@pytest.mark.parametrize(
    "word",
    "لبنان بغداد والدة والي وزير بيروت كندا ليبيا كورونا فالنسيا فلسطين وكالة بيان كل واشنطن "
    "كأس بأس سأل كوفي سيباستيان ستيفن بانكوك بان فبراير لشبونة لمياء بي بعقوبة ﻷحمد "
    "الـ27 COVID-19 و 3.5 ،".split(),
)
def test_letters_of_the_word_itself_stay(word: str) -> None:
    assert FrequencyProclitics({}).length(word) == 0


def test_the_projects_own_texts_decide_about_what_no_list_knows() -> None:
    assert FrequencyProclitics(word_counts(["دخل مخربش ثم خرج مخربش"])).length("لمخربش") == 1
    assert FrequencyProclitics(word_counts(["بلوزان ثم بلوزان"])).length("بلوزان") == 0


@pytest.mark.parametrize(
    ("word", "length"),
    [("قواتهم", 2), ("مدينتها", 2), ("كتابِهِ", 2), ("مدينة", 0), ("له", 0), ("", 0)],
)
def test_an_attached_pronoun_is_measured_with_its_marks(word: str, length: int) -> None:
    assert enclitic_length(word) == length


@given(TEXTS)
def test_a_cut_never_splits_a_letter_nor_takes_all(text: str) -> None:
    counted = FrequencyProclitics(word_counts([text]))
    for word in text.split():
        length = counted.length(word)
        assert 0 <= length < len(word)
        assert is_boundary(word, length)
        assert 0 <= enclitic_length(word) < max(len(word), 1)
