"""Choosing a label's colour: eight that colour-blind people tell apart, or any other."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QColorDialog, QHBoxLayout, QPushButton, QWidget

from annotator.ui.label_drafts import OKABE_ITO
from annotator.ui.retranslating import Retranslating
from annotator.ui.theme import Theme


class ColourPicker(Retranslating, QWidget):
    """`colour_chosen("#rrggbb")` on a click; `set_colour` shows one without telling."""

    colour_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._colour = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.wells = [_Well(colour, theme, self) for colour in OKABE_ITO]
        self.own = _Well("", theme, self)
        for well in (*self.wells, self.own):
            well.clicked.connect(lambda _on=False, w=well: self._choose(w.colour))
            row.addWidget(well)
        self.other = QPushButton(self)
        self.other.setAutoDefault(False)
        self.other.clicked.connect(self._ask)
        row.addSpacing(6)
        row.addWidget(self.other)
        row.addStretch(1)
        self.retranslate()

    def set_colour(self, colour: str) -> None:
        self._colour = colour.lower()
        self.own.colour = "" if self._colour in OKABE_ITO else self._colour
        self.own.setVisible(bool(self.own.colour))
        for well in (*self.wells, self.own):
            well.setChecked(well.colour == self._colour)
            well.update()

    def retranslate(self) -> None:
        self.other.setText(self.tr("Other…"))
        for well in self.wells:
            well.setAccessibleName(well.colour)

    def _choose(self, colour: str) -> None:
        self.set_colour(colour)
        self.colour_chosen.emit(colour)

    def _ask(self) -> None:
        dialog = QColorDialog(QColor(self._colour), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.colorSelected.connect(lambda colour: self._choose(colour.name()))
        dialog.open()


class _Well(QAbstractButton):
    """One colour; ringed when it is the chosen one."""

    def __init__(self, colour: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.colour = colour
        self._theme = theme
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(colour)

    def sizeHint(self) -> QSize:
        return QSize(30, 30)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if self.isChecked() or self.hasFocus():
            ring = self._theme.colour("accent" if self.hasFocus() else "text")
            painter.setPen(QPen(ring, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colour))
        painter.drawEllipse(box.adjusted(4, 4, -4, -4))
