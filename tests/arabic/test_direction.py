"""Which way words that were cut out of a paragraph run."""

from __future__ import annotations

import pytest

from annotator.arabic.direction import excerpt_is_rtl


@pytest.mark.parametrize(
    ("excerpt", "rtl"),
    [
        ("Reuters إنها شهدت ذلك", True),
        ("وزارة الصحة) said on Monday that", False),
        ("12% of them came back", False),
        ("12", True),  # nothing says: the page runs right to left
        ("", True),
    ],
)
def test_an_excerpt_runs_as_most_of_its_letters_do(excerpt: str, rtl: bool) -> None:
    assert excerpt_is_rtl(excerpt) is rtl
