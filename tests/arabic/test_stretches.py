"""Very long texts are worked through in stretches, with the same result."""

import random
import re
from itertools import chain

from awkward_text import PIECES, TEXTS
from camel_tools.tokenizers.word import simple_word_tokenize
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.fold import fold, folded_words
from annotator.arabic.stretches import stretches
from annotator.arabic.tokens import token_count, token_ranges


@given(TEXTS, st.integers(1, 20))
def test_stretches_are_the_text_cut_at_white_space(text: str, size: int) -> None:
    found = list(stretches(text, size=size))
    assert "".join(text[start:end] for start, end in found) == text
    assert all(text[start].isspace() for start, _ in found[1:])
    assert all(end - start >= size for start, end in found[:-1])


def test_the_tokens_and_words_of_a_very_long_text_are_those_of_the_whole() -> None:
    chance = random.Random(1)
    text = "".join(chance.choice(PIECES) for _ in range(120_000))
    assert len(list(stretches(text))) > 2
    tokens = simple_word_tokenize(text)
    assert token_ranges(text).texts(text) == tokens
    assert token_count(text) == len(tokens)
    assert list(chain.from_iterable(folded_words(text))) == re.findall(r"\w+", fold(text))


def test_a_very_long_text_without_white_space_is_one_stretch() -> None:
    text = "ط" * 300_000
    assert list(stretches(text)) == [(0, len(text))]
    assert token_count(text) == 1
