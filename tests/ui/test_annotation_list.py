"""The article's annotations by label: true to every change, and to the caret."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from marked_article import TEXT, mark, open_first
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QImage
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from screen import drawn

from annotator.core.annotation import Annotation
from annotator.ops import progress
from annotator.ops.annotate import tag
from annotator.ui.annotation_list import AnnotationList
from annotator.ui.annotation_model import ANNOTATION, COUNT, AnnotationModel
from annotator.ui.session import Session


@pytest.fixture
def panel(qtbot: QtBot, session: Session, make_project: Callable[..., Any]) -> AnnotationList:
    session.adopt(make_project(TEXT))
    open_first(session)
    made = AnnotationList(session)
    qtbot.addWidget(made)
    made.resize(320, 500)
    made.show()
    return made


def shown(model: AnnotationModel) -> dict[str, list[str]]:
    """Each group's name, with the words in it."""
    found: dict[str, list[str]] = {}
    for row in range(model.rowCount()):
        index = model.index(row)
        if index.data(ANNOTATION) is None:
            words = found.setdefault(index.data().strip("\u2068\u2069"), [])
        else:
            words.append(index.data())
    return found


def test_it_says_what_to_do_before_anything_is_marked(panel: AnnotationList) -> None:
    assert panel.empty.isVisible()
    assert "digit" in panel.empty.hint.text()


def test_groups_stand_in_the_label_sets_order_and_rows_in_reading_order(
    panel: AnnotationList, session: Session, qtmodeltester: ModelTester
) -> None:
    mark(session, "وكالة الأنباء المركزية", "source")
    mark(session, "دمشق", "location")
    mark(session, "الحسكة", "location")
    mark(session, "الجيش اللبناني", "actor")
    assert shown(panel.model) == {
        "Actor": ["الجيش اللبناني"],
        "Location": ["الحسكة", "دمشق"],
        "Source": ["وكالة الأنباء المركزية"],
    }
    assert panel.model.index(2).data(COUNT) == 2
    assert panel.view.isVisible()
    qtmodeltester.check(panel.model)


def test_relabelling_and_removing_move_only_their_row_and_undo_brings_it_back(
    panel: AnnotationList, session: Session, qtbot: QtBot
) -> None:
    from annotator.ops.annotate import relabel, remove

    first = mark(session, "الحسكة", "location")
    mark(session, "دمشق", "location")
    with qtbot.assertNotEmitted(panel.model.modelReset):
        session.run(relabel, [first.id], "actor")
        assert shown(panel.model) == {"Actor": ["الحسكة"], "Location": ["دمشق"]}
        session.run(remove, [first.id])
        assert shown(panel.model) == {"Location": ["دمشق"]}
    session.undo()
    session.undo()
    assert shown(panel.model) == {"Location": ["الحسكة", "دمشق"]}


def test_a_click_asks_to_go_there(panel: AnnotationList, session: Session, qtbot: QtBot) -> None:
    annotation = mark(session, "الحسكة", "location")
    row = panel.model.index_of(annotation)
    with qtbot.waitSignal(panel.annotation_activated) as signal:
        place = panel.view.visualRect(row).center()
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert signal.args == [annotation.id]


def test_enter_asks_to_go_there_and_delete_removes(
    panel: AnnotationList, session: Session, qtbot: QtBot
) -> None:
    annotation = mark(session, "الحسكة", "location")
    panel.view.setCurrentIndex(panel.model.index_of(annotation))
    with qtbot.waitSignal(panel.annotation_activated):
        qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert shown(panel.model) == {}


def test_it_follows_the_caret(panel: AnnotationList, session: Session) -> None:
    first, second = mark(session, "حمص", "location"), mark(session, "دمشق", "location")
    assert panel.view.currentIndex().data(ANNOTATION).id == second.id
    session.select(first)
    assert panel.view.currentIndex().data(ANNOTATION).id == first.id
    session.select(None)
    assert panel.view.selectedIndexes() == []


def test_the_menu_relabels_all_that_are_chosen_in_one_step(
    panel: AnnotationList, session: Session
) -> None:
    ids = [mark(session, "حمص", "location", nth=n).id for n in (0, 1)]
    menu = panel.context_menu(ids)
    named = {action.text().strip("\u2068\u2069"): action for action in menu.findChildren(QAction)}
    named["Source"].trigger()
    assert shown(panel.model) == {"Source": ["حمص", "حمص"]}
    session.undo()
    assert shown(panel.model) == {"Location": ["حمص", "حمص"]}


def test_many_are_relabelled_and_removed_in_the_background(
    panel: AnnotationList, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "LARGE", 1)
    ids = [mark(session, "حمص", "location", nth=n).id for n in (0, 1)]
    menu = panel.context_menu(ids)
    named = {action.text().strip("\u2068\u2069"): action for action in menu.findChildren(QAction)}
    for name, left in (("Source", {"Source": ["حمص", "حمص"]}), ("Remove 2 annotations", {})):
        named[name].trigger()
        assert session.jobs.running
        qtbot.waitUntil(lambda: not session.jobs.running)
        assert shown(panel.model) == left


def test_a_group_stands_for_all_its_annotations(panel: AnnotationList, session: Session) -> None:
    ids = [mark(session, "حمص", "location", nth=n).id for n in (0, 1)]
    assert panel.model.annotations([panel.model.index(0, 0)]) == ids


