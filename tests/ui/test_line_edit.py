"""Arabic in a field stands on the line that Latin stands on."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from annotator.ui.fonts import interface_font
from annotator.ui.line_edit import LineEdit


def lowest_ink(qtbot: QtBot, text: str) -> int:
    """The row of the last dark pixel of `text`, whose letters all stand on the base line."""
    field = LineEdit(text)
    qtbot.addWidget(field)
    field.setFont(interface_font())
    field.setFrame(False)
    field.resize(200, 40)
    image = field.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    rows = range(image.height() - 1, -1, -1)
    return next(y for y in rows if any(image.pixel(x, y) & 255 < 90 for x in range(image.width())))


@pytest.mark.parametrize("text", ["ادا", "Actor ادا", "ادا Actor"])
def test_the_base_line_is_one(qtbot: QtBot, text: str) -> None:
    assert lowest_ink(qtbot, text) == pytest.approx(lowest_ink(qtbot, "Actor"), abs=1)


def test_it_stays_so_while_one_types(qtbot: QtBot) -> None:
    field = LineEdit(parent=None)
    qtbot.addWidget(field)
    empty = field.alignment()
    field.setText("دمشق")
    assert field.alignment() != empty
    field.clear()
    assert field.alignment() == empty
