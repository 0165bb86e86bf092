"""A dialog that works in the background: progress in it, Cancel stops the work, closing too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from annotator.errors import HashiyaError
from annotator.ui.framed_dialog import FramedDialog
from annotator.ui.jobs import Job, Work
from annotator.ui.session import Session


class JobDialog(FramedDialog):
    """`start(title, work, done)` runs one job at a time; nothing is told to a closed dialog.
    A subclass places `progress` and says in `show_busy` what cannot be done meanwhile."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.hide()
        self._job: Job | None = None
        self._closed = False
        self.close_with_project(session)

    @property
    def busy(self) -> bool:
        return self._job is not None

    def start(self, title: str, work: Work, done: Callable[[Any], object]) -> None:
        """Run `work(progress, cancelled)` off this thread, then `done(result)`."""
        assert self._job is None

        def end(then: Callable[..., object], *result: object) -> None:
            self._job = None
            if not self._closed:
                self.set_busy(False)
                then(*result)

        self._job = self.session.jobs.start(
            title,
            work,
            done=lambda result: end(done, result),
            failed=lambda error: end(self.fail, error),
            stopped=lambda: end(self.stopped),
        )
        self._job.progressed.connect(self._tell_progress)
        self._job.finished.connect(self._look_again)
        self.set_busy(True)

    def stop(self) -> None:
        """Ask the job to stop; `stopped` is called once it has."""
        if self._job is not None:
            self._job.cancel()

    def stopped(self) -> None:
        """The job stopped because it was asked to."""

    def fail(self, error: HashiyaError) -> None:
        self.tell_error(error)

    def set_busy(self, on: bool) -> None:
        self.progress.setRange(0, 0)
        self.progress.setVisible(on)
        if on:
            self.tell("")
        self.show_busy(on)

    def show_busy(self, on: bool) -> None:
        """Enable and disable what may be used while the job runs."""

    def done(self, result: int) -> None:
        self._closed = True
        self.stop()
        super().done(result)

    def _look_again(self) -> None:
        """When the work crashed, nobody calls back: the crash dialog tells of it."""
        QTimer.singleShot(0, self, self._end_crashed)

    def _end_crashed(self) -> None:
        if self._job is not None and self._job not in self.session.jobs.running:
            self._job = None
            self.set_busy(False)

    def _tell_progress(self) -> None:
        if self._job is not None:
            self.progress.setRange(0, self._job.total)
            self.progress.setValue(self._job.done)
