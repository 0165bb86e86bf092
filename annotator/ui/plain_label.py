"""Labels that show data: never rich text, whatever the data holds."""

from __future__ import annotations

import math
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from annotator.arabic.direction import paragraph_is_rtl, without_controls, without_overrides
from annotator.ui.text_line import draw_line

_TIP_LINE = 60  # characters in a line of a tool tip
# As html.escape, which takes 4 ms to import: tool tips are there at the first paint.
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


class PlainLabel(QLabel):
    """A QLabel that shows its text letter for letter, wrapping by default.

    `kind` is a look of the style sheet: "title", "heading", "muted", "small", "warning", "error".
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        kind: str = "",
        wrap: bool = True,
        selectable: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if kind:
            self.setProperty("kind", kind)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setText(text)
        self._align()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_drawn_well():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.drawFrame(painter)
        painter.setPen(self.palette().color(self.foregroundRole()))
        _draw_wrapped(painter, self.contentsRect(), self.text(), self.alignment())

    def _is_drawn_well(self) -> bool:
        """Qt sets in every line but the last of a right-aligned Arabic text by the blank at which
        it was broken: unless it can be selected, for Qt then draws it as a document."""
        return (
            not self.wordWrap()
            or not self.alignment() & Qt.AlignmentFlag.AlignRight
            or bool(self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse)
            or self.buddy() is not None  # an underlined letter
            or not paragraph_is_rtl(self.text(), default=False)
        )

    def set_kind(self, kind: str) -> None:
        """Change the look; the style sheet is asked again."""
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            self.style().unpolish(self)
            self.style().polish(self)

    def _align(self) -> None:
        """Begin where the interface begins; a QLabel would go by the letters of its text."""
        alignment = self.alignment()
        if not alignment & Qt.AlignmentFlag.AlignHCenter:
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
            upright = alignment & Qt.AlignmentFlag.AlignVertical_Mask
            self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | upright)


class ElidedLabel(QWidget):
    """One line of plain text, cut with an ellipsis where the room ends; the tool tip has it all."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(parent)
        self._text = ""
        self._mode = mode
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def text(self) -> str:
        return self._text

    def setText(self, text: str) -> None:
        self._text = " ".join(without_overrides(text).split())
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(min(metrics.horizontalAdvance(self._text) + 2, 600), metrics.height() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 6, self.fontMetrics().height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        shown = draw_elided(painter, self.rect(), self._text, self.layoutDirection(), self._mode)
        self.setToolTip("" if shown == self._text else as_tool_tip(self._text))


def draw_elided(
    painter: QPainter,
    rect: QRect,
    text: str,
    interface: Qt.LayoutDirection,
    mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> str:
    """Draw one line of `text` in `rect`, from the side on which the interface begins; the ellipsis
    stands where the text itself ends. What was drawn."""
    text = without_overrides(text)
    shown = painter.fontMetrics().elidedText(text, mode, rect.width())
    mirrored = interface == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    painter.setLayoutDirection(text_direction(text))
    draw_line(painter, rect, shown, side)
    return shown


def _draw_wrapped(painter: QPainter, rect: QRect, text: str, alignment: Qt.AlignmentFlag) -> None:
    """Draw Arabic `text` in `rect`, broken where a QLabel breaks it, each line at the right."""
    option = QTextOption(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    layout = QTextLayout(text.replace("\n", "\u2028"), painter.font())
    layout.setTextOption(option)
    leading = painter.fontMetrics().leading()
    height = float(-leading)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(rect.width())
        line.setPosition(QPointF(0, math.ceil(height + leading)))
        height = line.y() + line.height()
    layout.endLayout()
    above = 0.0
    if alignment & (Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignBottom):
        above = rect.height() - height
    if alignment & Qt.AlignmentFlag.AlignVCenter:
        above /= 2
    layout.draw(painter, QPointF(rect.x(), rect.y() + above))


def text_direction(text: str) -> Qt.LayoutDirection:
    """Which way a line of `text` runs, whatever the interface around it does."""
    rtl = paragraph_is_rtl(text, default=False)
    return Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight


def as_tool_tip(text: str) -> str:
    """`text` for a tool tip, which Qt would else take for rich text when it looks like HTML. Qt
    makes a short one narrow, its last word alone in a line: only a long one is wrapped."""
    if not text:
        return ""
    longest = max(map(len, text.split("\n")))
    flow = "pre-wrap" if longest > _TIP_LINE else "pre"
    return f'<p style="white-space:{flow}">{text.translate(_ESCAPES)}</p>'


def path_text(path: Path | str) -> str:
    """A path to be shown: it runs from left to right whatever the words around it do, and so do its
    parts, of which an Arabic one would else change places with a number after it. Its own bidi
    controls, which could make it read as another, are left out."""
    parts = without_controls(str(path)).replace("/", "/\u200e").replace("\\", "\\\u200e")
    return f"\u2066{parts}\u2069"
