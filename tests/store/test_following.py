"""A program that views a project learns what its writer saves."""

from __future__ import annotations

from pathlib import Path

from sample_project import LABELS, add_article, annotation, tag

from annotator.core.article import ArticleId, Status
from annotator.core.change import Changes, OperationName
from annotator.core.labels import LabelSet
from annotator.store import Store


def seen(path: Path, write: object) -> list[Changes | None]:
    """What a follower sees of one act of writing, and of none after it."""
    with Store.open(path, read_only=True) as view:
        follower = view.follower()
        assert follower.look() is None
        assert callable(write)
        write()
        return [follower.look(), follower.look()]


def test_each_kind_of_step_is_seen_once_and_precisely(store: Store, path: Path) -> None:
    changes, rest = seen(path, lambda: add_article(store))
    assert changes is not None
    assert rest is None
    assert (changes.article_set, changes.articles, changes.labels) == (True, {1}, False)
    article = ArticleId(1)
    made = annotation(article)
    changes, rest = seen(path, lambda: tag(store, made))
    assert changes is not None
    assert (changes.bulk, changes.article_set, changes.articles) == (True, False, {1})
    assert changes.name.kind == "tag"
    assert rest is None
    for undone in (store.undo, store.redo):
        changes, rest = seen(path, undone)
        assert changes is not None
        assert changes.articles == {1}
        assert rest is None


def test_a_text_that_was_replaced_is_named(store: Store, path: Path) -> None:
    article = add_article(store, "خبر")

    def replace() -> None:
        with store.operation(OperationName("revise")) as op:
            op.replace_text(article, "خبر", "خبر آخر")

    for write in (replace, store.undo, store.redo):
        changes, _ = seen(path, write)
        assert changes is not None
        assert changes.revised == changes.articles == {article}


def test_a_step_that_overtook_an_undone_one_shows_both(store: Store, path: Path) -> None:
    one, two = add_article(store), add_article(store, "خبر آخر عن الحسكة")
    tag(store, annotation(one))

    def overtake() -> None:
        store.undo()
        with store.operation(OperationName("status")) as op:
            op.update_article(two, status=Status.DONE)

    changes, _ = seen(path, overtake)
    assert changes is not None
    assert changes.articles == {one, two}


def test_labels_and_settings_are_seen(store: Store, path: Path) -> None:
    def change() -> None:
        with store.operation(OperationName("labels")) as op:
            op.set_labels(LabelSet(tuple(store.label_set())[:2]))
            op.set_setting("overlap_policy", "any")

    changes, _ = seen(path, change)
    assert changes is not None
    assert changes.labels
    assert "overlap_policy" in changes.settings
    assert len(LABELS) == 3
