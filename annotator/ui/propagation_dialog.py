"""Every further mention in the project, to be looked at before it gets the label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStackedLayout,
    QTreeView,
    QWidget,
)

from annotator.core.annotation import Annotation
from annotator.ui.context_model import Column
from annotator.ui.empty_state import EmptyState
from annotator.ui.flat_table import as_table
from annotator.ui.job_dialog import JobDialog
from annotator.ui.jobs import Cancelled, Progress
from annotator.ui.mention_model import MentionDelegate, MentionModel
from annotator.ui.session import Session
from annotator.ui.translate import isolated

if TYPE_CHECKING:
    from annotator.core.change import Changes
    from annotator.ops.mentions import Mention
    from annotator.ops.project import Project


class PropagationDialog(JobDialog):
    """Searches in the background; those that stay ticked are labelled in one step.
    `done_with(Changes)` once they are."""

    done_with = Signal(object)

    def __init__(
        self, session: Session, annotation: Annotation, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, parent)
        self._annotation = annotation
        self._searched = False
        self._make_parts()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.resize(920, 620)
        self._search()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Label every mention"))
        name = isolated(self.session.label_name(self._annotation.label))
        title = self.tr("{text} as {label}, in the whole project")
        self._title.setText(title.format(text=isolated(self._annotation.text), label=name))
        self.all.setText(self.tr("Tick all"))
        self.none.setText(self.tr("Tick none"))
        self.table.setAccessibleName(self.tr("Mentions"))
        self._tell_count()

    def accept(self) -> None:
        from annotator.ops.mentions import propagate

        chosen = self.model.chosen()
        if self.busy or not chosen:
            return
        wanted = self._annotation.id

        def work(project: Project, progress: Progress, cancelled: Cancelled) -> Changes:
            return propagate(project, wanted, only=chosen, progress=progress, cancelled=cancelled)

        self.start_writing(self.tr("Labelling mentions"), work, self._finish)

    def _finish(self, changes: Changes) -> None:
        self.done_with.emit(changes)
        super().accept()

    def show_busy(self, on: bool) -> None:
        self.table.setEnabled(not on)
        self._tell_count()

    def _make_parts(self) -> None:
        label = self.session.labels.get(self._annotation.label)
        colour = label.colour if label else self.session.theme.colours.faint
        self._title, self.summary = self.add_heading()
        self.model = MentionModel(self)
        self.empty = EmptyState(self)
        self.table = QTreeView(self)
        self.table.setModel(self.model)
        as_table(self.table)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        delegate = MentionDelegate(self.session.theme, lambda _line: colour, self.table)
        self.table.setItemDelegateForColumn(Column.CONTEXT, delegate)
        header = self.table.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(Column.CONTEXT, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(Column.ARTICLE, 230)
        self.all = self.add_button("quiet", leading=True)
        self.none = self.add_button("quiet")
        self.foot.removeWidget(self.none)
        self.foot.insertWidget(1, self.none)
        self.cancel = self.add_button()
        self.go = self.add_button("primary")

    def _lay_out(self) -> None:
        self.body.addWidget(self.progress)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.empty)
        self.body.addLayout(self._pages, 1)

    def _connect(self) -> None:
        self.model.dataChanged.connect(self._tell_count)
        self.model.modelReset.connect(self._tell_count)
        self.all.clicked.connect(lambda: self.model.choose_all(True))
        self.none.clicked.connect(lambda: self.model.choose_all(False))
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.accept)

    def _search(self) -> None:
        project, wanted = self.session.project, self._annotation.id
        assert project is not None

        def work(progress: Progress, cancelled: Cancelled) -> list[Mention]:
            from annotator.ops.mentions import preview_propagation

            with project.store.reader() as reader:
                return preview_propagation(
                    project, wanted, reader=reader, progress=progress, cancelled=cancelled
                )

        self.start(self.tr("Looking for mentions"), work, self._take)

    def _take(self, mentions: list[Mention]) -> None:
        self._searched = True
        self.model.show_mentions(mentions)
        if mentions:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._pages.setCurrentWidget(self.empty)
            self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_count(self) -> None:
        count = len(self.model.chosen())
        ready = self._searched and not self.busy
        self.go.setEnabled(ready and count > 0)
        self.go.setText(self.tr("Label %Ln mention(s)", "", count) if count else self.tr("Label"))
        none = self._searched and not self.model.rowCount()
        for button in (self.all, self.none, self.go):
            button.setVisible(not none)
        for button in (self.all, self.none):
            button.setEnabled(ready)
        self.cancel.setText(self.tr("Close") if none else self.tr("Cancel"))
        if not self._searched:
            self.summary.setText(self.tr("Looking through the project…"))
        elif none:
            self.summary.setText("")
            self.empty.tell(
                self.tr("There is no further mention to label."),
                self.tr("These words stand nowhere else unmarked."),
            )
        else:
            self.summary.setText(
                self.tr(
                    "%Ln further mention(s). Take the tick from those that mean something else.",
                    "",
                    self.model.rowCount(),
                )
            )
