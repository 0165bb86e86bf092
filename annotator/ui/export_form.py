"""What to write, and where: the format and its options, which articles, the file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.core.article import Status
from annotator.formats.options import OPTIONS
from annotator.ui.combo_box import ComboBox
from annotator.ui.export_choices import ExportChoices
from annotator.ui.format_list import FormatList
from annotator.ui.framed_dialog import field
from annotator.ui.loss_preview import LossPreview
from annotator.ui.new_project_dialog import documents
from annotator.ui.plain_label import ElidedLabel, PlainLabel, path_text
from annotator.ui.retranslating import Retranslating
from annotator.ui.session import Session

if TYPE_CHECKING:
    from annotator.formats.format import Format
    from annotator.formats.options import ExportOptions
    from annotator.ops.exports import Foreseen
    from annotator.store.store import Store
    from annotator.ui.jobs import Cancelled, Progress

_CHOICES = 190  # pixels of the formats and of what the one chosen leaves open, at least
_ORDER = (None, Status.DONE, Status.IN_PROGRESS, Status.NEW, Status.SKIPPED)


class ExportForm(Retranslating, QWidget):
    """`path_changed` when what would be written is another file, or the report beside it."""

    path_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._out: Path | None = None  # where the person said; else beside nothing, in documents
        self._make_parts()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._format_chosen()

    @property
    def format(self) -> Format:
        """The format chosen."""
        return self._list.format

    @property
    def options(self) -> ExportOptions:
        """The format's own where it leaves nothing open."""
        return self.format.options(**self.choices.chosen())

    @property
    def status(self) -> Status | None:
        """Of the articles that are wanted; None for all."""
        return _ORDER[self.statuses.currentIndex()]

    @property
    def path(self) -> Path:
        """The file or folder that would be written."""
        if self._out is not None:
            return self._out
        project = self._session.project
        stem = "export" if project is None else Path(project.store.path).stem
        if self.format.write_files is not None:
            stem = f"{stem}-{self.format.key}"  # a folder named like the project may be there
        folder = Path(self._session.preferences.text("export/folder", str(documents())))
        return folder / (stem + self._ending)

    @property
    def report_path(self) -> Path | None:
        """Where the loss report goes, when one is wanted."""
        wanted = self.report.isChecked()
        return self.path.with_name(f"{self.path.name}.losses.txt") if wanted else None

    def set_path(self, path: Path) -> None:
        self._out = path
        if path.suffix.lower() in self.format.endings:
            self.ending.setCurrentIndex(self.format.endings.index(path.suffix.lower()))
        self._show_path()

    def obstacle(self) -> str:
        """What is at the path already."""
        path = self.path
        if path.is_dir():
            from annotator.formats.file_set import is_used

            used = self.format.is_set(path) and is_used(path)
            return self.tr("This folder is not empty: choose another name.") if used else ""
        if path.exists():
            return self.tr("This file is there already and will be replaced.")
        return ""

    def remember(self) -> None:
        """Begin with the same choices the next time."""
        preferences = self._session.preferences
        preferences.set("export/folder", str(self.path.parent))
        preferences.set("export/format", self.format.key)
        for name, value in self.choices.chosen().items():
            preferences.set(f"export/{self.format.key}/{name}", value.value)

    def retranslate(self) -> None:
        for name, text in zip(
            self._names,
            (self.tr("Format"), self.tr("Articles"), self.tr("File")),
            strict=True,
        ):
            name.setText(text)
        self._purpose.setText(self._list.purpose())
        for place, text in enumerate(self._status_texts()):
            self.statuses.setItemText(place, text)
        for place, text in enumerate(self._ending_texts()):
            self.ending.setItemText(place, text)
        self.browse.setText(self.tr("Choose…"))
        self.report.setText(self.tr("Write the loss report beside it"))
        self.report.setToolTip(
            self.tr("A text file that names each annotation that the format could not hold.")
        )
        self._where.setText(path_text(self.path))

    def _make_parts(self) -> None:
        self._names = [PlainLabel(parent=self, kind="small", wrap=False) for _ in range(3)]
        self._list = FormatList(self)
        self._list.choose(self._session.preferences.text("export/format"))
        self.formats = self._list.buttons
        self._purpose = PlainLabel(parent=self)
        self.choices = ExportChoices(self)
        self.statuses = ComboBox(self._session.theme, self)
        self.statuses.addItems([""] * len(_ORDER))
        self.ending = ComboBox(self._session.theme, self)
        self._where = ElidedLabel(parent=self, mode=Qt.TextElideMode.ElideMiddle)
        self.browse = QPushButton(self)
        self.browse.setAutoDefault(False)
        self.report = QCheckBox(self)
        self.report.setChecked(True)
        self.preview = LossPreview(self._session, self)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(14)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(0, 1)
        grid.setRowMinimumHeight(0, _CHOICES)
        grid.addLayout(field(self._names[0], self._list), 0, 0)
        grid.addWidget(self._about_format(), 0, 1)
        articles = field(self._names[1], self.statuses)
        articles.addStretch(1)
        grid.addLayout(articles, 1, 0)
        grid.addWidget(self.preview, 1, 1)
        grid.addLayout(field(self._names[2], *self._file_parts()), 2, 0, 1, 2)

    def _about_format(self) -> QWidget:
        """What the format is for and what it leaves open, scrolled where the screen is small."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        column.addWidget(self._purpose)
        column.addWidget(self.choices)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        return area

    def _file_parts(self) -> tuple[QWidget, ...]:
        where = QWidget()
        row = QHBoxLayout(where)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._where, 1)
        row.addWidget(self.ending)
        row.addWidget(self.browse)
        return where, self.report

    def _connect(self) -> None:
        self._list.changed.connect(self._format_chosen)
        self.choices.changed.connect(self._foresee)
        self.statuses.currentIndexChanged.connect(self._foresee)
        self.ending.activated.connect(self._ending_chosen)
        self.report.clicked.connect(self._show_path)
        self.browse.clicked.connect(self._ask_path)

    def _format_chosen(self) -> None:
        form, preferences = self.format, self._session.preferences
        self._purpose.setText(self._list.purpose())
        self.choices.show_format(
            form, {name: preferences.text(f"export/{form.key}/{name}") for name in OPTIONS}
        )
        self._offer_endings()
        self._ending_chosen()
        self._foresee()

    def _foresee(self) -> None:
        """Have it looked up what would be lost of what is chosen now."""
        key, options, status = self.format.key, self.options, self.status

        def question(
            store: Store, most: int | None, progress: Progress, cancelled: Cancelled
        ) -> Foreseen:
            from annotator.ops.exports import foresee

            return foresee(store, format=key, options=options, status=status, most=most,
                           progress=progress, cancelled=cancelled)  # fmt: skip

        self.preview.ask(question)

    def _offer_endings(self) -> None:
        """One file, a folder or a .zip, where the format leaves it open."""
        self.ending.clear()
        self.ending.addItems(self._ending_texts())
        self.ending.setVisible(self.ending.count() > 1)

    @property
    def _ending(self) -> str:
        return self.format.endings[max(self.ending.currentIndex(), 0)]

    def _ending_chosen(self) -> None:
        """A file that was chosen keeps its name and takes the format's ending."""
        if self._out is not None:
            self._out = self._out.with_suffix(self._ending)
        self._show_path()

    def _show_path(self) -> None:
        self._where.setText(path_text(self.path))
        self.path_changed.emit()

    def _status_texts(self) -> list[str]:
        return [self.tr("All articles"), self.tr("Only those that are done"),
                self.tr("Only those in progress"), self.tr("Only new ones"),
                self.tr("Only skipped ones")]  # fmt: skip

    def _ending_texts(self) -> list[str]:
        texts = {"": self.tr("A folder"), ".zip": self.tr("One .zip file")}
        one = self.tr("One file ({suffix})")
        return [texts.get(e, one.format(suffix=path_text(e))) for e in self.format.endings]

    def _ask_path(self) -> None:
        dialog = QFileDialog(self, self.tr("Export"), str(self.path.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(self._ending.removeprefix("."))
        dialog.selectFile(self.path.name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.set_path(Path(path)))
        dialog.open()
