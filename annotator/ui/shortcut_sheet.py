"""F1: every shortcut of Hashiya on one sheet, under the headings of its menus."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.ui.chip_button import key_cap_size, paint_key_cap
from annotator.ui.commands import COMMANDS, Command, caps, place_of, text_of
from annotator.ui.framed_dialog import FramedDialog
from annotator.ui.margins import set_margins
from annotator.ui.plain_label import PlainLabel
from annotator.ui.session import Session
from annotator.ui.theme import Theme

_WIDTHS = {3: 1280, 2: 900}  # of the sheet, by its columns
_AT_THE_END = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
_SAID_BY_ANOTHER = frozenset({"Return", "Ctrl+=", "Shift+Backtab"})


class ShortcutSheet(FramedDialog):
    """Read from the table of commands, so that it is never out of date."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._page: QWidget | None = None
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self._title = PlainLabel(parent=self, kind="title")
        self._hint = PlainLabel(parent=self, kind="muted")
        self.body.addWidget(self._title)
        self.body.addWidget(self._hint)
        self.body.addWidget(self.area, 1)
        self.close_button = self.add_button("primary")
        self.close_button.clicked.connect(self.accept)
        self._columns = 3 if self.room().width() >= _WIDTHS[3] else 2
        session.theme.changed.connect(self.retranslate)
        self.retranslate()
        self.fit(_WIDTHS[self._columns], self.area)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._title.setText(self.tr("Keyboard shortcuts"))
        self._hint.setText(self.tr("All of them work under an Arabic keyboard layout too, each on "
                                   "the same key; ١ to ٩ tag as 1 to 9 do."))  # fmt: skip
        self.close_button.setText(self.tr("Close"))
        page = QWidget()
        row = QHBoxLayout(page)
        row.setSpacing(36)
        for groups in _in_columns(grouped(), self._columns):
            column = QVBoxLayout()
            column.setSpacing(18)
            for place, commands in groups:
                column.addLayout(self._group(place, commands, page))
            column.addStretch(1)
            row.addLayout(column, 1)
        set_margins(row, 0, 0, 10, 0)
        self.area.setWidget(page)

    def _group(self, place: str, commands: list[Command], page: QWidget) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.addWidget(PlainLabel(place, page, kind="heading"), 0, 0, 1, 2)
        for number, command in enumerate(commands, start=1):
            name, shown = self._row(command)
            grid.addWidget(PlainLabel(name, page), number, 0)
            keys = KeyCaps(shown, self._session.theme, page)
            grid.addWidget(keys, number, 1, _AT_THE_END)
        return grid

    def _row(self, command: Command) -> tuple[str, tuple[str, ...]]:
        """What a command does and its keys; the nine digits are told in one row."""
        if command.number:
            return self.tr("Mark with a label"), ("1", "…", "9")
        name = text_of(command).replace("&", "").rstrip("…")
        keys = tuple(key for key in command.keys if key not in _SAID_BY_ANOTHER)
        return name, keys[:2]


class KeyCaps(QWidget):
    """Key combinations as caps; they read from left to right in either language, as on the
    keyboard."""

    def __init__(self, keys: tuple[str, ...], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._combinations = [caps(each) for each in keys]
        spoken = [QKeySequence(each).toString(_NATIVE) for each in keys]
        self.setAccessibleName(", ".join(spoken))

    def sizeHint(self) -> QSize:
        places = self._places()
        return QSize(places[-1][0].right() + 2, places[-1][0].height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for rect, text, cap in self._places():
            if cap:
                paint_key_cap(painter, rect, text, self._font(), self._theme)
            else:
                painter.setFont(self._font())
                painter.setPen(self._theme.colour("muted"))
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

    def _places(self) -> list[tuple[QRect, str, bool]]:
        places = []
        x, font = 0, self._font()
        for number, combination in enumerate(self._combinations):
            if combination == ["…"]:
                places.append((QRect(x, 0, 20, key_cap_size("A", font).height()), "…", False))
                x += 20
                continue
            if number and self._combinations[number - 1] != ["…"]:
                places.append((QRect(x, 0, 16, key_cap_size("A", font).height()), "/", False))
                x += 16
            for text in combination:
                size = key_cap_size(text, font)
                places.append((QRect(QPoint(x, 0), size), text, True))
                x += size.width() + 3
        return places

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.9)
        return font


def grouped() -> list[tuple[str, list[Command]]]:
    """The commands that have keys, under their headings; the nine digits as one row."""
    groups: dict[str, list[Command]] = {}
    for command in COMMANDS:
        if command.keys and command.number < 2:
            groups.setdefault(place_of(command), []).append(command)
    return list(groups.items())


def _in_columns(
    groups: list[tuple[str, list[Command]]], most: int
) -> list[list[tuple[str, list[Command]]]]:
    """The groups dealt to columns of about the same height, `most` of them, their order kept."""
    total = sum(len(commands) + 2 for _, commands in groups)
    columns: list[list[tuple[str, list[Command]]]] = [[]]
    height = 0.0
    for group in groups:
        size = len(group[1]) + 2
        full = height + size / 2 > total / most
        if columns[-1] and full and len(columns) < most:
            columns.append([])
            height = 0
        columns[-1].append(group)
        height += size
    return columns


_NATIVE = QKeySequence.SequenceFormat.NativeText
