"""What an export would lose, looked up before anything is written, off the interface thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.errors import HashiyaError
from annotator.ui.jobs import Cancelled, Job, Progress
from annotator.ui.loss_totals import LossTotals
from annotator.ui.plain_label import PlainLabel
from annotator.ui.retranslating import Retranslating
from annotator.ui.session import Session
from annotator.ui.translate import sentence

if TYPE_CHECKING:
    from annotator.ops.exports import Foreseen
    from annotator.store.store import Store

    Question = Callable[[Store, int | None, Progress, Cancelled], Foreseen]

_HEIGHT = 84  # pixels of the counts that are seen without scrolling


class LossPreview(Retranslating, QWidget):
    """`ask(question)` answers for the first articles; a person may have all of them looked at."""

    first = 500  # articles looked at unasked: half a second, some where every word is cut
    delay = 150  # milliseconds, so that what was clicked is painted before the work begins

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._question: Question | None = None
        self._answer: Foreseen | HashiyaError | None = None
        self._job: Job | None = None
        self._most: int | None = None  # how many articles the job looks at
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lambda: self._look(self.first))
        self._heading = PlainLabel(parent=self, kind="small", wrap=False)
        self.summary = PlainLabel(parent=self)
        self.totals = LossTotals(parent=self)
        self._area = QScrollArea(self)
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(policy)
        self.more = QPushButton(self)
        self.more.setProperty("kind", "quiet")
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self._look_at_all_or_stop)
        self._lay_out()
        self.retranslate()

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._timer.isActive() or self._job is not None

    def ask(self, question: Question) -> None:
        """Look up what `question(store, most, progress, cancelled)` says of the first articles;
        what was asked before is dropped."""
        self.stop()
        self._question, self._answer = question, None
        if self._session.project is not None:
            self._timer.start(self.delay)
        self._show()

    def stop(self) -> None:
        """Nobody waits for the answer any more; the one before stands."""
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._show()

    def retranslate(self) -> None:
        self._heading.setText(self.tr("What would be lost"))
        self._show()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.summary, 1)
        head.addWidget(self.more)
        self._area.setWidgetResizable(True)
        self._area.setWidget(self.totals)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._heading)
        column.addLayout(head)
        column.addWidget(self.progress)
        column.addWidget(self._area)

    def _look_at_all_or_stop(self) -> None:
        if self._job is not None:
            self.stop()
        else:
            self._look(None)

    def _look(self, most: int | None) -> None:
        project, question = self._session.project, self._question
        if project is None or question is None:
            return
        store = project.store

        def work(progress: Progress, cancelled: Cancelled) -> Foreseen:
            with store.reader() as reader:
                return question(reader, most, progress, cancelled)

        def end(answer: Foreseen | HashiyaError) -> None:
            if self._job is job:
                self._job, self._answer = None, answer
                self._show()

        job = self._session.jobs.start("", work, done=end, failed=end, quiet=True)
        self._job, self._most = job, most
        job.progressed.connect(self._tell_progress)
        job.finished.connect(self._look_again)
        self.progress.setRange(0, 0)
        self._show()

    def _look_again(self) -> None:
        """When the question crashed, nobody calls back: the crash dialog tells of it."""
        QTimer.singleShot(0, self, self._end_crashed)

    def _end_crashed(self) -> None:
        if self._job not in (None, *self._session.jobs.running):
            self.stop()

    def _tell_progress(self) -> None:
        if self._job is not None and self.sender() is self._job:
            self.progress.setRange(0, self._job.total)
            self.progress.setValue(self._job.done)

    def _show(self) -> None:
        answer = self._answer
        whole = self._job is not None and self._most is None
        self.progress.setVisible(self._job is not None)
        self.summary.set_kind("error" if isinstance(answer, HashiyaError) else "muted")
        self.totals.setEnabled(answer is not None)  # of the choices before, for a moment
        self.more.hide()
        if isinstance(answer, HashiyaError):
            self.summary.setText(sentence(answer))
            self.totals.clear()
        elif answer is None:
            self.summary.setText(self.tr("Looking…") if self.busy else "")
        else:
            self.summary.setText(self._told(answer))
            self.totals.show_report(answer.losses)
            self.more.setVisible(answer.seen < answer.articles)
        self.more.setText(self.tr("Stop") if whole else self.tr("Look at all"))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the counts are, up to a few lines: the choices above need the room."""
        self._area.setVisible(bool(self.totals.text()))
        if self.totals.text():
            self._area.setFixedHeight(min(_HEIGHT, self.totals.heightForWidth(self.width())))

    def _told(self, answer: Foreseen) -> str:
        if answer.articles == 0:
            return self.tr("There is no such article.")
        if answer.seen < answer.articles:
            where = self.tr("The first {seen} of %Ln article(s)", "", answer.articles)
            where = where.format(seen=f"{answer.seen:,}")
        else:
            where = self.tr("%Ln article(s)", "", answer.articles)
        if answer.losses.total == 0:
            return self.tr("{articles}: every annotation as it is.").format(articles=where)
        return f"{where}: {self.totals.sums(answer.losses)}"
