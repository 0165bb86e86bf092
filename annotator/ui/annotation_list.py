"""The article's annotations, grouped by label: to see them together and to go to one."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QStackedLayout, QTreeView, QWidget

from annotator.core.annotation import AnnotationId
from annotator.ui.annotation_delegate import AnnotationDelegate
from annotator.ui.annotation_model import ANNOTATION, AnnotationModel
from annotator.ui.empty_state import EmptyState
from annotator.ui.retranslating import Retranslating
from annotator.ui.session import Session
from annotator.ui.swatch import swatch
from annotator.ui.translate import isolated


class AnnotationList(Retranslating, QWidget):
    """`annotation_activated(id)` on a click or Enter: the window shows it in the article."""

    annotation_activated = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = AnnotationModel(session, self)
        self.view = _Tree(self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(AnnotationDelegate(session.theme, self.view))
        self.empty = EmptyState(self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self.setFocusProxy(self.view)
        self._connect()
        self.retranslate()
        self._refresh()

    def retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("Annotations of the article"))
        self._tell_empty()
        self.view.viewport().update()

    def _connect(self) -> None:
        self.view.clicked.connect(self._activate)
        self.view.chosen.connect(self._activate)
        self.view.removal_asked.connect(self._remove)
        self.view.customContextMenuRequested.connect(self._menu)
        self.model.modelReset.connect(self._refresh)
        self.model.rowsInserted.connect(self._grown)
        self.model.rowsRemoved.connect(self._tell_empty)
        self._session.selected_changed.connect(self._show_selected)
        self._session.theme.changed.connect(self.view.viewport().update)

    def _refresh(self) -> None:
        self.view.expandAll()
        self._tell_empty()
        self._show_selected()

    def _grown(self, parent: QModelIndex, first: int, last: int) -> None:
        if not parent.isValid():
            for row in range(first, last + 1):
                self.view.expand(self.model.index(row, 0))
        elif self.model.rowCount(parent) == 1:
            self.view.expand(parent)
        self._tell_empty()

    def _tell_empty(self) -> None:
        if self._session.article is None:
            self.empty.tell(self.tr("No article is open"), self.tr("Choose one from the list."))
        else:
            self.empty.tell(
                self.tr("Nothing is marked yet"),
                self.tr("Select words in the article, or put the caret on one, "
                        "and press the digit of a label."),
            )  # fmt: skip
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)

    def _show_selected(self) -> None:
        """Follow the caret: the row of the annotation that it is on."""
        selected = self._session.selected
        index = QModelIndex() if selected is None else self.model.index_of(selected)
        if not index.isValid():
            if not self.view.hasFocus():
                self.view.clearSelection()
            return
        if len(self.view.selectedIndexes()) > 1 and self.view.hasFocus():
            return
        self.view.setCurrentIndex(index)
        if self.view.isExpanded(index.parent()):
            self.view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def _activate(self, index: QModelIndex) -> None:
        annotation = index.data(ANNOTATION)
        if annotation is not None:
            self.annotation_activated.emit(str(annotation.id))

    def _chosen_ids(self) -> list[AnnotationId]:
        return self.model.annotations(self.view.selectedIndexes())

    def _menu(self, place: QPoint) -> None:
        ids = self._chosen_ids()
        if not ids or self._session.project is None:
            return
        menu = self.context_menu(ids)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.viewport().mapToGlobal(place))

    def context_menu(self, ids: list[AnnotationId]) -> QMenu:
        """What can be done with these annotations: another label, review, removal."""
        menu = QMenu(self)
        menu.setEnabled(not self._session.read_only)
        for label in self._session.labels:
            name = isolated(label.name(self._session.language.code)).replace("&", "&&")
            action = menu.addAction(swatch(label.colour, self._session.theme), name)
            action.triggered.connect(lambda _on=False, key=label.key: self._relabel(ids, key))
        menu.addSeparator()
        action = menu.addAction(self.tr("Remove %n annotation(s)", "", len(ids)))
        action.triggered.connect(lambda: self._remove_ids(ids))
        return menu

    def _relabel(self, ids: list[AnnotationId], label: str) -> None:
        from annotator.ops.annotate import relabel

        self._session.run(relabel, ids, label)

    def _remove(self) -> None:
        self._remove_ids(self._chosen_ids())

    def _remove_ids(self, ids: list[AnnotationId]) -> None:
        from annotator.ops.annotate import remove

        if ids and not self._session.read_only:
            self._session.run(remove, ids)


class _Tree(QTreeView):
    """The tree's look and its keys: Enter goes there, Delete removes."""

    chosen = Signal(QModelIndex)
    removal_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "side")
        # The delegate draws the ground of a chosen row, rounded; the branch before it has none.
        self.setStyleSheet(
            "QTreeView { selection-background-color: transparent; }"
            "QTreeView::branch:selected, QTreeView::branch:hover { background: transparent; }"
            "QTreeView::item:selected, QTreeView::item:hover { background: transparent; }"
        )
        self.setHeaderHidden(True)
        self.setViewportMargins(6, 6, 4, 0)
        self.setUniformRowHeights(False)
        self.setIndentation(16)
        self.setMouseTracking(True)
        self.setAnimated(False)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_asked.emit()
        else:
            super().keyPressEvent(event)
