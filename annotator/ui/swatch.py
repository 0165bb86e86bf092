"""A label's colour as a small round icon."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from annotator.ui.theme import Theme


def swatch(colour: str, theme: Theme, size: int = 16) -> QIcon:
    """A disc of the line colour that a label of `colour` has in this theme."""
    disc = swatch_pixmap(theme.ink(colour).line, size)
    shown = QIcon(disc)
    shown.addPixmap(disc, QIcon.Mode.Selected)  # else Qt tints it in a selected row
    return shown


def swatch_pixmap(colour: str, size: int = 16) -> QPixmap:
    """A disc of exactly `colour`, drawn at twice the size for fine screens."""
    pixmap = QPixmap(size * 2, size * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(QRectF(2, 2, size - 4, size - 4))
    painter.end()
    return pixmap
