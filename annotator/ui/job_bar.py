"""A slim bar for the work that runs: its name, how far it is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from annotator.ui.jobs import Job, Jobs
from annotator.ui.plain_label import PlainLabel


class JobBar(QFrame):
    """Shown only once a job has run for `patience` milliseconds, so that short ones don't flash."""

    patience = 500

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self._job: Job | None = None
        self._title = PlainLabel(parent=self, wrap=False)
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._stop = QPushButton(self)
        self._stop.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(14)
        row.addWidget(self._title)
        row.addWidget(self._progress, 1)
        row.addWidget(self._stop)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.show)
        jobs.started.connect(self._follow)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        self._stop.setText(self.tr("Stop"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _follow(self, job: Job) -> None:
        self._job = job
        self._title.setText(job.title)
        self._stop.setEnabled(True)
        self._progress.setRange(0, 0)
        job.progressed.connect(self._update)
        job.finished.connect(self._end)
        self._timer.start(self.patience)

    def _update(self) -> None:
        job = self.sender()
        if job is self._job and isinstance(job, Job):
            self._progress.setRange(0, job.total)
            self._progress.setValue(job.done)

    def _end(self) -> None:
        if self.sender() is self._job:
            self._timer.stop()
            self._job = None
            self.hide()

    def _cancel(self) -> None:
        if self._job is not None:
            self._stop.setEnabled(False)
            self._job.cancel()
