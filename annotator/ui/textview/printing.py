"""An article with its spans as a PDF: the view's own drawing, set on pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter, QTextOption

from annotator.core.annotation import Annotation
from annotator.core.labels import LabelSet
from annotator.formats.atomic_file import AtomicFile
from annotator.ops.progress import Cancelled, Progress, check, ignore, never
from annotator.ui.textview.blocks import LaidBlock, Line
from annotator.ui.textview.layout import ArticleLayout
from annotator.ui.textview.levels import Slots
from annotator.ui.textview.paint import Scene, colour, paint_line
from annotator.ui.textview.paragraphs import Blocks
from annotator.ui.textview.placement import Placer
from annotator.ui.textview.spans import SpanIndex
from annotator.ui.textview.style import LIGHT, ChipMode, Inks, Metrics, ViewStyle

_DPI = 96  # the resolution in which it is laid out; what is drawn stays vectors
_MARGIN_MM = 20
_POINTS = 14.0


def write_pdf(
    path: Path,
    text: str,
    annotations: Sequence[Annotation],
    labels: LabelSet,
    *,
    title: str = "",
    style: ViewStyle = LIGHT,
    language: str = "ar",
    chips: ChipMode = ChipMode.FULL,
    progress: Progress = ignore,
    cancelled: Cancelled = never,
) -> None:
    """Write the article on A4 pages, `title` above it, pages numbered. On any thread.

    Raises UserError when the file cannot be written, Stopped when cancelled; an older file there is
    then left as it was. Progress is told in code points.
    """
    style = replace(style, point_size=_POINTS, background="#ffffff")
    pages = _Pages(text, annotations, style, Inks(labels, style, language), chips, title)
    for position in pages.draw():
        check(cancelled)
        progress(position, len(text))
    with AtomicFile(path) as file:
        file.write(pages.content())


class _Pages:
    def __init__(
        self,
        text: str,
        annotations: Sequence[Annotation],
        style: ViewStyle,
        inks: Inks,
        chips: ChipMode,
        title: str,
    ) -> None:
        self._title, self._buffer = title, QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = _writer(self._buffer, title)
        metrics = Metrics(style, zoom=1.0, dpi=_DPI)
        spans = SpanIndex(annotations)
        self._layout = ArticleLayout(
            text,
            Blocks(text),
            spans,
            Slots(spans),
            Placer(metrics, chips, inks.chip_text),
            self._writer.width(),
        )
        self._scene = Scene(style=style, metrics=metrics, label=inks.of, chips=chips)

    def draw(self) -> Iterator[int]:
        """Draw page after page; where in the text each ends, as soon as it does."""
        painter = QPainter(self._writer)
        try:
            yield from self._draw(painter)
        finally:
            painter.end()

    def content(self) -> bytes:
        """What was drawn, as a PDF."""
        return bytes(self._buffer.data().data())

    def _draw(self, painter: QPainter) -> Iterator[int]:
        metrics = self._scene.metrics
        bottom = self._writer.height() - 2 * metrics.pitch // 3
        page, y = 1, self._head(painter)
        for block, line, gap in self._lines():
            if y + line.height > bottom and y > 0:
                self._foot(painter, page)
                yield line.start
                self._writer.newPage()
                page, y = page + 1, 0
            paint_line(painter, self._scene, block, line, QPointF(0, y - line.top))
            y += line.height + gap
        self._foot(painter, page)

    def _lines(self) -> Iterator[tuple[LaidBlock, Line, int]]:
        """Each line with the empty pixels that follow it."""
        for _, block in self._layout.lines_from(0):
            for line in block.lines:
                last = line is block.lines[-1]
                yield block, line, block.height - line.bottom if last else 0

    def _head(self, painter: QPainter) -> int:
        """Draw the title; the y at which the text starts."""
        if not self._title:
            return 0
        metrics = self._scene.metrics
        font = metrics.font
        painter.save()
        bold = type(font)(font)
        bold.setPixelSize(round(metrics.em * 1.3))
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(colour(self._scene.style.text))
        option = QTextOption(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        room = QRectF(0, 0, self._writer.width(), metrics.em * 6)
        needed = painter.boundingRect(room, self._title, option)
        painter.drawText(room, self._title, option)
        painter.restore()
        return round(needed.height()) + metrics.paragraph_gap

    def _foot(self, painter: QPainter, page: int) -> None:
        metrics = self._scene.metrics
        painter.save()
        painter.setFont(metrics.chip_font)
        painter.setPen(colour(self._scene.style.muted))
        strip = QRectF(0, self._writer.height() - metrics.em, self._writer.width(), metrics.em)
        painter.drawText(strip, Qt.AlignmentFlag.AlignCenter, str(page))
        painter.restore()


def _writer(buffer: QBuffer, title: str) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(title)
    writer.setCreator("Hashiya")
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            margins,
            QPageLayout.Unit.Millimeter,
        )
    )
    return writer
