"""Which faces: the best Arabic one installed for reading, the plainest for the interface.

Asking Qt which fonts there are takes tens of milliseconds, so the interface's font is given as a
list from which Qt takes the first it has, and the reading face is looked up after the first paint.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

# Best for hours of reading on a screen first: open counters, marks that stay clear when small.
READING_FACES = (
    "Noto Naskh Arabic",
    "Scheherazade New",
    "Amiri",
    "Vazirmatn",
    "Noto Sans Arabic",
    "Geeza Pro",
    "Sakkal Majalla",
    "Traditional Arabic",
    "Arial",
    "DejaVu Sans",
)
INTERFACE_FACES = ("Noto Sans", "Noto Sans Arabic", "Segoe UI", "SF Pro Text", "DejaVu Sans")
INTERFACE_SIZE = 10.0


def interface_font() -> QFont:
    """The interface's font: Latin and Arabic that sit well on one line."""
    font = QFont()
    font.setFamilies(list(INTERFACE_FACES))
    font.setPointSizeF(INTERFACE_SIZE)
    return font


@lru_cache(maxsize=1)
def arabic_faces() -> tuple[str, ...]:
    """Every installed family that has Arabic, the best for reading first, then by name."""
    installed = set(QFontDatabase.families(QFontDatabase.WritingSystem.Arabic))
    best = [face for face in READING_FACES if face in installed]
    return (*best, *sorted(installed.difference(best), key=str.casefold))


def reading_font(family: str, size: float) -> QFont:
    """The face for articles at `size` points: `family` where it is installed, else the best."""
    faces = arabic_faces()
    wanted = [family] if family in faces else list(faces[:1])
    font = QFont()
    font.setFamilies([*wanted, "Noto Naskh Arabic", "Noto Sans", "DejaVu Sans"])
    font.setPointSizeF(size)
    return font
