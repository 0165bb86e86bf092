"""Which keys move the caret. Labels and every other command are the window's actions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from annotator.ui.textview.caret import Move

_NONE = Qt.KeyboardModifier.NoModifier
_ALT = Qt.KeyboardModifier.AltModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_IGNORED = (
    Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.KeypadModifier
    | Qt.KeyboardModifier.GroupSwitchModifier
)
_MOVES = {
    (Qt.Key.Key_Left, _NONE): Move.TOKEN_LEFT,
    (Qt.Key.Key_Right, _NONE): Move.TOKEN_RIGHT,
    (Qt.Key.Key_Left, _ALT): Move.LETTER_LEFT,
    (Qt.Key.Key_Right, _ALT): Move.LETTER_RIGHT,
    (Qt.Key.Key_Left, _CTRL): Move.SENTENCE_LEFT,
    (Qt.Key.Key_Right, _CTRL): Move.SENTENCE_RIGHT,
    (Qt.Key.Key_Up, _NONE): Move.LINE_UP,
    (Qt.Key.Key_Down, _NONE): Move.LINE_DOWN,
    (Qt.Key.Key_Up, _ALT): Move.PARAGRAPH_UP,
    (Qt.Key.Key_Down, _ALT): Move.PARAGRAPH_DOWN,
    (Qt.Key.Key_PageUp, _NONE): Move.PAGE_UP,
    (Qt.Key.Key_PageDown, _NONE): Move.PAGE_DOWN,
    (Qt.Key.Key_Home, _NONE): Move.LINE_START,
    (Qt.Key.Key_End, _NONE): Move.LINE_END,
    (Qt.Key.Key_Home, _CTRL): Move.ARTICLE_START,
    (Qt.Key.Key_End, _CTRL): Move.ARTICLE_END,
}


def move_of(event: QKeyEvent) -> Move | None:
    """The caret move that the key asks for, Shift aside; None for any other key."""
    return _MOVES.get((Qt.Key(event.key()), event.modifiers() & ~_IGNORED))


def extends(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
