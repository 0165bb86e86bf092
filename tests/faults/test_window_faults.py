"""In the real window: mistakes of our own anywhere, a job that races the editor, huge articles."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot
from sample_project import annotation
from tally import Tally

from annotator.app import make_window
from annotator.core.annotation import Annotation
from annotator.core.article import ArticleId
from annotator.core.change import OperationName
from annotator.core.labels import LabelSet
from annotator.ops.annotate import tag
from annotator.ops.labels import save_labels
from annotator.ops.project import Project, new_project
from annotator.store import NewArticle, Store
from annotator.ui.crash import CrashReporter
from annotator.ui.keeping import Keeping
from annotator.ui.preferences import Preferences
from annotator.ui.window import MainWindow

WORDS = 200
TEXT = " ".join(f"كلمة{n:04}" for n in range(WORDS)) + "\n"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setattr(Keeping, "delay", 10**6)  # no backup but those a test makes
    QCoreApplication.setOrganizationName("Hashiya")
    QCoreApplication.setApplicationName("Hashiya faults")
    QSettings().clear()
    preferences = Preferences()
    preferences.set("language", "en")
    made = make_window(preferences)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    qtbot.waitExposed(made)
    made.settle()
    project = new_project(tmp_path / "p.hashiya", annotator="ليلى")
    with project.store.operation(OperationName("import", {"count": "1"})) as op:
        op.add_article(NewArticle(text=TEXT))
    made.session.adopt(project)
    made.session.open_article(ArticleId(1))
    yield made
    made.close()
    QSettings().clear()


@pytest.fixture
def crashes(window: MainWindow) -> Iterator[CrashReporter]:
    """The program's own hooks, in place of those by which pytest-qt fails a test."""
    before = sys.excepthook, threading.excepthook
    made = CrashReporter()
    made.install()
    window.session.jobs.crashed.connect(made.report)
    yield made
    sys.excepthook, threading.excepthook = before
    if made.dialog is not None:
        made.dialog.accept()


def tag_word(window: MainWindow, number: int) -> None:
    start = number * len("كلمة0000 ")
    window.session.run(tag, ArticleId(1), start, start + 8, "location", exact=True)


class MistakeError(RuntimeError):
    """Ours; nobody catches it."""


