"""Stand-ins for characters that show nothing: where each is, and the sign drawn above it."""

from __future__ import annotations

from annotator.arabic.characters import glyph, is_bidi_control, is_zero_width
from annotator.ui.textview.blocks import LaidBlock, Line
from annotator.ui.textview.geometry import edge_x

_BLANKS = frozenset("\t\u00a0\u2007\u202f\u2028\u2029\u000b\u000c\u0085\u3000")


def stand_ins(block: LaidBlock, line: Line) -> list[tuple[float, str]]:
    """The x in the column and the sign of each invisible character on the line."""
    text = block.text[line.start - block.start : line.end - block.start]
    return [
        (edge_x(block, line, line.start + i), glyph(ch) or "⍽")
        for i, ch in enumerate(text)
        if ch in _BLANKS or is_bidi_control(ch) or is_zero_width(ch)
    ]
