"""What the window tells lies over its foot: nothing moves when it comes or goes."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.job_bar import JobBar
from annotator.ui.message_bar import MessageBar
from annotator.ui.window import MainWindow

LONG = "تعذّرت كتابة الملف لأن القرص ممتلئ: أفرغ مساحة ثم أعد المحاولة من جديد. " * 8


def place(window: MainWindow, part: QWidget) -> tuple[int, int, int, int]:
    corner = part.mapTo(window, QPoint(0, 0))
    return corner.x(), corner.y(), part.width(), part.height()


def foot(window: MainWindow, bar: QWidget) -> int:
    """How far the bar ends above the lower edge of the window."""
    return window.height() - bar.mapTo(window, QPoint(0, bar.height())).y()


def test_nothing_moves_when_a_message_comes_and_goes(window: MainWindow, qtbot: QtBot) -> None:
    desk, bar = window.workspace, window.messages
    assert desk is not None
    parts = (desk.view, desk.articles.view, desk.side.annotations, desk.side.inspector, desk.header)
    before = [place(window, part) for part in parts]
    bar.stay = 50
    window.session.say("وُسم")
    qtbot.waitUntil(lambda: bar.isVisible() and foot(window, bar) == 0)
    assert [place(window, part) for part in parts] == before
    qtbot.waitUntil(bar.isHidden)
    assert [place(window, part) for part in parts] == before


def test_a_message_stays_at_the_foot_whatever_the_size_of_the_window(
    window: MainWindow, qtbot: QtBot
) -> None:
    bar = window.messages
    window.session.warn(LONG)
    for width, height in ((1300, 800), (960, 640), (1500, 700)):
        window.resize(width, height)
        qtbot.waitUntil(lambda: foot(window, bar) == 0 and bar.width() == window.width())
        needed = bar.layout().totalHeightForWidth(bar.width())
        qtbot.waitUntil(lambda needed=needed: bar.height() == needed)
    low = bar.height()
    window.session.say("وُسم")
    qtbot.waitUntil(lambda: bar.height() < low and foot(window, bar) == 0)


def test_what_lies_below_can_be_clicked_when_nothing_is_told(window: MainWindow) -> None:
    assert window.messages.isHidden()
    desk = window.workspace
    assert desk is not None
    corner = desk.strip.mapTo(window, desk.strip.rect().center())
    hit = window.childAt(corner)
    assert hit is desk.strip or desk.strip.isAncestorOf(hit)


def test_work_under_way_stands_above_what_is_told(window: MainWindow, qtbot: QtBot) -> None:
    (jobs,) = window.findChildren(JobBar)
    (bar,) = window.findChildren(MessageBar)
    jobs.patience = 0
    end = Event()
    job = window.session.jobs.start("نسخ", lambda *_heard: end.wait(20), done=lambda _way: None)
    window.session.say("وُسم")
    qtbot.waitUntil(lambda: jobs.isVisible() and foot(window, bar) == 0)
    qtbot.waitUntil(lambda: foot(window, jobs) == bar.height())
    with qtbot.waitSignal(job.finished):
        end.set()
    assert jobs.isHidden()
