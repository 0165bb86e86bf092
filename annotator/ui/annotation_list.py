"""The article's annotations, grouped by label: to see them together and to go to one."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QStackedLayout, QWidget

from annotator.core.annotation import AnnotationId
from annotator.ui.annotation_delegate import AnnotationDelegate
from annotator.ui.annotation_model import ANNOTATION, FOLDED, AnnotationModel
from annotator.ui.empty_state import EmptyState
from annotator.ui.long_list import LongList
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
        delegate = AnnotationDelegate(session.theme, self)
        self.view = _Rows(delegate.row_height(self.font()), self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(delegate)
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
        self.view.fold_asked.connect(self._fold)
        self.view.removal_asked.connect(self._remove)
        self.view.customContextMenuRequested.connect(self._menu)
        self.model.modelReset.connect(self._refresh)
        self.model.rowsInserted.connect(self._tell_empty)
        self.model.rowsRemoved.connect(self._tell_empty)
        self._session.article_opened.connect(self.view.scrollToTop)
        self._session.selected_changed.connect(self._show_selected)
        self._session.theme.changed.connect(self.view.viewport().update)

    def _refresh(self) -> None:
        self._tell_empty()
        self._show_selected()

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
        # The view's own way takes Ctrl or Shift, held for any command, for a choice of several.
        alone = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.view.selectionModel().setCurrentIndex(index, alone)
        self.view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def _activate(self, index: QModelIndex) -> None:
        annotation = index.data(ANNOTATION)
        if annotation is not None:
            self.annotation_activated.emit(str(annotation.id))
        elif index.isValid():
            self.model.toggle(index)

    def _fold(self, folded: bool) -> None:
        """Fold the group of the current heading away, or show it."""
        index = self.view.currentIndex()
        if index.isValid() and index.data(FOLDED) is (not folded):
            self.model.toggle(index)

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
        action = menu.addAction(self.tr("Remove %Ln annotation(s)", "", len(ids)))
        action.triggered.connect(lambda: self._remove_ids(ids))
        return menu

    def _relabel(self, ids: list[AnnotationId], label: str) -> None:
        from annotator.ops.annotate import relabel

        self._session.run_large(
            self.tr("Labelling %Ln annotation(s)", "", len(ids)),
            len(ids),
            lambda project, *heard: relabel(project, ids, label, *heard),
        )

    def _remove(self) -> None:
        self._remove_ids(self._chosen_ids())

    def _remove_ids(self, ids: list[AnnotationId]) -> None:
        from annotator.ops.annotate import remove

        if ids and not self._session.read_only:
            self._session.run_large(
                self.tr("Removing %Ln annotation(s)", "", len(ids)),
                len(ids),
                lambda project, *heard: remove(project, ids, *heard),
            )


class _Rows(LongList):
    """The list's look and its keys: Enter goes there, Delete removes, + and - fold."""

    fold_asked = Signal(bool)
    removal_asked = Signal()

    def __init__(self, row_height: int, parent: QWidget) -> None:
        super().__init__(row_height, parent)
        # The delegate draws the ground of a chosen row, rounded.
        self.setStyleSheet("QTableView { selection-background-color: transparent; }")
        self.setViewportMargins(6, 6, 4, 0)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.removal_asked.emit()
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.fold_asked.emit(event.key() == Qt.Key.Key_Minus)
        else:
            super().keyPressEvent(event)
