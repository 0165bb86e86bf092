"""The concordance: every place in the project where some words stand, line under line.

It stays open beside the window: a click or Enter goes to a place; a digit marks the lines that are
selected, in one step.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTreeView,
    QWidget,
)

from annotator.core.article import ArticleId
from annotator.core.change import Changes
from annotator.ui.combo_box import ComboBox
from annotator.ui.context_model import Column
from annotator.ui.flat_table import as_table
from annotator.ui.hit_model import ALL, UNMARKED, HitModel, Order
from annotator.ui.job_dialog import JobDialog
from annotator.ui.jobs import Cancelled, Progress
from annotator.ui.line_edit import LineEdit
from annotator.ui.mention_model import MentionDelegate
from annotator.ui.plain_label import PlainLabel
from annotator.ui.session import Session
from annotator.ui.translate import isolated

if TYPE_CHECKING:
    from annotator.ops.concordance import Hit


_AT_ONCE = 50  # lines marked, or read again, while one waits: each may be of another article


class ConcordanceDialog(JobDialog):
    """Searches in the background, and shows lines as they are found."""

    go_to = Signal(object)  # Hit
    delay = 200  # milliseconds of quiet typing before the search

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._found: list[Hit] = []  # by the search that runs, on its own thread
        self._marked: set[ArticleId] = set()  # articles whose labels may be others by now
        self._again = False
        self._complete: bool | None = None  # None: nothing was searched for
        self._make_parts()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.resize(1040, 640)

    def look_for(self, text: str) -> None:
        """Show the dialog; `text`, when it is any, is what to look for."""
        if text:
            self.field.setText(text)
            self.search()
        self.show()
        self.activateWindow()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def search(self) -> None:
        """Look again, now; a search that runs is given up."""
        self._timer.stop()
        if self.busy:
            self._again = True
            if not self.writing:
                self.stop()
            return
        self._again, self._complete, self._found = False, None, []
        self._marked.clear()
        self.model.replace(())
        query, project = self.field.text(), self.session.project
        if not query.strip() or project is None:
            self._tell()
            return
        found = self._found

        def work(progress: Progress, cancelled: Cancelled) -> bool:
            from annotator.ops.concordance import concordance

            with project.store.reader() as reader:
                return concordance(
                    reader, query, found.extend, progress=progress, cancelled=cancelled
                )

        self.start(self.tr("Looking for “{text}”").format(text=query.strip()), work, self._take)
        assert self._job is not None
        self._job.progressed.connect(self._take_more)

    def stopped(self) -> None:
        self._go_on()

    def tag_digit(self, digit: int) -> None:
        """Mark the selected lines with the label of that digit."""
        from annotator.ops.concordance import tag_hits

        label = self.session.labels.by_digit(digit)
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        if label is None or not rows or self.busy or self.session.read_only:
            return
        hits = [self.model.hit(self.model.index(row, 0)) for row in rows]
        if len(hits) > _AT_ONCE:
            self.start_writing(
                self.tr("Marking %Ln place(s)", "", len(hits)),
                lambda project, *heard: tag_hits(project, hits, label.key, *heard),
                lambda changes: self._tagged(changes, len(hits)),
            )
        elif changes := self.session.run(tag_hits, hits, label.key):
            self._tagged(changes, len(hits))

    def _tagged(self, changes: Changes, wanted: int) -> None:
        made = int(changes.name.fields["count"])  # there may be too many for them to be listed
        parts = [self.tr("%Ln place(s) marked.", "", made)]
        if made < wanted:
            parts.append(self.tr("%Ln left as they are.", "", wanted - made))
        self._go_on()
        self.tell(" ".join(parts), "muted")

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Find in the project"))
        self.field.setPlaceholderText(self.tr("Words, marks and hamza aside"))
        self.field.setAccessibleName(self.tr("What to find"))
        self.table.setAccessibleName(self.tr("Places found"))
        self.filter.setAccessibleName(self.tr("Annotated as"))
        self.order.setAccessibleName(self.tr("Order"))
        self._hint.setText(self.tr("Enter goes there; a digit marks the selected lines."))
        self.close_button.setText(self.tr("Close"))
        self._fill_filter()
        for place, text in enumerate(
            (self.tr("In order"), self.tr("By the words before"), self.tr("By the words after"))
        ):
            self.order.setItemText(place, text)
        self._tell()

    def show_busy(self, on: bool) -> None:
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.field and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.search()
                return True
            if watched is self.field and event.key() == Qt.Key.Key_Down:
                self._into_table()
                return True
            digit = unicodedata.digit(event.text(), 0) if len(event.text()) == 1 else 0
            if watched is self.table and digit:
                self.tag_digit(digit)
                return True
        return super().eventFilter(watched, event)

    def _make_parts(self) -> None:
        theme = self.session.theme
        self.field = LineEdit(parent=self)
        self.field.setClearButtonEnabled(False)
        self.filter, self.order = ComboBox(theme, self), ComboBox(theme, self)
        for order in Order:
            self.order.addItem("", order)
        self.summary = PlainLabel(parent=self, kind="muted", wrap=False)
        self._hint = PlainLabel(parent=self, kind="small", wrap=False)
        self.model = HitModel(self)
        self.table = QTreeView(self)
        self.table.setModel(self.model)
        as_table(self.table)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        delegate = MentionDelegate(theme, self._colour, self.table, ticks=False)
        self.table.setItemDelegateForColumn(Column.CONTEXT, delegate)
        header = self.table.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(Column.CONTEXT, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(Column.ARTICLE, 230)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self.foot.insertWidget(0, self._hint)
        self.close_button = self.add_button()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.field, 1)
        top.addWidget(self.filter)
        top.addWidget(self.order)
        self.body.addLayout(top)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.table, 1)

    def _connect(self) -> None:
        self._timer.timeout.connect(self.search)
        self.field.textEdited.connect(lambda: self._timer.start(self.delay))
        self.filter.activated.connect(self._arrange)
        self.order.activated.connect(self._arrange)
        self.table.clicked.connect(self._go)
        self.table.activated.connect(self._go)
        self.close_button.clicked.connect(self.reject)
        for widget in (self.field, self.table):
            widget.installEventFilter(self)
        session_link = self.session.changed.connect(self._on_changes)
        self.finished.connect(lambda: QObject.disconnect(session_link))

    def _fill_filter(self) -> None:
        kept = self.filter.currentData()
        self.filter.clear()
        self.filter.addItem(self.tr("All"), ALL)
        self.filter.addItem(self.tr("Not annotated"), UNMARKED)
        for label in self.session.labels if self.session.project is not None else ():
            name = isolated(label.name(self.session.language.code))
            self.filter.addItem(self.tr("Annotated as {label}").format(label=name), label.key)
        self.filter.setCurrentIndex(max(0, self.filter.findData(kept)))

    def _arrange(self) -> None:
        self.model.wanted = str(self.filter.currentData() or ALL)
        self.model.order = Order(self.order.currentData())
        self.model.arrange()
        self._tell()

    def _take_more(self) -> None:
        """Show what the search has found since the last time."""
        shown = len(self.model.hits)
        if len(self._found) > shown:
            self.model.append(self._found[shown:])
            self._tell()

    def _take(self, complete: bool) -> None:
        self._complete = complete
        self._take_more()
        if self.model.order is not Order.TEXT:
            self.model.arrange()
        self._tell()
        self._go_on()

    def _on_changes(self, changes: Changes) -> None:
        """Labels follow what is marked; other texts are searched again."""
        if changes.labels:
            self._fill_filter()
        if changes.article_set or changes.revised:
            self.search()
            return
        self._marked |= {hit.article for hit in self._found} if changes.bulk else changes.articles
        if not self.busy:
            self._go_on()

    def _go_on(self) -> None:
        """Do what had to wait for the work that has ended: another search, or the labels of the
        lines whose articles were marked meanwhile."""
        from annotator.ops.concordance import labelled_again

        if self._again:
            self.search()
            return
        project = self.session.project
        hits = [hit for hit in self.model.hits if hit.article in self._marked]
        self._marked.clear()
        if project is None or not hits:
            return
        if len(hits) <= _AT_ONCE:
            self.model.relabel(hits, labelled_again(project.store, hits))
            return

        def work(progress: Progress, cancelled: Cancelled) -> list[Hit]:
            with project.store.reader() as reader:
                return labelled_again(reader, hits, progress, cancelled)

        self.start(self.tr("Reading the labels"), work, lambda now: self._relabel(hits, now))

    def _relabel(self, hits: Sequence[Hit], now: Sequence[Hit]) -> None:
        self.model.relabel(hits, now)
        self._tell()
        self._go_on()

    def _go(self, index: QModelIndex) -> None:
        self.go_to.emit(self.model.hit(index))

    def _into_table(self) -> None:
        selection = self.table.selectionModel()
        if self.model.rowCount() and not selection.hasSelection():
            flags = QItemSelectionModel.SelectionFlag
            first = self.model.index(0, 0)
            selection.setCurrentIndex(first, flags.ClearAndSelect | flags.Rows)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _colour(self, hit: Hit) -> str:
        label = self.session.labels.get(hit.labels[0]) if hit.labels else None
        return label.colour if label else self.session.theme.colours.faint

    def _tell(self) -> None:
        shown, complete = self.model.rowCount(), self._complete
        if self.busy and complete is None:
            text = self.tr("Looking through the project… %Ln place(s) so far.", "", shown)
        elif complete is None:
            text = ""
        elif not complete:
            text = self.tr("The first %Ln place(s): say more to find fewer.", "", shown)
        else:
            text = self.tr("%Ln place(s).", "", shown) if shown else self.tr("Not found.")
        self.summary.setText(text)
