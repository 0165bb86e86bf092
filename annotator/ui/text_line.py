"""One line of plain text, its baseline where the face puts it whatever other faces it borrows."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter


def draw_line(painter: QPainter, rect: QRect, text: str, side: Qt.AlignmentFlag) -> None:
    """Draw `text` in the middle of `rect` against its `side` (AlignLeft, AlignRight or
    AlignHCenter). A rectangle would let an emoji in the text push the words off their line."""
    metrics = painter.fontMetrics()
    width = metrics.horizontalAdvance(text)
    x = rect.x()
    if side == Qt.AlignmentFlag.AlignRight:
        x = rect.x() + rect.width() - width
    elif side == Qt.AlignmentFlag.AlignHCenter:
        x = rect.x() + (rect.width() - width) // 2
    y = rect.y() + (rect.height() + metrics.ascent() - metrics.descent()) // 2
    painter.drawText(QPoint(x, y), text)
