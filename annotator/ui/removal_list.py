"""The labels that are about to go though they are used: where shall their annotations go?"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.ui.combo_box import ComboBox
from annotator.ui.label_drafts import LabelDrafts, Removal
from annotator.ui.plain_label import PlainLabel
from annotator.ui.retranslating import Retranslating
from annotator.ui.swatch import swatch
from annotator.ui.theme import Theme
from annotator.ui.translate import isolated


class RemovalList(Retranslating, QFrame):
    """A question a removed label, answered by a list; hidden when there is none.

    `restored(index)` when a removal was taken back and its label is at `index` again.
    """

    restored = Signal(int)

    def __init__(self, drafts: LabelDrafts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._drafts = drafts
        self._theme = theme
        self.boxes: list[ComboBox] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 10, 14, 10)
        self._column.setSpacing(8)
        self.refresh()

    def retranslate(self) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Ask again, after labels came, went or were renamed."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes = []
        for removal in self._drafts.removals:
            self._column.addWidget(self._question(removal))
        self.setVisible(bool(self._drafts.removals))

    def _question(self, removal: Removal) -> QWidget:
        part = QWidget(self)
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        name = isolated(removal.label.name(self.language()))
        text = self.tr("{name} goes. Its %Ln annotation(s):", "", removal.count).format(name=name)
        row.addWidget(PlainLabel(text, part, wrap=False))
        box = self._heirs(removal, part)
        self.boxes.append(box)
        row.addWidget(box)
        row.addStretch(1)
        back = QPushButton(self.tr("Keep the label"), part)
        back.setProperty("kind", "quiet")
        back.setAutoDefault(False)
        back.clicked.connect(lambda: self._restore(removal))
        row.addWidget(back)
        return part

    def _heirs(self, removal: Removal, parent: QWidget) -> ComboBox:
        box = ComboBox(self._theme, parent)
        for label in self._drafts.heirs():
            name = isolated(label.name(self.language()))
            box.addItem(swatch(label.colour, self._theme),
                        self.tr("become {name}").format(name=name), label.id)  # fmt: skip
        box.addItem(self.tr("are removed too"), None)
        box.setCurrentIndex(max(0, box.findData(removal.heir)))
        if removal.heir is None:
            box.setCurrentIndex(box.count() - 1)
        box.activated.connect(lambda: setattr(removal, "heir", box.currentData()))
        return box

    def _restore(self, removal: Removal) -> None:
        index = self._drafts.restore(removal)
        self.refresh()
        self.restored.emit(index)
