"""What the export dialog shows beside each choice is what the writers make of it."""

from __future__ import annotations

from typing import Any

import pytest

from annotator.formats.examples import example
from annotator.formats.options import OPTIONS, Clitics, Nesting, Scheme, Segments


@pytest.mark.parametrize(
    ("option", "value", "rows"),
    [
        ("clitics", Clitics.WHOLE, ["والسجن B-location", "بحمص O"]),
        ("clitics", Clitics.STRICT, ["والسجن O", "بحمص O"]),
        ("clitics", Clitics.SPLIT, ["و+ O", "السجن B-location", "بحمص O"]),
        ("clitics", Clitics.SEGMENT, ["و+ O", "السجن B-location", "ب+ O", "حمص O"]),
        ("clitics", Clitics.RANGE, ["1-2 والسجن", "1 و O", "2 السجن B-location", "3 بحمص O"]),
        ("segments", Segments.D3TOK, ["و+", "ب+", "ال+", "سجن"]),
        ("nesting", Nesting.COLUMNS, ["سفير B-actor O", "لبنان I-actor B-location"]),
        ("scheme", Scheme.BIOES, ["تل B-location", "رفعت E-location", "حلب S-location"]),
    ],
)
def test_an_example_is_what_the_value_makes_of_it(option: str, value: Any, rows: list[str]) -> None:
    assert example(option, value) == rows


@pytest.mark.parametrize("option", OPTIONS)
def test_an_example_tells_the_values_apart(option: str) -> None:
    rows = {tuple(example(option, value)) for value in OPTIONS[option]}
    alike = 1 if option == "nesting" else 0  # the longest is of the first label there
    assert len(rows) == len(OPTIONS[option]) - alike
