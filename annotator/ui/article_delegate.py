"""How one article looks in the list: status, title, where and when from, how many annotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.core.article import Status
from annotator.ui.article_model import ROW
from annotator.ui.icons import picture
from annotator.ui.plain_label import draw_elided
from annotator.ui.theme import Theme
from annotator.ui.translate import isolated

if TYPE_CHECKING:
    from annotator.store.records import ArticleRow

_PAD = 12
_DOT = 9
_GAP = 10


class ArticleDelegate(QStyledItemDelegate):
    """Two lines a row. Text is drawn as it is, never as HTML."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def row_height(self, font: QFont) -> int:
        """How high every row is in the interface's `font`."""
        return QFontMetrics(font).height() + QFontMetrics(_small(font)).height() + 20

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: ArticleRow | None = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option)
        if row is not None:
            rect = option.rect.adjusted(_PAD, 9, -_PAD, -9)
            self._lines(painter, option, rect, row)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        colours = self._theme.colours
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selected if selected else colours.hover))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(4, 1, -4, -1), 7, 7)
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(4.5, 1.5, -4.5, -1.5), 7, 7)

    def _lines(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: ArticleRow
    ) -> None:
        colours, direction = self._theme.colours, option.direction
        name, small = QFont(option.font), _small(option.font)
        name.setWeight(QFont.Weight.Normal if row.status is Status.DONE else QFont.Weight.Medium)
        top = QRect(rect.x(), rect.y(), rect.width(), QFontMetrics(name).height())
        below = QRect(rect.x(), top.bottom() + 3, rect.width(), QFontMetrics(small).height())
        dot = QRect(top.x(), 0, _DOT, _DOT)
        dot.moveCenter(QPoint(dot.center().x(), top.center().y()))
        self._dot(painter, QStyle.visualRect(direction, rect, dot), row.status)
        top.setLeft(top.left() + _DOT + _GAP)
        below.setLeft(top.left())
        top = self._flag(painter, option, rect, top, row)
        quiet = colours.muted if row.status in (Status.DONE, Status.SKIPPED) else colours.text
        above = _text(painter, QStyle.visualRect(direction, rect, top), row.title or row.opening,
                      name, QColor(quiet), direction)  # fmt: skip
        painter.setFont(small)
        below = self._count(painter, option, rect, below, row)
        place = " · ".join(isolated(part) for part in (row.outlet, row.date[:10]) if part)
        _text(painter, QStyle.visualRect(direction, rect, below), place or text_after(row, above),
              small, QColor(colours.muted), direction)  # fmt: skip

    def _dot(self, painter: QPainter, rect: QRect, status: Status) -> None:
        status_mark(painter, QRectF(rect), status, self._theme)

    def _flag(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRect,
        line: QRect,
        row: ArticleRow,
    ) -> QRect:
        """Draw the flag at the end of `line`; the room that is left."""
        if not row.flag:
            return line
        place = QRect(line.right() - 15, line.center().y() - 8, 16, 16)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(
            QStyle.visualRect(option.direction, rect, place),
            picture("flag", self._theme.colours.warning, 16, ratio),
        )
        return line.adjusted(0, 0, -20, 0)

    def _count(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRect,
        line: QRect,
        row: ArticleRow,
    ) -> QRect:
        if not row.count:
            return line
        text = str(row.count)
        width = painter.fontMetrics().horizontalAdvance(text) + 4
        place = QRect(line.right() - width, line.y(), width, line.height())
        painter.setPen(QColor(self._theme.colours.accent))
        painter.drawText(
            QStyle.visualRect(option.direction, rect, place), Qt.AlignmentFlag.AlignCenter, text
        )
        return line.adjusted(0, 0, -width - 8, 0)


def status_mark(painter: QPainter, rect: QRectF, status: Status, theme: Theme) -> None:
    """An empty ring for new, half full for in progress, full for done, a dash for skipped."""
    colours = theme.colours
    role = {Status.NEW: colours.faint, Status.IN_PROGRESS: colours.warning,
            Status.DONE: colours.good, Status.SKIPPED: colours.faint}[status]  # fmt: skip
    inner = rect.adjusted(0.75, 0.75, -0.75, -0.75)
    painter.setPen(QPen(QColor(role), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if status is Status.SKIPPED:
        middle = rect.center().y()
        painter.drawLine(
            QPoint(int(rect.left()), int(middle)), QPoint(int(rect.right()), int(middle))
        )
        return
    if status is Status.DONE:
        painter.setBrush(QColor(role))
    painter.drawEllipse(inner)
    if status is Status.IN_PROGRESS:
        painter.setBrush(QColor(role))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPie(inner, 90 * 16, 180 * 16)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(max(7.5, font.pointSizeF() * 0.88))
    return small


def _text(
    painter: QPainter,
    rect: QRect,
    text: str,
    font: QFont,
    colour: QColor,
    direction: Qt.LayoutDirection,
) -> str:
    """One elided line, from the side on which the interface begins. What was drawn."""
    painter.setFont(font)
    painter.setPen(colour)
    return draw_elided(painter, rect, " ".join(text.split()), direction)


def text_after(row: ArticleRow, above: str) -> str:
    """How the text goes on after its first line, which is often the title, or, where it has none,
    after its words that stand whole in `above`."""
    words = above.removesuffix("…")
    whole = words if words == above else words.rpartition(" ")[0]
    return row.opening.removeprefix(" ".join(row.title.split()) or whole).strip()
