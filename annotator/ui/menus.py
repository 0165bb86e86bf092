"""The menu bar, from the table of commands, and the two switches at its end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QToolButton, QWidget

from annotator.ui.commands import COMMANDS, FILE, PLACES, Actions
from annotator.ui.language import LANGUAGES
from annotator.ui.margins import set_margins
from annotator.ui.session import Session


class Menus:
    """Fills the window's menu bar; `retranslate` renames it."""

    def __init__(
        self,
        window: QMainWindow,
        actions: Actions,
        session: Session,
        open_recent: Callable[[str], object],
    ) -> None:
        self._session = session
        self._open_recent = open_recent
        self._menus = {place: window.menuBar().addMenu("") for place in PLACES}
        self.recent = QMenu(window)
        self.recent.aboutToShow.connect(self._list_recent)
        for command in COMMANDS:
            if command.scope == "view":
                continue
            menu = self._menus[command.place]
            if command.rule:
                menu.addSeparator()
            menu.addAction(actions[command.name])
            if command.name == "open_project":
                menu.addMenu(self.recent)
        self._bar = window.menuBar()
        self._bar.setCornerWidget(_switches(window, actions))
        self.retranslate()

    def retranslate(self) -> None:
        for place, menu in self._menus.items():
            menu.setTitle(QCoreApplication.translate("Commands", place))
        self.recent.setTitle(QCoreApplication.translate("Menus", "Open &recent"))
        # Qt puts the corner at the bar's top: only as high as the menus it is on a line with them.
        height = self._bar.actionGeometry(self._menus[FILE].menuAction()).height()
        self._bar.cornerWidget().setFixedHeight(height)

    def __getitem__(self, place: str) -> QMenu:
        return self._menus[place]

    def _list_recent(self) -> None:
        self.recent.clear()
        for path in self._session.preferences.recent():
            name = Path(path).stem.replace("&", "&&")
            action = self.recent.addAction(name)
            action.triggered.connect(lambda _checked=False, p=path: self._open_recent(p))
        if self.recent.isEmpty():
            empty = QCoreApplication.translate("Menus", "None yet")
            self.recent.addAction(empty).setEnabled(False)


def _switches(window: QWidget, actions: Actions) -> QWidget:
    """Language and light or dark, one click each, at the end of the menu bar."""
    corner = QWidget(window)
    row = QHBoxLayout(corner)
    row.setSpacing(2)
    for name, style in (
        ("language", Qt.ToolButtonStyle.ToolButtonTextOnly),
        ("theme", Qt.ToolButtonStyle.ToolButtonIconOnly),
    ):
        button = QToolButton(corner)
        button.setDefaultAction(actions[name])
        button.setToolButtonStyle(style)
        button.setIconSize(QSize(18, 18))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setProperty("kind", "switch")
        row.addWidget(button)
    set_margins(row, 6, 0, 10, 0)
    return corner


def name_language_switch(actions: Actions, session: Session) -> None:
    """The switch names the other language, in that language."""
    actions["language"].setText(LANGUAGES[session.language.other])
