"""The export dialog writes what was asked for, and shows what could not be held."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from camel_data import installed
from held_dialog import hold
from marked_article import TEXT, mark, open_first
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

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
    made.form.set_path(tmp_path / "out.jsonl")
    return made


def export(qtbot: QtBot, dialog: ExportDialog) -> None:
    dialog.go.click()
    qtbot.waitUntil(lambda: not dialog.busy)


def test_json_lines_lose_nothing_and_it_says_so(qtbot: QtBot, dialog: ExportDialog) -> None:
    export(qtbot, dialog)
    assert "حسكة" in dialog.form.path.read_text(encoding="utf-8")
    assert "Nothing was lost" in dialog.losses.headline.text()
    assert dialog.losses.spans.isHidden()


def test_a_widened_span_is_named(qtbot: QtBot, dialog: ExportDialog) -> None:
    dialog.form.formats["conll2003"].click()
    assert dialog.form.path.suffix == ".conll"
    export(qtbot, dialog)
    row = dialog.losses.spans.topLevelItem(0)
    assert "حسكة" in row.text(0)
    assert "الحسكة" in row.text(3)
    report = dialog.form.path.with_name("out.conll.losses.txt")
    assert "الحسكة" in report.read_text(encoding="utf-8")


def test_no_report_is_written_when_none_is_wanted(qtbot: QtBot, dialog: ExportDialog) -> None:
    dialog.form.report.click()
    assert dialog.form.report_path is None
    export(qtbot, dialog)
    assert [path.name for path in dialog.form.path.parent.glob("out*")] == ["out.jsonl"]


def test_only_the_articles_of_one_status_are_written(qtbot: QtBot, dialog: ExportDialog) -> None:
    dialog.form.statuses.setCurrentIndex(1)
    export(qtbot, dialog)
    assert dialog.form.path.read_bytes() == b""


def test_a_file_that_is_there_is_told_before(dialog: ExportDialog) -> None:
    dialog.form.path.touch()
    dialog.form.set_path(dialog.form.path)
    assert "replaced" in dialog.message.text()


def test_a_place_that_cannot_be_written_is_told(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path
) -> None:
    dialog.form.set_path(tmp_path / "no" / "such" / "folder" / "out.jsonl")
    export(qtbot, dialog)
    assert dialog.message.isVisible()
    assert dialog.go.isVisible()


def test_the_project_itself_is_never_written_over(
    qtbot: QtBot, dialog: ExportDialog, project_path: Path
) -> None:
    before = project_path.read_bytes()
    dialog.form.set_path(project_path)
    export(qtbot, dialog)
    assert "project itself" in dialog.message.text()
    assert project_path.read_bytes() == before


def test_a_format_of_several_files_makes_a_folder_or_a_zip(
    qtbot: QtBot, dialog: ExportDialog
) -> None:
    assert dialog.form.ending.isHidden()
    dialog.form.formats["brat"].click()
    assert not dialog.form.ending.isHidden()
    folder = dialog.form.path
    assert folder.name == "out"
    dialog.form.ending.setCurrentIndex(1)
    dialog.form.ending.activated.emit(1)
    assert dialog.form.path.name == "out.zip"
    dialog.form.set_path(folder)
    export(qtbot, dialog)
    assert "Every span is as it was" in dialog.losses.headline.text()
    assert sorted(path.suffix for path in folder.iterdir()) == [".ann", ".conf", ".conf", ".txt"]


def test_a_folder_that_is_not_empty_is_told_before_and_left_alone(
    qtbot: QtBot, dialog: ExportDialog
) -> None:
    mine = dialog.form.path.with_suffix("") / "mine.txt"
    mine.parent.mkdir()
    mine.touch()
    dialog.form.formats["brat"].click()
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
    dialog.form.formats[key].click()
    assert dialog.form.choices.chosen() == left_open


def test_a_value_that_the_format_has_not_is_not_offered(dialog: ExportDialog) -> None:
    dialog.form.formats["hugging_face"].click()
    offered = dialog.form.choices.groups["nesting"].buttons
    assert [value for value, button in offered.items() if button.isHidden()] == [Nesting.COLUMNS]


def test_what_is_chosen_is_written_and_remembered_for_its_format(
    qtbot: QtBot, dialog: ExportDialog, session: Session
) -> None:
    dialog.form.formats["conll2002"].click()
    dialog.form.choices.groups["clitics"].buttons[Clitics.SPLIT].click()
    dialog.form.choices.groups["scheme"].buttons[Scheme.BIOES].click()
    export(qtbot, dialog)
    assert "ال+ O\nحسكة S-location\n" in dialog.form.path.read_text(encoding="utf-8")
    again = hold(qtbot, ExportDialog(session))
    assert again.form.format.key == "conll2002"
    assert again.form.choices.chosen() == {
        "clitics": Clitics.SPLIT, "nesting": Nesting.OUTERMOST, "scheme": Scheme.BIOES,
    }  # fmt: skip
    again.form.formats["conll2003"].click()
    assert again.form.choices.chosen()["clitics"] is Clitics.WHOLE


def test_how_words_are_cut_is_asked_only_where_they_are_and_there_is_a_choice(
    dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    dialog.form.formats["conll2003"].click()
    cut = dialog.form.choices.groups["clitics"].buttons[Clitics.SEGMENT]
    cut.click()
    assert "segments" not in dialog.form.choices.chosen()
    installed(tmp_path)
    cut.click()
    assert dialog.form.choices.chosen()["segments"] is Segments.ATBTOK
    dialog.form.choices.groups["clitics"].buttons[Clitics.WHOLE].click()
    assert "segments" not in dialog.form.choices.chosen()


def test_a_remembered_way_of_cutting_that_is_not_there_is_told_and_kept(
    qtbot: QtBot,
    dialog: ExportDialog,
    session: Session,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    session.preferences.set("export/conll2003/clitics", "segment")
    dialog.form.formats["conll2003"].click()
    assert dialog.form.choices.missing.isHidden()
    session.preferences.set("export/conll2003/segments", "d3tok")
    dialog.form.formats["conll2003"].click()
    assert dialog.form.options.segments is Segments.ATBTOK
    assert "camel_data -i" in dialog.form.choices.missing.text()
    assert dialog.form.choices.missing.isVisible()
    dialog.form.choices.groups["clitics"].buttons[Clitics.WHOLE].click()
    assert dialog.form.choices.missing.isHidden()
    dialog.form.choices.groups["clitics"].buttons[Clitics.SEGMENT].click()
    export(qtbot, dialog)
    installed(tmp_path)
    again = hold(qtbot, ExportDialog(session))
    assert again.form.choices.chosen()["segments"] is Segments.D3TOK
    assert again.form.choices.missing.isHidden()


def foreseen(qtbot: QtBot, dialog: ExportDialog) -> str:
    """What the dialog says would be lost, once it has looked."""
    qtbot.waitUntil(lambda: not dialog.form.preview.busy)
    return f"{dialog.form.preview.summary.text()}\n{dialog.form.preview.totals.text()}"


def test_what_would_be_lost_is_told_before_and_again_when_a_choice_changes(
    qtbot: QtBot, dialog: ExportDialog
) -> None:
    assert "every annotation as it is" in foreseen(qtbot, dialog)
    dialog.form.formats["conll2003"].click()
    assert "1 widened" in foreseen(qtbot, dialog)
    assert "•  1  begins or ends inside a token" in foreseen(qtbot, dialog)
    dialog.form.choices.groups["clitics"].buttons[Clitics.STRICT].click()
    assert "1 left out" in foreseen(qtbot, dialog)
    dialog.form.choices.groups["clitics"].buttons[Clitics.SPLIT].click()
    assert "every annotation as it is" in foreseen(qtbot, dialog)
    dialog.form.statuses.setCurrentIndex(1)
    assert "no such article" in foreseen(qtbot, dialog)
    assert list(dialog.form.path.parent.glob("out*")) == []


def test_of_many_articles_the_first_are_looked_at_and_the_rest_when_wanted(
    qtbot: QtBot, session: Session, make_project: Callable[..., Any]
) -> None:
    session.adopt(make_project(TEXT, TEXT, TEXT))
    made = ExportDialog(session)
    preview = made.form.preview
    preview.first = 2
    dialog = hold(qtbot, made)
    assert "first 2 of 3" in foreseen(qtbot, dialog)
    assert preview.more.text() == "Look at all"
    preview.more.click()
    assert preview.more.text() == "Stop"
    preview.more.click()
    assert "first 2 of 3" in foreseen(qtbot, dialog)
    preview.more.click()
    assert foreseen(qtbot, dialog).startswith("3 article")
    assert preview.more.isHidden()


def test_what_stands_in_the_way_is_told_before(
    qtbot: QtBot, session: Session, make_project: Callable[..., Any], project_path: Path
) -> None:
    make_project(TEXT).close()
    conn = sqlite3.connect(project_path)
    conn.execute("UPDATE texts SET text = 'غيره'")
    conn.commit()
    conn.close()
    session.open(project_path)
    dialog = hold(qtbot, ExportDialog(session))
    assert "is damaged" in foreseen(qtbot, dialog)


def test_a_dialog_that_is_gone_while_it_looks_is_told_nothing(
    qtbot: QtBot, session: Session, make_project: Callable[..., Any]
) -> None:
    session.adopt(make_project(TEXT))
    asked, answered = Event(), Event()
    stopped: list[bool] = []

    def question(_reads: Any, _most: Any, _progress: Any, cancelled: Callable[[], bool]) -> None:
        asked.set()
        answered.wait()
        stopped.append(cancelled())

    dialog = ExportDialog(session)
    dialog.form.preview.ask(question)
    dialog.open()
    qtbot.waitUntil(asked.is_set)
    dialog.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(dialog)
    answered.set()
    qtbot.waitUntil(lambda: session.jobs.running == ())
    assert stopped == [True]


def test_a_question_that_crashes_leaves_nobody_waiting(
    qtbot: QtBot, session: Session, dialog: ExportDialog
) -> None:
    crashes: list[BaseException] = []
    session.jobs.crashed.connect(crashes.append)
    dialog.form.preview.ask(lambda *_: 1 / 0)
    assert foreseen(qtbot, dialog) == "\n"
    assert [type(crash) for crash in crashes] == [ZeroDivisionError]
