"""A project that is moved, replaced or deleted while it is open, or that has several names."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from annotate_forever import expected, step
from sample_project import LABELS
from tally import Tally

from annotator.core.article import ArticleId
from annotator.errors import UserError
from annotator.ops.exports import export
from annotator.store import Store
from annotator.store.backup import backup, backups, save_copy
from annotator.store.lock import lock_path
from annotator.store.log_origin import log_of
from annotator.store.rescue import rescue
from annotator.store.restoring import restore

pytestmark = pytest.mark.fault(20)
posix_only = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows lets nobody move or delete an open project"
)
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="mounts as Linux does")
HERE = str(Path(__file__).parent)
MOVED = "moved, renamed, replaced or deleted"


def held(path: Path, *, read_only: bool = False) -> dict[str, object]:
    with Store.open(path, read_only=read_only) as store:
        assert list(store.check()) == []
        return {a.id: a for a in store.annotations(ArticleId(1))}


def count(tally: Tally, there: dict[str, object], steps: int) -> None:
    wanted = expected(steps)
    tally(
        acknowledged=steps,
        lost=len(wanted.keys() - there.keys()),
        half=sum(there.get(key) != made for key, made in wanted.items()),
    )


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@posix_only
def test_what_was_saved_goes_along_with_a_project_that_is_renamed(path: Path, tally: Tally) -> None:
    moved = path.with_name("moved.hashiya")
    with Store.open(path) as store:
        for number in range(2, 12):
            step(store, number)
        path.rename(moved)
        with pytest.raises(UserError, match=MOVED):
            step(store, 12)
        with pytest.raises(UserError, match=MOVED):
            store.reader()
    assert names(path.parent) == ["moved.hashiya"]
    count(tally, held(moved), 11)


OPEN = """
import sys
from pathlib import Path
from annotator.errors import UserError
from annotator.store import Store
from annotator.store.restoring import restore
try:
    if sys.argv[2] == "restore":
        restore(Path(sys.argv[3]), Path(sys.argv[1]))
    Store.open(sys.argv[1], read_only=sys.argv[2] == "view").close()
except UserError as error:
    print(error)
"""


def told_when_opened_by_another(path: Path, how: str = "write", copy: Path | None = None) -> str:
    return subprocess.run(
        [sys.executable, "-c", OPEN, path, how, copy or path], check=True, capture_output=True,
        text=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ).stdout  # fmt: skip


@posix_only
def test_nobody_opens_a_renamed_project_while_its_last_changes_lie_beside_its_old_name(
    path: Path, tally: Tally
) -> None:
    """They would be missing there, and be written over what is done there meanwhile."""
    moved = path.with_name("moved.hashiya")
    with Store.open(path) as store:
        copy = backup(store).path
        for number in range(2, 12):
            step(store, number)
        path.rename(moved)
        for how in ("write", "view"):
            assert "under a name that it had before" in told_when_opened_by_another(moved, how)
            with pytest.raises(UserError, match="under a name that it had before"):
                Store.open(moved, read_only=how == "view")
        assert "under a name that it had before" in told_when_opened_by_another(
            moved, "restore", copy
        )  # fmt: skip
    assert told_when_opened_by_another(moved) == ""
    assert names(path.parent) == ["moved.hashiya", "news.hashiya.backups"]
    count(tally, held(moved), 11)


@posix_only
def test_a_view_that_nobody_closed_and_nobody_has_any_more_keeps_no_one_out(path: Path) -> None:
    moved = path.with_name("moved.hashiya")
    view = Store.open(path, read_only=True)
    path.rename(moved)
    with pytest.raises(UserError, match="under a name that it had before"):
        Store.open(moved)
    del view
    gc.collect()
    assert held(moved) == {}


@posix_only
def test_who_views_a_project_does_not_keep_others_from_it(path: Path) -> None:
    with Store.open(path, read_only=True):
        for how in ("view", "write"):
            assert told_when_opened_by_another(path, how) == ""


@linux_only
def test_a_project_that_is_seen_in_two_places_is_opened_in_one(path: Path, tally: Tally) -> None:
    """As a file that is shared with a container is: each place would have a log of its own."""
    folder = path.parent / "elsewhere"
    folder.mkdir()
    other = folder / path.name
    other.touch()
    if subprocess.run(
        ["mount", "--bind", path, other], capture_output=True, check=False
    ).returncode:
        pytest.skip("this machine does not let us mount")
    try:
        with Store.open(path) as store:
            step(store, 2)
            assert "or has too" in told_when_opened_by_another(other)
        assert told_when_opened_by_another(other) == ""
        count(tally, held(path), 2)
    finally:
        subprocess.run(["umount", "-l", other], check=True)


STEP_AND_DIE = """
import os, signal, sys
from pathlib import Path
from annotator.errors import UserError
from annotator.store import Store
from annotate_forever import step
path = Path(sys.argv[1])
store = Store.open(path)
for number in range(2, 12):
    step(store, number)
