"""The options of an export's format, each value with what it makes of a few words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from annotator.arabic.characters import isolate
from annotator.arabic.morphology import INSTALLING, camel_morphology
from annotator.formats.examples import bracketed, example
from annotator.formats.options import OPTIONS, Clitics, Nesting, Option, Scheme, Segments
from annotator.ui.plain_label import PlainLabel
from annotator.ui.retranslating import Retranslating

if TYPE_CHECKING:
    from annotator.formats.format import Format

_WIDTH = 250  # of the buttons, so that the examples of all groups stand below each other


class ExportChoices(Retranslating, QWidget):
    """A group of choices for each option that the format shown leaves open; `changed` when a
    person chose another value."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.groups = {name: ChoiceGroup(name, self) for name in OPTIONS}
        self.missing = PlainLabel(parent=self, kind="warning", selectable=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        for name, group in self.groups.items():
            column.addWidget(group)
            if name == "segments":
                column.addWidget(self.missing)
            group.changed.connect(self._show_segments)
            group.changed.connect(self.changed)
        self.retranslate()

    def retranslate(self) -> None:
        text = self.tr(
            "The article stays with its word this time: cutting it off, as was chosen before, "
            "needs camel-tools’ morphology, which is not installed here. To install it: {command}"
        )
        self.missing.setText(text.format(command=f"\u2066{INSTALLING}\u2069"))

    def show_format(self, form: Format, remembered: Mapping[str, str]) -> None:
        """Offer what `form` leaves open; its own is chosen where nothing, or nothing that it has,
        is `remembered` under an option's name."""
        for name, group in self.groups.items():
            values = form.choices.of(name)
            known = next((v for v in values if v.value == remembered.get(name)), None)
            group.offer(values, known)
        self._show_segments()

    def chosen(self) -> dict[str, Option]:
        """The values by their options' names, of those options that are shown."""
        return {name: group.value for name, group in self.groups.items() if not group.isHidden()}

    def _show_segments(self) -> None:
        """Where there is only one way, it is told if another was chosen when there were two."""
        cut, ways = self.groups["clitics"], self.groups["segments"]
        asked = not cut.isHidden() and cut.value is Clitics.SEGMENT
        known = camel_morphology() is not None
        ways.setVisible(asked and known)
        self.missing.setVisible(asked and not known and ways.value is not Segments.ATBTOK)


class ChoiceGroup(Retranslating, QWidget):
    """One option: a heading, and a button and an example for each value. It is hidden where fewer
    than two values are offered."""

    changed = Signal()

    def __init__(self, option: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._option = option
        self._heading = PlainLabel(parent=self, kind="small")
        self.buttons = {value: QRadioButton(self) for value in OPTIONS[option]}
        self._examples = {
            value: PlainLabel(parent=self, kind="muted", wrap=False) for value in self.buttons
        }
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, _WIDTH)
        self._grid.addWidget(self._heading, 0, 0, 1, 2)
        for row, (value, button) in enumerate(self.buttons.items(), 1):
            self._group.addButton(button)
            self._grid.addWidget(button, row, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(self._examples[value], row, 1, Qt.AlignmentFlag.AlignVCenter)
            button.setToolTip(f"--{option} {value.value}")
            button.clicked.connect(self.changed)
        self.retranslate()

    @property
    def value(self) -> Option:
        """Raises StopIteration where nothing has been offered yet."""
        return next(value for value, button in self.buttons.items() if button.isChecked())

    def offer(self, values: tuple[Option, ...], chosen: Option | None) -> None:
        """Show these, of which the first is chosen where none is given."""
        self.setVisible(len(values) > 1)
        for value, button in self.buttons.items():
            button.setVisible(value in values)
            self._examples[value].setVisible(value in values)
        if values:
            self.buttons[chosen or values[0]].setChecked(True)

    def retranslate(self) -> None:
        heading, texts = self._texts()
        self._heading.setText(heading.format(words=isolate(bracketed(self._option))))
        mark = "\u200f" if self.language() == "ar" else "\u200e"
        for value, button in self.buttons.items():
            button.setText(texts[value])
            rows = (f"\u2066{row}\u2069" for row in example(self._option, value))
            self._examples[value].setText(f"{mark}{'  │  '.join(rows)}")

    def _texts(self) -> tuple[str, Mapping[Option, str]]:
        """The option's name, and what each value does."""
        return {
            "clitics": self._clitics,
            "segments": self._segments,
            "nesting": self._nesting,
            "scheme": self._scheme,
        }[self._option]()

    def _clitics(self) -> tuple[str, Mapping[Option, str]]:
        return self.tr("A label on a part of a word, as in {words}"), {
            Clitics.WHOLE: self.tr("The whole word takes it"),
            Clitics.STRICT: self.tr("Only whole words take it"),
            Clitics.SPLIT: self.tr("The word is cut there"),
            Clitics.SEGMENT: self.tr("Every word is cut at its clitics"),
            Clitics.RANGE: self.tr("Cut there, whole on a line above"),
        }

    def _segments(self) -> tuple[str, Mapping[Option, str]]:
        return self.tr("Cutting words"), {
            Segments.ATBTOK: self.tr("The article stays with its word"),
            Segments.D3TOK: self.tr("The article is cut off too"),
        }

    def _nesting(self) -> tuple[str, Mapping[Option, str]]:
        return self.tr("Several labels on a word, as in {words}"), {
            Nesting.OUTERMOST: self.tr("The longest is written"),
            Nesting.INNERMOST: self.tr("The shortest is written"),
            Nesting.PRIORITY: self.tr("The one higher in the label set"),
            Nesting.COLUMNS: self.tr("Each, in a column of its own"),
        }

    def _scheme(self) -> tuple[str, Mapping[Option, str]]:
        return self.tr("Tags, as for {words}"), {
            Scheme.IOB2: self.tr("IOB2: B begins each"),
            Scheme.IOB1: self.tr("IOB1: B only where two meet"),
            Scheme.BIOES: self.tr("BIOES: E ends, S stands alone"),
            Scheme.IO: self.tr("IO: no borders"),
        }
