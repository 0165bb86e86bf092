"""A wrapped label: where its lines begin, and that they are where Qt has room for them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.ui.plain_label import PlainLabel
from annotator.ui.session import Session

_ALIKE = " ".join(["الا"] * 70)  # each line begins with an upright; nothing is below or above it


def _grabbed(qtbot: QtBot, label: QLabel) -> QImage:
    qtbot.addWidget(label)
    label.setWordWrap(True)
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    label.setAlignment(
        Qt.AlignmentFlag.AlignRight
        | Qt.AlignmentFlag.AlignAbsolute
        | (label.alignment() & Qt.AlignmentFlag.AlignVertical_Mask)
    )
    label.setStyleSheet("color: black; background: white;")
    label.resize(400, label.heightForWidth(400) + 10)
    return label.grab().toImage()


def _lines(image: QImage) -> list[tuple[int, int]]:
    """Of each line of what is written in black on white its top and its right edge."""
    lines: list[tuple[int, int]] = []
    inside = False
    for y in range(image.height()):
        inked = [x for x in range(image.width()) if image.pixelColor(x, y).lightness() < 160]
        if inked and not inside:
            lines.append((y, inked[-1]))
        inside = bool(inked)
    return lines


@pytest.mark.parametrize("selectable", [False, True])
def test_wrapped_arabic_lines_begin_below_each_other(
    qtbot: QtBot, session: Session, selectable: bool
) -> None:
    """Qt's own label sets in all but the last, by the blank at the line's end."""
    lines = _lines(_grabbed(qtbot, PlainLabel(_ALIKE, selectable=selectable)))
    assert len(lines) > 2
    assert len({right for _, right in lines}) == 1


def test_the_lines_are_where_qt_draws_them(qtbot: QtBot, session: Session) -> None:
    """Qt says how high the label is: broken elsewhere, it would be cut off."""
    ours, theirs = _grabbed(qtbot, PlainLabel(_ALIKE)), _grabbed(qtbot, QLabel(_ALIKE))
    assert [top for top, _ in _lines(ours)] == [top for top, _ in _lines(theirs)]
