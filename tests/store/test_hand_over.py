"""The writing handed to another thread: what is stored can be looked at meanwhile, not changed."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from sample_project import add_article, annotation, tag

from annotator.core.change import OperationName
from annotator.errors import UserError
from annotator.store import NewArticle, Store


def test_the_other_thread_writes_and_this_one_sees_only_what_was_committed(store: Store) -> None:
    add_article(store)
    writer = store.hand_over()
    half, go_on = threading.Event(), threading.Event()

    def write() -> None:
        with writer.operation(OperationName("import")) as op:
            op.add_article(NewArticle(text="خبر ثان"))
            half.set()
            go_on.wait()

    thread = threading.Thread(target=write)
    thread.start()
    half.wait()
    assert store.count_articles() == 1
    go_on.set()
    thread.join()
    assert store.count_articles() == 2
    store.take_back()
    assert store.undo() is not None
    assert store.count_articles() == 1


def test_nothing_is_written_or_handed_over_a_second_time_meanwhile(store: Store) -> None:
    article = add_article(store)
    store.hand_over()
    for attempt in (store.undo, store.hand_over, lambda: tag(store, annotation(article))):
        with pytest.raises(UserError, match="background"):
            attempt()
    store.take_back()
    store.take_back()
    tag(store, annotation(article))


def test_a_project_closed_while_it_is_handed_over_is_whole_and_free(
    store: Store, path: Path
) -> None:
    add_article(store)
    store.hand_over()
    store.close()
    with Store.open(path) as again:
        assert not again.read_only
        assert again.count_articles() == 1
        with again.reader() as reader, pytest.raises(UserError, match="view only"):
            reader.hand_over()


def test_an_undo_that_is_stopped_changes_nothing(store: Store) -> None:
    article = add_article(store)
    tag(store, annotation(article))
    with store.operation(OperationName("remove_articles")) as op:
        op.remove_article(article)

    def stop(done: int, total: int) -> None:
        raise UserError(f"stopped at {done} of {total}")

    with pytest.raises(UserError, match="0 of 1"):
        store.undo(stop)
    assert store.count_articles() == 0
    assert store.undo_effort() == 1
    assert store.undo() is not None
    assert store.count_articles() == 1
