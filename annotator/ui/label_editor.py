"""The label set of the project, edited whole and saved as one step that can be undone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.core.labels import Label
from annotator.errors import HashiyaError
from annotator.ui.attribute_cards import AttributeCards
from annotator.ui.framed_dialog import field
from annotator.ui.job_dialog import JobDialog
from annotator.ui.jobs import Cancelled, Progress
from annotator.ui.label_drafts import Fault, LabelDrafts, Problem
from annotator.ui.label_form import LabelForm
from annotator.ui.label_list import LabelList
from annotator.ui.plain_label import PlainLabel
from annotator.ui.removal_list import RemovalList
from annotator.ui.session import Session
from annotator.ui.translate import isolated
from annotator.ui.writing_field import WritingField

if TYPE_CHECKING:
    from annotator.core.change import Changes
    from annotator.ops.project import Project


class LabelEditor(JobDialog):
    """Nothing touches the project before it is saved. Where a label goes that annotations have,
    it is asked where those go."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        from annotator.ops.checks import stats

        super().__init__(session, parent)
        assert session.project is not None
        self._session = session
        self.drafts = LabelDrafts(session.labels, stats(session.project).by_label)
        self._current = 0
        self._make_parts()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show_current()
        self.resize(900, 640)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Labels"))
        for place, text in enumerate((self.tr("Label"), self.tr("Attributes"),
                                      self.tr("Guideline"))):  # fmt: skip
            self.tabs.setTabText(place, text)
        self._guideline_names[0].setText(self.tr("When to use it, in Arabic"))
        self._guideline_names[1].setText(self.tr("When to use it, in English"))
        self.save.setText(self.tr("Save labels"))
        self.cancel.setText(self.tr("Cancel"))
        self.read.setText(self.tr("From a file…"))
        self.write.setText(self.tr("To a file…"))
        self._refresh()

    def read_file(self, path: Path) -> None:
        """Take the label set of a TOML file in place of the one shown."""
        from annotator.formats.label_toml import read_labels

        try:
            labels = read_labels(path)
        except HashiyaError as error:
            self.tell_error(error)
            return
        self.drafts.replace_all(labels)
        self._current = 0
        self._show_current()

    def write_file(self, path: Path) -> None:
        """Write what is shown, saved in the project or not, as TOML."""
        from annotator.formats.label_toml import write_labels

        try:
            path.write_text(write_labels(self.drafts.label_set()), encoding="utf-8", newline="\n")
        except OSError as error:
            reason = error.strerror or str(error)
            self.tell(self.tr("The file could not be written: {reason}").format(reason=reason))
        else:
            self.tell(self.tr("Written to {file}.").format(file=isolated(path.name)), "muted")

    def accept(self) -> None:
        from annotator.ops.labels import save_labels

        if self.drafts.problems():
            self._go_to_problem()
            return
        labels, reassign = self.drafts.label_set(), self.drafts.reassign()
        if self.busy:
            return

        def work(project: Project, progress: Progress, cancelled: Cancelled) -> Changes:
            return save_labels(project, labels, reassign, progress, cancelled)

        self.start_writing(self.tr("Saving labels"), work, self._finish)

    def _finish(self, _changes: Changes) -> None:
        super().accept()

    def show_busy(self, on: bool) -> None:
        for part in (self.list, self.tabs, self.removals, self.read, self.write, self.save):
            part.setEnabled(not on)

    def _make_parts(self) -> None:
        theme = self._session.theme
        self.list = LabelList(theme, self)
        self.list.setFixedWidth(220)
        self.form = LabelForm(self._session)
        self.attributes = AttributeCards(theme)
        self.guideline_ar, self.guideline_en = WritingField(), WritingField()
        self.guideline_ar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.guideline_en.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._guideline_names = [PlainLabel(kind="small") for _ in range(2)]
        self.tabs = QTabWidget(self)
        self.removals = RemovalList(self.drafts, theme, self)
        self.read = self.add_button("quiet", leading=True)
        self.write = self.add_button("quiet")
        self.foot.removeWidget(self.write)
        self.foot.insertWidget(1, self.write)
        self.cancel = self.add_button()
        self.save = self.add_button("primary")

    def _lay_out(self) -> None:
        guideline = QWidget()
        column = QVBoxLayout(guideline)
        column.setContentsMargins(2, 14, 2, 0)
        column.setSpacing(12)
        column.addLayout(field(self._guideline_names[0], self.guideline_ar))
        column.addLayout(field(self._guideline_names[1], self.guideline_en))
        for page in (self.form, self.attributes, guideline):
            self.tabs.addTab(page, "")
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self.list)
        row.addWidget(self.tabs, 1)
        self.body.addLayout(row, 1)
        self.body.addWidget(self.removals)
        self.body.addWidget(self.progress)

    def _connect(self) -> None:
        self.list.chosen.connect(self._choose)
        self.list.add_asked.connect(self._add)
        self.list.remove_asked.connect(self._remove)
        self.list.move_asked.connect(self._move)
        self.form.edited.connect(self._edited)
        self.attributes.edited.connect(self._edited)
        self.guideline_ar.textChanged.connect(self._guideline_edited)
        self.guideline_en.textChanged.connect(self._guideline_edited)
        self.removals.restored.connect(self._choose)
        self.read.clicked.connect(self._ask_read)
        self.write.clicked.connect(self._ask_write)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self.accept)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self.drafts.labels):
            self._current = row
            self._show_current()

    def _add(self) -> None:
        self._current = self.drafts.add()
        self.tabs.setCurrentIndex(0)
        self._show_current()
        self.form.name_ar.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        if self.drafts.labels:
            self.drafts.remove(self._current)
            self._current = max(0, min(self._current, len(self.drafts.labels) - 1))
            self._show_current()

    def _move(self, step: int) -> None:
        self._current = self.drafts.move(self._current, step)
        self._refresh()

    def _edited(self) -> None:
        self._put(replace(self.form.label(), attributes=self.attributes.attributes()))

    def _guideline_edited(self) -> None:
        label = self.drafts.labels[self._current]
        self._put(
            replace(
                label,
                guideline_ar=self.guideline_ar.toPlainText(),
                guideline_en=self.guideline_en.toPlainText(),
            )
        )

    def _put(self, label: Label) -> None:
        self.drafts.labels[self._current] = label
        self.form.keep(label)
        self._refresh()

    def _show_current(self) -> None:
        """Fill the pages with the chosen label."""
        labels = self.drafts.labels
        self.tabs.setEnabled(bool(labels))
        if labels:
            label = labels[self._current]
            others = [other for other in labels if other is not label]
            self.form.show_label(label, others)
            self.attributes.show_attributes(label.attributes)
            for edit, text in (
                (self.guideline_ar, label.guideline_ar),
                (self.guideline_en, label.guideline_en),
            ):
                edit.blockSignals(True)
                edit.setPlainText(text)
                edit.blockSignals(False)
        self._refresh()

    def _refresh(self) -> None:
        """The list, the questions and what is wrong, as the drafts now are."""
        problems = self.drafts.problems()
        faulty = {problem.index for problem in problems}
        self.list.show_labels(self.drafts.labels, faulty, self._current)
        self.removals.refresh()
        self.save.setEnabled(not problems)
        here = next((p for p in problems if p.index == self._current), None)
        shown = here or next(iter(problems), None)
        self.tell("" if shown is None else self._sentence(shown))

    def _go_to_problem(self) -> None:
        problem = self.drafts.problems()[0]
        if problem.index != self._current:
            self._choose(problem.index)

    def _sentence(self, problem: Problem) -> str:
        template = {
            Fault.NO_NAME: self.tr("Give the label a name in Arabic or in English."),
            Fault.BAD_KEY: self.tr("The key needs at least one letter, no blanks and no quotes."),
            Fault.SAME_KEY: self.tr("Another label has this key already."),
            Fault.SAME_DIGIT: self.tr("{name} has this digit already."),
            Fault.BAD_ATTRIBUTE_KEY: self.tr(
                "The attribute {name} needs a key without blanks or quotes."
            ),
            Fault.SAME_ATTRIBUTE_KEY: self.tr("Two attributes have the key of {name}."),
            Fault.NO_CHOICES: self.tr("The attribute {name} needs at least one choice."),
            Fault.BAD_CHOICE_KEY: self.tr(
                "Each choice of {name} needs a key of its own, without blanks or quotes."
            ),
            Fault.NO_LABELS: self.tr("A project needs at least one label."),
        }[problem.fault]
        return template.format(name=isolated(problem.name))

    def _ask_read(self) -> None:
        dialog = self._file_dialog(self.tr("Read labels from a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.read_file(Path(path)))
        dialog.open()

    def _ask_write(self) -> None:
        dialog = self._file_dialog(self.tr("Write labels to a file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("toml")
        dialog.fileSelected.connect(lambda path: self.write_file(Path(path)))
        dialog.open()

    def _file_dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self, title, "", self.tr("Label sets (*.toml)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog
