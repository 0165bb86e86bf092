"""A field for several lines of plain text, written from whichever side the writing begins."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from annotator.arabic.direction import paragraph_is_rtl


class WritingField(QPlainTextEdit):
    """Runs and is aligned as its first strong letter says; while it is empty, as the interface
    does. (Qt's own leaves Arabic at the left edge.) Tab leaves it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._run_as_written)
        self._run_as_written()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._run_as_written()

    def _run_as_written(self) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        rtl = paragraph_is_rtl(self.document().begin().text(), default=mirrored)
        way = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        option = self.document().defaultTextOption()
        if option.textDirection() != way:
            side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
            option.setTextDirection(way)
            option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
            self.document().setDefaultTextOption(option)
