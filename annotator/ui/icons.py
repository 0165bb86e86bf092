"""The line icons of `resources/icons`, drawn in the theme's colours and mirrored where it matters.

Each is one SVG on a 24-unit grid with strokes of 1.5 in `currentColor`.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap

from annotator.resources import resource
from annotator.ui.theme import Theme

_SIZES = (16, 20, 24, 32, 40, 48)  # 18 and 20 points at one, one and a half and two pixels each
_MIRRORED = frozenset({"undo", "redo", "list", "side", "propagate", "forward", "back", "guideline",
                       "sort"})  # fmt: skip


def icon(name: str, theme: Theme, role: str = "text") -> QIcon:
    """The icon `name` in the theme's colour `role`, faint when disabled.

    Made again by the caller when theme or language change.
    """
    mirrored = name in _MIRRORED and _right_to_left()
    colours = theme.colours
    return _icon(name, getattr(colours, role), colours.faint, mirrored)


def picture(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon as a pixmap `size` points square for a screen of `ratio` pixels a point."""
    pixmap = _draw(name, colour, round(size * ratio), name in _MIRRORED and _right_to_left())
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _right_to_left() -> bool:
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


@lru_cache(maxsize=256)
def _icon(name: str, colour: str, faint: str, mirrored: bool) -> QIcon:
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(_draw(name, colour, size, mirrored), QIcon.Mode.Normal)
        made.addPixmap(_draw(name, faint, size, mirrored), QIcon.Mode.Disabled)
    return made


def _draw(name: str, colour: str, size: int, mirrored: bool) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # not needed for the first paint

    source = _source(name).replace("currentColor", colour)
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mirrored:
        painter.translate(size, 0)
        painter.scale(-1, 1)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")
