"""Importing: looked at first, then all of it in one step, or nothing."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.article import Status
from annotator.core.span import Span
from annotator.errors import DataError, UserError
from annotator.formats.encoding import encoding_name
from annotator.ops.checks import check_project
from annotator.ops.imports import plan_import, replan, run_import
from annotator.ops.progress import Stopped
from annotator.ops.project import Project, new_project

BODY = "أعلنت وزارة الصحة وصول المساعدات إلى المخيم.\nوقال مسؤول محلي إن الوضع صعب.\n"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    project = new_project(tmp_path / "p.hashiya", "ليلى")
    yield project
    project.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    return folder


def texts(project: Project) -> list[str]:
    return [project.store.text(i) for i in project.store.find_articles()]


def write_lines(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


# -- planning -------------------------------------------------------------------------------------


def test_a_folder_is_searched_to_its_depths_in_order(folder: Path) -> None:
    for name in ("b.txt", "a/z.TXT", "a/c.txt", ".hidden.txt", ".git/x.txt", "picture.png"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(BODY + name, "utf-8")
    plan = plan_import([folder])
    assert [item.path.relative_to(folder).as_posix() for item in plan.items] == [
        "b.txt",
        "a/c.txt",
        "a/z.TXT",
    ]


def test_links_out_of_the_folder_and_in_circles_are_not_followed(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "secret.txt").write_text("secret words", "utf-8")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "round").symlink_to(folder, target_is_directory=True)
    (folder / "a.txt").write_text(BODY, "utf-8")
    (folder / "in.txt").symlink_to(folder / "a.txt")
    plan = plan_import([folder])
    assert [item.path.name for item in plan.items] == ["a.txt", "in.txt"]
    assert plan.items[1].all_duplicates


def test_an_item_says_what_it_is(folder: Path) -> None:
    data = (BODY * 3 + "\u200f").encode("cp1256")
    (folder / "a.txt").write_bytes(data)
    (item,) = plan_import([folder / "a.txt"]).items
    assert (item.format, item.encoding, item.size) == ("text", "cp1256", len(data))
    assert item.first_lines.split("\n") == (BODY * 2).strip().split("\n")
    assert [str(notice) for notice in item.notices] == ["Invisible direction marks, kept: 1"]
    assert item.selected
    assert item.to_import == 1


def test_a_page_that_is_named_like_a_text_is_read_as_a_page_and_that_is_said(folder: Path) -> None:
    (folder / "a.txt").write_text(
        f"<html><body><p>{BODY * 3}</p><p>{BODY}</p></body></html>", "utf-8"
    )
    (item,) = plan_import([folder]).items
    assert item.format == "html"
    assert "Read as what it is, not as its name says" in map(str, item.notices)
    assert "<p>" not in item.first_lines
    again = replan(plan_import([folder]), 0, format="text").items[0]
    assert again.first_lines.startswith("<html>")
    assert again.notices == ()


def test_a_file_of_many_articles_may_be_in_utf_16(project: Project, folder: Path) -> None:
    line = json.dumps({"text": BODY}, ensure_ascii=False)
    (folder / "a.jsonl").write_text(line, "utf-16")
    plan = plan_import([folder], store=project.store)
    assert encoding_name(plan.items[0].encoding) == "UTF-16 (little-endian)"
    run_import(project, plan)
    assert texts(project) == [BODY]


def test_repairs_and_long_texts_are_told(folder: Path) -> None:
    (folder / "a.txt").write_bytes(("سطر طويل\r\n" * 60_000).encode())
    (item,) = plan_import([folder]).items
    assert {str(notice) for notice in item.notices} == {
        "Very long: 1",
        "Line breaks made uniform: 60000",
    }


def test_what_is_wrong_with_a_file_is_its_own_error(folder: Path) -> None:
    (folder / "good.txt").write_text(BODY, "utf-8")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)))
    plan = plan_import([folder, folder / "missing.txt"])
    errors = {item.path.name: str(item.error) for item in plan.items if item.error}
    assert set(errors) == {"empty.txt", "binary.txt", "missing.txt"}
    assert "no text in it" in errors["empty.txt"]
    assert "not text" in errors["binary.txt"]
    assert "There is no file" in errors["missing.txt"]
    assert plan.articles == 1


def test_a_folder_with_nothing_to_read_is_an_error(folder: Path) -> None:
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (item,) = plan_import([folder]).items
    assert "nothing to import" in str(item.error)


def test_documents_of_kinds_that_are_not_read_are_told_of(folder: Path) -> None:
    for name, data in {
        "a.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99),
        "b.pdf": b"%PDF-1.7",
        "c.RTF": b"{\\rtf1}",
        "d.7z": b"7z\xbc\xaf\x27\x1c" + bytes(99),
        "e.png": b"\x89PNG",
        "f.txt": BODY.encode(),
    }.items():
        (folder / name).write_bytes(data)
    items = plan_import([folder]).items
    assert [item.path.name for item in items] == ["a.doc", "b.pdf", "c.RTF", "d.7z", "f.txt"]
    assert [item.error is None for item in items] == [False] * 4 + [True]
    assert "of the old kind" in str(items[0].error)
    assert "Unpack it yourself and import the folder" in str(items[3].error)
    assert [item.path.name for item in plan_import([folder], format="text").items] == ["f.txt"]


def test_what_word_keeps_beside_an_open_document_is_no_document(folder: Path) -> None:
    (folder / "~$a.docx").write_bytes(b"\x05user" + bytes(99))
    (folder / "a.txt").write_text(BODY, "utf-8")
    assert [item.path.name for item in plan_import([folder]).items] == ["a.txt"]


def test_tokens_with_tags_that_are_named_a_text_are_read_as_one_and_that_is_said(
    folder: Path,
) -> None:
    """Many a set of names is given away so: ANERcorp, Wojood."""
    said = "Read as text, though its lines look like tokens with tags: CoNLL"
    (folder / "a.txt").write_text("وصل O\nإلى O\nحمص B-LOC\n\n. O\n", "utf-8")
    (folder / "b.txt").write_text("وصل زيد\nمن حمص\nثم O\n", "utf-8")
    (folder / "c.txt").write_text("واشنطن ترسل قاذفات B-52\n", "utf-8")
    first, *others = plan_import([folder]).items
    assert (first.format, [str(notice) for notice in first.notices]) == ("text", [said])
    assert [(item.format, item.notices) for item in others] == [("text", ())] * 2
    chosen = plan_import([folder / "a.txt"], format="text").items[0]
    assert not chosen.notices


def test_duplicates_are_found_in_the_project_and_in_the_plan(
    project: Project, folder: Path
) -> None:
    run_import(project, plan_import(BODY))
    (folder / "a.txt").write_text(BODY, "utf-8")
    (folder / "b.txt").write_text("جديد " + BODY, "utf-8")
    (folder / "c.txt").write_bytes(("جديد " + BODY).replace("\n", "\r\n").encode())
    plan = plan_import([folder], store=project.store)
    assert [item.all_duplicates for item in plan.items] == [True, False, True]
    assert [item.selected for item in plan.items] == [False, True, False]
    assert (plan.articles, plan.skipped) == (1, 2)
    assert plan.choose(0, True).articles == 2
    assert plan.choose(0, True).choose(0, False).articles == 1
    assert plan.keeping_duplicates().articles == 3
    assert plan.keeping_duplicates().skipped == 0


def test_an_analyst_may_choose_the_encoding_of_one_item(folder: Path) -> None:
    (folder / "a.txt").write_text(BODY, "utf-8")
    (folder / "b.txt").write_bytes("سجن".encode("iso8859_6"))
    plan = plan_import([folder])
    again = replan(plan, 1, encoding="iso8859_6")
    assert again.items[0] is plan.items[0]
    assert again.items[1].first_lines == "سجن"
    with pytest.raises(UserError, match="no encoding"):
        replan(plan, 1, encoding="base64")


def test_pasted_text_is_planned_like_a_file() -> None:
    (item,) = plan_import("سطر أول\r\nسطر ثان").items
    assert (item.first_lines, item.encoding) == ("سطر أول\nسطر ثان", "utf-8")


def test_planning_tells_how_far_it_is_and_can_be_stopped(folder: Path) -> None:
    for name in "abc":
        (folder / f"{name}.txt").write_text(BODY + name, "utf-8")
    told: list[tuple[int, int]] = []
    plan_import([folder], progress=lambda done, total: told.append((done, total)))
    sizes = sum(path.stat().st_size for path in folder.iterdir())
    assert told[-1] == (sizes, sizes)
    with pytest.raises(Stopped):
        plan_import([folder], cancelled=lambda: True)


# -- running --------------------------------------------------------------------------------------


def test_what_was_planned_is_there_after_one_step_that_can_be_undone(
    project: Project, folder: Path
) -> None:
    for name in "abc":
        (folder / f"{name}.txt").write_text(BODY + name, "utf-8")
    plan = plan_import([folder], store=project.store)
    changes = run_import(project, plan)
    assert changes.article_set
    assert texts(project) == [BODY + "a", BODY + "b", BODY + "c"]
    assert project.store.undo() is not None
    assert texts(project) == []
    assert project.store.redo() is not None
    assert len(texts(project)) == 3


def test_spans_come_in_with_all_that_they_say(project: Project, folder: Path) -> None:
    span = {
        "id": str(uuid.UUID(int=9)),
        "start": 0,
        "end": 5,
        "label": "actor",
        "text": "السجن",
        "attributes": {"kind": "group"},
        "note": "n",
        "review": True,
        "annotator": "سامر",
        "origin": "manual",
        "created": "2026-01-01T00:00:00Z",
        "modified": "2026-01-02T00:00:00Z",
    }
    line = {"text": "السجن هنا", "spans": [span, {"start": 6, "end": 9, "label": "location"}]}
    run_import(project, plan_import([write_lines(folder / "a.jsonl", line)], store=project.store))
    (article_id,) = project.store.find_articles()
    first, second = project.store.annotations(article_id)
    given = {key: getattr(first, key) for key in span}
    assert given == span
    assert (second.annotator, second.origin.value, second.text) == ("ليلى", "imported", "هنا")
    assert second.created == second.modified != ""
    assert project.store.article(article_id).status is Status.IN_PROGRESS


def test_edges_are_moved_off_blanks_and_marks_and_that_is_told(
    project: Project, folder: Path
) -> None:
    line = {"text": "في السِّجن، ", "spans": [{"start": 2, "end": 6, "label": "location"}]}
    path = write_lines(folder / "a.jsonl", line)
    plan = plan_import([path], store=project.store)
    assert [str(notice) for notice in plan.items[0].notices] == [
        "Span edges moved off blanks and marks: 1"
    ]
    run_import(project, plan)
    (annotation,) = project.store.annotations(project.store.find_articles()[0])
    assert annotation.span.start == 3
    assert annotation.sealed_in("في السِّجن، ")
    assert annotation.span != Span(2, 6)


def test_crossing_spans_come_in_and_are_told(project: Project, folder: Path) -> None:
    spans = [
        {"start": start, "end": end, "label": "actor"}
        for start, end in ((0, 7), (0, 3), (4, 7), (4, 11), (8, 11))
    ]
    path = write_lines(folder / "a.jsonl", {"text": "كلب قطّ فأر", "spans": spans})
    plan = plan_import([path], store=project.store)
    assert [str(notice) for notice in plan.items[0].notices] == [
        "Spans that overlap as the project forbids, kept: 1"
    ]
    run_import(project, plan)
    (article_id,) = project.store.find_articles()
    assert len(project.store.annotations(article_id)) == 5


def test_a_span_of_blanks_alone_is_refused(project: Project, folder: Path) -> None:
    line = {"text": "في  السجن", "spans": [{"start": 2, "end": 4, "label": "location"}]}
    (item,) = plan_import([write_lines(folder / "a.jsonl", line)], store=project.store).items
    assert "holds nothing that can be seen" in str(item.error)
    (folder / "a.conll").write_text("وصل O\n\u200f B-location\n", "utf-8")
    (item,) = plan_import([folder / "a.conll"], store=project.store).items
    assert "a.conll:2: The span 4–5 holds nothing" in str(item.error)


def test_an_unknown_label_is_refused_with_its_line(project: Project, folder: Path) -> None:
    good = {"text": "السجن هنا"}
    bad = {"text": "السجن هناك", "spans": [{"start": 0, "end": 5, "label": "weapon"}]}
    plan = plan_import([write_lines(folder / "a.jsonl", good, bad)], store=project.store)
    (error,) = plan.errors
    assert isinstance(error, DataError)
    assert (error.line, error.fields["label"]) == (2, "weapon")
    with pytest.raises(DataError, match="no label “weapon”"):
        run_import(project, plan.choose(0, True))
    assert texts(project) == []


def test_an_unknown_label_of_a_row_is_refused_with_its_own_line(
    project: Project, folder: Path
) -> None:
    path = folder / "a.conll"
    path.write_text("وصل O\nزيد B-actor\n\nإلى O\nحمص B-town\n. O\n", "utf-8")
    (error,) = plan_import([path], store=project.store).errors
    assert isinstance(error, DataError)
    assert (error.line, error.fields["label"]) == (5, "town")


def test_spans_around_each_other_are_refused_past_what_a_project_can_hold(
    project: Project, folder: Path
) -> None:
    """A file of two megabytes, whose spans would be a gigabyte of the project and of memory."""
    text = "كلمة " * 20_000
    deep = [{"start": 5 * n, "end": len(text) - 1 - 5 * n, "label": "actor"} for n in range(10_000)]
    path = write_lines(folder / "a.jsonl", {"text": BODY}, {"text": text, "spans": deep})
    (error,) = plan_import([path], store=project.store).errors
    assert isinstance(error, DataError)
    assert (error.file, error.line) == (path, 2)
    assert "cover 500,040,000 letters" in str(error)
    assert error.remedy
    write_lines(path, {"text": text, "spans": deep[:200]})  # almost as much as there is room for
    assert plan_import([path], store=project.store).errors == ()


def test_an_id_that_is_anothers_is_refused(project: Project, folder: Path) -> None:
    article, other = str(uuid.UUID(int=1)), str(uuid.UUID(int=2))
    span = {"id": str(uuid.UUID(int=3)), "start": 0, "end": 3, "label": "actor"}
    first = write_lines(folder / "a.jsonl", {"id": article, "text": "نصّ أول", "spans": [span]})
    run_import(project, plan_import([first], store=project.store))
    for line, said in (
        ({"id": article, "text": "نصّ ثان"}, "another article's"),
        ({"id": other, "text": "نصّ ثان", "spans": [span]}, "another annotation's"),
    ):
        path = write_lines(folder / "b.jsonl", line)
        (error,) = plan_import([path], store=project.store).errors
        assert said in str(error)
    twice = [{"text": f"نصّ {n}", "spans": [span | {"id": other}]} for n in range(2)]
    (error,) = plan_import([write_lines(folder / "b.jsonl", *twice)], store=project.store).errors
    assert "another annotation's" in str(error)
    assert isinstance(error, DataError)
    assert error.line == 2


def test_importing_the_same_file_again_leaves_every_article_out(
    project: Project, folder: Path
) -> None:
    rows = [{"id": str(uuid.UUID(int=n)), "text": f"نصّ {n // 2} هنا"} for n in range(6)]
    path = write_lines(folder / "a.jsonl", *rows)
    first = plan_import([path], store=project.store)
    assert first.articles == 6  # articles with ids of their own are told apart by them
    run_import(project, first)
    again = plan_import([path], store=project.store)
    assert (again.articles, again.skipped) == (0, 6)
    assert not again.items[0].selected


def test_an_error_half_way_leaves_nothing(project: Project, folder: Path) -> None:
    (folder / "a.txt").write_text(BODY, "utf-8")
    (folder / "b.txt").write_text("قبل " + BODY, "utf-8")
    plan = plan_import([folder], store=project.store)
    (folder / "b.txt").write_text("بعد " + BODY, "utf-8")
    with pytest.raises(DataError, match="has changed since"):
        run_import(project, plan)
    assert texts(project) == []
    assert project.store.undo_name() is None


def test_cancelling_half_way_leaves_nothing(project: Project, folder: Path) -> None:
    for name in "abc":
        (folder / f"{name}.txt").write_text(BODY + name, "utf-8")
    plan = plan_import([folder], store=project.store)
    done: list[int] = []
    with pytest.raises(Stopped):
        run_import(project, plan, lambda n, _: done.append(n), lambda: len(done) == 2)
    assert done == [1, 2]
    assert texts(project) == []


def test_cancelling_while_indexes_are_made_leaves_nothing(project: Project, folder: Path) -> None:
    words = BODY.split()[0]
    rows = [
        {"text": f"{words} {n}", "spans": [{"start": 0, "end": 5, "label": "actor"}] * 5}
        for n in range(1000)
    ]
    plan = plan_import([write_lines(folder / "a.jsonl", *rows)], store=project.store)
    told: list[tuple[int, int]] = []

    def stop() -> bool:  # once a statement at the end goes on
        return told.count((0, 0)) == 2

    with pytest.raises(Stopped):
        run_import(project, plan, lambda *step: told.append(step), stop)
    assert told[-3:] == [(1000, 1000), (0, 0), (0, 0)]
    assert texts(project) == []
    assert project.store.undo_name() is None
    run_import(project, plan)  # the indexes that were to be made anew are there
    assert len(texts(project)) == 1000
    assert check_project(project) == []


def test_an_item_left_out_is_not_imported(project: Project, folder: Path) -> None:
    for name in "ab":
        (folder / f"{name}.txt").write_text(BODY + name, "utf-8")
    plan = plan_import([folder], store=project.store).choose(0, False)
    run_import(project, plan)
    assert texts(project) == [BODY + "b"]


def test_a_duplicate_that_is_wanted_is_a_second_article(project: Project, folder: Path) -> None:
    path = write_lines(folder / "a.jsonl", {"id": str(uuid.UUID(int=1)), "text": "نصّ هنا"})
    run_import(project, plan_import([path], store=project.store))
    run_import(project, plan_import([path], store=project.store).keeping_duplicates())
    assert texts(project) == ["نصّ هنا"] * 2
