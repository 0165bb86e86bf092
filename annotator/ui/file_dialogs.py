"""Dialogs that ask for a file or a folder; shown by the caller with `open()`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def existing_file(parent: QWidget, title: str, folder: str, kinds: Sequence[str]) -> QFileDialog:
    """`fileSelected(path)`; `kinds` are name filters, the first one chosen."""
    dialog = _dialog(parent, title, folder, QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(list(kinds))
    return dialog


def existing_files(parent: QWidget, title: str, folder: str) -> QFileDialog:
    """`filesSelected(paths)`."""
    return _dialog(parent, title, folder, QFileDialog.FileMode.ExistingFiles)


def existing_folder(parent: QWidget, title: str, folder: str) -> QFileDialog:
    """`fileSelected(path)`."""
    return _dialog(parent, title, folder, QFileDialog.FileMode.Directory)


def new_file(parent: QWidget, title: str, place: Path) -> QFileDialog:
    """`fileSelected(path)`, `place` proposed and its suffix added where none is typed."""
    dialog = _dialog(parent, title, str(place.parent), QFileDialog.FileMode.AnyFile)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(place.suffix.removeprefix("."))
    dialog.selectFile(place.name)
    return dialog


def _dialog(parent: QWidget, title: str, folder: str, mode: QFileDialog.FileMode) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(_nearest(Path(folder))))
    dialog.setFileMode(mode)
    # What Qt's own dialog has no Arabic for; the system's, where there is one, says it itself.
    look_in = QCoreApplication.translate("FileDialogs", "Look in:")
    file_type = QCoreApplication.translate("FileDialogs", "Files of type:")
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, look_in)
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, file_type)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def _nearest(folder: Path) -> Path:
    """`folder`, or what is there of the way to it: Qt would propose the rest as a file's name."""
    return next((place for place in (folder, *folder.parents) if place.is_dir()), Path.home())
