"""Mentions over the whole project are seen in their context, and only ticked ones are labelled."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from held_dialog import hold
from marked_article import mark, open_first
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from annotator.ui.context_model import Column
from annotator.ui.propagation_dialog import PropagationDialog
from annotator.ui.session import Session


@pytest.fixture
def dialog(qtbot: QtBot, session: Session, make_project: Callable[..., Any]) -> PropagationDialog:
    session.adopt(make_project("وصل إلى حمص أمس. حمص هادئة.", "غادر حمص اليوم.", "لا شيء هنا."))
    open_first(session)
    made = hold(qtbot, PropagationDialog(session, mark(session, "حمص", "location")))
    qtbot.waitUntil(lambda: not made.busy)
    return made


def count(session: Session) -> int:
    assert session.project is not None
    return sum(len(annotations) for _, annotations in session.project.store.iter_articles())


def test_every_further_mention_is_listed_with_its_article(
    dialog: PropagationDialog, qtmodeltester: ModelTester
) -> None:
    model = dialog.model
    titles = [model.index(row, Column.ARTICLE).data() for row in range(model.rowCount())]
    assert len(titles) == 2
    assert "غادر" in titles[1]
    qtmodeltester.check(model)


def test_all_are_labelled_in_one_step(
    dialog: PropagationDialog, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(dialog.done_with) as signal:
        dialog.go.click()
    assert len(signal.args[0].added) == 2
    assert count(session) == 3
    session.undo()
    assert count(session) == 1


def test_one_without_its_tick_is_left_alone(
    qtbot: QtBot, dialog: PropagationDialog, session: Session
) -> None:
    first = dialog.model.index(0, Column.CONTEXT)
    dialog.model.setData(first, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    dialog.go.click()
    qtbot.waitUntil(lambda: not dialog.busy)
    assert count(session) == 2


def test_nothing_ticked_is_nothing_to_do(dialog: PropagationDialog) -> None:
    dialog.none.click()
    assert not dialog.go.isEnabled()
    dialog.all.click()
    assert dialog.go.isEnabled()


def test_no_further_mention_is_said_in_place_of_an_empty_table(
    qtbot: QtBot, session: Session, make_project: Callable[..., Any]
) -> None:
    session.adopt(make_project("وصل إلى حمص أمس."))
    open_first(session)
    dialog = hold(qtbot, PropagationDialog(session, mark(session, "حمص", "location")))
    qtbot.waitUntil(lambda: not dialog.busy)
    assert dialog.empty.isVisible()
    assert "no further mention" in dialog.empty.heading.text()
    assert not dialog.table.isVisible()
    assert not dialog.go.isVisible()
    assert dialog.cancel.text() == "Close"
