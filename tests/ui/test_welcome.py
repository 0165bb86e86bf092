"""The first page: what to do next, what was open lately, and a window that starts light."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from annotator.ops.project import new_project
from annotator.ui.recent_row import RecentRow
from annotator.ui.window import MainWindow

# What may be imported before the window is painted: another one is a decision.
ALLOWED = frozenset(
    """__main__ app arabic arabic.characters arabic.direction display errors resources ui
    ui.arabic_keys ui.commands ui.crash ui.enter_key ui.fonts ui.icons ui.ink ui.job_bar ui.jobs
    ui.keeping ui.language ui.log ui.margins ui.menus ui.message_bar ui.notices ui.plain_label
    ui.preferences ui.project_files ui.recent_row ui.retranslating ui.session ui.style_sheet
    ui.text_line ui.theme ui.translate ui.watching ui.welcome ui.window""".split()
)
HEAVY = frozenset(
    """camel_tools sqlite_utils sqlite3 msgspec click charset_normalizer trafilatura docx pyqtgraph
    rapidfuzz pycrfsuite PySide6.QtSvg PySide6.QtNetwork concurrent.futures html json""".split()
)
_PROGRAM = """
import os, sys
from annotator import app
from annotator.__main__ import main

make = app.make_window

def watched():
    window = make()
    window.painted.connect(lambda: (print(*sys.modules, flush=True), os._exit(0)))
    return window

app.make_window = watched
main()
"""


@pytest.mark.parametrize("arguments", [[], ["news.hashiya"], ["--samples"]])
def test_nothing_heavy_is_imported_before_the_first_paint(
    arguments: list[str], project_path: Path
) -> None:
    if arguments == [project_path.name]:
        new_project(project_path, annotator="ليلى").close()
        arguments = [str(project_path)]
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, *arguments],
        cwd=Path(__file__).parents[2], capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    imported = set(done.stdout.split())
    ours = {name.removeprefix("annotator.") for name in imported if name.startswith("annotator.")}
    assert "ui.window" in ours, done.stderr
    assert ours - ALLOWED == set()
    assert imported & HEAVY == set()


def test_a_tool_tip_as_of_a_recent_project_needs_nothing_heavy() -> None:
    program = (
        "import sys; from annotator.ui.plain_label import as_tool_tip; tip = as_tool_tip('<&>')"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"{program}; print(tip, *sys.modules)"],
        cwd=Path(__file__).parents[2], capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    assert "&lt;&amp;&gt;" in done.stdout
    assert HEAVY.isdisjoint(done.stdout.split())


def test_enter_presses_the_button_that_has_the_focus(
    empty_window: MainWindow, qtbot: QtBot
) -> None:
    button = empty_window.welcome._buttons["samples"]
    button.clicked.disconnect()
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)


def test_recent_projects_are_listed_and_what_is_gone_is_said(
    empty_window: MainWindow, tmp_path: Path
) -> None:
    there, gone = tmp_path / "there.hashiya", tmp_path / "gone.hashiya"
    there.touch()
    preferences = empty_window.session.preferences
    preferences.add_recent(str(gone))
    preferences.add_recent(str(there))
    rows = {row.path: row for row in empty_window.welcome.findChildren(RecentRow)}
    assert list(rows) == [str(there), str(gone)]
    assert rows[str(gone)].missing
    assert not rows[str(there)].missing


def test_a_missing_project_can_be_taken_off_the_list(
    empty_window: MainWindow, tmp_path: Path
) -> None:
    preferences = empty_window.session.preferences
    preferences.add_recent(str(tmp_path / "gone.hashiya"))
    empty_window.welcome.findChildren(RecentRow)[0].removed.emit(str(tmp_path / "gone.hashiya"))
    assert preferences.recent() == []
    assert empty_window.welcome.findChildren(RecentRow) == []


def test_opening_a_missing_project_says_so_and_offers_a_way_on(
    empty_window: MainWindow, tmp_path: Path
) -> None:
    gone = tmp_path / "gone.hashiya"
    empty_window.session.preferences.add_recent(str(gone))
    assert not empty_window.files.open_project(gone)
    bar = empty_window.messages
    assert bar.isVisible()
    assert bar.kind == "error"
    assert "gone.hashiya" in bar.text
    bar.press(1)  # take it off the list
    assert empty_window.session.preferences.recent() == []
    assert not bar.isVisible()


def test_every_button_can_be_reached_by_keyboard(empty_window: MainWindow, qtbot: QtBot) -> None:
    buttons = empty_window.welcome.findChildren(QPushButton)
    assert len(buttons) == 3
    assert all(b.focusPolicy() & Qt.FocusPolicy.TabFocus for b in buttons)


def test_the_page_speaks_the_language_chosen(empty_window: MainWindow, qtbot: QtBot) -> None:
    switch = empty_window.actions_["language"]
    switch.trigger()
    assert empty_window.session.language.code == "ar"
    assert empty_window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    qtbot.waitUntil(lambda: switch.text() == "English")
    switch.trigger()
    qtbot.waitUntil(lambda: switch.text() == "العربية")


def test_light_and_dark_in_one_click(empty_window: MainWindow) -> None:
    theme = empty_window.session.theme
    assert not theme.dark
    empty_window.actions_["theme"].trigger()
    assert theme.dark
    assert empty_window.palette().window().color().name() == theme.colours.window
    assert empty_window.session.preferences.theme == "dark"
