"""A revised text takes the article's annotations along, says of each what became of it, and can be
undone."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.arabic.alignment import Alignment
from annotator.arabic.edges import tidy
from annotator.core.annotation import Annotation, new_annotation_id
from annotator.core.article import ArticleId
from annotator.core.change import OperationName
from annotator.core.span import Span
from annotator.errors import UserError
from annotator.ops.anchoring import anchors
from annotator.ops.annotate import set_note, tag
from annotator.ops.checks import check_project
from annotator.ops.history import history, redo, undo
from annotator.ops.project import Project
from annotator.ops.revise import Fate, Revision, plan_revision, revise
from annotator.store import ArticleQuery

Adder = Callable[..., ArticleId]
OLD = (
    "قال وزير الصحة إن 13 قتيلاً سقطوا في مدينة الحسكة أمس.\n"
    "وأضافت وكالة الأنباء «سانا» 😀 أن الجيش وصل إلى دمشق.\n"
    "وعاد السكان إلى حي النور."
)


def mark(project: Project, article: ArticleId, words: str, label: str = "actor") -> Annotation:
    at = project.article(article).text.index(words)
    (made,) = tag(project, article, at, at + len(words), label, exact=True).added
    return made


def fates(revision: Revision) -> dict[str, tuple[Fate, str]]:
    """By the words that were covered: the fate, and the words that are covered now."""
    return {
        a.annotation.text: (a.fate, a.span.of(revision.text) if a.span else "")
        for a in revision.anchors
    }


def fate_of(project: Project, article: ArticleId, old: str, new: str) -> tuple[Fate, str]:
    revision = plan_revision(project.store, article, OLD.replace(old, new))
    (found,) = fates(revision).values()
    return found


@pytest.mark.parametrize(
    ("words", "old", "new", "fate", "now"),
    [
        ("الحسكة", "السكان", "الأهالي", Fate.KEPT, "الحسكة"),
        ("الحسكة", "قال", "وأعلن السيد", Fate.MOVED, "الحسكة"),
        ("دمشق", "قال وزير", "😀😀 قال معالي وزير", Fate.MOVED, "دمشق"),
        ("الحسكة", "الحسكة", "الحَسَكةِ", Fate.CHANGED, "الحَسَكةِ"),
        ("مدينة الحسكة", "مدينة الحسكة", "مدينة\u00a0الحسكة", Fate.CHANGED, "مدينة\u00a0الحسكة"),
        ("13 قتيلاً", "13", "15", Fate.DOUBTFUL, "15 قتيلاً"),
        ("13 قتيلاً", "13 قتيلاً", "نحو 27 جريحاً", Fate.DOUBTFUL, "27 جريحاً"),
        ("وزير الصحة", "وزير الصحة", "وزير الصحة والسكان", Fate.KEPT, "وزير الصحة"),
        ("وزير الصحة", "وزير الصحة", "وزير شؤون الصحة", Fate.DOUBTFUL, "وزير شؤون الصحة"),
        ("الجيش", "الجيش", "والجيش", Fate.MOVED, "الجيش"),
        ("الجيش", "الجيش", "جيش", Fate.DOUBTFUL, "جيش"),
        ("حي النور", " إلى حي النور", "", Fate.LOST, ""),
        ("وزير الصحة", "وزير الصحة إن 13 قتيلاً ", "", Fate.LOST, ""),
    ],
)
def test_what_becomes_of_a_span(
    project: Project, add: Adder, words: str, old: str, new: str, fate: Fate, now: str
) -> None:
    article = add(OLD)
    mark(project, article, words)
    assert fate_of(project, article, old, new) == (fate, now)


def test_a_paragraph_that_was_moved_takes_its_spans_along_for_review(
    project: Project, add: Adder
) -> None:
    article = add(OLD)
    mark(project, article, "سانا")
    mark(project, article, "دمشق", "location")
    one, two, three = OLD.split("\n")
    revision = plan_revision(project.store, article, "\n".join((two, one, three)))
    assert {fate for fate, _ in fates(revision).values()} <= {Fate.MOVED, Fate.DOUBTFUL}
    assert {now for _, now in fates(revision).values()} == {"سانا", "دمشق"}


def test_one_step_writes_it_all_and_undo_gives_all_back(project: Project, add: Adder) -> None:
    article = add(OLD, "عنوان")
    kept = mark(project, article, "وزير الصحة")
    number = mark(project, article, "13 قتيلاً", "quantity")
    lost = mark(project, article, "حي النور", "location")
    set_note(project, lost.id, "ملاحظة")
    number = project.annotation(number.id)
    opened = project.article(article)
    before, held = contents(project), opened.annotations
    new = OLD.replace("13", "15").replace(" إلى حي النور", "").replace("أمس", "اليوم التالي")

    changes = revise(project, plan_revision(project.store, article, new))

    assert changes.revised == {article}
    assert changes.bulk
    assert opened.text == new
    assert opened.article.intact
    assert opened.token_count == len(opened.tokens)
    assert [a.text for a in opened.annotations] == ["وزير الصحة", "15 قتيلاً"]
    now = project.annotation(number.id)
    assert (now.review, now.attributes["value"]) == (True, 15)
    assert not project.annotation(kept.id).review
    assert opened.tokens.at(len(new) - 1) == Span(len(new) - 1, len(new))
    assert check_project(project) == []
    assert list(project.store.check()) == []
    assert project.store.find_articles(ArticleQuery(text="التالي")) == [article]
    assert project.store.find_articles(ArticleQuery(text="النور")) == []
    assert history(project, lost.id)[-1].name.kind == "revise"
    after = contents(project)

    back = undo(project)
    assert back is not None
    assert back.revised == {article}
    assert contents(project) == before
    assert (opened.text, opened.annotations) == (OLD, held)
    assert list(project.store.check()) == []
    again = redo(project)
    assert again is not None
    assert contents(project) == after
    assert opened.text == new


def test_the_same_text_is_no_step(project: Project, add: Adder) -> None:
    article = add(OLD)
    assert revise(project, plan_revision(project.store, article, OLD)).seq is None


def test_a_plan_that_is_out_of_date_is_refused_whole(project: Project, add: Adder) -> None:
    article = add(OLD)
    made = mark(project, article, "دمشق")
    stale = plan_revision(project.store, article, OLD.replace("أمس", "أول أمس"))
    set_note(project, made.id, "تغيّر")
    before = contents(project)
    with pytest.raises(UserError, match="changed"):
        revise(project, stale)
    assert contents(project) == before
    revise(project, plan_revision(project.store, article, OLD.replace("أمس", "اليوم")))
    with pytest.raises(UserError, match="changed"):
        revise(project, stale)


def test_a_blank_revision_is_refused(project: Project, add: Adder) -> None:
    with pytest.raises(UserError, match="no text"):
        plan_revision(project.store, add(OLD), " \n")


COUNT = 16  # words of the texts below
PIECES = ["السِّجْنِ", "وب", "😀", 'لـ"قسد"', "«", "3.5", "e\u0301", "ﷺ", "\u200f", "كتاب"]
WORDS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=3).map("".join)
NEW = ["جديد", "نبَأ", "خبـر", "\u200fعاجل", "😎"]  # words that are nowhere else
EDITS = st.dictionaries(
    st.integers(0, COUNT - 1),
    st.tuples(st.sampled_from("dri"), st.lists(st.sampled_from(NEW), min_size=1).map(" ".join)),
    max_size=5,
)


@st.composite
def revisions(draw: st.DrawFn) -> tuple[str, str, list[Span], list[bool]]:
    """A text and its revision, spans of whole words, and which of them hold a word that was edited.

    Words are numbered, so that there is no doubt which is which.
    """
    words = [f"{draw(WORDS)}{chr(0x628 + i)}{i}" for i in range(COUNT)]
    joints = [draw(st.sampled_from([" ", "\n", "\u00a0", "\u200f "])) for _ in words]
    edits = draw(EDITS)
    new = ""
    for i, (word, joint) in enumerate(zip(words, joints, strict=True)):
        kind, other = edits.get(i, ("", ""))
        revised = {"": word, "d": "", "r": f"{other}ن{i}", "i": f"{word} {other}"}[kind]
        new += revised + joint if revised else ""
    pieces = [word + joint for word, joint in zip(words, joints, strict=True)]
    old, starts = "".join(pieces), [sum(map(len, pieces[:i])) for i in range(COUNT)]
    spans = {}
    for first, more in draw(st.sets(st.tuples(st.integers(0, COUNT - 1), st.integers(0, 2)))):
        last = min(first + more, COUNT - 1)
        span = tidy(old, starts[first], starts[last] + len(words[last]))
        assert span is not None
        spans[span] = any(i in edits for i in range(first, last + 1))
    return old, new, list(spans), list(spans.values())


def annotated(article: ArticleId, text: str, spans: list[Span]) -> list[Annotation]:
    now = "2026-01-02T00:00:00.000000Z"
    return [
        Annotation(
            id=new_annotation_id(), article=article, label="actor", start=span.start, end=span.end,
            text=span.of(text), annotator="ليلى", created=now, modified=now,
        )
        for span in spans
    ]  # fmt: skip


@settings(deadline=None)
@given(made=revisions())
def test_spans_in_untouched_words_keep_their_letters(
    made: tuple[str, str, list[Span], list[bool]],
) -> None:
    old, new, spans, touched = made
    placed = anchors(Alignment(old, new), annotated(ArticleId(1), old, spans))
    assert [anchor.annotation.span for anchor in placed] == spans
    for anchor, edited in zip(placed, touched, strict=True):
        assert edited or anchor.fate in (Fate.KEPT, Fate.MOVED)
        assert (anchor.span is None) == (anchor.fate is Fate.LOST)
        if anchor.fate in (Fate.KEPT, Fate.MOVED):
            assert anchor.span is not None
            assert anchor.span.of(new) == anchor.annotation.text
        if anchor.span is not None:
            assert tidy(new, anchor.span.start, anchor.span.end) == anchor.span


@settings(
    deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(made=revisions())
def test_undo_of_any_revision_gives_everything_back(
    project: Project, add: Adder, made: tuple[str, str, list[Span], list[bool]]
) -> None:
    old, new, spans, _ = made
    article = add(old)
    with project.store.operation(OperationName("tag")) as operation:
        for annotation in annotated(article, old, spans):
            operation.add(annotation)
    project.absorb(operation.changes)
    before, held = contents(project), project.article(article).annotations
    if not new.strip():
        return
    if revise(project, plan_revision(project.store, article, new)).seq is None:
        return
    assert not project.store.load(article).problems
    undo(project)
    assert contents(project) == before
    assert project.article(article).annotations == held


def contents(project: Project) -> dict[str, object]:
    """All that the project holds, what is derived included, read by another program."""
    conn = sqlite3.connect(project.path)
    try:
        held: dict[str, object] = {
            table: conn.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
            for table in ("articles", "texts", "annotations", "label_counts", "words")
        }
        conn.execute(
            "CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, article_words, instance)"
        )
        held["terms"] = conn.execute("SELECT * FROM terms ORDER BY 1, 2, 3").fetchall()
        return held
    finally:
        conn.close()
