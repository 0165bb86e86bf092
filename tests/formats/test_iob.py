"""Spans of any shape in one row of tags: the outermost wins, and every loss is named."""

from __future__ import annotations

from awkward import make_article, mark
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotation import Annotation, AnnotationId
from annotator.core.span import Span
from annotator.formats.iob import Flat, flatten, iob2
from annotator.formats.loss import Reason

TEXT = "زار وزير خارجية الأردن بالحسكة أمس"
TOKENS = [(0, 3), (4, 8), (9, 15), (16, 22), (23, 30), (31, 34)]
PRIORITY = {"actor": 0, "location": 1, "source": 2}
ARTICLE = make_article(TEXT)


def flat(*annotations: Annotation) -> Flat:
    return flatten(ARTICLE, annotations, TOKENS, PRIORITY)


def tags(*annotations: Annotation) -> list[str]:
    return iob2(flat(*annotations).tagged, len(TOKENS))


def test_spans_on_whole_tokens_are_written_without_loss() -> None:
    made = flat(mark(ARTICLE, "وزير خارجية الأردن", "actor"), mark(ARTICLE, "أمس", "source"))
    assert iob2(made.tagged, 6) == ["O", "B-actor", "I-actor", "I-actor", "O", "B-source"]
    assert made.losses == ()


def test_neighbours_of_one_label_are_told_apart() -> None:
    assert tags(mark(ARTICLE, "وزير", "actor"), mark(ARTICLE, "خارجية", "actor"))[1:3] == [
        "B-actor",
        "B-actor",
    ]


def test_a_span_inside_a_token_tags_the_whole_token_and_is_listed() -> None:
    made = flat(mark(ARTICLE, "الحسكة", "location"))
    assert iob2(made.tagged, 6)[4] == "B-location"
    (loss,) = made.losses
    assert loss.reason is Reason.INSIDE_TOKEN
    assert (loss.span.start, loss.span.end, loss.span.text) == (24, 30, "الحسكة")
    assert loss.written == "بالحسكة"


def test_of_nested_spans_the_longest_is_written() -> None:
    outer = mark(ARTICLE, "وزير خارجية الأردن", "source")
    inner = mark(ARTICLE, "الأردن", "location")
    made = flat(outer, inner)
    assert iob2(made.tagged, 6)[1:4] == ["B-source", "I-source", "I-source"]
    (loss,) = made.losses
    assert (loss.reason, loss.span.label, loss.winner) == (
        Reason.LONGER,
        "location",
        type(loss.span).of(outer),
    )


def test_of_equal_spans_the_first_label_of_the_set_is_written() -> None:
    made = flat(mark(ARTICLE, "الأردن", "location"), mark(ARTICLE, "الأردن", "actor"))
    assert iob2(made.tagged, 6)[3] == "B-actor"
    assert [loss.reason for loss in made.losses] == [Reason.LABEL_ORDER]


def test_of_crossing_spans_of_one_length_and_label_the_first_is_written() -> None:
    made = flat(mark(ARTICLE, "زار وزير", "actor"), mark(ARTICLE, "ير خارجي", "actor"))
    assert iob2(made.tagged, 6)[:3] == ["B-actor", "I-actor", "O"]
    assert [loss.reason for loss in made.losses] == [Reason.EARLIER]


def test_two_spans_in_one_token_are_an_overlap() -> None:
    made = flat(mark(ARTICLE, "ب", "actor"), mark(ARTICLE, "الحسكة", "location"))
    assert iob2(made.tagged, 6)[4] == "B-location"
    assert [(loss.reason, loss.span.text) for loss in made.losses] == [
        (Reason.LONGER, "ب"),
        (Reason.INSIDE_TOKEN, "الحسكة"),
    ]


def test_a_span_of_blanks_alone_holds_no_token() -> None:
    made = flat(mark(ARTICLE, " ", "actor"))
    assert made.tagged == ()
    assert [loss.reason for loss in made.losses] == [Reason.NO_TOKEN]


def test_ten_thousand_nested_spans_are_flattened() -> None:
    text = "ا " * 20_000
    tokens = [(i, i + 1) for i in range(0, len(text), 2)]
    article = make_article(text)
    marks = [_span(article.text, i, len(text) - 1 - i) for i in range(0, 20_000, 2)]
    made = flatten(article, marks, tokens, PRIORITY)
    assert len(made.tagged) == 1
    assert len(made.losses) == 9_999


def _span(text: str, start: int, end: int, label: str = "actor") -> Annotation:
    return Annotation(
        id=AnnotationId(f"{start}-{end}-{label}"),
        article=ARTICLE.id,
        label=label,
        start=start,
        end=end,
        text=text[start:end],
        annotator="",
        created="",
        modified="",
    )


@given(
    st.lists(
        st.tuples(
            st.integers(0, 33), st.integers(1, 34), st.sampled_from(["actor", "location", "x"])
        ).filter(lambda t: t[0] < t[1]),
        max_size=8,
        unique=True,
    )
)
def test_each_span_is_written_exactly_widened_or_lost_and_never_in_silence(
    drawn: list[tuple[int, int, str]],
) -> None:
    marks = [_span(TEXT, *one) for one in sorted(drawn)]
    made = flat(*marks)
    reported = {(loss.span.start, loss.span.end, loss.span.label) for loss in made.losses}
    written = [t for t in made.tagged if Span(t.first, t.last)]
    row = iob2(made.tagged, len(TOKENS))
    for tag in written:
        label = tag.annotation.label
        assert row[tag.first : tag.last] == [f"B-{label}"] + [f"I-{label}"] * (
            tag.last - tag.first - 1
        )
        first, last = TOKENS[tag.first][0], TOKENS[tag.last - 1][1]
        whole = tag.annotation.start <= first and last <= tag.annotation.end
        one = (tag.annotation.start, tag.annotation.end, label)
        assert whole != (one in reported)
    kept = {(t.annotation.start, t.annotation.end, t.annotation.label) for t in written}
    assert {(a.start, a.end, a.label) for a in marks} == kept | reported
    assert sum(tag != "O" for tag in row) == sum(t.last - t.first for t in written)
