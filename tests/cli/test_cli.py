"""Each command: what it prints, its JSON, its exit code. In process, by click's runner."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from annotator import app
from annotator.cli import cli
from annotator.formats.label_toml import default_labels, parse_labels, write_labels
from annotator.formats.options import OPTIONS

GOLDEN = Path(__file__).parent.parent / "formats" / "golden"
BODY = "أعلنت وزارة الصحة وصول المساعدات إلى المخيم.\n"

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    def run(*arguments: object) -> Result:
        result = CliRunner().invoke(cli, [str(argument) for argument in arguments])
        assert result.exception is None or isinstance(result.exception, SystemExit), result
        assert "Traceback" not in result.output
        return result

    return run


@pytest.fixture
def project(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "p.hashiya"
    assert run("new", path, "--annotator", "ليلى").exit_code == 0
    return path


@pytest.fixture
def filled(run: Run, project: Path) -> Path:
    assert run("import", project, GOLDEN / "awkward.jsonl").exit_code == 0
    return project


def read_json(result: Result) -> dict[str, Any]:
    assert result.stderr == ""
    value = json.loads(result.stdout)
    assert isinstance(value, dict)
    return value


# -- new ------------------------------------------------------------------------------------------


def test_new_makes_a_project_that_says_so(run: Run, tmp_path: Path) -> None:
    result = run("new", tmp_path / "a.hashiya", "--annotator", "ليلى")
    assert result.exit_code == 0
    assert result.stdout == f"Made the project {tmp_path / 'a.hashiya'}.\n"


def test_new_takes_the_labels_of_a_file(run: Run, tmp_path: Path) -> None:
    labels = tmp_path / "labels.toml"
    labels.write_text('[[label]]\nkey = "weapon"\ncolour = "#d55e00"\ndigit = 1\n', "utf-8")
    assert run("new", tmp_path / "a.hashiya", "--labels", labels).exit_code == 0
    printed = run("labels", tmp_path / "a.hashiya")
    assert [label.key for label in parse_labels(printed.stdout)] == ["weapon"]


def test_new_never_writes_over_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.hashiya").write_bytes(b"something")
    result = run("new", tmp_path / "a.hashiya")
    assert result.exit_code == 1
    assert "There is a file" in result.stderr
    assert (tmp_path / "a.hashiya").read_bytes() == b"something"


def test_new_with_wrong_labels_makes_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "l.toml").write_text("[[label]]\n", "utf-8")
    result = run("new", tmp_path / "a.hashiya", "--labels", tmp_path / "l.toml")
    assert result.exit_code == 1
    assert f"{tmp_path / 'l.toml'}:1: " in result.stderr
    assert not (tmp_path / "a.hashiya").exists()


# -- import ---------------------------------------------------------------------------------------


def test_import_says_how_many_came_in_and_how_many_were_left_out(
    run: Run, project: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(BODY, "utf-8")
    (tmp_path / "b.txt").write_text(BODY, "utf-8")
    result = run("import", project, tmp_path / "a.txt", tmp_path / "b.txt")
    assert result.exit_code == 0
    assert result.stdout == "Imported 1 article.\nLeft out 1 duplicate.\n"
    assert result.stderr == f"{tmp_path / 'b.txt'}: Already in the project or in this import: 1\n"
    kept = run("import", project, tmp_path / "a.txt", "--keep-duplicates")
    assert kept.stdout == "Imported 1 article.\n"


def test_import_as_json(run: Run, project: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes((BODY * 2).encode("cp1256"))
    summary = read_json(run("import", project, tmp_path / "a.txt", "--json"))
    assert summary["files"][0].pop("confidence") > 0.9
    assert summary == {
        "imported": 1,
        "duplicates": 0,
        "files": [
            {
                "path": str(tmp_path / "a.txt"),
                "format": "text",
                "encoding": "cp1256",
                "articles": 1,
                "spans": 0,
                "duplicates": 0,
                "warnings": [],
                "error": None,
            }
        ],
        "errors": [],
    }


def test_import_in_a_named_encoding(run: Run, project: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("سجن".encode("cp1256"))
    assert run("import", project, tmp_path / "a.txt", "--encoding", "windows-1256").exit_code == 0
    assert run("import", project, tmp_path / "a.txt", "--encoding", "klingon").exit_code == 2


def test_one_wrong_file_keeps_all_out(run: Run, project: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY, "utf-8")
    (tmp_path / "b.jsonl").write_text('{"text": "x"}\n{"text": 3}\n', "utf-8")
    before = project.read_bytes()
    result = run("import", project, tmp_path / "a.txt", tmp_path / "b.jsonl", tmp_path / "c.txt")
    assert result.exit_code == 1
    assert result.stdout == ""
    first, second, last = result.stderr.splitlines()
    assert first.startswith(f"hashiya: {tmp_path / 'b.jsonl'}:2: In text there is a JSON integer")
    assert second == f"hashiya: There is no file or folder {tmp_path / 'c.txt'}. Check the name."
    assert last == "hashiya: Nothing was imported."
    assert project.read_bytes() == before
    as_json = run("import", project, tmp_path / "b.jsonl", "--json")
    assert as_json.exit_code == 1
    summary = json.loads(as_json.stdout)
    assert (summary["imported"], len(summary["errors"])) == (0, 1)


# -- revise ---------------------------------------------------------------------------------------

ARTICLE = "11111111-1111-4111-8111-111111111111"
OLD = "قال وزير الصحة إن 13 قتيلا سقطوا في حلب."


@pytest.fixture
def revised(run: Run, project: Path, tmp_path: Path) -> Path:
    """An article with three annotations, in the project."""
    spans = [
        {"start": OLD.index(words), "end": OLD.index(words) + len(words), "label": label}
        for words, label in (("وزير الصحة", "actor"), ("13 قتيلا", "quantity"), ("حلب", "location"))
    ]
    article = {"id": ARTICLE, "text": OLD, "spans": spans, "meta": {"url": "https://a.example/1"}}
    file = tmp_path / "old.jsonl"
    file.write_text(json.dumps(article) + "\n", encoding="utf-8")
    assert run("import", project, file).exit_code == 0
    return project


@pytest.mark.parametrize("like", [{"id": ARTICLE}, {"meta": {"url": "https://a.example/1"}}])
def test_revise_finds_the_original_and_lists_every_move(
    run: Run, revised: Path, tmp_path: Path, like: dict[str, Any]
) -> None:
    new = OLD.replace("13", "15").replace(" في حلب", "").replace("قال", "وأعلن")
    (file := tmp_path / "new.jsonl").write_text(json.dumps({"text": new, **like}) + "\n")
    dry = read_json(run("revise", revised, file, "--dry-run", "--json"))
    (article,) = dry["articles"]
    assert dry["written"] is False
    assert (article["article"], article["moved"], article["doubtful"], article["lost"]) == (
        ARTICLE, 1, 1, 1,
    )  # fmt: skip
    assert [a["after"] and a["after"]["text"] for a in article["annotations"]] == [
        "وزير الصحة", "15 قتيلا", None,
    ]  # fmt: skip
    assert read_json(run("stats", revised, "--json"))["annotations"] == 3

    result = run("revise", revised, file)
    assert result.exit_code == 0
    assert "  doubtful: quantity “13 قتيلا” → “15 قتيلا”\n" in result.stdout
    assert "  lost: location “حلب”\n" in result.stdout
    assert result.stdout.endswith("Revised 1 article.\n")
    assert run("check", revised).exit_code == 0
    stats = read_json(run("stats", revised, "--json"))
    assert (stats["articles"], stats["annotations"], stats["to_review"]) == (1, 2, 1)


def test_revise_by_name_and_what_it_refuses(run: Run, revised: Path, tmp_path: Path) -> None:
    (file := tmp_path / "new.txt").write_text("خبر آخر عن حلب.", encoding="utf-8")
    assert "no later version of an article" in run("revise", revised, file).stderr
    assert "id like 9" in run("revise", revised, file, "--article", "9").stderr
    assert run("revise", revised, file, file, "--article", ARTICLE[:8]).exit_code == 1
    assert read_json(run("stats", revised, "--json"))["annotations"] == 3
    assert run("revise", revised, file, "--article", ARTICLE[:8]).exit_code == 0
    assert "Revised 0 articles." in run("revise", revised, file, "--article", ARTICLE).stdout


# -- export ---------------------------------------------------------------------------------------


def test_export_gives_back_what_was_imported(run: Run, filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    result = run("export", filled, out, "--format", "jsonl")
    assert result.exit_code == 0
    assert result.stdout == (
        f"Wrote {out}: 19 spans in 4 articles: 0 left out, 0 widened to tokens.\n"
    )
    assert out.read_bytes() == (GOLDEN / "awkward.jsonl").read_bytes()


def test_export_with_losses_says_where_they_are_listed(
    run: Run, filled: Path, tmp_path: Path
) -> None:
    out, report = tmp_path / "out.conll", tmp_path / "loss.txt"
    assert "--report" in run("export", filled, out, "--format", "conll2003").stderr
    result = run("export", filled, out, "--format", "conll2003", "--report", report)
    assert result.stderr == ""
    assert report.read_bytes() == (GOLDEN / "awkward.conll2003.loss.txt").read_bytes()
    assert out.read_bytes() == (GOLDEN / "awkward.conll2003.conll").read_bytes()


def test_export_as_json_and_by_status(run: Run, filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "o"
    summary = read_json(
        run("export", filled, out, "--format", "conll2002", "--status", "done", "--json")
    )
    assert (summary["file"], summary["articles"], summary["format"]) == (str(out), 2, "conll2002")
    assert (
        summary["total"] == summary["lost"] + summary["widened"] == sum(summary["reasons"].values())
    )


def test_pieces_in_columns_are_exported_without_loss(
    run: Run, filled: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.conll"
    choice = ["--clitics", "split", "--nesting", "columns", "--scheme", "iob2"]
    result = run("export", filled, out, "--format", "conll_nested", *choice)
    assert "0 left out, 0 widened" in result.stdout
    golden = "awkward.conll_nested.split.columns.iob2.conll"
    assert out.read_bytes() == (GOLDEN / golden).read_bytes()


def test_the_options_of_the_command_line_are_those_of_the_formats(run: Run) -> None:
    said = run("export", "--help").stdout
    for name, values in OPTIONS.items():
        assert f"--{name}[{'|'.join(values)}]" in "".join(said.split())


@pytest.mark.parametrize(
    "arguments",
    [
        ["--format", "odf"],
        [],
        ["--format", "text"],
        ["--format", "jsonl", "--status", "ready"],
        ["--format", "conll2003", "--clitics", "half"],
        ["--format", "conll2003", "--clitics", "range"],
        ["--format", "hugging_face", "--nesting", "columns"],
        ["--format", "jsonl", "--scheme", "io"],
        ["--format", "conll2003", "--segments", "atbtok"],
        ["--format", "jsonl", "--clitics", "segment", "--segments", "atbtok"],
    ],
)
def test_a_wrong_use_of_export_is_exit_2(
    run: Run, filled: Path, tmp_path: Path, arguments: list[str]
) -> None:
    assert run("export", filled, tmp_path / "o", *arguments).exit_code == 2
    assert not (tmp_path / "o").exists()


# -- stats, check, labels -------------------------------------------------------------------------


def test_stats_count_everything(run: Run, filled: Path) -> None:
    counts = read_json(run("stats", filled, "--json"))
    assert counts["articles"] == 4
    assert counts["by_status"] == {"new": 0, "in_progress": 1, "done": 2, "skipped": 1}
    assert counts["by_label"] == {"actor": 3, "location": 8, "quantity": 3, "source": 5}
    assert counts["by_annotator"] == {"ليلى": 19}
    assert (counts["annotations"], counts["to_review"]) == (19, 1)
    assert counts["tokens"] > 90
    printed = run("stats", filled).stdout
    assert "           4  articles\n" in printed
    assert "           8  location\n" in printed


def test_check_of_a_sound_project(run: Run, filled: Path) -> None:
    assert run("check", filled).stdout == "The project is whole.\n"
    assert read_json(run("check", filled, "--json")) == {"ok": True, "problems": []}


def test_labels_go_out_and_in(run: Run, filled: Path, tmp_path: Path) -> None:
    printed = run("labels", filled).stdout
    assert printed == write_labels(default_labels())
    file = tmp_path / "labels.toml"
    file.write_text(printed.replace('name_en = "Actor"', 'name_en = "Agent"'), "utf-8")
    assert run("labels", filled, "--set", file).stdout == "The project has 4 labels now.\n"
    assert 'name_en = "Agent"' in run("labels", filled).stdout
    assert read_json(run("stats", filled, "--json"))["by_label"]["actor"] == 3


def test_a_label_in_use_is_not_taken_away(run: Run, filled: Path, tmp_path: Path) -> None:
    file = tmp_path / "labels.toml"
    file.write_text('[[label]]\nkey = "weapon"\ncolour = "#d55e00"\n', "utf-8")
    result = run("labels", filled, "--set", file)
    assert result.exit_code == 1
    assert "3 annotations of" in result.stderr
    assert "have the label “actor”, which is not in" in result.stderr
    assert run("labels", filled).stdout == write_labels(default_labels())


# -- the window -----------------------------------------------------------------------------------


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[Path], bool]]:
    calls: list[tuple[list[Path], bool]] = []

    def window(paths: list[Path], *, samples: bool) -> int:
        calls.append((paths, samples))
        return 0

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(app, "run", window)
    return calls


def test_without_a_command_the_window_opens(
    run: Run, opened: list[tuple[list[Path], bool]], tmp_path: Path
) -> None:
    article = tmp_path / "article.txt"
    article.write_text(BODY, "utf-8")
    for arguments in ([], [article, tmp_path], ["--samples"]):
        assert run(*arguments).exit_code == 0
    assert opened == [([], False), ([article, tmp_path], False), ([], True)]


def test_a_file_named_like_a_command_is_opened_by_its_path(
    run: Run,
    opened: list[tuple[list[Path], bool]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("import").write_text(BODY, "utf-8")
    assert run("./import").exit_code == 0
    assert opened == [([Path("import")], False)]
    assert run("import").exit_code == 2  # the command, which lacks its arguments


def test_a_mistyped_command_is_wrong_usage_and_a_missing_file_is_not(
    run: Run, opened: list[tuple[list[Path], bool]]
) -> None:
    mistyped = run("exprot", "a", "b")
    assert mistyped.exit_code == 2
    assert "no command and no file “exprot”" in mistyped.stderr
    missing = run("missing.txt")
    assert missing.exit_code == 1
    assert missing.stderr == "hashiya: There is no file or folder missing.txt. Check the name.\n"
    assert opened == []


def test_without_a_display_that_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    result = run()
    assert result.exit_code == 1
    assert "no display" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [["--help"], *([c, "--help"] for c in ("new", "import", "export", "stats", "check", "labels"))],
)
def test_help_is_everywhere(run: Run, arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 0
    assert result.stdout.startswith("Usage:")


# -- rescue ---------------------------------------------------------------------------------------


def test_rescue_saves_what_can_be_read_and_says_what_is_lost(
    run: Run, filled: Path, tmp_path: Path
) -> None:
    whole = run("rescue", filled, tmp_path / "whole.hashiya")
    assert whole.exit_code == 0
    assert f"in {tmp_path / 'whole.hashiya'}.\n" in whole.stdout
    conn = sqlite3.connect(filled)
    conn.execute("DELETE FROM texts WHERE article_id = 1")
    conn.commit()
    conn.close()
    result = run("rescue", filled, tmp_path / "r.hashiya", "--json")
    assert result.exit_code == 1
    assert "Not all of" in result.stderr
    told = json.loads(result.stdout)
    assert told["file"] == str(tmp_path / "r.hashiya")
    assert told["lost"][0]["article"] == 1
    assert "is lost" in told["lost"][0]["message"]
    assert run("check", tmp_path / "r.hashiya").exit_code == 0
    again = run("rescue", filled, tmp_path / "r.hashiya")
    assert (again.exit_code, "already" in again.stderr) == (1, True)


def test_what_an_import_sets_right_is_listed_in_a_report(
    run: Run, project: Path, tmp_path: Path
) -> None:
    file, report = tmp_path / "a.conll", tmp_path / "repairs.json"
    file.write_text("زيد B-actor\nفي O\nحمص I-location\n", "utf-8")
    told = json.loads(run("import", project, file, "--report", report, "--json").stdout)
    assert "Tags out of order set right: 1" in told["files"][0]["warnings"]
    assert [r["after"] for r in json.loads(report.read_bytes())["repairs"]] == ["B-location"]


# -- settings -------------------------------------------------------------------------------------


def test_settings_are_shown_and_changed_and_exports_obey_them(
    run: Run, project: Path, tmp_path: Path
) -> None:
    article, out = tmp_path / "a.txt", tmp_path / "out.conll"
    article.write_text("بلغ ٣٫٥ و12% من الـ27.", "utf-8")
    run("import", project, article)
    shown = read_json(run("settings", project, "--json"))
    assert shown == {
        "annotator": "ليلى", "overlap": "nested", "proclitics": "out",
        "numbers": "camel", "tatweel": "camel",
    }  # fmt: skip
    changed = run("settings", project, "--numbers", "one", "--tatweel", "split")
    assert changed.exit_code == 0
    assert "numbers     one\ntatweel     split\n" in changed.stdout
    run("export", project, out, "--format", "conll2002")
    forms = [line.split()[0] for line in out.read_text("utf-8").splitlines() if line]
    assert forms == "بلغ ٣٫٥ و12% من الـ 27 .".split()
    run("settings", project, "--numbers", "camel", "--tatweel", "camel")
    run("export", project, out, "--format", "conll2002")
    forms = [line.split()[0] for line in out.read_text("utf-8").splitlines() if line]
    assert forms == "بلغ ٣ ٫ ٥ و12 % من الـ27 .".split()


def test_every_setting_that_a_window_has_is_set(run: Run, project: Path) -> None:
    given = ["--annotator", "منى", "--overlap", "any", "--proclitics", "in"]
    shown = read_json(run("settings", project, *given, "--json"))
    assert (shown["annotator"], shown["overlap"], shown["proclitics"]) == ("منى", "any", "in")
    with closing(sqlite3.connect(project)) as file:
        steps = file.execute("SELECT count(*) FROM journal WHERE kind = 'setting'").fetchone()
    assert steps == (1,)


@pytest.mark.parametrize("wrong", [["--numbers", "two"], ["--annotator", " "], ["--overlap"]])
def test_a_wrong_setting_is_exit_2_and_changes_nothing(
    run: Run, project: Path, wrong: list[str]
) -> None:
    before = project.read_bytes()
    assert run("settings", project, *wrong).exit_code == 2
    assert project.read_bytes() == before
