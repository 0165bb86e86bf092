"""The whole window on a project: from a key press to what the store holds, and back."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from annotator.arabic.fold import fold
from annotator.core.annotation import Annotation
from annotator.core.article import Status
from annotator.errors import HashiyaError
from annotator.ui.annotation_list import AnnotationList
from annotator.ui.annotation_model import ANNOTATION
from annotator.ui.chip_button import ChipButton
from annotator.ui.import_dialog import ImportDialog
from annotator.ui.window import MainWindow
from annotator.ui.workspace import Workspace


@pytest.fixture
def desk(window: MainWindow, qtbot: QtBot) -> Workspace:
    """The workspace on an article without annotations, the text focused."""
    workspace = window.workspace
    assert workspace is not None
    ids = workspace.articles.model.ids
    window.session.open_article(ids[4])
    window.activateWindow()
    workspace.focus_text()
    qtbot.waitUntil(workspace.view.hasFocus)
    return workspace


def annotations(window: MainWindow) -> list[Annotation]:
    """Those that the store has of the open article."""
    session = window.session
    assert session.project is not None
    assert session.article_id is not None
    return session.project.store.annotations(session.article_id)


def put_caret_on(desk: Workspace, words: str) -> int:
    start = desk.view.text.index(words)
    desk.view.place_caret(start + 1)
    return start


def test_every_command_does_something(window: MainWindow) -> None:
    assert window.actions_.idle() == set()


def test_a_digit_marks_the_word_under_the_caret(
    window: MainWindow, desk: Workspace, qtbot: QtBot
) -> None:
    put_caret_on(desk, "مراكش")
    qtbot.keyClick(desk.view, Qt.Key.Key_2)
    (made,) = annotations(window)
    assert (made.text, made.label) == ("مراكش", "location")
    assert window.session.selected == made
    assert desk.view.hasFocus()


def test_a_digit_on_an_annotation_gives_it_the_other_label(
    window: MainWindow, desk: Workspace, qtbot: QtBot
) -> None:
    put_caret_on(desk, "مراكش")
    qtbot.keyClick(desk.view, Qt.Key.Key_2)
    qtbot.keyClick(desk.view, Qt.Key.Key_1)
    (made,) = annotations(window)
    assert made.label == "actor"
    qtbot.keyClick(desk.view, Qt.Key.Key_1)
    assert annotations(window) == [made]


def test_undo_and_redo_name_what_they_would_do(
    window: MainWindow, desk: Workspace, qtbot: QtBot
) -> None:
    put_caret_on(desk, "مراكش")
    qtbot.keyClick(desk.view, Qt.Key.Key_2)
    undo, redo = window.actions_["undo"], window.actions_["redo"]
    assert "مراكش" in undo.text()
    assert "Location" in undo.text()
    undo.trigger()
    assert annotations(window) == []
    assert "مراكش" in redo.text()
    redo.trigger()
    assert [a.text for a in annotations(window)] == ["مراكش"]


def test_undo_goes_to_the_article_where_it_happened(
    window: MainWindow, desk: Workspace, qtbot: QtBot
) -> None:
    where = window.session.article_id
    put_caret_on(desk, "مراكش")
    qtbot.keyClick(desk.view, Qt.Key.Key_2)
    window.actions_["next_article"].trigger()
    assert window.session.article_id != where
    window.actions_["undo"].trigger()
    assert window.session.article_id == where


def test_delete_removes_and_brackets_move_the_edges(
    window: MainWindow, desk: Workspace, qtbot: QtBot
) -> None:
    put_caret_on(desk, "مراكش")
    qtbot.keyClick(desk.view, Qt.Key.Key_2)
    qtbot.keyClick(desk.view, Qt.Key.Key_BracketRight)
    assert [a.text for a in annotations(window)] == ["راكش"]
    qtbot.keyClick(desk.view, Qt.Key.Key_BracketLeft)
    assert [a.text for a in annotations(window)] == ["مراكش"]
    qtbot.keyClick(desk.view, Qt.Key.Key_Delete)
    assert annotations(window) == []


def test_letters_selected_are_meant_exactly(
    window: MainWindow, desk: Workspace, qtbot: QtBot
) -> None:
    start = desk.view.text.index("مراكش")
    desk.view.select(start, start + 3)
    qtbot.keyClick(desk.view, Qt.Key.Key_2)
    assert [a.text for a in annotations(window)] == ["مرا"]


def test_digits_typed_into_a_field_mark_nothing(
    window: MainWindow, desk: Workspace, qtbot: QtBot
) -> None:
    window.actions_["find"].trigger()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "12")
    assert field.text() == "12"
    assert annotations(window) == []


def test_find_folds_and_stands_on_the_match(
    window: MainWindow, desk: Workspace, qtbot: QtBot
) -> None:
    window.actions_["find"].trigger()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setText("مراكش")  # QTest types ASCII only
    qtbot.waitUntil(lambda: len(desk.find_bar.matches) > 1)
    assert {fold(span.of(desk.view.text)) for span in desk.find_bar.matches} == {"مراكش"}
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert desk.view.hasFocus()
    assert not desk.find_bar.isVisible()


def test_ctrl_d_labels_every_mention_and_says_how_many(
    window: MainWindow, desk: Workspace, qtbot: QtBot
) -> None:
    put_caret_on(desk, "مراكش")
    qtbot.keyClick(desk.view, Qt.Key.Key_2)
    window.actions_["propagate"].trigger()
    assert len(annotations(window)) > 1
    assert str(len(annotations(window)) - 1) in window.messages.text


def test_the_next_pane_is_asked_for_where_all_are_folded_away(
    window: MainWindow, desk: Workspace
) -> None:
    window.session.open_article(None)
    for pane in ("show_list", "show_side"):
        window.actions_[pane].trigger()
    assert not any(pane.isVisible() for pane in (desk.articles, desk.side, desk.view))
    window.actions_["next_pane"].trigger()  # there is none: nothing to do, and no mistake
    window.actions_["show_list"].trigger()
    window.actions_["next_pane"].trigger()
    assert desk.articles.view.hasFocus()


def test_done_and_next_moves_on(window: MainWindow, desk: Workspace) -> None:
    session = window.session
    before = session.article_id
    assert before is not None
    window.actions_["done_next"].trigger()
    assert session.article_id != before
    assert session.project is not None
    assert session.project.store.article(before).status is Status.DONE
    assert desk.view.hasFocus()


def test_without_an_article_the_header_keeps_its_place_and_no_label_is_pressed(
    window: MainWindow, desk: Workspace, qtbot: QtBot
) -> None:
    """Undoing the import left the buttons scattered, and the last annotation's label pressed."""
    window.session.open_article(desk.articles.model.ids[0])
    window.session.go_to(annotations(window)[0].id)
    labels = desk.palette_bar.findChildren(ChipButton)
    assert any(label.isChecked() for label in labels)
    buttons = desk.header.findChildren(QToolButton)
    (done,) = (b for b in buttons if b.defaultAction() is window.actions_["done_next"])
    before = done.x()
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: window.session.article is None)
    assert not any(label.isChecked() or label.isEnabled() for label in labels)
    QApplication.processEvents()
    assert done.x() == before


