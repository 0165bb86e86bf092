"""A dialog that works in the background: progress in it, Cancel stops the work, closing too."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from annotator.errors import HashiyaError
from annotator.ui.framed_dialog import FramedDialog
from annotator.ui.jobs import Job, Work
from annotator.ui.session import Session

if TYPE_CHECKING:
    from annotator.core.change import Changes


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
        self._writing = False
        self._closed = False
        self.close_with_project(session)

    @property
    def busy(self) -> bool:
        return self._job is not None

    def start(self, title: str, work: Work, done: Callable[[Any], object]) -> None:
        """Run `work(progress, cancelled)` off this thread, then `done(result)`."""
        self._begin(self.session.jobs.start, title, work, done)

    def start_writing(
        self, title: str, work: Callable[..., Changes | None], done: Callable[[Changes], object]
    ) -> None:
        """Run the operation `work(project, progress, cancelled)` off this thread; then every view
        is told what it changed, and `done(changes)` is called. Closing waits for it to stop."""
        self._writing = True
        self._begin(self.session.write, title, work, done)

    @property
    def writing(self) -> bool:
        return self._writing and self._job in self.session.jobs.running

    def reject(self) -> None:
        """Close; where something is being written only stop that, so that one sees it stop."""
        if self.writing:
            self.stop()
        else:
            super().reject()

    def _begin(
        self,
        start: Callable[..., Job],
        title: str,
        work: Callable[..., Any],
        done: Callable[[Any], object],
    ) -> None:
        assert self._job is None

        def end(then: Callable[..., object], *result: object) -> None:
            self._job, self._writing = None, False
            if not self._closed:
                self.set_busy(False)
                then(*result)

        try:
            self._job = start(
                title,
                work,
                done=lambda result: end(done, result),
                failed=lambda error: end(self.fail, error),
                stopped=lambda: end(self.stopped),
                quiet=True,  # the bar is here
            )
        except HashiyaError as error:  # something else is being written
            self._writing = False
            self.fail(error)
            return
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
            self._job, self._writing = None, False
            self.set_busy(False)

    def _tell_progress(self) -> None:
        if self._job is not None:
            self.progress.setRange(0, self._job.total)
            self.progress.setValue(self._job.done)
