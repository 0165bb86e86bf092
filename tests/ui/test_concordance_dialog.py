"""The concordance lists, sorts and filters every place, goes there, and marks what is selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Event
from typing import Any

import pytest
from held_dialog import hold
from marked_article import mark, open_first
from PySide6.QtCore import QItemSelectionModel, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from annotator.ops import concordance
from annotator.store import gathered
from annotator.store.reads import Reads
from annotator.ui import concordance_dialog, mention_model
from annotator.ui.concordance_dialog import ConcordanceDialog
from annotator.ui.hit_model import UNMARKED, Order
from annotator.ui.session import Session
from annotator.ui.window import MainWindow

WORDS = ("ج حمص ا", "ب حمص ت", "ا حِمْص ب")


@pytest.fixture
def dialog(qtbot: QtBot, session: Session, make_project: Callable[..., Any]) -> ConcordanceDialog:
    session.adopt(make_project(*WORDS))
    open_first(session)
    made = hold(qtbot, ConcordanceDialog(session))
    made.look_for("حمص")
    qtbot.waitUntil(lambda: not made.busy)
    return made


def lines(dialog: ConcordanceDialog) -> list[str]:
    hits = [dialog.model.hit(dialog.model.index(r, 0)) for r in range(dialog.model.rowCount())]
    return [hit.before + hit.text + hit.after for hit in hits]


def test_lines_are_listed_and_sorted_by_either_side(
    dialog: ConcordanceDialog, qtmodeltester: ModelTester
) -> None:
    assert lines(dialog) == list(WORDS)
    qtmodeltester.check(dialog.model)
    for order, wanted in (
        (Order.BEFORE, WORDS[::-1]),
        (Order.AFTER, [WORDS[0], WORDS[2], WORDS[1]]),
    ):
        dialog.order.setCurrentIndex(dialog.order.findData(order))
        dialog.order.activated.emit(0)
        assert lines(dialog) == list(wanted)


def test_a_line_runs_as_its_paragraph_does(
    session: Session,
    make_project: Callable[..., Any],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A Latin name in an Arabic paragraph has what was said before it at its right."""
    session.adopt(make_project("He left.\nثم قالت Reuters ذلك"))
    dialog = hold(qtbot, ConcordanceDialog(session))
    dialog.look_for("reuters")
    qtbot.waitUntil(lambda: bool(lines(dialog)))
    places: dict[str, int] = {}
    monkeypatch.setattr(
        mention_model,
        "draw_line",
        lambda _painter, rect, text, _side: places.update({text.strip(): rect.center().x()}),
    )
    dialog.table.viewport().grab()
    assert places["ذلك"] < places["Reuters"] < max(places.values())
    assert places["ذلك"] == min(places.values())


def test_lines_are_filtered_by_label_and_follow_what_is_marked(
    dialog: ConcordanceDialog, session: Session
) -> None:
    mark(session, "حمص", "location")
    assert dialog.model.hits[0].labels == ("location",)
    for wanted, shown in (("location", WORDS[:1]), (UNMARKED, WORDS[1:])):
        dialog.filter.setCurrentIndex(dialog.filter.findData(wanted))
        dialog.filter.activated.emit(0)
        assert lines(dialog) == list(shown)


def test_a_digit_marks_the_selected_lines_in_one_step(
    dialog: ConcordanceDialog, session: Session, qtbot: QtBot
) -> None:
    rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in (0, 2):
        dialog.table.selectionModel().select(dialog.model.index(row, 0), rows)
    qtbot.keyClick(dialog.table, Qt.Key.Key_2)
    assert [hit.labels for hit in dialog.model.hits] == [("location",), (), ("location",)]
    assert "2" in dialog.message.text()
    session.undo()
    assert not any(hit.labels for hit in dialog.model.hits)


def test_a_second_search_overtakes_the_first(dialog: ConcordanceDialog, qtbot: QtBot) -> None:
    dialog.search()
    dialog.field.setText("لا يوجد")
    dialog.search()
    qtbot.waitUntil(lambda: not dialog.busy and dialog.summary.text() == "Not found.")
    assert dialog.model.rowCount() == 0


