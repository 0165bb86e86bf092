"""Work that takes a while, off the UI thread: progress, cancel, the result back on the UI thread.

Nothing here touches a widget; `job_bar.JobBar` shows what runs.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from annotator.errors import HashiyaError

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
Work = Callable[[Progress, Cancelled], Any]
_THREADS = 3  # so that a long backup does not hold up a short search


class Job(QObject):
    """One piece of work. `done` and `total` are what it last told (total 0: unknown)."""

    progressed = Signal()
    finished = Signal()
    _told = Signal(int, int)
    _ended = Signal(object)

    def __init__(self, title: str, parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self.done = 0
        self.total = 0
        self._step: tuple[bool, int] | None = None
        self._cancel = threading.Event()
        self._told.connect(self._progress, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop; it ends when it next looks."""
        self._cancel.set()

    @property
    def cancelled(self) -> bool:
        return self._cancel.is_set()

    @Slot(int, int)
    def _progress(self, done: int, total: int) -> None:
        self.done, self.total = done, total
        self.progressed.emit()

    def tell(self, done: int, total: int) -> None:
        """Called by the work, on its own thread."""
        step = (total > 0, done * 200 // total if total else done // 50)
        if step != self._step or 0 < done == total:
            self._step = step  # one that a screen can show, not one a file
            self._told.emit(done, total)


class Jobs(QObject):
    """The jobs of a session. `started(Job)` lets a bar show them."""

    started = Signal(object)
    drained = Signal()  # none of them is told as `finished`
    failed = Signal(object)  # HashiyaError of a job that has no `failed` of its own
    crashed = Signal(object)  # any other exception

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: ThreadPoolExecutor | None = None
        self._running: dict[Job, Future[Any]] = {}

    @property
    def running(self) -> tuple[Job, ...]:
        return tuple(self._running)

    def start(
        self,
        title: str,
        work: Work,
        *,
        done: Callable[[Any], object],
        failed: Callable[[HashiyaError], object] | None = None,
        stopped: Callable[[], object] | None = None,
        quiet: bool = False,
    ) -> Job:
        """Run `work(progress, cancelled)` on the pool; then, on the UI thread, `done(result)`,
        `failed(error)` for what the user is told, or `stopped()` when it was cancelled: before it
        began, or by raising a HashiyaError after `cancelled()` had become true.
        A `quiet` job is not shown while it runs."""
        job = Job(title, self)

        @Slot(object)
        def ended(future: Future[Any]) -> None:
            if self._running.pop(job, None) is None:
                return  # drained after it had ended, and before it could be told
            job.finished.emit()
            self._deliver(job, future, done, failed or self.failed.emit, stopped)
            job.deleteLater()

        job._ended.connect(ended, Qt.ConnectionType.QueuedConnection)
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor  # not needed for the first paint

            self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="hashiya")
        future = self._pool.submit(work, job.tell, lambda: job.cancelled)
        self._running[job] = future
        if not quiet:
            self.started.emit(job)
        future.add_done_callback(job._ended.emit)
        return job

    def _deliver(
        self,
        job: Job,
        future: Future[Any],
        done: Callable[[Any], object],
        failed: Callable[[HashiyaError], object],
        stopped: Callable[[], object] | None,
    ) -> None:
        error = None if future.cancelled() else future.exception()
        if future.cancelled() or (job.cancelled and isinstance(error, HashiyaError)):
            if stopped is not None:
                stopped()
        elif isinstance(error, HashiyaError):
            failed(error)
        elif error is not None:
            self.crashed.emit(error)
        else:  # also when it was cancelled too late: it is done
            done(future.result())

    def drain(self) -> None:
        """Ask all to stop and wait until they have; what they would have told is dropped."""
        for job in self._running:
            job.cancel()
            job.blockSignals(True)
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None
        self._running.clear()
        self.drained.emit()
