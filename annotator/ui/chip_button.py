"""A rounded button that can stay pressed: a colour swatch, a name, a key cap."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from annotator.ui.theme import Theme

_PAD = 11
_GAP = 7
_SWATCH = 10


class ChipButton(QAbstractButton):
    """Shows `text()`, before it a swatch of a label's `colour` (or none), after it the `key` that
    does the same (or none). Checkable; drawn from the theme, mirrored with the interface."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        parent: QWidget | None = None,
        *,
        colour: str = "",
        key: str = "",
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.colour = colour
        self.key = key
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + 2 * _PAD + 2
        if self.colour:
            width += _SWATCH + _GAP
        if self.key:
            width += self._cap_size().width() + _GAP - 4
        return QSize(width, max(metrics.height() + 10, 30))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 72), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        inner = self.rect().adjusted(_PAD, 0, -_PAD, 0)
        inner = self._paint_swatch(painter, inner)
        inner = self._paint_key(painter, inner)
        self._paint_text(painter, inner)

    def _paint_frame(self, painter: QPainter) -> None:
        edge, width = self._theme.colour("border"), 1.0
        if self.hasFocus():
            edge, width = self._theme.colour("accent"), 2.0
        elif self.isChecked():
            edge, width = self._accent(), 1.5
        painter.setPen(QPen(edge, width))
        painter.setBrush(self._ground())
        frame = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)

    def _ground(self) -> QColor:
        theme = self._theme
        if not self.isEnabled():
            return theme.colour("window")
        if self.colour and (self.isChecked() or self.isDown()):
            return QColor(theme.ink(self.colour).fill)
        if self.isChecked() or self.isDown():
            return theme.colour("selected")
        return theme.colour("hover" if self.underMouse() else "raised")

    def _accent(self) -> QColor:
        if self.colour:
            return QColor(self._theme.ink(self.colour).line)
        return self._theme.colour("accent")

    def _paint_swatch(self, painter: QPainter, inner: QRect) -> QRect:
        if not self.colour:
            return inner
        place = QRect(inner.x(), (self.height() - _SWATCH) // 2, _SWATCH, _SWATCH)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._accent())
        painter.drawEllipse(self._mirrored(place))
        return inner.adjusted(_SWATCH + _GAP, 0, 0, 0)

    def _paint_key(self, painter: QPainter, inner: QRect) -> QRect:
        if not self.key:
            return inner
        size = self._cap_size()
        place = QRect(
            inner.right() - size.width() + 5, (self.height() - size.height()) // 2,
            size.width(), size.height(),
        )  # fmt: skip
        paint_key_cap(painter, self._mirrored(place), self.key, self._cap_font(), self._theme)
        return inner.adjusted(0, 0, -size.width() - _GAP + 4, 0)

    def _paint_text(self, painter: QPainter, inner: QRect) -> None:
        painter.setFont(self.font())
        painter.setPen(self._theme.colour("text" if self.isEnabled() else "faint"))
        text = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, inner.width() + 2
        )
        place = self._mirrored(inner).adjusted(-1, 0, 1, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)

    def _mirrored(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def _cap_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(max(7.0, font.pointSizeF() * 0.82))
        return font

    def _cap_size(self) -> QSize:
        return key_cap_size(self.key, self._cap_font())


def key_cap_size(text: str, font: QFont) -> QSize:
    """The room that a key cap with `text` takes."""
    metrics = QFontMetrics(font)
    height = metrics.height() + 3
    return QSize(max(metrics.horizontalAdvance(text) + 10, height), height)


def paint_key_cap(painter: QPainter, rect: QRect, text: str, font: QFont, theme: Theme) -> None:
    """A key of a keyboard: a cap with a thicker lower edge, and what is printed on it."""
    painter.setFont(font)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("faint"))
    painter.drawRoundedRect(QRectF(rect), 4.5, 4.5)
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -2), 3.6, 3.6)
    painter.setPen(theme.colour("muted" if theme.dark else "text"))
    painter.drawText(rect.adjusted(0, 0, 0, -1), Qt.AlignmentFlag.AlignCenter, text)
