"""A field for one line, in which Arabic stands on the line that Latin stands on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget


class LineEdit(QLineEdit):
    """Qt centres a text by its own height and then draws it from the base line of the first face:
    Arabic, of a taller second face, would stand some pixels above the middle. From the top, where
    a placeholder would not, it stands right."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.textChanged.connect(self._stand)
        self._stand(text)

    def _stand(self, text: str) -> None:
        upright = Qt.AlignmentFlag.AlignTop if text else Qt.AlignmentFlag.AlignVCenter
        side = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        self.setAlignment(side | upright)
