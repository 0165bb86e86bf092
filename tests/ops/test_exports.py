"""Exporting: verified first, whole or not at all, and back in without a difference."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.article import Status
from annotator.errors import UserError
from annotator.formats.loss import Reason
from annotator.formats.options import Clitics, ExportOptions
from annotator.formats.registry import WRITERS
from annotator.ops.exports import export, foresee
from annotator.ops.imports import plan_import, run_import
from annotator.ops.progress import Stopped
from annotator.ops.project import (
    NUMBER_TOKENS,
    TATWEEL_TOKENS,
    Project,
    new_project,
    open_project,
)
from annotator.ops.settings import set_setting
from annotator.store.records import ArticleQuery

GOLDEN = Path(__file__).parent.parent / "formats" / "golden"


def filled(path: Path) -> Project:
    """A project with the awkward articles of the golden files in it."""
    project = new_project(path, "ليلى")
    run_import(project, plan_import([GOLDEN / "awkward.jsonl"], store=project.store))
    return project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    project = filled(tmp_path / "p.hashiya")
    yield project
    project.close()


def test_export_import_export_gives_the_same_bytes(project: Project, tmp_path: Path) -> None:
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    export(project, first, format="jsonl").close()
    other = new_project(tmp_path / "other.hashiya", "سامر")
    run_import(other, plan_import([first], store=other.store))
    export(other, second, format="jsonl").close()
    other.close()
    assert first.read_bytes() == second.read_bytes() == (GOLDEN / "awkward.jsonl").read_bytes()


@pytest.mark.parametrize("key", ["conll2002", "conll2003"])
def test_conll_out_of_a_project_is_the_golden_file(
    project: Project, tmp_path: Path, key: str
) -> None:
    with export(project, tmp_path / "out", format=key, report=tmp_path / "loss.txt") as losses:
        assert losses.articles == 4
    assert (tmp_path / "out").read_bytes() == (GOLDEN / f"awkward.{key}.conll").read_bytes()
    assert (tmp_path / "loss.txt").read_bytes().startswith(key.encode())


def test_the_projects_tokens_are_the_exports(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "out.conll"
    export(project, out, format="conll2002").close()
    assert "٣ B-quantity\n٫ I-quantity\n٥ I-quantity\n٪ I-quantity\n" in out.read_text("utf-8")
    set_setting(project, NUMBER_TOKENS, True)
    set_setting(project, TATWEEL_TOKENS, True)
    export(project, out, format="conll2002").close()
    assert "٣٫٥٪ B-quantity\n" in out.read_text("utf-8")
    assert "لـ O\nBBC B-source\n" in out.read_text("utf-8")


def test_segments_are_cut_by_the_projects_words(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "out.conll"
    options = ExportOptions(clitics=Clitics.SEGMENT)
    export(project, out, format="conll2002", options=options).close()
    assert "ب+ O\nالحسكة B-location\n" in out.read_text("utf-8")


def test_the_report_is_json_when_its_name_says_so(project: Project, tmp_path: Path) -> None:
    with export(
        project, tmp_path / "out", format="conll2003", report=tmp_path / "loss.json"
    ) as losses:
        read = json.loads((tmp_path / "loss.json").read_bytes())
        assert len(read["losses"]) == read["total"] == losses.total > 0


def test_only_the_articles_of_one_status_are_written(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with export(project, out, format="jsonl", status=Status.SKIPPED) as losses:
        assert losses.articles == 1
    assert json.loads(out.read_bytes())["meta"]["status"] == "skipped"


def damage(path: Path, sql: str) -> None:
    conn = sqlite3.connect(path)
    conn.execute(sql)
    conn.commit()
    conn.close()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE texts SET text = replace(text, 'الحسكة', 'الرقة ') WHERE article_id = 1",
        'UPDATE annotations SET start = start + 1, "end" = "end" + 1 WHERE article_id = 1',
        "UPDATE annotations SET attributes = '[1]' WHERE article_id = 1",
    ],
)
def test_damage_stops_the_export_by_name_unless_it_is_left_out(tmp_path: Path, sql: str) -> None:
    path, out = tmp_path / "p.hashiya", tmp_path / "out.jsonl"
    filled(path).close()
    damage(path, sql)
    out.write_bytes(b"before")
    project = open_project(path, read_only=True)
    with pytest.raises(UserError, match="اشتباكات في الحسكة"):
        export(project, out, format="jsonl")
    assert out.read_bytes() == b"before"
    with export(project, out, format="jsonl", skip_damaged=True) as losses:
        assert losses.articles == 3
    project.close()


@pytest.mark.parametrize("key", [format.key for format in WRITERS])
def test_no_format_is_written_over_a_broken_seal(tmp_path: Path, key: str) -> None:
    path, out = tmp_path / "p.hashiya", tmp_path / "out"
    filled(path).close()
    damage(path, 'UPDATE annotations SET start = start + 1, "end" = "end" + 1 WHERE article_id = 1')
    project = open_project(path, read_only=True)
    with pytest.raises(UserError, match="no longer lies on the text"):
        export(project, out, format=key)
    assert not out.exists()
    project.close()


def test_cancelling_leaves_what_was_there(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_bytes(b"before")
    told: list[int] = []
    with pytest.raises(Stopped):
        export(
            project,
            out,
            format="jsonl",
            progress=lambda done, _: told.append(done),
            cancelled=lambda: len(told) == 2,
        )
    assert out.read_bytes() == b"before"
    assert sorted(path.name for path in tmp_path.glob("*out*")) == ["out.jsonl"]


@pytest.mark.parametrize("key", [format.key for format in WRITERS])
def test_what_would_be_lost_is_what_is_lost(project: Project, tmp_path: Path, key: str) -> None:
    foreseen = foresee(project, format=key)
    with export(project, tmp_path / "out", format=key) as losses:
        assert foreseen.losses.totals() == losses.totals()
    assert (foreseen.seen, foreseen.articles) == (4, 4)


def test_the_loss_is_foreseen_for_the_options_of_the_first_articles_of_a_status(
    project: Project, tmp_path: Path
) -> None:
    before = sorted(tmp_path.rglob("*"))
    strict = ExportOptions(clitics=Clitics.STRICT)
    some = foresee(project, format="conll2003", options=strict, most=1)
    assert (some.losses.articles, some.seen, some.articles) == (1, 1, 4)
    assert some.losses.reasons[Reason.NO_WHOLE_TOKEN] > 0
    assert foresee(project, format="jsonl", status=Status.SKIPPED).articles == 1
    assert sorted(tmp_path.rglob("*")) == before


def test_what_stands_in_the_way_of_an_export_is_foreseen(tmp_path: Path) -> None:
    path = tmp_path / "p.hashiya"
    filled(path).close()
    damage(path, "UPDATE texts SET text = replace(text, 'الحسكة', 'الرقة ') WHERE article_id = 1")
    project = open_project(path, read_only=True)
    with pytest.raises(UserError, match="اشتباكات في الحسكة"):
        foresee(project, format="jsonl")
    with pytest.raises(Stopped):
        foresee(project, format="jsonl", cancelled=lambda: True)
    project.close()


def test_progress_counts_articles(project: Project, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    export(
        project, tmp_path / "o", format="conll2002", progress=lambda *step: told.append(step)
    ).close()
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_the_project_itself_is_never_written_over(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "p.hashiya"
    before = path.read_bytes()
    with pytest.raises(UserError, match="is the project itself"):
        export(project, tmp_path / "." / "p.hashiya", format="jsonl")
    with pytest.raises(UserError, match="is the project itself"):
        export(project, tmp_path / "o", format="jsonl", report=path)
    with pytest.raises(UserError, match="both the export and its report"):
        export(project, tmp_path / "o", format="jsonl", report=tmp_path / "o")
    assert path.read_bytes() == before


def test_a_format_that_cannot_be_written_is_refused(project: Project, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be written as text"):
        export(project, tmp_path / "o", format="text")
    with pytest.raises(UserError, match="no format “odf”"):
        export(project, tmp_path / "o", format="odf")


def test_a_reader_on_another_thread_may_export(project: Project, tmp_path: Path) -> None:
    with project.store.reader() as reader:
        export(reader, tmp_path / "out.jsonl", format="jsonl").close()
    assert (tmp_path / "out.jsonl").read_bytes() == (GOLDEN / "awkward.jsonl").read_bytes()


def test_a_report_that_cannot_be_written_leaves_no_export(project: Project, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Make the folder first"):
        export(project, tmp_path / "out", format="conll2003", report=tmp_path / "none" / "loss.txt")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("key", ["brat", "webanno_tsv"])
def test_files_in_a_folder_come_back_as_the_same_articles_and_spans(
    project: Project, tmp_path: Path, key: str
) -> None:
    out = tmp_path / "out"
    export(project, out, format=key, report=tmp_path / "loss.txt").close()
    other = new_project(tmp_path / "other.hashiya", "سامر")
    plan = plan_import(out, store=other.store)
    assert {item.format for item in plan.items} == {key}
    run_import(other, plan)
    assert spans_of(other) == spans_of(project)
    other.close()


def spans_of(project: Project) -> list[tuple[str, list[tuple[int, int, str]]]]:
    """Each article's text and its spans, in the order of import."""
    loaded = map(project.store.load, project.store.find_articles(ArticleQuery()))
    return [
        (each.article.text, sorted((m.start, m.end, m.label) for m in each.annotations))
        for each in loaded
    ]


def test_an_export_that_is_stopped_leaves_no_folder(project: Project, tmp_path: Path) -> None:
    with pytest.raises(Stopped):
        export(project, tmp_path / "out", format="brat", cancelled=lambda: True)
    assert [path.name for path in tmp_path.iterdir() if "out" in path.name] == []


def test_a_data_set_of_hugging_face_is_read_without_its_list_as_an_article(
    project: Project, tmp_path: Path
) -> None:
    export(project, tmp_path / "out", format="hugging_face").close()
    (item,) = plan_import(tmp_path / "out").items
    assert (item.path.name, item.format, item.error) == ("train.json", "hugging_face", None)
