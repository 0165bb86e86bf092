"""Works on a project while its disk fails: run with `failing_disk.so` preloaded.

A task is tried with every kind of call failing, from the first such call on, the second, the third,
the fourth, the sixth and so on, until it gets through. Each time the disk then recovers. Prints one
JSON object: how often it was tried, what was acknowledged, lost and there by half, and what else
went wrong.
"""

from __future__ import annotations

import errno
import json
import mmap
import os
import shutil
import struct
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from annotate_forever import TEXT, expected, step
from sample_project import LABELS
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from annotator.core.article import ArticleId
from annotator.core.change import OperationName
from annotator.errors import HashiyaError
from annotator.ops.exports import export
from annotator.ops.import_plan import plan_import
from annotator.ops.imports import run_import
from annotator.ops.project import Project
from annotator.store import NewArticle, Store, opening, schema
from annotator.store.backup import backup, backups, save_copy
from annotator.store.rescue import rescue
from annotator.store.restoring import restore

READING, WRITING, SYNCING = 1, 2, 4
FAULTS = [(READING, errno.EIO), (WRITING, errno.EIO), (WRITING, errno.ENOSPC),
          (WRITING, errno.EDQUOT), (WRITING, errno.EROFS), (SYNCING, errno.EIO)]  # fmt: skip
STEPS = 12
NEXT = schema.SCHEMA_VERSION + 1


class Disk:
    def __init__(self, orders: Path) -> None:
        with orders.open("r+b") as file:
            self._map = mmap.mmap(file.fileno(), 12)

    @contextmanager
    def failing(self, calls: int, number: int, after: int) -> Iterator[None]:
        """It fails once `after` such calls went well, and from then on."""
        self._map[:] = struct.pack("iii", calls, number, after)
        try:
            yield
        finally:
            self._map[:4] = bytes(4)


@dataclass
class Account:
    caused: int = 0
    acknowledged: int = 0
    lost: int = 0
    half: int = 0
    wrong: list[str] = field(default_factory=list)
    messages: dict[str, str] = field(default_factory=dict)


Fault = tuple[int, int, int]  # which calls, with what errno, after how many
Task = Callable[[Path, "Disk", Fault], object]


def make(folder: Path) -> None:
    """A project of `STEPS` steps with a backup, and an article to import, alone in `folder`."""
    folder.mkdir()
    path = folder / "p.hashiya"
    with Store.create(path, annotator="x", labels=LABELS) as store:
        with store.operation(OperationName("import", {"count": "1"})) as op:
            op.add_article(NewArticle(text=TEXT))
        for number in range(2, STEPS):
            step(store, number)
        backup(store)
        step(store, STEPS)
    path.with_name("b.txt").write_text(f"{TEXT}.", "utf-8")


def take_a_step(store: Store, path: Path) -> None:
    step(store, STEPS + 1)


def take_back(store: Store, path: Path) -> None:
    store.undo()


def bring_in(store: Store, path: Path) -> None:
    plan = plan_import([path.with_name("b.txt")], store=store)
    for error in plan.errors:
        raise error
    run_import(Project(store), plan)


def look(store: Store, path: Path) -> None:
    with store.reader() as reader:
        reader.load(ArticleId(1))
        reader.stats()


def hand_on(store: Store, path: Path) -> None:
    export(Project(store), path.with_name("out.conll"), format="conll2003").close()


def hand_on_a_folder(store: Store, path: Path) -> None:
    export(Project(store), path.with_name("brat"), format="brat").close()


def copy(store: Store, path: Path) -> None:
    save_copy(store, path.with_name("copy.hashiya"))


def keep(store: Store, path: Path) -> None:
    backup(store)


def while_open(work: Callable[[Store, Path], object]) -> Task:
    """What is done in a project that is open, and goes on being worked in after."""

    def task(path: Path, disk: Disk, fault: Fault) -> None:
        with Store.open(path) as store:
            last = store.last_seq()
            try:
                with disk.failing(*fault):
                    work(store, path)
            finally:
                assert list(store.check()) == []
                done = store.last_seq() - last
                with store.operation(OperationName("note")) as op:
                    op.update_article(ArticleId(1), note="goes on")
                for _ in range(1 + done):
                    assert store.undo()

    return task


def opened(path: Path, disk: Disk, fault: Fault) -> None:
    with disk.failing(*fault), Store.open(path) as store:
        store.load(ArticleId(1))


