"""What the article list shows and in which order: words, status, label, flag, sort."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.article import Status
from annotator.ui.combo_box import ComboBox
from annotator.ui.icons import icon
from annotator.ui.line_edit import LineEdit
from annotator.ui.retranslating import Retranslating
from annotator.ui.session import Session
from annotator.ui.statuses import status_icon, status_name

if TYPE_CHECKING:
    from annotator.store.records import ArticleQuery

_SORTS = ("imported", "title", "status", "annotations", "outlet", "date", "tokens")


class ArticleFilter(Retranslating, QWidget):
    """`changed` when the answer of `query()` has; `left` when the reader goes on into the list."""

    changed = Signal()
    left = Signal()
    delay = 150  # milliseconds of quiet typing before the search

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._text = LineEdit(parent=self)
        self._text.setClearButtonEnabled(True)
        self._text.installEventFilter(self)
        self._glass = self._text.addAction(
            icon("find", session.theme, "muted"), QLineEdit.ActionPosition.LeadingPosition
        )
        self._status = ComboBox(session.theme, self)
        self._label = ComboBox(session.theme, self)
        for box in (self._status, self._label):
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            box.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self._flag = QToolButton(self)
        self._flag.setCheckable(True)
        self._flag.toggled.connect(lambda _on: self.changed.emit())
        self._sort = QToolButton(self)
        self._sort.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._make_sort_menu()
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.changed)
        self._text.textChanged.connect(lambda: self._timer.start(self.delay))
        session.theme.changed.connect(self.restyle)
        self.retranslate()
        self.restyle()

    def query(self) -> ArticleQuery:
        from annotator.store.records import ArticleQuery, SortKey

        sort = self._sorts.checkedAction()
        return ArticleQuery(
            text=self._text.text().strip(),
            status=Status(self._status.currentData()) if self._status.currentData() else None,
            label=self._label.currentData(),
            flag=True if self._flag.isChecked() else None,
            sort=SortKey(sort.data() if sort else "imported"),
            descending=self._descending.isChecked(),
        )

    @property
    def active(self) -> bool:
        """Whether anything is kept back."""
        return bool(
            self._text.text().strip()
            or self._status.currentData()
            or self._label.currentData()
            or self._flag.isChecked()
        )

    def reset(self) -> None:
        """Let everything pass, quietly; the order stays."""
        self.blockSignals(True)
        self._text.clear()
        self._timer.stop()
        self._status.setCurrentIndex(0)
        self.list_labels()
        self._label.setCurrentIndex(0)
        self._flag.setChecked(False)
        self.blockSignals(False)

    def choose_status(self, status: Status | None) -> None:
        """Let through only that status, or any."""
        self._status.setCurrentIndex(max(0, self._status.findData(status and status.value)))

    def only_flagged(self, on: bool) -> None:
        self._flag.setChecked(on)

    def focus_text(self, text: str = "") -> None:
        if text:
            self._text.setText(text)
        self._text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._text.selectAll()

    def list_labels(self) -> None:
        project = self._session.project
        labels = () if project is None else tuple(project.labels)
        code = self._session.language.code
        _fill(
            self._label,
            [(self.tr("Any label"), None), *((label.name(code), label.key) for label in labels)],
        )

    def retranslate(self) -> None:
        self._text.setPlaceholderText(self.tr("Search the articles"))
        _fill(
            self._status,
            [(self.tr("Any status"), None), *((status_name(s), s.value) for s in Status)],
        )
        self.list_labels()
        self._flag.setToolTip(self.tr("Only flagged articles"))
        self._sort.setToolTip(self.tr("Order of the list"))
        names = (
            self.tr("As imported"), self.tr("Title"), self.tr("Status"), self.tr("Annotations"),
            self.tr("Outlet"), self.tr("Date"), self.tr("Length"),
        )  # fmt: skip
        for action, name in zip(self._sorts.actions(), names, strict=True):
            action.setText(name)
        self._descending.setText(self.tr("Backwards"))

    def restyle(self) -> None:
        theme = self._session.theme
        self._flag.setIcon(icon("flag", theme))
        self._sort.setIcon(icon("sort", theme))
        self._glass.setIcon(icon("find", theme, "muted"))
        for index in range(1, self._status.count()):
            self._status.setItemIcon(
                index, status_icon(Status(self._status.itemData(index)), theme)
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self._timer.isActive():
                    self._timer.stop()
                    self.changed.emit()
                self.left.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                if self._text.text():
                    self._text.clear()
                else:
                    self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _make_sort_menu(self) -> None:
        menu = QMenu(self._sort)
        self._sorts = QActionGroup(menu)
        for key in _SORTS:
            action = QAction(menu)
            action.setData(key)
            action.setCheckable(True)
            action.setChecked(key == "imported")
            self._sorts.addAction(action)
            menu.addAction(action)
        menu.addSeparator()
        self._descending = QAction(menu)
        self._descending.setCheckable(True)
        menu.addAction(self._descending)
        menu.triggered.connect(lambda _action: self.changed.emit())
        self._sort.setMenu(menu)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 0)
        column.setSpacing(7)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row, parts in (
            (first, (self._text, self._sort)),
            (second, (self._status, self._label, self._flag)),
        ):
            row.setSpacing(5)
            for part in parts:
                row.addWidget(part, 0 if isinstance(part, QToolButton) else 1)
            column.addLayout(row)


def _fill(box: QComboBox, items: list[tuple[str, object]]) -> None:
    """Set the box's items and keep what was chosen, without telling anyone."""
    chosen = box.currentData()
    box.blockSignals(True)
    icons = [box.itemIcon(i) for i in range(box.count())]
    box.clear()
    for index, (text, data) in enumerate(items):
        box.addItem(" ".join(text.split()), data)
        if index < len(icons):
            box.setItemIcon(index, icons[index])
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)
