"""Drawing one block: grounds behind the letters, then the letters, then what lies on top.

Nothing is ever set as a character format: the letters are drawn by Qt in one piece, so their
shapes and the line breaks are the same with and without spans.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from annotator.arabic.direction import paragraph_is_rtl
from annotator.core.span import Span
from annotator.ui.textview.blocks import Chip, LaidBlock, Line, Piece
from annotator.ui.textview.geometry import extents
from annotator.ui.textview.invisibles import stand_ins
from annotator.ui.textview.style import ChipMode, LabelStyle, Metrics, ViewStyle

_SELECTION_OPACITY = 170  # of 255: the label's ground shows through


@dataclass(slots=True)
class Scene:
    """All that is drawn beside text and spans. Spans are code points of the article."""

    style: ViewStyle
    metrics: Metrics
    label: Callable[[str], LabelStyle]
    chips: ChipMode = ChipMode.FULL
    selection: Span | None = None
    active: bool = True  # the view has the focus
    token: Span | None = None
    hovered: str = ""
    current: str = ""
    flash: Span | None = None
    preview: Span | None = None  # where an edge being dragged would put the span
    preview_label: str = ""
    matches: Sequence[Span] = field(default_factory=tuple)  # those of the visible text
    match: Span | None = None
    invisibles: bool = False


def paint_block(
    painter: QPainter, scene: Scene, block: LaidBlock, origin: QPointF, low: float, high: float
) -> None:
    """Draw the block's lines that show between `low` and `high`; `origin` is its top left."""
    for line in block.lines:
        top = origin.y() + line.top
        if top + line.height > low and top < high:
            paint_line(painter, scene, block, line, QPointF(origin.x(), top - line.top))


def paint_line(
    painter: QPainter, scene: Scene, block: LaidBlock, line: Line, origin: QPointF
) -> None:
    baseline = origin.y() + line.baseline
    x = origin.x()
    for piece in line.pieces:
        _box(painter, scene, piece, x, baseline)
    _grounds(painter, scene, block, line, x, baseline)
    painter.setPen(colour(scene.style.text))
    line.qline.draw(painter, QPointF(x, baseline - line.qline.ascent()))
    _marks(painter, scene, block, line, x, baseline)
    for chip in line.chips:
        _chip(painter, scene, chip, chip_rect(scene.metrics, scene.chips, line, chip), origin)
    if scene.invisibles:
        _invisibles(painter, scene, block, line, x, baseline)


def box_rect(metrics: Metrics, slot: int, left: float, right: float, baseline: float) -> QRectF:
    """A span's ground on one line; the outer of nested spans reaches further each way."""
    top = baseline - metrics.up - slot * metrics.slot_up
    bottom = baseline + metrics.down + (slot + 1) * metrics.slot_down
    return QRectF(left - slot, top, right - left + 2 * slot, bottom - top)


def chip_rect(metrics: Metrics, mode: ChipMode, line: Line, chip: Chip) -> QRectF:
    """A chip's place within its block's column, its rows stacked above the highest box."""
    slots = max((piece.slot for piece in line.pieces), default=0)
    floor = line.baseline - metrics.up - slots * metrics.slot_up - 1
    if mode is ChipMode.DOTS and chip.annotation is not None:
        size = metrics.dot
        return QRectF(chip.left, floor - chip.row * (size + 2) - size, size, size)
    height = metrics.chip_height
    return QRectF(chip.left, floor - chip.row * metrics.chip_row - height, chip.width, height)


@lru_cache(maxsize=256)
def colour(name: str, alpha: int = 255) -> QColor:
    made = QColor(name)
    made.setAlpha(alpha)
    return made


def _box(painter: QPainter, scene: Scene, piece: Piece, x: float, baseline: float) -> None:
    annotation, m = piece.annotation, scene.metrics
    inks = scene.label(annotation.label)
    current = annotation.id == scene.current
    ground = inks.strong if current or annotation.id == scene.hovered else inks.fill
    for left, right in piece.extents:
        rect = box_rect(m, piece.slot, x + left, x + right, baseline)
        painter.fillRect(rect, colour(ground))
        _underline(painter, rect, inks.line, m.line, dashed=annotation.review)
        if current:
            _outline(painter, rect, inks.line, piece, left, right)
        elif piece.slot:
            _sides(painter, rect, inks.line, piece, x)


def _underline(painter: QPainter, rect: QRectF, line: str, thickness: int, *, dashed: bool) -> None:
    strip = QRectF(rect.left(), rect.bottom() - thickness, rect.width(), thickness)
    if not dashed:
        painter.fillRect(strip, colour(line))
        return
    dash = 3.0 * thickness
    left = strip.left()
    while left < strip.right():
        width = min(dash, strip.right() - left)
        painter.fillRect(QRectF(left, strip.top(), width, thickness), colour(line))
        left += dash * 1.8


def _outline(
    painter: QPainter, rect: QRectF, line: str, piece: Piece, left: float, right: float
) -> None:
    """A frame round the current span, open where the span goes on to another line."""
    ink = colour(line)
    painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 2), ink)
    for side, at in ((left, rect.left()), (right, rect.right() - 2)):
        if _is_edge(piece, side):
            painter.fillRect(QRectF(at, rect.top(), 2, rect.height()), ink)


