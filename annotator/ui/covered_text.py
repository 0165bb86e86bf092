"""The words that an annotation covers, large, in the face that articles are read in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from annotator.arabic.direction import paragraph_is_rtl
from annotator.ui.fonts import reading_font
from annotator.ui.plain_label import PlainLabel
from annotator.ui.session import Session

_LONGEST = 280
_POINTS = 17.0


class CoveredText(PlainLabel):
    """Aligned as the text itself runs; a very long span is shown by its two ends."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, selectable=True)
        self._session = session
        session.preferences.changed.connect(self._refont)
        self._refont("reading/family")

    def set_text(self, text: str) -> None:
        self.setText(shortened(text, _LONGEST))
        rtl = paragraph_is_rtl(text)
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )

    def _refont(self, key: str) -> None:
        if key == "reading/family":
            font = reading_font(self._session.preferences.reading_family, _POINTS)
            self.setFont(font)


def shortened(text: str, longest: int) -> str:
    """`text` when it has at most `longest` code points, else its beginning … and its end."""
    if len(text) <= longest:
        return text
    half = longest // 2
    return f"{text[:half].rstrip()} … {text[-half:].lstrip()}"
