"""Backups: made while the writer goes on, cut short, written wrong; and a drill for each."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest
from annotate_forever import expected, step
from tally import Tally, unlike

from annotator.core.article import ArticleId
from annotator.errors import UserError
from annotator.store import Store
from annotator.store.backup import backup, backups, save_copy
from annotator.store.restoring import restore


@pytest.mark.fault(3)
@pytest.mark.parametrize("seed", range(4))
def test_a_copy_made_while_the_writer_goes_on_is_one_moment_of_it(
    path: Path, tmp_path: Path, seed: int, tally: Tally
) -> None:
    chance = random.Random(seed)
    with Store.open(path) as store, store.reader() as reader:
        for number in range(2, 20):
            step(store, number)

        def write_on(_done: int, _total: int) -> None:
            for _ in range(chance.randrange(1, 5)):
                step(store, store.last_seq() + 1)

        copy = tmp_path / "copy.hashiya"
        save_copy(reader, copy, progress=write_on)
        kept = backup(reader, progress=write_on)
        last = store.last_seq()
        now = {a.id: a for a in store.annotations(ArticleId(1))}
    half = unlike(expected(last), now)
    for made in (copy, kept.path):
        with Store.open(made, read_only=True) as view:
            assert list(view.check()) == []
            held = {a.id: a for a in view.annotations(ArticleId(1))}
            half += unlike(expected(view.last_seq()), held)
    tally(caused=2, acknowledged=last, half=half)


@pytest.mark.fault(3)
def test_a_file_that_came_while_a_copy_of_that_name_was_written_stays(
    path: Path, tmp_path: Path
) -> None:
    place = tmp_path / "copy.hashiya"

    def make(_done: int, _total: int) -> None:
        place.write_bytes(b"another's")

    with Store.open(path) as store, pytest.raises(UserError, match="There is a file"):
        save_copy(store, place, progress=make)
    assert place.read_bytes() == b"another's"
    assert [each.name for each in tmp_path.iterdir() if each.name.endswith(".new")] == []


@pytest.mark.fault(18)
def test_a_restore_drill(path: Path, tally: Tally) -> None:
    with Store.open(path) as store:
        for number in range(2, 40):
            step(store, number)
        kept = backup(store)
        for number in range(40, 60):
            step(store, number)
    path.write_bytes(b"\0" * 8192)  # the disk was lost
    restore(kept.path, path)
    with Store.open(path) as again:
        held = {a.id: a for a in again.annotations(ArticleId(1))}
        assert list(again.check()) == []
        assert again.undo() is not None
    tally(acknowledged=39, half=unlike(expected(39), held))


@pytest.mark.fault(18)
def test_a_backup_that_is_written_wrong_is_noticed_when_it_is_written(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forgetful(source: sqlite3.Connection, draft: Path, *_: object) -> None:
        target = sqlite3.connect(draft)
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")
        target.execute("UPDATE texts SET text = substr(text, 2)")
        target.commit()
        target.close()

    with Store.open(path) as store:
        monkeypatch.setattr("annotator.store.backup._copy_pages", forgetful)
        with pytest.raises(UserError, match="not a true copy"):
            backup(store)
    assert backups(path) == []


@pytest.mark.fault(18)
@pytest.mark.parametrize("seed", range(8))
def test_a_backup_that_went_bad_is_not_put_back(path: Path, seed: int, tally: Tally) -> None:
    chance = random.Random(seed)
    with Store.open(path) as store:
        for number in range(2, 20):
            step(store, number)
        kept = backup(store)
    content = bytearray(kept.path.read_bytes())
    at = 4096 * chance.randrange(1, len(content) // 4096)
    content[at : at + 4096] = chance.randbytes(4096)
    kept.path.write_bytes(content)
    before = path.read_bytes()
    try:
        restore(kept.path, path)
    except UserError:
        assert path.read_bytes() == before
    with Store.open(path) as again:
        held = {a.id: a for a in again.annotations(ArticleId(1))}
        told = bool(list(again.check()))
    tally(acknowledged=19, half=0 if told else unlike(expected(19), held))
