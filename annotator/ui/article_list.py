"""The list of articles beside the text: filter, order, and the way from one article to the next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.core.change import Changes
from annotator.errors import HashiyaError
from annotator.ui.article_delegate import ArticleDelegate
from annotator.ui.article_filter import ArticleFilter
from annotator.ui.article_model import ArticleModel
from annotator.ui.long_list import LongList
from annotator.ui.plain_label import PlainLabel
from annotator.ui.retranslating import Retranslating
from annotator.ui.session import Session


class ArticleList(Retranslating, QWidget):
    """Lists the project's articles as the filter asks. Choosing a row opens it in the session;
    `entered` says that the reader wants to go on in the text."""

    entered = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.filter = ArticleFilter(session, self)
        self.model = ArticleModel(session, self)
        self._delegate = ArticleDelegate(session.theme, self)
        self.view = LongList(self._delegate.row_height(self.font()), self)
        self._set_up_view()
        self._count = PlainLabel(parent=self, wrap=False)
        self._count.setProperty("kind", "small")
        self._empty = _Empty(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.filter)
        column.addWidget(self._stack, 1)
        column.addLayout(self._foot())
        self._empty.pressed.connect(self.press_empty_button)
        self.filter.changed.connect(self.reload)
        self.filter.left.connect(self._into_list)
        session.project_opened.connect(self._on_project)
        session.project_closed.connect(self._on_closed)
        session.changed.connect(self._on_changes)
        session.article_opened.connect(self._mark_current)
        self.retranslate()

    def reload(self) -> None:
        """Ask again which articles pass the filter; the open article stays open either way."""
        project = self._session.project
        if project is None:
            return
        try:
            ids = project.store.find_articles(self.filter.query())
        except HashiyaError as error:
            self._session.show_error(error)
            return
        self.model.show(ids)
        self._tell_count()
        self._mark_current()

    def step(self, by: int) -> bool:
        """Open the article `by` rows further in the list; False at its end."""
        at = self.model.place(self._session.article_id)
        to = at + by if at >= 0 else (0 if by > 0 else len(self.model.ids) - 1)
        if not 0 <= to < len(self.model.ids):
            return False
        return self._session.open_article(self.model.ids[to])

    def position(self) -> tuple[int, int]:
        """The open article's row from 1 (0: not in the list), and how many rows there are."""
        return self.model.place(self._session.article_id) + 1, len(self.model.ids)

    def focus_filter(self, text: str = "") -> None:
        self.filter.focus_text(text)

    @property
    def shows_empty(self) -> bool:
        """Whether a sentence stands where the rows would."""
        return self._stack.currentWidget() is self._empty

    def retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("Articles"))
        self._tell_count()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.view
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
        ):
            self.entered.emit()
            return True
        return super().eventFilter(watched, event)

    def _set_up_view(self) -> None:
        view = self.view
        view.setModel(self.model)
        view.setItemDelegate(self._delegate)
        view.installEventFilter(self)
        view.selectionModel().currentChanged.connect(self._on_current)
        view.clicked.connect(lambda _index: self.entered.emit())

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(14, 2, 14, 8)
        row.addWidget(self._count, 1)
        return row

    def _on_project(self) -> None:
        self.filter.reset()
        self.reload()

    def _on_closed(self) -> None:
        self.model.show(())

    def _on_changes(self, changes: Changes) -> None:
        if changes.article_set:
            self.reload()
        elif changes.bulk or changes.labels:
            self.model.refresh_all()
        else:
            touched = {a.article for a in (*changes.added, *changes.removed)}
            self.model.refresh(changes.articles | touched)
        if changes.labels:
            self.filter.list_labels()

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self._session.open_article(self.model.ids[index.row()])

    def _mark_current(self) -> None:
        """Select the row of the open article without opening anything."""
        row = self.model.place(self._session.article_id)
        selection = self.view.selectionModel()
        selection.blockSignals(True)
        index = self.model.index(row) if row >= 0 else QModelIndex()
        self.view.setCurrentIndex(index)
        selection.blockSignals(False)
        if row >= 0:
            self.view.scrollTo(index)
        self.view.viewport().update()

    def _into_list(self) -> None:
        """From the filter down into the list: the open article's row, or the first."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.view.currentIndex().isValid() and self.model.ids:
            self.view.setCurrentIndex(self.model.index(0))

    def _tell_count(self) -> None:
        project = self._session.project
        shown = len(self.model.ids)
        if project is None:
            self._count.setText("")
            return
        total = project.store.count_articles()
        if self.filter.active:
            text = self.tr("{shown} of %n article(s)", "", total).format(shown=shown)
        else:
            text = self.tr("%n article(s)", "", total)
        self._count.setText(text)
        self._stack.setCurrentIndex(0 if shown else 1)
        if not shown:
            self._empty.tell(filtered=total > 0, read_only=self._session.read_only)

    def press_empty_button(self) -> None:
        """Do what the empty list offers: show all articles, or import some."""
        if self.filter.active:
            self.filter.reset()
            self.reload()
        else:
            self._session.request("import_files")


class _Empty(Retranslating, QWidget):
    """What stands where there is nothing to list, and what to do about it."""

    pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._filtered = False
        self._words = PlainLabel(parent=self)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setProperty("kind", "muted")
        self._button = QPushButton(self)
        self._button.clicked.connect(self.pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(14)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.retranslate()

    def tell(self, *, filtered: bool, read_only: bool) -> None:
        self._filtered = filtered
        self._button.setVisible(filtered or not read_only)
        self.retranslate()

    def retranslate(self) -> None:
        if self._filtered:
            self._words.setText(self.tr("No article passes the filter."))
            self._button.setText(self.tr("Show all articles"))
        else:
            self._words.setText(
                self.tr("No articles yet. Drop files or a folder on the window, or import them.")
            )
            self._button.setText(self.tr("Import files…"))
