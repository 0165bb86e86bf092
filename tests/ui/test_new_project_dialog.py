"""A new project: what would be made, and what stands in its way, told before it is tried."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from held_dialog import hold
from pytestqt.qtbot import QtBot

from annotator.formats.label_toml import default_labels, write_labels
from annotator.ui.new_project_dialog import NewProjectDialog
from annotator.ui.session import Session


@pytest.fixture
def dialog(qtbot: QtBot, session: Session, tmp_path: Path) -> NewProjectDialog:
    return hold(qtbot, NewProjectDialog(session, folder=tmp_path))


def test_everything_is_filled_in_but_for_a_better_name(
    dialog: NewProjectDialog, tmp_path: Path
) -> None:
    assert dialog.path.parent == tmp_path
    assert dialog.path.suffix == ".hashiya"
    assert dialog.annotator == "ليلى"
    assert dialog.labels is None
    assert dialog.create_button.isEnabled()


def test_accepting_remembers_who_annotates(
    dialog: NewProjectDialog, session: Session, qtbot: QtBot
) -> None:
    dialog.name.setText("أخبار تشرين")
    dialog.who.setText("ماهر")
    with qtbot.waitSignal(dialog.accepted):
        dialog.create_button.click()
    assert session.preferences.annotator == "ماهر"


@pytest.mark.parametrize("name", ["a/b", "a:b", ".hidden", "a\\b", "what?"])
def test_names_that_cannot_be_a_files_are_told(dialog: NewProjectDialog, name: str) -> None:
    dialog.name.setText(name)
    assert dialog.message.isVisible()
    assert not dialog.create_button.isEnabled()


def test_a_project_that_is_there_is_not_written_over(
    dialog: NewProjectDialog, tmp_path: Path
) -> None:
    (tmp_path / "news.hashiya").touch()
    dialog.name.setText("news")
    assert "already" in dialog.message.text()
    assert not dialog.create_button.isEnabled()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_told(dialog: NewProjectDialog, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    dialog.set_folder(locked)
    assert not dialog.create_button.isEnabled()


def test_who_annotates_is_needed(dialog: NewProjectDialog) -> None:
    dialog.who.setText(" ")
    assert not dialog.create_button.isEnabled()


def test_labels_come_from_a_file(dialog: NewProjectDialog, tmp_path: Path) -> None:
    path = tmp_path / "labels.toml"
    path.write_text(write_labels(default_labels()), encoding="utf-8")
    dialog.set_label_file(path)
    assert dialog.labels == default_labels()
    dialog.shipped.click()
    assert dialog.labels is None


def test_a_wrong_label_file_is_told_and_blocks(dialog: NewProjectDialog, tmp_path: Path) -> None:
    path = tmp_path / "labels.toml"
    path.write_text("label = 1", encoding="utf-8")
    dialog.set_label_file(path)
    assert dialog.message.isVisible()
    assert not dialog.create_button.isEnabled()
