"""The tokenizer with offsets against camel-tools' own without, on the same text."""

import pytest
from camel_tools.tokenizers.word import simple_word_tokenize

from annotator.arabic.tokens import token_ranges

TEXT = """\
أعلنت وزارة الصحة، أمس الأحد، أن نحو 3.5 ملايين شخص تلقّوا اللقاح في 14 محافظة،
وأن المرحلة الثانية تبدأ في 2 آذار. وقال الناطق باسمها: «لن نترك أحداً»، مضيفاً أن
الشحنة (1,250 صندوقاً) وصلت إلى مطار المدينة ليلاً.
"""


@pytest.fixture(scope="module")
def text() -> str:
    return TEXT * 500


@pytest.mark.benchmark(group="tokenizer")
def test_camel_tools_without_offsets(benchmark, text: str) -> None:
    assert benchmark(simple_word_tokenize, text)


@pytest.mark.benchmark(group="tokenizer")
def test_token_ranges(benchmark, text: str) -> None:
    ranges = benchmark(token_ranges, text)
    assert ranges.texts(text) == simple_word_tokenize(text)