def in_a_slot(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    QTimer.singleShot(0, window, fail)


def in_an_action(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.actions_["about"].triggered.connect(fail)
    window.actions_["about"].trigger()


def in_a_change(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """A view that fails while it follows an operation: the operation is done all the same."""
    window.session.changed.connect(fail)
    tag_word(window, 0)
    window.session.changed.disconnect(fail)


def in_a_paint_event(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    painting = Painting(window)
    painting.show()
    painting.update()  # painted by the event loop, as everything is
    QTimer.singleShot(200, painting.deleteLater)


def in_an_event_filter(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    filtering = Filtering(window)
    window.installEventFilter(filtering)
    QApplication.postEvent(window, QEvent(QEvent.Type.User))


def in_a_job(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.session.jobs.start("job", lambda progress, cancelled: fail(), done=fail, quiet=True)


def in_a_thread(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


class Painting(QWidget):
    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        painter.end()
        fail()


class Filtering(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            fail()
        return False


def fail(*_: object) -> None:
    raise MistakeError("a mistake of our own")


PLACES = [in_a_slot, in_an_action, in_a_change, in_a_paint_event, in_an_event_filter, in_a_job,
          in_a_thread]  # fmt: skip


@pytest.mark.fault(19)
@pytest.mark.parametrize("cause", PLACES, ids=lambda cause: cause.__name__)
def test_a_mistake_anywhere_is_shown_and_the_work_goes_on(
    window: MainWindow,
    crashes: CrashReporter,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    cause: object,
    tally: Tally,
) -> None:
    assert callable(cause)
    tag_word(window, 1)
    cause(window, monkeypatch)
    qtbot.waitUntil(lambda: crashes.dialog is not None)
    assert crashes.dialog is not None
    assert "MistakeError" in crashes.dialog.report
    assert "test_window_faults.py" in crashes.dialog.report
    assert "كلمة" not in crashes.dialog.report
    crashes.dialog.copy_report()
    assert "MistakeError" in QApplication.clipboard().text()
    crashes.dialog.accept()
    tag_word(window, 2)
    assert window.session.article is not None
    held = {a.text for a in window.session.article.annotations}
    path = window.session.project.path if window.session.project else Path()
    with Store.open(path, read_only=True) as store:
        stored = {a.text for a in store.annotations(ArticleId(1))}
    wanted = {"كلمة0001", "كلمة0002"}
    tally(acknowledged=2, lost=len(wanted - stored), half=len(held ^ stored))


@pytest.mark.fault(16)
def test_jobs_that_race_the_editor_neither_lose_nor_invent(
    window: MainWindow, qtbot: QtBot, tally: Tally
) -> None:
    """Backups, exports, counts and searches run while every word is tagged, undone and redone."""
    from annotator.ops.checks import stats
    from annotator.ops.exports import export
    from annotator.store.backup import backup

    session = window.session
    assert session.project is not None
    store = session.project.store
    rounds = 60
    done: list[int] = []
    failures: list[BaseException] = []
    session.jobs.crashed.connect(failures.append)

    def job(number: int) -> None:
        def work(progress: object, cancelled: object) -> int:
            with store.reader() as reader:
                out = store.path.with_name(f"{number}.jsonl")
                if number % 3 == 0:
                    backup(reader)
                elif number % 3 == 1:
                    export(reader, out, format="jsonl").close()
                    assert out.read_bytes().endswith(b"\n")
                return stats(reader).annotations

        session.jobs.start("job", work, done=done.append, failed=failures.append, quiet=True)

    for number in range(rounds):
        tag_word(window, number)
        job(number)
        if number % 5 == 4:
            session.undo()
            session.redo()
        QApplication.processEvents()
    qtbot.waitUntil(lambda: not session.jobs.running, timeout=60_000)
    assert failures == []
    assert len(done) == rounds
    assert all(0 < count <= rounds for count in done)
    held = session.article.annotations if session.article else ()
    assert list(store.check()) == []
    stored = store.annotations(ArticleId(1))
    tally(caused=rounds, acknowledged=rounds, lost=rounds - len(stored),
          half=len({a.id for a in held} ^ {a.id for a in stored}))  # fmt: skip


@pytest.mark.fault(16)
def test_a_label_deleted_and_renamed_meanwhile_comes_back_with_undo(
    window: MainWindow, tally: Tally
) -> None:
    session = window.session
    for number in range(10):
        tag_word(window, number)
    assert session.project is not None
    before = session.project.store.annotations(ArticleId(1))
    labels = session.labels
    location, *others = sorted(labels, key=lambda label: label.key != "location")

    def delete(project: Project) -> object:
        return save_labels(project, LabelSet(tuple(others)), {location.id: others[0].id})

    assert session.run(delete) is not None
    assert {a.label for a in session.project.store.annotations(ArticleId(1))} == {others[0].key}
    session.undo()
    after = session.project.store.annotations(ArticleId(1))
    assert session.labels == labels
    tally(acknowledged=10, lost=10 - len(after), half=sum(a not in after for a in before))


@pytest.mark.fault(11)
def test_one_endless_line_with_ten_thousand_nested_spans_is_worked_in(
    window: MainWindow, tally: Tally
) -> None:
    session = window.session
    assert session.project is not None
    text = " ".join(f"كلمة{n:05}" for n in range(60_000))
    with session.project.store.operation(OperationName("import", {"count": "1"})) as op:
        number = op.add_article(NewArticle(text=text))
        for group in range(500):
            for depth in range(20):
                op.add(nested(number, text, group, depth))
    session.announce(session.project.absorb(op.changes))
    assert session.open_article(number)
    QApplication.processEvents()
    assert session.article is not None
    assert len(session.article.annotations) == 10_000
    window.grab()
    start = 55_000 * len("كلمة00000 ")
    changes = session.run(tag, number, start, start + 9, "actor", exact=True)
    assert changes is not None
    QApplication.processEvents()
    with session.project.store.reader() as reader:
        stored = len(reader.annotations(number))
    tally(acknowledged=10_001, lost=10_001 - stored)


SHAPES = {
    "in lines": "كلمة أخرى في سطر.\n",
    "one endless line": "كلمة أخرى بلا سطر ",
    "one endless word": "كلمةبلانهاية",
}


@pytest.mark.fault(11)
@pytest.mark.parametrize("piece", SHAPES.values(), ids=SHAPES)
def test_a_huge_article_opens_with_a_word_and_is_worked_in(
    window: MainWindow, qtbot: QtBot, piece: str, tally: Tally
) -> None:
    """Ten megabytes: with this many letters, whatever looks at all of them at a key press is felt;
    HASHIYA_HUGE asks for more."""
    session = window.session
    assert session.project is not None
    size = int(os.environ.get("HASHIYA_HUGE", "10")) * 1_000_000
    text = "السجن\n" + piece * (size // len(piece.encode())) + "\nالسجن في حمص"
    with session.project.store.operation(OperationName("import", {"count": "1"})) as op:
        number = op.add_article(NewArticle(text=text))
    session.announce(session.project.absorb(op.changes))
    assert session.open_article(number)
    assert f"{len(text):,}" in window.messages.text
    view = window.workspace.view
    view.setFocus()
    for key, modifier in KEYS:
        QTest.keyClick(view, key, modifier)
        window.grab()
    view.select_all()
    QTest.keyClick(view, Qt.Key.Key_1)
    assert "too much" in window.messages.text
    view.select(len(text) - 3, len(text))
    QTest.keyClick(view, Qt.Key.Key_2)
    window.grab()
    window.actions_["find"].trigger()
    window.workspace.find_bar._field.setText("السجن")
    qtbot.waitUntil(lambda: len(window.workspace.find_bar.matches) == 2, timeout=60_000)
    window.workspace.find_bar.close_bar()
    with session.project.store.reader() as reader:
        held = [a.text for a in reader.annotations(number)]
    tally(acknowledged=1, lost=1 - len(held), half=held.count("حمص") - 1)


_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_PLAIN = Qt.KeyboardModifier.NoModifier
KEYS = [
    (Qt.Key.Key_Left, _PLAIN), (Qt.Key.Key_Left, _SHIFT), (Qt.Key.Key_Left, _CONTROL),
    (Qt.Key.Key_Down, _PLAIN), (Qt.Key.Key_End, _PLAIN), (Qt.Key.Key_PageDown, _PLAIN),
    (Qt.Key.Key_Left, _PLAIN), (Qt.Key.Key_Right, _PLAIN), (Qt.Key.Key_Right, _CONTROL),
    (Qt.Key.Key_End, _CONTROL), (Qt.Key.Key_Right, _PLAIN), (Qt.Key.Key_Up, _PLAIN),
    (Qt.Key.Key_Home, _CONTROL | _SHIFT),
]  # fmt: skip


@pytest.mark.fault(11)
def test_a_file_of_a_hundred_megabytes_is_refused_with_a_word(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    from annotator.ui.import_dialog import ImportDialog

    source = tmp_path / "huge.txt"
    with source.open("wb") as file:
        for _ in range(100):
            file.write("كلمة أخرى\n".encode() * (1_000_000 // 18))
    dialog = ImportDialog(window.session, [source, Path(__file__)], window)
    dialog.open()
    qtbot.waitUntil(lambda: not dialog.busy, timeout=60_000)
    assert dialog.model.plan is not None
    (error,) = dialog.model.plan.errors
    assert error.file == source
    assert "64 MB" in str(error)
    assert "Split" in str(error)
    assert dialog.model.plan.articles == 1  # the other file can be imported all the same
    dialog.reject()


@pytest.mark.fault(11)
def test_a_thousand_spans_around_each_other_are_painted_within_bounds(
    window: MainWindow, tally: Tally
) -> None:
    session = window.session
    assert session.project is not None
    text = " ".join(f"كلمة{n:05}" for n in range(2_001))
    width = len("كلمة00000 ")
    with session.project.store.operation(OperationName("import", {"count": "1"})) as op:
        number = op.add_article(NewArticle(text=text))
        for depth in range(1_000):
            start, end = depth * width, len(text) - depth * width
            op.add(annotation(number, in_text=text, word="كلمة", start=start, end=end,
                              text=text[start:end]))  # fmt: skip
    session.announce(session.project.absorb(op.changes))
    assert session.open_article(number)
    view = window.workspace.view
    for place in (0, len(text) // 2, len(text)):
        view.place_caret(place)
        view.reveal(place, centred=True)
        window.grab()
        lines = [line for _, line, _ in view.lines_showing(0, len(text))]
        assert lines
        assert max(line.height for line in lines) < view.viewport().height()
    middle = 1_000 * width
    assert session.run(tag, number, middle, middle + 9, "actor", exact=True) is not None
    window.grab()
    with session.project.store.reader() as reader:
        tally(acknowledged=1_001, lost=1_001 - len(reader.annotations(number)))


def nested(article: ArticleId, text: str, group: int, depth: int) -> Annotation:
    """One of twenty spans around each other, the innermost of them one word."""
    width = len("كلمة00000 ")
    start = (group * 100 + depth) * width
    end = (group * 100 + 40 - depth) * width - 1
    return annotation(article, in_text=text, word="كلمة", start=start, end=end,
                      text=text[start:end])  # fmt: skip


def test_nothing_of_pytest_qt_swallowed_a_mistake(window: MainWindow, qtbot: QtBot) -> None:
    """What the tests above rely on: a mistake that no reporter takes does fail a test."""
    with capture_exceptions() as caught:
        QTimer.singleShot(0, window, fail)
        qtbot.waitUntil(lambda: bool(caught))
    assert [kind for kind, *_ in caught] == [MistakeError]
