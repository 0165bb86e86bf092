"""Marking by the rules: what is adjusted, what is refused, and that each is one step."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotation import Annotation, AnnotationId, Origin
from annotator.core.annotation_index import AnnotationIndex
from annotator.core.article import ArticleId, Status
from annotator.core.change import Changes, OperationName
from annotator.core.span import OverlapPolicy, Span
from annotator.errors import UserError
from annotator.ops import annotate, edges
from annotator.ops.annotate import Refused
from annotator.ops.history import history, redo, undo
from annotator.ops.project import Project, open_project
from annotator.ops.settings import set_annotator, set_policy

Adder = Callable[..., ArticleId]
TEXT = "وقال السكان إن القصف طال بالحسكة ودمشق 🙂 أمس في ريف الحسكة الشمالي، وفق مصادر"


def mark(project: Project, article: ArticleId, words: str, label: str, **how: bool) -> Changes:
    start = project.article(article).text.index(words)
    return annotate.tag(project, article, start, start + len(words), label, **how)


def made(changes: Changes) -> Annotation:
    (annotation,) = changes.added or (changes.replaced[0][1],)
    return annotation


@pytest.mark.parametrize(
    ("text", "chosen", "marked"),
    [
        (TEXT, "السكان", "السكان"),
        (TEXT, "سكا", "السكان"),  # snapped to the word
        (TEXT, " السكان ", "السكان"),
        (TEXT, "بالحسكة", "الحسكة"),  # the proclitic left out
        (TEXT, "ودمشق", "دمشق"),
        (TEXT, "ريف الحسكة الشمالي،", "ريف الحسكة الشمالي"),  # the comma left out
        ("سيطرت «قوات النخبة» على التل", "«قوات النخبة»", "قوات النخبة"),
        ("سيطرت «قوات النخبة» على التل", "قوات النخبة»", "قوات النخبة"),
        ('أعلن الجيش "الحر" ذلك', 'الجيش "الحر"', 'الجيش "الحر"'),  # its own quotes stay
        ("شركة (سما) للنقل", "شركة (سما)", "شركة (سما)"),
        ("بلغت النسبة 12% أمس", "12%", "12%"),
        ("قال: ...!", "...!", "...!"),
    ],
)
def test_what_is_marked_follows_the_guideline(
    project: Project, add: Adder, text: str, chosen: str, marked: str
) -> None:
    article = add(text)
    annotation = made(mark(project, article, chosen, "actor"))
    assert annotation.text == marked
    assert annotation.sealed_in(text)
    assert project.article(article).annotations == (annotation,)
    assert (annotation.annotator, annotation.origin) == ("ليلى", Origin.MANUAL)


def test_exact_letters_are_marked_as_they_are(project: Project, add: Adder) -> None:
    article = add(TEXT)
    assert made(mark(project, article, "بالحسك", "location", exact=True)).text == "بالحسك"


def test_an_exact_edge_never_splits_a_letter_from_its_marks(project: Project, add: Adder) -> None:
    text = "كَتَبَ"
    article = add(text)
    assert made(annotate.tag(project, article, 0, 3, "actor", exact=True)).text == "كَتَ"


@pytest.mark.parametrize(("start", "end"), [(4, 5), (3, 3), (9, 4), (500, 600), (-5, 0)])
def test_nothing_to_mark_is_refused(project: Project, add: Adder, start: int, end: int) -> None:
    article = add(TEXT)
    with pytest.raises(Refused, match="nothing to mark"):
        annotate.tag(project, article, start, end, "actor")
    assert project.article(article).annotations == ()


def test_a_label_that_is_not_there_is_refused(project: Project, add: Adder) -> None:
    article = add(TEXT)
    with pytest.raises(UserError, match="no label “x”"):
        mark(project, article, "السكان", "x")


def test_the_same_letters_again_change_nothing_or_the_label(project: Project, add: Adder) -> None:
    article = add(TEXT)
    first = made(mark(project, article, "بالحسكة", "location"))
    again = mark(project, article, "بالحسكة", "location")
    assert (again.seq, again.added, again.replaced) == (None, (), ())
    changes = mark(project, article, "الحسكة", "actor")
    ((old, new),) = changes.replaced
    assert (old, new.id, new.label) == (first, first.id, "actor")
    assert changes.name.kind == "relabel"
    assert project.article(article).annotations == (new,)


def test_nested_spans_are_allowed_and_crossing_ones_refused(project: Project, add: Adder) -> None:
    article = add(TEXT)
    mark(project, article, "ريف الحسكة", "location")
    mark(project, article, "ريف", "location")
    with pytest.raises(Refused, match="would cross “ريف الحسكة”, which is location"):
        mark(project, article, "الحسكة الشمالي", "actor")
    set_policy(project, OverlapPolicy.ANY)
    mark(project, article, "الحسكة الشمالي", "actor")
    set_policy(project, OverlapPolicy.NONE)
    with pytest.raises(Refused, match="would overlap"):
        mark(project, article, "الشمالي", "actor")


def test_a_mark_is_one_step_that_undo_takes_back_whole(project: Project, add: Adder) -> None:
    article = add(TEXT)
    annotation = made(mark(project, article, "السكان", "actor"))
    assert project.article(article).article.status is Status.IN_PROGRESS
    name = project.store.undo_name()
    assert name is not None
    assert (name.kind, dict(name.fields)) == ("tag", {"text": "السكان", "label": "actor"})
    undo(project)
    opened = project.article(article)
    assert opened.annotations == ()
    assert opened.article.status is Status.NEW
    redo(project)
    assert opened.annotations == (annotation,)
    assert project.article(article) is opened
    undo(project)
    undo(project)
    assert undo(project) is None
    with pytest.raises(UserError, match="no longer"):
        project.article(article)


def test_the_bracket_keys_take_the_proclitic_in_and_leave_it_out(
    project: Project, add: Adder
) -> None:
    article = add(TEXT)
    annotation = made(mark(project, article, "بالحسكة", "location"))

    def now(changes: Changes) -> str:
        assert changes.seq
        return made(changes).text

    assert now(annotate.move_edge(project, annotation.id, edges.start_out)) == "بالحسكة"
    assert now(annotate.move_edge(project, annotation.id, edges.start_in)) == "الحسكة"
    assert now(annotate.move_edge(project, annotation.id, edges.start_in)) == "لحسكة"
    assert now(annotate.move_edge(project, annotation.id, edges.start_out)) == "الحسكة"


def test_an_edge_goes_on_beyond_the_word_letter_by_letter(project: Project, add: Adder) -> None:
    article = add("طال القصف")
    annotation = made(mark(project, article, "القصف", "actor"))
    assert made(annotate.move_edge(project, annotation.id, edges.start_out)).text == "ل القصف"
    assert made(annotate.move_edge(project, annotation.id, edges.start_in)).text == "القصف"
    assert annotate.move_edge(project, annotation.id, edges.end_out).seq is None


def test_the_end_moves_over_an_enclitic_and_back(project: Project, add: Adder) -> None:
    article = add("انسحبت قواتهم أمس")
    annotation = made(mark(project, article, "قواتهم", "actor"))
    assert made(annotate.move_edge(project, annotation.id, edges.end_in)).text == "قوات"
    assert made(annotate.move_edge(project, annotation.id, edges.end_out)).text == "قواتهم"
    assert made(annotate.move_edge(project, annotation.id, edges.end_out)).text == "قواتهم أ"


def test_a_span_never_shrinks_to_nothing(project: Project, add: Adder) -> None:
    article = add("و س ق")
    annotation = made(annotate.tag(project, article, 2, 3, "actor"))
    assert annotate.move_edge(project, annotation.id, edges.start_in).seq is None
    assert annotate.move_edge(project, annotation.id, edges.end_in).seq is None


def test_resizing_is_refused_where_marking_would_be(project: Project, add: Adder) -> None:
    article = add(TEXT)
    mark(project, article, "ريف الحسكة", "location")
    other = made(mark(project, article, "الشمالي", "location"))
    start = TEXT.index("الحسكة الشمالي")
    with pytest.raises(Refused, match="cross"):
        annotate.resize(project, other.id, start, other.end)
    inner = made(mark(project, article, "ريف", "location"))
    with pytest.raises(Refused, match="already"):
        annotate.resize(project, inner.id, inner.start, inner.start + len("ريف الحسكة"))
    assert made(annotate.resize(project, other.id, other.start, other.end - 2)).text == "الشما"


def test_a_quantity_is_filled_in_and_follows_its_text_until_it_is_edited(
    project: Project, add: Adder
) -> None:
    article = add("نزح نحو 400 شخص أمس")
    annotation = made(mark(project, article, "400 شخص", "quantity"))
    assert annotation.attributes["value"] == 400
    assert annotation.attributes["unit"] == "شخص"
    wider = made(annotate.resize(project, annotation.id, 4, annotation.end))
    assert wider.attributes["approximate"] is True
    annotate.set_attributes(project, annotation.id, {"value": [300, 500]})
    narrow = made(annotate.resize(project, annotation.id, 8, 11))
    assert narrow.attributes == {"value": [300, 500]}


def test_an_attribute_that_does_not_fit_is_refused(project: Project, add: Adder) -> None:
    article = add(TEXT)
    annotation = made(mark(project, article, "السكان", "actor"))
    for wrong in ({"kind": "planet"}, {"other": None}, {"other": float("nan")}):
        with pytest.raises(UserError, match="does not fit"):
            annotate.set_attributes(project, annotation.id, wrong)
    changed = made(annotate.set_attributes(project, annotation.id, {"kind": "group", "x": 1}))
    assert changed.attributes == {"kind": "group", "x": 1}


def test_relabelling_keeps_the_attributes_that_still_mean_something(
    project: Project, add: Adder
) -> None:
    article = add(TEXT)
    annotation = made(mark(project, article, "السكان", "actor"))
    annotate.set_attributes(project, annotation.id, {"kind": "group", "mine": "x"})
    assert made(annotate.relabel(project, annotation.id, "location")).attributes == {"mine": "x"}
    undo(project)
    assert project.annotation(annotation.id).attributes == {"kind": "group", "mine": "x"}


def test_notes_review_and_removal_are_steps_with_a_history(project: Project, add: Adder) -> None:
    article = add(TEXT)
    one = made(mark(project, article, "السكان", "actor"))
    two = made(mark(project, article, "القصف", "actor"))
    annotate.set_note(project, one.id, "ملاحظة")
    annotate.set_review(project, [one.id, two.id], True)
    assert [a.review for a in project.article(article).annotations] == [True, True]
    assert annotate.set_review(project, one.id, True).seq is None
    annotate.remove(project, [one.id, two.id])
    assert project.article(article).annotations == ()
    with pytest.raises(UserError, match="no longer"):
        annotate.remove(project, one.id)
    assert [e.name.kind for e in history(project, one.id)] == [
        "tag", "note", "review_many", "remove_many",
    ]  # fmt: skip
    undo(project)
    assert [a.note for a in project.article(article).annotations] == ["ملاحظة", ""]


def test_modified_is_never_before_created_though_the_clock_goes_back(
    project: Project, add: Adder
) -> None:
    article = add(TEXT)
    future = "2999-01-01T00:00:00.000000Z"
    annotation = made(mark(project, article, "السكان", "actor"))
    ahead = replace(annotation, created=future, modified=future)
    with project.store.operation(OperationName("note")) as operation:
        operation.replace(annotation, ahead)
    project.absorb(operation.changes)
    changed = made(annotate.set_note(project, annotation.id, "n"))
    assert changed.modified == changed.created == future


def test_a_project_to_view_refuses_each_change(project: Project, add: Adder) -> None:
    article = add(TEXT)
    annotation = made(mark(project, article, "السكان", "actor"))
    with open_project(project.path, read_only=True) as view:
        assert view.article(article).annotations == (annotation,)
        with pytest.raises(UserError, match="view only"):
            mark(view, article, "القصف", "actor")
        with pytest.raises(UserError, match="view only"):
            annotate.remove(view, annotation.id)


def test_who_annotates_may_change(project: Project, add: Adder) -> None:
    article = add(TEXT)
    set_annotator(project, "سعيد")
    assert made(mark(project, article, "السكان", "actor")).annotator == "سعيد"


SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 40)).map(lambda p: Span(p[0], p[0] + p[1])),
    max_size=60,
)


@given(SPANS, SPANS, st.integers(2, 9))
def test_the_index_finds_what_a_full_scan_finds(
    spans: list[Span], asked: list[Span], chunk: int
) -> None:
    annotations = [_annotation(span, n) for n, span in enumerate(spans)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("annotator.core.annotation_index._FULL", chunk)
        index = AnnotationIndex(annotations[::2])
        for annotation in annotations[1::2]:
            index.add(annotation)
        for annotation in annotations[::3]:
            index.remove(annotation)
    left = [a for n, a in enumerate(annotations) if n % 3]
    assert sorted(a.id for a in index) == sorted(a.id for a in left)
    assert all(
        (one.start, -one.end) <= (two.start, -two.end)
        for one, two in itertools.pairwise(index.sequence)
    )
    for span in asked:
        found = {a.id for a in index.overlapping(span)}
        assert found == {a.id for a in left if a.span.overlaps(span)}


def _annotation(span: Span, number: int) -> Annotation:
    return Annotation(
        id=AnnotationId(str(number)), article=ArticleId(1), label="actor", start=span.start,
        end=span.end, text="x" * len(span), annotator="", created="", modified="",
    )  # fmt: skip
