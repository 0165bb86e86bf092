"""A sentence in the reading face as it is set, under the settings that set it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.fonts import reading_font
from annotator.ui.session import Session
from annotator.ui.textview.style import ViewStyle

_LINES = ("أعلنت الوزارة أنّ نحو ٤ آلاف نازح", "غادروا المدينة إلى ريف حمص.")


class ReadingSample(QWidget):
    """Two lines, so that the spacing can be seen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        session.preferences.changed.connect(self._follow)
        session.theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        preferences = self._session.preferences
        points = min(preferences.reading_size, 26.0)
        return QSize(320, round(points * 4 / 3 * self._spacing() * (len(_LINES) - 0.4)) + 26)

    def paintEvent(self, event: QPaintEvent) -> None:
        preferences, theme = self._session.preferences, self._session.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        font = reading_font(preferences.reading_family, min(preferences.reading_size, 26.0))
        painter.setFont(font)
        painter.setPen(QColor(theme.colours.text))
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        height = (self.height() - 16) / len(_LINES)
        flags = (
            Qt.AlignmentFlag.AlignRight
            | Qt.AlignmentFlag.AlignVCenter
            | Qt.AlignmentFlag.AlignAbsolute
        )
        for number, line in enumerate(_LINES):
            place = QRectF(16, 8 + number * height, self.width() - 32, height)
            painter.drawText(place, int(flags), line)

    def _spacing(self) -> float:
        return self._session.preferences.number("reading/spacing", ViewStyle().line_spacing)

    def _follow(self, key: str) -> None:
        if key.startswith("reading/"):
            self.updateGeometry()
            self.update()
