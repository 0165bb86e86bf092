"""The label editor saves one step that undo takes back, and never loses an annotation silently."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from held_dialog import hold
from marked_article import TEXT, mark, open_first
from PySide6.QtGui import QIcon
from pytestqt.qtbot import QtBot
from screen import drawn

from annotator.ui.label_editor import LabelEditor
from annotator.ui.session import Session


@pytest.fixture
def opened(session: Session, make_project: Callable[..., Any]) -> Session:
    session.adopt(make_project(TEXT))
    open_first(session)
    mark(session, "الجيش اللبناني", "actor")
    mark(session, "حمص", "location")
    return session


def editor(qtbot: QtBot, session: Session) -> LabelEditor:
    return hold(qtbot, LabelEditor(session))


def labels_of(session: Session) -> list[str]:
    return [label.key for label in session.labels]


def test_renaming_keeps_the_annotations(qtbot: QtBot, opened: Session) -> None:
    dialog = editor(qtbot, opened)
    dialog.form.name_en.setText("Agent")
    dialog.form.key.setText("agent")
    dialog.form.edited.emit()
    with qtbot.waitSignal(dialog.accepted):
        dialog.save.click()
    assert labels_of(opened)[0] == "agent"
    assert opened.article is not None
    assert [a.label for a in opened.article.annotations] == ["agent", "location"]
    opened.undo()
    assert labels_of(opened)[0] == "actor"


def test_the_sample_calls_the_label_what_the_interface_will(qtbot: QtBot, opened: Session) -> None:
    dialog = editor(qtbot, opened)
    form = dialog.form
    sample = form.samples["light"]
    before = drawn(sample)
    form.name_ar.setText("شخص")
    form.name_ar.textEdited.emit("شخص")
    assert drawn(sample) == before
    form.name_en.setText("Person")
    form.name_en.textEdited.emit("Person")
    assert drawn(sample) != before


def test_removing_a_used_label_asks_and_its_annotations_go_where_told(
    qtbot: QtBot, opened: Session
) -> None:
    dialog = editor(qtbot, opened)
    dialog.list.remove.click()
    assert dialog.removals.isVisible()
    (box,) = dialog.removals.boxes
    box.setCurrentIndex(box.findData(opened.labels["source"].id))
    box.activated.emit(box.currentIndex())
    dialog.save.click()
    qtbot.waitUntil(lambda: not dialog.busy)
    assert opened.article is not None
    assert [a.label for a in opened.article.annotations] == ["source", "location"]
    opened.undo()
    assert [a.label for a in opened.article.annotations] == ["actor", "location"]


def test_removing_a_used_label_can_remove_its_annotations_and_undo_brings_all_back(
    qtbot: QtBot, opened: Session
) -> None:
    dialog = editor(qtbot, opened)
    dialog.list.remove.click()
    (box,) = dialog.removals.boxes
    box.setCurrentIndex(box.count() - 1)
    box.activated.emit(box.currentIndex())
    dialog.save.click()
    qtbot.waitUntil(lambda: not dialog.busy)
    assert opened.article is not None
    assert [a.label for a in opened.article.annotations] == ["location"]
    opened.undo()
    assert [a.label for a in opened.article.annotations] == ["actor", "location"]


def test_a_removal_is_taken_back_by_a_button(qtbot: QtBot, opened: Session) -> None:
    dialog = editor(qtbot, opened)
    dialog.list.remove.click()
    dialog.removals._restore(dialog.drafts.removals[0])
    assert dialog.removals.isHidden()
    assert sorted(label.key for label in dialog.drafts.labels) == sorted(labels_of(opened))


def test_a_new_label_is_named_and_gets_a_key_of_its_name(qtbot: QtBot, opened: Session) -> None:
    dialog = editor(qtbot, opened)
    dialog.list.add.click()
    assert not dialog.save.isEnabled()
    qtbot.keyClicks(dialog.form.name_en, "Armed Group")
    assert dialog.save.isEnabled()
    dialog.save.click()
    qtbot.waitUntil(lambda: not dialog.busy)
    assert labels_of(opened)[-1] == "armed_group"


def test_mistakes_are_told_at_once_and_cannot_be_saved(qtbot: QtBot, opened: Session) -> None:
    dialog = editor(qtbot, opened)
    dialog.form.digit.setCurrentIndex(2)
    dialog.form.digit.activated.emit(2)
    assert "digit" in dialog.message.text()
    assert not dialog.save.isEnabled()
    dialog.form.digit.setCurrentIndex(0)
    dialog.form.digit.activated.emit(0)
    assert dialog.message.text() == ""


def test_attributes_are_edited_in_cards(qtbot: QtBot, opened: Session) -> None:
    dialog = editor(qtbot, opened)
    dialog.list.rows.setCurrentRow(1)
    dialog.attributes.add.click()
    qtbot.keyClicks(dialog.attributes.cards[0].names.name_en, "Kind of place")
    dialog.save.click()
    qtbot.waitUntil(lambda: not dialog.busy)
    (attribute,) = opened.labels["location"].attributes
    assert (attribute.key, attribute.name_en) == ("kind_of_place", "Kind of place")


def test_the_pages_of_one_label_do_not_undo_each_other(qtbot: QtBot, opened: Session) -> None:
    dialog = editor(qtbot, opened)
    dialog.guideline_en.setPlainText("Whoever acts.")
    qtbot.keyClicks(dialog.form.name_en, "s")
    dialog.form.colour._choose("#d55e00")
    dialog.save.click()
    qtbot.waitUntil(lambda: not dialog.busy)
    actor = opened.labels["actor"]
    assert (actor.guideline_en, actor.name_en, actor.colour) == (
        "Whoever acts.", "Actors", "#d55e00",
    )  # fmt: skip


def test_labels_go_to_a_file_and_come_back(qtbot: QtBot, opened: Session, tmp_path: Path) -> None:
    dialog = editor(qtbot, opened)
    path = tmp_path / "labels.toml"
    dialog.write_file(path)
    before = list(dialog.drafts.labels)
    dialog.list.remove.click()
    dialog.read_file(path)
    assert dialog.drafts.labels == before
    assert dialog.drafts.reassign() == {}


def test_a_wrong_file_is_told_with_its_line(qtbot: QtBot, opened: Session, tmp_path: Path) -> None:
    path = tmp_path / "labels.toml"
    path.write_text('[[label]]\nkey = "a b"\n', encoding="utf-8")
    dialog = editor(qtbot, opened)
    dialog.read_file(path)
    assert "labels.toml:" in dialog.message.text()
    assert [label.key for label in dialog.drafts.labels] == labels_of(opened)


def test_cancel_changes_nothing(qtbot: QtBot, opened: Session) -> None:
    dialog = editor(qtbot, opened)
    dialog.list.remove.click()
    dialog.cancel.click()
    assert labels_of(opened) == ["actor", "location", "quantity", "source"]


def test_the_chosen_label_keeps_its_colour_in_the_list(qtbot: QtBot, opened: Session) -> None:
    dialog = editor(qtbot, opened)
    icon = dialog.list.rows.currentItem().icon()
    chosen, plain = (icon.pixmap(16, mode) for mode in (QIcon.Mode.Selected, QIcon.Mode.Normal))
    assert chosen.toImage() == plain.toImage()
