"""Dialogs for files begin where the user has been, as far as that is still there."""

from __future__ import annotations

from pathlib import Path

import pytest
from held_dialog import hold
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.file_dialogs import existing_file, existing_files, existing_folder, new_file
from annotator.ui.session import Session


@pytest.fixture(autouse=True)
def _qts_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """A platform's own dialog cannot be asked what it shows."""
    set_mode = QFileDialog.setFileMode

    def without_native(dialog: QFileDialog, mode: QFileDialog.FileMode) -> None:
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        set_mode(dialog, mode)

    monkeypatch.setattr(QFileDialog, "setFileMode", without_native)


def named(dialog: QFileDialog) -> str:
    field = dialog.findChild(QLineEdit)
    assert dialog.findChild(QDialogButtonBox) is not None
    return field.text()


@pytest.mark.parametrize("there", ["", "أخبار"])
def test_a_folder_that_is_gone_is_no_files_name(qtbot: QtBot, tmp_path: Path, there: str) -> None:
    (tmp_path / there).mkdir(exist_ok=True)
    window = QWidget()
    qtbot.addWidget(window)
    folder = str(tmp_path / there / "Documents" / "2026")
    for dialog in (
        existing_file(window, "Open", folder, ["*"]),
        existing_files(window, "Import", folder),
        existing_folder(window, "Import", folder),
    ):
        hold(qtbot, dialog)
        assert named(dialog) == ""
        assert Path(dialog.directory().absolutePath()) == tmp_path / there


def test_a_new_file_is_proposed_by_name(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = hold(qtbot, new_file(window, "Save", tmp_path / "gone" / "خبر.jsonl"))
    assert named(dialog) == "خبر.jsonl"
    assert Path(dialog.directory().absolutePath()) == tmp_path


def test_qts_own_dialog_speaks_arabic_too(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    """Qt's Arabic has no word for two of its labels."""
    session.language.choose("ar")
    window = QWidget()
    qtbot.addWidget(window)
    dialog = hold(qtbot, existing_files(window, "استيراد", str(tmp_path)))
    labels = [label.text() for label in dialog.findChildren(QLabel) if label.text()]
    assert labels
    assert [text for text in labels if text.isascii()] == []
