"""Whatever makes or moves a span, its edges are on something that is read, and cut no letter."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from awkward_text import TEXTS
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from annotator.arabic.edges import is_unseen
from annotator.arabic.graphemes import is_boundary
from annotator.core.annotation import Annotation
from annotator.core.article import ArticleId
from annotator.errors import DataError
from annotator.ops import annotate
from annotator.ops.concordance import Hit, concordance, tag_hits
from annotator.ops.edges import MOVERS
from annotator.ops.history import redo, undo
from annotator.ops.import_plan import plan_import
from annotator.ops.imports import run_import
from annotator.ops.project import Project
from annotator.ops.revise import plan_revision, revise
from annotator.ops.rules import Refused

Adder = Callable[..., ArticleId]
PLACES = st.integers(0, 40)
STEPS = st.one_of(
    st.tuples(st.just("tag"), PLACES, PLACES, st.booleans()),
    st.tuples(st.just("resize"), PLACES, PLACES, PLACES),
    st.tuples(st.just("move"), PLACES, st.sampled_from(sorted(MOVERS))),
    st.tuples(st.just("relabel"), PLACES),
    st.tuples(st.just("propagate"), PLACES),
    st.tuples(st.just("tag_hits"), st.sampled_from(["سجن", "قسد", "27", "é", "😀"])),
    st.tuples(st.just("revise"), TEXTS),
    st.tuples(st.just("back")),
)


def take(project: Project, article: ArticleId, step: tuple[object, ...]) -> None:
    """Do one step; what the rules refuse is not done."""
    kind, *given_ = step
    held = project.article(article).annotations
    some = (
        held[given_[0] % len(held)]
        if held and kind not in ("tag", "revise", "tag_hits", "back")
        else None
    )
    match kind, given_:
        case "tag", [start, end, exact]:
            annotate.tag(project, article, start, start + end, "actor", exact=exact)
        case "revise", [text] if text.strip():
            revise(project, plan_revision(project.store, article, text))
        case "tag_hits", [query]:
            hits: list[Hit] = []
            concordance(project.store, query, hits.extend)
            tag_hits(project, hits, "location")
        case "back", []:
            undo(project)
            redo(project)
        case "resize", [_, start, end] if some is not None:
            annotate.resize(project, some.id, start, start + end)
        case "move", [_, mover] if some is not None:
            annotate.move_edge(project, some.id, MOVERS[mover])
        case "relabel", [_] if some is not None:
            annotate.relabel(project, some.id, "source")
        case "propagate", [_] if some is not None:
            annotate.propagate(project, some.id, everywhere=True)


def fault(annotation: Annotation, text: str) -> str:
    """What is wrong with the edges of a span; nothing, let us hope."""
    if not annotation.sealed_in(text):
        return "its seal is broken"
    if is_unseen(text[annotation.start]):
        return f"it begins with U+{ord(text[annotation.start]):04X}"
    ends_unseen = is_unseen(text[annotation.end - 1])
    if ends_unseen and is_boundary(text, annotation.end - 1):
        return f"it ends with U+{ord(text[annotation.end - 1]):04X}"
    cut = [at for at in (annotation.start, annotation.end) if not is_boundary(text, at)]
    return f"a letter is cut at {cut}" if cut else ""


def faults(project: Project) -> list[str]:
    return [
        told
        for article, annotations in project.store.iter_articles()
        for annotation in annotations
        if (told := fault(annotation, article.text))
    ]


@settings(
    deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=TEXTS.filter(str.strip), steps=st.lists(STEPS, min_size=1, max_size=8))
@example(text="السِّجْنِ\u200f«", steps=[("back",)])  # a quote left out after a direction mark
def test_no_operation_leaves_an_edge_where_none_may_be(
    project: Project, add: Adder, text: str, steps: list[tuple[object, ...]]
) -> None:
    article = add(text)
    take_first = ("tag", 0, len(text), False)
    for step in (take_first, *steps):
        try:
            take(project, article, step)
        except Refused:
            continue
        loaded = project.store.load(article)
        assert not loaded.problems
        assert [a for a in loaded.annotations if fault(a, loaded.article.text)] == []
    assert faults(project) == []


@settings(
    deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=TEXTS.filter(str.strip), spans=st.lists(st.tuples(PLACES, PLACES), max_size=6))
def test_no_import_leaves_an_edge_where_none_may_be(
    project: Project, tmp_path: Path, text: str, spans: list[tuple[int, int]]
) -> None:
    inside = [(s, min(len(text), s + e + 1)) for s, e in spans if s < len(text)]
    told = [{"start": s, "end": e, "label": "actor"} for s, e in inside]
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps({"text": text, "spans": told}) + "\n", encoding="utf-8")
    plan = plan_import([file], store=project.store).keeping_duplicates()
    try:
        run_import(project, plan)
    except DataError:
        assert plan.errors  # a span that holds nothing to be seen, said before
    assert faults(project) == []
