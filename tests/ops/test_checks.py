"""A project is whole, or each thing that is wrong with it is named; and everything is counted."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from annotator.core.article import Status
from annotator.ops.checks import check_project, stats
from annotator.ops.imports import plan_import, run_import
from annotator.ops.progress import Stopped
from annotator.ops.project import Project, new_project, open_project

GOLDEN = Path(__file__).parent.parent / "formats" / "golden" / "awkward.jsonl"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "p.hashiya"
    with new_project(path, "ليلى") as project:
        run_import(project, plan_import([GOLDEN], store=project.store))
    return path


def damage(path: Path, sql: str) -> None:
    conn = sqlite3.connect(path)
    conn.execute(sql)
    conn.commit()
    conn.close()


def opened(path: Path) -> Project:
    return open_project(path, read_only=True)


def test_a_sound_project_has_no_problem(path: Path) -> None:
    with opened(path) as project:
        assert check_project(project) == []


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("UPDATE texts SET text = text || '.' WHERE article_id = 2", "is damaged"),
        ("UPDATE annotations SET start = start + 1, \"end\" = \"end\" + 1 "
         "WHERE article_id = 1 AND label_id = 1", "no longer lies on the text"),
        ("DELETE FROM annotations WHERE article_id = 1 AND label_id = 1", "should have"),
    ],
)  # fmt: skip
def test_each_broken_hash_and_seal_is_named(path: Path, sql: str, said: str) -> None:
    damage(path, sql)
    with opened(path) as project:
        problems = check_project(project)
    assert any(said in str(problem) for problem in problems)
    assert all(problem.article is not None for problem in problems)


def test_a_check_can_be_stopped(path: Path) -> None:
    damage(path, "UPDATE texts SET text = text || '.'")
    with opened(path) as project, pytest.raises(Stopped):
        check_project(project, cancelled=lambda: True)


def test_everything_is_counted_from_the_project_or_from_a_reader(path: Path) -> None:
    with opened(path) as project, project.store.reader() as reader:
        counts = stats(project)
        assert stats(reader) == counts
    assert (counts.articles, counts.annotations, counts.to_review) == (4, 19, 1)
    assert counts.by_status[Status.DONE] == 2
    assert counts.by_label["location"] == 8


def test_a_torn_article_is_one_problem_and_the_rest_is_still_checked(path: Path) -> None:
    damage(path, "DELETE FROM texts WHERE article_id = 1")
    damage(path, "UPDATE texts SET text = text || '.' WHERE article_id = 3")
    told: list[tuple[int, int]] = []
    with opened(path) as project:
        problems = check_project(project, progress=lambda *step: told.append(step))
    assert {problem.article for problem in problems} == {1, 3}
    assert told[-1] == (4, 4)
