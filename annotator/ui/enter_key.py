"""Enter presses the button that has the focus: in Qt it presses the primary one, or none."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget


def presses(event: QKeyEvent, focused: QWidget | None) -> bool:
    """Whether `event`, which nobody below the window took, was Enter on a button: it is pressed."""
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
        focused.click()
        return True
    return False
