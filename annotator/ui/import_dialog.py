"""What an import would bring in, looked at and chosen before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHeaderView,
    QSplitter,
    QTreeView,
    QWidget,
)

from annotator.ui.flat_table import as_table
from annotator.ui.import_model import Column, ImportModel
from annotator.ui.import_preview import ImportPreview
from annotator.ui.job_dialog import JobDialog
from annotator.ui.jobs import Cancelled, Progress
from annotator.ui.session import Session

if TYPE_CHECKING:
    from annotator.core.change import Changes
    from annotator.ops.import_items import ImportPlan
    from annotator.ops.project import Project
    from annotator.store.store import Store


class ImportDialog(JobDialog):
    """Reads the files in the background, shows what it found, and imports what is ticked in one
    step. `imported(Changes)` once it is done; the session has told every view by then."""

    imported = Signal(object)

    def __init__(
        self, session: Session, what: Sequence[Path] | str, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, parent)
        self._what = what if isinstance(what, str) else list(what)
        self._make_parts()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.resize(980, 660)
        self._look()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Import"))
        self._title.setText(self.tr("Import"))
        self.cancel.setText(self.tr("Cancel"))
        self.duplicates.setText(self.tr("Import duplicates too"))
        self.table.setAccessibleName(self.tr("Files to import"))
        self._tell_summary()

    def done(self, result: int) -> None:
        if self.model.plan is not None:
            self.model.plan.close()
        super().done(result)

    def accept(self) -> None:
        plan = self.model.plan
        if plan is None or not plan.articles or self.busy:
            return

        def work(project: Project, progress: Progress, cancelled: Cancelled) -> Changes:
            from annotator.ops.imports import run_import

            return run_import(project, plan, progress, cancelled)

        self.start_writing(self.tr("Importing"), work, self._finish)

    def stopped(self) -> None:
        self.tell(self.tr("Stopped: nothing was imported."), "muted")

    def _finish(self, changes: Changes) -> None:
        self.imported.emit(changes)
        count = self.model.plan.articles if self.model.plan else 0
        self.session.say(self.tr("%Ln article(s) imported.", "", count))
        super().accept()

    def _make_parts(self) -> None:
        theme = self.session.theme
        self._title, self.summary = self.add_heading()
        self.model = ImportModel(theme, self)
        self.table = QTreeView(self)
        self.table.setModel(self.model)
        as_table(self.table)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setMinimumHeight(6 * self.fontMetrics().lineSpacing() + 60)  # some five files
        header = self.table.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in zip(Column, (240, 80, 95, 115, 200), strict=True):
            header.resizeSection(column, width)
        self.preview = ImportPreview(theme, self)
        self.duplicates = QCheckBox(self)
        self.revise = self.add_button("quiet", leading=True)
        self.cancel = self.add_button()
        self.go = self.add_button("primary")

    def _lay_out(self) -> None:
        self.body.addWidget(self.progress)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self.table)
        split.addWidget(self.preview)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setHandleWidth(10)
        split.setChildrenCollapsible(False)
        split.setStyleSheet("QSplitter::handle { background: transparent; }")
        self.body.addWidget(split, 1)
        self.body.addWidget(self.duplicates)

    def _connect(self) -> None:
        self.model.plan_changed.connect(self._tell_summary)
        self.table.selectionModel().currentRowChanged.connect(self._show_row)
        self.preview.encoding_chosen.connect(
            lambda row, encoding: self._reread(row, encoding=encoding)
        )
        self.preview.format_chosen.connect(lambda row, key: self._reread(row, format=key))
        self.duplicates.clicked.connect(self._choose_duplicates)
        self.cancel.clicked.connect(self.reject)
        self.revise.clicked.connect(self._revise)
        self.go.clicked.connect(self.accept)

    def _look(self) -> None:
        """Read everything in the background; the table fills when it is done."""
        what, store = self._what, self._store()

        def work(progress: Progress, cancelled: Cancelled) -> ImportPlan:
            from annotator.ops.import_plan import plan_import

            with store.reader() as reader:
                return plan_import(what, store=reader, progress=progress, cancelled=cancelled)

        self.start(self.tr("Reading files"), work, self._take_plan)

    def _reread(self, row: int, *, encoding: str | None = None, format: str | None = None) -> None:
        """Read one file again in the encoding or format that was chosen."""
        plan, store = self.model.plan, self._store()
        if plan is None or self.busy:
            return

        def work(_progress: Progress, _cancelled: Cancelled) -> ImportPlan:
            from annotator.ops.import_plan import replan

            with store.reader() as reader:
                return replan(plan, row, store=reader, encoding=encoding, format=format)

        self.start(self.tr("Reading a file again"), work, self._take_update)

    def _revise(self) -> None:
        """What later versions do to the articles in the project; those that were revised are
        duplicates after that, and the rest can still be imported."""
        from annotator.ui.revision_dialog import RevisionDialog

        plan = self.model.plan
        assert plan is not None
        files = [item.path for item in plan.items if item.revisions]
        what = self._what if isinstance(self._what, str) else files
        dialog = RevisionDialog(self.session, what, parent=self)
        dialog.revised.connect(self._look)
        dialog.open()

    def _take_plan(self, plan: ImportPlan) -> None:
        for row, item in enumerate(plan.items):
            if item.error is not None:
                plan = plan.choose(row, False)
        self.model.set_plan(plan)
        if plan.items:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)  # while reading, Cancel has it
            flags = (
                QItemSelectionModel.SelectionFlag.ClearAndSelect
                | QItemSelectionModel.SelectionFlag.Rows
            )
            self.table.selectionModel().setCurrentIndex(self.model.index(0, 0), flags)

    def _take_update(self, plan: ImportPlan) -> None:
        self.model.update_plan(plan)
        self._show_row(self.table.currentIndex())

    def _show_row(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        self.preview.show_item(index.row(), self.model.item(index.row()))

    def _choose_duplicates(self, on: bool) -> None:
        plan = self.model.plan
        if plan is None:
            return
        if on:
            self.model.update_plan(plan.keeping_duplicates())
            return
        for row, item in enumerate(plan.items):
            if item.keep_duplicates:
                plan = plan.choose(row, not item.all_duplicates)
        self.model.update_plan(plan)

    def show_busy(self, on: bool) -> None:
        self.table.setEnabled(not on)
        self.preview.setEnabled(not on)
        self.duplicates.setEnabled(not on)
        self._tell_summary()

    def _tell_summary(self) -> None:
        plan = self.model.plan
        busy = not self.progress.isHidden()
        count = 0 if plan is None else plan.articles
        self.go.setText(self.tr("Import %Ln article(s)", "", count) if count else self.tr("Import"))
        self.go.setEnabled(bool(count) and not busy)
        revisions = 0 if plan is None else sum(item.revisions for item in plan.items)
        self.revise.setVisible(bool(revisions))
        self.revise.setEnabled(not busy)
        self.revise.setText(self.tr("Revise %Ln article(s) instead…", "", revisions))
        found = plan is not None and any(item.duplicates for item in plan.items)
        self.duplicates.setVisible(found)
        if plan is None:
            self.summary.setText(self.tr("Reading the files…") if busy else "")
            return
        parts = [self.tr("%Ln file(s) read.", "", len(plan.items))]
        if plan.errors:
            parts.append(self.tr("%Ln cannot be imported and are left out.", "", len(plan.errors)))
        if plan.skipped:
            parts.append(self.tr("%Ln duplicate(s) are left out.", "", plan.skipped))
        self.summary.setText(" ".join(parts))
        self.summary.set_kind("warning" if plan.errors else "muted")

    def _store(self) -> Store:
        assert self.session.project is not None
        return self.session.project.store
