"""Letters and words of a text are followed into its revision."""

from awkward_text import TEXTS
from hypothesis import given

from annotator.arabic.alignment import ABSENT, Alignment


@given(old=TEXTS, new=TEXTS)
def test_of_any_two_texts_equal_letters_are_aligned_in_order(old: str, new: str) -> None:
    letters = [(i, j) for i, j in enumerate(Alignment(old, new).letters) if j != ABSENT]
    assert all(old[i] == new[j] for i, j in letters)
    assert [j for _, j in letters] == sorted({j for _, j in letters})
