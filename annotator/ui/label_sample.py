"""How a label will look in an article, on a light ground or a dark one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.fonts import reading_font
from annotator.ui.ink import ink
from annotator.ui.theme import Colours

_BEFORE, _SPAN, _AFTER = "وصل إلى ", "مدينة حمص", " أمس"


class LabelSample(QWidget):
    """A phrase with a span of the label in it, drawn with that theme's own colours."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._ink = ink("#808080", surface=colours.surface, text=colours.text)
        self._name = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(220, 84)

    def show_colour(self, colour: str, name: str) -> None:
        self._ink = ink(colour, surface=self._colours.surface, text=self._colours.text)
        self._name = name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        painter.setPen(QPen(QColor(self._colours.border), 1))
        painter.setBrush(QColor(self._colours.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        font = reading_font("", 15)
        painter.setFont(font)
        self._paint_phrase(painter, QFontMetrics(font))

    def _paint_phrase(self, painter: QPainter, metrics: QFontMetrics) -> None:
        widths = [metrics.horizontalAdvance(part) for part in (_BEFORE, _SPAN, _AFTER)]
        right = (self.width() + sum(widths)) / 2
        top = 34.0
        span = QRectF(right - widths[0] - widths[1], top, widths[1], metrics.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._ink.fill))
        painter.drawRoundedRect(span.adjusted(-3, 0, 3, 2), 4, 4)
        painter.setBrush(QColor(self._ink.line))
        painter.drawRect(QRectF(span.x() - 3, span.bottom() + 2, span.width() + 6, 2))
        painter.setPen(QColor(self._colours.text))
        for part, width in zip((_BEFORE, _SPAN, _AFTER), widths, strict=True):
            right -= width
            place = QRectF(right - 4, top, width + 8, metrics.height())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), part)
        self._paint_chip(painter, span)

    def _paint_chip(self, painter: QPainter, span: QRectF) -> None:
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.82)
        metrics = QFontMetrics(font)
        name = metrics.elidedText(self._name or "—", Qt.TextElideMode.ElideRight, 120)
        chip = QRectF(0, 12, metrics.horizontalAdvance(name) + 12, metrics.height() + 1)
        chip.moveRight(span.right() + 3)
        painter.setFont(font)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._ink.chip))
        painter.drawRoundedRect(chip, 4, 4)
        painter.setPen(QColor(self._ink.chip_text))
        painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), name)
