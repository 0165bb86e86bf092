"""Finding spans by place, and the slots of overlapping ones."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotation import reading_order
from annotator.core.span import Span
from annotator.ui.textview.levels import MOST, OVERFLOW, Slots, assign
from annotator.ui.textview.spans import SpanIndex

TEXT = "x" * 9000
RANGES = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 25)).map(lambda p: (p[0], p[0] + p[1])),
    max_size=30,
)


def spans_of(mark, ranges, label="actor"):
    return [mark(TEXT, span, label, id=f"{i}") for i, span in enumerate(ranges)]


@given(ranges=RANGES, window=st.tuples(st.integers(0, 90), st.integers(1, 30)))
def test_overlapping_finds_all_and_only_what_shares_a_letter(mark, ranges, window):
    spans = spans_of(mark, ranges)
    start, end = window[0], window[0] + window[1]
    expected = sorted(
        (a for a in spans if a.start < end and a.end > start),
        key=lambda a: (*reading_order(a), a.id),
    )
    assert SpanIndex(spans).overlapping(start, end) == expected


@given(ranges=RANGES, window=st.tuples(st.integers(0, 90), st.integers(1, 30)),
       known=st.tuples(st.integers(0, 60), st.integers(1, 40)))  # fmt: skip
def test_an_index_that_knows_a_part_answers_as_one_that_knows_all(mark, ranges, window, known):
    spans = spans_of(mark, ranges)
    about = Span(known[0], known[0] + known[1])
    some = [a for a in spans if a.span.overlaps(about)]
    start, end = window[0], window[0] + window[1]

    def part() -> SpanIndex:
        return SpanIndex(some, known=about, rest=lambda: spans)

    whole = SpanIndex(spans)
    assert part().overlapping(start, end) == whole.overlapping(start, end)
    assert part().at(start) == whole.at(start)
    assert part().after(start) == whole.after(start)
    assert part().before(start) == whole.before(start)
    assert part().get("3") == whole.get("3")
    assert list(part()) == list(whole)
    assert len(part()) == len(whole)
    for annotation in spans:
        assert part().neighbour(annotation, 1) == whole.neighbour(annotation, 1)
        assert Slots(part()).of(annotation) == Slots(whole).of(annotation)
    taken = part()
    for annotation in spans[:2]:
        taken.remove(annotation.id)
    assert list(taken) == list(SpanIndex(spans[2:]))


@given(ranges=RANGES, gone=st.sets(st.integers(0, 29)))
def test_an_index_that_was_changed_is_one_made_afresh(mark, ranges, gone):
    spans = spans_of(mark, ranges)
    index = SpanIndex()
    for annotation in spans:
        index.add(annotation)
    for number in gone:
        index.remove(str(number))
    left = [a for i, a in enumerate(spans) if i not in gone]
    assert list(index) == list(SpanIndex(left))
    assert len(index) == len(left)


def test_very_long_spans_are_found_from_their_middle(mark):
    long = mark(TEXT, (0, 9000))
    short = mark(TEXT, (4000, 4010), "location")
    index = SpanIndex([long, short])
    assert index.overlapping(4005, 4006) == [long, short]
    assert index.at(4005) == [short, long]
    assert index.after(1) == short
    assert index.before(4000) == long
    assert index.neighbour(long, 1) == short
    assert index.neighbour(short, 1) is None


def test_replacing_a_span_leaves_one_of_its_id(mark):
    index = SpanIndex([mark(TEXT, (0, 5), id="a")])
    index.add(mark(TEXT, (7, 9), id="a"))
    assert index.overlapping(0, 6) == []
    assert [a.start for a in index] == [7]


@given(ranges=RANGES)
def test_spans_that_share_a_letter_have_different_slots_and_the_outer_the_higher(mark, ranges):
    spans = spans_of(mark, ranges)
    slots = assign(spans)
    drawn = [a for a in spans if slots[a.id] < OVERFLOW]
    for one in drawn:
        for other in drawn:
            if one.id == other.id or not one.span.overlaps(other.span):
                continue
            assert slots[one.id] != slots[other.id]
            if one.span.contains(other.span) and len(one.span) > len(other.span):
                assert slots[one.id] > slots[other.id]


@given(ranges=RANGES, more=st.tuples(st.integers(0, 60), st.integers(1, 25)))
def test_slots_after_a_change_are_those_computed_afresh(mark, ranges, more):
    spans = spans_of(mark, ranges)
    index = SpanIndex(spans)
    slots = Slots(index)
    for annotation in spans:
        slots.of(annotation)
    added = mark(TEXT, (more[0], more[0] + more[1]), id="new")
    index.add(added)
    slots.forget(added.start, added.end)
    if spans:
        slots.forget(spans[0].start, spans[0].end)
        index.remove("0")
    fresh = Slots(SpanIndex(list(index)))
    assert [slots.of(a) for a in index] == [fresh.of(a) for a in index]


def test_ten_thousand_nested_spans_need_few_slots(mark):
    spans = [mark(TEXT, (i % 4000, 9000 - i % 4000), id=str(i)) for i in range(10_000)]
    slots = assign(spans)
    assert max(slots.values()) == OVERFLOW
    assert sorted(set(slots.values())) == list(range(MOST + 1))
