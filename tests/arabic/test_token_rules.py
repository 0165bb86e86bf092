"""A project's tokens: camel-tools' as they come, or numbers whole and tatweel clitics apart."""

from __future__ import annotations

from itertools import pairwise

import pytest
from awkward_text import TEXTS
from hypothesis import given

from annotator.arabic.token_rules import CAMEL_TOKENS, TokenRules
from annotator.arabic.tokens import token_ranges

NUMBERS, TATWEEL = TokenRules(numbers=True), TokenRules(tatweel=True)
BOTH = TokenRules(numbers=True, tatweel=True)


def tokens(rules: TokenRules, text: str) -> list[str]:
    return [text[start:end] for start, end in rules.tokens(text)]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("3.5", "3.5"),
        ("٣٫٥٪", "٣٫٥٪"),
        ("1,250", "1,250"),
        ("١٬٢٠٠ نازح", "١٬٢٠٠ نازح"),
        ("12%، ثم 12.", "12% ، ثم 12 ."),
        ("%٥٠", "%٥٠"),
        ("و3.5", "و3.5"),
        ("3 . 5", "3 . 5"),
        ("(3,5)", "( 3,5 )"),
        ("10-20%", "10 - 20%"),
        ("3، 4", "3 ، 4"),
        ("3,5x7,9", "3,5x7,9"),
    ],
)
def test_a_number_is_one_token(text: str, whole: str) -> None:
    assert tokens(NUMBERS, text) == whole.split()


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("الـ27", "الـ 27"),
        ("لـBBC", "لـ BBC"),
        ("وبـ\u200fCNN", "وبـ\u200f CNN"),
        ("بِـ٢٧", "بِـ ٢٧"),
        ('لـ"قسد"', 'لـ " قسد "'),
        ("والـ3", "والـ 3"),
        # a tatweel between Arabic letters may be there for its length alone
        ("بـيروت", "بـيروت"),
        ("مـ27", "مـ27"),
        ("ـ27", "ـ27"),
        ("الـ", "الـ"),
    ],
)
def test_a_clitic_before_a_tatweel_is_a_token(text: str, apart: str) -> None:
    assert tokens(TATWEEL, text) == apart.split()
    assert tokens(CAMEL_TOKENS, text) == token_ranges(text).texts(text)


def test_both_together() -> None:
    assert tokens(BOTH, "الـ3.5%") == ["الـ", "3.5%"]


@given(TEXTS)
def test_tokens_in_order_hold_every_letter_and_no_white_space(text: str) -> None:
    assert CAMEL_TOKENS.tokens(text) == token_ranges(text)
    for rules in (NUMBERS, TATWEEL, BOTH):
        spans = rules.tokens(text)
        assert all(start < end for start, end in spans)
        assert all(one[1] <= other[0] for one, other in pairwise(spans))
        assert "".join(tokens(rules, text)) == "".join(text.split())
        assert all("+" not in token or token == "+" for token in tokens(rules, text))
