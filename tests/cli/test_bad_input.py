"""Every bad input of the command line: exit 1, a sentence with a remedy, and no byte changed."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from annotator.cli import cli
from annotator.ops.project import open_project

BODY = "أعلنت وزارة الصحة وصول المساعدات إلى المخيم.\n"


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(cli, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result
    assert "Traceback" not in result.output
    return result


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "p.hashiya"
    (tmp_path / "a.txt").write_text(BODY, "utf-8")
    assert run("new", path, "--annotator", "ليلى").exit_code == 0
    assert run("import", path, tmp_path / "a.txt").exit_code == 0
    return path


@pytest.fixture
def unprivileged() -> Iterator[None]:
    """Permissions mean nothing to root: act as nobody meanwhile."""
    if os.name == "posix" and os.geteuid() == 0:
        os.seteuid(65534)
        yield
        os.seteuid(0)
    else:
        yield


def missing(path: Path) -> None:
    path.unlink(missing_ok=True)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def blank(path: Path) -> None:
    path.write_text(" \n\u200f\n", "utf-8")


def binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 10)


def picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)


def broken_utf8(path: Path) -> None:
    path.write_bytes((BODY * 20).encode()[:-3])


def folder_of_nothing(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (missing, "There is no file or folder"),
        (empty, "There is no text in it"),
        (blank, "There is no text in it"),
        (binary, "This file is not text"),
        (picture, "This file is not text"),
        (huge, "larger than 64 MB"),
        (broken_utf8, "UTF-8, but damaged"),
        (folder_of_nothing, "nothing to import"),
    ],
)
def test_a_bad_article_is_refused_and_nothing_is_changed(
    project: Path, tmp_path: Path, make: Callable[[Path], None], said: str
) -> None:
    make(tmp_path / "bad.txt")
    before = project.read_bytes()
    result = run("import", project, tmp_path / "bad.txt")
    assert result.exit_code == 1
    assert said in result.stderr
    assert result.stdout == ""
    assert str(tmp_path / "bad.txt") in result.stderr
    assert project.read_bytes() == before


def test_a_wrong_encoding_is_refused_with_its_place(project: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(BODY.encode("cp1256"))
    before = project.read_bytes()
    result = run("import", project, tmp_path / "a.txt", "--encoding", "utf-8")
    assert result.exit_code == 1
    assert f"{tmp_path / 'a.txt'}:1:1: This file is not UTF-8" in result.stderr
    assert project.read_bytes() == before


def test_an_article_that_may_not_be_read(project: Path, tmp_path: Path, unprivileged: None) -> None:
    """Planning alone: nobody may not write the project either, which would be said first."""
    from annotator.ops.imports import plan_import

    secret = tmp_path / "a.txt"
    if os.name == "posix" and os.getuid() == 0:
        os.seteuid(0)
        secret.chmod(0)
        above = tmp_path.relative_to(tempfile.gettempdir()).parents  # deeper where tests run apart
        for parent in (tmp_path, *tmp_path.parents[: len(above) - 1]):
            parent.chmod(parent.stat().st_mode | 0o055)
        os.seteuid(65534)
    else:
        secret.chmod(0)
    (error,) = plan_import([secret]).errors
    assert "You may not read" in str(error)


# -- projects -------------------------------------------------------------------------------------


def not_a_project(path: Path) -> None:
    path.write_text(BODY, "utf-8")


def another_database(path: Path) -> None:
    path.unlink()
    conn = sqlite3.connect(path)
    conn.execute("CREATE TABLE t(x)")
    conn.commit()
    conn.close()


def newer(path: Path) -> None:
    conn = sqlite3.connect(path)
    conn.execute("PRAGMA user_version = 999")
    conn.commit()
    conn.close()


def torn(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xa5" * (len(data) - 4096))


COMMANDS = [
    ["import", "{project}", "{folder}/a.txt"],
    ["export", "{project}", "{folder}/out", "--format", "jsonl"],
    ["stats", "{project}"],
    ["check", "{project}"],
    ["labels", "{project}"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
@pytest.mark.parametrize(
    ("make", "said"),
    [
        (missing, "There is no file"),
        (empty, "is not a Hashiya project"),
        (not_a_project, "is not a Hashiya project"),
        (another_database, "is not a Hashiya project"),
        (newer, "was made by a newer Hashiya. Update Hashiya"),
        (torn, "damaged"),
    ],
)
def test_a_bad_project_is_refused_by_every_command_and_left_as_it_is(
    project: Path, tmp_path: Path, command: list[str], make: Callable[[Path], None], said: str
) -> None:
    make(project)
    before = project.read_bytes() if project.exists() else None
    result = run(*(part.format(project=project, folder=tmp_path) for part in command))
    assert result.exit_code == 1
    assert said in result.stderr
    assert (project.read_bytes() if project.exists() else None) == before
    assert not (tmp_path / "out").exists()


def test_a_project_open_elsewhere_is_read_but_not_written(project: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(BODY * 2, "utf-8")
    holder = open_project(project)
    try:
        result = run("import", project, tmp_path / "b.txt")
        assert result.exit_code == 1
        assert "is open already" in result.stderr
        assert run("stats", project).exit_code == 0
        assert run("check", project).exit_code == 0
        exported = run("export", project, tmp_path / "o.jsonl", "--format", "jsonl")
        assert exported.exit_code == 0
    finally:
        holder.close()
    assert run("import", project, tmp_path / "b.txt").exit_code == 0


def test_a_read_only_project_is_read_but_not_written(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = project.read_bytes()
    monkeypatch.setattr("annotator.store.opening.writable", lambda path: False)
    result = run("import", project, tmp_path / "a.txt", "--keep-duplicates")
    assert result.exit_code == 1
    assert "view only" in result.stderr
    assert run("stats", project).exit_code == 0
    assert project.read_bytes() == before


def test_a_broken_seal_is_found_by_check_and_stops_the_export(
    project: Path, tmp_path: Path
) -> None:
    line = '{"text": "السجن هنا", "spans": [{"start": 0, "end": 5, "label": "location"}]}'
    (tmp_path / "b.jsonl").write_text(line, "utf-8")
    assert run("import", project, tmp_path / "b.jsonl").exit_code == 0
    conn = sqlite3.connect(project)
    conn.execute("UPDATE texts SET text = 'سجون هناك' WHERE article_id = 2")
    conn.commit()
    conn.close()
    checked = run("check", project)
    assert checked.exit_code == 1
    assert len(checked.stdout.splitlines()) >= 2
    assert "is damaged" in checked.stderr
    out = tmp_path / "out"
    refused = run("export", project, out, "--format", "conll2003")
    assert refused.exit_code == 1
    assert not out.exists()
    assert run("export", project, out, "--format", "conll2003", "--skip-damaged").exit_code == 0


@pytest.mark.parametrize(
    ("out", "said"),
    [("none/out", "Make the folder first"), (".", "could not be written")],
)
def test_a_place_that_cannot_be_written_is_told(
    project: Path, tmp_path: Path, out: str, said: str
) -> None:
    result = run("export", project, tmp_path / out, "--format", "jsonl")
    assert result.exit_code == 1
    assert said in result.stderr
