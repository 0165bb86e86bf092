import re

import pytest
from awkward_text import TEXTS
from hypothesis import given

from annotator.arabic.sentences import sentence_ranges


def sentences(text: str) -> list[str]:
    spans = [m.span() for m in re.finditer(r"\w+|[^\w\s]", text)]
    return [
        text[spans[a][0] : spans[b - 1][1]]
        for a, b in sentence_ranges(text, [start for start, _ in spans])
    ]


@pytest.mark.parametrize(
    "text",
    [
        "بلغ النمو 3.5 في المئة هذا العام.",
        "قال د. سامر العلي إن الوضع مستقر.",
        "زار أ. د. ليلى حداد المركز.",
        "م. محمد العلي وصل أمس.",
        "أعلن مسؤول في U.S. Army ذلك.",
        "راجع www.example.com أو news@example.org اليوم.",
        "(نحو 20 قتيلاً).",
    ],
)
def test_a_stop_inside_a_number_an_address_or_a_title_ends_nothing(text: str) -> None:
    assert sentences(text) == [text]


def test_stops_and_line_ends_divide() -> None:
    text = "وصل الوفد. هل يبقى؟ «لن نتراجع!» قال الوزير… ثم غادر.\nخاتمة"
    assert sentences(text) == [
        "وصل الوفد.", "هل يبقى؟", "«لن نتراجع!»", "قال الوزير…", "ثم غادر.", "خاتمة",
    ]  # fmt: skip


def test_the_closing_quote_stays_with_its_sentence_and_an_opening_one_goes_with_the_next() -> None:
    assert sentences('قال: "انتهى الأمر." ثم مضى. "سنعود" قالت.') == [
        'قال: "انتهى الأمر."', "ثم مضى.", '"سنعود" قالت.',
    ]  # fmt: skip


def test_a_year_with_its_era_ends_a_sentence() -> None:
    assert len(sentences("وقع ذلك سنة 2007 م. ثم عاد.")) == 2


@given(TEXTS)
def test_every_token_is_in_exactly_one_sentence(text: str) -> None:
    spans = [m.span() for m in re.finditer(r"\w+|[^\w\s]", text)]
    ranges = sentence_ranges(text, [start for start, _ in spans])
    assert [i for a, b in ranges for i in range(a, b)] == list(range(len(spans)))
    assert all(a < b for a, b in ranges)
