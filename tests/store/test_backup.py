"""Backups are true, made while the project is in use, thinned, and can be put back."""

from __future__ import annotations

import re
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sample_project import LABELS, add_article, annotation, tag

from annotator.core.annotation import Annotation
from annotator.core.article import ArticleId
from annotator.core.change import OperationName
from annotator.errors import UserError
from annotator.store import Store
from annotator.store.backup import (
    backup,
    backup_folder,
    backup_is_due,
    backups,
    save_copy,
    thin,
)
from annotator.store.backup_difference import compare
from annotator.store.restoring import restore


def filled(store: Store) -> tuple[ArticleId, Annotation]:
    article = add_article(store)
    return article, tag(store, annotation(article))


def test_a_backup_is_due_when_something_changed_since_the_last(store: Store) -> None:
    assert not backup_is_due(store)
    filled(store)
    assert backup_is_due(store)
    with store.reader() as reader:
        assert backup_is_due(reader)
        backup(reader)
        assert not backup_is_due(reader)
    assert not backup_is_due(store)
    store.undo()
    assert backup_is_due(store)
    store.redo()
    assert not backup_is_due(store)


def test_a_project_that_is_only_viewed_is_somebody_elses_to_keep(store: Store, path: Path) -> None:
    filled(store)
    with Store.open(path, read_only=True) as view:
        assert not backup_is_due(view)


def test_a_backup_made_while_the_writer_goes_on_is_one_moment_of_it(store: Store) -> None:
    article, made = filled(store)
    told: list[tuple[int, int]] = []

    def write_on(done: int, total: int) -> None:
        told.append((done, total))
        tag(store, annotation(article, "دمشق"))

    with store.reader() as reader:
        kept = backup(reader, progress=write_on)
    assert told[-1][0] == told[-1][1]
    with Store.open(kept.path, read_only=True) as copy:
        assert copy.annotations(article) == [made]
        assert list(copy.check()) == []
    assert [p.name for p in backup_folder(store.path).iterdir()] == [kept.path.name]


def test_a_stopped_backup_leaves_nothing(store: Store) -> None:
    filled(store)
    with pytest.raises(UserError, match="Stopped"):
        backup(store, cancelled=lambda: True)
    assert list(backup_folder(store.path).iterdir()) == []


