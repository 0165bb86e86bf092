"""The scrolled reading surface: an article with its spans, painted; no caret, no input.

Positions are code points; pixels are those of the viewport widget.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from annotator.core.annotation import Annotation
from annotator.core.labels import LabelSet
from annotator.core.span import Span
from annotator.ui.textview.blocks import LaidBlock, Line
from annotator.ui.textview.layout import ArticleLayout
from annotator.ui.textview.levels import Slots
from annotator.ui.textview.paint import Scene, chip_rect, colour, paint_block
from annotator.ui.textview.paragraphs import Blocks
from annotator.ui.textview.placement import Placer
from annotator.ui.textview.spans import SpanIndex
from annotator.ui.textview.style import (
    LIGHT,
    ChipMode,
    Inks,
    Metrics,
    ViewStyle,
)
from annotator.ui.textview.viewport import ViewAnchor, Viewport

SMALLEST, LARGEST = 0.5, 4.0  # zoom
_NARROWEST = 80  # pixels that a column keeps in any window


class ArticleCanvas(QAbstractScrollArea):
    """Lays out, paints and scrolls. What it shows changes through its setters only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._language = "ar"
        self._labels = LabelSet(())
        self._inks = Inks(self._labels, LIGHT, self._language)
        self._zoom = 1.0
        self._metrics = Metrics(LIGHT, zoom=1.0, dpi=self.logicalDpiY())
        self._scene = Scene(style=LIGHT, metrics=self._metrics, label=self._inks.of)
        self._matches: list[Span] = []
        self._match_starts: list[int] = []
        self._syncing = False
        self._load("", SpanIndex())
        self.verticalScrollBar().valueChanged.connect(self._bar_moved)

    # What is shown

    @property
    def text(self) -> str:
        return self._layout.text

    @property
    def look(self) -> ViewStyle:
        return self._scene.style

    def set_style(self, style: ViewStyle) -> None:
        """Colours, face and spacing; the line being read stays where it is."""
        self._scene.style = style
        self._show_labels(self._labels)
        self._rescale()

    def set_font(self, family: str, point_size: float) -> None:
        self.set_style(replace(self._scene.style, family=family, point_size=point_size))

    def set_labels(self, labels: LabelSet, language: str = "") -> None:
        """The labels' names and colours; `language` ("ar", "en") is what chips are written in."""
        self._language = language or self._language
        self._show_labels(labels)
        self._place_again()

    @property
    def chips(self) -> ChipMode:
        return self._scene.chips

    def set_chips(self, mode: ChipMode) -> None:
        self._scene.chips = mode
        self._place_again()

    @property
    def show_invisibles(self) -> bool:
        return self._scene.invisibles

    @show_invisibles.setter
    def show_invisibles(self, shown: bool) -> None:
        self._scene.invisibles = shown
        self.viewport().update()

    @property
    def zoom(self) -> float:
        return self._zoom

    def set_zoom(self, factor: float) -> None:
        factor = min(max(factor, SMALLEST), LARGEST)
        if factor != self._zoom:
            self._zoom = factor
            self._rescale()

    def set_matches(self, matches: Iterable[Span], current: int | None = None) -> None:
        """Results of a search, in any order; `current` is the place of one in that order."""
        given = list(matches)
        self._scene.match = given[current] if current is not None and given else None
        self._matches = sorted(given)
        self._match_starts = [span.start for span in self._matches]
        self.viewport().update()

    def label_name(self, key: str) -> str:
        """What chips call the label."""
        return self._inks.of(key).name

    # Where things are

    def anchor(self) -> ViewAnchor:
        """What is at the top of the window, to be given to `restore_anchor` later."""
        return self._window.anchor()

    def restore_anchor(self, anchor: ViewAnchor) -> None:
        self._window.restore(anchor)
        self._sync_bar()
        self.viewport().update()

    def reveal(self, position: int, *, upstream: bool = False, centred: bool = False) -> None:
        """Scroll, if needed, so that the line of `position` shows."""
        with self._scrolling():
            self._window.reveal(position, upstream=upstream, centred=centred)

    @property
    def column_left(self) -> int:
        """The viewport x of the column of text."""
        return (self.viewport().width() - self._layout.width) // 2

    def line_at(self, y: float) -> tuple[LaidBlock, Line, int]:
        """The block, the line and the viewport y of the block's top nearest to `y`."""
        return self._window.line_at_y(round(y))

    def lines_showing(self, start: int, end: int) -> Iterator[tuple[LaidBlock, Line, int]]:
        """Block, line and block's y for each line in the window that shows some of `start:end`."""
        for _, block, y in self._window.visible():
            if block.start > end or block.end < start:
                continue
            for line in block.lines:
                if line.start <= end and line.end >= start:
                    yield block, line, y

    def update_range(self, start: int, end: int) -> None:
        """Paint again the lines in the window that show some of `start:end`."""
        width = self.viewport().width()
        for _, line, y in self.lines_showing(start, end):
            # two pixels more: a box or a preview's frame reaches that far past its line
            self.viewport().update(0, y + line.top - 2, width, line.height + 4)

    def chip_places(self) -> Iterator[tuple[Annotation, QRectF]]:
        """Each chip in the window and its viewport rectangle."""
        scene = self._scene
        for _, block, y in self._window.visible():
            for line in block.lines:
                for chip in line.chips:
                    if chip.annotation is not None:
                        rect = chip_rect(scene.metrics, scene.chips, line, chip)
                        yield chip.annotation, rect.translated(self.column_left, y)

    # Inside

    def _show_labels(self, labels: LabelSet) -> None:
        self._labels = labels
        self._inks = Inks(labels, self._scene.style, self._language)
        self._scene.label = self._inks.of

    def _load(self, text: str, spans: SpanIndex) -> None:
        self._spans = spans
        self._slots = Slots(self._spans)
        self._blocks = Blocks(text)
        self._lay_out(text)

    def _lay_out(self, text: str) -> None:
        placer = Placer(self._metrics, self._scene.chips, self._inks.chip_text)
        self._layout = ArticleLayout(
            text, self._blocks, self._spans, self._slots, placer, self._column_width()
        )
        self._window = Viewport(self._layout, self.viewport().height())

    def _column_width(self) -> int:
        """The same with the scroll bar and without: its coming would break all lines anew."""
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        margin = min(self._metrics.margin, room // 12)
        return max(_NARROWEST, min(self._metrics.column, room - 2 * margin))

    def _rescale(self) -> None:
        style = self._scene.style
        self._metrics = Metrics(style, zoom=self._zoom, dpi=self.logicalDpiY())
        self._scene.metrics = self._metrics
        self._lay_out_again()

    def _lay_out_again(self) -> None:
        """All lines anew, the line being read kept where it is."""
        at_top = self._window.value <= 0
        anchor = self._window.anchor()
        self._lay_out(self.text)
        if not at_top:
            self._window.restore(anchor)
        self._laid_out_anew()
        self._sync_bar()
        self.viewport().update()

    def _laid_out_anew(self) -> None:
        """For whoever keeps the layout: it is another one now."""

    def _place_again(self) -> None:
        """The same lines, their spans and chips placed anew."""
        self._layout.placer = Placer(self._metrics, self._scene.chips, self._inks.chip_text)
        with self._steady():
            self._layout.replace(0, len(self.text))
        self.viewport().update()

    @contextmanager
    def _steady(self) -> Iterator[None]:
        """Whatever happens to heights inside, the line being read stays where it is."""
        anchor, at_top = self._window.anchor(), self._window.value <= 0
        yield
        if at_top:
            self._window.settle()
        else:
            self._window.restore(anchor)
        self._sync_bar()

    def _bar_moved(self, value: int) -> None:
        if self._syncing:
            return
        before = self._window.value
        distance = value - before
        if self.verticalScrollBar().isSliderDown() or abs(distance) > 2 * self._window.height:
            self._window.go_to_value(value)
            self.viewport().update()
            return
        with self._scrolling():
            self._window.scroll(distance)

    @contextmanager
    def _scrolling(self) -> Iterator[None]:
        """Wherever the window goes inside, the screen follows: what is painted moves, the rest is
        painted."""
        window = self._window
        place = window.block, window.offset
        yield
        if place != (window.block, window.offset):
            pixels = window.moved_from(*place)
            if pixels is not None and abs(pixels) < window.height:
                self.viewport().scroll(0, -pixels)
            else:
                self.viewport().update()
        self._sync_bar()

    def _sync_bar(self) -> None:
        bar = self.verticalScrollBar()
        self._syncing = True
        bar.setRange(0, self._window.limit)
        bar.setPageStep(max(1, self._window.height))
        bar.setSingleStep(self._metrics.pitch)
        if not bar.isSliderDown():
            bar.setValue(self._window.value)
        self._syncing = False

    # Qt

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Nothing: `_bar_moved` does it, by what is really there and not by the bar's value."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._column_width() != self._layout.width:
            self._lay_out_again()
        self._window.height = self.viewport().height()
        self._window.settle()
        self._sync_bar()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        try:
            self._paint(painter, event.rect())
        finally:  # an error goes on to the crash dialog, but never with a painter left open
            painter.end()

    def _paint(self, painter: QPainter, exposed: QRect) -> None:
        painter.fillRect(exposed, colour(self._scene.style.background))
        blocks = list(self._window.visible())
        if blocks and self._matches:
            self._scene.matches = self._matches_in(blocks[0][1].start, blocks[-1][1].end)
        else:
            self._scene.matches = ()
        low, high = exposed.top(), exposed.bottom() + 1
        for _, block, y in blocks:
            if y < high and y + block.height > low:
                paint_block(painter, self._scene, block, QPointF(self.column_left, y), low, high)
        self._sync_if_needed()

    def _sync_if_needed(self) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() != self._window.limit:
            with suppress(RuntimeError):
                self._sync_bar()

    def _matches_in(self, start: int, end: int) -> list[Span]:
        first = max(0, bisect_left(self._match_starts, start) - 1)
        return self._matches[first : bisect_left(self._match_starts, end)]
