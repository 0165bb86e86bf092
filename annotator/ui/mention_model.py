"""Further mentions in the project, each with a tick, and how one is drawn in its context."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.arabic.direction import excerpt_is_rtl
from annotator.arabic.joining import pieces_joined
from annotator.ui.context_model import LINE, Column, ContextModel, Index
from annotator.ui.text_line import draw_line
from annotator.ui.theme import Theme

if TYPE_CHECKING:
    from annotator.ops.concordance import Hit
    from annotator.ops.mentions import Mention

_BOX = 30  # room for the tick before the line


class MentionModel(ContextModel):
    """All are ticked at first. `dataChanged` tells of ticks."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mentions: list[Mention] = []
        self._left_out: set[int] = set()

    def show_mentions(self, mentions: list[Mention]) -> None:
        self.beginResetModel()
        self._mentions, self._left_out = mentions, set()
        self.endResetModel()

    def chosen(self) -> list[Mention]:
        """Those that are ticked."""
        return [m for row, m in enumerate(self._mentions) if row not in self._left_out]

    def choose_all(self, on: bool) -> None:
        self._left_out = set() if on else set(range(len(self._mentions)))
        self._tell()

    def lines(self) -> Sequence[Mention]:
        return self._mentions

    def heading(self, column: Column) -> str:
        return self.tr("Mention") if column is Column.CONTEXT else self.tr("Article")

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.column() == Column.CONTEXT:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == Column.CONTEXT:
            off = index.row() in self._left_out
            return Qt.CheckState.Unchecked if off else Qt.CheckState.Checked
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._left_out.discard(index.row())
        else:
            self._left_out.add(index.row())
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        return True

    def _tell(self) -> None:
        if self._mentions:
            last = self.index(len(self._mentions) - 1, Column.CONTEXT)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.CheckStateRole])


class MentionDelegate(QStyledItemDelegate):
    """A line of concordance: the mention in the middle, what is around it on either side, running
    as the paragraph runs in which they stand."""

    def __init__(
        self,
        theme: Theme,
        colour: Callable[[Any], str],
        parent: QObject | None = None,
        *,
        ticks: bool = True,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._colour = colour  # of a line's mention
        self._box = _BOX if ticks else 8

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        mention: Mention | Hit = index.data(LINE)
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        plain.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, plain, painter, option.widget)
        room = QStyle.visualRect(
            option.direction, option.rect, option.rect.adjusted(self._box, 0, -8, 0)
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_line(painter, room, QFontMetrics(option.font), mention)
        painter.restore()

    def _paint_line(
        self, painter: QPainter, room: QRect, metrics: QFontMetrics, mention: Mention | Hit
    ) -> None:
        rtl = excerpt_is_rtl(_in_one_paragraph(mention))
        way = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        painter.setLayoutDirection(way)
        before, text, after = pieces_joined(
            *map(_flat, (mention.before, mention.text, mention.after))
        )
        text = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room.width() * 6 // 10)
        width = metrics.horizontalAdvance(text) + 4
        height = metrics.height() + 4
        span = QRect(0, 0, width, height)
        span.moveCenter(room.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.ink(self._colour(mention)).fill))
        painter.drawRoundedRect(QRectF(span), 4, 4)
        painter.setPen(self._theme.colour("text"))
        draw_line(painter, span, text, Qt.AlignmentFlag.AlignHCenter)
        painter.setPen(self._theme.colour("muted"))
        right = QRect(span.right() + 1, room.y(), room.right() - span.right() - 1, room.height())
        left = QRect(room.x(), room.y(), span.x() - room.x(), room.height())
        first, second = (right, left) if rtl else (left, right)
        self._paint_side(painter, first, metrics, before, towards_end=True)
        self._paint_side(painter, second, metrics, after, towards_end=False)

    def _paint_side(
        self, painter: QPainter, room: QRect, metrics: QFontMetrics, text: str, *, towards_end: bool
    ) -> None:
        """One side, against the mention; cut where it is far from it."""
        mode = Qt.TextElideMode.ElideLeft if towards_end else Qt.TextElideMode.ElideRight
        shown = metrics.elidedText(text, mode, room.width())
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        at_left = towards_end == rtl
        side = Qt.AlignmentFlag.AlignLeft if at_left else Qt.AlignmentFlag.AlignRight
        draw_line(painter, room, shown, side)


def _in_one_paragraph(line: Mention | Hit) -> str:
    """The mention with what is known of its own paragraph."""
    return line.before.rpartition("\n")[2] + line.text + line.after.partition("\n")[0]


def _flat(text: str) -> str:
    """On one line, the blanks at its edges kept: they part it from the mention."""
    return "".join(" " if ch.isspace() else ch for ch in text)
