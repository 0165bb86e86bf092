"""The article, read and marked: the widget that the window shows.

`ArticleView` knows no store. It is given a text, its annotations, a label set and tokens, and told
what changed (`apply`); what the user asks for it only says (`resize_requested`, …), and draws when
told that it is so. Every position in and out is a code point of the article.
"""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.arabic.tokens import Tokens
from annotator.core.annotation import Annotation
from annotator.core.article import ArticleId
from annotator.core.change import Changes
from annotator.core.labels import LabelSet
from annotator.core.span import Span
from annotator.ui.textview import hits
from annotator.ui.textview.caret import Place
from annotator.ui.textview.geometry import letter_at_x, position_at_x
from annotator.ui.textview.mouse import Mouse, Unit
from annotator.ui.textview.reading import ReadingView
from annotator.ui.textview.spans import SpanIndex
from annotator.ui.textview.viewport import ViewAnchor

ZOOM_STEP = 1.1
_Tops = list[tuple[int, int, int]]


class ArticleView(ReadingView):
    """The text view. `snap_selection`: a mouse drag selects whole tokens unless Alt is held."""

    current_changed = Signal(str)  # id of the annotation at hand, "" for none
    annotation_hovered = Signal(str)  # "" when the mouse leaves the last one
    annotation_activated = Signal(str)
    resize_requested = Signal(str, int, int)
    context_menu_requested = Signal(QPoint)  # global
    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._article: ArticleId | None = None
        self._chosen = ""
        self.snap_selection = True
        super().__init__(parent)
        self.setAcceptDrops(False)  # the window takes files: let them through
        self.viewport().setAcceptDrops(False)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._mouse = Mouse(self)
        self.caret_moved.connect(self._refresh_current)
        self.selection_changed.connect(self._refresh_current)

    # The article and its annotations

    def set_article(
        self,
        text: str,
        annotations: Sequence[Annotation] | SpanIndex,
        labels: LabelSet,
        tokens: Tokens,
        *,
        article: ArticleId | None = None,
        place: tuple[ViewAnchor | None, int] | None = None,
    ) -> None:
        """Show an article from its top or, with `place`, where its reader left it: what was at the
        top of the window (None: the caret's line is found) and the caret. `article` is whose
        changes `apply` listens to."""
        spans = annotations if isinstance(annotations, SpanIndex) else SpanIndex(annotations)
        if article is None:
            article = next((annotation.article for annotation in spans), None)
        self._article, self._tokens, self._chosen = article, tokens, ""
        self._mouse.cancel()
        self.hover("")
        self.set_matches(())
        self._scene.flash = None
        self._show_labels(labels)
        self._load(text, spans)
        self._laid_out_anew()
        self._begin(place)
        self._sync_bar()
        self.viewport().update()
        self._refresh_current()

    def complete_annotations(self) -> None:
        """Take in the annotations that a SpanIndex was given without."""
        self._spans.complete()

    def set_annotations(self, annotations: Sequence[Annotation]) -> None:
        """All annotations anew, text and place kept: after a change too large to be listed."""
        anchor = self.anchor()
        self._load(self.text, SpanIndex(annotations))
        self._laid_out_anew()
        self.restore_anchor(anchor)
        self._refresh_current()

    def apply(self, changes: Changes) -> None:
        """Draw what an operation changed, and only that."""
        gone = [*changes.removed, *(before for before, _ in changes.replaced)]
        new = [*changes.added, *(after for _, after in changes.replaced)]
        gone, new = [a for a in gone if self._is_here(a)], [a for a in new if self._is_here(a)]
        if not gone and not new:
            return
        before = self._tops()
        with self._steady():
            touched = [self._take_out(a) for a in gone] + [self._put_in(a) for a in new]
        self._repaint(touched, before)
        self._refresh_current()

    def annotations_at(self, position: int) -> list[Annotation]:
        """The spans that hold the code point, the innermost first."""
        return self._spans.at(position)

    def current_annotation(self) -> Annotation | None:
        """The span at hand: chosen, equal to the selection, or the innermost at the caret."""
        return self._spans.get(self._scene.current)

    def choose(self, annotation_id: str, *, activate: bool = False) -> None:
        """Make a span the current one, the caret at its start. Unknown ids are ignored."""
        annotation = self._spans.get(annotation_id)
        if annotation is None:
            return
        self._chosen = annotation_id
        self._set_caret(Place(annotation.start), annotation.start)
        self._refresh_current()
        if activate:
            self.annotation_activated.emit(annotation_id)

    def cycle_annotation_at_caret(self, step: int = 1) -> Annotation | None:
        """The next of the spans stacked at the caret becomes the current one."""
        stack: list[str] = [a.id for a in self._at_caret()]
        if not stack:
            return None
        here = stack.index(self._scene.current) if self._scene.current in stack else -step
        self._chosen = stack[(here + step) % len(stack)]
        self._refresh_current()
        return self.current_annotation()

    def go_to_next_annotation(self, step: int = 1) -> Annotation | None:
        """Choose the next span in reading order, stacked ones included; None past the last."""
        current = self.current_annotation()
        if current is not None:
            target = self._spans.neighbour(current, step)
        else:
            target = (self._spans.after if step > 0 else self._spans.before)(self.caret())
        if target is not None:
            self.choose(target.id)
        return target

    # What is under the mouse

    def position_at(self, point: QPointF) -> int:
        """The caret position nearest to a viewport point."""
        block, line, _ = self.line_at(point.y())
        return position_at_x(block, line, point.x() - self.column_left)

    def letter_under(self, point: QPointF) -> int:
        """The code point drawn at the point; beside a line, the nearest of its text."""
        block, line, _ = self.line_at(point.y())
        letter = letter_at_x(block, line, point.x() - self.column_left)
        if letter is not None:
            return letter
        position = position_at_x(block, line, point.x() - self.column_left)
        return position if position == line.start else block.previous_letter(position)

    def chip_at(self, point: QPointF) -> Annotation | None:
        return next((a for a, rect in self.chip_places() if rect.contains(point)), None)

    def annotation_at_point(self, point: QPointF) -> Annotation | None:
        """The span that is drawn at the point, by its chip or its box."""
        chip = self.chip_at(point)
        if chip is not None:
            return chip
        _, line, y = self.line_at(point.y())
        x = point.x() - self.column_left
        piece = hits.piece_at(self._metrics, line, x, point.y() - y)
        return piece.annotation if piece else None

    def tip_at(self, point: QPointF) -> str:
        """What a tool tip says of the span at the point: its label and note, as escaped HTML."""
        annotation = self.annotation_at_point(point)
        if annotation is None:
            return ""
        said = [self._inks.chip_text(annotation), annotation.note]
        lines = [html.escape(part).replace("\n", "<br>") for part in said if part]
        direction = "rtl" if self._language == "ar" else "ltr"
        return f'<p dir="{direction}">{"<br>".join(lines)}</p>'

    def edge_at(self, point: QPointF) -> hits.Edge | None:
        """The span's edge that a press at the point would drag.

        Only the current and the hovered span can be dragged, so that a word next to an edge can
        still be clicked.
        """
        _, line, y = self.line_at(point.y())
        ids = (self._scene.current, self._scene.hovered)
        edge = hits.edge_at(self._metrics, line, point.x() - self.column_left, point.y() - y, ids)
        return edge if edge and edge.annotation.id in ids else None

    def token_edge_near(self, point: QPointF, *, start: bool) -> int:
        """The token edge that a dragged span's start (or end) falls on at the point."""
        token = self._tokens.near(self.letter_under(point))
        if token is None:
            return self.position_at(point)
        return token.start if start else token.end

    def unit_range(self, position: int, unit: Unit) -> tuple[int, int]:
        """The letter, token, sentence or paragraph at the position."""
        if unit is Unit.SENTENCE:
            return self.navigator().sentence(position)
        if unit is Unit.PARAGRAPH:
            return self.navigator().paragraph(position)
        token = self._tokens.at(position) if unit is Unit.TOKEN else None
        return (position, position) if token is None else (token.start, token.end)

    def hover(self, annotation_id: str) -> None:
        """Show the span, all its pieces, as the one under the mouse."""
        if annotation_id != self._scene.hovered:
            before, self._scene.hovered = self._scene.hovered, annotation_id
            self._update_spans(before, annotation_id)
            self.annotation_hovered.emit(annotation_id)

    def show_preview(self, dragged: tuple[Annotation, Span] | None) -> None:
        """Draw where a dragged edge would put the span; None: no longer."""
        scene, before = self._scene, self._scene.preview
        scene.preview = dragged[1] if dragged else None
        scene.preview_label = dragged[0].label if dragged else ""
        for span in (before, scene.preview):
            if span is not None and before != scene.preview:
                self.update_range(span.start, span.end)

    def scroll_by(self, pixels: int) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

    def change_zoom(self, steps: float) -> None:
        """Larger or smaller by steps of a tenth, and say so."""
        self.set_zoom(self.zoom * ZOOM_STEP**steps)
        self.zoomed.emit(self.zoom)

    # Inside

    def _begin(self, place: tuple[ViewAnchor | None, int] | None) -> None:
        """Put the caret and the window where the reading begins, nothing laid out before that."""
        first = self._tokens.after(0)
        start = first.start if first is not None else 0
        anchor, caret = place or (None, start)
        caret = self._within(caret)
        if anchor is not None:
            self._window.restore(anchor)
        elif place is not None:
            self._window.reveal(caret, centred=True)
        self._set_caret(Place(caret), caret, reveal=False)

    def _is_here(self, annotation: Annotation) -> bool:
        if self._article is not None:
            return annotation.article == self._article
        return annotation.sealed_in(self.text)

    def _take_out(self, annotation: Annotation) -> tuple[int, int]:
        touched = self._slots.forget(annotation.start, annotation.end)
        self._spans.remove(annotation.id)
        self._layout.replace(*touched)
        return touched

    def _put_in(self, annotation: Annotation) -> tuple[int, int]:
        self._spans.add(annotation)
        touched = self._slots.forget(annotation.start, annotation.end)
        self._layout.replace(*touched)
        return touched

    def _tops(self) -> _Tops:
        """Number, y and height of the blocks in the window."""
        return [(number, y, block.height) for number, block, y in self._window.visible()]

    def _repaint(self, touched: list[tuple[int, int]], before: _Tops) -> None:
        """Paint the touched lines and those between, which may have moved within their paragraph;
        everything from where the first block that moved or grew is, or was."""
        if (after := self._tops()) != before:
            pairs = zip(after, before, strict=False)
            top = next((max(min(a[1], b[1]), 0) for a, b in pairs if a != b), 0)
            width, height = self.viewport().width(), self.viewport().height()
            self.viewport().update(QRect(0, top, width, height - top))
        self.update_range(min(start for start, _ in touched), max(end for _, end in touched))

    def _at_caret(self) -> list[Annotation]:
        """The spans the caret is in or touches, the innermost first; in the selection's stead."""
        selected = self.selection()
        if selected is not None:
            found = self._spans.overlapping(selected.start, selected.end)
            found = [a for a in found if a.span.contains(selected)]
            return sorted(found, key=lambda a: (a.end - a.start, a.id))
        here = self._spans.at(self.caret())
        return here or (self._spans.at(self.caret() - 1) if self.caret() else [])

    def _refresh_current(self) -> None:
        stack = [a.id for a in self._at_caret()]
        if self._chosen not in stack:
            self._chosen = ""
        current = self._chosen or (stack[0] if stack else "")
        if current != self._scene.current:
            before, self._scene.current = self._scene.current, current
            self._update_spans(before, current)
            self.current_changed.emit(current)

    def _update_spans(self, *ids: str) -> None:
        for annotation in map(self._spans.get, ids):
            if annotation is not None:
                self.update_range(annotation.start, annotation.end)

    def _paint(self, painter: QPainter, exposed: QRect) -> None:
        super()._paint(painter, exposed)
        self._paint_caret(painter)

    # Qt

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._mouse.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._mouse.release(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._mouse.leave()
        elif isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip_at(QPointF(event.pos())), self)
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._mouse.cancel():
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.context_menu_requested.emit(self._menu_place(event))

    def _menu_place(self, event: QContextMenuEvent) -> QPoint:
        """Under the mouse, the caret moved there first; or, asked for by key, at the caret."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            point = QPointF(event.pos())
            selected, position = self.selection(), self.letter_under(point)
            if selected is None or not selected.holds(position):
                under = self.annotation_at_point(point)
                self.place_caret(position)
                if under is not None and under.span.holds(position):
                    self._chosen = under.id
                    self._refresh_current()
            return event.globalPos()
        place = self.caret_place()
        corner = place.rect.bottomLeft().toPoint() if place else QPoint(0, 0)
        return self.viewport().mapToGlobal(corner)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.change_zoom(event.angleDelta().y() / 120)
            event.accept()
        else:
            super().wheelEvent(event)
