"""A combo box with its arrow drawn in the theme's colour, on the side where the text ends."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QWidget

from annotator.ui.icons import picture
from annotator.ui.theme import Theme

_ARROW = 14


class ComboBox(QComboBox):
    """The style sheet leaves the arrow out, for a picture in it cannot follow the theme."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll what the box stands in: a value is never changed by scrolling past it."""
        event.ignore()

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """What does not fit ends in an ellipsis, not in half a letter."""
        super().initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        option.currentText = option.fontMetrics.elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, field.width()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        colours = self._theme.colours
        colour = colours.muted if self.isEnabled() else colours.faint
        middle = (self.height() - _ARROW) // 2
        place = QRect(self.width() - _ARROW - 9, middle, _ARROW, _ARROW)
        painter = QPainter(self)
        painter.drawPixmap(
            QStyle.visualRect(self.layoutDirection(), self.rect(), place),
            picture("down", colour, _ARROW, self.devicePixelRatioF()),
        )
