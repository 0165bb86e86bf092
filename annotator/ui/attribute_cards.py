"""The page of the label editor on which a label's attributes are made: a card each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.labels import Attribute, AttributeKind, Choice
from annotator.ui.combo_box import ComboBox
from annotator.ui.icons import icon
from annotator.ui.label_drafts import slug
from annotator.ui.line_edit import LineEdit
from annotator.ui.margins import set_margins
from annotator.ui.plain_label import PlainLabel
from annotator.ui.retranslating import Retranslating
from annotator.ui.theme import Theme

_KINDS = tuple(AttributeKind)


class NameRow(Retranslating, QWidget):
    """Arabic name, English name and key in one row; the key follows the English name until it is
    typed by hand. `edited()`, `removed()`."""

    edited = Signal()
    removed = Signal()

    def __init__(self, theme: Theme, names: tuple[str, str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.key, self.name_ar, self.name_en = (LineEdit(text, self) for text in names)
        self._key_follows = not names[0]
        self.name_ar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        for latin in (self.name_en, self.key):
            latin.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.remove = QToolButton(self)
        self.remove.clicked.connect(self.removed)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(6)
        for part in (self.name_ar, self.name_en, self.key):
            self.row.addWidget(part, 3)
        self.row.addWidget(self.remove)
        self.name_ar.textEdited.connect(self.edited)
        self.name_en.textEdited.connect(self._name_edited)
        self.key.textEdited.connect(self._key_edited)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def names(self) -> dict[str, str]:
        """The fields of an Attribute or a Choice."""
        fields = {"key": self.key, "name_ar": self.name_ar, "name_en": self.name_en}
        return {name: part.text().strip() for name, part in fields.items()}

    def retranslate(self) -> None:
        self.name_ar.setPlaceholderText(self.tr("Arabic name"))
        self.name_en.setPlaceholderText(self.tr("English name"))
        self.key.setPlaceholderText(self.tr("Key"))
        self.remove.setToolTip(self.tr("Remove"))

    def _restyle(self) -> None:
        self.remove.setIcon(icon("close", self._theme, "muted"))

    def _name_edited(self) -> None:
        if self._key_follows:
            self.key.setText(slug(self.name_en.text()))
        self.edited.emit()

    def _key_edited(self) -> None:
        self._key_follows = False
        self.edited.emit()


class AttributeCard(Retranslating, QFrame):
    """One attribute: its names, its kind, and its choices when it has some."""

    edited = Signal()
    removed = Signal()

    def __init__(self, attribute: Attribute, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "card")
        self.names = NameRow(theme, (attribute.key, attribute.name_ar, attribute.name_en), self)
        self.kind = ComboBox(theme, self)
        self.kind.addItems([""] * len(_KINDS))
        self.kind.setCurrentIndex(_KINDS.index(attribute.kind))
        self.names.row.insertWidget(3, self.kind, 3)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 8, 10)
        self._column.setSpacing(6)
        self._column.addWidget(self.names)
        self._choices = QVBoxLayout()
        self._choices.setSpacing(6)
        inset = QHBoxLayout()
        inset.addSpacing(22)
        inset.addLayout(self._choices)
        self._column.addLayout(inset)
        self.add_choice = QPushButton(self)
        self.add_choice.setProperty("kind", "quiet")
        self.add_choice.setAutoDefault(False)
        self._column.addWidget(self.add_choice, 0, Qt.AlignmentFlag.AlignLeading)
        self.rows: list[NameRow] = []
        for choice in attribute.choices:
            self._add_row((choice.key, choice.name_ar, choice.name_en))
        self._connect()
        self.retranslate()
        self._show_choices()

    def attribute(self) -> Attribute:
        kind = _KINDS[self.kind.currentIndex()]
        choices = tuple(Choice(**row.names()) for row in self.rows)
        return Attribute(
            **self.names.names(),
            kind=kind,
            choices=choices if kind is AttributeKind.CHOICE else (),
        )

    def retranslate(self) -> None:
        names = {
            AttributeKind.TEXT: self.tr("Text"),
            AttributeKind.NUMBER: self.tr("Number"),
            AttributeKind.QUANTITY: self.tr("Value or range"),
            AttributeKind.CHOICE: self.tr("Choice"),
            AttributeKind.FLAG: self.tr("Yes or no"),
        }
        for place, kind in enumerate(_KINDS):
            self.kind.setItemText(place, names[kind])
        self.kind.setAccessibleName(self.tr("Kind"))
        self.add_choice.setText(self.tr("Add a choice"))

    def _connect(self) -> None:
        self.names.edited.connect(self.edited)
        self.names.removed.connect(self.removed)
        self.kind.activated.connect(self._kind_chosen)
        self.add_choice.clicked.connect(self._new_choice)

    def _kind_chosen(self) -> None:
        self._show_choices()
        self.edited.emit()

    def _show_choices(self) -> None:
        on = _KINDS[self.kind.currentIndex()] is AttributeKind.CHOICE
        self.add_choice.setVisible(on)
        for row in self.rows:
            row.setVisible(on)

    def _new_choice(self) -> None:
        row = self._add_row(("", "", ""))
        row.name_ar.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _add_row(self, names: tuple[str, str, str]) -> NameRow:
        row = NameRow(self._theme, names, self)
        row.edited.connect(self.edited)
        row.removed.connect(lambda: self._drop_row(row))
        self.rows.append(row)
        self._choices.addWidget(row)
        return row

    def _drop_row(self, row: NameRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self.edited.emit()


class AttributeCards(Retranslating, QWidget):
    """`edited()` when the person changed something; `attributes()` as they now are."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.cards: list[AttributeCard] = []
        self._empty = PlainLabel(parent=self, kind="muted")
        self.add = QPushButton(self)
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self._new)
        page = QWidget()
        self._column = QVBoxLayout()
        self._column.setSpacing(10)
        self._column.addStretch(1)
        beside_bar = QHBoxLayout(page)
        beside_bar.addLayout(self._column, 1)
        set_margins(beside_bar, 0, 0, 6, 0)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setWidget(page)
        grid = QGridLayout(self)
        grid.setContentsMargins(2, 14, 2, 0)
        grid.setSpacing(10)
        grid.addWidget(self._empty, 0, 0)
        grid.addWidget(self.area, 1, 0)
        grid.addWidget(self.add, 2, 0, Qt.AlignmentFlag.AlignLeading)
        grid.setRowStretch(1, 1)
        self.retranslate()

    def show_attributes(self, attributes: tuple[Attribute, ...]) -> None:
        for card in list(self.cards):
            self._discard(card)
        for attribute in attributes:
            self._add_card(attribute)
        self._tell_empty()

    def attributes(self) -> tuple[Attribute, ...]:
        return tuple(card.attribute() for card in self.cards)

    def retranslate(self) -> None:
        self._empty.setText(
            self.tr("Attributes are what is asked about each annotation of this label, such as "
                    "the kind of an actor or the value of a quantity.")
        )  # fmt: skip
        self.add.setText(self.tr("Add an attribute"))

    def _new(self) -> None:
        card = self._add_card(Attribute(key="", name_ar="", name_en=""))
        card.names.name_ar.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell_empty()
        self.edited.emit()

    def _add_card(self, attribute: Attribute) -> AttributeCard:
        card = AttributeCard(attribute, self._theme, self)
        card.edited.connect(self.edited)
        card.removed.connect(lambda: self._remove(card))
        self.cards.append(card)
        self._column.insertWidget(self._column.count() - 1, card)
        return card

    def _remove(self, card: AttributeCard) -> None:
        self._discard(card)
        self._tell_empty()
        self.edited.emit()

    def _discard(self, card: AttributeCard) -> None:
        self.cards.remove(card)
        card.hide()
        card.deleteLater()

    def _tell_empty(self) -> None:
        self._empty.setVisible(not self.cards)
