"""A large export by several processes: byte for byte what one process writes, whatever befalls."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from annotator.core.article import ArticleId, Status
from annotator.errors import UserError
from annotator.formats.options import Clitics, ExportOptions, Nesting, Scheme
from annotator.formats.registry import WRITERS, format_named
from annotator.ops import export_parts, exports
from annotator.ops.articles import set_status
from annotator.ops.export_parts import Parts, cut, written
from annotator.ops.export_worker import ExportWorker, Task
from annotator.ops.export_writing import Part, Writing
from annotator.ops.exports import export, foresee
from annotator.ops.imports import plan_import, run_import
from annotator.ops.progress import Cancelled, Stopped, ignore, never
from annotator.ops.project import Project, new_project, open_project
from annotator.store.steps import Stand

GOLDEN = Path(__file__).parent.parent / "formats" / "golden" / "awkward.jsonl"
COPIES = 10  # of the four awkward articles
PARTS = [f.key for f in WRITERS if f.is_parts]
Begun = list[ExportWorker]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    lines = tmp_path / "articles.jsonl"
    with lines.open("w", encoding="utf-8") as file:
        for copy in range(COPIES):
            for line in GOLDEN.read_text("utf-8").splitlines():
                article = json.loads(line)
                del article["id"]
                for span in article["spans"]:
                    del span["id"]
                article["text"] += f"\nنسخة {copy}"
                file.write(json.dumps(article) + "\n")
    with new_project(tmp_path / "p.hashiya", "ليلى") as project:
        run_import(project, plan_import([lines], store=project.store))
        yield project


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> Begun:
    """Every export is by two processes more, a part for each article. Those that were begun."""
    known: Begun = []

    class Known(ExportWorker):
        def __init__(self, task: Task, stand: Stand) -> None:
            super().__init__(task, stand)
            known.append(self)

    monkeypatch.setattr(export_parts, "ExportWorker", Known)
    monkeypatch.setattr(export_parts, "_PART", 1)
    monkeypatch.setattr(exports, "workers_for", lambda writing, tokens: 2)
    return known


@pytest.fixture
def ready(begun: Begun, monkeypatch: pytest.MonkeyPatch) -> Begun:
    """The same, and this process writes nothing before the others have begun."""
    in_order = export_parts._in_order

    def when_ready(
        writing: Writing, parts: Parts, others: Sequence[ExportWorker], cancelled: Cancelled
    ) -> Iterator[tuple[list[ArticleId], Part]]:
        assert all(other._ready.result() for other in others)
        return in_order(writing, parts, others, cancelled)

    monkeypatch.setattr(export_parts, "_in_order", when_ready)
    return begun


def exported(project: Project, out: Path, key: str, **more: Any) -> tuple[bytes, object, object]:
    """The file, the totals, and the losses one by one."""
    with export(project, out, format=key, **more) as losses:
        return out.read_bytes(), losses.totals(), list(losses.losses())


def alone(project: Project, out: Path, key: str, **more: Any) -> tuple[bytes, object, object]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exports, "workers_for", lambda writing, tokens: 0)
        return exported(project, out, key, **more)


def ended(worker: ExportWorker) -> bool:
    return worker._process.returncode is not None


@pytest.mark.parametrize("key", PARTS)
def test_a_file_of_parts_is_the_file_that_one_process_writes(
    project: Project, tmp_path: Path, ready: Begun, key: str
) -> None:
    seen: list[tuple[int, int]] = []
    name = f"parts{format_named(key).suffixes[0]}"
    told = exported(project, tmp_path / name, key, progress=lambda *step: seen.append(step))
    assert told == alone(project, tmp_path / f"one{name}", key)
    assert seen == [(done + 1, 4 * COPIES) for done in range(4 * COPIES)]
    assert len(ready) == 2
    assert all(map(ended, ready))


@pytest.mark.parametrize("clitics", [Clitics.STRICT, Clitics.SPLIT])
@pytest.mark.parametrize("nesting", [Nesting.INNERMOST, Nesting.PRIORITY])
@pytest.mark.parametrize("scheme", [Scheme.BIOES, Scheme.IO])
def test_the_parts_are_written_with_the_options_that_were_chosen(
    project: Project,
    tmp_path: Path,
    ready: Begun,
    clitics: Clitics,
    nesting: Nesting,
    scheme: Scheme,
) -> None:
    options = ExportOptions(clitics=clitics, nesting=nesting, scheme=scheme)
    told = exported(project, tmp_path / "parts", "conll2003", options=options)
    assert told == alone(project, tmp_path / "one", "conll2003", options=options)


def test_columns_are_counted_over_the_whole_file_and_so_are_no_parts(
    project: Project, tmp_path: Path, begun: Begun
) -> None:
    export(
        project,
        tmp_path / "out",
        format="conll2003",
        options=ExportOptions(nesting=Nesting.COLUMNS),
    ).close()
    assert begun == []


def test_what_would_be_lost_is_found_by_parts_too(
    project: Project, tmp_path: Path, ready: Begun
) -> None:
    _, totals, _ = alone(project, tmp_path / "one", "conll2003")
    assert foresee(project, format="conll2003").losses.totals() == totals
    assert len(ready) == 2


@pytest.mark.parametrize("after", [0, 3])
def test_what_a_process_does_not_write_any_more_this_one_does(
    project: Project, tmp_path: Path, ready: Begun, after: int
) -> None:
    def progress(done: int, total: int) -> None:
        if done == after + 1:
            for worker in ready:
                worker._process.kill()

    told = exported(project, tmp_path / "parts", "conll2003", progress=progress)
    assert told == alone(project, tmp_path / "one", "conll2003")


@pytest.mark.skipif(sys.platform == "win32", reason="no process can be halted there")
def test_cancelling_does_not_wait_for_a_process_that_hangs(
    project: Project, tmp_path: Path, ready: Begun
) -> None:
    halted = False

    def progress(done: int, total: int) -> None:
        nonlocal halted
        halted = True
        for worker in ready:
            worker._process.send_signal(signal.SIGSTOP)

    with pytest.raises(Stopped):
        export(
            project, tmp_path / "out", format="jsonl", progress=progress, cancelled=lambda: halted
        ).close()
    assert all(map(ended, ready))


@pytest.mark.parametrize("python", ["/nowhere/python", "/bin/false"])
def test_without_other_processes_it_is_written_all_the_same(
    project: Project,
    tmp_path: Path,
    begun: Begun,
    monkeypatch: pytest.MonkeyPatch,
    python: str,
) -> None:
    monkeypatch.setattr(sys, "executable", python)
    told = exported(project, tmp_path / "parts", "conll2003")
    assert told == alone(project, tmp_path / "one", "conll2003")


def test_without_a_thread_to_talk_to_a_process_it_is_ended_and_not_used(
    project: Project, tmp_path: Path, begun: Begun, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where memory is short."""

    def none_left(*_: object) -> None:
        raise RuntimeError("can't start new thread")

    processes: list[subprocess.Popen[bytes]] = []

    class Kept(subprocess.Popen[bytes]):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            processes.append(self)

    monkeypatch.setattr(subprocess, "Popen", Kept)
    monkeypatch.setattr(threading.Thread, "start", none_left)
    told = exported(project, tmp_path / "parts", "conll2003")
    assert told == alone(project, tmp_path / "one", "conll2003")
    assert len(processes) == 1
    assert processes[0].returncode is not None


