"""What putting a backup back would change is told before it is done."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sample_project import TEXT, add_article, annotation, tag

from annotator.core.article import Status
from annotator.core.change import OperationName
from annotator.store import Store
from annotator.store.backup import backup, backups
from annotator.store.backup_difference import Counts, compare
from annotator.store.restoring import restore


def test_what_came_went_and_changed_since_is_counted_and_named(store: Store, path: Path) -> None:
    article = add_article(store)
    first, second = tag(store, annotation(article)), tag(store, annotation(article, "دمشق"))
    kept = backup(store)
    assert compare(path, kept.path).nothing
    add_article(store, TEXT + " ثم")
    tag(store, annotation(article, "السكان"))
    with store.operation(OperationName("remove")) as op:
        op.remove(first)
    with store.operation(OperationName("note", {"text": second.text})) as op:
        op.replace(second, annotation(article, "دمشق", id=second.id, note="ملاحظة"))
        op.update_article(article, status=Status.DONE)
    found = compare(path, kept.path)
    assert found.articles == Counts(now=1, then=0, changed=1)
    assert found.annotations == Counts(now=1, then=1, changed=1)
    assert found.step_count == 4
    assert [step.name.kind for step in found.steps] == ["note", "remove", "tag", "import"]
    assert {step.who for step in found.steps} == {store.annotator}
    assert found.other_steps == ()


def test_steps_undone_since_would_be_done_again(store: Store, path: Path) -> None:
    article = add_article(store)
    tag(store, annotation(article))
    kept = backup(store)
    store.undo()
    found = compare(path, kept.path)
    assert [step.name.kind for step in found.other_steps] == ["tag"]
    assert found.annotations == Counts(now=0, then=1, changed=0)


def test_a_restore_is_itself_undone_by_restoring_what_was_set_aside(
    store: Store, path: Path
) -> None:
    article = add_article(store)
    kept = backup(store)
    late = tag(store, annotation(article))
    store.close()
    aside = restore(kept.path, path)
    assert aside is not None
    (listed,) = [b for b in backups(path) if b.before_restore]
    assert listed.path == aside
    assert compare(path, aside).annotations == Counts(now=0, then=1, changed=0)
    restore(aside, path)
    with Store.open(path) as again:
        assert again.annotations(article) == [late]


def test_what_was_set_aside_with_its_log_comes_back_with_it(store: Store, path: Path) -> None:
    """As a program that was killed leaves it, damaged or not."""
    article = add_article(store)
    kept = backup(store)
    late = tag(store, annotation(article))
    crashed = path.with_name("crashed.hashiya")
    for suffix in ("", "-wal"):
        Path(f"{crashed}{suffix}").write_bytes(Path(f"{path}{suffix}").read_bytes())
    aside = restore(kept.path, crashed)
    assert aside is not None
    restore(aside, crashed)
    with Store.open(crashed) as again:
        assert again.annotations(article) == [late]


def test_what_is_damaged_in_a_backup_is_named_before_it_is_put_back(
    store: Store, path: Path
) -> None:
    article, other = add_article(store), add_article(store, "خبر من دمشق")
    tag(store, annotation(article))
    moved = tag(store, annotation(other, "دمشق", in_text="خبر من دمشق"))
    kept = backup(store)
    assert compare(path, kept.path).problems == ()
    conn = sqlite3.connect(kept.path)
    conn.execute("UPDATE texts SET text = 'غير' || text WHERE article_id = ?", (article,))
    conn.execute('UPDATE annotations SET start = 0, "end" = 4 WHERE id = ?', (moved.id,))
    conn.commit()
    conn.close()
    found = compare(path, kept.path)
    assert [(p.article, p.annotation) for p in found.problems] == [
        (article, None), (article, found.problems[1].annotation), (other, moved.id)
    ]  # fmt: skip
    assert found.problems[1].annotation is not None
