"""What every dialog of Hashiya has: a body, one line for what is wrong, buttons at its foot.

The foot is always on the screen: a body for which the screen is too small is scrolled.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.errors import HashiyaError
from annotator.ui.enter_key import presses
from annotator.ui.plain_label import PlainLabel
from annotator.ui.retranslating import Retranslating
from annotator.ui.session import Session
from annotator.ui.translate import sentence

_SIDE, _BAR = 24, 22  # beside the body; a scroll bar with its gap
_FRAME = QSize(16, 60)  # what a window manager may draw around it
_WIDEST = 16777215  # Qt's own


class FramedDialog(Retranslating, QDialog):
    """Shown with `open()` or `show()`, answered by `finished`; Escape closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(24, 20, 24, 16)
        self.body.setSpacing(12)
        self.message = PlainLabel(parent=self, kind="error", selectable=True)
        self.message.setContentsMargins(24, 0, 24, 10)
        self.message.hide()
        self._foot = QFrame(self)
        self._foot.setProperty("kind", "bar")
        self.foot = QHBoxLayout(self._foot)
        self.foot.setContentsMargins(24, 12, 24, 12)
        self.foot.setSpacing(8)
        self.foot.addStretch(1)
        self._body = _Body(self, self.body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._body, 1)
        column.addWidget(self.message)
        column.addWidget(self._foot)

    def close_with_project(self, session: Session) -> None:
        """Be rejected when the project closes; once this dialog is gone nothing calls it."""
        link = session.project_closed.connect(self.reject)
        self.finished.connect(lambda: QObject.disconnect(link))

    def add_heading(self, under: str = "muted") -> tuple[PlainLabel, PlainLabel]:
        """A title at the top of the body, and a line of kind `under` beneath it."""
        title, line = PlainLabel(parent=self, kind="title"), PlainLabel(parent=self, kind=under)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(title)
        head.addWidget(line)
        self.body.addLayout(head)
        return title, line

    def add_button(self, kind: str = "", *, leading: bool = False) -> QPushButton:
        """A button at the foot; the "primary" one answers Enter, but on another button. `leading`
        puts it at the start."""
        button = QPushButton(self)
        button.setAutoDefault(kind == "primary")
        button.setDefault(kind == "primary")
        if kind:
            button.setProperty("kind", kind)
        if leading:
            self.foot.insertWidget(0, button)
        else:
            self.foot.addWidget(button)
        return button

    def fit(self, width: int, area: QScrollArea) -> None:
        """Be `width` wide and as high as what is scrolled in `area` needs, where there is room."""
        self.ensurePolished()
        page, mine = area.widget(), self.layout()
        assert page is not None
        assert mine is not None
        page.setFixedWidth(width - 2 * _SIDE - _BAR)
        if (inside := page.layout()) is not None:
            inside.activate()
        around = mine.totalHeightForWidth(width) - area.sizeHint().height()
        wanted = page.sizeHint().height() + around
        page.setMinimumWidth(0)
        page.setMaximumWidth(_WIDEST)
        self.resize(width, wanted)

    def room(self) -> QSize:
        """The largest that a dialog can be on its screen, its frame included."""
        return self.screen().availableGeometry().size() - _FRAME

    def most(self) -> int:
        """How high the body can be so that what is below it is on the screen, too."""
        below = self._foot.minimumSizeHint().height()
        if self.message.text():
            below += self.message.heightForWidth(self.width())
        return self.room().height() - below

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not presses(event, self.focusWidget()):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        self.resize(self.size().boundedTo(self.room()))
        super().showEvent(event)

    def tell_error(self, error: HashiyaError) -> None:
        self.tell(sentence(error))

    def tell(self, message: str, kind: str = "error") -> None:
        """Show `message` above the buttons, or nothing when it is empty."""
        self.message.set_kind(kind)
        self.message.setText(message)
        self._body.updateGeometry()  # first: it makes room for what is shown
        self.message.setVisible(bool(message))


class _Body(QScrollArea):
    """Its page is as large as there is room, and never smaller than the least it needs."""

    def __init__(self, dialog: FramedDialog, layout: QVBoxLayout) -> None:
        super().__init__(dialog)
        self._page = QWidget()
        self._page.setLayout(layout)
        self._layout = layout
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._page)

    def sizeHint(self) -> QSize:
        return self._layout.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        dialog = self.parentWidget()  # not kept: a circle might be collected on any thread
        assert isinstance(dialog, FramedDialog)
        least, most = self._layout.totalMinimumSize(), dialog.most()
        if least.height() <= most:
            return least
        return QSize(least.width() + self.verticalScrollBar().sizeHint().width(), most)

    def hasHeightForWidth(self) -> bool:
        return self._layout.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        return self._layout.totalHeightForWidth(width)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # QScrollArea watches its widget
            self.updateGeometry()
            self._settle()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        least = self._layout.totalMinimumSize()
        self._page.resize(self.viewport().size().expandedTo(least))


def field(name: PlainLabel, *parts: QWidget) -> QVBoxLayout:
    """One or more widgets under their name."""
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(name)
    name.setBuddy(parts[0])
    for part in parts:
        column.addWidget(part)
    return column
