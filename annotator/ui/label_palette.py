"""The row of labels: each with its colour, its name and the digit that tags with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.core.change import Changes
from annotator.core.labels import Label
from annotator.ui.chip_button import ChipButton
from annotator.ui.flow_layout import FlowLayout
from annotator.ui.plain_label import as_tool_tip
from annotator.ui.retranslating import Retranslating
from annotator.ui.session import Session
from annotator.ui.translate import isolated

GAP = 6  # pixels between two buttons


class LabelPalette(Retranslating, QWidget):
    """A button a label, in the label set's order, wrapping on a narrow window.

    `label_chosen(key)` when one is clicked; `set_current(key)` shows the label of the current
    annotation as pressed. Disabled while no article is open, or none may be changed.
    """

    label_chosen = Signal(str)
    pressed_shown = Signal(QWidget)  # the button of the current annotation's label

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._current: str | None = None
        self._buttons: dict[str, ChipButton] = {}
        self._flow = FlowLayout(self, spacing=GAP)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        session.project_opened.connect(self._rebuild)
        session.project_closed.connect(self._rebuild)
        session.changed.connect(self._follow)
        session.text_opened.connect(self._enable)
        self._rebuild()

    def set_current(self, label: str | None) -> None:
        self._current = label
        for key, button in self._buttons.items():
            button.setChecked(key == label)
        if label in self._buttons:
            self.pressed_shown.emit(self._buttons[label])

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Labels"))
        for label in self._labels():
            self._name(self._buttons[label.key], label)

    def _follow(self, changes: Changes) -> None:
        if changes.labels:
            self._rebuild()

    def _labels(self) -> tuple[Label, ...]:
        project = self._session.project
        return () if project is None else project.labels.labels

    def _rebuild(self) -> None:
        for button in self._buttons.values():
            self._flow.removeWidget(button)
            button.deleteLater()
        self._buttons = {label.key: self._button(label) for label in self._labels()}
        self._enable()
        self.set_current(self._current)
        self.retranslate()

    def _enable(self) -> None:
        self.setEnabled(self._session.article is not None and not self._session.read_only)

    def _button(self, label: Label) -> ChipButton:
        digit = "" if label.digit is None else str(label.digit)
        button = ChipButton(self._session.theme, parent=self, colour=label.colour, key=digit)
        button.clicked.connect(lambda _checked=False, key=label.key: self._choose(key))
        self._flow.addWidget(button)
        button.show()
        return button

    def _choose(self, key: str) -> None:
        self.set_current(self._current)  # a click does not press it: what is then current does
        self.label_chosen.emit(key)

    def _name(self, button: ChipButton, label: Label) -> None:
        name = isolated(label.name(self.language()))
        button.setText(name)
        button.updateGeometry()
        if label.digit is None:
            button.setToolTip(as_tool_tip(self.tr("Label as {name}").format(name=name)))
        else:
            tip = self.tr("Label as {name} (key {digit})")
            button.setToolTip(as_tool_tip(tip.format(name=name, digit=label.digit)))
