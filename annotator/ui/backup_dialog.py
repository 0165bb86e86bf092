"""The project's backups, the newest first; what going back to one would change; the way back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from annotator.store.backup import backups
from annotator.ui.job_dialog import JobDialog
from annotator.ui.jobs import Cancelled, Progress
from annotator.ui.plain_label import PlainLabel
from annotator.ui.session import Session
from annotator.ui.translate import isolated, problem

if TYPE_CHECKING:
    from annotator.store.backup_difference import Counts, Difference, Step
    from annotator.store.records import Problem

_NAMED = 3  # of what is damaged
_PATH = Qt.ItemDataRole.UserRole


class BackupDialog(JobDialog):
    """`chosen(Path)` when one is to be put back as `project`, which need not be open."""

    chosen = Signal(object)

    def __init__(self, session: Session, project: Path, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._project = project
        self._found: Difference | None = None
        self._title, self._lead = self.add_heading()
        self.list = QListWidget(self)
        self.summary = PlainLabel(parent=self)
        self.steps = QListWidget(self)
        self.steps.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for rows in (self.list, self.steps):
            rows.setProperty("kind", "rows")
        self._list_backups()
        self._lay_out()
        self._cancel = self.add_button()
        self._cancel.clicked.connect(self.reject)
        self.restore_button = self.add_button("primary")
        self.restore_button.clicked.connect(self.accept)
        self.list.itemActivated.connect(lambda _item: self.restore_button.click())
        self.list.currentItemChanged.connect(lambda _now, _before: self._compare())
        self.accepted.connect(self._choose)
        self.retranslate()
        self.resize(820, 520)
        self.list.setVisible(self.list.count() > 0)
        self.list.setCurrentRow(0)
        self.show_busy(self.busy)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Restore a backup"))
        self._title.setText(self.tr("Restore a backup"))
        if self.list.count():
            self._lead.setText(
                self.tr(
                    "The project goes back to what it was at that time. What it is now is kept "
                    "among the backups."
                )
            )
        else:
            self._lead.setText(
                self.tr("There is no backup yet. One is made each time a changed project opens.")
            )
        self._cancel.setText(self.tr("Cancel"))
        self.restore_button.setText(self.tr("Restore"))
        self.list.setAccessibleName(self.tr("Backups"))
        self.steps.setAccessibleName(self.tr("Steps that would be taken back"))
        self._show()

    def show_busy(self, on: bool) -> None:
        self.restore_button.setEnabled(self.list.count() > 0 and not self.session.read_only)

    def stopped(self) -> None:
        self._compare()

    def _list_backups(self) -> None:
        for backup in backups(self._project):
            made = backup.made.astimezone().strftime("%Y-%m-%d %H:%M")
            size = self.tr("{size} MB").format(size=f"{backup.size / 1e6:,.1f}")
            text = f"\u2066{made}\u2069    {size}"
            if backup.before_restore:
                text += "    " + self.tr("before a backup was restored")
            QListWidgetItem(text, self.list).setData(_PATH, str(backup.path))

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(8)
        for part in (self.summary, self.progress):
            right.addWidget(part)
        right.addWidget(self.steps, 1)
        right.addStretch()  # where there are no steps, what is said still stands beside the newest
        halves = QHBoxLayout()
        halves.setSpacing(16)
        halves.addWidget(self.list, 4)
        halves.addLayout(right, 5)
        self.body.addLayout(halves, 1)
        self.body.addStretch()

    def _compare(self) -> None:
        """Look what the chosen backup would change; a look that goes on is asked to stop first."""
        self._found = None
        self._show()
        item, project = self.list.currentItem(), self._project
        if item is None:
            return
        if self.busy:
            self.stop()
            return
        backup = Path(item.data(_PATH))

        def work(progress: Progress, cancelled: Cancelled) -> Difference:
            from annotator.ops.progress import check
            from annotator.store.backup_difference import compare

            def looked_at(done: int, total: int) -> None:
                check(cancelled)
                progress(done, total)

            check(cancelled)
            return compare(project, backup, looked_at)

        self.start(self.tr("Comparing"), work, lambda found: self._take(backup, found))

    def _take(self, backup: Path, found: Difference) -> None:
        item = self.list.currentItem()
        if item is None or Path(item.data(_PATH)) != backup:
            self._compare()
            return
        self._found = found
        self._show()

    def _show(self) -> None:
        self.steps.clear()
        found = self._found
        self.steps.setVisible(found is not None and bool(found.steps))
        if found is None:
            self.summary.setText("")
            return
        lines = self._damage(found.problems)
        if found.nothing:
            self.summary.setText("\n".join([*lines, self.tr("Nothing has changed since.")]))
            return
        lines += [*self._articles(found.articles), *self._annotations(found.annotations)]
        if found.other_steps:
            lines.append(self.tr("%Ln step(s) would be done again.", "", len(found.other_steps)))
        if found.step_count:
            lines.append(self.tr("%Ln step(s) would be taken back:", "", found.step_count))
        self.summary.setText("\n".join(lines))
        self.steps.addItems([self._line(step) for step in found.steps])

    def _damage(self, problems: Sequence[Problem]) -> list[str]:
        if not problems:
            return []
        told = self.tr("Damaged in this backup, %Ln text(s) or annotation(s):", "", len(problems))
        return [told, *map(problem, problems[:_NAMED]), *["…"] * (len(problems) > _NAMED)]

    def _articles(self, counts: Counts) -> list[str]:
        return _lines(
            counts,
            self.tr("%Ln article(s) would go.", "", counts.now),
            self.tr("%Ln article(s) would come back.", "", counts.then),
            self.tr("%Ln article(s) would be as they were.", "", counts.changed),
        )

    def _annotations(self, counts: Counts) -> list[str]:
        return _lines(
            counts,
            self.tr("%Ln annotation(s) would go.", "", counts.now),
            self.tr("%Ln annotation(s) would come back.", "", counts.then),
            self.tr("%Ln annotation(s) would be as they were.", "", counts.changed),
        )

    def _line(self, step: Step) -> str:
        try:
            at = datetime.fromisoformat(step.at).astimezone().strftime("%Y-%m-%d %H:%M")
        except ValueError:
            at = step.at
        who, what = isolated(step.who), self.session.step_name(step.name)
        return f"\u2066{at}\u2069  {who}: {what}"

    def _choose(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.chosen.emit(Path(item.data(_PATH)))


def _lines(counts: Counts, now: str, then: str, changed: str) -> list[str]:
    told = ((counts.now, now), (counts.then, then), (counts.changed, changed))
    return [text for count, text in told if count]