if sys.argv[2] == "move":
    path.rename(path.with_name("moved.hashiya"))
try:
    step(store, 12)
except UserError:
    assert sys.argv[2] == "move"
os.kill(os.getpid(), signal.SIGKILL)
"""


def step_and_die(path: Path, what: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", STEP_AND_DIE, str(path), what], check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([HERE, *sys.path])},
    )  # fmt: skip
    assert ran.returncode == -signal.SIGKILL


@posix_only
def test_it_is_whole_from_when_the_move_was_told_also_if_the_program_is_killed_then(
    path: Path, tally: Tally
) -> None:
    step_and_die(path, "move")
    count(tally, held(path.with_name("moved.hashiya")), 11)


@posix_only
def test_a_project_put_back_where_it_was_is_worked_in_again(path: Path, tally: Tally) -> None:
    away = path.with_name("away")
    with Store.open(path) as store:
        step(store, 2)
        path.rename(away)
        with pytest.raises(UserError, match=MOVED):
            step(store, 3)
        away.rename(path)
        step(store, 3)
    assert names(path.parent) == [path.name]
    count(tally, held(path), 3)


@posix_only
def test_a_file_put_in_the_place_of_an_open_project_is_not_mixed_with_it(
    path: Path, tally: Tally
) -> None:
    kept = path.with_name("kept.hashiya")
    other = path.with_name("other.hashiya")
    with Store.create(other, annotator="ليلى", labels=LABELS):
        pass
    before = other.read_bytes()
    with Store.open(path) as store:
        for number in range(2, 12):
            step(store, number)
        path.rename(kept)
        other.rename(path)
        with pytest.raises(UserError, match=MOVED):
            step(store, 12)
        with pytest.raises(UserError, match=MOVED):
            store.reader()
    assert not log_of(path).exists() or not log_of(path).stat().st_size
    assert path.read_bytes() == before
    with Store.open(path) as store:
        assert store.count_articles() == 0
    assert names(path.parent) == ["kept.hashiya", path.name]
    count(tally, held(kept), 11)


@posix_only
def test_a_deleted_project_takes_no_further_step_and_leaves_nothing_behind(path: Path) -> None:
    with Store.open(path) as store:
        step(store, 2)
        path.unlink()
        with pytest.raises(UserError, match=MOVED):
            step(store, 3)
    assert names(path.parent) == []


@posix_only
def test_a_folder_that_is_renamed_keeps_what_was_saved(path: Path, tally: Tally) -> None:
    folder = path.parent / "folder"
    folder.mkdir()
    project = Path(shutil.move(path, folder / path.name))
    elsewhere = folder.with_name("elsewhere")
    with Store.open(project) as store:
        step(store, 2)
        folder.rename(elsewhere)
        with pytest.raises(UserError, match=MOVED):
            step(store, 3)
    count(tally, held(elsewhere / path.name), 2)
    assert names(elsewhere) == [path.name]


VIEW = """
import sys
from annotator.store import Store
with Store.open(sys.argv[1], read_only=True) as view:
    print(view.last_seq(), flush=True)
    sys.stdin.readline()
"""


def test_a_closed_project_is_whole_without_its_log_though_somebody_views_it(
    path: Path, tmp_path: Path, tally: Tally
) -> None:
    with Store.open(path) as store:
        for number in range(2, 12):
            step(store, number)
        viewer = subprocess.Popen(
            [sys.executable, "-c", VIEW, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            text=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )  # fmt: skip
        assert viewer.stdout is not None
        assert viewer.stdout.readline() == "11\n"
    copy = tmp_path / "copy.hashiya"  # as a file manager makes it, which knows of no log
    shutil.copyfile(path, copy)
    viewer.communicate("\n")
    assert not lock_path(path).exists()
    count(tally, held(copy), 11)


TAKE_OVER_AND_DIE = """
import os, signal, subprocess, sys
from annotator.store import Store
from annotate_forever import step
with Store.open(sys.argv[1], read_only=True):
    store = Store.open(sys.argv[1])
step(store, 2)
subprocess.run([sys.executable, "-c", sys.argv[2], sys.argv[1]], check=True)
step(store, 3)
os.kill(os.getpid(), signal.SIGKILL)
"""
LOOK = """
import sqlite3, sys
conn = sqlite3.connect(sys.argv[1])
conn.execute("SELECT * FROM labels").fetchall()
conn.close()
"""


@posix_only
def test_who_viewed_and_took_over_keeps_the_log_whoever_else_looks_in(
    path: Path, tally: Tally
) -> None:
    """Another program that closes the file removes its log, unless ours is seen to have it open."""
    ran = subprocess.run(
        [sys.executable, "-c", TAKE_OVER_AND_DIE, str(path), LOOK], check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([HERE, *sys.path])},
    )  # fmt: skip
    assert ran.returncode == -signal.SIGKILL
    count(tally, held(path), 3)


IMPORT_AND_DIE = """
import os, signal, subprocess, sys
from pathlib import Path
from annotator.errors import UserError
from annotator.ops.imports import plan_import
from annotator.store import Store
from annotate_forever import step
path = Path(sys.argv[1])
store = Store.open(path)
step(store, 2)
try:
    plan_import([path], store=store)
