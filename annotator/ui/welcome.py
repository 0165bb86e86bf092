"""The first page: what one can do next, and the projects one had open lately."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.icons import icon, picture
from annotator.ui.plain_label import PlainLabel
from annotator.ui.recent_row import RecentRow
from annotator.ui.retranslating import Retranslating
from annotator.ui.session import Session

_SHOWN = 6
_WIDTH = 860


class Welcome(Retranslating, QWidget):
    """Asks for commands by name (`asked`) and for recent projects by path (`opened`)."""

    asked = Signal(str)
    opened = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = session.theme
        self.setObjectName("welcome")
        self._mark = QLabel(self)
        self._name = PlainLabel(parent=self, wrap=False)
        self._name.setProperty("kind", "display")
        self._lead = PlainLabel(parent=self)
        self._lead.setProperty("kind", "muted")
        self._buttons = {
            "new_project": QPushButton(self),
            "open_project": QPushButton(self),
            "samples": QPushButton(self),
        }
        self._hint = PlainLabel(parent=self)
        self._hint.setProperty("kind", "drop")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._recent_title = PlainLabel(parent=self)
        self._recent_title.setProperty("kind", "heading")
        self._nothing = PlainLabel(parent=self)
        self._nothing.setProperty("kind", "muted")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self._lay_out()
        for name, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, n=name: self.asked.emit(n))
        self._theme.changed.connect(self.restyle)
        session.preferences.changed.connect(self._on_preference)
        self.retranslate()
        self._list_recent()

    def focus_first(self) -> None:
        """The keys begin on the project opened last, or on making a new one."""
        rows = self._recent_rows()
        (rows[0] if rows else self._buttons["new_project"]).setFocus()

    def settle(self) -> None:
        """After the first paint: look which recent projects are still there, draw the icons."""
        self.restyle()
        for row in self._recent_rows():
            row.set_missing(not os.path.exists(row.path))

    def retranslate(self) -> None:
        self._name.setText(self.tr("Hashiya"))
        self._lead.setText(
            self.tr("Mark who did what where, how many, and who says so, in Arabic news.")
        )
        texts = {
            "new_project": self.tr("New project…"),
            "open_project": self.tr("Open a project…"),
            "samples": self.tr("Try the sample articles"),
        }
        for name, button in self._buttons.items():
            button.setText(texts[name])
        self._hint.setText(self.tr("Or drop articles, folders or a project on this window."))
        self._recent_title.setText(self.tr("Recent projects"))
        self._nothing.setText(self.tr("Projects that you open are listed here."))

    def restyle(self) -> None:
        colours = self._theme.colours
        ratio = self.devicePixelRatioF()
        self._mark.setPixmap(picture("hashiya", colours.accent, 56, ratio))
        icons = {"new_project": "new", "open_project": "open", "samples": "sample"}
        for name, button in self._buttons.items():
            primary = name == "new_project"
            button.setIcon(icon(icons[name], self._theme, "on_accent" if primary else "text"))
        for row in self._recent_rows():
            row.restyle()

    def _lay_out(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._lead)
        title.addWidget(self._mark)
        title.addLayout(words, 1)
        self._mark.setFixedSize(56, 56)

        actions = QVBoxLayout()
        actions.setSpacing(10)
        for name, button in self._buttons.items():
            button.setProperty("kind", "primary" if name == "new_project" else "big")
            button.setMinimumHeight(40)
            actions.addWidget(button)
        actions.addSpacing(8)
        self._hint.setMinimumHeight(84)
        actions.addWidget(self._hint)
        actions.addStretch(1)

        card = QFrame(self)
        card.setProperty("kind", "card")
        card.setMinimumHeight(310)
        recent = QVBoxLayout(card)
        recent.setContentsMargins(16, 14, 16, 14)
        recent.setSpacing(8)
        recent.addWidget(self._recent_title)
        recent.addWidget(self._nothing)
        recent.addLayout(self._rows)
        recent.addStretch(1)

        page = QWidget(self)
        page.setMaximumWidth(_WIDTH)
        page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        grid = QGridLayout(page)
        grid.setContentsMargins(24, 24, 24, 24)
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(30)
        grid.addLayout(title, 0, 0, 1, 2)
        grid.addLayout(actions, 1, 0)
        grid.addWidget(card, 1, 1)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 8)

        outer = QGridLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page, 1, 1)
        outer.setColumnStretch(0, 1)
        outer.setColumnStretch(1, 100)
        outer.setColumnStretch(2, 1)
        outer.setRowStretch(0, 3)
        outer.setRowStretch(2, 4)

    def _recent_rows(self) -> list[RecentRow]:
        return self.findChildren(RecentRow)

    def _on_preference(self, key: str) -> None:
        if key == "recent":
            self._list_recent()
            self.settle()

    def _list_recent(self) -> None:
        for row in self._recent_rows():
            self._rows.removeWidget(row)
            row.setParent(None)
            row.deleteLater()
        paths = self._session.preferences.recent()[:_SHOWN]
        self._nothing.setVisible(not paths)
        for path in paths:
            row = RecentRow(Path(path), self._theme, self)
            row.chosen.connect(self.opened)
            row.removed.connect(self._session.preferences.remove_recent)
            self._rows.addWidget(row)
