"""The text view for screen readers: its text, caret and what is selected.

Qt counts in UTF-16 here; the view in code points. PySide6 leaves out of `QAccessibleTextInterface`
the functions that answer through pointers, `selection()` among them: a reader asking for it would
be given whatever is in memory, so no selection is counted and the selected words are told as the
view's description instead.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QPoint, QPointF, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleTextInterface
from PySide6.QtWidgets import QAccessibleWidget

from annotator.arabic.utf16 import Utf16Map
from annotator.ui.textview.view import ArticleView

# Qt holds only pointers to what a Python factory made: without these references the objects would
# be freed under it.
_alive: list[ViewAccessible] = []
_installed = False
_NULL = shiboken6.VoidPtr(0)  # "no such interface": None, or an address as an int, is a crash


def install() -> None:
    """Let Qt find the interface of every ArticleView; once for the program."""
    global _installed
    if not _installed:
        QAccessible.installFactory(_make)
        _installed = True


def _make(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, ArticleView):
        return None
    _alive[:] = [made for made in _alive if shiboken6.isValid(made)]
    made = ViewAccessible(thing)
    _alive.append(made)
    return made


class ViewAccessible(QAccessibleWidget):
    """The interface of one view."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view, QAccessible.Role.EditableText)
        self._view = view
        self._text = ViewText(view)

    def interface_cast(  # type: ignore[override]  # PySide wants the object, its stub says int
        self, kind: QAccessible.InterfaceType
    ) -> ViewText | shiboken6.VoidPtr:
        """The text, and nothing else that a screen reader asks every widget for."""
        return self._text if kind == QAccessible.InterfaceType.TextInterface else _NULL

    def state(self) -> QAccessible.State:
        state = super().state()
        state.readOnly = True
        state.multiLine = True
        state.selectableText = True
        return state

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Value:
            return self._view.text
        if kind == QAccessible.Text.Description:
            return self._described()
        return super().text(kind)

    def _described(self) -> str:
        """What is selected, and the label of the span at hand."""
        selected, current = self._view.selection(), self._view.current_annotation()
        parts = []
        if selected is not None:
            said = QCoreApplication.translate("ArticleView", "Selected: {text}")
            parts.append(said.format(text=selected.of(self._view.text)))
        if current is not None:
            parts.append(f"{self._view.label_name(current.label)}: {current.text}")
        return "\n".join(parts)


class ViewText(QAccessibleTextInterface):
    """Offsets are UTF-16 units of the whole article."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__()
        self._view = view

    def characterCount(self) -> int:
        return self._map().length

    def text(self, start: int, end: int) -> str:
        return self._view.text[self._point(start) : self._point(end)]

    def cursorPosition(self) -> int:
        return self._map().to_utf16(self._view.caret())

    def setCursorPosition(self, position: int) -> None:
        self._view.place_caret(self._point(position))

    def selectionCount(self) -> int:
        return 0  # see the module's docstring

    def addSelection(self, start: int, end: int) -> None:
        self._view.select(self._point(start), self._point(end))

    def setSelection(self, _index: int, start: int, end: int) -> None:
        self.addSelection(start, end)

    def removeSelection(self, _index: int) -> None:
        self._view.clear_selection()

    def characterRect(self, offset: int) -> QRect:
        """On the screen; empty while the character is not in the window."""
        position = self._point(offset)
        rect = self._view.range_rect(position, position + 1).toAlignedRect()
        return QRect(self._view.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def offsetAtPoint(self, point: QPoint) -> int:
        local = QPointF(self._view.viewport().mapFromGlobal(point))
        return self._map().to_utf16(self._view.letter_under(local))

    def scrollToSubstring(self, start: int, _end: int) -> None:
        self._view.reveal(self._point(start))

    def _point(self, unit: int) -> int:
        units = self._map()
        return units.to_code_point(min(max(unit, 0), units.length))

    def _map(self) -> Utf16Map:
        return self._view.utf16_map()
