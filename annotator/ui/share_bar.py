"""A bar as long as a share of a whole, in a label's colour or the theme's."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.theme import Theme

_THICKNESS = 8.0


class ShareBar(QWidget):
    """`share` is from 0 to 1; it grows from where the reading begins."""

    def __init__(
        self, share: float, colour: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._share = share
        self._colour = colour
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(120, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(0, (self.height() - _THICKNESS) / 2, self.width(), _THICKNESS)
        painter.setBrush(self._theme.colour("hover"))
        painter.drawRoundedRect(track, _THICKNESS / 2, _THICKNESS / 2)
        if self._share <= 0:
            return
        filled = QRectF(track)
        filled.setWidth(max(_THICKNESS, track.width() * min(self._share, 1.0)))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            filled.moveRight(track.right())
        ink = self._theme.ink(self._colour).line if self._colour else self._theme.colours.accent
        painter.setBrush(QColor(ink))
        painter.drawRoundedRect(filled, _THICKNESS / 2, _THICKNESS / 2)
