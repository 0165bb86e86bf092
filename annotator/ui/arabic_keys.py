"""Shortcuts under an Arabic keyboard layout alone: what each Latin key sends there.

Under X11's `ara` and Windows' Arabic (101) the key that is Z types ئ, and Qt, which matches
shortcuts by what a key sends, never sees Ctrl+Z. So every shortcut on a letter or a bracket is
registered a second time, on the Arabic letter of the same key. Fields of Qt's own know only the
Latin keys; `ArabicEditingKeys` hands them their Latin twin.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

ARABIC_OF = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ[];',./", "شﻻؤيثبلاهتنمةىخحضقسفعرصءغئجدكطوزظ",
                     strict=True))  # fmt: skip
LATIN_OF = {arabic: latin for latin, arabic in ARABIC_OF.items()}
_DIGITS = "٠١٢٣٤٥٦٧٨٩"
_ARABIC_KEYS = {ord(arabic): Qt.Key(ord(latin)) for arabic, latin in LATIN_OF.items()
                if latin.isalpha()}  # fmt: skip
_EDITORS = (QLineEdit, QPlainTextEdit, QTextEdit)


def twin(keys: str) -> str:
    """The portable shortcut `keys` ("Ctrl+Shift+D", "[", "3") as an Arabic keyboard sends it.

    Empty when the Arabic layout sends the same, as it does for arrows and function keys.
    """
    *modifiers, key = keys.split("+")
    if len(key) == 1 and key.isdigit():
        arabic = _DIGITS[int(key)]
    else:
        arabic = ARABIC_OF.get(key.upper(), "") if len(key) == 1 else ""
    return "+".join([*modifiers, arabic]) if arabic else ""


def sequences(keys: tuple[str, ...]) -> list[QKeySequence]:
    """Every sequence to register for the shortcuts `keys`; the first is the one menus show."""
    twins = [other for other in map(twin, keys) if other]
    return [QKeySequence(each) for each in (*keys, *twins)]


class ArabicEditingKeys(QObject):
    """Makes Ctrl+ؤ copy in a line edit, as Ctrl+C does: follows the focus of the application and
    watches whichever text field has it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(old, _EDITORS):
            old.removeEventFilter(self)
        if isinstance(new, _EDITORS):
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        assert isinstance(event, QKeyEvent)
        latin = _latin_twin(event)
        if latin is None:
            return False
        QApplication.sendEvent(watched, latin)
        event.setAccepted(latin.isAccepted())
        return latin.isAccepted()


def _latin_twin(event: QKeyEvent) -> QKeyEvent | None:
    """The same press as a Latin layout sends it, for Ctrl with an Arabic letter; else None."""
    control = Qt.KeyboardModifier.ControlModifier
    key = _ARABIC_KEYS.get(int(event.key()))
    if key is None or not event.modifiers() & control:
        return None
    made = QKeyEvent(event.type(), key, event.modifiers())
    made.setAccepted(False)
    return made
