"""The character lens: under the text, one cell for each code point around the caret or of a span.

Cells run in logical order, the way the paragraph runs; what Unicode's rules do to them on the page
is not done here. The edges of an annotation can be dragged from letter to letter; a click on a cell
puts the caret there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolTip, QWidget

from annotator.arabic.direction import paragraph_is_rtl
from annotator.core.annotation import Annotation
from annotator.core.span import Span
from annotator.ui.fonts import reading_font
from annotator.ui.lens_cells import Cell, cells
from annotator.ui.plain_label import as_tool_tip
from annotator.ui.retranslating import Retranslating
from annotator.ui.session import Session
from annotator.ui.textview.view import ArticleView

_CELL, _SIDE, _TOP = 62, 16, 12
_GRIP = 9  # pixels beside an edge that take hold of it
_FEWEST = 9


class Lens(Retranslating, QFrame):
    """Follows the view's caret; does nothing while it is hidden."""

    edge_dragged = Signal(str, int, int)  # annotation id, the span wanted

    def __init__(self, session: Session, view: ArticleView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._cells: list[Cell] = []
        self._focus: Span | None = None
        self._annotation: Annotation | None = None
        self._dragged: str = ""  # "start" or "end" while that edge is held
        self._wanted: int | None = None
        self._rtl, self._cell = True, _CELL
        self.setProperty("kind", "bar")
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()
        for signal in (
            view.caret_moved, view.selection_changed, session.selected_changed,
            session.article_opened, session.theme.changed, session.language.changed,
        ):  # fmt: skip
            signal.connect(self.refresh)
        session.changed.connect(lambda _changes: self.refresh())
        session.preferences.changed.connect(self._refont)
        self._refont("reading/family")
        self.retranslate()

    @property
    def shown(self) -> list[Cell]:
        return self._cells

    @property
    def span(self) -> Span | None:
        """The selection, or the annotation at the caret: what is marked in the strip."""
        return self._focus

    def refresh(self) -> None:
        """Look again at what the caret is on."""
        if self.isHidden():
            return
        article = self._session.article
        selection = self._view.selection()
        self._annotation = self._session.selected if selection is None else None
        self._focus = self._annotation.span if self._annotation else selection
        text = "" if article is None else article.text
        if self._focus is not None and self._focus.end > len(text):
            self._focus = self._annotation = None  # a revision: the next signal tells of it
        width = self.width() - 2 * _SIDE
        room = max(_FEWEST, width // _CELL)
        self._cell = min(_CELL, width // room)
        self._cells = cells(text, self._view.caret(), self._focus, room) if text else []
        self._rtl = paragraph_is_rtl(_paragraph(text, self._view.caret()))
        self.setAccessibleDescription(self._said())
        self.update()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Character lens"))
        self.refresh()

    def sizeHint(self) -> QSize:
        name = _arabic_line(QFontMetrics(self._name_font))
        code = QFontMetrics(self._code_font).height()
        return QSize(400, _TOP + self._glyph_height() + code + 2 * name + 14)

    def edge_x(self, position: int) -> int | None:
        """Where the strip shows the boundary before the code point; None where it is out of it."""
        for place, cell in enumerate(self._cells):
            if cell.position == position:
                return self._left_edge(place)
        if self._cells and self._cells[-1].end == position:
            return self._left_edge(len(self._cells))
        return None

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(0, 0, self.width(), 1, self._session.theme.colour("border"))
        for place, cell in enumerate(self._cells):
            self._paint_cell(painter, self._rect(place), cell)
        self._paint_edges(painter)

    def _paint_cell(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        theme = self._session.theme
        box = QRectF(rect.x(), _TOP, rect.width(), self._glyph_height())
        marked = self._focus is not None and self._focus.holds(cell.position)
        gap_before = 0.0 if cell.joined else 2.0
        box.adjust(*((2.0, 0, -gap_before, 0) if self._rtl else (gap_before, 0, -2.0, 0)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground(marked))
        painter.drawRoundedRect(box, 5, 5)
        if cell.left_out:
            painter.setPen(theme.colour("muted"))
            painter.setFont(self._name_font)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"⋯\n{cell.left_out}")
            return
        if cell.notable:
            painter.setPen(QPen(theme.colour("warning"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setPen(theme.colour(_ink(cell)))
        painter.setFont(self._code_font if len(cell.sign) > 2 else self._glyph_font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cell.sign)
        self._paint_words(painter, rect, cell, marked=marked)

    def _paint_words(self, painter: QPainter, rect: QRect, cell: Cell, *, marked: bool) -> None:
        theme = self._session.theme
        code = QFontMetrics(self._code_font).height()
        top = _TOP + self._glyph_height() + 4
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.setPen(theme.colour("muted"))
        painter.setFont(self._code_font)
        painter.drawText(QRect(rect.x(), top, rect.width(), code), centre, cell.code)
        painter.setPen(theme.colour("text" if marked or cell.notable else "muted"))
        painter.setFont(self._name_font)
        room = QRect(rect.x() + 2, top + code + 2, rect.width() - 4, self.height() - top - code - 4)
        name = cell.name(self._session.language.code)
        for number, line in enumerate(_two_lines(name, painter.fontMetrics(), room.width())):
            spacing = _arabic_line(painter.fontMetrics())
            line_room = QRect(room.x(), room.y() + number * spacing, room.width(), spacing)
            painter.drawText(line_room, centre, line)

    def _paint_edges(self, painter: QPainter) -> None:
        theme, height = self._session.theme, self._glyph_height()
        ends = self._ends()
        if ends is None:
            self._paint_edge(
                painter, self._view.caret(), theme.colour("accent"), height, grip=False
            )
            return
        for position in ends:
            held = self._annotation is not None and not self._session.read_only
            self._paint_edge(painter, position, self._line(), height, grip=held)

    def _paint_edge(
        self, painter: QPainter, position: int, colour: QColor, height: int, *, grip: bool
    ) -> None:
        x = self.edge_x(position)
        if x is None:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(x - 1.5, _TOP - 5, 3, height + 10), 1.5, 1.5)
        if grip:
            painter.drawEllipse(QPointF(x, _TOP - 5), 4.5, 4.5)
            painter.drawEllipse(QPointF(x, _TOP + height + 5), 4.5, 4.5)

    def _ends(self) -> tuple[int, int] | None:
        """The edges as they are drawn: one that is held, where it would fall."""
        if self._focus is None:
            return None
        start, end = self._focus.start, self._focus.end
        if self._wanted is not None:
            start, end = (self._wanted, end) if self._dragged == "start" else (start, self._wanted)
        return start, end

    def _ground(self, marked: bool) -> QColor:
        theme = self._session.theme
        if not marked:
            return theme.colour("surface")
        if self._annotation is None:
            return theme.colour("selected")
        return QColor(theme.ink(self._label_colour()).fill)

    def _line(self) -> QColor:
        if self._annotation is None:
            return self._session.theme.colour("accent")
        return QColor(self._session.theme.ink(self._label_colour()).line)

    def _label_colour(self) -> str:
        assert self._annotation is not None
        label = self._session.labels.get(self._annotation.label)
        return label.colour if label else self._session.theme.colours.faint

    # Places

    def _glyph_height(self) -> int:
        return QFontMetrics(self._glyph_font).height() + 4

    def _left_edge(self, place: int) -> int:
        """The x of the side on which cell `place` begins; of the end, past the last cell."""
        used = len(self._cells) * self._cell
        first = (self.width() - used) // 2
        return first + used - place * self._cell if self._rtl else first + place * self._cell

    def _rect(self, place: int) -> QRect:
        one, other = self._left_edge(place), self._left_edge(place + 1)
        return QRect(min(one, other), 0, self._cell, self.height())

    def _cell_at(self, x: float) -> Cell | None:
        places = range(len(self._cells))
        return next((self._cells[p] for p in places if self._rect(p).contains(int(x), 1)), None)

    def _boundary_near(self, x: float) -> int | None:
        """The place nearest to `x` where an edge may stand."""
        starts = [(abs(self._left_edge(p) - x), c.position)
                  for p, c in enumerate(self._cells) if not c.joined]  # fmt: skip
        if self._cells:
            starts.append((abs(self._left_edge(len(self._cells)) - x), self._cells[-1].end))
        return min(starts)[1] if starts else None

    def _edge_under(self, x: float) -> str:
        if self._annotation is None or self._session.read_only:
            return ""
        ends = {"start": self._annotation.start, "end": self._annotation.end}
        for which, position in ends.items():
            edge = self.edge_x(position)
            if edge is not None and abs(edge - x) <= _GRIP:
                return which
        return ""

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        x = event.position().x()
        self._dragged, self._wanted = self._edge_under(x), None
        cell = self._cell_at(x)
        if not self._dragged and cell is not None:
            self._view.place_caret(cell.position)
            self._view.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._dragged:
            self._wanted = self._boundary_near(x)
            self.update()
            return
        over = Qt.CursorShape.SizeHorCursor if self._edge_under(x) else Qt.CursorShape.ArrowCursor
        self.setCursor(over)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        annotation, ends = self._annotation, self._ends()
        moved = self._dragged and self._wanted is not None
        self._dragged, self._wanted = "", None
        self.update()
        if moved and annotation is not None and ends is not None and ends[0] < ends[1]:
            self.edge_dragged.emit(annotation.id, *ends)

    # Qt

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cell = self._cell_at(event.pos().x())
            told = "" if cell is None or cell.left_out else self._told(cell)
            QToolTip.showText(event.globalPos(), as_tool_tip(told), self)
            return True
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh()

    def _told(self, cell: Cell) -> str:
        return f"{cell.code} {cell.name(self._session.language.code)}"

    def _said(self) -> str:
        """What a screen reader says: the characters in order, the span between brackets."""
        return " ".join(_spoken(self._cells, self._focus, self._told))

    def _refont(self, key: str) -> None:
        if key != "reading/family":
            return
        self._glyph_font = reading_font(self._session.preferences.reading_family, 19)
        self._code_font, self._name_font = QFont(self.font()), QFont(self.font())
        self._code_font.setPointSizeF(7.5)
        self._name_font.setPointSizeF(8.5)
        self.setFixedHeight(self.sizeHint().height())
        self.refresh()


def _ink(cell: Cell) -> str:
    if cell.notable:
        return "warning"
    return "faint" if cell.unseen else "text"


def _paragraph(text: str, position: int) -> str:
    """The line of `text` that `position` is in."""
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    return text[start : end if end >= 0 else len(text)]


def _arabic_line(metrics: QFontMetrics) -> int:
    """The height of a line with Arabic in it: its face is another's, and reaches further down."""
    return max(metrics.lineSpacing(), metrics.boundingRect("أْجيٍ").height() + 1)


def _two_lines(name: str, metrics: QFontMetrics, width: int) -> list[str]:
    """`name` broken once between words if it is too wide, and cut where it still is."""
    words = name.split(" ")
    first = words.pop(0)
    while words and metrics.horizontalAdvance(f"{first} {words[0]}") <= width:
        first = f"{first} {words.pop(0)}"
    lines = [first, " ".join(words)] if words else [first]
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]


def _spoken(
    shown: Iterable[Cell], focus: Span | None, told: Callable[[Cell], str]
) -> Iterator[str]:
    for cell in shown:
        if focus is not None and cell.position == focus.start:
            yield "["
        yield "…" if cell.left_out else f"{told(cell)},"
        if focus is not None and cell.end == focus.end:
            yield "]"
