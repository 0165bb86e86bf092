"""Later versions of articles: what becomes of every annotation, seen before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from annotator.core.article import ArticleId
from annotator.errors import QT_TRANSLATE_NOOP
from annotator.ui.flat_table import as_table
from annotator.ui.icons import icon
from annotator.ui.job_dialog import JobDialog
from annotator.ui.jobs import Cancelled, Progress
from annotator.ui.plain_label import as_tool_tip
from annotator.ui.session import Session
from annotator.ui.swatch import swatch
from annotator.ui.translate import isolated

if TYPE_CHECKING:
    from annotator.core.change import Changes
    from annotator.ops.anchoring import Anchor
    from annotator.ops.project import Project
    from annotator.ops.revise import Revision

_SHOWN = 5000
# What needs a look comes first. Icons and their colours, and what each fate is called.
_FATES = {
    "lost": ("delete", "error", QT_TRANSLATE_NOOP("RevisionDialog", "Lost: its words are gone")),
    "doubtful": ("review", "warning", QT_TRANSLATE_NOOP("RevisionDialog", "Needs review")),
    "changed": ("pencil", "muted", QT_TRANSLATE_NOOP("RevisionDialog", "Respelled")),
    "moved": ("check", "good", QT_TRANSLATE_NOOP("RevisionDialog", "Moved")),
    "kept": ("check", "good", QT_TRANSLATE_NOOP("RevisionDialog", "Kept")),
}


class RevisionDialog(JobDialog):
    """Reads the files (or the text) in the background; all of it is written in one step.

    With an `article`, the one thing read revises that one; without, each article read revises its
    original, and those that have none are left out. `revised(Changes)` once it is done.
    """

    revised = Signal(object)

    def __init__(
        self,
        session: Session,
        what: Sequence[Path] | str,
        article: ArticleId | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(session, parent)
        self._what = what
        self._article = article
        self.revisions: list[Revision] | None = None
        self._make_parts()
        self.retranslate()
        self.resize(940, 620)
        self._look()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("A later version"))
        self.cancel.setText(self.tr("Cancel"))
        self.table.setAccessibleName(self.tr("What becomes of each annotation"))
        self.table.setHeaderLabels(
            [self.tr("What becomes of it"), self.tr("Label"), self.tr("Before"), self.tr("After"),
             self.tr("Article")]
        )  # fmt: skip
        self._fill()
        self._tell()

    def accept(self) -> None:
        revisions = self.revisions
        if self.busy or not revisions:
            return

        def work(project: Project, progress: Progress, cancelled: Cancelled) -> Changes:
            from annotator.ops.revise import revise

            return revise(project, *revisions, progress=progress, cancelled=cancelled)

        self.start_writing(self.tr("Replacing texts"), work, self._finish)

    def _finish(self, changes: Changes) -> None:
        self.revised.emit(changes)
        self.session.say(self.tr("%Ln article(s) revised.", "", len(self.revisions or ())))
        super().accept()

    def stopped(self) -> None:
        self.tell(self.tr("Stopped: nothing was changed."), "muted")

    def show_busy(self, on: bool) -> None:
        self._tell()

    def _make_parts(self) -> None:
        self._title, self.summary = self.add_heading()
        self.table = QTreeWidget(self)
        as_table(self.table)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.table, 1)
        self.cancel = self.add_button()
        self.cancel.clicked.connect(self.reject)
        self.go = self.add_button("primary")
        self.go.clicked.connect(self.accept)

    def _look(self) -> None:
        project, what, article = self.session.project, self._what, self._article
        assert project is not None

        def work(progress: Progress, cancelled: Cancelled) -> list[Revision]:
            from annotator.ops.originals import read_revisions

            with project.store.reader() as reader:
                return list(
                    read_revisions(
                        reader, what, article_id=article, others=article is None,
                        progress=progress, cancelled=cancelled,
                    )
                )  # fmt: skip

        self.start(self.tr("Comparing the texts"), work, self._take)

    def _take(self, revisions: list[Revision]) -> None:
        self.revisions = revisions
        self._fill()
        self._tell()

    def _fill(self) -> None:
        self.table.clear()
        if self.session.project is None:  # closed under the dialog: its labels are gone
            return
        rows = chain.from_iterable(
            ((revision, anchor) for anchor in revision.anchors) for revision in self.revisions or ()
        )
        order = list(_FATES)
        ordered = sorted(rows, key=lambda row: order.index(row[1].fate.value))
        self.table.addTopLevelItems([self._row(*row) for row in ordered[:_SHOWN]])
        for column, width in enumerate((200, 100, 210, 210)):
            self.table.setColumnWidth(column, width)
        self.table.setColumnHidden(4, len(self.revisions or ()) < 2)

    def _row(self, revision: Revision, anchor: Anchor) -> QTreeWidgetItem:
        from annotator.store.reads import name_of

        sign, role, fate = _FATES[anchor.fate.value]
        old = anchor.annotation
        now = "" if anchor.span is None else anchor.span.of(revision.text)
        texts = [
            QCoreApplication.translate("RevisionDialog", fate),
            isolated(self.session.label_name(old.label)),
            isolated(" ".join(old.text.split())),
            isolated(" ".join(now.split())) if now else "—",
            isolated(name_of(revision.article)),
        ]
        item = QTreeWidgetItem(texts)
        item.setIcon(0, icon(sign, self.session.theme, role))
        label = self.session.labels.get(old.label)
        if label is not None:
            item.setIcon(1, swatch(label.colour, self.session.theme))
        item.setToolTip(2, as_tool_tip(old.text))
        item.setToolTip(3, as_tool_tip(now))
        item.setSizeHint(0, QSize(0, 30))
        return item

    def _tell(self) -> None:
        revisions = self.revisions
        if self._article is not None:
            self.go.setText(self.tr("Replace the text"))
        else:
            self.go.setText(self.tr("Revise %Ln article(s)", "", len(revisions or ())))
        self.go.setEnabled(bool(revisions) and not self.busy)
        self._title.setText(self._headline())
        if revisions is None:
            self.summary.setText(self.tr("Comparing the texts…") if self.busy else "")
        elif not revisions:
            self.summary.setText(self.tr("The text is the one that is in the project."))
        else:
            self.summary.setText(" · ".join(self._counts(revisions)))

    def _headline(self) -> str:
        from annotator.store.reads import name_of

        if self.revisions and len(self.revisions) == 1:
            return isolated(name_of(self.revisions[0].article))
        return self.tr("A later version")

    def _counts(self, revisions: Sequence[Revision]) -> list[str]:
        count = {fate: sum(r.counts[fate] for r in revisions) for fate in revisions[0].counts}
        told = {fate.value: n for fate, n in count.items()}
        parts = [self.tr("%Ln annotation(s) keep their letters", "", told["kept"] + told["moved"])]
        if told["changed"]:
            parts.append(self.tr("%Ln respelled", "", told["changed"]))
        if told["doubtful"]:
            parts.append(self.tr("%Ln will need review", "", told["doubtful"]))
        if told["lost"]:
            parts.append(self.tr("%Ln will be lost", "", told["lost"]))
        return parts
