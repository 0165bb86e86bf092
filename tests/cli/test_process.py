"""The program as a process: start-up, locales, pipes, and a terminal."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from camel_data import installed

BODY = "أعلنت وزارة الصحة وصول المساعدات إلى المخيم.\n"
HEAVY = ("PySide6", "camel_tools", "sqlite_utils", "sqlite3", "charset_normalizer", "msgspec")


def run(
    *arguments: object, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "annotator", *map(str, arguments)],
        capture_output=True,
        env={**os.environ, **(environment or {})},
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("arguments", [["--version"], ["--help"]])
def test_nothing_heavy_is_imported_to_say_what_the_program_is(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom annotator.cli import main\n"
        f"try: main({arguments!r})\nexcept SystemExit: pass\n"
        f"sys.exit([m for m in {HEAVY!r} if m in sys.modules] or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_stats_need_neither_qt_nor_camel_tools(tmp_path: Path) -> None:
    project = tmp_path / "p.hashiya"
    assert run("new", project).returncode == 0
    code = (
        "import sys\nfrom annotator.cli import main\n"
        f"try: main(['stats', {str(project)!r}])\nexcept SystemExit: pass\n"
        "sys.exit([m for m in ('PySide6', 'camel_tools', 'sqlite_utils') if m in sys.modules] or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "C", "PYTHONIOENCODING": "ascii:strict", "PYTHONUTF8": "0"},
    ],
)
def test_arabic_is_printed_in_the_poorest_locale(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    project = tmp_path / "p.hashiya"
    article = tmp_path / "a.txt"
    article.write_text(BODY, "utf-8")
    run("new", project, "--annotator", "ليلى")
    assert run("import", project, article, environment=environment).returncode == 0
    labels = run("labels", project, environment=environment)
    assert labels.returncode == 0
    assert "فاعل" in labels.stdout.decode("utf-8")
    missing = run("import", project, tmp_path / "مقال.txt", environment=environment)
    assert missing.returncode == 1
    assert missing.stderr.endswith(b"hashiya: Nothing was imported.\n")


def test_a_pipe_gets_no_progress_bar_and_a_terminal_does(tmp_path: Path) -> None:
    project, article = tmp_path / "p.hashiya", tmp_path / "a.txt"
    article.write_text(BODY, "utf-8")
    run("new", project)
    done = run("import", project, article)
    assert (done.stdout, done.stderr) == (b"Imported 1 article.\n", b"")
    primary, secondary = pty.openpty()
    child = subprocess.run(
        [sys.executable, "-m", "annotator", "check", str(project)],
        stdout=subprocess.PIPE,
        stderr=secondary,
        timeout=60,
        check=False,
    )
    os.close(secondary)
    shown = os.read(primary, 4096)
    os.close(primary)
    assert child.stdout == b"The project is whole.\n"
    assert b"Checking" in shown


def test_a_reader_that_goes_away_is_no_crash(tmp_path: Path) -> None:
    project = tmp_path / "p.hashiya"
    run("new", project)
    program = subprocess.Popen(
        [sys.executable, "-m", "annotator", "labels", str(project)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert program.stdout is not None
    program.stdout.close()
    assert program.stderr is not None
    error = program.stderr.read()
    program.stderr.close()
    program.wait(timeout=60)
    assert b"Traceback" not in error


def test_the_installed_command_is_the_same_program() -> None:
    command = Path(sys.executable).with_name("hashiya")
    done = subprocess.run([command, "--version"], capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stdout[:16]) == (0, b"hashiya, version")


def test_the_article_is_cut_off_only_where_the_morphology_is_installed(tmp_path: Path) -> None:
    project, article, out = (tmp_path / name for name in ("p.hashiya", "a.txt", "out.conll"))
    article.write_text("عاد وبالمدينة ماء.", "utf-8")
    assert run("new", project).returncode == 0
    assert run("import", project, article).returncode == 0
    wanted = ("--format", "conll2002", "--clitics", "segment", "--segments", "d3tok")
    data = {"CAMELTOOLS_DATA": str(tmp_path)}
    refused = run("export", project, out, *wanted, environment=data)
    assert refused.returncode == 1
    assert b"not installed" in refused.stderr
    assert not out.exists()
    installed(tmp_path)
    assert run("export", project, out, *wanted, environment=data).returncode == 0
    forms = [line.split()[0] for line in out.read_text("utf-8").splitlines() if line]
    assert forms == ["عاد", "و+", "ب+", "ال+", "مدينة", "ماء", "."]
