"""The loss report of an export: one sentence, the totals, and the spans by name."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from annotator.ui.flat_table import as_table
from annotator.ui.loss_totals import LossTotals
from annotator.ui.plain_label import PlainLabel, as_tool_tip, path_text
from annotator.ui.theme import Theme
from annotator.ui.translate import isolated

if TYPE_CHECKING:
    from annotator.formats.loss import Loss, LossReport

_SHOWN = 1000


class LossView(QWidget):
    """`show_report(report, file)` reads the report; it may be closed after."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.headline = PlainLabel(parent=self, kind="heading")
        self.file = PlainLabel(parent=self, kind="muted", selectable=True)
        self.totals = LossTotals(parent=self)
        self.spans = QTreeWidget(self)
        as_table(self.spans)
        self.more = PlainLabel(parent=self, kind="small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.headline, self.file, self.totals):
            column.addWidget(part)
        column.addWidget(self.spans, 1)
        column.addWidget(self.more)
        column.addStretch(0)

    def show_report(self, report: LossReport, file: Path) -> None:
        self.file.setText(self.tr("Written to {path}").format(path=path_text(file)))
        self.totals.show_report(report)
        self.totals.setVisible(bool(self.totals.text()))
        self.headline.setText(self._headline(report))
        self.spans.setVisible(report.total > 0)
        self.spans.setHeaderLabels(
            [self.tr("Text"), self.tr("Label"), self.tr("What became of it"),
             self.tr("In its place"), self.tr("Article")]
        )  # fmt: skip
        self.spans.clear()
        self.spans.addTopLevelItems([self._row(loss) for loss in islice(report.losses(), _SHOWN)])
        for column, width in enumerate((140, 90, 330, 140)):
            self.spans.setColumnWidth(column, width)
        rest = report.total - _SHOWN
        self.more.setText(self.tr("and %Ln more, in the loss report", "", rest) if rest > 0 else "")
        self.more.setVisible(rest > 0)

    def _headline(self, report: LossReport) -> str:
        articles = self.tr("%Ln article(s)", "", report.articles)
        spans = self.tr("%Ln annotation(s)", "", report.spans)
        written = self.tr("{spans} in {articles} written.").format(spans=spans, articles=articles)
        if report.total:
            return f"{written} {self.totals.sums(report)}"
        whole = not self.totals.text()  # attributes, titles and the like were held, too
        kept = self.tr("Nothing was lost.") if whole else self.tr("Every span is as it was.")
        return f"{written} {kept}"

    def _row(self, loss: Loss) -> QTreeWidgetItem:
        from annotator.formats.loss import REASONS

        reason = QCoreApplication.translate("Loss", REASONS[loss.reason])
        instead = loss.winner.text if loss.winner is not None else loss.written
        title = loss.title or loss.article
        cells = (loss.span.text, loss.span.label, reason, instead, title)
        item = QTreeWidgetItem([isolated(cell) for cell in cells])
        item.setText(2, reason)
        item.setSizeHint(0, QSize(0, 30))
        for column, text in enumerate(cells):
            item.setToolTip(column, as_tool_tip(text))
        return item
