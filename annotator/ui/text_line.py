"""One line of plain text, its baseline where the face puts it whatever other faces it borrows.

What a line looks like is worked out once and kept: a list is painted again at every key, and most
of its rows are what they were.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextLine, QTextOption

_KEPT = 2048  # lines: some screens of every list
_ENDLESS = 1e6  # pixels: a line that is never broken


class _Shaped(NamedTuple):  # made a millisecond sooner than a dataclass, before the first paint
    layout: QTextLayout  # Qt's line lives as long as its layout
    line: QTextLine
    width: int


def draw_line(painter: QPainter, rect: QRect, text: str, side: Qt.AlignmentFlag) -> None:
    """Draw `text` in the middle of `rect` against its `side` (AlignLeft, AlignRight or
    AlignHCenter). A rectangle would let an emoji in the text push the words off their line."""
    metrics = painter.fontMetrics()
    shaped = _shaped(text, QFont(painter.font()), painter.layoutDirection())
    x = rect.x()
    if side == Qt.AlignmentFlag.AlignRight:
        x = rect.x() + rect.width() - shaped.width
    elif side == Qt.AlignmentFlag.AlignHCenter:
        x = rect.x() + (rect.width() - shaped.width) // 2
    y = rect.y() + (rect.height() + metrics.ascent() - metrics.descent()) // 2
    shaped.line.draw(painter, QPointF(x, y - shaped.line.ascent()))


def line_width(text: str, font: QFont) -> int:
    """How many pixels wide one line of `text` is."""
    return _width(text, QFont(font))  # a copy: a style option's own font goes with the option


def cut_line(text: str, font: QFont, room: int) -> str:
    """`text`, an ellipsis where `room` pixels end."""
    return _cut(text, QFont(font), room)


@lru_cache(maxsize=_KEPT)
def _width(text: str, font: QFont) -> int:
    return QFontMetrics(font).horizontalAdvance(text)


@lru_cache(maxsize=_KEPT)
def _cut(text: str, font: QFont, room: int) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)


@lru_cache(maxsize=_KEPT)
def _shaped(text: str, font: QFont, way: Qt.LayoutDirection) -> _Shaped:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(way)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(_ENDLESS)
    layout.endLayout()
    return _Shaped(layout, line, _width(text, font))
