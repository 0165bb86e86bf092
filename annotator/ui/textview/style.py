"""How the reading surface looks: colours, face, spacing, and the pixel metrics made of them.

The shell fills a `ViewStyle`; nothing here knows of themes or settings. All colours are "#rrggbb".
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QFont, QFontMetricsF

from annotator.core.annotation import Annotation
from annotator.core.labels import LabelSet
from annotator.ui.ink import ink

_UNKNOWN = "#808080"
_CHIP = 40  # letters of a label's name on a chip


class ChipMode(StrEnum):
    """What stands above a span's first letter."""

    FULL = "full"  # the label's name
    DOTS = "dots"  # a dot in the label's colour
    OFF = "off"


@dataclass(frozen=True, slots=True)
class LabelStyle:
    """How one label is drawn: text reads on `fill` and `strong` (hovered or current)."""

    name: str
    fill: str
    strong: str
    line: str
    chip: str
    chip_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewStyle:
    """Everything that the shell decides about the look. Lengths in `em` are font sizes."""

    background: str = "#fffefb"
    text: str = "#23262b"
    muted: str = "#85888d"
    caret: str = "#12626a"
    token: str = "#12626a"  # the line under the word that a digit key will tag
    selection: str = "#bcdcdc"
    selection_inactive: str = "#e2e4e2"
    match: str = "#ffe9a8"
    match_current: str = "#ffc53d"
    match_line: str = "#b07a00"
    flash: str = "#ffb700"
    family: str = "Noto Naskh Arabic"
    point_size: float = 18.0
    line_spacing: float = 2.35  # em from baseline to baseline: has room for a row of chips
    column: float = 36.0  # em: the widest that lines of text get
    margin: float = 1.6  # em beside and above the column, at least
    paragraph_gap: float = 0.55  # em


LIGHT = ViewStyle()
DARK = ViewStyle(
    background="#1e2125",
    text="#e8e5de",
    muted="#7b8087",
    caret="#8fd6d9",
    token="#8fd6d9",
    selection="#3b6f78",
    selection_inactive="#3a3f46",
    match="#5c4a12",
    match_current="#8a6a00",
    match_line="#e6b968",
    flash="#e6b968",
)


class Inks:
    """How each label is drawn in a style, and what its chips say in `language` ("ar" or "en")."""

    def __init__(self, labels: LabelSet, style: ViewStyle, language: str) -> None:
        self._style = style
        self._doubt = "؟" if language == "ar" else "?"
        self._known = {
            label.key: _dressed(label.name(language), label.colour, style) for label in labels
        }

    def of(self, key: str) -> LabelStyle:
        """The label's drawing; one that the set does not hold is grey under its key, not hidden."""
        if key not in self._known:
            self._known[key] = _dressed(key, _UNKNOWN, self._style)
        return self._known[key]

    def chip_text(self, annotation: Annotation) -> str:
        name = self.of(annotation.label).name
        return f"{name} {self._doubt}" if annotation.review else name


def _dressed(name: str, colour: str, style: ViewStyle) -> LabelStyle:
    inks = ink(colour, surface=style.background, text=style.text)
    name = " ".join(name.split())
    return LabelStyle(
        name=name if len(name) <= _CHIP else name[: _CHIP - 1].rstrip() + "…",
        fill=inks.fill,
        strong=inks.strong,
        line=inks.line,
        chip=inks.chip,
        chip_text=inks.chip_text,
    )


class Metrics:
    """A style and a zoom in whole pixels. `up` and `down` are a box's reach from the baseline."""

    SAMPLE = "وأضافت المصادر أن الاشتباكات لا تزال مستمرة بشكل متقطع في محيط السجن"

    def __init__(self, style: ViewStyle, *, zoom: float, dpi: float) -> None:
        em = max(7, round(style.point_size * zoom * dpi / 72))
        self.em = em
        self.font = QFont(style.family)
        self.font.setPixelSize(em)
        self.chip_font = QFont(style.family)
        self.chip_font.setPixelSize(max(9, round(em * 0.5)))
        self.chip_font.setWeight(QFont.Weight.DemiBold)
        text = QFontMetricsF(self.font)
        self.character = text.horizontalAdvance(self.SAMPLE) / len(self.SAMPLE)
        self.up = round(em * 0.95)
        self.down = round(em * 0.42)
        self.line = max(2, round(em / 12))  # thickness of an underline
        self.slot_up = max(2, round(em / 12))
        self.slot_down = self.line + max(2, round(em / 14))
        self.chip_height = round(self.chip_font.pixelSize() * 1.28)
        self.chip_row = self.chip_height + 2
        self.chip_pad = max(3, round(em / 6))
        self.dot = max(5, round(em / 4))
        # Around a line that needs nothing special: one box below, a row of chips above.
        self.below = max(self.down + self.slot_down + 1, round(text.descent()))
        above = max(self.up + self.chip_row + 2, round(text.ascent()))
        self.above = max(round(em * style.line_spacing) - self.below, above)
        self.pitch = self.above + self.below
        self.paragraph_gap = round(em * style.paragraph_gap)
        self.margin = max(12, round(em * style.margin))
        self.column = round(em * style.column)
        chips = self._chips = QFontMetricsF(self.chip_font)
        # An Arabic face's height reaches far below the line: capitals, centred by it, stand high.
        capital = -chips.tightBoundingRect("X").top()
        self.latin_drop = max(0, int(capital - chips.ascent() + chips.descent()) // 2)
        self._widths: dict[str, int] = {}

    def chip_width(self, text: str) -> int:
        width = self._widths.get(text)
        if width is None:
            width = round(self._chips.horizontalAdvance(text)) + 2 * self.chip_pad
            self._widths[text] = width
        return width
