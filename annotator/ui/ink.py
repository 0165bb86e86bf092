"""Colours with contrast computed: a label's one colour becomes fill, line and chip for a theme.

Colours here are (red, green, blue) from 0 to 255, or "#rrggbb"; no Qt. Contrast is WCAG 2.2's
(https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio): 4.5 for text, 3 for lines and marks.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

RGB = tuple[int, int, int]
TEXT_CONTRAST = 4.5
MARK_CONTRAST = 3.0
WHITE: RGB = (255, 255, 255)
BLACK: RGB = (0, 0, 0)
_STEPS = 40


class Ink(NamedTuple):
    """How one label is drawn on a theme's reading surface, all "#rrggbb".

    Text reads on `fill` and `strong` (hovered, current); `line` stands out from the surface;
    `chip_text` reads on `chip`; `name` is the label's colour as text on the surface.
    """

    fill: str
    strong: str
    line: str
    chip: str
    chip_text: str
    name: str


def rgb(colour: str) -> RGB:
    """The channels of "#rrggbb"; a middle grey when `colour` is anything else."""
    digits = colour.removeprefix("#")
    try:
        value = int(digits, 16) if len(digits) == 6 else 0x808080
    except ValueError:
        value = 0x808080
    return (value >> 16 & 255, value >> 8 & 255, value & 255)


def web(colour: RGB) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


def mix(under: RGB, over: RGB, amount: float) -> RGB:
    """`over` laid on `under` at opacity `amount`, 0 to 1."""
    red, green, blue = (round(u + (o - u) * amount) for u, o in zip(under, over, strict=True))
    return (red, green, blue)


def luminance(colour: RGB) -> float:
    """WCAG relative luminance, 0 (black) to 1 (white)."""

    def linear(channel: int) -> float:
        c = channel / 255
        return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: RGB, other: RGB) -> float:
    """WCAG contrast ratio, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def readable(colour: RGB, on: RGB, ratio: float = TEXT_CONTRAST) -> RGB:
    """`colour` moved towards black or white only as far as `ratio` on the ground `on` needs."""
    towards = BLACK if luminance(on) > 0.18 else WHITE
    for step in range(_STEPS + 1):
        moved = mix(colour, towards, step / _STEPS)
        if contrast(moved, on) >= ratio:
            return moved
    return towards


def tint(colour: RGB, surface: RGB, text: RGB, amount: float) -> RGB:
    """A ground of `colour` on `surface`, at most `amount` strong, on which `text` still reads."""
    for step in range(_STEPS):
        ground = mix(surface, colour, amount * (1 - step / _STEPS))
        if contrast(ground, text) >= TEXT_CONTRAST:
            return ground
    return surface


@lru_cache(maxsize=512)
def ink(colour: str, *, surface: str, text: str) -> Ink:
    """How a label of `colour` is drawn where `text` is written on `surface`."""
    base, ground, letters = rgb(colour), rgb(surface), rgb(text)
    dark = luminance(ground) < 0.18
    line = readable(base, ground, MARK_CONTRAST + 0.2)
    name = readable(base, ground, TEXT_CONTRAST + 0.3)
    chip = name
    chip_text = mix(ground, BLACK, 0.55) if dark else WHITE
    return Ink(
        fill=web(tint(base, ground, letters, 0.36 if dark else 0.26)),
        strong=web(tint(base, ground, letters, 0.56 if dark else 0.44)),
        line=web(line),
        chip=web(chip),
        chip_text=web(readable(chip_text, chip)),
        name=web(name),
    )
