"""The label of the current annotation, as a chip that opens the list of the others."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from annotator.ui.chip_button import ChipButton
from annotator.ui.session import Session
from annotator.ui.swatch import swatch
from annotator.ui.translate import isolated


class LabelButton(ChipButton):
    """`label_chosen(key)` when another label is picked from its menu."""

    label_chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session.theme, parent=parent)
        self._session = session
        self._key = ""
        self.setCheckable(False)
        self.clicked.connect(self._open)
        session.language.changed.connect(self._show)

    def set_current(self, key: str) -> None:
        self._key = key
        self._show()

    def isChecked(self) -> bool:
        return True  # drawn as the pressed chip of its label

    def menu(self) -> QMenu:
        """The labels, the current one ticked, each with its digit."""
        menu = QMenu(self)
        for label in self._session.labels:
            name = isolated(label.name(self._session.language.code)).replace("&", "&&")
            action = menu.addAction(swatch(label.colour, self._session.theme), name)
            action.setEnabled(label.key != self._key)
            if label.digit is not None:
                action.setShortcut(QKeySequence(str(label.digit)))
            action.triggered.connect(lambda _on=False, key=label.key: self.label_chosen.emit(key))
        return menu

    def _open(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def _show(self) -> None:
        project = self._session.project
        label = project.labels.get(self._key) if project else None
        self.colour = label.colour if label else self._session.theme.colours.faint
        self.setText(f"{isolated(self._session.label_name(self._key))} ▾")
        self.setToolTip(self.tr("Give it another label"))
        self.updateGeometry()
        self.update()
