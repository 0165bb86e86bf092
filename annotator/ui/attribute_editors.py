"""One editor for each kind of attribute. Each tells a value only when it was changed by hand.

An editor has `value()` (None when empty), `set_value(value)` (tells nothing), and the signal
`committed` when the person has finished an edit that changed the value; `finished` when a key said
that the editor is done with.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from annotator.arabic.numerals import parse_quantity
from annotator.core.annotation import AttributeValue
from annotator.core.labels import Attribute, AttributeKind
from annotator.ui.chip_button import ChipButton
from annotator.ui.flow_layout import FlowLayout
from annotator.ui.line_edit import LineEdit
from annotator.ui.plain_label import PlainLabel
from annotator.ui.retranslating import Retranslating
from annotator.ui.theme import Theme
from annotator.ui.translate import isolated

_DIGIT_KEYS = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier


class AttributeEditor(Retranslating, QWidget):
    """What the editors share: the last value told, and telling a new one once."""

    committed = Signal()
    finished = Signal()
    needs_name = True  # whether its name is shown above it; False: the editor shows it itself

    def __init__(self, attribute: Attribute, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.attribute = attribute
        self.theme = theme
        self._told: AttributeValue | None = None

    def value(self) -> AttributeValue | None:
        return self._told

    def set_value(self, value: AttributeValue | None) -> None:
        """Show `value`; a value of another kind, from elsewhere, is shown as well as it can be."""
        self._told = value
        self.show_value(value)

    def show_value(self, value: AttributeValue | None) -> None:
        raise NotImplementedError

    def tell(self, value: AttributeValue | None) -> None:
        if value != self._told or type(value) is not type(self._told):
            self._told = value
            self.committed.emit()


class TextEditor(AttributeEditor):
    def __init__(self, attribute: Attribute, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(attribute, theme, parent)
        self.field = LineEdit(parent=self)
        _fill(self, self.field)
        self.field.editingFinished.connect(lambda: self.tell(self.field.text().strip() or None))

    def show_value(self, value: AttributeValue | None) -> None:
        self.field.setText("" if value is None else str(value))


class FlagEditor(AttributeEditor):
    """A tick; no tick is no value, so that a span without it stays without."""

    needs_name = False

    def __init__(self, attribute: Attribute, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(attribute, theme, parent)
        self.box = QCheckBox(self)
        _fill(self, self.box)
        self.box.clicked.connect(lambda on: self.tell(True if on else None))
        self.setFocusProxy(self.box)
        self.retranslate()

    def show_value(self, value: AttributeValue | None) -> None:
        self.box.setChecked(value is True)

    def retranslate(self) -> None:
        self.box.setText(isolated(_name(self.attribute, self.language())))


class ChoiceEditor(AttributeEditor):
    """A chip a choice, by its digit or a click; a click on the chosen one takes it back."""

    def __init__(self, attribute: Attribute, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(attribute, theme, parent)
        self.chips: dict[str, ChipButton] = {}
        flow = FlowLayout(self, spacing=5)
        for number, choice in enumerate(attribute.choices, start=1):
            chip = ChipButton(theme, parent=self, key=str(number) if number < 10 else "")
            chip.clicked.connect(lambda _on=False, key=choice.key: self._choose(key))
            flow.addWidget(chip)
            self.chips[choice.key] = chip
        self._foreign = PlainLabel(parent=self, kind="warning", wrap=False)
        self._foreign.hide()
        flow.addWidget(self._foreign)
        if self.chips:
            self.setFocusProxy(next(iter(self.chips.values())))
        self.retranslate()

    def show_value(self, value: AttributeValue | None) -> None:
        for key, chip in self.chips.items():
            chip.setChecked(key == value)
        foreign = value is not None and value not in self.chips
        self._foreign.setText(isolated(str(value)) if foreign else "")
        self._foreign.setVisible(foreign)

    def retranslate(self) -> None:
        arabic = self.language() == "ar"
        for choice in self.attribute.choices:
            name = (choice.name_ar if arabic else choice.name_en) or choice.key
            self.chips[choice.key].setText(isolated(name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit (١ as well as 1) chooses, and the hand goes on to what comes next."""
        number = int(event.text()) if event.text().isdecimal() else 0
        if event.modifiers() & ~_DIGIT_KEYS or not 1 <= number <= min(9, len(self.chips)):
            super().keyPressEvent(event)
            return
        key = list(self.chips)[number - 1]
        self.show_value(key)
        self.tell(key)
        self.finished.emit()

    def _choose(self, key: str) -> None:
        value = None if self.value() == key else key
        self.show_value(value)
        self.tell(value)


