"""What an import sets right in spans and tags is listed one by one, and nothing else is."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.errors import UserError
from annotator.ops.import_repairs import Covered, MovedEdges, MovedTag, RepairReport
from annotator.ops.imports import plan_import, run_import
from annotator.ops.project import Project, new_project

TEXT = "وصل إلى \u200fالحسكةَ أمس"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    project = new_project(tmp_path / "p.hashiya", "ليلى")
    yield project
    project.close()


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    spans = [
        {"start": 7, "end": 15, "label": "location"},  # a blank and a mark before, no vowel behind
        {"start": 9, "end": 16, "label": "location"},
    ]
    rows = [{"text": "خبر"}, {"text": TEXT, "spans": spans}]
    lines, conll = tmp_path / "a.jsonl", tmp_path / "b.conll"
    lines.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    conll.write_text("زيد B-actor\nفي O\nحمص I-location\n", "utf-8")
    return [lines, conll]


def expected(files: list[Path]) -> list[MovedEdges | MovedTag]:
    return [
        MovedEdges(
            str(files[0]),
            2,
            "location",
            Covered(7, 15, " \u200fالحسكة"),
            Covered(9, 16, "الحسكةَ"),
        ),
        MovedTag(str(files[1]), 3, "I-location", "B-location"),
    ]


def test_the_plan_shows_the_first_of_them(project: Project, files: list[Path]) -> None:
    plan = plan_import(files, store=project.store)
    assert [repair for item in plan.items for repair in item.repairs] == expected(files)


def test_a_plan_of_very_many_holds_only_a_few(project: Project, tmp_path: Path) -> None:
    file = tmp_path / "many.conll"
    file.write_text("زيد B-actor\n\nفي O\n\n" * 40 + "حمص I-location\n\n" * 30, "utf-8")
    (item,) = plan_import([file], store=project.store).items
    assert len(item.repairs) == 20
    assert "Tags out of order set right: 30" in [str(notice) for notice in item.notices]


def test_the_report_lists_all_as_json(project: Project, files: list[Path], tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    run_import(project, plan_import(files, store=project.store), report=report)
    told = json.loads(report.read_bytes())
    assert (told["edges"], told["tags"]) == (1, 1)
    assert told["repairs"] == [
        {
            "kind": "edges",
            "file": str(files[0]),
            "line": 2,
            "label": "location",
            "before": {"start": 7, "end": 15, "text": " \u200fالحسكة"},
            "after": {"start": 9, "end": 16, "text": "الحسكةَ"},
        },
        {
            "kind": "tag",
            "file": str(files[1]),
            "line": 3,
            "before": "I-location",
            "after": "B-location",
        },
    ]


def test_the_report_lists_all_in_words(project: Project, files: list[Path], tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    run_import(project, plan_import(files, store=project.store), report=report)
    assert report.read_text("utf-8").split("\n") == [
        "1 spans with moved edges, 1 tags set right",
        f"{files[0]}:2: location 7–15 “␣\\u200fالحسكة” -> 9–16 “الحسكةَ”",
        f"{files[1]}:3: I-location -> B-location",
        "",
    ]


def test_duplicates_that_are_left_out_are_not_in_the_report(
    project: Project, files: list[Path], tmp_path: Path
) -> None:
    run_import(project, plan_import(files, store=project.store))
    report = tmp_path / "again.json"
    run_import(project, plan_import(files, store=project.store), report=report)
    assert json.loads(report.read_bytes()) == {"edges": 0, "tags": 0, "repairs": []}


def test_a_report_that_cannot_be_written_leaves_the_project_as_it_was(
    project: Project, files: list[Path], tmp_path: Path
) -> None:
    plan = plan_import(files, store=project.store)
    for report in (tmp_path / "no folder" / "r.txt", project.store.path, files[0]):
        before = report.read_bytes() if report.exists() else b""
        with pytest.raises(UserError):
            run_import(project, plan, report=report)
        assert (report.read_bytes() if report.exists() else b"") == before
        assert project.store.count_articles() == 0


def test_a_report_of_very_many_is_not_held_in_memory(tmp_path: Path) -> None:
    with RepairReport() as report:
        tracemalloc.start()
        for number in range(40_000):
            report.add(MovedTag("a.conll", number, "I-location", "B-location"))
        report.write(tmp_path / "r.json")
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert len(json.loads((tmp_path / "r.json").read_bytes())["repairs"]) == 40_000
    assert most < 2_500_000
