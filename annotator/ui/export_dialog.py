"""Writing the project out: in which format, where, which articles; and what could not be held."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.core.article import Status
from annotator.formats.options import OPTIONS
from annotator.ui.combo_box import ComboBox
from annotator.ui.export_choices import ExportChoices
from annotator.ui.format_list import FormatList
from annotator.ui.framed_dialog import field
from annotator.ui.job_dialog import JobDialog
from annotator.ui.jobs import Cancelled, Progress
from annotator.ui.loss_view import LossView
from annotator.ui.new_project_dialog import documents
from annotator.ui.plain_label import ElidedLabel, PlainLabel, path_text
from annotator.ui.session import Session

if TYPE_CHECKING:
    from annotator.formats.format import Format
    from annotator.formats.loss import LossReport

_ORDER = (None, Status.DONE, Status.IN_PROGRESS, Status.NEW, Status.SKIPPED)


class ExportDialog(JobDialog):
    """Two pages: what to write, and then the loss report of what was written."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._out: Path | None = None  # where the person said; else beside nothing, in documents
        self._make_parts()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._format_chosen()
        self.resize(960, 780)
        self.formats[self.format].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def format(self) -> str:
        """The key of the format chosen."""
        return self._form_chosen.key

    @property
    def path(self) -> Path:
        """The file or folder that would be written."""
        if self._out is not None:
            return self._out
        project = self.session.project
        stem = "export" if project is None else Path(project.store.path).stem
        if self._form_chosen.write_files is not None:
            stem = f"{stem}-{self.format}"  # a folder named like the project may be there already
        folder = Path(self.session.preferences.text("export/folder", str(documents())))
        return folder / (stem + self._ending)

    @property
    def report_path(self) -> Path | None:
        """Where the loss report goes, when one is wanted."""
        return self.path.with_name(f"{self.path.name}.losses.txt") if self._wants_report() else None

    def set_path(self, path: Path) -> None:
        self._out = path
        if path.suffix.lower() in self._form_chosen.endings:
            self.ending.setCurrentIndex(self._form_chosen.endings.index(path.suffix.lower()))
        self._show_path()

    @property
    def _form_chosen(self) -> Format:
        return self._list.format

    @property
    def _ending(self) -> str:
        return self._form_chosen.endings[max(self.ending.currentIndex(), 0)]

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Export"))
        self._title.setText(self.tr("Export"))
        for name, text in zip(
            self._names,
            (self.tr("Format"), self.tr("Articles"), self.tr("File")),
            strict=True,
        ):
            name.setText(text)
        self._purpose.setText(self._list.purpose())
        for place, text in enumerate(self._status_texts()):
            self.status.setItemText(place, text)
        for place, text in enumerate(self._ending_texts()):
            self.ending.setItemText(place, text)
        self.browse.setText(self.tr("Choose…"))
        self.report.setText(self.tr("Write the loss report beside it"))
        self.report.setToolTip(
            self.tr("A text file that names each annotation that the format could not hold.")
        )
        self.cancel.setText(self.tr("Close") if self._done() else self.tr("Cancel"))
        self.go.setText(self.tr("Export"))
        self.show_folder.setText(self.tr("Show the folder"))
        self._where.setText(path_text(self.path))
        if self.message.property("kind") == "warning":  # an error stays until it is overtaken
            self._show_path()

    def accept(self) -> None:
        project = self.session.project
        if project is None or self.busy or self._done():
            return
        store, out, report = project.store, self.path, self.report_path
        form, status = self._form_chosen, _ORDER[self.status.currentIndex()]
        options = form.options(**self.choices.chosen())

        def work(progress: Progress, cancelled: Cancelled) -> LossReport:
            from annotator.ops.exports import export

            with store.reader() as reader:
                return export(reader, out, format=form.key, options=options, status=status,
                              report=report, progress=progress, cancelled=cancelled)  # fmt: skip

        self._remember(out)
        self.start(self.tr("Exporting"), work, self._show_losses)

    def _remember(self, out: Path) -> None:
        preferences = self.session.preferences
        preferences.set("export/folder", str(out.parent))
        preferences.set("export/format", self.format)
        for name, value in self.choices.chosen().items():
            preferences.set(f"export/{self.format}/{name}", value.value)

    def reject(self) -> None:
        """Cancel what runs; close when nothing does."""
        if self.busy:
            self.stop()
        else:
            super().reject()

    def stopped(self) -> None:
        self.tell(self.tr("Stopped: nothing was written."), "muted")

    def show_busy(self, on: bool) -> None:
        self._form.setEnabled(not on)
        self.go.setEnabled(not on)

    def _make_parts(self) -> None:
        self._title = PlainLabel(parent=self, kind="title")
        self._names = [PlainLabel(parent=self, kind="small", wrap=False) for _ in range(3)]
        self._list = FormatList(self)
        self._list.choose(self.session.preferences.text("export/format"))
        self.formats = self._list.buttons
        self._purpose = PlainLabel(parent=self)
        self.choices = ExportChoices(self)
        self.status = ComboBox(self.session.theme, self)
        self.status.addItems([""] * len(_ORDER))
        self.ending = ComboBox(self.session.theme, self)
        self._where = ElidedLabel(parent=self, mode=Qt.TextElideMode.ElideMiddle)
        self.browse = QPushButton(self)
        self.browse.setAutoDefault(False)
        self.report = QCheckBox(self)
        self.report.setChecked(True)
        self.losses = LossView(self.session.theme, self)
        self.show_folder = self.add_button("quiet", leading=True)
        self.show_folder.hide()
        self.cancel = self.add_button()
        self.go = self.add_button("primary")

    def _lay_out(self) -> None:
        self._form = QWidget()
        grid = QGridLayout(self._form)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(18)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(0, 1)
        grid.addLayout(field(self._names[0], self._list), 0, 0)
        grid.addWidget(self._about_format(), 0, 1)
        articles = field(self._names[1], self.status)
        articles.addStretch(1)
        grid.addLayout(articles, 1, 0)
        grid.addLayout(field(self._names[2], *self._file_parts()), 1, 1)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._form)
        self._pages.addWidget(self.losses)
        self.body.setSpacing(16)
        self.body.addWidget(self._title)
        self.body.addWidget(self._pages, 1)
        self.body.addWidget(self.progress)

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
        self.ending.activated.connect(self._ending_chosen)
        self.report.clicked.connect(self._show_path)
        self.browse.clicked.connect(self._ask_path)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.accept)
        self.show_folder.clicked.connect(self._open_folder)

    def _done(self) -> bool:
        return self._pages.currentIndex() == 1

    def _wants_report(self) -> bool:
        return self.report.isChecked()

    def _format_chosen(self) -> None:
        form, preferences = self._form_chosen, self.session.preferences
        self._purpose.setText(self._list.purpose())
        self.choices.show_format(
            form, {name: preferences.text(f"export/{form.key}/{name}") for name in OPTIONS}
        )
        self._offer_endings()
        self._ending_chosen()

    def _offer_endings(self) -> None:
        """One file, a folder or a .zip, where the format leaves it open."""
        self.ending.clear()
        self.ending.addItems(self._ending_texts())
        self.ending.setVisible(self.ending.count() > 1)

    def _ending_chosen(self) -> None:
        """A file that was chosen keeps its name and takes the format's ending."""
        if self._out is not None:
            self._out = self._out.with_suffix(self._ending)
        self._show_path()

    def _show_path(self) -> None:
        self._where.setText(path_text(self.path))
        self.tell("" if self._done() else self._obstacle(self.path), "warning")

    def _obstacle(self, path: Path) -> str:
        """What is there already."""
        if path.is_dir():
            from annotator.formats.file_set import is_used

            used = self._form_chosen.is_set(path) and is_used(path)
            return self.tr("This folder is not empty: choose another name.") if used else ""
        if path.exists():
            return self.tr("This file is there already and will be replaced.")
        return ""

    def _show_losses(self, report: LossReport) -> None:
        self.losses.show_report(report, self.path)
        report.close()
        self._pages.setCurrentIndex(1)
        self.go.hide()
        self.show_folder.show()
        self.cancel.setText(self.tr("Close"))
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tell("")

    def _status_texts(self) -> list[str]:
        return [self.tr("All articles"), self.tr("Only those that are done"),
                self.tr("Only those in progress"), self.tr("Only new ones"),
                self.tr("Only skipped ones")]  # fmt: skip

    def _ending_texts(self) -> list[str]:
        texts = {"": self.tr("A folder"), ".zip": self.tr("One .zip file")}
        one = self.tr("One file ({suffix})")
        return [texts.get(e, one.format(suffix=path_text(e))) for e in self._form_chosen.endings]

    def _ask_path(self) -> None:
        dialog = QFileDialog(self, self.tr("Export"), str(self.path.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(self._ending.removeprefix("."))
        dialog.selectFile(self.path.name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.set_path(Path(path)))
        dialog.open()

    def _open_folder(self) -> None:
        folder = self.path if self.path.is_dir() else self.path.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
