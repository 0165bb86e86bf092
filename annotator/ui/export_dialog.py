"""Writing the project out: what and where, and then what could not be held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QStackedWidget, QWidget

from annotator.ui.export_form import ExportForm
from annotator.ui.job_dialog import JobDialog
from annotator.ui.jobs import Cancelled, Progress
from annotator.ui.loss_view import LossView
from annotator.ui.plain_label import PlainLabel
from annotator.ui.session import Session

if TYPE_CHECKING:
    from annotator.formats.loss import LossReport


class ExportDialog(JobDialog):
    """Two pages: what to write, and then the loss report of what was written."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._title = PlainLabel(parent=self, kind="title")
        self.form = ExportForm(session, self)
        self.losses = LossView(session.theme, self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.form)
        self._pages.addWidget(self.losses)
        self.body.setSpacing(16)
        self.body.addWidget(self._title)
        self.body.addWidget(self._pages, 1)
        self.body.addWidget(self.progress)
        self.show_folder = self.add_button("quiet", leading=True)
        self.show_folder.hide()
        self.cancel = self.add_button()
        self.go = self.add_button("primary")
        self.form.path_changed.connect(self._tell_obstacle)
        self.finished.connect(self.form.preview.stop)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.accept)
        self.show_folder.clicked.connect(self._open_folder)
        self.retranslate()
        self._tell_obstacle()
        self.resize(960, 800)
        self.form.formats[self.form.format.key].setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Export"))
        self._title.setText(self.tr("Export"))
        self.cancel.setText(self.tr("Close") if self._done() else self.tr("Cancel"))
        self.go.setText(self.tr("Export"))
        self.show_folder.setText(self.tr("Show the folder"))
        if self.message.property("kind") == "warning":  # an error stays until it is overtaken
            self._tell_obstacle()

    def accept(self) -> None:
        project = self.session.project
        if project is None or self.busy or self._done():
            return
        store, out, report = project.store, self.form.path, self.form.report_path
        key, options, status = self.form.format.key, self.form.options, self.form.status

        def work(progress: Progress, cancelled: Cancelled) -> LossReport:
            from annotator.ops.exports import export

            with store.reader() as reader:
                return export(reader, out, format=key, options=options, status=status,
                              report=report, progress=progress, cancelled=cancelled)  # fmt: skip

        self.form.preview.stop()
        self.form.remember()
        self.start(self.tr("Exporting"), work, self._show_losses)

    def reject(self) -> None:
        """Cancel what runs; close when nothing does."""
        if self.busy:
            self.stop()
        else:
            super().reject()

    def stopped(self) -> None:
        self.tell(self.tr("Stopped: nothing was written."), "muted")

    def show_busy(self, on: bool) -> None:
        self.form.setEnabled(not on)
        self.go.setEnabled(not on)

    def _done(self) -> bool:
        return self._pages.currentWidget() is self.losses

    def _tell_obstacle(self) -> None:
        self.tell("" if self._done() else self.form.obstacle(), "warning")

    def _show_losses(self, report: LossReport) -> None:
        self.losses.show_report(report, self.form.path)
        report.close()
        self._pages.setCurrentWidget(self.losses)
        self.go.hide()
        self.show_folder.show()
        self.cancel.setText(self.tr("Close"))
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tell("")

    def _open_folder(self) -> None:
        path = self.form.path
        folder = path if path.is_dir() else path.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
