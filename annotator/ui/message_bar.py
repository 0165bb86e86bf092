"""One sentence across the foot of the window, with what can be done about it; never modal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from annotator.errors import HashiyaError
from annotator.ui.icons import icon, picture
from annotator.ui.margins import set_margins
from annotator.ui.plain_label import PlainLabel
from annotator.ui.theme import Theme
from annotator.ui.translate import sentence

INFO, WARNING, ERROR = "info", "warning", "error"
_ROLES = {INFO: "accent", WARNING: "warning", ERROR: "error"}


class Remedy(NamedTuple):
    """A button of the bar: what it says and what it does (the bar then goes)."""

    text: str
    act: Callable[[], object]


_NARROWEST = 200  # pixels of a sentence


class MessageBar(QFrame):
    """Shows one message at a time; an information goes by itself after `stay` milliseconds, a
    warning or an error stays until it is closed or another message takes its place."""

    stay = 6000

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = INFO
        self._remedies: tuple[Remedy, ...] = ()
        self.setProperty("kind", "bar")
        self._icon = QLabel(self)
        self._text = PlainLabel(parent=self)
        self._text.setMinimumWidth(_NARROWEST)  # or a path without a blank would widen the window
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = QHBoxLayout()
        self._close = QToolButton(self)
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addLayout(self._buttons)
        row.addWidget(self._close)
        set_margins(row, 16, 8, 12, 8)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        theme.changed.connect(self.restyle)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    @property
    def kind(self) -> str:
        return self._kind

    def tell(self, text: str, kind: str = INFO, remedies: Sequence[Remedy] = ()) -> None:
        """Show `text`, in the interface's language already, in place of what is shown."""
        self._kind = kind
        self._remedies = tuple(remedies)
        self._text.setText(text)
        self._make_buttons()
        self.restyle()
        self.show()
        self._timer.stop()
        if kind == INFO:
            self._timer.start(self.stay)

    def show_error(self, error: HashiyaError, remedies: Sequence[Remedy] = ()) -> None:
        self.tell(sentence(error), ERROR, remedies)

    def press(self, index: int) -> None:
        """Do what the button `index` does."""
        remedy = self._remedies[index]
        self.hide()
        remedy.act()

    def restyle(self) -> None:
        if not self._text.text():
            return
        role = _ROLES[self._kind]
        colour = getattr(self._theme.colours, role)
        self._icon.setPixmap(picture(self._kind, colour, 20, self.devicePixelRatioF()))
        self._close.setIcon(icon("close", self._theme, "muted"))
        self._close.setToolTip(QCoreApplication.translate("MessageBar", "Close this message"))
        self.setStyleSheet(f"MessageBar {{ border-top: 2px solid {colour}; }}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.hide()  # its sentence is in the language that was
        super().changeEvent(event)

    def _make_buttons(self) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for index, remedy in enumerate(self._remedies):
            button = QPushButton(remedy.text, self)
            button.clicked.connect(lambda _checked=False, i=index: self.press(i))
            self._buttons.addWidget(button)