class NumberEditor(AttributeEditor):
    """A number in the digits of any script, or in words ("أربعة آلاف")."""

    def __init__(self, attribute: Attribute, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(attribute, theme, parent)
        self.field = NumberField(theme, self)
        _fill(self, self.field)
        self.field.entered.connect(lambda: self.tell(self.field.number()))

    def show_value(self, value: AttributeValue | None) -> None:
        self.field.set_number(_as_number(value))


class QuantityEditor(AttributeEditor):
    """A number, or a range: one field or two, and the numeral parser behind both."""

    def __init__(self, attribute: Attribute, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(attribute, theme, parent)
        self.low, self.high = NumberField(theme, self), NumberField(theme, self)
        self.to = PlainLabel("–", self, wrap=False, kind="muted")
        self.range = ChipButton(theme, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part, stretch in ((self.low, 1), (self.to, 0), (self.high, 1), (self.range, 0)):
            row.addWidget(part, stretch)
        self.setFocusProxy(self.low)
        self.range.clicked.connect(self._switch)
        self.low.entered.connect(self._tell)
        self.high.entered.connect(self._tell)
        self.low.range_entered.connect(self._take_range)
        self._show_range(False)
        self.retranslate()

    def show_value(self, value: AttributeValue | None) -> None:
        if isinstance(value, list) and len(value) == 2:
            self._show_range(True)
            self.low.set_number(_as_number(value[0]))
            self.high.set_number(_as_number(value[1]))
        else:
            self._show_range(False)
            self.low.set_number(_as_number(value))
            self.high.set_number(None)

    def retranslate(self) -> None:
        self.range.setText(self.tr("Range"))
        self.range.setToolTip(self.tr("A range: the lowest and the highest value"))
        self.low.setPlaceholderText(self.tr("Not known"))
        self.low.setAccessibleName(isolated(_name(self.attribute, self.language())))
        self.high.setAccessibleName(self.tr("Highest value"))

    def _show_range(self, on: bool) -> None:
        self.range.setChecked(on)
        self.to.setVisible(on)
        self.high.setVisible(on)

    def _switch(self) -> None:
        self._show_range(self.range.isChecked())
        if self.range.isChecked():
            self.high.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def _take_range(self, low: float, high: float) -> None:
        self._show_range(True)
        self.low.set_number(low)
        self.high.set_number(high)
        self._tell()

    def _tell(self) -> None:
        low = self.low.number()
        if not self.range.isChecked():
            self.tell(low)
            return
        high = self.high.number()
        if low is not None and high is not None:
            low, high = sorted((low, high))
            self.low.set_number(low)
            self.high.set_number(high)
            self.tell([low, high])


class NumberField(LineEdit):
    """`entered` when a number was typed and finished; what is no number is marked and kept in the
    field, and not told. `range_entered(low, high)` when a range was written in it."""

    entered = Signal()
    range_entered = Signal(float, float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._number: float | None = None
        self._shown = ""
        self.setMinimumWidth(70)
        self.editingFinished.connect(self._read)

    def number(self) -> float | None:
        return self._number

    def set_number(self, number: float | None) -> None:
        self._number = number
        self._shown = shown_number(number)
        self.setText(self._shown)
        self._mark(False)

    def _read(self) -> None:
        text = self.text().strip()
        if text == self._shown:
            self._mark(False)
            return
        if not text:
            self.set_number(None)
            self.entered.emit()
            return
        quantity = parse_quantity(text)
        low, high = (quantity.low, quantity.high) if quantity else (None, None)
        if quantity is not None and quantity.value is not None:
            self.set_number(quantity.value)
            self.entered.emit()
        elif low is not None and high is not None:
            self.range_entered.emit(low, high)
        else:
            self._mark(True)

    def _mark(self, wrong: bool) -> None:
        self.setToolTip(self.tr("Not a number: write 4000, ٤٠٠٠ or 4 آلاف") if wrong else "")
        colour = self._theme.colours.error
        self.setStyleSheet(f"QLineEdit {{ border: 1px solid {colour}; }}" if wrong else "")


_EDITORS: dict[AttributeKind, type[AttributeEditor]] = {
    AttributeKind.TEXT: TextEditor,
    AttributeKind.NUMBER: NumberEditor,
    AttributeKind.QUANTITY: QuantityEditor,
    AttributeKind.CHOICE: ChoiceEditor,
    AttributeKind.FLAG: FlagEditor,
}


def editor_for(
    attribute: Attribute, theme: Theme, parent: QWidget | None = None
) -> AttributeEditor:
    return _EDITORS[attribute.kind](attribute, theme, parent)


def shown_number(number: float | None) -> str:
    """A number as it is typed: no exponent, no needless decimals, thousands apart."""
    if number is None:
        return ""
    if number == int(number) and abs(number) < 1e15:
        return f"{int(number):,}"
    return f"{number:,.10f}".rstrip("0").rstrip(".") if abs(number) < 1e15 else repr(number)


def _as_number(value: object) -> float | None:
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def _name(attribute: Attribute, language: str) -> str:
    return (attribute.name_ar if language == "ar" else attribute.name_en) or attribute.key


def _fill(editor: QWidget, field: QWidget) -> None:
    column = QVBoxLayout(editor)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(field)
    editor.setFocusProxy(field)
