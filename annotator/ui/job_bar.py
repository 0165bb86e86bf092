"""A slim bar for the work that runs: its name, how far it is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from annotator.ui.jobs import Job, Jobs
from annotator.ui.margins import set_margins
from annotator.ui.plain_label import PlainLabel


class JobBar(QFrame):
    """Shown only once a job has run for `patience` milliseconds, so that short ones don't flash.
    Of several it shows the one that began last, and then the one before."""

    patience = 500

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self._jobs: list[Job] = []
        self._title = PlainLabel(parent=self, wrap=False)
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._stop = QPushButton(self)
        self._stop.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setSpacing(14)
        row.addWidget(self._title)
        row.addWidget(self._progress, 1)
        row.addWidget(self._stop)
        set_margins(row, 16, 6, 12, 6)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.show)
        jobs.started.connect(self._follow)
        jobs.drained.connect(self._clear)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        self._stop.setText(self.tr("Stop"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _follow(self, job: Job) -> None:
        self._jobs.append(job)
        job.progressed.connect(self._show)
        job.finished.connect(self._end)
        self._show()
        if not self.isVisible():
            self._timer.start(self.patience)

    def _show(self) -> None:
        job = self._jobs[-1]
        self._title.setText(job.title)
        self._stop.setEnabled(not job.cancelled)
        self._progress.setRange(0, job.total)
        self._progress.setValue(job.done)

    def _end(self) -> None:
        job = self.sender()
        assert isinstance(job, Job)
        self._jobs.remove(job)
        if self._jobs:
            self._show()
        else:
            self._clear()

    def _clear(self) -> None:
        self._jobs.clear()
        self._timer.stop()
        self.hide()

    def _cancel(self) -> None:
        self._jobs[-1].cancel()
        self._show()
