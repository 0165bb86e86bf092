"""What is told at the foot of the window, over what lies there: nothing moves when it comes or
goes, for the hand may be in the midst of a selection."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Notices(QWidget):
    """`bars`, those of them that are shown, one above the other at the foot of `parent`."""

    def __init__(self, parent: QWidget, bars: Iterable[QWidget]) -> None:
        super().__init__(parent)
        self._room = parent
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for bar in bars:
            self._column.addWidget(bar)
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._settle()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        taken = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:  # a bar came, went, or has other words
            self._settle()
        return taken

    def _settle(self) -> None:
        """As high as the bars that are shown: not at all when none is."""
        room = self._room.size()
        height = self._column.totalHeightForWidth(room.width())
        if height < 0:
            height = self._column.totalSizeHint().height()
        self.setGeometry(0, room.height() - height, room.width(), height)
