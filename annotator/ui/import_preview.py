"""The beginning of one file as it would come in, and the format and encoding it is read in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.arabic.direction import paragraph_is_rtl
from annotator.ui.combo_box import ComboBox
from annotator.ui.fonts import reading_font
from annotator.ui.import_model import name_of, remarks
from annotator.ui.plain_label import ElidedLabel, PlainLabel, path_text
from annotator.ui.retranslating import Retranslating
from annotator.ui.theme import Theme
from annotator.ui.translate import isolated

if TYPE_CHECKING:
    from annotator.ops.import_items import ImportItem
    from annotator.ops.import_repairs import Repair


class ImportPreview(Retranslating, QFrame):
    """`encoding_chosen(row, encoding)` and `format_chosen(row, key)` when another one was picked
    for the file shown."""

    encoding_chosen = Signal(int, str)
    format_chosen = Signal(int, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._row = -1
        self._item: ImportItem | None = None
        self.name = ElidedLabel(parent=self)
        self._encoding_name = PlainLabel(parent=self, kind="muted", wrap=False)
        self.format = ComboBox(theme, self)
        self.encoding = ComboBox(theme, self)
        self._encoding_name.setBuddy(self.format)
        self.found = ElidedLabel(parent=self)
        self.text = PlainLabel(selectable=True)
        self.text.setFont(reading_font("", 14))
        self.text.setContentsMargins(4, 4, 4, 4)
        self.remarks = PlainLabel(kind="warning")
        self.repairs = PlainLabel(kind="muted", selectable=True)
        self._lay_out()
        self._fill_choices()
        self.encoding.activated.connect(self._choose_encoding)
        self.format.activated.connect(self._choose_format)
        self.retranslate()
        self.show_item(-1, None)

    def show_item(self, row: int, item: ImportItem | None) -> None:
        self._row, self._item = row, item
        whole = item is not None
        for part in (self.name, self._encoding_name, self.format, self.encoding, self.found):
            part.setVisible(whole)
        self.text.setText("")
        self.remarks.setVisible(False)
        self.repairs.setVisible(False)
        if item is None:
            return
        self.name.setText(name_of(item) if item.source.pasted is not None else path_text(item.path))
        self._show_choices(item)
        known = " · ".join(map(isolated, filter(None, item.known)))
        self.found.setText(known)
        self.found.setVisible(bool(known))
        self._show_text(item.first_lines)
        notes = remarks(item)
        self.remarks.set_kind("warning" if item.error is None else "error")
        self.remarks.setText("\n".join(notes))
        self.remarks.setVisible(bool(notes))
        self.repairs.setText("\n".join(map(_repair, item.repairs)))
        self.repairs.setVisible(bool(item.repairs) and item.error is None)

    def retranslate(self) -> None:
        self._encoding_name.setText(self.tr("Read as"))
        self.encoding.setPlaceholderText(self.tr("Choose…"))
        for place, form in enumerate(self._formats):
            self.format.setItemText(place, QCoreApplication.translate("Formats", form.name))
        self.show_item(self._row, self._item)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.name, 1)
        top.addWidget(self._encoding_name)
        top.addWidget(self.format)
        top.addWidget(self.encoding)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        line = QFontMetrics(self.text.font()).lineSpacing()
        scroll.setMinimumHeight(4 * line)  # of three: those with signs of other fonts are higher
        inside = QWidget(scroll)
        details = QVBoxLayout(inside)
        details.setContentsMargins(0, 0, 0, 0)
        details.setSpacing(8)
        details.addWidget(self.remarks)  # many of them are scrolled, and leave the table its room
        details.addWidget(self.repairs)
        details.addWidget(self.text, 1)
        scroll.setWidget(inside)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.found)
        column.addWidget(scroll, 1)

    def _fill_choices(self) -> None:
        from annotator.formats.encoding import ENCODINGS
        from annotator.formats.registry import READERS

        self._formats = READERS
        for form in READERS:
            self.format.addItem(form.name, form.key)
        for key, name in ENCODINGS:
            self.encoding.addItem(name, key)

    def _show_choices(self, item: ImportItem) -> None:
        """What the file is read as; a document without an encoding offers none."""
        from annotator.formats.encoding import encoding_name

        file = item.source.pasted is None
        self._encoding_name.setVisible(file)
        self.format.setVisible(file)
        self.format.setCurrentIndex(self.format.findData(item.format))
        self.encoding.setVisible(file and bool(item.encoding or item.error))
        place = self.encoding.findData(item.encoding)
        if place < 0 and item.encoding:
            self.encoding.addItem(encoding_name(item.encoding), item.encoding)
            place = self.encoding.count() - 1
        self.encoding.setCurrentIndex(place)

    def _show_text(self, lines: str) -> None:
        way = Qt.LayoutDirection.RightToLeft
        if not paragraph_is_rtl(lines):
            way = Qt.LayoutDirection.LeftToRight
        self.text.setLayoutDirection(way)
        self.text.setText(lines)

    def _choose_encoding(self, place: int) -> None:
        encoding = str(self.encoding.itemData(place))
        if self._item is not None and encoding != self._item.encoding:
            self.encoding_chosen.emit(self._row, encoding)

    def _choose_format(self, place: int) -> None:
        key = str(self.format.itemData(place))
        if self._item is not None and key != self._item.format:
            self.format_chosen.emit(self._row, key)


def _repair(repair: Repair) -> str:
    """What was set right, with its line where the file has several articles."""
    was, now = isolated(repair.was), isolated(repair.now)
    if repair.line is None:
        return QCoreApplication.translate("ImportPreview", "“{was}” became “{now}”").format(
            was=was, now=now
        )
    template = QCoreApplication.translate("ImportPreview", "Line {line}: “{was}” became “{now}”")
    return template.format(line=repair.line, was=was, now=now)
