"""One recent project on the welcome page: its name, its place, and whether it is still there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from annotator.ui.icons import icon
from annotator.ui.margins import set_margins
from annotator.ui.plain_label import ElidedLabel, as_tool_tip
from annotator.ui.theme import Theme


class RecentRow(QFrame):
    """Clicking it, or Enter, chooses the project; the cross takes it off the list."""

    chosen = Signal(str)
    removed = Signal(str)

    def __init__(self, path: Path, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = str(path)
        self._theme = theme
        self._missing = False
        self.setProperty("kind", "row")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(as_tool_tip(self.path))
        name = ElidedLabel(path.stem, self)
        self._place = ElidedLabel(str(path.parent), self, mode=Qt.TextElideMode.ElideMiddle)
        self._place.setProperty("kind", "small")
        self._state = QLabel(self)
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self._state.setProperty("kind", "warning")
        self._state.hide()
        self._remove = QToolButton(self)
        self._remove.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._remove.clicked.connect(lambda: self.removed.emit(self.path))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(name)
        words.addWidget(self._place)
        row = QHBoxLayout(self)
        row.addLayout(words, 1)
        row.addWidget(self._state)
        row.addWidget(self._remove)
        set_margins(row, 10, 7, 6, 7)
        self.setAccessibleName(path.stem)
        self.retranslate()

    @property
    def missing(self) -> bool:
        """Whether the file is known not to be there."""
        return self._missing

    def set_missing(self, missing: bool) -> None:
        self._missing = missing
        self._state.setVisible(missing)

    def retranslate(self) -> None:
        self._state.setText(self.tr("not found"))
        self._remove.setToolTip(self.tr("Take it off this list"))

    def restyle(self) -> None:
        self._remove.setIcon(icon("close", self._theme, "faint"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.chosen.emit(self.path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.path)
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit(self.path)
        else:
            super().keyPressEvent(event)
