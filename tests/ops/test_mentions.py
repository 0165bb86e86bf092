"""Further mentions: found by folded match at the edges of words, everywhere, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from annotator.core.annotation import Annotation, Origin
from annotator.core.article import ArticleId
from annotator.core.span import OverlapPolicy
from annotator.ops import annotate
from annotator.ops.history import undo
from annotator.ops.progress import Stopped
from annotator.ops.project import Project
from annotator.ops.settings import set_policy

Adder = Callable[..., ArticleId]


def mark(project: Project, article: ArticleId, words: str, label: str = "location") -> Annotation:
    start = project.article(article).text.index(words)
    changes = annotate.tag(project, article, start, start + len(words), label, exact=True)
    return changes.added[0]


def texts(project: Project, article: ArticleId) -> list[str]:
    return [a.text for a in project.article(article).annotations]


def test_every_further_mention_in_the_article_in_one_step(project: Project, add: Adder) -> None:
    text = "قصف الحسكة. في الحَسَكةِ وبالحسكة وللحسكة، أما الحسكاوي فلا."
    article, elsewhere = add(text), add("الحسكة أيضا")
    first = mark(project, article, "الحسكة")
    changes = annotate.propagate(project, first.id)
    assert [a.text for a in changes.added] == ["الحَسَكةِ", "الحسكة"]
    for annotation in changes.added:
        assert annotation.sealed_in(text)
        assert (annotation.label, annotation.origin) == ("location", Origin.PROPAGATED)
    assert texts(project, elsewhere) == []
    assert annotate.propagate(project, first.id).seq is None  # nothing is left to do
    undo(project)
    assert texts(project, article) == ["الحسكة"]


def test_everywhere_and_only_what_was_chosen(project: Project, add: Adder) -> None:
    one, two = add("زار دمشق أمس"), add("من دمشق إلى ودمشق", title="عنوان")
    three = add("الدمشقي لا، ودمشق نعم")
    first = mark(project, one, "دمشق")
    found = annotate.preview_propagation(project, first.id)
    assert [(m.article, m.text) for m in found] == [(two, "دمشق"), (two, "دمشق"), (three, "دمشق")]
    assert (found[0].title, found[0].before, found[0].after) == ("عنوان", "من ", " إلى ودمشق")
    annotate.propagate(project, first.id, only=[found[0], found[2]])
    assert (texts(project, two), texts(project, three)) == (["دمشق"], ["دمشق"])
    annotate.propagate(project, first.id, everywhere=True)
    assert texts(project, two) == ["دمشق", "دمشق"]


def test_a_name_of_several_words_is_found_behind_a_proclitic(project: Project, add: Adder) -> None:
    article = add("وزارة الصحة أعلنت، وقالت لوزارة الصحّة ووزارة  الصحة")
    first = mark(project, article, "وزارة الصحة", "actor")
    annotate.propagate(project, first.id)
    assert texts(project, article) == ["وزارة الصحة", "وزارة الصحّة", "وزارة  الصحة"]


def test_a_part_of_a_number_is_no_mention(project: Project, add: Adder) -> None:
    article = add("بعد 5 أيام: 5,8 درجات، ١٬٢٥٠٫٥ و5% ثم ٥ أيام")
    first = mark(project, article, "5", "quantity")
    annotate.propagate(project, first.id)
    assert texts(project, article) == ["5", "٥"]


def test_what_is_marked_otherwise_is_left_alone(project: Project, add: Adder) -> None:
    article = add("حلب ثم ريف حلب ثم جيش حلب ثم حلب الشهباء")
    mark(project, article, "ريف حلب")
    mark(project, article, "جيش حلب", "actor")
    start = project.article(article).text.rindex("حلب")
    annotate.tag(project, article, start, start + 3, "actor")
    first = mark(project, article, "حلب")
    found = annotate.preview_propagation(project, first.id, everywhere=False)
    assert [m.before.endswith("جيش ") for m in found] == [True]  # nested in another label
    set_policy(project, OverlapPolicy.NONE)
    assert annotate.preview_propagation(project, first.id, everywhere=False) == []


def test_a_preview_runs_on_a_reader_and_can_be_stopped(project: Project, add: Adder) -> None:
    one, two = add("زار دمشق أمس"), add("من دمشق")
    first = mark(project, one, "دمشق")
    told: list[tuple[int, int]] = []
    with project.store.reader() as reader:
        found = annotate.preview_propagation(
            project, first.id, reader=reader, progress=lambda *how: told.append(how)
        )
        assert [m.article for m in found] == [two]
        assert told[-1] == (2, 2)
        with pytest.raises(Stopped):
            annotate.preview_propagation(project, first.id, reader=reader, cancelled=lambda: True)