def test_the_key_opens_it_on_the_selection_and_a_line_leads_to_its_place(
    window: MainWindow, qtbot: QtBot
) -> None:
    workspace = window.workspace
    assert workspace is not None
    window.session.open_article(workspace.articles.model.ids[4])
    at = workspace.view.text.index("مراكش")
    workspace.view.select(at, at + 5)
    window.activateWindow()
    workspace.focus_text()
    qtbot.waitUntil(workspace.view.hasFocus)
    window.actions_["find_project"].trigger()
    (dialog,) = window.findChildren(ConcordanceDialog)
    qtbot.waitUntil(lambda: not dialog.busy and dialog.model.rowCount() > 1)
    last = dialog.model.index(dialog.model.rowCount() - 1, 0)
    hit = dialog.model.hit(last)
    dialog.table.activated.emit(last)
    assert window.session.article_id == hit.article
    assert workspace.view.selection() == hit.span
    dialog.reject()
    window.actions_["find_project"].trigger()
    qtbot.waitUntil(lambda: len(window.findChildren(ConcordanceDialog)) == 1)


@pytest.fixture
def many(dialog: ConcordanceDialog, monkeypatch: pytest.MonkeyPatch) -> ConcordanceDialog:
    """The dialog, its three lines being more than one waits for."""
    monkeypatch.setattr(concordance_dialog, "_AT_ONCE", 2)
    dialog.table.selectAll()
    return dialog


def labels(dialog: ConcordanceDialog) -> list[tuple[str, ...]]:
    return [hit.labels for hit in dialog.model.hits]


def test_many_lines_are_marked_in_the_background_and_their_labels_follow(
    many: ConcordanceDialog, session: Session, qtbot: QtBot
) -> None:
    many.tag_digit(2)
    assert many.writing
    assert labels(many) == [()] * 3
    qtbot.waitUntil(lambda: not many.busy and labels(many) == [("location",)] * 3)
    assert many.message.text() == "3 places marked."
    session.undo()
    qtbot.waitUntil(lambda: not many.busy and labels(many) == [()] * 3)


def test_a_search_waits_until_what_is_marked_is_marked(
    many: ConcordanceDialog, qtbot: QtBot
) -> None:
    many.tag_digit(2)
    many.field.setText("لا يوجد")
    many.search()
    many.field.setText("حمص")
    qtbot.waitUntil(lambda: not many.busy and labels(many) == [("location",)] * 3)


def test_lines_that_stay_as_they_are_are_counted_however_many_are_marked(
    many: ConcordanceDialog, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark(session, "حمص", "location")
    monkeypatch.setattr(gathered, "MANY", 1)
    many.tag_digit(2)
    qtbot.waitUntil(lambda: not many.busy)
    assert many.message.text() == "2 places marked. 1 left as it is."


def test_a_key_reads_again_the_lines_of_its_own_article_alone(
    dialog: ConcordanceDialog, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    labelled_again = concordance.labelled_again

    def counted(reader: Reads, hits: Sequence[concordance.Hit], *heard: Any) -> list[Any]:
        read.append(len(hits))
        return labelled_again(reader, hits, *heard)

    monkeypatch.setattr(concordance, "labelled_again", counted)
    mark(session, "حمص", "location")
    assert read == [1]
    assert labels(dialog) == [("location",), (), ()]


def test_what_is_being_written_by_another_is_waited_for_and_that_is_said(
    many: ConcordanceDialog, session: Session, qtbot: QtBot
) -> None:
    end = Event()

    def hold_the_writing(*_heard: object) -> None:
        end.wait(20)

    job = session.write("", hold_the_writing, done=lambda _changes: None)
    many.tag_digit(2)
    assert not many.busy
    assert "is being written to" in many.message.text()
    with qtbot.waitSignal(job.finished):
        end.set()
    many.tag_digit(2)
    qtbot.waitUntil(lambda: not many.busy and labels(many) == [("location",)] * 3)
