"""How much is in the project: articles by status, annotations by label and by annotator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.core.article import Status
from annotator.ui.job_dialog import JobDialog
from annotator.ui.jobs import Cancelled, Progress
from annotator.ui.margins import set_margins
from annotator.ui.plain_label import PlainLabel
from annotator.ui.session import Session
from annotator.ui.share_bar import ShareBar
from annotator.ui.statuses import status_name
from annotator.ui.translate import isolated

if TYPE_CHECKING:
    from annotator.store.records import Stats

_NAMES = 130  # pixels at least


class StatsDialog(JobDialog):
    """Counted in the background; `Copy` puts the tables on the clipboard, tabs between."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._stats: Stats | None = None
        self._title = PlainLabel(parent=self, kind="title")
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.body.setSpacing(16)
        self.body.addWidget(self._title)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.area, 1)
        self.copy = self.add_button("quiet", leading=True)
        self.close_button = self.add_button("primary")
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(self.as_text()))
        self.close_button.clicked.connect(self.accept)
        self.retranslate()
        self.resize(620, 640)
        self._count()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Statistics"))
        self._title.setText(self.tr("Statistics"))
        self.copy.setText(self.tr("Copy as a table"))
        self.close_button.setText(self.tr("Close"))
        self._show()

    def as_text(self) -> str:
        """The tables as lines of tab-separated cells."""
        if self._stats is None or self.session.project is None:
            return ""
        lines = [f"{name}\t{count}" for name, count in self._totals(self._stats)]
        for heading, rows in self._tables(self._stats):
            lines += ["", heading, *(f"{_cell(name)}\t{count}" for name, count, _ in rows)]
        return "\n".join(lines)

    def show_busy(self, on: bool) -> None:
        self.copy.setEnabled(not on)

    def _count(self) -> None:
        project = self.session.project
        if project is None:
            return
        store = project.store

        def work(_progress: Progress, _cancelled: Cancelled) -> Stats:
            from annotator.ops.checks import stats

            with store.reader() as reader:
                return stats(reader)

        self.start(self.tr("Counting"), work, self._take)

    def _take(self, stats: Stats) -> None:
        self._stats = stats
        self._show()

    def _show(self) -> None:
        if self._stats is None or self.session.project is None:
            return
        page = QWidget()
        column = QVBoxLayout()
        column.setSpacing(22)
        cards = QHBoxLayout()
        cards.setSpacing(12)
        for name, count in self._totals(self._stats):
            cards.addWidget(_card(name, count, page))
        column.addLayout(cards)
        grids = [self._table(*table, page) for table in self._tables(self._stats)]
        _line_up(grids)
        for grid in grids:
            column.addLayout(grid)
        column.addStretch(1)
        beside_bar = QHBoxLayout(page)
        beside_bar.addLayout(column, 1)
        set_margins(beside_bar, 0, 0, 8, 0)
        self.area.setWidget(page)

    def _totals(self, stats: Stats) -> list[tuple[str, int]]:
        return [
            (self.tr("Articles"), stats.articles),
            (self.tr("Annotations"), stats.annotations),
            (self.tr("Tokens"), stats.tokens),
            (self.tr("To review"), stats.to_review),
        ]

    def _tables(self, stats: Stats) -> list[tuple[str, list[tuple[str, int, str]]]]:
        """Heading and rows (name, count, colour) of each table."""
        colours = {label.key: label.colour for label in self.session.labels}
        named = [
            (self.session.label_name(key), count, colours.get(key, ""))
            for key, count in stats.by_label.items()
        ]
        return [
            (
                self.tr("Articles by status"),
                [(status_name(s), stats.by_status.get(s, 0), "") for s in Status],
            ),
            (self.tr("Annotations by label"), named),
            (self.tr("Annotations by annotator"), _plain_rows(stats.by_annotator)),
        ]

    def _table(self, heading: str, rows: list[tuple[str, int, str]], page: QWidget) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.addWidget(PlainLabel(heading, page, kind="heading"), 0, 0, 1, 3)
        total = sum(count for _, count, _ in rows)
        if not total:
            grid.addWidget(PlainLabel(self.tr("None yet"), page, kind="muted"), 1, 0)
            return grid
        for number, (name, count, colour) in enumerate(rows, start=1):
            grid.addWidget(PlainLabel(isolated(name), page, wrap=False), number, 0)
            grid.addWidget(ShareBar(count / total, colour, self.session.theme, page), number, 1)
            shown = PlainLabel(f"{count:,}", page, wrap=False)
            grid.addWidget(shown, number, 2, Qt.AlignmentFlag.AlignTrailing)
        return grid


def _line_up(grids: Sequence[QGridLayout]) -> None:
    """Stand the bars of all tables one under the other: the names and numbers beside them take as
    much room in each."""
    for column, least in ((0, _NAMES), (2, 0)):
        widest = least
        for grid in grids:
            cells = [grid.itemAtPosition(row, column) for row in range(1, grid.rowCount())]
            for widget in (cell.widget() for cell in cells if cell is not None):
                assert widget is not None
                widget.ensurePolished()
                widest = max(widest, widget.sizeHint().width())
        for grid in grids:
            grid.setColumnMinimumWidth(column, widest)


def _plain_rows(counts: Mapping[str, int]) -> list[tuple[str, int, str]]:
    rows = sorted(counts.items(), key=lambda row: -row[1])
    return [(name, count, "") for name, count in rows]


def _card(name: str, count: int, parent: QWidget) -> QFrame:
    card = QFrame(parent)
    card.setProperty("kind", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(14, 10, 14, 10)
    column.setSpacing(2)
    column.addWidget(PlainLabel(f"{count:,}", card, kind="title", wrap=False))
    column.addWidget(PlainLabel(name, card, kind="small", wrap=False))
    return card


def _cell(text: str) -> str:
    return " ".join(text.split())
