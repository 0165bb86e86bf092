"""A new project: where it lies, who annotates, which labels it begins with."""

from __future__ import annotations

import getpass
import os
import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QWidget,
)

from annotator.core.labels import LabelSet
from annotator.errors import HashiyaError
from annotator.ui.framed_dialog import FramedDialog, field
from annotator.ui.line_edit import LineEdit
from annotator.ui.plain_label import ElidedLabel, PlainLabel, path_text
from annotator.ui.session import Session
from annotator.ui.translate import isolated, sentence

SUFFIX = ".hashiya"
_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]')  # in a file's name, on one system or another


class NewProjectDialog(FramedDialog):
    """Once `accepted`, `path`, `annotator` and `labels` say what project to make."""

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, folder: Path | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._folder = folder or documents()
        self._label_file: Path | None = None
        self._labels: LabelSet | None = None
        self._wrong = ""  # why the label file cannot be used
        self._make_parts()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.name.setText(self._free_name())
        self.name.selectAll()
        self._check()
        self.resize(560, 0)

    @property
    def path(self) -> Path:
        """The project file to make; nothing is there yet."""
        name = self.name.text().strip().removesuffix(SUFFIX)
        return self._folder / f"{name}{SUFFIX}"

    @property
    def annotator(self) -> str:
        return self.who.text().strip()

    @property
    def labels(self) -> LabelSet | None:
        """Those of the file that was chosen, or None for the ones that ship."""
        return self._labels if self.from_file.isChecked() else None

    def set_folder(self, folder: Path) -> None:
        self._folder = folder
        self._check()

    def set_label_file(self, path: Path) -> None:
        """Begin with the labels of that TOML file."""
        from annotator.formats.label_toml import read_labels

        try:
            self._labels = read_labels(path)
        except HashiyaError as error:
            self._labels = None
            self._wrong = sentence(error)
        else:
            self._wrong = ""
        self._label_file = path
        self.from_file.setChecked(True)
        self._check()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("New project"))
        self._title.setText(self.tr("New project"))
        for label, text in zip(
            self._names,
            (self.tr("Name"), self.tr("Folder"), self.tr("Who annotates"), self.tr("Labels")),
            strict=True,
        ):
            label.setText(text)
        self._who_hint.setText(self.tr("Written with each annotation, so that two people's work "
                                       "can be told apart."))  # fmt: skip
        self.browse.setText(self.tr("Choose…"))
        self.shipped.setText(self.tr("Actor, location, quantity, source"))
        self.choose_file.setText(self.tr("Choose…"))
        self.create_button.setText(self.tr("Create"))
        self.cancel.setText(self.tr("Cancel"))
        self._check()

    def accept(self) -> None:
        if self.create_button.isEnabled():
            self._session.preferences.set("annotator", self.annotator)
            super().accept()

    def _make_parts(self) -> None:
        self._title = PlainLabel(parent=self, kind="title")
        self._names = [PlainLabel(parent=self, kind="small", wrap=False) for _ in range(4)]
        self.name = LineEdit(parent=self)
        self._where = ElidedLabel(parent=self)
        self.browse = QPushButton(self)
        self.who = LineEdit(parent=self)
        self.who.setText(self._session.preferences.annotator or login_name())
        self._who_hint = PlainLabel(parent=self, kind="small")
        self.shipped, self.from_file = QRadioButton(self), QRadioButton(self)
        self.shipped.setChecked(True)
        self._group = QButtonGroup(self)
        self._group.addButton(self.shipped)
        self._group.addButton(self.from_file)
        self.choose_file = QPushButton(self)
        for button in (self.browse, self.choose_file):
            button.setAutoDefault(False)
        self.cancel = self.add_button()
        self.create_button = self.add_button("primary")

    def _lay_out(self) -> None:
        where, labels = QWidget(self), QWidget(self)
        row = QHBoxLayout(where)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._where, 1)
        row.addWidget(self.browse)
        row = QHBoxLayout(labels)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.from_file)
        row.addStretch(1)
        row.addWidget(self.choose_file)
        self.body.setSpacing(16)
        self.body.addWidget(self._title)
        self.body.addLayout(field(self._names[0], self.name))
        self.body.addLayout(field(self._names[1], where))
        self.body.addLayout(field(self._names[2], self.who, self._who_hint))
        self.body.addLayout(field(self._names[3], self.shipped, labels))
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.name.textChanged.connect(self._check)
        self.who.textChanged.connect(self._check)
        self._group.buttonClicked.connect(self._labels_chosen)
        self.browse.clicked.connect(self._ask_folder)
        self.choose_file.clicked.connect(self._ask_label_file)
        self.cancel.clicked.connect(self.reject)
        self.create_button.clicked.connect(self.accept)

    def _free_name(self) -> str:
        base = self.tr("News")
        taken = {path.name for path in self._folder.glob(f"*{SUFFIX}")}
        names = [base, *(f"{base} {n}" for n in range(2, len(taken) + 3))]
        return next(name for name in names if f"{name}{SUFFIX}" not in taken)

    def _check(self) -> None:
        """What stands in the way, told before the button is pressed."""
        self._where.setText(path_text(self._folder))
        file = self._label_file
        self.from_file.setText(
            self.tr("From a file")
            if file is None
            else self.tr("From {file}").format(file=isolated(file.name))
        )
        problem = self._problem()
        self.create_button.setEnabled(problem is None)
        self.tell(problem or "")

    def _problem(self) -> str | None:
        """None when all is well, "" when something is still to be filled in, else a sentence."""
        name = self.name.text().strip()
        if not name or not self.annotator:
            return ""
        if _FORBIDDEN.search(name) or name.startswith("."):
            return self.tr("A file's name cannot hold / \\ : * ? \" < > | or begin with a dot.")
        if self.path.exists():
            return self.tr("There is a project of this name in the folder already.")
        if not os.access(self._folder, os.W_OK):
            return self.tr("Nothing can be written in this folder. Choose another.")
        if self.from_file.isChecked() and self._labels is None:
            return self._wrong
        return None

    def _labels_chosen(self) -> None:
        if self.from_file.isChecked() and self._label_file is None:
            self._ask_label_file()
        self._check()

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder of the project"), str(self._folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda path: self.set_folder(Path(path)))
        _open(dialog)

    def _ask_label_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Labels"), str(self._folder),
                             self.tr("Label sets (*.toml)"))  # fmt: skip
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.set_label_file(Path(path)))
        _open(dialog)


def documents() -> Path:
    """The folder for a person's documents, or their home where there is none yet."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(place) if place else Path.home()
    return folder if folder.is_dir() else Path.home()


def login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no login name, as under some services
        return ""


def _open(dialog: QFileDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
