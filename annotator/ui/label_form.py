"""The page of the label editor on which one label is named, coloured and given its key."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from annotator.core.labels import Label
from annotator.ui.colour_picker import ColourPicker
from annotator.ui.combo_box import ComboBox
from annotator.ui.framed_dialog import field
from annotator.ui.label_drafts import faint_on, look_alike, slug
from annotator.ui.label_sample import LabelSample
from annotator.ui.line_edit import LineEdit
from annotator.ui.plain_label import PlainLabel
from annotator.ui.retranslating import Retranslating
from annotator.ui.session import Session
from annotator.ui.theme import DARK, LIGHT
from annotator.ui.translate import isolated


class LabelForm(Retranslating, QWidget):
    """`edited()` when the person changed something; `label()` is the label as it now is."""

    edited = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._label: Label | None = None
        self._others: list[Label] = []
        self._key_follows = False
        self.name_ar, self.name_en, self.key = (
            LineEdit(parent=self),
            LineEdit(parent=self),
            LineEdit(parent=self),
        )
        self.name_ar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.name_en.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.key.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.digit = ComboBox(session.theme, self)
        self.colour = ColourPicker(session.theme, self)
        self.warning = PlainLabel(parent=self, kind="warning")
        self.samples = {name: LabelSample(colours, self) for name, colours in _GROUNDS.items()}
        self._names = [PlainLabel(parent=self, kind="small", wrap=False) for _ in range(5)]
        self._key_hint = PlainLabel(parent=self, kind="small")
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_label(self, label: Label, others: list[Label]) -> None:
        """Show `label` for editing; `others` are those from which it has to differ."""
        self._label, self._others = label, others
        self._key_follows = label.id == 0 and not label.name_en
        self.name_ar.setText(label.name_ar)
        self.name_en.setText(label.name_en)
        self.key.setText(label.key)
        self.digit.setCurrentIndex(label.digit or 0)
        self.colour.set_colour(label.colour)
        self._show_colour()

    def keep(self, label: Label) -> None:
        """Build on `label` from now on: another page has changed what this form does not edit."""
        self._label = label

    def label(self) -> Label:
        """What has been typed; only what this form edits differs from what was shown."""
        assert self._label is not None
        return replace(
            self._label,
            name_ar=self.name_ar.text().strip(),
            name_en=self.name_en.text().strip(),
            key=self.key.text().strip(),
            digit=self.digit.currentIndex() or None,
        )

    def retranslate(self) -> None:
        texts = (self.tr("Arabic name"), self.tr("English name"), self.tr("Key in exports"),
                 self.tr("Digit that tags with it"), self.tr("Colour"))  # fmt: skip
        for name, text in zip(self._names, texts, strict=True):
            name.setText(text)
        self._key_hint.setText(
            self.tr("No blanks or quotes. Annotations keep their label when the key changes.")
        )
        chosen = self.digit.currentIndex()
        self.digit.blockSignals(True)
        self.digit.clear()
        self.digit.addItems([self.tr("None"), *(str(n) for n in range(1, 10))])
        self.digit.setCurrentIndex(max(chosen, 0))
        self.digit.blockSignals(False)
        if self._label is not None:
            self._show_colour()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(14)
        parts = (self.name_ar, self.name_en, self.key, self.digit)
        for number, part in enumerate(parts):
            grid.addLayout(field(self._names[number], part), number // 2, number % 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 14, 2, 0)
        column.setSpacing(14)
        column.addLayout(grid)
        column.addWidget(self._key_hint)
        column.addLayout(field(self._names[4], self.colour))
        column.addWidget(self.warning)
        samples = QGridLayout()
        samples.setSpacing(10)
        for place, sample in enumerate(self.samples.values()):
            samples.addWidget(sample, 0, place)
        column.addLayout(samples)
        column.addStretch(1)

    def _connect(self) -> None:
        self.name_ar.textEdited.connect(self._edit)
        self.name_en.textEdited.connect(self._name_edited)
        self.key.textEdited.connect(self._key_edited)
        self.digit.activated.connect(self._edit)
        self.colour.colour_chosen.connect(self._colour_chosen)

    def _name_edited(self) -> None:
        if self._key_follows:
            self.key.setText(slug(self.name_en.text()))
        self._edit()

    def _key_edited(self) -> None:
        self._key_follows = False
        self._edit()

    def _colour_chosen(self, colour: str) -> None:
        assert self._label is not None
        self._label = replace(self._label, colour=colour)
        self._edit()

    def _edit(self) -> None:
        self._show_colour()
        self.edited.emit()

    def _show_colour(self) -> None:
        assert self._label is not None
        colour = self._label.colour
        name = self.name_ar if self.language() == "ar" else self.name_en
        for sample in self.samples.values():
            sample.show_colour(colour, name.text() or self.key.text())
        self.warning.setText(self._colour_warning(colour))
        self.warning.setVisible(bool(self.warning.text()))

    def _colour_warning(self, colour: str) -> str:
        alike = look_alike(colour, self._others)
        if alike is not None:
            name = isolated(alike.name(self.language()))
            return self.tr("Hard to tell from the colour of {name}.").format(name=name)
        faint = faint_on(colour, {name: c.surface for name, c in _GROUNDS.items()})
        if faint == "light":
            return self.tr("Hardly seen on a light ground: it is shown darker there.")
        if faint == "dark":
            return self.tr("Hardly seen on a dark ground: it is shown lighter there.")
        return ""


_GROUNDS = {"light": LIGHT, "dark": DARK}