def made(path: Path, disk: Disk, fault: Fault) -> None:
    with disk.failing(*fault):
        Store.create(path.with_name("q.hashiya"), annotator="x", labels=LABELS).close()


def put_back(path: Path, disk: Disk, fault: Fault) -> None:
    before = path.with_name("before")
    shutil.copyfile(path, before)
    (newest,) = [b for b in backups(path) if not b.before_restore]
    try:
        with disk.failing(*fault):
            restore(newest.path, path)
    except BaseException:
        before.unlink()
        raise
    with Store.open(path) as store:
        assert list(store.check()) == []
        assert {a.id: a for a in store.annotations(ArticleId(1))} == expected(STEPS - 1)
    os.replace(before, path)  # and now what was there again


def rescued(path: Path, disk: Disk, fault: Fault) -> None:
    with disk.failing(*fault):
        rescue(path, path.with_name("rescued.hashiya"))


def upgraded(path: Path, disk: Disk, fault: Fault) -> None:
    """Opened by a newer version, which did not come to the end of it."""
    known = schema.project_migrations
    schema.project_migrations = lambda *look: with_next(known(*look))
    opening.SCHEMA_VERSION = schema.SCHEMA_VERSION = NEXT
    try:
        with disk.failing(*fault):
            Store.open(path).close()
    finally:
        schema.project_migrations = known
        opening.SCHEMA_VERSION = schema.SCHEMA_VERSION = NEXT - 1


def with_next(migrations: Migrations) -> Migrations:
    def next_version(db: Database) -> None:
        db.execute("ALTER TABLE articles ADD COLUMN region TEXT")
        db.execute("UPDATE articles SET region = 'x'")
        db.execute(f"PRAGMA user_version = {NEXT}")

    migrations(name="next_version")(next_version)
    return migrations


TASKS: dict[str, Task] = {
    "step": while_open(take_a_step), "undo": while_open(take_back),
    "import": while_open(bring_in), "look": while_open(look),
    "export": while_open(hand_on), "export a folder": while_open(hand_on_a_folder),
    "save a copy": while_open(copy), "backup": while_open(keep),
    "open": opened, "create": made, "restore": put_back, "upgrade": upgraded, "rescue": rescued,
}  # fmt: skip


def tried(name: str, path: Path, disk: Disk, fault: Fault, account: Account) -> bool:
    """The task with the disk failing so; whether it got through to its end."""
    names = {p for p in path.parent.rglob("*") if not p.name.endswith(("-wal", "-shm"))}
    where = f"{name} {fault}"
    try:
        TASKS[name](path, disk, fault)
        through = True
    except HashiyaError as error:
        through = False
        account.messages.setdefault(f"{name}: {error.template}", str(error))
        if not error.remedy or str(path.parent) not in str(error):
            account.wrong.append(f"{where}: no name or no remedy in {error}")
    except Exception:  # noqa: BLE001 - what nobody turned into a sentence is looked for
        through = False
        account.wrong.append(f"{where}: {traceback.format_exc()[-1500:]}")
    account.caused += 1
    if through:
        return True
    if name == "create" and path.with_name("q.hashiya").exists():
        Store.open(path.with_name("q.hashiya")).close()  # made whole, and then could not be opened
        path.with_name("q.hashiya").unlink()
    left = {p for p in path.parent.rglob("*") if not p.name.endswith(("-wal", "-shm"))} - names
    if left:
        account.wrong.append(f"{where}: left behind {sorted(p.name for p in left)}")
    wanted = expected(STEPS)
    with Store.open(path) as store:
        held = {a.id: a for a in store.annotations(ArticleId(1))}
        account.wrong += [f"{where}: {problem}" for problem in store.check()]
    account.acknowledged += len(wanted)
    account.lost += len(wanted.keys() - held.keys())
    account.half += sum(wanted.get(a.id) != a for a in held.values())
    return False


def main() -> None:
    folder, name, account = Path(os.environ["HASHIYA_DISK"]), sys.argv[1], Account()
    disk = Disk(Path(os.environ["HASHIYA_DISK_ORDERS"]))
    make(folder / "made")
    for calls, number in FAULTS:
        after, following = 0, 1
        for attempt in range(20):
            path = folder / f"{calls}-{number}-{attempt}" / "p.hashiya"
            shutil.copytree(folder / "made", path.parent)
            if tried(name, path, disk, (calls, number, after), account):
                break
            shutil.rmtree(path.parent)
            after, following = following, after + following
    print(json.dumps(asdict(account), ensure_ascii=False))


if __name__ == "__main__":
    main()
