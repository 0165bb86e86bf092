"""The list of articles beside the text: filter, order, and the way from one article to the next."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.core.article import ArticleId
from annotator.core.change import Changes
from annotator.errors import HashiyaError
from annotator.ui.article_delegate import ArticleDelegate
from annotator.ui.article_filter import ArticleFilter
from annotator.ui.article_finder import ArticleFinder
from annotator.ui.article_model import ArticleModel
from annotator.ui.long_list import LongList
from annotator.ui.plain_label import PlainLabel
from annotator.ui.retranslating import Retranslating
from annotator.ui.session import Session

if TYPE_CHECKING:
    from annotator.ui.article_menu import ArticleMenu

_PATIENCE = 300  # milliseconds until the foot says that a search goes on
_FEW = 100  # articles that are looked up one by one
_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_CHOOSING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class ArticleList(Retranslating, QWidget):
    """Lists the project's articles as the filter asks. Choosing a row opens it in the session;
    `entered` says that the reader wants to go on in the text, `removal_asked(ids)` that articles
    are to go."""

    entered = Signal()
    removal_asked = Signal(object)
    listed = Signal()  # the rows are the answer of the filter

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
        self.finder = ArticleFinder(session, self)
        self._total = 0  # articles in the project
        self._enters = False  # into the list, when it is known what is in it
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self._tell_count)
        self.finder.found.connect(self._take)
        self.finder.gave_up.connect(self._tell_count)
        self._empty.pressed.connect(self.press_empty_button)
        self.filter.changed.connect(self.reload)
        self.filter.left.connect(self._into_list)
        session.project_opened.connect(self._on_project)
        session.project_closed.connect(self._on_closed)
        session.changed.connect(self._on_changes)
        session.article_opened.connect(self._mark_current)
        self.retranslate()

    def reload(self) -> None:
        """Ask again which articles pass the filter. What is listed stays until that is known, and
        the open article stays open either way."""
        if self._session.project is None:
            return
        try:
            self.finder.ask(self.filter.query())
            if self.finder.busy and not self.model.ids and not self.filter.active:
                self.model.show(self.finder.first())
                self._stack.setCurrentWidget(self.view)
        except HashiyaError as error:
            self._session.show_error(error)
        if self.finder.busy:
            self._patience.start()

    def step(self, by: int) -> bool:
        """Open the article `by` rows further in the list; False at its end."""
        at = self.model.place(self._session.article_id)
        to = at + by if at >= 0 else (0 if by > 0 else len(self.model.ids) - 1)
        if not 0 <= to < len(self.model.ids):
            return False
        return self._session.open_article(self.model.ids[to])

    def position(self) -> tuple[int, int]:
        """The open article's row from 1 (0: not in the list, or not known yet), and how many rows
        there are."""
        if self.finder.busy:
            return 0, 0
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
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._menu)
        view.clicked.connect(self._on_click)

    def chosen(self) -> list[ArticleId]:
        """The articles of the selected rows, in their order."""
        ranges = self.view.selectionModel().selection().toList()
        rows = sorted({row for each in ranges for row in range(each.top(), each.bottom() + 1)})
        return [self.model.ids[row] for row in rows]

    def context_menu(self) -> ArticleMenu:
        """What can be done with the articles that are chosen."""
        from annotator.ui.article_menu import ArticleMenu

        menu = ArticleMenu(self._session, self.chosen(), self)
        menu.removal_asked.connect(self.removal_asked)
        return menu

    def _menu(self, place: QPoint) -> None:
        if self.chosen() and self._session.project is not None:
            menu = self.context_menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.view.viewport().mapToGlobal(place))

    def _on_click(self) -> None:
        """To the text, unless more rows are being chosen."""
        if not QApplication.keyboardModifiers() & _CHOOSING:
            self.entered.emit()

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(14, 2, 14, 8)
        row.addWidget(self._count, 1)
        return row

    def _on_project(self) -> None:
        self.filter.reset()
        self.reload()

    def _on_closed(self) -> None:
        self._total, self._enters = 0, False
        self.model.show(())
        self._tell_count()

    def _take(self, ids: Sequence[ArticleId], total: int) -> None:
        self._total = total
        self.model.show(ids)
        self._tell_count()
        self._mark_current()
        if self._enters:
            self._into_list()
        self.listed.emit()

    def _on_changes(self, changes: Changes) -> None:
        if changes.article_set:
            self._drop_gone(changes.articles)
            self.reload()
        elif changes.revised and self.filter.active:
            self.reload()  # other words are found in another text
        elif changes.bulk or changes.labels:
            self.model.refresh_all()
        else:
            touched = {a.article for a in (*changes.added, *changes.removed)}
            self.model.refresh(changes.articles | touched)
        if changes.labels:
            self.filter.list_labels()

    def _drop_gone(self, articles: Collection[ArticleId]) -> None:
        """Before the new list is known, so that nobody steps on an article that is not there."""
        project = self._session.project
        if project is None:
            return
        if len(articles) <= _FEW:
            there = {row.id for row in project.store.article_rows(articles)}
            self.model.drop(each for each in articles if each not in there)
        elif self._session.article is None:
            self.model.show(())

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self._session.open_article(self.model.ids[index.row()])

    def _mark_current(self) -> None:
        """Select the row of the open article without opening anything."""
        row = self.model.place(self._session.article_id)
        selection = self.view.selectionModel()
        index = self.model.index(row) if row >= 0 else QModelIndex()
        if index != selection.currentIndex():  # else it is being chosen, perhaps with others
            selection.blockSignals(True)
            selection.setCurrentIndex(index, _ALONE)
            selection.blockSignals(False)
        if row >= 0:
            self.view.scrollTo(index)
        self.view.viewport().update()

    def _into_list(self) -> None:
        """From the filter down into the list: the open article's row, or the first."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._enters = self.finder.busy
        if not self._enters and not self.view.currentIndex().isValid() and self.model.ids:
            self.view.setCurrentIndex(self.model.index(0))

    def _tell_count(self) -> None:
        if self._session.project is None:
            self._count.setText("")
            return
        shown = len(self.model.ids)
        if self.finder.busy:
            text = self.tr("Searching…")
        elif self.filter.active:
            text = self.tr("{shown} of %Ln article(s)", "", self._total).format(shown=f"{shown:,}")
        else:
            text = self.tr("%Ln article(s)", "", self._total)
        self._count.setText(text)
        self._stack.setCurrentIndex(0 if shown else 1)
        if not shown:
            self._empty.tell(filtered=self._total > 0, read_only=self._session.read_only)

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
