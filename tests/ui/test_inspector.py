"""The inspector shows the annotation at the caret, and each finished edit is one undo step."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Any

import pytest
from marked_article import TEXT, mark, open_first
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from annotator.ui.inspector import Inspector
from annotator.ui.session import Session


@pytest.fixture
def inspector(qtbot: QtBot, session: Session, make_project: Callable[..., Any]) -> Inspector:
    session.adopt(make_project(TEXT))
    open_first(session)
    made = Inspector(session)
    qtbot.addWidget(made)
    made.resize(340, 700)
    made.show()
    return made


def kept(session: Session) -> Any:
    """The selected annotation as the project has it."""
    assert session.project is not None
    assert session.selected is not None
    return session.project.store.annotation(session.selected.id)


def test_without_an_annotation_it_says_what_to_do(inspector: Inspector) -> None:
    assert inspector.empty.isVisible()
    assert "caret" in inspector.empty.hint.text()


def test_it_shows_what_is_covered_and_the_attributes_of_the_label(
    inspector: Inspector, session: Session
) -> None:
    mark(session, "الجيش اللبناني", "actor")
    assert inspector.covered.text() == "الجيش اللبناني"
    assert list(inspector._editors) == ["kind"]
    mark(session, "4000 نازح", "quantity")
    assert list(inspector._editors) == ["value", "unit", "approximate"]
    assert inspector._editors["value"].value() == 4000
    session.select(None)
    assert inspector.empty.isVisible()


def test_the_last_attribute_and_enter_lead_back_to_the_text(
    inspector: Inspector, session: Session, qtbot: QtBot
) -> None:
    mark(session, "الجيش اللبناني", "actor")
    with qtbot.waitSignal(inspector.left):
        qtbot.keyClick(inspector._editors["kind"].chips["person"], Qt.Key.Key_3)
    assert kept(session).attributes == {"kind": "organisation"}
    mark(session, "4000 نازح", "quantity")
    with qtbot.waitSignal(inspector.left):
        qtbot.keyClick(inspector._editors["unit"].field, Qt.Key.Key_Return)


def test_an_attribute_is_one_step_that_undo_takes_back(
    inspector: Inspector, session: Session
) -> None:
    mark(session, "الجيش اللبناني", "actor")
    inspector._editors["kind"].chips["organisation"].click()
    assert kept(session).attributes == {"kind": "organisation"}
    session.undo()
    assert kept(session).attributes == {}
    assert inspector._editors["kind"].value() is None
    session.undo()
    assert session.selected is None


def test_the_note_is_kept_when_the_field_is_left(
    inspector: Inspector, session: Session, qtbot: QtBot
) -> None:
    mark(session, "الحسكة", "location")
    inspector.focus_note()
    inspector.note.insertPlainText("انظر أعلاه")
    assert kept(session).note == ""
    inspector.note.flush()
    assert kept(session).note == "انظر أعلاه"


def test_a_note_half_written_goes_to_its_own_annotation(
    inspector: Inspector, session: Session, qtbot: QtBot
) -> None:
    first = mark(session, "الحسكة", "location")
    second = mark(session, "دمشق", "location")
    session.select(first)
    qtbot.keyClicks(inspector.note, "one")
    session.select(second)
    assert session.project is not None
    assert session.project.store.annotation(first.id).note == "one"
    assert kept(session).note == ""
    assert inspector.note.toPlainText() == ""


def test_a_note_is_kept_when_the_typing_rests(
    inspector: Inspector, session: Session, qtbot: QtBot
) -> None:
    mark(session, "الحسكة", "location")
    inspector.note.rest = 1
    with qtbot.waitSignal(inspector.note.committed):
        qtbot.keyClicks(inspector.note, "x")
    assert kept(session).note == "x"


def test_review_and_label_are_written(inspector: Inspector, session: Session) -> None:
    mark(session, "الحسكة", "location")
    inspector.review.click()
    assert kept(session).review is True
    menu = inspector.label.menu()
    next(a for a in menu.actions() if "Actor" in a.text()).trigger()
    assert kept(session).label == "actor"
    assert list(inspector._editors) == ["kind"]


def test_a_project_open_to_view_cannot_be_edited(
    qtbot: QtBot, inspector: Inspector, session: Session, project_path: Any
) -> None:
    annotation = mark(session, "الحسكة", "location")
    session.close()
    session.open(project_path, read_only=True)
    open_first(session)
    session.select(annotation)
    assert not inspector.note.isEnabled()
    assert not inspector.review.isEnabled()


def test_the_history_tells_who_did_what(
    inspector: Inspector, session: Session, qtbot: QtBot
) -> None:
    mark(session, "الحسكة", "location")
    inspector._history_toggle.click()
    inspector.review.click()

    def signatures() -> int:
        labels = inspector.history.findChildren(QLabel)
        return sum("ليلى" in label.text() for label in labels if label.isVisible())

    qtbot.waitUntil(lambda: signatures() == 2)


def test_the_history_comes_into_sight_when_it_is_asked_for(
    inspector: Inspector, session: Session, qtbot: QtBot
) -> None:
    from annotator.ops.annotate import set_review

    inspector.resize(300, 220)
    session.run(set_review, [mark(session, "الحسكة", "location").id], True)
    toggle = inspector._history_toggle
    assert toggle.visibleRegion().isEmpty()
    toggle.click()
    QApplication.processEvents()
    seen = inspector.history.visibleRegion().boundingRect().height()
    assert seen >= min(inspector.history.height(), inspector.height() // 2)
    assert not toggle.visibleRegion().isEmpty()


def test_hostile_data_is_shown_letter_for_letter(inspector: Inspector, session: Session) -> None:
    from annotator.ops.annotate import set_note

    annotation = mark(session, "الحسكة", "location")
    session.run(set_note, annotation.id, '<img src="file:///etc/passwd">' + "ا" * 10_000)
    inspector._history_toggle.click()
    for label in inspector.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText
    assert inspector.note.toPlainText().startswith("<img")


def test_the_history_calls_things_by_their_names(
    inspector: Inspector, session: Session, qtbot: QtBot
) -> None:
    mark(session, "الجيش اللبناني", "actor")
    inspector._history_toggle.click()
    inspector._editors["kind"].chips["group"].click()
    wanted = "\u200e\u2068Kind\u2069: ∅ → \u2068Group\u2069"
    qtbot.waitUntil(
        lambda: wanted in [label.text() for label in inspector.history.findChildren(QLabel)]
    )


def test_a_note_runs_as_it_is_written(inspector: Inspector, session: Session) -> None:
    mark(session, "الحسكة", "location")
    option = inspector.note.document().defaultTextOption
    inspector.note.setPlainText("انظر أعلاه")
    assert option().textDirection() == Qt.LayoutDirection.RightToLeft
    assert option().alignment() & Qt.AlignmentFlag.AlignRight
    inspector.note.setPlainText("see above")
    assert option().textDirection() == Qt.LayoutDirection.LeftToRight


def test_another_article_takes_the_annotation_away(inspector: Inspector, session: Session) -> None:
    mark(session, "الحسكة", "location")
    session.open_article(None)
    assert inspector.empty.isVisible()


def test_a_note_half_written_is_kept_when_the_project_closes(
    inspector: Inspector, session: Session, qtbot: QtBot, project_path: Any
) -> None:
    annotation = mark(session, "الحسكة", "location")
    qtbot.keyClicks(inspector.note, "half")
    session.close()
    session.open(project_path)
    assert session.project is not None
    assert session.project.annotation(annotation.id).note == "half"


def test_what_was_refused_is_kept_when_it_can_be(
    inspector: Inspector, session: Session, qtbot: QtBot
) -> None:
    mark(session, "الجيش اللبناني", "actor")
    assert session.project is not None
    session.project.hand_over()
    refused: list[object] = []
    session.failed.connect(refused.append)
    qtbot.keyClicks(inspector.note, "one")
    inspector.note.flush()
    inspector.review.click()
    assert len(refused) == 2
    assert not inspector.review.isChecked()  # as it is stored
    session.project.take_back()
    assert inspector.note.toPlainText() == "one"
    inspector.note.flush()
    assert kept(session).note == "one"


def test_a_note_half_written_is_kept_though_something_is_being_written_at_the_close(
    inspector: Inspector, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark(session, "الجيش اللبناني", "actor")
    assert session.project is not None
    path, annotation = session.project.path, session.selected
    assert annotation is not None

    stop, drain = Event(), session.jobs.drain

    def drained() -> None:
        stop.set()
        drain()

    def write(*_heard: object) -> None:
        stop.wait(20)

    monkeypatch.setattr(session.jobs, "drain", drained)
    session.write("writing", write, done=lambda changes: None)
    qtbot.keyClicks(inspector.note, "half")
    session.close()
    session.open(path)
    assert session.project.annotation(annotation.id).note == "half"