def test_cancelling_ends_the_processes_and_leaves_no_file(
    project: Project, tmp_path: Path, ready: Begun
) -> None:
    out = tmp_path / "out"
    far = 0

    def progress(done: int, total: int) -> None:
        nonlocal far
        far = done

    with pytest.raises(Stopped):
        export(project, out, format="jsonl", progress=progress, cancelled=lambda: far > 5).close()
    assert not out.exists()
    assert len(ready) == 2
    assert all(map(ended, ready))


def test_a_damaged_article_stops_it_or_is_left_out(
    project: Project, tmp_path: Path, ready: Begun
) -> None:
    conn = sqlite3.connect(project.path)
    conn.execute("UPDATE texts SET text = text || '!' WHERE article_id = 17")
    conn.commit()
    conn.close()
    with pytest.raises(UserError, match="damaged") as by_parts:
        exported(project, tmp_path / "out", "jsonl")
    with pytest.raises(UserError) as by_one:
        alone(project, tmp_path / "out", "jsonl")
    assert str(by_parts.value) == str(by_one.value)
    assert not (tmp_path / "out").exists()
    told = exported(project, tmp_path / "parts", "jsonl", skip_damaged=True)
    assert told == alone(project, tmp_path / "one", "jsonl", skip_damaged=True)
    assert told[0].count(b"\n") == 4 * COPIES - 1


@pytest.mark.parametrize("workers", [0, 2])
def test_what_is_done_meanwhile_is_not_in_the_file(
    project: Project, tmp_path: Path, ready: Begun, monkeypatch: pytest.MonkeyPatch, workers: int
) -> None:
    monkeypatch.setattr(exports, "workers_for", lambda writing, tokens: workers)
    before = alone(project, tmp_path / "one", "jsonl")
    ids = project.store.find_articles()

    def meanwhile(done: int, total: int) -> None:
        if done == 1:
            set_status(project, ids[-1], Status.SKIPPED)

    with open_project(project.path, read_only=True) as viewed:
        told = exported(viewed, tmp_path / "out", "jsonl", progress=meanwhile)
    assert told == before
    assert b"skipped" in alone(project, tmp_path / "later", "jsonl")[0]


def test_a_process_that_sees_the_project_of_another_moment_is_not_asked(
    project: Project, begun: Begun, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = project.store.find_articles()
    here: list[list[ArticleId]] = []
    part = Writing.part

    def noted(writing: Writing, ids: list[ArticleId]) -> Part:
        assert not any(other.free for other in begun if other._ready.result() is not None)
        here.append(ids)
        return part(writing, ids)

    monkeypatch.setattr(Writing, "part", noted)
    writing = Writing(project.store, format_named("jsonl"))
    parts = cut(ids, project.store.token_counts(ids))
    with project.store.moment() as (last, done):
        assert len(list(written(writing, parts, 2, (last + 1, done), ignore, never))) == len(ids)
    assert here == parts
    assert len(begun) == 2


def test_parts_hold_every_article_once_in_order() -> None:
    ids = [ArticleId(i) for i in range(1, 8)]
    parts = cut(ids, [9_000, 9_000, 9_000, 70_000, 0, 19_900, 1])
    assert parts == [ids[:2], ids[2:3], ids[3:4], ids[4:6], ids[6:]]
    assert max(map(len, cut([*map(ArticleId, range(1, 100_001))], [0] * 100_000))) == 500


def test_few_articles_are_written_by_one_process(project: Project) -> None:
    writing = Writing(project.store, format_named("jsonl"))
    assert export_parts.workers_for(writing, 10_000) == 0
    assert export_parts.workers_for(writing, 50_000_000) < export_parts._MOST