def test_a_backup_that_was_written_wrong_is_noticed(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(store)

    def forgetful(source: sqlite3.Connection, draft: Path, *_: object) -> None:
        target = sqlite3.connect(draft)
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")
        target.execute("UPDATE texts SET text = substr(text, 2)")
        target.commit()
        target.close()

    monkeypatch.setattr("annotator.store.backup._copy_pages", forgetful)
    with pytest.raises(UserError, match="not a true copy"):
        backup(store)
    assert backups(store.path) == []


def test_a_project_that_is_damaged_is_not_a_backup_s_fault(store: Store, path: Path) -> None:
    for number in range(40):
        filled(store) if not number else add_article(store, text=f"نص رقم {number} " * 300)
    store.close()
    content = bytearray(path.read_bytes())
    at = 4096 * (len(content) // 4096 - 3)
    content[at : at + 64] = bytes(range(64, 128))
    path.write_bytes(content)
    with Store.open(path) as again:
        with pytest.raises(UserError, match=f"The project {re.escape(str(path))} is damaged"):
            backup(again)
        assert backups(path) == []
        with pytest.raises(UserError, match=f"The project {re.escape(str(path))} is damaged"):
            save_copy(again, path.with_name("copy.hashiya"))
    assert not path.with_name("copy.hashiya").exists()


def test_the_restore_drill(store: Store, path: Path) -> None:
    article, made = filled(store)
    kept = backup(store)
    late = tag(store, annotation(article, "دمشق"))
    with pytest.raises(UserError, match="open already"):
        restore(kept.path, path)
    store.close()
    aside = restore(kept.path, path)
    with Store.open(path) as again:
        assert again.annotations(article) == [made]
        assert again.undo_name() is not None
        tag(again, annotation(article, "السكان"))
    assert aside is not None
    with Store.open(aside, read_only=True) as before:
        assert {a.id for a in before.annotations(article)} == {made.id, late.id}


def test_a_project_that_was_destroyed_is_restored(store: Store, path: Path) -> None:
    article, made = filled(store)
    kept = backup(store)
    store.close()
    path.write_bytes(b"\0" * 5000)
    restore(kept.path, path)
    with Store.open(path) as again:
        assert again.annotations(article) == [made]


@pytest.mark.parametrize("looks", range(3))
def test_a_restore_that_is_cancelled_changes_nothing(store: Store, path: Path, looks: int) -> None:
    filled(store)
    kept = backup(store)
    store.close()
    before = {file: file.read_bytes() for file in path.parent.rglob("*.hashiya")}
    left = iter([False] * looks)
    with pytest.raises(UserError, match="as they were"):
        restore(kept.path, path, cancelled=lambda: next(left, True))
    assert {file: file.read_bytes() for file in path.parent.rglob("*.hashiya")} == before
    asked = []
    restore(kept.path, path, progress=lambda done, total: asked.append((done, total)))
    assert asked[-1][0] == asked[-1][1] > 0


@pytest.mark.parametrize("looks", [0, 1])
def test_a_restore_can_be_stopped_while_sqlite_checks_the_backup(
    store: Store, path: Path, looks: int
) -> None:
    article, _ = filled(store)
    with store.operation(OperationName("tag")) as op:
        for _ in range(3000):
            op.add(annotation(article))
    kept = backup(store)
    store.close()
    before = path.read_bytes()
    told: list[tuple[int, int]] = []
    with pytest.raises(UserError, match="as they were"):
        restore(
            kept.path,
            path,
            progress=lambda *step: told.append(step),
            cancelled=lambda: told.count((0, 0)) > looks,
        )
    assert told[-1] == (0, 0)  # nothing of the project was copied aside yet
    assert path.read_bytes() == before
    assert [copy.path for copy in backups(path)] == [kept.path]


def test_a_bad_backup_is_not_restored(store: Store, path: Path) -> None:
    filled(store)
    kept = backup(store)
    store.close()
    conn = sqlite3.connect(kept.path)
    conn.execute("PRAGMA writable_schema = ON")
    conn.execute("UPDATE sqlite_schema SET rootpage = 3 WHERE name = 'texts'")
    conn.commit()
    conn.close()
    before = path.read_bytes()
    with pytest.raises(UserError):
        restore(kept.path, path)
    assert path.read_bytes() == before


def test_backups_are_thinned_to_days_weeks_and_months(store: Store, path: Path) -> None:
    folder = backup_folder(path)
    folder.mkdir()
    newest = datetime(2026, 6, 30, 12, tzinfo=UTC)
    for hours in range(0, 24 * 500, 6):
        made = newest - timedelta(hours=hours)
        (folder / made.strftime("%Y-%m-%dT%H-%M-%SZ.hashiya")).touch()
    other = folder / "mine.hashiya"
    other.touch()
    thin(path)
    kept = [backup.made for backup in backups(path)]
    assert kept[:5] == [newest - timedelta(hours=6 * n) for n in range(5)]
    assert {made.date() for made in kept} >= {(newest - timedelta(days=n)).date() for n in range(7)}
    assert len({made.strftime("%Y-%m") for made in kept}) == 12
    assert len(kept) < 30
    assert other.exists()
    thin(path)
    assert [backup.made for backup in backups(path)] == kept


def test_a_copy_saved_while_the_project_is_open_is_whole(
    store: Store, path: Path, tmp_path: Path
) -> None:
    article, made = filled(store)
    copy = tmp_path / "copy.hashiya"
    save_copy(store, copy)
    assert not copy.with_name(copy.name + "-wal").exists()
    tag(store, annotation(article, "دمشق"))
    with Store.open(copy) as again:
        assert again.annotations(article) == [made]
        tag(again, annotation(article, "السكان"))
    assert {p.name for p in tmp_path.iterdir() if "copy" in p.name} == {"copy.hashiya"}


def test_copying_into_a_folder_that_is_not_there_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be made"):
        save_copy(store, tmp_path / "nowhere" / "copy.hashiya")


def test_a_new_project_has_its_labels_and_settings_in_its_copy(
    store: Store, tmp_path: Path
) -> None:
    save_copy(store, tmp_path / "c.hashiya")
    with Store.open(tmp_path / "c.hashiya") as copy:
        assert [la.key for la in copy.label_set()] == [la.key for la in LABELS]
        assert copy.settings() == store.settings()


def test_a_backup_that_is_gone_is_said(store: Store, path: Path) -> None:
    """Another program may thin them meanwhile."""
    add_article(store)
    kept = backup(store)
    kept.path.rename(kept.path.with_name("elsewhere"))
    for look in (lambda: compare(path, kept.path), lambda: restore(kept.path, path)):
        with pytest.raises(UserError, match="There is no file"):
            look()
