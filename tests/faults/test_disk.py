"""A full disk, a disk that fails, pages that are damaged: said in a sentence, the rest kept."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from annotate_forever import TEXT, annotation, expected, step
from sample_project import LABELS, add_article

from annotator.core.article import ArticleId
from annotator.core.change import OperationName
from annotator.errors import UserError
from annotator.store import NewArticle, Store
from annotator.store.backup import backup, backups, save_copy

linux_root_only = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="mounting a small disk takes root on Linux"
)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine lets not even root mount")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(ballast: Path) -> None:
    """Write until the disk takes no more."""
    with ballast.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(b"x" * 4096)


@pytest.mark.fault(5)
@linux_root_only
def test_a_full_disk_is_said_and_costs_nothing(path: Path, small_disk: Path) -> None:
    project = small_disk / path.name
    shutil.copyfile(path, project)
    with Store.open(project) as store:
        for number in range(2, 8):
            step(store, number)
        ballast = small_disk / "ballast"
        fill(ballast)
        name = OperationName("import", {"count": "1"})
        for _ in range(2):
            with (
                pytest.raises(UserError, match="no room left on the disk"),
                store.operation(name) as op,
            ):
                op.add_article(NewArticle(text=TEXT * 20))
        with pytest.raises(UserError, match=r"no room|cannot be made"):
            backup(store)
        assert backups(project) == []
        assert {a.id: a for a in store.annotations(ArticleId(1))} == expected(7)
        assert list(store.check()) == []
        ballast.unlink()
        step(store, 8)
    with Store.open(project) as store:
        assert {a.id: a for a in store.annotations(ArticleId(1))} == expected(8)
        assert list(store.check()) == []
        assert store.undo()


@pytest.mark.fault(5)
@linux_root_only
def test_a_project_is_not_half_made_on_a_full_disk(small_disk: Path) -> None:
    fill(small_disk / "ballast")
    with pytest.raises(UserError, match=r"no room left on the disk that holds \S+/p.hashiya\."):
        Store.create(small_disk / "p.hashiya", annotator="x", labels=LABELS)
    assert [p.name for p in small_disk.iterdir()] == ["ballast"]


WRITE_UNTIL_REFUSED = """
import resource, signal, sys
from annotate_forever import step
from annotator.errors import UserError
from annotator.store import Store
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Store.open(sys.argv[1]) as store:
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))
    number = 2
    try:
        while number < 2000:
            step(store, number)
            number += 1
    except UserError as error:
        print(error)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    step(store, number)
print(number)
"""


@pytest.mark.fault(5)
@pytest.mark.skipif(sys.platform == "win32", reason="limits the size of files as POSIX does")
def test_a_write_that_fails_is_said_and_the_next_one_succeeds(path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", WRITE_UNTIL_REFUSED, str(path)],
        capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": _path()},
    )  # fmt: skip
    message, number = ran.stdout.splitlines()
    assert "disk" in message
    assert str(path) in message
    with Store.open(path) as store:
        assert list(store.check()) == []
        assert {a.id: a for a in store.annotations(ArticleId(1))} == expected(int(number))


def _path() -> str:
    return os.pathsep.join([str(Path(__file__).parent), *sys.path])


def many_articles(path: Path) -> list[ArticleId]:
    with Store.open(path) as store:
        articles = [add_article(store, f"خبر رقم {n} عن السكان " * 40) for n in range(30)]
        for number in range(2 + len(articles), 60):
            with store.operation(OperationName("tag")) as op:
                op.add(annotation(number))
    return articles


def everything(path: Path) -> dict[str, list[tuple[object, ...]]]:
    conn = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        return {
            table: conn.execute(f"SELECT * FROM {table}").fetchall()
            for table in ("articles", "texts", "annotations")
        }
    finally:
        conn.close()


@pytest.mark.fault(4)
@pytest.mark.parametrize("seed", range(int(os.environ.get("HASHIYA_DAMAGES", "12"))))
def test_bytes_that_change_in_a_page_are_found_and_the_rest_is_saved(
    path: Path, tmp_path: Path, seed: int
) -> None:
    many_articles(path)
    sound = everything(path)
    chance = random.Random(seed)
    damaged = tmp_path / "damaged.hashiya"
    content = bytearray(path.read_bytes())
    page = chance.randrange(1, len(content) // 4096)
    for _ in range(40):
        content[page * 4096 + chance.randrange(4096)] ^= chance.randrange(1, 256)
    damaged.write_bytes(content)
    try:
        with Store.open(damaged, read_only=True) as view:
            problems = [str(problem) for problem in view.check()]
    except UserError as error:  # a page that the whole file hangs on
        problems = [str(error)]
        assert "damaged" in problems[0]
    try:
        unchanged = everything(damaged) == sound
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        unchanged = False
    assert problems or unchanged, f"damage in page {page} went unseen"
    assert all(problems)


@pytest.mark.fault(4)
def test_one_damaged_text_is_named_and_all_others_open(path: Path) -> None:
    articles = many_articles(path)
    _alter(path, "UPDATE texts SET text = 'غير ذلك' WHERE article_id = ?", articles[3])
    with Store.open(path) as store:
        (problem,) = store.check()
        assert problem.article == articles[3]
        assert "damaged" in str(problem)
        assert store.load(articles[3]).problems == (problem,)
        assert all(store.load(a).problems == () for a in articles if a != articles[3])
        assert backup(store).damaged == (articles[3],)


@pytest.mark.fault(4)
def test_a_broken_seal_hides_that_annotation_only(path: Path) -> None:
    many_articles(path)
    _alter(path, 'UPDATE annotations SET start = start + 1, "end" = "end" + 1 WHERE id = ?', "a40")
    with Store.open(path) as store:
        loaded = store.load(ArticleId(1))
        assert [p.annotation for p in loaded.problems] == ["a40"]
        assert "a40" not in {a.id for a in loaded.annotations}
        assert len(loaded.annotations) == len(store.annotations(ArticleId(1))) - 1
        assert [p.annotation for p in store.check()] == ["a40"]


@pytest.mark.fault(4)
def test_text_that_is_no_longer_unicode_is_reported_not_raised(path: Path) -> None:
    many_articles(path)
    _alter(path, "UPDATE annotations SET text = CAST(x'FF' AS TEXT) WHERE id = ?", "a40")
    with Store.open(path) as store:
        assert [p.annotation for p in store.load(ArticleId(1)).problems] == ["a40"]


@pytest.mark.fault(4)
def test_a_note_that_no_step_wrote_is_found_by_the_journal(path: Path) -> None:
    many_articles(path)
    _alter(path, "UPDATE annotations SET note = 'x' WHERE id = ?", "a41")
    _alter(path, "UPDATE articles SET annotation_count = 99 WHERE id = ?", 2)
    with Store.open(path) as store:
        told = [str(problem) for problem in store.check()]
    assert "not as it was last saved" in told[0]
    assert "99" in told[1]


def _alter(path: Path, sql: str, key: object) -> None:
    conn = sqlite3.connect(path)
    conn.execute(sql, (key,))
    conn.commit()
    conn.close()


@pytest.mark.fault(3)
def test_a_copy_is_not_written_over_a_file(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.hashiya"
    other.write_bytes(b"precious")
    with Store.open(path) as store, pytest.raises(UserError, match="already"):
        save_copy(store, other)
    assert other.read_bytes() == b"precious"
