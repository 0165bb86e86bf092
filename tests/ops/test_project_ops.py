"""Articles, labels and settings: each a step, each told to what is open, each undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from annotator.core.annotation import Annotation, AnnotationId, new_annotation_id
from annotator.core.article import ArticleId, Meta, Status
from annotator.core.change import OperationName
from annotator.core.labels import Label, LabelSet
from annotator.core.span import OverlapPolicy, Span
from annotator.errors import QT_TRANSLATE_NOOP, UserError
from annotator.ops import annotate, names
from annotator.ops.articles import (
    remove_articles,
    set_article_note,
    set_flag,
    set_meta,
    set_status,
)
from annotator.ops.history import redo, undo
from annotator.ops.labels import save_labels, uses
from annotator.ops.project import Project, open_project
from annotator.ops.settings import set_policy, set_setting

Adder = Callable[..., ArticleId]
TEXT = "قال السكان إن القصف طال الحسكة"


def test_what_is_known_about_an_article_changes_step_by_step(project: Project, add: Adder) -> None:
    article = add(TEXT, title="عنوان")
    opened = project.article(article)
    changes = set_status(project, [article], Status.DONE)
    assert (changes.articles, opened.article.status) == ({article}, Status.DONE)
    assert set_status(project, article, Status.DONE).seq is None
    set_flag(project, article, True)
    set_article_note(project, article, "ملاحظة")
    set_meta(project, article, title="جديد", date="2026-01-01")
    assert opened.article == replace(
        opened.article, flag=True, note="ملاحظة", meta=Meta(title="جديد", date="2026-01-01")
    )
    for _ in range(4):
        assert undo(project)
    assert opened.article.meta == Meta(title="عنوان")
    assert not opened.article.flag


def test_annotations_are_read_when_first_asked_for_as_they_are_then(
    project: Project, add: Adder
) -> None:
    article = add(TEXT)
    project.forget(article)
    opened = project.article(article)
    made = annotate.tag(project, article, 4, 10, "actor").added
    assert opened.annotations == made == tuple(opened.touching(Span(0, len(TEXT))))
    project.forget(article)
    assert project.article(article).touching(Span(9, 11)) == list(made)
    assert not project.article(article).touching(Span(10, 11))


def test_removed_articles_come_back_with_their_annotations(project: Project, add: Adder) -> None:
    one, two = add(TEXT), add("آخر")
    annotate.tag(project, one, 4, 10, "actor")
    before = project.article(one).annotations
    changes = remove_articles(project, [one, two])
    assert changes.article_set
    assert project.store.count_articles() == 0
    with pytest.raises(UserError, match="no longer"):
        project.article(one)
    with pytest.raises(UserError, match="no longer"):
        set_flag(project, one, True)
    undo(project)
    assert project.article(one).annotations == before
    redo(project)
    assert project.store.count_articles() == 0


def test_a_renamed_label_shows_in_the_open_article_at_once(project: Project, add: Adder) -> None:
    article = add(TEXT)
    annotate.tag(project, article, 4, 10, "actor")
    opened = project.article(article)
    labels = project.labels
    changes = save_labels(
        project, LabelSet(tuple(replace(la, key=f"new_{la.key}") for la in labels))
    )
    assert changes.labels
    assert [a.label for a in opened.annotations] == ["new_actor"]
    assert "new_actor" in project.labels
    undo(project)
    assert [a.label for a in opened.annotations] == ["actor"]
    assert project.labels == labels


def without(labels: LabelSet, key: str) -> LabelSet:
    return LabelSet(tuple(label for label in labels if label.key != key))


def test_a_used_label_goes_only_when_it_is_said_where_its_annotations_go(
    project: Project, add: Adder
) -> None:
    article = add(TEXT)
    annotate.tag(project, article, 4, 10, "actor")
    annotate.tag(project, article, 24, 30, "location")
    labels = project.labels
    actor, location = labels["actor"], labels["location"]
    assert uses(project, actor) == 1
    with pytest.raises(UserError, match="Annotations that have the label “actor”: 1"):
        save_labels(project, without(labels, "actor"))
    with pytest.raises(UserError, match="not in the label set"):
        save_labels(project, without(labels, "actor"), {actor.id: 99})
    assert project.labels == labels
    opened = project.article(article)
    before = opened.annotations
    save_labels(project, without(labels, "actor"), {actor.id: location.id})
    assert [a.label for a in opened.annotations] == ["location", "location"]
    undo(project)
    assert (opened.annotations, project.labels) == (before, labels)
    save_labels(project, without(labels, "actor"), {actor.id: None})
    assert [a.text for a in opened.annotations] == [before[1].text]
    undo(project)
    assert opened.annotations == before


def test_a_label_taken_over_says_nothing_twice(project: Project, add: Adder) -> None:
    article = add(TEXT)
    first = annotate.tag(project, article, 4, 10, "actor").added[0]
    with project.store.operation(OperationName("tag")) as operation:
        operation.add(replace(first, id=new_annotation_id(), label="source"))
    project.absorb(operation.changes)
    labels = project.labels
    heir = {labels["source"].id: labels["actor"].id}
    save_labels(project, without(labels, "source"), heir)
    assert project.article(article).annotations == (first,)
    undo(project)
    assert len(project.article(article).annotations) == 2


def test_many_annotations_change_label_and_come_back_exactly(project: Project, add: Adder) -> None:
    article = add("ا " * 6000)
    with project.store.operation(OperationName("propagate")) as operation:
        for n in range(6000):
            made = replace(
                SAMPLE, id=new_annotation_id(), article=article, start=2 * n, end=2 * n + 1
            )
            operation.add(made)
    project.absorb(operation.changes)
    opened = project.article(article)
    before = opened.annotations
    assert len(before) == 6000
    labels = project.labels
    changes = save_labels(
        project, without(labels, "actor"), {labels["actor"].id: labels["source"].id}
    )
    assert changes.bulk
    assert {a.label for a in opened.annotations} == {"source"}
    undo(project)
    assert opened.annotations == before


SAMPLE = Annotation(
    id=AnnotationId("x"), article=ArticleId(1), label="actor", start=0, end=1, text="ا",
    annotator="x", score=1 / 3, created="2026-01-01T00:00:00.000000Z",
    modified="2026-01-01T00:00:00.000000Z",
)  # fmt: skip


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        ((), "at least one"),
        (("",), "needs a key"),
        (("a b",), "a blank"),
        (("a", "a"), "Two labels have the key"),
    ],
)
def test_a_label_set_that_exports_could_not_carry_is_refused(
    project: Project, labels: tuple[str, ...], said: str
) -> None:
    wanted = LabelSet(tuple(Label(key=k, name_ar="", name_en="", colour="#000000") for k in labels))
    with pytest.raises(UserError, match=said):
        save_labels(project, wanted, {label.id: None for label in project.labels})


def test_two_labels_cannot_share_a_digit(project: Project) -> None:
    wanted = LabelSet(tuple(replace(label, digit=1) for label in project.labels))
    with pytest.raises(UserError, match="digit 1"):
        save_labels(project, wanted)


def test_settings_are_steps_too(project: Project) -> None:
    assert project.policy is OverlapPolicy.NESTED
    changes = set_policy(project, OverlapPolicy.ANY)
    assert changes.settings == {"overlap_policy"}
    assert project.policy is OverlapPolicy.ANY
    undo(project)
    assert project.policy is OverlapPolicy.NESTED
    set_setting(project, "guideline_ar", "نص")
    with open_project(project.path, read_only=True) as view:
        assert view.setting("guideline_ar") == "نص"


def test_every_step_has_a_name_for_the_undo_menu(project: Project, add: Adder) -> None:
    article = add(TEXT)
    annotate.tag(project, article, 4, 10, "actor")
    set_flag(project, article, True)
    while name := project.store.undo_name():
        shown = names.template(name.kind)
        assert shown != names.UNKNOWN
        assert "{" not in shown.format(**name.fields)
        undo(project)
    assert names.template("from the future") == names.UNKNOWN
    assert QT_TRANSLATE_NOOP("Operations", "x") == "x"


def test_left_articles_are_let_go_and_open_ones_stay_true(project: Project, add: Adder) -> None:
    articles = [add(TEXT) for _ in range(12)]
    held = project.article(articles[0])
    for article in articles:
        project.article(article)
    annotate.tag(project, articles[0], 4, 10, "actor")
    assert [a.text for a in held.annotations] == ["السكان"]
    assert project.article(articles[0]) is held