def _sides(painter: QPainter, rect: QRectF, line: str, piece: Piece, x: float) -> None:
    """Thin sides on an outer box: where crossing spans begin and end is seen through the inner."""
    ink = colour(line, 150)
    for side, at in (
        (rect.left() - x + piece.slot, rect.left()),
        (rect.right() - x - piece.slot, rect.right() - 1),
    ):
        if _is_edge(piece, side):
            painter.fillRect(QRectF(at, rect.top(), 1, rect.height()), ink)


def _is_edge(piece: Piece, x: float) -> bool:
    return any(edge is not None and abs(edge - x) < 1 for edge in (piece.start_x, piece.end_x))


def _grounds(
    painter: QPainter, scene: Scene, block: LaidBlock, line: Line, x: float, baseline: float
) -> None:
    style = scene.style
    for match in scene.matches:
        if match.start < line.end and match.end > line.start:
            here = scene.match is not None and match == scene.match
            ground = colour(style.match_current if here else style.match, 255 if here else 190)
            for rect in _rects(scene, block, line, match, x, baseline):
                painter.fillRect(rect, ground)
                edge = QRectF(rect.left(), rect.top(), rect.width(), 2)
                painter.fillRect(edge, colour(style.match_line))
    if scene.flash is not None:
        for rect in _rects(scene, block, line, scene.flash, x, baseline):
            painter.fillRect(rect, colour(style.flash, 120))
    if scene.selection is not None:
        _selection(painter, scene, block, line, x, baseline)


def _selection(
    painter: QPainter, scene: Scene, block: LaidBlock, line: Line, x: float, baseline: float
) -> None:
    assert scene.selection is not None
    style, m = scene.style, scene.metrics
    name = style.selection if scene.active else style.selection_inactive
    ground = colour(name, _SELECTION_OPACITY)
    for rect in _rects(scene, block, line, scene.selection, x, baseline):
        painter.fillRect(rect, ground)
        if scene.active:  # seen on any label's ground
            edge = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
            painter.fillRect(edge, colour(style.caret))
    if scene.selection.start <= block.end < scene.selection.end and line is block.lines[-1]:
        stub = m.em * 0.35  # the line break is selected too
        left = x + (line.left - stub if block.rtl else line.right)
        top = baseline - min(m.up, line.baseline - line.top)  # an empty line is a low one
        bottom = baseline + min(m.down, line.bottom - line.baseline)
        painter.fillRect(QRectF(left, top, stub, bottom - top), ground)


def _rects(
    scene: Scene, block: LaidBlock, line: Line, span: Span, x: float, baseline: float
) -> list[QRectF]:
    if span.start >= line.end or span.end <= line.start:
        return []
    m = scene.metrics
    return [
        QRectF(x + left, baseline - m.up, right - left, m.up + m.down)
        for left, right in extents(block, line, span.start, span.end)
    ]


def _marks(
    painter: QPainter, scene: Scene, block: LaidBlock, line: Line, x: float, baseline: float
) -> None:
    """The word that a digit will tag, and the span that a dragged edge would give."""
    if scene.token is not None:
        for rect in _rects(scene, block, line, scene.token, x, baseline):
            bar = QRectF(rect.left(), rect.bottom() - 1, rect.width(), scene.metrics.line)
            painter.fillRect(bar, colour(scene.style.token, 150))
    if scene.preview is not None:
        inks = scene.label(scene.preview_label)
        pen = QPen(colour(inks.line), 2, Qt.PenStyle.DashLine)
        for rect in _rects(scene, block, line, scene.preview, x, baseline):
            painter.fillRect(rect, colour(inks.line, 50))
            painter.setPen(pen)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))


def _chip(painter: QPainter, scene: Scene, chip: Chip, place: QRectF, origin: QPointF) -> None:
    rect = place.translated(origin)
    muted = scene.style.muted
    inks = scene.label(chip.annotation.label) if chip.annotation else None
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(inks.chip if inks else muted))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if scene.chips is ChipMode.DOTS and inks:
        painter.drawEllipse(rect)
    else:
        painter.drawRoundedRect(rect, 3, 3)
        painter.setFont(scene.metrics.chip_font)
        painter.setPen(colour(inks.chip_text if inks else scene.style.background))
        drop = 0 if paragraph_is_rtl(chip.text) else scene.metrics.latin_drop
        painter.drawText(rect.translated(0, drop), _CENTRED, chip.text)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setBrush(Qt.BrushStyle.NoBrush)


_CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine


def _invisibles(
    painter: QPainter, scene: Scene, block: LaidBlock, line: Line, x: float, baseline: float
) -> None:
    painter.setFont(scene.metrics.chip_font)
    painter.setPen(colour(scene.style.match_line))
    width = QFontMetricsF(scene.metrics.chip_font).horizontalAdvance
    for at, sign in stand_ins(block, line):
        painter.drawText(QPointF(x + at - width(sign) / 2, baseline - scene.metrics.up), sign)
