"""Zips of articles: members come in as if they lay in a folder; hostile ones write nothing."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.errors import DataError
from annotator.ops.import_items import ImportPlan
from annotator.ops.imports import plan_import, run_import
from annotator.ops.progress import Stopped
from annotator.ops.project import Project, new_project

BODY = "أعلنت وزارة الصحة وصول المساعدات إلى المخيم.\n"


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where archives are unpacked in these tests."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    project = new_project(tmp_path / "p.hashiya", "ليلى")
    yield project
    project.close()


def packed(path: Path, *members: tuple[str | zipfile.ZipInfo, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return path


def planned(path: Path) -> tuple[ImportPlan, list[str]]:
    plan = plan_import([path])
    return plan, [str(item.error) for item in plan.items if item.error is not None]


def test_members_are_shown_where_they_are_and_imported(
    project: Project, tmp_path: Path, temporary: Path
) -> None:
    path = packed(
        tmp_path / "أخبار.zip",
        ("مجلد/خبر.txt", BODY),
        ("b.jsonl", json.dumps({"text": BODY + "ثان"})),
        ("__MACOSX/._b.txt", "x"),
        (".hidden.txt", "x"),
        ("picture.png", "x"),
    )
    plan, errors = planned(path)
    assert errors == []
    assert [item.path for item in plan.items] == [path / "b.jsonl", path / "مجلد/خبر.txt"]
    run_import(project, plan)
    articles = [article for article, _ in project.store.iter_articles()]
    assert [article.meta.source for article in articles] == ["b.jsonl", "خبر.txt"]
    assert list(temporary.iterdir()) != []
    plan.close()
    assert list(temporary.iterdir()) == []


def test_what_nobody_refers_to_any_more_is_removed(tmp_path: Path, temporary: Path) -> None:
    path = packed(tmp_path / "a.zip", ("a.txt", BODY))
    plan, _ = planned(path)
    assert plan.articles == 1
    del plan
    assert list(temporary.iterdir()) == []
    with pytest.raises(Stopped):
        plan_import([path], cancelled=lambda: True)
    assert list(temporary.iterdir()) == []


def test_what_a_killed_program_left_is_removed(tmp_path: Path, temporary: Path) -> None:
    gone = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], stdout=-1)
    left = temporary / f"hashiya-unpacked-{int(gone.stdout)}-x"
    other = temporary / f"hashiya-unpacked-{os.getppid()}-x"
    for folder in (left, other):
        folder.mkdir()
    plan, _ = planned(packed(tmp_path / "a.zip", ("a.txt", BODY)))
    assert not left.exists()
    assert other.exists()
    assert plan.articles == 1


def test_a_mistake_in_a_member_tells_its_place_in_the_archive(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("مجلد/a.jsonl", '{"text": "x"}\n{"text": 5}\n'))
    plan, (said,) = planned(path)
    assert said.startswith(f"{path}/مجلد/a.jsonl:2: ")
    error = plan.items[0].error
    assert isinstance(error, DataError)
    assert error.file == path / "مجلد/a.jsonl"


@pytest.mark.parametrize("encoding", ["cp1256", "utf-8", "cp720"])
def test_names_that_are_not_marked_as_utf_8_are_read_as_arabic(
    encoding: str, tmp_path: Path
) -> None:
    """zipfile writes UTF-8 with its flag; here the bytes are put in afterwards, without it."""
    name = "أخبار المدينة والعالم.txt".encode("cp1256" if encoding == "cp720" else encoding)
    path = packed(tmp_path / "a.zip", ("x" * len(name), BODY))
    path.write_bytes(path.read_bytes().replace(b"x" * len(name), name))
    plan = plan_import([path], format="text")
    assert [item.path.name for item in plan.items] in (["أخبار المدينة والعالم.txt"],)


def link(name: str, kind: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.create_system = 3
    entry.external_attr = (kind | 0o644) << 16
    return entry


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ([("../out.txt", BODY)], "leads out of its folder"),
        ([("a/../../out.txt", BODY)], "leads out of its folder"),
        ([("/out.txt", BODY)], "leads out of its folder"),
        ([("..\\out.txt", BODY)], "leads out of its folder"),
        ([("C:\\out.txt", BODY)], "leads out of its folder"),
        ([(link("a.txt", stat.S_IFLNK), "/etc/passwd")], "is a link or a device"),
        ([(link("a.txt", stat.S_IFCHR), "")], "is a link or a device"),
        ([("a.txt", BODY), ("a.txt/b.txt", BODY)], "is in this archive twice"),
        ([("a.png", "x")], "There is nothing to import in"),
        ([], "damaged: it cannot be unpacked"),
    ],
)
def test_a_hostile_archive_is_refused_whole(
    members: list[tuple[str | zipfile.ZipInfo, str]], said: str, tmp_path: Path, temporary: Path
) -> None:
    path = tmp_path / "a.zip"
    packed(path, *members)
    if not members:
        path.write_bytes(b"PK\x03\x04" + bytes(100))
    before = sorted(tmp_path.rglob("*"))
    _, (told,) = planned(path)
    assert said in told
    assert str(path) in told
    assert sorted(tmp_path.rglob("*")) == before
    assert list(temporary.iterdir()) == []


def test_an_archive_that_would_fill_the_disk_is_refused(tmp_path: Path, temporary: Path) -> None:
    path = packed(tmp_path / "a.zip", ("a.txt", bytes(100 * 1024 * 1024)))
    assert path.stat().st_size < 200_000
    _, (told,) = planned(path)
    assert "unpack to 1 files and 100 MB out of 0 MB" in told
    assert list(temporary.iterdir()) == []


def test_a_locked_archive_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("a.txt", BODY))
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    _, (told,) = planned(path)
    assert "locked with a password. Save it without one." in told


def test_an_archive_inside_an_archive_is_told(tmp_path: Path) -> None:
    inner = packed(tmp_path / "inner.zip", ("a.txt", BODY)).read_bytes()
    path = packed(tmp_path / "a.zip", ("b.txt", BODY), ("c/inner.zip", inner))
    plan, (told,) = planned(path)
    assert plan.articles == 1
    assert told.startswith(f"{path}/c/inner.zip: This is an archive inside an archive")


def test_an_archive_in_a_folder_or_by_another_name_is_unpacked(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    packed(folder / "a.zip", ("a.txt", BODY))
    packed(folder / "b.txt", ("a.txt", BODY + "ثان"))
    plan, errors = planned(folder)
    assert errors == []
    assert [item.path for item in plan.items] == [folder / "a.zip/a.txt", folder / "b.txt/a.txt"]


def test_names_that_a_system_reserves_are_changed_and_siblings_stay_together(
    tmp_path: Path,
) -> None:
    long = "خ" * 300
    path = packed(
        tmp_path / "a.zip",
        ("con.txt", BODY),
        ('a<b>"c?.txt', BODY + "1"),
        (f"{long}.txt", BODY + "2"),
        (f"{long}.ann", "T1\tactor 0 5\tأعلنت\n"),
    )
    plan, errors = planned(path)
    assert errors == []
    assert sorted(item.format for item in plan.items) == ["brat", "text", "text"]
    names = [item.path.name for item in plan.items]
    assert {"_con.txt", "a_b__c_.txt"} < set(names)


@pytest.mark.parametrize(
    ("member", "data", "said"),
    [
        ("xl/workbook.xml", "", "This is an Excel workbook. Save it as CSV (UTF-8)"),
        ("ppt/presentation.xml", "", "This is a PowerPoint presentation. Copy the article"),
        ("mimetype", "application/vnd.oasis.opendocument.text", "an OpenDocument file. Open it"),
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "OpenDocument table. Save"),
        ("mimetype", "application/epub+zip", "There is nothing to import in"),
    ],
)
def test_a_document_of_another_office_program_is_told(
    member: str, data: str, said: str, tmp_path: Path
) -> None:
    path = packed(tmp_path / "a.xlsx", (member, data), ("content.xml", "x"))
    assert said in planned(path)[1][0]
    (told,) = planned(packed(tmp_path / "b.zip", ("c/a.odt", path.read_bytes()), ("d", "x")))[1]
    if "nothing" not in said:
        assert told.startswith(f"{tmp_path}/b.zip/c/a.odt: ")
        assert said in told


def test_what_word_keeps_beside_an_open_document_is_not_unpacked(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("a.txt", BODY), ("~$a.docx", b"\x05user"))
    plan, errors = planned(path)
    assert (plan.articles, errors) == (1, [])
