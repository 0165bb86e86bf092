"""A number between two buttons: less, the number, more."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from annotator.ui.plain_label import PlainLabel
from annotator.ui.retranslating import Retranslating

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 5, Qt.Key.Key_PageDown: -5}


class Stepper(Retranslating, QWidget):
    """`value_changed(float)` when the person steps or types; `set_value` tells nothing. Digits of
    every script are read; what is no number is forgotten."""

    value_changed = Signal(float)

    def __init__(
        self,
        low: float,
        high: float,
        step: float,
        *,
        decimals: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._low, self._high, self._step, self._decimals = low, high, step, decimals
        self._value = low
        self.field = _Field(self)
        self.less, self.more = QToolButton(self), QToolButton(self)
        self.less.setText("−")  # the minus sign, as wide as the plus
        self.more.setText("+")
        for button in (self.less, self.more):
            button.setProperty("kind", "button")
            button.setAutoRepeat(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # arrow keys do it in the field
            button.setFixedWidth(36)
        self._unit = PlainLabel(parent=self, kind="muted", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self.less, self.field, self.more, self._unit):
            row.addWidget(part)
        row.addStretch(1)
        self.setFocusProxy(self.field)
        self.field.editingFinished.connect(self._read)
        self.field.stepped.connect(self._move)
        self.less.clicked.connect(lambda: self._move(-1))
        self.more.clicked.connect(lambda: self._move(1))
        self.retranslate()
        self.set_value(low)

    def value(self) -> float:
        return self._value

    def set_value(self, value: float) -> None:
        self._value = round(min(max(value, self._low), self._high), self._decimals)
        self.field.setText(f"{self._value:.{self._decimals}f}")

    def set_unit(self, text: str) -> None:
        self._unit.setText(text)

    def retranslate(self) -> None:
        self.less.setToolTip(self.tr("Less"))
        self.more.setToolTip(self.tr("More"))

    def _move(self, steps: int) -> None:
        self._take(self._value + steps * self._step)

    def _read(self) -> None:
        text = self.field.text().replace("٫", ".").replace(",", ".")
        try:
            self._take(float(text))
        except ValueError:
            self.set_value(self._value)

    def _take(self, value: float) -> None:
        before = self._value
        self.set_value(value)
        if self._value != before:
            self.value_changed.emit(self._value)


class _Field(QLineEdit):
    """Up and down step; page up and page down step five times."""

    stepped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedWidth(72)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = _STEPS.get(Qt.Key(event.key()))
        if steps is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(steps)