def test_a_heading_folds_its_annotations_away(
    panel: AnnotationList, session: Session, qtbot: QtBot
) -> None:
    mark(session, "حمص", "location")
    place = panel.view.visualRect(panel.model.index(0)).center()
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert panel.model.rowCount() == 1
    mark(session, "دمشق", "location")
    assert panel.model.rowCount() == 1
    assert panel.model.index(0).data(COUNT) == 2
    panel.view.setCurrentIndex(panel.model.index(0))
    qtbot.keyClick(panel.view, Qt.Key.Key_Plus)
    assert shown(panel.model) == {"Location": ["حمص", "دمشق"]}


def test_marks_are_spoken(panel: AnnotationList, session: Session) -> None:
    from annotator.ops.annotate import set_note, set_review

    annotation = mark(session, "حمص", "location")
    session.run(set_note, annotation.id, "انظر أعلاه")
    session.run(set_review, [annotation.id], True)
    row = panel.model.index(1)
    assert row.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "حمص, \u2068Location\u2069, needs review, انظر أعلاه"
    )


def test_the_language_is_switched_live(panel: AnnotationList, session: Session) -> None:
    mark(session, "حمص", "location")
    session.language.choose("ar")
    assert shown(panel.model) == {"مكان": ["حمص"]}


def test_ten_thousand_rows_change_one_at_a_time(
    qtbot: QtBot, session: Session, make_project: Callable[..., Any]
) -> None:
    from annotator.core.annotation import new_annotation_id
    from annotator.core.change import OperationName
    from annotator.ops.annotate import remove

    session.adopt(make_project("كلمة " * 10_000))
    open_first(session)
    template = mark(session, "كلمة", "actor")
    assert session.project is not None
    session.run(remove, [template.id])
    with session.project.store.operation(OperationName("tag", {})) as op:
        for number in range(10_000):
            start = number * 5
            op.add(_moved(template, new_annotation_id(), start))
    session.announce(session.project.absorb(op.changes))
    panel = AnnotationList(session)
    qtbot.addWidget(panel)
    assert panel.model.total() == 10_000
    first = panel.model.index(1)
    with qtbot.assertNotEmitted(panel.model.modelReset):
        session.run(remove, [first.data(ANNOTATION).id])
    assert panel.model.total() == 9_999


def _moved(template: Annotation, new_id: Any, start: int) -> Annotation:
    from dataclasses import replace

    return replace(template, id=new_id, start=start, end=start + 4)


def test_another_articles_list_begins_at_its_top(
    qtbot: QtBot, session: Session, make_project: Callable[..., Any]
) -> None:
    long = " ".join(f"مدينة{number}" for number in range(60))
    project = make_project(long, long)
    session.adopt(project)
    for number in range(0, 60, 2):
        for article in project.store.find_articles():
            start = long.index(f"مدينة{number} ")
            tag(project, article, start, start + len(f"مدينة{number}"), "location")
    panel = AnnotationList(session)
    qtbot.addWidget(panel)
    panel.resize(320, 300)
    panel.show()
    first, second = project.store.find_articles()
    session.open_article(first)
    panel.view.scrollToBottom()
    assert panel.view.verticalScrollBar().value() > 0
    session.open_article(second)
    assert panel.view.verticalScrollBar().value() == 0


def test_the_row_that_is_shown_stays_in_view_when_the_list_gets_shorter(
    panel: AnnotationList, session: Session, qtbot: QtBot
) -> None:
    for word in ("الجيش اللبناني", "دمشق", "الحسكة", "وكالة الأنباء المركزية"):
        mark(session, word, "location")
    view = panel.view
    view.setCurrentIndex(panel.model.index(panel.model.rowCount() - 1))
    panel.resize(320, 3 * view.rowHeight(0))
    qtbot.waitUntil(lambda: view.viewport().height() < 4 * view.rowHeight(0))
    row = view.visualRect(view.currentIndex())
    assert view.viewport().rect().contains(row)


def test_a_row_that_was_scrolled_away_does_not_come_back_by_itself(
    panel: AnnotationList, session: Session, qtbot: QtBot
) -> None:
    for word in ("الجيش اللبناني", "دمشق", "الحسكة", "وكالة الأنباء المركزية"):
        mark(session, word, "location")
    view = panel.view
    panel.resize(320, 3 * view.rowHeight(0))
    view.setCurrentIndex(panel.model.index(panel.model.rowCount() - 1))
    view.scrollToTop()
    panel.resize(320, 2 * view.rowHeight(0))
    assert view.verticalScrollBar().value() == 0


def test_a_heading_in_arabic_is_the_mirror_of_one_in_english(
    panel: AnnotationList, session: Session
) -> None:
    """The dot lay on the arrow that folds the group: each was mirrored in what the other left."""
    mark(session, "حمص", "location")
    line = QColor(session.theme.ink(session.labels["location"].colour).line)
    height = panel.view.rowHeight(0)

    def dot() -> list[int]:
        rows = drawn(panel.view.viewport()).copy(0, 0, panel.view.viewport().width(), height)
        return _columns(rows, line)

    english, width = dot(), panel.view.viewport().width()
    panel.view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    arabic = dot()
    assert english
    assert [width - 1 - x for x in reversed(arabic)] == english


def _columns(image: QImage, colour: QColor) -> list[int]:
    """Where, from the left, `image` has that colour."""
    across, down = range(image.width()), range(image.height())
    return [x for x in across if any(image.pixelColor(x, y) == colour for y in down)]
