"""Each kind of attribute is edited by what fits it, and a value is told once, when it is done."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.labels import Attribute, AttributeKind, Choice
from annotator.ui.attribute_editors import AttributeEditor, editor_for, shown_number
from annotator.ui.session import Session

CHOICES = (
    Choice(key="person", name_ar="شخص", name_en="Person"),
    Choice(key="group", name_ar="جماعة", name_en="Group"),
)


def make(qtbot: QtBot, session: Session, kind: AttributeKind) -> tuple[Any, list[object]]:
    """An editor, and the values that it tells."""
    attribute = Attribute(
        key="value", name_ar="القيمة", name_en="Value", kind=kind,
        choices=CHOICES if kind is AttributeKind.CHOICE else (),
    )  # fmt: skip
    editor: AttributeEditor = editor_for(attribute, session.theme)
    qtbot.addWidget(editor)
    editor.show()
    told: list[object] = []
    editor.committed.connect(lambda: told.append(editor.value()))
    return editor, told


def typed(qtbot: QtBot, field: Any, text: str) -> None:
    field.selectAll()
    field.insert(text)  # QTest types Latin letters only
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_text_is_told_when_finished_and_trimmed(qtbot: QtBot, session: Session) -> None:
    editor, told = make(qtbot, session, AttributeKind.TEXT)
    typed(qtbot, editor.field, " نازح ")
    typed(qtbot, editor.field, "نازح")
    assert told == ["نازح"]
    editor.field.clear()
    qtbot.keyClick(editor.field, Qt.Key.Key_Return)
    assert told == ["نازح", None]


def test_a_flag_is_true_or_absent(qtbot: QtBot, session: Session) -> None:
    editor, told = make(qtbot, session, AttributeKind.FLAG)
    editor.box.click()
    editor.box.click()
    assert told == [True, None]


@pytest.mark.parametrize("digit", ["2", "٢"])
def test_a_choice_is_taken_by_its_digit_and_the_hand_goes_on(
    qtbot: QtBot, session: Session, digit: str
) -> None:
    editor, told = make(qtbot, session, AttributeKind.CHOICE)
    done: list[object] = []
    editor.finished.connect(lambda: done.append(True))
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_2, Qt.KeyboardModifier.NoModifier, digit)
    for _ in range(2):  # saying it again takes nothing back
        QApplication.sendEvent(editor.chips["person"], press)
    assert (told, done) == (["group"], [True, True])
    qtbot.keyClick(editor.chips["person"], Qt.Key.Key_9)  # there is no ninth
    assert (told, len(done)) == (["group"], 2)


def test_a_choice_is_taken_by_a_click_and_given_back_by_another(
    qtbot: QtBot, session: Session
) -> None:
    editor, told = make(qtbot, session, AttributeKind.CHOICE)
    editor.chips["person"].click()
    editor.chips["group"].click()
    assert [key for key, chip in editor.chips.items() if chip.isChecked()] == ["group"]
    editor.chips["group"].click()
    assert told == ["person", "group", None]


def test_a_choice_that_the_label_no_longer_has_is_shown_and_kept(
    qtbot: QtBot, session: Session
) -> None:
    editor, told = make(qtbot, session, AttributeKind.CHOICE)
    editor.set_value("vanished")
    assert editor.value() == "vanished"
    assert not any(chip.isChecked() for chip in editor.chips.values())
    assert told == []


@pytest.mark.parametrize("typing", ["4000", "٤٠٠٠", "۴۰۰۰", "4,000", "٤٬٠٠٠", "4 آلاف"])
def test_a_number_in_any_digits_and_in_words(qtbot: QtBot, session: Session, typing: str) -> None:
    editor, told = make(qtbot, session, AttributeKind.NUMBER)
    editor.field.setText(typing)
    editor.field.editingFinished.emit()
    assert told == [4000.0]
    assert editor.field.text() == "4,000"


def test_what_is_no_number_is_not_told_and_stays_to_be_mended(
    qtbot: QtBot, session: Session
) -> None:
    editor, told = make(qtbot, session, AttributeKind.NUMBER)
    typed(qtbot, editor.field, "كثير")
    assert told == []
    assert editor.field.text() == "كثير"
    assert editor.field.toolTip()


def test_a_quantity_is_one_number(qtbot: QtBot, session: Session) -> None:
    editor, told = make(qtbot, session, AttributeKind.QUANTITY)
    assert not editor.high.isVisible()
    typed(qtbot, editor.low, "12")
    assert told == [12.0]


def test_a_quantity_is_a_range_in_order(qtbot: QtBot, session: Session) -> None:
    editor, told = make(qtbot, session, AttributeKind.QUANTITY)
    editor.range.click()
    typed(qtbot, editor.low, "5000")
    typed(qtbot, editor.high, "3000")
    assert told == [[3000.0, 5000.0]]
    assert (editor.low.text(), editor.high.text()) == ("3,000", "5,000")


def test_a_range_written_in_one_field_fills_both(qtbot: QtBot, session: Session) -> None:
    editor, told = make(qtbot, session, AttributeKind.QUANTITY)
    editor.low.setText("3-5")
    editor.low.editingFinished.emit()
    assert told == [[3.0, 5.0]]
    assert editor.high.isVisible()


def test_showing_a_value_tells_nothing(qtbot: QtBot, session: Session) -> None:
    for kind, value in (
        (AttributeKind.TEXT, "نازح"),
        (AttributeKind.NUMBER, 3.5),
        (AttributeKind.QUANTITY, [3.0, 5.0]),
        (AttributeKind.QUANTITY, 7),
        (AttributeKind.CHOICE, "group"),
        (AttributeKind.FLAG, True),
    ):
        editor, told = make(qtbot, session, kind)
        editor.set_value(value)
        assert (editor.value(), told) == (value, [])


def test_numbers_are_shown_as_they_are_typed() -> None:
    assert [shown_number(n) for n in (None, 0.05, 4000.0, 1234567.5)] == [
        "", "0.05", "4,000", "1,234,567.5",
    ]  # fmt: skip
