"""A project of an older Hashiya on its way to this one's: once, with a bar, and Cancel leaves it as
it was."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.ui.job_dialog import JobDialog
from annotator.ui.jobs import Cancelled, Progress
from annotator.ui.session import Session
from annotator.ui.translate import isolated


class UpgradeDialog(JobDialog):
    """Begins when it is made; `upgraded` says that the project can be opened."""

    upgraded = Signal()

    def __init__(self, session: Session, project: Path, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._project = project
        self._title, self._lead = self.add_heading()
        self.body.addWidget(self.progress)
        self._cancel = self.add_button()
        self._cancel.clicked.connect(self.reject)
        self.retranslate()
        self.resize(520, self.sizeHint().height())
        self.start(self.tr("Upgrading the project"), self._upgrade, self._end)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Upgrade the project"))
        self._title.setText(isolated(self._project.name))
        self._lead.setText(
            self.tr(
                "This project was made by an older Hashiya. It is upgraded once, which may take"
                " some minutes where it is large. If you cancel, it stays as it was."
            )
        )
        self._cancel.setText(self.tr("Cancel"))

    def _upgrade(self, progress: Progress, cancelled: Cancelled) -> None:
        from annotator.ops.project import open_project

        open_project(self._project, progress=progress, cancelled=cancelled).close()

    def _end(self, _nothing: object) -> None:
        self.accept()
        self.upgraded.emit()
