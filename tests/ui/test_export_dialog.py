"""The export dialog writes what was asked for, and shows what could not be held."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from camel_data import installed
from held_dialog import hold
from marked_article import TEXT, mark, open_first
from pytestqt.qtbot import QtBot

from annotator.formats.options import Clitics, Nesting, Scheme, Segments
from annotator.ui.export_dialog import ExportDialog
from annotator.ui.session import Session


@pytest.fixture
def dialog(
    qtbot: QtBot, session: Session, make_project: Callable[..., Any], tmp_path: Path
) -> ExportDialog:
    session.adopt(make_project(TEXT))
    open_first(session)
    mark(session, "حسكة", "location")
    made = hold(qtbot, ExportDialog(session))
    made.set_path(tmp_path / "out.jsonl")
    return made


def export(qtbot: QtBot, dialog: ExportDialog) -> None:
    dialog.go.click()
    qtbot.waitUntil(lambda: not dialog.busy)


def test_json_lines_lose_nothing_and_it_says_so(qtbot: QtBot, dialog: ExportDialog) -> None:
    export(qtbot, dialog)
    assert "حسكة" in dialog.path.read_text(encoding="utf-8")
    assert "Nothing was lost" in dialog.losses.headline.text()
    assert dialog.losses.spans.isHidden()


def test_a_widened_span_is_named(qtbot: QtBot, dialog: ExportDialog) -> None:
    dialog.formats["conll2003"].click()
    assert dialog.path.suffix == ".conll"
    export(qtbot, dialog)
    row = dialog.losses.spans.topLevelItem(0)
    assert "حسكة" in row.text(0)
    assert "الحسكة" in row.text(3)
    report = dialog.path.with_name("out.conll.losses.txt")
    assert "الحسكة" in report.read_text(encoding="utf-8")


def test_no_report_is_written_when_none_is_wanted(qtbot: QtBot, dialog: ExportDialog) -> None:
    dialog.report.click()
    assert dialog.report_path is None
    export(qtbot, dialog)
    assert [path.name for path in dialog.path.parent.glob("out*")] == ["out.jsonl"]


def test_only_the_articles_of_one_status_are_written(qtbot: QtBot, dialog: ExportDialog) -> None:
    dialog.status.setCurrentIndex(1)
    export(qtbot, dialog)
    assert dialog.path.read_bytes() == b""


def test_a_file_that_is_there_is_told_before(dialog: ExportDialog) -> None:
    dialog.path.touch()
    dialog.set_path(dialog.path)
    assert "replaced" in dialog.message.text()


def test_a_place_that_cannot_be_written_is_told(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path
) -> None:
    dialog.set_path(tmp_path / "no" / "such" / "folder" / "out.jsonl")
    export(qtbot, dialog)
    assert dialog.message.isVisible()
    assert dialog.go.isVisible()


def test_the_project_itself_is_never_written_over(
    qtbot: QtBot, dialog: ExportDialog, project_path: Path
) -> None:
    before = project_path.read_bytes()
    dialog.set_path(project_path)
    export(qtbot, dialog)
    assert "project itself" in dialog.message.text()
    assert project_path.read_bytes() == before


def test_a_format_of_several_files_makes_a_folder_or_a_zip(
    qtbot: QtBot, dialog: ExportDialog
) -> None:
    assert dialog.ending.isHidden()
    dialog.formats["brat"].click()
    assert not dialog.ending.isHidden()
    folder = dialog.path
    assert folder.name == "out"
    dialog.ending.setCurrentIndex(1)
    dialog.ending.activated.emit(1)
    assert dialog.path.name == "out.zip"
    dialog.set_path(folder)
    export(qtbot, dialog)
    assert "Nothing was lost" in dialog.losses.headline.text()
    assert sorted(path.suffix for path in folder.iterdir()) == [".ann", ".conf", ".conf", ".txt"]


def test_a_folder_that_is_not_empty_is_told_before_and_left_alone(
    qtbot: QtBot, dialog: ExportDialog
) -> None:
    mine = dialog.path.with_suffix("") / "mine.txt"
    mine.parent.mkdir()
    mine.touch()
    dialog.formats["brat"].click()
    assert "not empty" in dialog.message.text()
    export(qtbot, dialog)
    assert "not empty" in dialog.message.text()
    assert [path.name for path in mine.parent.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(
    ("key", "left_open"),
    [
        ("jsonl", {}),
        ("brat", {}),
        ("conll2003", {"clitics": "whole", "nesting": "outermost", "scheme": "iob2"}),
        ("conll_nested", {"clitics": "whole", "scheme": "iob2"}),
        ("conllu_plus", {"clitics": "range", "nesting": "columns", "scheme": "iob2"}),
    ],
)
def test_a_format_offers_what_it_leaves_open_and_nothing_else(
    dialog: ExportDialog, key: str, left_open: dict[str, str]
) -> None:
    dialog.formats[key].click()
    assert dialog.choices.chosen() == left_open


def test_a_value_that_the_format_has_not_is_not_offered(dialog: ExportDialog) -> None:
    dialog.formats["hugging_face"].click()
    offered = dialog.choices.groups["nesting"].buttons
    assert [value for value, button in offered.items() if button.isHidden()] == [Nesting.COLUMNS]


def test_what_is_chosen_is_written_and_remembered_for_its_format(
    qtbot: QtBot, dialog: ExportDialog, session: Session
) -> None:
    dialog.formats["conll2002"].click()
    dialog.choices.groups["clitics"].buttons[Clitics.SPLIT].click()
    dialog.choices.groups["scheme"].buttons[Scheme.BIOES].click()
    export(qtbot, dialog)
    assert "ال+ O\nحسكة S-location\n" in dialog.path.read_text(encoding="utf-8")
    again = hold(qtbot, ExportDialog(session))
    assert again.format == "conll2002"
    assert again.choices.chosen() == {
        "clitics": Clitics.SPLIT, "nesting": Nesting.OUTERMOST, "scheme": Scheme.BIOES,
    }  # fmt: skip
    again.formats["conll2003"].click()
    assert again.choices.chosen()["clitics"] is Clitics.WHOLE


def test_how_words_are_cut_is_asked_only_where_they_are_and_there_is_a_choice(
    dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    dialog.formats["conll2003"].click()
    cut = dialog.choices.groups["clitics"].buttons[Clitics.SEGMENT]
    cut.click()
    assert "segments" not in dialog.choices.chosen()
    installed(tmp_path)
    cut.click()
    assert dialog.choices.chosen()["segments"] is Segments.ATBTOK
    dialog.choices.groups["clitics"].buttons[Clitics.WHOLE].click()
    assert "segments" not in dialog.choices.chosen()
