"""Settings act at once: a person's own on this machine, a project's as a step to undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from held_dialog import hold
from marked_article import open_first
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.arabic.direction import without_controls
from annotator.arabic.token_rules import CAMEL_TOKENS
from annotator.core.span import OverlapPolicy
from annotator.ops.project import token_rules_of
from annotator.ui.combo_box import ComboBox
from annotator.ui.fonts import arabic_faces
from annotator.ui.preferences import DEFAULT_SIZE
from annotator.ui.session import Session
from annotator.ui.settings_dialog import SettingsDialog
from annotator.ui.textview.style import ChipMode, ViewStyle
from annotator.ui.window import MainWindow


@pytest.fixture
def dialog(qtbot: QtBot, session: Session, make_project: Callable[..., Any]) -> SettingsDialog:
    session.adopt(make_project("خبر"))
    return hold(qtbot, SettingsDialog(session))


def choose(box: ComboBox, key: str) -> None:
    place = box.findData(key)
    assert place >= 0
    box.setCurrentIndex(place)
    box.activated.emit(place)


def test_language_and_theme_are_switched_while_it_is_open(
    dialog: SettingsDialog, session: Session
) -> None:
    choose(dialog.theme, "dark")
    assert session.theme.dark
    choose(dialog.tongue, "ar")
    assert session.language.code == "ar"
    assert dialog.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert dialog.theme.currentData() == "dark"


def test_the_reading_surface_is_set(dialog: SettingsDialog, session: Session) -> None:
    preferences = session.preferences
    choose(dialog.face, arabic_faces()[-1])
    choose(dialog.chips, "dots")
    dialog.type_size.more.click()
    dialog.spacing.field.setText("٣٫١")
    dialog.spacing.field.editingFinished.emit()
    dialog.snap.click()
    assert preferences.reading_family == arabic_faces()[-1]
    assert preferences.text("reading/chips") == "dots"
    assert preferences.reading_size == DEFAULT_SIZE + 1
    assert preferences.number("reading/spacing", 0) == 3.1
    assert preferences.flag("reading/snap", True) is False


def test_a_size_out_of_range_or_no_number_is_set_right(
    dialog: SettingsDialog, session: Session
) -> None:
    dialog.type_size.field.setText("900")
    dialog.type_size.field.editingFinished.emit()
    assert session.preferences.reading_size == 60
    dialog.type_size.field.setText("big")
    dialog.type_size.field.editingFinished.emit()
    assert dialog.type_size.field.text() == "60"


def test_the_projects_own_settings_can_be_undone(dialog: SettingsDialog, session: Session) -> None:
    assert session.project is not None
    choose(dialog.policy, OverlapPolicy.ANY.value)
    assert session.project.policy is OverlapPolicy.ANY
    session.undo()
    assert session.project.policy is OverlapPolicy.NESTED
    assert dialog.policy.currentData() == OverlapPolicy.NESTED.value


def test_who_annotates_is_renamed_but_never_nameless(
    dialog: SettingsDialog, session: Session
) -> None:
    assert session.project is not None
    dialog.annotator.setText("ماهر")
    dialog.annotator.editingFinished.emit()
    assert session.project.store.annotator == "ماهر"
    dialog.annotator.setText(" ")
    dialog.annotator.editingFinished.emit()
    assert dialog.annotator.text() == "ماهر"


def test_without_a_project_its_settings_wait(qtbot: QtBot, session: Session) -> None:
    dialog = hold(qtbot, SettingsDialog(session))
    assert not dialog.policy.isEnabled()
    assert "open one" in dialog._hint.text()


def test_the_article_follows_while_the_dialog_is_open(qtbot: QtBot, window: MainWindow) -> None:
    dialog = hold(qtbot, SettingsDialog(window.session, window))
    view = window.workspace.view
    choose(dialog.chips, "off")
    dialog.spacing.more.click()
    dialog.snap.click()
    assert view.chips is ChipMode.OFF
    assert view.look.line_spacing == pytest.approx(ViewStyle().line_spacing + 0.05)
    assert view.snap_selection is False


def test_proclitics_are_left_out_only_while_the_project_says_so(
    qtbot: QtBot, session: Session, make_project: Callable[..., Any]
) -> None:
    from annotator.ops.annotate import tag

    session.adopt(make_project("وصل إلى الحسكة. نزل بالحسكة وبالحسكة. عاد إلى الحسكة."))
    open_first(session)
    dialog = hold(qtbot, SettingsDialog(session))
    assert session.article is not None
    start = session.article.text.index("بالحسكة")
    first = session.run(tag, session.article_id, start, start + 7, "location")
    assert first is not None
    assert first.added[0].text == "الحسكة"
    session.undo()
    dialog.proclitics.click()
    second = session.run(tag, session.article_id, start, start + 7, "location")
    assert second is not None
    assert second.added[0].text == "بالحسكة"


def test_the_tokens_of_exports_are_chosen_and_can_be_undone(
    dialog: SettingsDialog, session: Session
) -> None:
    assert session.project is not None
    store = session.project.store
    for rule, box in dialog.tokens.boxes.items():
        shown = dialog.tokens.examples[rule].text()
        box.click()
        assert getattr(token_rules_of(store), rule) is True
        assert dialog.tokens.examples[rule].text() != shown
        session.undo()
        assert token_rules_of(store) == CAMEL_TOKENS
        assert not box.isChecked()
        assert dialog.tokens.examples[rule].text() == shown


def test_an_example_shows_the_tokens_that_a_rule_makes(dialog: SettingsDialog) -> None:
    def shown(rule: str) -> list[list[str]]:
        words = without_controls(dialog.tokens.examples[rule].text()[1:]).split("      ")
        return [word.split(" │ ") for word in words]

    assert shown("numbers")[2:] == [["1", ",", "250"], ["12", "%"]]
    assert shown("tatweel")[1] == ["الـ27"]
    for box in dialog.tokens.boxes.values():
        box.click()
    assert shown("numbers") == [["3.5"], ["٣٫٥"], ["1,250"], ["12%"]]
    assert shown("tatweel") == [["لـ", '"', "قسد", '"'], ["الـ", "27"]]


def test_scrolling_past_a_choice_scrolls_and_changes_nothing(
    dialog: SettingsDialog, session: Session
) -> None:
    box, place = dialog.theme, QPoint(10, 10)
    wheel = QWheelEvent(
        place, box.mapToGlobal(place), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, wheel)
    assert dialog.theme.currentData() == session.theme.choice == "light"
    assert not wheel.isAccepted(), "it is for the area around"
