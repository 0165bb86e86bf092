"""A few lines of free text that are kept when the typing rests or the field is left."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.writing_field import WritingField


class NoteField(WritingField):
    """`committed(owner, text)` once an edit is finished: the field left, Ctrl+Enter, or `rest`
    milliseconds without a key. `owner` is what the note belonged to while it was typed."""

    committed = Signal(str, str)
    rest = 2500

    def __init__(self, parent: QWidget | None = None, *, lines: int = 3) -> None:
        super().__init__(parent)
        self._owner = ""
        self._kept = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 22)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)
        self.textChanged.connect(lambda: self._timer.start(self.rest))

    def set_note(self, note: str, owner: str) -> None:
        """Show `owner`'s note; what is typed already for the same owner stays."""
        same = owner == self._owner
        typed = same and self.toPlainText() != self._kept
        self._owner, self._kept = owner, note
        if not typed and self.toPlainText() != note:
            self.setPlainText(note)
        self._timer.stop()
        if typed:
            self._timer.start(self.rest)

    def flush(self) -> None:
        """Tell now what has been typed, if it differs from what is kept. Only `set_note` says what
        that is: what could not be written is told again."""
        self._timer.stop()
        text = self.toPlainText().strip()
        if self._owner and text != self._kept:
            self.committed.emit(self._owner, text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.flush()
        else:
            super().keyPressEvent(event)
