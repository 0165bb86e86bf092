"""What a widget would draw, beside what its painting, piece by piece, has left on the screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

SIDE = 2  # pixels at the sides, where a splitter's handle may lie over a widget


def drawn(widget: QWidget) -> QImage:
    """The widget, all of it drawn now."""
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def shown(widget: QWidget) -> QImage:
    """What is on the screen, as far as the window is on it."""
    window = widget.window()
    place = QRect(widget.mapTo(window, QPoint()), widget.size())
    found = window.screen().grabWindow(window.winId(), *place.getRect())
    return found.toImage().convertToFormat(QImage.Format.Format_RGB32)


def shows_what_it_would_draw(widget: QWidget) -> bool:
    found = shown(widget)
    inside = found.rect().adjusted(SIDE, 0, -SIDE, 0)
    return found.copy(inside) == drawn(widget).copy(inside)
