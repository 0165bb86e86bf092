"""A list that stays quick however long it is.

A QListView asks for every row whenever one changes (measured: 250–450 ms a change with 100,000 rows
of a Python model); a QTableView of one column with fixed heights asks only for the rows it paints.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

_GOES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LongList(QTableView):
    """Every row `row_height` pixels high, drawn by the delegate. `chosen` on Enter."""

    chosen = Signal(QModelIndex)

    def __init__(self, row_height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "side")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.hide()
        across.setStretchLastSection(True)
        across.setMinimumSectionSize(1)
        down.hide()
        down.setMinimumSectionSize(1)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(row_height)
        self.verticalScrollBar().setSingleStep(max(8, row_height // 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a list that gets shorter, the current row stays in view."""
        super().resizeEvent(event)
        row = self.visualRect(self.currentIndex())
        if 0 <= row.top() < event.oldSize().height():
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End are of the list, not of the one-celled row."""
        model = self.model()
        if event.key() in _GOES:
            self.chosen.emit(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and model is not None:
            row = 0 if event.key() == Qt.Key.Key_Home else model.rowCount() - 1
            self.setCurrentIndex(model.index(row, 0))
        else:
            super().keyPressEvent(event)
