"""The list of labels in the label editor, in the order that the project gives them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.labels import Label
from annotator.ui.icons import icon
from annotator.ui.retranslating import Retranslating
from annotator.ui.swatch import swatch
from annotator.ui.theme import Theme
from annotator.ui.translate import isolated


class LabelList(Retranslating, QWidget):
    """`chosen(row)`; `add_asked()`, `remove_asked()`, `move_asked(step)` from the buttons."""

    chosen = Signal(int)
    add_asked = Signal()
    remove_asked = Signal()
    move_asked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows = QListWidget(self)
        self.rows.setIconSize(QSize(18, 18))
        self.rows.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.rows.setSpacing(1)
        self.rows.currentRowChanged.connect(self.chosen)
        self.add, self.remove, self.up, self.down = (QToolButton(self) for _ in range(4))
        self.add.clicked.connect(self.add_asked)
        self.remove.clicked.connect(self.remove_asked)
        self.up.clicked.connect(lambda: self.move_asked.emit(-1))
        self.down.clicked.connect(lambda: self.move_asked.emit(1))
        buttons = QHBoxLayout()
        for button in (self.add, self.remove, self.up, self.down):
            button.setIconSize(QSize(18, 18))
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.rows, 1)
        column.addLayout(buttons)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def show_labels(self, labels: list[Label], faulty: set[int], current: int) -> None:
        """Show these, mark the `faulty` ones; tells nothing of the choice."""
        self.rows.blockSignals(True)
        while self.rows.count() > len(labels):
            self.rows.takeItem(self.rows.count() - 1)
        while self.rows.count() < len(labels):
            item = QListWidgetItem(self.rows)
            item.setSizeHint(QSize(100, 34))
        for row, label in enumerate(labels):
            self._show_label(self.rows.item(row), label, row in faulty)
        self.rows.setCurrentRow(current)
        self.rows.blockSignals(False)
        self.remove.setEnabled(bool(labels))
        self.up.setEnabled(current > 0)
        self.down.setEnabled(0 <= current < len(labels) - 1)

    def retranslate(self) -> None:
        self.rows.setAccessibleName(self.tr("Labels"))
        for button, text in (
            (self.add, self.tr("Add a label")),
            (self.remove, self.tr("Remove the label")),
            (self.up, self.tr("Move up")),
            (self.down, self.tr("Move down")),
        ):
            button.setToolTip(text)
            button.setAccessibleName(text)

    def _show_label(self, item: QListWidgetItem, label: Label, faulty: bool) -> None:
        name = label.name(self.language()) or self.tr("(no name)")
        digit = "" if label.digit is None else f"   {label.digit}"
        item.setText(f"{isolated(name)}{digit}")
        warning: QIcon = icon("warning", self._theme, "error")
        item.setIcon(warning if faulty else swatch(label.colour, self._theme, 18))

    def _restyle(self) -> None:
        names = {self.add: "plus", self.remove: "delete", self.up: "up", self.down: "down"}
        for button, name in names.items():
            button.setIcon(icon(name, self._theme))
