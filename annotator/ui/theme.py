"""Light and dark: the palette, the style sheet and the inks, following the system or chosen.

Widgets take colours from `Theme.colours` (roles, never literals) and repaint on `Theme.changed`.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from annotator.ui.ink import Ink, ink
from annotator.ui.preferences import Preferences
from annotator.ui.style_sheet import style_sheet

CHOICES = ("system", "light", "dark")


class Colours(NamedTuple):
    """The roles, each "#rrggbb". Text roles pass WCAG AA on window, raised and surface."""

    window: str  # the frame around everything
    surface: str  # where articles are read, and what is typed into
    raised: str  # bars and cards
    border: str
    text: str
    muted: str  # secondary text
    faint: str  # hints, disabled, marks
    accent: str
    on_accent: str
    selected: str  # the ground of selected text and rows
    hover: str
    good: str
    warning: str
    error: str


LIGHT = Colours(
    window="#f4f2ed",
    surface="#fffefb",
    raised="#faf8f4",
    border="#dedacf",
    text="#23262b",
    muted="#5d6167",
    faint="#85888d",
    accent="#12626a",
    on_accent="#ffffff",
    selected="#d3e6e6",
    hover="#eae6dc",
    good="#2c6e3f",
    warning="#845400",
    error="#a8282c",
)
DARK = Colours(
    window="#17191c",
    surface="#1e2125",
    raised="#22262b",
    border="#363b42",
    text="#e8e5de",
    muted="#a9adb3",
    faint="#7b8087",
    accent="#7fc6c9",
    on_accent="#0b2629",
    selected="#2c4c50",
    hover="#2b3036",
    good="#8ccb9b",
    warning="#e6b968",
    error="#f2928d",
)


class Theme(QObject):
    """The current colours. `choose` keeps the choice; `changed` follows every real change."""

    changed = Signal()

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._colours = self._wanted()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def colours(self) -> Colours:
        return self._colours

    @property
    def dark(self) -> bool:
        return self._colours is DARK

    @property
    def choice(self) -> str:
        return self._preferences.theme

    def choose(self, choice: str) -> None:
        """Follow the system, or stay "light" or "dark"."""
        self._preferences.set("theme", choice if choice in CHOICES else "system")
        self._follow()

    def colour(self, role: str) -> QColor:
        return QColor(getattr(self._colours, role))

    def ink(self, label_colour: str) -> Ink:
        """How a label of that colour is drawn on the surface of this theme."""
        return ink(label_colour, surface=self._colours.surface, text=self._colours.text)

    def apply(self) -> None:
        """Dress the whole application; cheap enough for before the first paint."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setPalette(palette(self._colours))
        app.setStyleSheet(style_sheet(self._colours._asdict()))

    def _wanted(self) -> Colours:
        choice = self._preferences.theme
        if choice == "system":
            system = QGuiApplication.styleHints().colorScheme()
            return DARK if system == Qt.ColorScheme.Dark else LIGHT
        return DARK if choice == "dark" else LIGHT

    def _follow(self) -> None:
        wanted = self._wanted()
        if wanted is not self._colours:
            self._colours = wanted
            self.apply()
            self.changed.emit()


def palette(colours: Colours) -> QPalette:
    """The Qt palette of `colours`, the disabled group included."""
    role = QPalette.ColorRole
    roles = {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.raised,
        role.Text: colours.text,
        role.Button: colours.raised,
        role.ButtonText: colours.text,
        role.BrightText: colours.error,
        role.Highlight: colours.selected,
        role.HighlightedText: colours.text,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.ToolTipBase: colours.raised,
        role.ToolTipText: colours.text,
        role.PlaceholderText: colours.muted,
        role.Accent: colours.accent,
        role.Mid: colours.border,
        role.Midlight: colours.hover,
        role.Light: colours.raised,
        role.Dark: colours.border,
        role.Shadow: colours.border,
    }
    made = QPalette()
    for each, colour in roles.items():
        made.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, each, QColor(colours.faint))
    return made