def test_after_several_articles_went_the_next_one_is_open(
    window: MainWindow, desk: Workspace, qtbot: QtBot
) -> None:
    ids = list(desk.articles.model.ids)
    desk.articles.removal_asked.emit(ids[3:6])
    qtbot.waitUntil(lambda: list(desk.articles.model.ids) == ids[:3] + ids[6:])
    qtbot.waitUntil(lambda: window.session.article_id == ids[6])
    desk.articles.removal_asked.emit(ids[:2])
    qtbot.waitUntil(lambda: list(desk.articles.model.ids) == ids[2:3] + ids[6:])
    assert window.session.article_id == ids[6]
    window.actions_["undo"].trigger()
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: list(desk.articles.model.ids) == ids)


def test_an_article_is_found_again_where_it_was_left(window: MainWindow, desk: Workspace) -> None:
    place = desk.view.text.index("مراكش", 600)
    desk.view.place_caret(place)
    window.actions_["next_article"].trigger()
    window.actions_["previous_article"].trigger()
    assert desk.view.caret() == place


def test_the_first_article_of_a_project_is_found_again_where_it_was_left(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.workspace is not None
    view = window.workspace.view
    for _ in range(24):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    place, anchor = view.caret(), view.anchor()
    window.actions_["next_article"].trigger()
    window.actions_["previous_article"].trigger()
    assert (view.caret(), view.anchor()) == (place, anchor)


def test_a_closed_project_opens_again_with_everything_there(
    window: MainWindow, desk: Workspace, qtbot: QtBot, project_path: Path
) -> None:
    put_caret_on(desk, "مراكش")
    qtbot.keyClick(desk.view, Qt.Key.Key_2)
    where = window.session.article_id
    window.actions_["close_project"].trigger()
    assert window.session.project is None
    assert not window.actions_["export"].isEnabled()
    assert window.files.open_project(project_path)
    assert window.session.article_id == where
    assert [a.text for a in annotations(window)] == ["مراكش"]
    assert "مراكش" in window.actions_["undo"].text()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody rename an open project")
def test_the_open_project_is_opened_where_it_was_moved_with_everything_there(
    window: MainWindow, desk: Workspace, qtbot: QtBot, project_path: Path
) -> None:
    put_caret_on(desk, "مراكش")
    qtbot.keyClick(desk.view, Qt.Key.Key_2)
    where = window.session.article_id
    moved = project_path.rename(project_path.with_name("moved.hashiya"))
    assert window.files.open_project(moved)
    assert window.session.article_id == where
    assert [a.text for a in annotations(window)] == ["مراكش"]


def test_opening_the_open_project_again_leaves_it_as_it_is(window: MainWindow) -> None:
    session = window.session
    project, article = session.project, session.article
    assert project is not None
    gone_on: list[bool] = []
    assert window.files.open_project(project.path, then=lambda: gone_on.append(True))
    assert gone_on == [True]
    assert session.project is project
    assert session.article is article
    assert window.messages.text == ""


def test_a_project_open_elsewhere_can_be_viewed(
    window: MainWindow, second_window: MainWindow, project_path: Path
) -> None:
    second = second_window
    assert not second.files.open_project(project_path)
    assert second.messages.kind == "error"
    second.messages.press(0)
    assert second.session.read_only
    assert not second.actions_["tag_1"].isEnabled()
    assert not second.actions_["import_files"].isEnabled()
    assert "read only" in second.windowTitle()


def test_the_list_shows_counts_and_status_as_they_change(
    window: MainWindow, desk: Workspace, qtbot: QtBot
) -> None:
    row = desk.articles.model.place(window.session.article_id)
    put_caret_on(desk, "مراكش")
    qtbot.keyClick(desk.view, Qt.Key.Key_2)
    shown = desk.articles.model.row(row)
    assert shown is not None
    assert (shown.count, shown.status) == (1, Status.IN_PROGRESS)


def test_tab_goes_round_the_annotations(window: MainWindow, desk: Workspace, qtbot: QtBot) -> None:
    session = window.session
    session.open_article(desk.articles.model.ids[0])
    desk.focus_text()
    all_of_them = annotations(window)
    seen = []
    for _ in range(len(all_of_them) + 1):
        qtbot.keyClick(desk.view, Qt.Key.Key_Tab)
        assert session.selected is not None
        seen.append(session.selected.id)
    assert set(seen) == {a.id for a in all_of_them}
    assert desk.view.hasFocus()
    qtbot.keyClick(desk.view, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert session.selected is not None
    assert session.selected.id == seen[-2]


def test_enter_goes_to_the_attributes_and_escape_back(
    window: MainWindow, desk: Workspace, qtbot: QtBot
) -> None:
    put_caret_on(desk, "مراكش")
    qtbot.keyClick(desk.view, Qt.Key.Key_1)
    qtbot.keyClick(desk.view, Qt.Key.Key_Return)
    focus = window.focusWidget()
    assert focus is not None
    assert desk.side.inspector.isAncestorOf(focus)
    qtbot.keyClick(focus, Qt.Key.Key_Escape)
    assert desk.view.hasFocus()


def test_a_refusal_is_said_in_the_bar_not_in_a_dialog(
    window: MainWindow, desk: Workspace, qtbot: QtBot
) -> None:
    start = desk.view.text.index("مراكش")
    desk.view.select(start, start + 3)
    qtbot.keyClick(desk.view, Qt.Key.Key_2)
    desk.view.select(start + 1, start + 5)
    qtbot.keyClick(desk.view, Qt.Key.Key_1)
    assert len(annotations(window)) == 1
    assert window.messages.isVisible()
    assert window.messages.kind == "error"


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_BracketRight, Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_a_command_leaves_the_annotations_row_chosen_alone(
    window: MainWindow, desk: Workspace, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    """A list that lets several rows be chosen takes Ctrl and Shift, held down for any command, to
    mean that: Ctrl+R left the row unchosen."""
    window.session.open_article(desk.articles.model.ids[0])
    annotation = annotations(window)[0]
    window.session.go_to(annotation.id)
    (panel,) = desk.side.findChildren(AnnotationList)
    qtbot.keyClick(desk.view, key, held)
    assert annotations(window)[0] != annotation
    chosen = [index.data(ANNOTATION).id for index in panel.view.selectedIndexes()]
    assert chosen == [annotation.id]


def test_files_dropped_are_imported_into_the_open_project(
    window: MainWindow, desk: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "خبر.txt"
    file.write_text("وصل الوفد إلى بغداد.", encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    event = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction | Qt.DropAction.MoveAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.setDropAction(Qt.DropAction.MoveAction)  # as a file manager may propose
    window.dropEvent(event)
    assert event.dropAction() == Qt.DropAction.CopyAction  # or it would delete the file
    qtbot.waitUntil(lambda: bool(window.findChildren(ImportDialog)))
    window.findChildren(ImportDialog)[0].close()


def test_both_languages_show_the_whole_workspace(
    window: MainWindow, desk: Workspace, qtbot: QtBot
) -> None:
    window.actions_["language"].trigger()
    qtbot.waitUntil(lambda: desk.layoutDirection() == Qt.LayoutDirection.RightToLeft)

    def middle() -> int:
        return desk.articles.mapTo(window, desk.articles.rect().center()).x()

    qtbot.waitUntil(lambda: middle() > window.width() / 2)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_it_fits_a_screen_of_1280_by_800_at_150_percent(window: MainWindow, language: str) -> None:
    window.session.language.choose(language)
    least = window.minimumSizeHint()
    assert least.width() <= 853
    assert least.height() <= 533


def test_the_article_is_written_as_a_pdf_in_the_background(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.actions_["print_pdf"].trigger()
    dialog, path = window.findChild(QFileDialog), tmp_path / "مقال.pdf"
    assert dialog is not None
    said: list[str] = []
    window.session.said.connect(said.append)
    dialog.fileSelected.emit(str(path))
    dialog.close()
    assert window.session.jobs.running
    qtbot.waitUntil(lambda: not window.session.jobs.running)
    assert path.read_bytes().startswith(b"%PDF")
    assert len(said) == 1
    assert path.name in said[0]


@pytest.mark.parametrize("name", ["{}", "{}-wal", "another.hashiya"])
def test_no_pdf_is_written_over_a_project(
    window: MainWindow, qtbot: QtBot, project_path: Path, name: str
) -> None:
    path = project_path.with_name(name.format(project_path.name))
    before = path.read_bytes() if path.exists() else None
    told: list[HashiyaError] = []
    window.session.failed.connect(told.append)
    window.actions_["print_pdf"].trigger()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(lambda: not window.session.jobs.running)
    assert len(told) == 1
    assert (path.read_bytes() if path.exists() else None) == before


def test_a_flag_that_was_refused_does_not_look_set(window: MainWindow) -> None:
    assert window.session.project is not None
    window.session.project.hand_over()
    window.actions_["flag"].trigger()
    assert "background" in window.messages.text
    assert not window.actions_["flag"].isChecked()
    window.session.project.take_back()
    window.actions_["flag"].trigger()
    assert window.actions_["flag"].isChecked()
