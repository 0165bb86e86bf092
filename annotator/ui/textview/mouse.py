"""What the mouse does in the text: place, select, drag a span's edge, hover, pick a span.

Selecting and dragging go by whole tokens, or by letters with Alt (or `snap_selection` off).
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from annotator.core.annotation import Annotation
from annotator.core.span import Span
from annotator.ui.textview.hits import Edge

if TYPE_CHECKING:
    from annotator.ui.textview.view import ArticleView

_AUTOSCROLL_MS = 30
_SAME_PLACE = 8  # pixels: presses further apart are no double click
_DRAG = 4  # pixels before a press becomes a drag


class Unit(Enum):
    """What a drag selects by; clicks in a row widen it."""

    LETTER = auto()
    TOKEN = auto()
    SENTENCE = auto()
    PARAGRAPH = auto()


class Mouse(QObject):
    """Turns the view's mouse events into carets, selections and requests."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self._view = view
        self._origin: tuple[int, int] | None = None  # the range that a selecting drag grows from
        self._pressed: QPoint | None = None
        self._unit = Unit.TOKEN
        self._edge: Edge | None = None
        self._clicks = 0
        self._since = QElapsedTimer()  # the last press, and where it was
        self._last = QPoint()
        self._at = QPointF()
        self._keys = Qt.KeyboardModifier.NoModifier  # that were held when it was last there
        self._scroller = QTimer(self)
        self._scroller.setInterval(_AUTOSCROLL_MS)
        self._scroller.timeout.connect(self._scroll_on)

    @property
    def preview(self) -> tuple[Annotation, Span] | None:
        """The span whose edge is being dragged, and where it would be now."""
        if self._edge is None:
            return None
        span = self._dragged_span()
        return (self._edge.annotation, span) if span is not None else None

    def press(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._at = event.position()
        chip = self._view.chip_at(self._at)
        if chip is not None:
            self._view.choose(chip.id, activate=True)
            return
        self._count_clicks(event)
        self._edge = self._view.edge_at(self._at) if self._clicks == 1 else None
        if self._edge is None:
            self._begin(event.modifiers())
        else:
            self._pressed = self._at.toPoint()

    def move(self, event: QMouseEvent) -> None:
        self._at, self._keys = event.position(), event.modifiers()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._hover()
        elif self._edge is not None:
            if self._far_enough():
                self._view.show_preview(self.preview)
                self._autoscroll()
        elif self._origin is not None and self._far_enough():
            if self._clicks == 1:
                self._unit = self._drag_unit(event.modifiers())
            self._grow()
            self._autoscroll()

    def release(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._at, self._keys = event.position(), event.modifiers()
        self._scroller.stop()
        dragged = self.preview if self._pressed is None else None
        if self._edge is not None and self._pressed is not None:  # a click after all
            self._view.place_caret(self._view.position_at(self._at))
        self._origin = self._pressed = self._edge = None
        self._view.show_preview(None)
        if dragged is not None and dragged[1] != dragged[0].span:
            annotation, span = dragged
            self._view.resize_requested.emit(annotation.id, span.start, span.end)
        self._view.offer_primary_selection()

    def leave(self) -> None:
        self._view.hover("")

    def cancel(self) -> bool:
        """Give up dragging an edge (Escape); whether there was one."""
        dragging, self._edge = self._edge is not None, None
        self._scroller.stop()
        self._view.show_preview(None)
        return dragging

    def _count_clicks(self, event: QMouseEvent) -> None:
        again = (
            self._since.isValid()
            and self._since.elapsed() < QApplication.doubleClickInterval()
            and (event.position().toPoint() - self._last).manhattanLength() < _SAME_PLACE
        )
        self._clicks = self._clicks % 4 + 1 if again else 1
        self._since.start()
        self._last = event.position().toPoint()

    def _begin(self, modifiers: Qt.KeyboardModifier) -> None:
        view = self._view
        self._pressed = self._at.toPoint()
        position = view.position_at(self._at)
        if modifiers & Qt.KeyboardModifier.ShiftModifier and self._clicks == 1:
            anchor = view.selection_anchor
            self._origin = (anchor, anchor)
            self._unit = self._drag_unit(modifiers)
            self._grow()
            return
        units = (self._drag_unit(modifiers), Unit.TOKEN, Unit.SENTENCE, Unit.PARAGRAPH)
        self._unit = units[self._clicks - 1]
        if self._clicks == 1:
            self._origin = (position, position)
            view.place_caret(position)
        else:
            self._origin = view.unit_range(view.letter_under(self._at), self._unit)
            view.select(*self._origin, reveal=False)

    def _drag_unit(self, modifiers: Qt.KeyboardModifier) -> Unit:
        letters = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        return Unit.LETTER if letters or not self._view.snap_selection else Unit.TOKEN

    def _far_enough(self) -> bool:
        if self._pressed is None:
            return True
        if (self._at.toPoint() - self._pressed).manhattanLength() < _DRAG:
            return False
        self._pressed = None
        self._since.invalidate()  # what follows a drag is no double click
        return True

    def _grow(self) -> None:
        """Select from the range where the drag began to the unit under the mouse."""
        assert self._origin is not None
        start, end = self._origin
        here = self._view.position_at(self._at)
        if self._unit is Unit.LETTER:
            self._select(min(start, here), max(end, here), backwards=here < start)
            return
        under = self._view.letter_under(self._at)
        first, last = self._view.unit_range(under, self._unit)
        if start == end:  # a plain press: the token under it is where the drag begins
            start, end = self._view.unit_range(start, self._unit)
        self._select(min(start, first), max(end, last), backwards=first < start)

    def _select(self, start: int, end: int, *, backwards: bool) -> None:
        if backwards:
            self._view.select(end, start, reveal=False)
        else:
            self._view.select(start, end, reveal=False)

    def _dragged_span(self) -> Span | None:
        """The span as the dragged edge would make it; never empty, never turned round."""
        assert self._edge is not None
        span = self._edge.annotation.span
        to = self._view.position_at(self._at)
        if self._drag_unit(self._keys) is Unit.TOKEN:
            to = self._view.token_edge_near(self._at, start=self._edge.is_start)
        if self._edge.is_start:
            return Span(to, span.end) if to < span.end else span
        return Span(span.start, to) if to > span.start else span

    def _hover(self) -> None:
        edge = self._view.edge_at(self._at)
        shape = Qt.CursorShape.IBeamCursor
        if edge is not None:
            shape = Qt.CursorShape.SizeHorCursor
        elif self._view.chip_at(self._at) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        self._view.viewport().setCursor(shape)
        annotation = edge.annotation if edge else self._view.annotation_at_point(self._at)
        self._view.hover(annotation.id if annotation else "")

    def _autoscroll(self) -> None:
        outside = not 0 <= self._at.y() < self._view.viewport().height()
        if outside and not self._scroller.isActive():
            self._scroller.start()
        elif not outside:
            self._scroller.stop()

    def _scroll_on(self) -> None:
        height = self._view.viewport().height()
        beyond = self._at.y() if self._at.y() < 0 else self._at.y() - height
        self._view.scroll_by(round(beyond / 2) or (1 if beyond >= 0 else -1))
        if self._edge is not None:
            self._view.show_preview(self.preview)
        elif self._origin is not None:
            self._grow()