except UserError as error:
    assert "is a project that is open" in str(error)
subprocess.run([sys.executable, "-c", sys.argv[2], path], check=True)
step(store, 3)
os.kill(os.getpid(), signal.SIGKILL)
"""


@posix_only
def test_the_open_project_taken_for_an_article_keeps_its_log(path: Path, tally: Tally) -> None:
    """To read it as a file lets go of the locks by which others see that it is open."""
    ran = subprocess.run(
        [sys.executable, "-c", IMPORT_AND_DIE, str(path), LOOK], check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([HERE, *sys.path])},
    )  # fmt: skip
    assert ran.returncode == -signal.SIGKILL
    count(tally, held(path), 3)


def test_nothing_is_written_over_a_project_or_what_lies_beside_it(path: Path) -> None:
    other = path.with_name("Other.HASHIYA")
    with Store.create(other, annotator="ليلى", labels=LABELS):
        pass
    bare = path.with_name("bare.db")  # a project by another name than is usual
    shutil.copyfile(path, bare)
    with Store.open(path) as store, Store.open(bare) as opened:
        step(store, 2)
        step(opened, 2)
        kept = [backup(store).path, other]
        kept += [each for each in path.parent.iterdir() if each.is_file() and each != other]
        before = {each: each.read_bytes() for each in kept if each not in (path, bare)}
        for place in kept:
            project = opened if place.name.startswith(bare.name) else store
            with pytest.raises(UserError, match=r"name of a project|is the project itself"):
                export(project, place, format="jsonl")
            with pytest.raises(UserError, match=r"name of a project|is the project itself"):
                export(project, path.with_name("o.jsonl"), format="jsonl", report=place)
            with pytest.raises(UserError, match="already"):
                save_copy(store, place)
        assert {each: each.read_bytes() for each in before} == before
    assert held(path) == held(bare) == expected(2)


def test_who_views_is_told_when_another_file_takes_its_place(path: Path) -> None:
    with Store.open(path) as store:
        step(store, 2)
        copy = backup(store).path
        step(store, 3)
    with Store.open(path, read_only=True) as view:
        follower = view.follower()
        restore(copy, path)
        with pytest.raises(UserError, match=MOVED):
            follower.look()
    assert held(path) == expected(2)


@posix_only
def test_a_link_and_what_it_points_at_are_one_project(path: Path, tally: Tally) -> None:
    (path.parent / "links").mkdir()
    link = path.parent / "links" / "link.hashiya"
    link.symlink_to(path)
    with Store.open(link) as store:
        with pytest.raises(UserError, match="open already"):
            Store.open(path)
        step(store, 2)
        copy = backup(store).path
        step(store, 3)
        with pytest.raises(UserError, match="open already"):
            restore(copy, link)
        with pytest.raises(UserError, match="open already"):
            rescue(link, path.with_name("rescued.hashiya"))
    assert [each.path for each in backups(link)] == [each.path for each in backups(path)]
    restore(copy, link)
    assert link.is_symlink()
    assert held(path) == held(link) == expected(2)
    assert names(link.parent) == ["link.hashiya"]
    aside = next(each.path for each in backups(link) if each.before_restore)
    restore(aside, link)
    count(tally, held(path), 3)


@posix_only
def test_a_killed_program_s_log_is_rescued_through_a_link(path: Path, tally: Tally) -> None:
    step_and_die(path, "stay")
    link = path.with_name("link.hashiya")
    link.symlink_to(path)
    rescue(link, path.with_name("rescued.hashiya"))
    count(tally, held(path.with_name("rescued.hashiya")), 12)


@posix_only
def test_a_project_with_a_second_name_is_not_written_under_either(path: Path) -> None:
    """Each name would have a log of its own, and a lock: two programs would write over each
    other."""
    second = path.with_name("second.hashiya")
    os.link(path, second)
    for name in (path, second):
        with pytest.raises(UserError, match="second name"):
            Store.open(name)
        assert held(name, read_only=True) == {}
    second.unlink()
    assert held(path) == {}


@posix_only
def test_a_draft_that_a_kill_left_is_no_second_name(path: Path) -> None:
    draft = path.with_name(f".{path.name}.12345.new")  # between the two steps of giving a name
    os.link(path, draft)
    assert held(path) == {}
    assert names(path.parent) == [path.name]
