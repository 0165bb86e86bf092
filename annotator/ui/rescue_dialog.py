"""A damaged project: what can be saved of it and what not, before anything is written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from annotator.ui.file_dialogs import new_file
from annotator.ui.job_dialog import JobDialog
from annotator.ui.jobs import Cancelled, Progress
from annotator.ui.plain_label import as_tool_tip
from annotator.ui.session import Session
from annotator.ui.translate import isolated, problem

if TYPE_CHECKING:
    from annotator.store.records import Problem
    from annotator.store.rescue import Rescued

_SHOWN = 1000  # of each kind


class RescueDialog(JobDialog):
    """Looks through the file when it is made; `rescued(Path)` is the new project."""

    rescued = Signal(object)

    def __init__(self, session: Session, project: Path, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._project = project
        self._found: Rescued | None = None
        self._title, self._lead = self.add_heading()
        self.list = QTreeWidget(self)
        self.list.setHeaderHidden(True)
        self.list.setUniformRowHeights(True)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.list, 1)
        self.body.addStretch()  # while there is no list
        self._cancel = self.add_button()
        self.save_button = self.add_button("primary")
        self._cancel.clicked.connect(self.reject)
        self.save_button.clicked.connect(self.ask_place)
        self.retranslate()
        self.resize(680, 520)
        self._look()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Rescue a damaged project"))
        self._title.setText(isolated(self._project.name))
        self._cancel.setText(self.tr("Cancel"))
        self.save_button.setText(self.tr("Save in a new project…"))
        self.list.setAccessibleName(self.tr("What is lost or to be looked at"))
        self._show()

    def ask_place(self) -> None:
        name = self.tr("{name} rescued").format(name=self._project.stem)
        place = self._project.with_name(name + self._project.suffix)
        dialog = new_file(self, self.tr("Save in a new project"), place)
        dialog.fileSelected.connect(lambda path: self.save(Path(path)))
        dialog.open()

    def save(self, out: Path) -> None:
        """Write what can be saved as the project `out`."""
        project = self._project

        def work(progress: Progress, cancelled: Cancelled) -> Rescued:
            from annotator.store.rescue import rescue

            return rescue(project, out, progress=progress, cancelled=cancelled)

        def done(_rescued: Rescued) -> None:
            self.accept()
            self.rescued.emit(out)

        self.start(self.tr("Rescuing"), work, done)

    def show_busy(self, on: bool) -> None:
        self.save_button.setEnabled(not on and self._found is not None)

    def _look(self) -> None:
        project = self._project

        def work(progress: Progress, cancelled: Cancelled) -> Rescued:
            from annotator.store.rescue import survey

            return survey(project, progress=progress, cancelled=cancelled)

        self.start(self.tr("Looking at every page"), work, self._take)

    def _take(self, found: Rescued) -> None:
        self._found = found
        self.save_button.setEnabled(True)
        self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)  # Cancel had it meanwhile
        self._show()

    def _show(self) -> None:
        found = self._found
        self.list.setVisible(found is not None and bool(found.lost or found.doubtful))
        if found is None:
            self._lead.setText(
                self.tr("Every page of the file is read by itself. The file is not changed.")
            )
            return
        articles = self.tr("%Ln article(s)", "", found.articles)
        annotations = self.tr("%Ln annotation(s)", "", found.annotations)
        lines = [
            self.tr("{annotations} in {articles} can be saved in a new project.").format(
                annotations=annotations, articles=articles
            )
        ]
        if found.from_journal:
            lines.append(self.tr("%Ln of them come from the history.", "", found.from_journal))
        if not (found.lost or found.doubtful):
            lines.append(self.tr("Nothing is lost."))
        self._lead.setText("\n".join(lines))
        self.list.clear()
        self._add(self.tr("Lost"), found.lost)
        self._add(self.tr("Saved, to be looked at"), found.doubtful)
        self.list.expandAll()

    def _add(self, heading: str, problems: tuple[Problem, ...]) -> None:
        if not problems:
            return
        group = QTreeWidgetItem(self.list, [f"{heading} ({len(problems):,})"])
        for told in problems[:_SHOWN]:
            text = problem(told)
            QTreeWidgetItem(group, [text]).setToolTip(0, as_tool_tip(text))
        if len(problems) > _SHOWN:
            more = self.tr("and %Ln more: see hashiya rescue", "", len(problems) - _SHOWN)
            QTreeWidgetItem(group, [more])
