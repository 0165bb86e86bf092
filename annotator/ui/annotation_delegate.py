"""How a row of the annotation list is drawn: the span, what follows it, its marks."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.arabic.direction import excerpt_is_rtl
from annotator.core.annotation import Annotation
from annotator.ui.annotation_model import AFTER, ANNOTATION, COUNT, FOLDED, LABEL
from annotator.ui.icons import picture
from annotator.ui.text_line import cut_line, draw_line, line_width
from annotator.ui.theme import Theme

_ROW = 32
_ARROW = 12
_MARK = 15
_PAD = 8
_Index = QModelIndex | QPersistentModelIndex


class AnnotationDelegate(QStyledItemDelegate):
    """Rows run as the article does where the span is, whatever the interface's direction is."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def row_height(self, font: QFont) -> int:
        """How high every row is in the interface's `font`."""
        return max(QFontMetrics(font).height() + 10, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        annotation = index.data(ANNOTATION)
        if annotation is None:
            self._paint_heading(painter, option, index)
        else:
            self._paint_row(painter, option, index, annotation)
        painter.restore()

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        self._paint_ground(painter, option)
        whole, mirrored = option.rect, option.direction  # each part is mirrored in the whole row
        rect = whole.adjusted(2, 0, -_PAD, 0)
        arrow = QRect(rect.x(), rect.center().y() - _ARROW // 2, _ARROW, _ARROW)
        name = "forward" if index.data(FOLDED) else "down"
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(
            QStyle.visualRect(mirrored, whole, arrow),
            picture(name, self._theme.colours.muted, _ARROW, ratio),
        )
        rect.setLeft(arrow.right() + 6)
        dot = QRect(rect.x(), rect.center().y() - 5, 11, 11)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._line(index))
        painter.drawEllipse(QStyle.visualRect(mirrored, whole, dot))
        count = str(index.data(COUNT))
        width = line_width(count, option.font) + 4
        side = _edge(mirrored)
        painter.setPen(self._theme.colour("muted"))
        place = QRect(rect.right() - width, rect.y(), width, rect.height())
        draw_line(
            painter, QStyle.visualRect(mirrored, whole, place), count, _edge(mirrored, far=True)
        )
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text"))
        place = rect.adjusted(20, 0, -width - 6, 0)
        name = cut_line(index.data(Qt.ItemDataRole.DisplayRole), font, place.width())
        draw_line(painter, QStyle.visualRect(mirrored, whole, place), name, side)

    def _paint_row(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: _Index,
        annotation: Annotation,
    ) -> None:
        self._paint_ground(painter, option)
        rect = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        text = index.data(Qt.ItemDataRole.DisplayRole)
        after = index.data(AFTER)
        rtl = excerpt_is_rtl(f"{text} {after}")
        way = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        painter.setLayoutDirection(way)
        room = self._paint_marks(painter, QStyle.visualRect(way, rect, rect), way, annotation)
        metrics = QFontMetrics(option.font)
        shown = cut_line(text, option.font, room.width() - 14)
        width = line_width(shown, option.font) + 10
        place = QRect(room.x(), room.center().y() - metrics.height() // 2 - 2, width,
                      metrics.height() + 5)  # fmt: skip
        place = QStyle.visualRect(way, room, place)
        self._paint_span(painter, place, index, shown)
        selected = option.state & QStyle.StateFlag.State_Selected
        painter.setPen(self._theme.colour("text" if selected else "muted"))
        self._paint_after(painter, room, width, way, after)

    def _paint_span(self, painter: QPainter, place: QRect, index: _Index, text: str) -> None:
        label = index.data(LABEL)
        fill = QColor(self._theme.ink(label.colour).fill) if label else self._theme.colour("hover")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(place), 4, 4)
        painter.setPen(self._theme.colour("text"))
        draw_line(painter, place, text, Qt.AlignmentFlag.AlignHCenter)

    def _paint_after(
        self, painter: QPainter, room: QRect, used: int, way: Qt.LayoutDirection, text: str
    ) -> None:
        place = room.adjusted(used + 6, 0, 0, 0)
        if place.width() < 30:
            return
        font = painter.font()
        font.setPointSizeF(max(7.0, font.pointSizeF() * 0.9))
        painter.setFont(font)
        shown = cut_line(text, font, place.width())
        draw_line(painter, QStyle.visualRect(way, room, place), shown, _edge(way))

    def _paint_marks(
        self, painter: QPainter, rect: QRect, way: Qt.LayoutDirection, annotation: Annotation
    ) -> QRect:
        """The marks at the row's end; the room that is left before them, unmirrored."""
        room = QRect(rect)
        marks = (("review", "warning", annotation.review), ("note", "muted", annotation.note))
        for name, role, on in marks:
            if not on:
                continue
            place = QRect(room.right() - _MARK, room.center().y() - _MARK // 2, _MARK, _MARK)
            colour = getattr(self._theme.colours, role)
            ratio = painter.device().devicePixelRatioF()
            place = QStyle.visualRect(way, rect, place)
            painter.drawPixmap(place, picture(name, colour, _MARK, ratio))
            room.adjust(0, 0, -_MARK - 5, 0)
        return room if way == Qt.LayoutDirection.LeftToRight else QStyle.visualRect(way, rect, room)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        role = ""
        if option.state & QStyle.StateFlag.State_Selected:
            role = "selected"
        elif option.state & QStyle.StateFlag.State_MouseOver:
            role = "hover"
        if role:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(role))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(-2, 1, -3, -1), 5, 5)

    def _line(self, index: _Index) -> QColor:
        label = index.data(LABEL)
        return QColor(self._theme.ink(label.colour).line) if label else self._theme.colour("faint")


def _edge(way: Qt.LayoutDirection, *, far: bool = False) -> Qt.AlignmentFlag:
    right = (way == Qt.LayoutDirection.RightToLeft) != far
    return Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
