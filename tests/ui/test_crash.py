"""Our own mistakes: shown with a report to copy, while the work goes on."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui.crash import CrashReporter, report_of
from annotator.ui.window import MainWindow


@pytest.fixture
def crashes(qapp: QApplication) -> Iterator[CrashReporter]:
    before = sys.excepthook, threading.excepthook
    made = CrashReporter()
    made.install()
    yield made
    sys.excepthook, threading.excepthook = before
    if made.dialog is not None:
        made.dialog.accept()


def test_a_mistake_in_a_slot_reaches_the_dialog_and_the_work_goes_on(
    crashes: CrashReporter, empty_window: MainWindow, qtbot: QtBot
) -> None:
    crashes.report(ZeroDivisionError("division by zero"))
    qtbot.waitUntil(lambda: crashes.dialog is not None)
    assert crashes.dialog is not None
    assert "ZeroDivisionError" in crashes.dialog.report
    crashes.dialog.copy_report()
    assert QApplication.clipboard().text() == crashes.dialog.report
    crashes.dialog.accept()
    qtbot.waitUntil(lambda: crashes.dialog is None)
    empty_window.actions_["theme"].trigger()
    assert empty_window.session.theme.dark


def test_a_mistake_on_another_thread_is_shown_too(crashes: CrashReporter, qtbot: QtBot) -> None:
    thread = threading.Thread(target=lambda: [].pop())
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: crashes.dialog is not None)
    assert crashes.dialog is not None
    assert "IndexError" in crashes.dialog.report


def test_further_mistakes_join_the_report(crashes: CrashReporter, qtbot: QtBot) -> None:
    crashes.report(KeyError("one"))
    crashes.report(LookupError("two"))
    qtbot.waitUntil(lambda: crashes.dialog is not None and "LookupError" in crashes.dialog.report)


def test_a_report_holds_no_words_of_an_article() -> None:
    words = "نص المقال"
    try:
        {}[words]
    except KeyError as error:
        report = report_of(type(error), error, error.__traceback__)
    assert words not in report
    assert "test_crash.py" in report
