"""Spans of any shape in columns of tags: which is written where, and every loss is named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from awkward import make_article, mark
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotation import Annotation, AnnotationId
from annotator.core.ranges import Ranges
from annotator.core.span import Span
from annotator.formats.iob import tags as tags_of
from annotator.formats.loss import Lost, Reason
from annotator.formats.nesting import Column, Layout, lay_out
from annotator.formats.options import Clitics, ExportOptions, Nesting, Scheme
from annotator.formats.pieces import Pieces

TEXT = "زار وزير خارجية الأردن بالحسكة أمس"
TOKENS = Ranges.of([(0, 3), (4, 8), (9, 15), (16, 22), (23, 30), (31, 34)])
PRIORITY = {"actor": 0, "location": 1, "source": 2}
ARTICLE = make_article(TEXT)


class Flat:
    """One column and its losses in the order of the text."""

    def __init__(self, annotations: Sequence[Annotation], layout: Layout) -> None:
        self.tagged: Column = layout.columns[0]
        self.losses: list[Lost] = [
            layout.losses[a.id] for a in annotations if a.id in layout.losses
        ]


def flat(*annotations: Annotation, **options: Any) -> Flat:
    return Flat(annotations, laid_out(*annotations, **options))


def laid_out(*annotations: Annotation, **options: Any) -> Layout:
    pieces = Pieces(TOKENS, TOKENS)
    return lay_out(ARTICLE.text, annotations, pieces, PRIORITY, ExportOptions(**options))


def iob2(column: Column, count: int) -> list[str]:
    return tags_of(column, count, (), Scheme.IOB2)


def tags(*annotations: Annotation) -> list[str]:
    return iob2(flat(*annotations).tagged, len(TOKENS))


def test_spans_on_whole_tokens_are_written_without_loss() -> None:
    made = flat(mark(ARTICLE, "وزير خارجية الأردن", "actor"), mark(ARTICLE, "أمس", "source"))
    assert iob2(made.tagged, 6) == ["O", "B-actor", "I-actor", "I-actor", "O", "B-source"]
    assert made.losses == []


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
        outer,
    )


def test_of_equal_spans_the_first_label_of_the_set_is_written() -> None:
    made = flat(mark(ARTICLE, "الأردن", "location"), mark(ARTICLE, "الأردن", "actor", number=7))
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
    assert list(made.tagged) == []
    assert [loss.reason for loss in made.losses] == [Reason.NO_TOKEN]


OUTER = mark(ARTICLE, "وزير خارجية الأردن", "source")
INNER = mark(ARTICLE, "الأردن", "location")
CROSSING = mark(ARTICLE, "الأردن بالحسكة", "actor", number=7)


def test_innermost_writes_the_shorter_and_names_it() -> None:
    made = flat(OUTER, INNER, nesting=Nesting.INNERMOST)
    assert iob2(made.tagged, 6) == ["O", "O", "O", "B-location", "O", "O"]
    assert [(loss.reason, loss.winner and loss.winner.label) for loss in made.losses] == [
        (Reason.SHORTER, "location")
    ]


def test_priority_writes_the_label_that_comes_first_and_then_the_longer() -> None:
    made = flat(OUTER, INNER, nesting=Nesting.PRIORITY)
    assert iob2(made.tagged, 6) == ["O", "O", "O", "B-location", "O", "O"]
    assert [loss.reason for loss in made.losses] == [Reason.LABEL_FIRST]
    longer = mark(ARTICLE, "الأردن بالحسكة", "location", number=8)
    made = flat(INNER, longer, nesting=Nesting.PRIORITY)
    assert iob2(made.tagged, 6)[3:5] == ["B-location", "I-location"]
    assert [loss.reason for loss in made.losses] == [Reason.LONGER]


def test_columns_write_nested_crossing_and_equal_spans_alike() -> None:
    equal = mark(ARTICLE, "الأردن", "source", number=9)
    made = laid_out(OUTER, CROSSING, INNER, equal, nesting=Nesting.COLUMNS)
    assert [[t.annotation.text for t in column] for column in made.columns] == [
        ["وزير خارجية الأردن"],
        ["الأردن بالحسكة"],
        ["الأردن"],
        ["الأردن"],
    ]
    assert made.losses == {}


def test_a_column_is_used_again_where_it_is_free() -> None:
    made = laid_out(
        mark(ARTICLE, "زار وزير", "actor"),
        mark(ARTICLE, "وزير", "source"),
        mark(ARTICLE, "خارجية", "actor"),
        nesting=Nesting.COLUMNS,
    )
    assert [[t.annotation.text for t in column] for column in made.columns] == [
        ["زار وزير", "خارجية"],
        ["وزير"],
    ]


def test_strict_tags_whole_tokens_alone_and_says_what_it_cut() -> None:
    over = mark(ARTICLE, "الأردن بال", "actor")
    inside = mark(ARTICLE, "حسكة", "location")
    made = flat(over, inside, clitics=Clitics.STRICT)
    assert iob2(made.tagged, 6) == ["O", "O", "O", "B-actor", "O", "O"]
    assert [(loss.reason, loss.written) for loss in made.losses] == [
        (Reason.CUT_TOKEN, "الأردن"),
        (Reason.NO_WHOLE_TOKEN, ""),
    ]


def test_a_blank_at_an_edge_is_not_written_and_that_is_said() -> None:
    made = flat(mark(ARTICLE, " الأردن ", "location"))
    assert iob2(made.tagged, 6)[3] == "B-location"
    assert [(loss.reason, loss.written) for loss in made.losses] == [(Reason.BLANK_EDGE, "الأردن")]


def test_ten_thousand_nested_spans_are_flattened() -> None:
    text = "ا " * 20_000
    tokens = Ranges.of((i, i + 1) for i in range(0, len(text), 2))
    marks = [_span(text, i, len(text) - 1 - i) for i in range(0, 20_000, 2)]
    made = lay_out(text, marks, Pieces(tokens, tokens), PRIORITY, ExportOptions())
    assert [len(column) for column in made.columns] == [1]
    assert len(made.losses) == 9_999
    columns = ExportOptions(nesting=Nesting.COLUMNS)
    made = lay_out(text, marks, Pieces(tokens, tokens), PRIORITY, columns)
    assert [len(column) for column in made.columns] == [1] * 10_000
    assert made.losses == {}


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
        one = (tag.annotation.start, tag.annotation.end, label)
        assert (one == (first, last, label)) != (one in reported)
    kept = {(t.annotation.start, t.annotation.end, t.annotation.label) for t in written}
    assert {(a.start, a.end, a.label) for a in marks} == kept | reported
    assert sum(tag != "O" for tag in row) == sum(t.last - t.first for t in written)
