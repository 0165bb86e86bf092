"""Undo and redo restore exactly, whatever the steps were, across restarts."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_project import LABELS, TEXT, add_article, annotation, tag

from annotator.core.annotation import Annotation, AnnotationId
from annotator.core.article import Meta, Status
from annotator.core.change import OperationName
from annotator.core.labels import LabelSet
from annotator.errors import UserError
from annotator.store import ArticleQuery, NewArticle, Store

TABLES = ("settings", "labels", "articles", "texts", "annotations", "label_counts",
          "annotator_counts", "words")  # fmt: skip


def contents(store: Store) -> dict[str, object]:
    """All that the project holds, derived tables and search included, read by another program."""
    conn = sqlite3.connect(store.path)
    try:
        held: dict[str, object] = {
            table: conn.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
            for table in TABLES
        }
        conn.execute(
            "CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, article_words, instance)"
        )
        held["terms"] = conn.execute(
            "SELECT term, doc, offset FROM terms ORDER BY 1, 2, 3"
        ).fetchall()
        return held
    finally:
        conn.close()


def test_undo_and_redo_of_each_kind_of_step_restore_everything(store: Store) -> None:
    states = [contents(store)]

    def step(kind: str):  # type: ignore[no-untyped-def]  # a context manager
        return store.operation(OperationName(kind))

    with step("import") as op:
        one = op.add_article(NewArticle(text=TEXT, meta=Meta(title="أ", outlet="س")))
        op.add(annotation(one, "السكان", label="actor"))
        two = op.add_article(NewArticle(text="نص آخر"))
    states.append(contents(store))
    made = tag(store, annotation(one, attributes={"x": 0.1}, score=1 / 3))
    states.append(contents(store))
    with step("note") as op:
        op.replace(made, replace(made, note="n", label="quantity"))
    states.append(contents(store))
    with step("remove_articles") as op:
        op.remove_article(one)
        op.update_article(two, flag=True, note="m", status=Status.SKIPPED)
    states.append(contents(store))
    with step("labels") as op:
        a, b, c = store.label_set()
        op.set_labels(LabelSet((replace(c, key="actor"), replace(a, key="quantity"))))
        op.set_setting("new", {"a": [1, 2.5]})
        op.set_setting("annotator", "سعيد")
    states.append(contents(store))
    assert b.key == "location"
    with step("remove_articles") as op:
        op.remove_article(two)
    states.append(contents(store))

    for expected in reversed(states[:-1]):
        assert store.undo() is not None
        assert contents(store) == expected
    assert store.undo() is None
    for expected in states[1:]:
        assert store.redo() is not None
        assert contents(store) == expected
    assert store.redo() is None


def test_undo_works_after_a_restart_and_says_what_it_is(store: Store, path: Path) -> None:
    article = add_article(store)
    made = tag(store, annotation(article))
    store.close()
    name = OperationName("tag", {"text": "الحسكة", "label": "location"})
    with Store.open(path) as again:
        assert again.undo_name() == name
        assert again.redo_name() is None
        changes = again.undo()
        assert changes is not None
        assert (changes.name, changes.removed) == (name, (made,))
        assert again.redo_name() == name
    with Store.open(path) as again:
        changes = again.redo()
        assert changes is not None
        assert changes.added == (made,)
        assert again.annotations(article) == [made]


def test_a_new_step_discards_what_was_undone(store: Store) -> None:
    article = add_article(store)
    gone = tag(store, annotation(article))
    store.undo()
    tag(store, annotation(article, "دمشق"))
    assert store.redo_name() is None
    assert store.redo() is None
    assert [entry.state for entry in store.history(gone.id)] == ["discarded"]
    store.undo()
    assert store.undo_name() == OperationName("import", {"count": "1"})


def test_a_discarded_import_lets_its_texts_go(store: Store, path: Path) -> None:
    with store.operation(OperationName("import")) as op:
        op.add_article(NewArticle(text="سرٌّ لا يبقى"))
    store.undo()
    add_article(store, "آخر")
    store.close()
    conn = sqlite3.connect(path)
    images = conn.execute("SELECT before, after FROM journal_rows ORDER BY seq").fetchall()
    conn.close()
    assert images == [(None, None), (None, '"live"')]


def test_what_undo_and_redo_report_is_what_changed(store: Store) -> None:
    article = add_article(store)
    made = tag(store, annotation(article))
    other = replace(made, label="actor", modified="2026-01-03T00:00:00.000000Z")
    with store.operation(OperationName("relabel")) as op:
        op.replace(made, other)
    assert op.changes.replaced == ((made, other),)
    undone, redone = store.undo(), store.redo()
    assert undone is not None
    assert redone is not None
    assert undone.replaced == ((other, made),)
    assert redone.replaced == ((made, other),)
    assert undone.seq == redone.seq == op.changes.seq


def test_the_history_of_an_annotation_tells_who_when_and_what(store: Store) -> None:
    with store.operation(OperationName("import")) as op:
        article = op.add_article(NewArticle(text=TEXT))
        op.add(annotation(article, id=AnnotationId("i")))
    first = store.annotation(AnnotationId("i"))
    assert first is not None
    with store.operation(OperationName("note")) as op:
        op.replace(first, replace(first, note="n"))
    entries = store.history(first.id)
    assert [entry.name.kind for entry in entries] == ["import", "note"]
    assert [entry.who for entry in entries] == ["ليلى", "ليلى"]
    assert entries[1].before is not None
    assert entries[1].after is not None
    assert (entries[1].before["note"], entries[1].after["note"]) == ("", "n")


def test_many_changes_are_told_as_bulk(store: Store) -> None:
    article = add_article(store, "ا " * 6000)
    with store.operation(OperationName("propagate")) as op:
        for i in range(6000):
            made = annotation(article, "ا", in_text="ا ")
            op.add(replace(made, start=2 * i, end=2 * i + 1))
    assert op.changes.bulk
    assert op.changes.added == ()
    undone = store.undo()
    assert undone is not None
    assert undone.bulk
    assert store.annotations(article) == []


def test_a_read_only_store_undoes_nothing(store: Store, path: Path) -> None:
    add_article(store)
    store.close()
    with Store.open(path, read_only=True) as view:
        assert view.undo_name() is not None
        with pytest.raises(UserError, match="view only"):
            view.undo()


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["tag", "edit", "remove", "undo", "redo", "status"]), st.integers(0, 9)
    ),
    max_size=25,
)


@settings(max_examples=15, deadline=None)
@given(STEPS)
def test_any_run_of_steps_can_be_walked_back_and_forth(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    path = tmp_path_factory.mktemp("walk") / "p.hashiya"
    with Store.create(path, annotator="x", labels=LABELS) as store:
        article = add_article(store)
        done, undone = [contents(store)], []
        for kind, number in steps:
            if kind == "undo":
                if len(done) > 1:
                    assert store.undo()
                    undone.append(done.pop())
            elif kind == "redo":
                assert (store.redo() is not None) == bool(undone)
                if undone:
                    done.append(undone.pop())
            elif _act(store, article, kind, number):
                undone.clear()
                done.append(contents(store))
            assert contents(store) == done[-1]


def _act(store: Store, article: object, kind: str, number: int) -> bool:
    existing: list[Annotation] = store.annotations(article)  # type: ignore[arg-type]  # an article id
    with store.operation(OperationName(kind)) as op:
        if kind == "tag":
            op.add(annotation(article, ["الحسكة", "دمشق", "السكان"][number % 3]))  # type: ignore[arg-type]  # an article id
        elif kind == "status":
            op.update_article(article, status=list(Status)[number % 4])  # type: ignore[arg-type]  # an article id
        elif existing and kind == "edit":
            old = existing[number % len(existing)]
            op.replace(old, replace(old, note=str(number), label=["actor", "location"][number % 2]))
        elif existing:
            op.remove(existing[number % len(existing)])
    return op.changes.seq is not None


def test_a_search_after_undoing_an_import_finds_nothing(store: Store) -> None:
    add_article(store, "كلمة فريدة")
    store.undo()
    assert store.find_articles(ArticleQuery(text="فريدة")) == []
    store.redo()
    assert len(store.find_articles(ArticleQuery(text="فريدة"))) == 1
