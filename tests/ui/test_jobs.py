"""Background work: its result comes to the UI thread, its failure too, and closing waits for it."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from annotator.errors import HashiyaError, UserError
from annotator.ui.job_bar import JobBar
from annotator.ui.jobs import Cancelled, Jobs, Progress


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.drain()


def test_the_result_comes_to_the_thread_that_asked(jobs: Jobs, qtbot: QtBot) -> None:
    seen: list[tuple[int, int, int]] = []
    asked = threading.get_ident()

    def done(worker: int) -> None:
        seen.append((asked, threading.get_ident(), worker))

    jobs.start("count", lambda progress, cancelled: threading.get_ident(), done=done)
    qtbot.waitUntil(lambda: bool(seen))
    before, after, worker = seen[0]
    assert before == after != worker
    assert jobs.running == ()


def test_a_failure_that_the_user_can_mend_is_told(jobs: Jobs, qtbot: QtBot) -> None:
    def work(progress: Progress, cancelled: Cancelled) -> None:
        raise UserError("The disk is full.")

    with qtbot.waitSignal(jobs.failed) as told:
        jobs.start("write", work, done=lambda _result: pytest.fail("it failed"))
    assert str(told.args[0]) == "The disk is full."


def test_our_own_mistake_is_told_apart(jobs: Jobs, qtbot: QtBot) -> None:
    with qtbot.waitSignal(jobs.crashed) as told:
        jobs.start("divide", lambda progress, cancelled: 1 // 0, done=lambda _result: None)
    assert isinstance(told.args[0], ZeroDivisionError)


def test_a_cancelled_job_stops_and_says_so(jobs: Jobs, qtbot: QtBot) -> None:
    begun, told = threading.Event(), []

    def work(progress: Progress, cancelled: Cancelled) -> None:
        begun.set()
        while not cancelled():
            begun.wait(0.001)
        raise UserError("Cancelled.")

    def failed(error: HashiyaError) -> None:
        told.append("failed")

    job = jobs.start(
        "long", work, done=lambda _r: None, failed=failed, stopped=lambda: told.append("stopped")
    )
    begun.wait()
    job.cancel()
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["stopped"]


def test_progress_is_told_and_shown(jobs: Jobs, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    bar = JobBar(jobs, parent)
    bar.patience = 0
    go_on = threading.Event()

    def work(progress: Progress, cancelled: Cancelled) -> str:
        progress(1, 2)
        go_on.wait()
        return "fine"

    results: list[str] = []
    job = jobs.start("half", work, done=results.append)
    qtbot.waitUntil(lambda: (job.done, job.total) == (1, 2))
    qtbot.waitUntil(lambda: not bar.isHidden())
    go_on.set()
    qtbot.waitUntil(lambda: results == ["fine"])
    assert bar.isHidden()


def test_of_two_jobs_the_one_that_goes_on_is_shown(jobs: Jobs, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    bar = JobBar(jobs, parent)
    bar.patience = 0
    title = bar.findChild(QLabel)
    ends = {"long": threading.Event(), "short": threading.Event()}
    over: list[str] = []
    for name, end in ends.items():
        jobs.start(name, lambda progress, cancelled, end=end: end.wait(10), done=over.append)
    qtbot.waitUntil(lambda: not bar.isHidden())
    assert title.text() == "short"
    ends["short"].set()
    qtbot.waitUntil(lambda: len(over) == 1)
    assert (bar.isHidden(), title.text()) == (False, "long")
    ends["long"].set()
    qtbot.waitUntil(lambda: len(over) == 2)
    assert bar.isHidden()


def test_a_short_job_shows_no_bar(jobs: Jobs, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    bar = JobBar(jobs, parent)
    results: list[int] = []
    jobs.start("short", lambda progress, cancelled: 1, done=results.append)
    qtbot.waitUntil(lambda: bool(results))
    assert bar.isHidden()


def test_draining_waits_and_drops_what_would_have_been_told(jobs: Jobs, qtbot: QtBot) -> None:
    ended = threading.Event()

    def work(progress: Progress, cancelled: Cancelled) -> None:
        while not cancelled():
            ended.wait(0.001)
        ended.set()

    parent = QWidget()
    qtbot.addWidget(parent)
    bar = JobBar(jobs, parent)
    bar.patience = 0
    jobs.start("long", work, done=lambda _r: pytest.fail("drained"))
    qtbot.waitUntil(lambda: not bar.isHidden())
    jobs.drain()
    assert bar.isHidden()
    assert ended.is_set()
    assert jobs.running == ()
    QApplication.processEvents()


def test_what_ended_before_a_drain_and_was_not_told_yet_is_dropped_too(
    jobs: Jobs, qapp: QApplication
) -> None:
    """Its news would be of a project that is closed by then."""
    ended = threading.Event()
    told: list[object] = []
    job = jobs.start("job", lambda progress, cancelled: None, done=told.append)
    job.finished.connect(lambda: told.append("finished"))
    jobs._running[job].add_done_callback(lambda _: ended.set())  # after the one that tells
    ended.wait()
    jobs.drain()
    qapp.processEvents()
    assert told == []
