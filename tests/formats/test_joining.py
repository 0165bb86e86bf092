"""Tokens without spacing joined as Arabic is written."""

from __future__ import annotations

import pytest

from annotator.formats.joining import gaps


def joined(tokens: str) -> str:
    forms = tokens.split()
    after = gaps(forms, [None] * len(forms))
    return "".join(form + gap for form, gap in zip(forms, after, strict=True))


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("وصل ، ثم عاد ؛ لماذا ؟ قال : نعم !", "وصل، ثم عاد؛ لماذا؟ قال: نعم!"),
        ("قال ( د ب أ ) أمس .", "قال (د ب أ) أمس."),
        ("قال « لن نتراجع » .", "قال «لن نتراجع»."),
        ('قال " قسد " و " نحن " .', 'قال "قسد" و "نحن".'),
        ("قال ' نعم ' أمس", "قال 'نعم' أمس"),
        ("“ نعم ” قال", "“نعم” قال"),
        ("ارتفع 3 . 5 % إلى ٣ ٫ ٥ ٪", "ارتفع 3.5% إلى ٣٫٥٪"),
        ("عام 2002 . ثم", "عام 2002. ثم"),
        ("انتهى . . .", "انتهى..."),
        ("# حمص @ sana", "#حمص @sana"),
        ("COVID - 19", "COVID - 19"),
    ],
)
def test_marks_go_to_the_word_that_they_belong_to(tokens: str, text: str) -> None:
    assert joined(tokens) == text


def test_what_the_file_says_is_kept_and_nothing_is_put_after_the_last() -> None:
    assert gaps(["قال", "،", "نعم"], ["\u00a0", "", None]) == ["\u00a0", "", ""]


def test_a_quote_left_open_takes_the_word_after_it() -> None:
    assert joined('قال " نعم') == 'قال "نعم'
