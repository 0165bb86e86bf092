"""The four states of an article as the interface names and draws them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from annotator.core.article import Status
from annotator.errors import QT_TRANSLATE_NOOP
from annotator.ui.article_delegate import status_mark
from annotator.ui.theme import Theme

_NAMES = {
    Status.NEW: QT_TRANSLATE_NOOP("Statuses", "New"),
    Status.IN_PROGRESS: QT_TRANSLATE_NOOP("Statuses", "In progress"),
    Status.DONE: QT_TRANSLATE_NOOP("Statuses", "Done"),
    Status.SKIPPED: QT_TRANSLATE_NOOP("Statuses", "Skipped"),
}


def status_name(status: Status) -> str:
    return QCoreApplication.translate("Statuses", _NAMES[status])


def status_icon(status: Status, theme: Theme) -> QIcon:
    """The mark of the list, as an icon."""
    made = QIcon()
    for size in (16, 32):
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(size / 16, size / 16)
        status_mark(painter, QRectF(3, 3, 10, 10), status, theme)
        painter.end()
        made.addPixmap(pixmap)
    return made
