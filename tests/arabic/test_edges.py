from awkward_text import TEXTS
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.edges import is_unseen, tidy
from annotator.arabic.graphemes import is_boundary, next_boundary, previous_boundary
from annotator.arabic.utf16 import Utf16Map


def test_an_edge_takes_the_marks_of_its_letter_and_leaves_out_what_is_not_seen() -> None:
    text = "قال \u200fمُحَمَّدٌ\u200c "
    span = tidy(text, 3, len(text))
    assert span is not None
    assert span.of(text) == "مُحَمَّدٌ"
    cut = tidy(text, 5, 6)
    assert cut is not None
    assert cut.of(text) == "مُ"


def test_an_emoji_is_never_cut() -> None:
    for emoji in ("👩‍👩‍👧", "🇸🇾", "👍🏽", "✈️", "1️⃣", "\U0001f3f4\U000e0067\U000e007f"):
        span = tidy(emoji + "م", 0, 1)
        assert span is not None
        assert span.of(emoji + "م") == emoji


def test_nothing_is_left_of_what_is_not_seen() -> None:
    assert tidy("أ \u200f\u00a0 ب", 1, 5) is None
    assert tidy("أ", 1, 1) is None


@given(TEXTS, st.integers(-2, 40), st.integers(-2, 40))
def test_tidy_edges_are_legal_and_stay_so(text: str, start: int, end: int) -> None:
    span = tidy(text, start, end)
    if span is None:
        return
    assert is_boundary(text, span.start)
    assert is_boundary(text, span.end)
    assert not is_unseen(text[span.start])
    assert tidy(text, span.start, span.end) == span


@given(TEXTS)
def test_boundaries_are_the_same_in_both_directions(text: str) -> None:
    forward, at = [0], 0
    while at < len(text):
        at = next_boundary(text, at)
        forward.append(at)
    backward, at = [len(text)], len(text)
    while at > 0:
        at = previous_boundary(text, at)
        backward.append(at)
    assert forward == backward[::-1]


@given(TEXTS)
def test_utf16_positions_are_what_the_encoder_says(text: str) -> None:
    positions = Utf16Map(text)
    for at in range(len(text) + 1):
        unit = len(text[:at].encode("utf-16-le", "surrogatepass")) // 2
        assert positions.to_utf16(at) == unit
        assert positions.to_code_point(unit) == at
        if at < len(text) and text[at] > "\uffff":
            assert positions.to_code_point(unit + 1) == at
