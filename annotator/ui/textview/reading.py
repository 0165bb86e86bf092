"""A canvas with a caret and a selection: everything a reader does with the keyboard."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleTextCursorEvent,
    QAccessibleTextSelectionEvent,
    QClipboard,
    QColor,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPolygonF,
)
from PySide6.QtWidgets import QApplication, QWidget

from annotator.arabic.tokens import Tokens
from annotator.arabic.utf16 import Utf16Map
from annotator.core.span import Span
from annotator.ui.textview.blocks import LaidBlock, Line
from annotator.ui.textview.canvas import ArticleCanvas
from annotator.ui.textview.caret import VERTICAL, Move, Navigator, Place
from annotator.ui.textview.geometry import cell, edge_x, end_x, extents
from annotator.ui.textview.keys import extends, move_of
from annotator.ui.textview.paint import colour

FLASH_MS = 700


@dataclass(frozen=True, slots=True)
class CaretPlace:
    """The caret's viewport rectangle, and whether its letter is written against the paragraph."""

    rect: QRectF
    against: bool


class ReadingView(ArticleCanvas):
    """Caret and selection over the text. All positions are code points."""

    caret_moved = Signal()
    selection_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._caret, self._anchor = Place(0), 0
        self._tokens = Tokens("")
        self._navigator: Navigator | None = None
        self._caret_shown = True
        self._mapped, self._units = "", Utf16Map("")
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._blinker = QTimer(self)
        self._blinker.timeout.connect(self._blink)
        self._flasher = QTimer(self)
        self._flasher.setSingleShot(True)
        self._flasher.timeout.connect(self._end_flash)

    # Caret and selection

    @property
    def tokens(self) -> Tokens:
        return self._tokens

    def caret(self) -> int:
        return self._caret.position

    @property
    def selection_anchor(self) -> int:
        """The end of the selection that stays when it is extended."""
        return self._anchor

    def selection(self) -> Span | None:
        if self._anchor == self._caret.position:
            return None
        return Span(*sorted((self._anchor, self._caret.position)))

    def target(self) -> Span | None:
        """What a label key would tag: the selection, or else the token under the caret."""
        selected = self.selection()
        if selected is not None:
            return selected
        token = self._tokens.near(self.caret())
        touched = token is not None and token.start <= self.caret() <= token.end
        return token if touched else None  # a far one is not what the analyst looks at

    def select(self, start: int, end: int, *, reveal: bool = True) -> None:
        """Select from `start` to `end`; the caret is at `end`, which may be the lower."""
        start, end = self._within(start), self._within(end)
        # At the end of a selection the caret belongs to the line of the letter before it.
        self._set_caret(Place(end, upstream=end > start), start, reveal=reveal)

    def select_all(self) -> None:
        self.select(0, len(self.text), reveal=False)

    def clear_selection(self) -> None:
        self._set_caret(self._caret, self._caret.position, reveal=False)

    def place_caret(self, position: int) -> None:
        """Put the caret there, nothing selected."""
        position = self._within(position)
        self._set_caret(Place(position), position)

    def move_caret(self, move: Move, *, select: bool = False) -> None:
        """One step of the caret; `select` extends the selection with it."""
        navigator = self.navigator()
        if select:
            anchor, place = navigator.extend(move, self._anchor, self._caret)
            if move not in VERTICAL and place.position > anchor:
                place = Place(place.position, upstream=True)  # beside the last letter selected
        else:
            place = navigator.go(move, self._caret)
            anchor = place.position
        self._set_caret(place, anchor, keep_column=True)

    def go_to(self, span: Span) -> None:
        """Bring the span into view, put the caret at its start, and flash it."""
        start = self._within(span.start)
        self._set_caret(Place(start), start, reveal=False)
        self.reveal(start, centred=True)
        self.flash(span)

    def flash(self, span: Span, duration: int = FLASH_MS) -> None:
        """Show the span in a strong colour for so many milliseconds."""
        self._end_flash()
        self._scene.flash = span
        self.update_range(span.start, span.end)
        self._flasher.start(duration)

    def copy(self) -> None:
        """The selected text, exactly as it is in the article, to the clipboard."""
        span = self.selection()
        if span is not None:
            QGuiApplication.clipboard().setText(span.of(self.text))

    def offer_primary_selection(self) -> None:
        """X11's middle-click paste."""
        clipboard, span = QGuiApplication.clipboard(), self.selection()
        if span is not None and clipboard.supportsSelection():
            clipboard.setText(span.of(self.text), QClipboard.Mode.Selection)

    def utf16_map(self) -> Utf16Map:
        """Of the whole article: what accessibility counts in."""
        if self._mapped is not self.text:
            self._mapped, self._units = self.text, Utf16Map(self.text)
        return self._units

    def navigator(self) -> Navigator:
        if self._navigator is None:
            self._navigator = Navigator(self._layout, self._tokens)
        self._navigator.page = max(1, self._window.height - 2 * self._metrics.pitch)
        return self._navigator

    def caret_place(self) -> CaretPlace | None:
        """Where the caret is drawn; None when its line is not in the window."""
        position, upstream = self._caret.position, self._caret.upstream
        number, block, line = self._layout.line_of(position, upstream=upstream)
        y = self._window.y_of(number)
        if y is None:
            return None
        m = self._metrics
        x = self.column_left + (end_x if upstream else edge_x)(block, line, position)
        top, bottom = max(line.top, line.baseline - m.up), min(line.bottom, line.baseline + m.down)
        rect = QRectF(round(x) - 1, y + top, 2, bottom - top)
        beside = block.previous_letter(position) if upstream else position
        return CaretPlace(rect, _runs_against(block, line, beside))

    def range_rect(self, start: int, end: int) -> QRectF:
        """The viewport rectangle round the lines' parts that show `start:end`; may be empty."""
        united = QRectF()
        for block, line, y in self.lines_showing(start, end):
            for left, right in extents(block, line, start, end):
                united |= QRectF(self.column_left + left, y + line.top, right - left, line.height)
        return united

    # Inside

    def _within(self, position: int) -> int:
        return min(max(position, 0), len(self.text))

    def _set_caret(
        self, place: Place, anchor: int, *, reveal: bool = True, keep_column: bool = False
    ) -> None:
        before, old_anchor = self._caret, self._anchor
        self._caret, self._anchor = place, anchor
        if not keep_column and self._navigator is not None:
            self._navigator.forget_column()
        if reveal:
            self.reveal(place.position, upstream=place.upstream)
        self._update_caret(before, old_anchor)
        self._restart_blinking()
        if place.position != before.position:
            self.caret_moved.emit()
        was, now = (old_anchor, before.position), (anchor, place.position)
        if was != now and (was[0] != was[1] or now[0] != now[1]):
            self.selection_changed.emit()
        self._tell_accessibility()

    def _update_caret(self, before: Place, old_anchor: int) -> None:
        """Paint again only what the caret, its token and the selection left and entered."""
        scene = self._scene
        old_token = scene.token
        scene.selection = self.selection()
        scene.token = None if scene.selection else self.target()
        for span in (old_token, scene.token):
            if span is not None:
                self.update_range(span.start, span.end)
        for one, other in ((before.position, self._caret.position), (old_anchor, self._anchor)):
            self.update_range(min(one, other), max(one, other))

    def _laid_out_anew(self) -> None:
        self._navigator = None

    def _end_flash(self) -> None:
        span, self._scene.flash = self._scene.flash, None
        if span is not None:
            self.update_range(span.start, span.end)

    def _blink(self) -> None:
        self._caret_shown = not self._caret_shown
        self._update_caret_rect()

    def _update_caret_rect(self) -> None:
        place = self.caret_place()
        if place is not None:
            self.viewport().update(place.rect.toAlignedRect().adjusted(-8, -2, 8, 2))

    def _restart_blinking(self) -> None:
        self._caret_shown = True
        period = QApplication.cursorFlashTime()
        if self.hasFocus() and period > 1:
            self._blinker.start(period // 2)
        else:
            self._blinker.stop()

    def _paint_caret(self, painter: QPainter) -> None:
        place = self.caret_place()
        if place is None or not (self._caret_shown and self.hasFocus()):
            return
        ink = colour(self._scene.style.caret)
        painter.fillRect(place.rect, ink)
        if place.against:
            _flag(painter, place.rect, ink, leftwards=not self._caret_rtl())

    def _caret_rtl(self) -> bool:
        return self._blocks.is_rtl(self._blocks.at(self.caret()))

    def _tell_accessibility(self) -> None:
        if not QAccessible.isActive():
            return
        span = self.selection()
        unit = self.utf16_map().to_utf16
        if span is not None:
            chosen = QAccessibleTextSelectionEvent(self, unit(span.start), unit(span.end))
            QAccessible.updateAccessibility(chosen)
        QAccessible.updateAccessibility(QAccessibleTextCursorEvent(self, unit(self.caret())))

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = move_of(event)
        if move is not None:
            self.move_caret(move, select=extends(event))
        elif event.key() == Qt.Key.Key_Escape and self.selection() is not None:
            self.clear_selection()
        else:
            event.ignore()  # the window's

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._focus_changed(active=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._focus_changed(active=False)

    def _focus_changed(self, *, active: bool) -> None:
        self._scene.active = active
        self._restart_blinking()
        span = self.selection()
        if span is not None:
            self.update_range(span.start, span.end)
        self._update_caret_rect()


def _runs_against(block: LaidBlock, line: Line, position: int) -> bool:
    """Whether the letter after the caret is written against the paragraph's direction."""
    if not line.start <= position < line.visible_end:
        return False
    left, right = cell(block, line, position)
    leads_left = abs(edge_x(block, line, position) - left) < abs(
        edge_x(block, line, position) - right
    )
    return leads_left == block.rtl


def _flag(painter: QPainter, rect: QRectF, ink: QColor, *, leftwards: bool) -> None:
    """A small pennant that says which way the letters at the caret run."""
    x = rect.left() if leftwards else rect.right()
    tip = -5 if leftwards else 5
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPolygon(
        QPolygonF(
            [QPointF(x, rect.top()), QPointF(x + tip, rect.top() + 2.5), QPointF(x, rect.top() + 5)]
        )
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
