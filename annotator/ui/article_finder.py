"""Which articles pass the filter: asked on a thread and a connection of its own.

A hundred thousand articles take some tens of milliseconds to be gone through, which a key would
have to wait for. A later question stops an earlier one; a short list is answered at once.
"""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.core.article import ArticleId
from annotator.errors import HashiyaError
from annotator.ui.jobs import Cancelled, Job, Progress
from annotator.ui.session import Session

if TYPE_CHECKING:
    from annotator.store.records import ArticleQuery
    from annotator.store.store import Store


class ArticleFinder(QObject):
    """`found(ids, total)` answers the last question, and none before it."""

    found = Signal(object, int)
    gave_up = Signal()  # the last question could not be answered, which has been said
    at_once = 500  # articles in the project up to which the answer is there when `ask` returns

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job | None = None
        self._reader: Store | None = None
        self._reading = Lock()  # one question at a time: a stopped one ends first
        session.project_closed.connect(self._close)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._job is not None

    def first(self) -> list[ArticleId]:
        """The project's first articles, as many as can be told without looking at all."""
        assert self._session.project is not None
        return self._session.project.store.first_articles(self.at_once)

    def ask(self, query: ArticleQuery) -> None:
        """Raises HashiyaError where the answer is given at once; else the session tells it."""
        project = self._session.project
        assert project is not None
        self.stop()
        store = project.store
        few = store.first_articles(self.at_once + 1)
        if len(few) <= self.at_once:
            self.found.emit(store.find_articles(query), len(few))
            return

        def work(_progress: Progress, cancelled: Cancelled) -> tuple[list[ArticleId], int]:
            with self._reading:
                if self._reader is None:
                    self._reader = store.reader()
                with self._reader.until(cancelled):
                    return self._reader.find_articles(query), self._reader.count_articles()

        def answered(answer: tuple[list[ArticleId], int]) -> None:
            if self._job is job:  # cancelled too late, another question was answered
                self._job = None
                self.found.emit(*answer)

        def failed(error: HashiyaError) -> None:
            self._job = None
            self._session.show_error(error)
            self.gave_up.emit()

        job = self._session.jobs.start("", work, done=answered, failed=failed, quiet=True)
        self._job = job

    def stop(self) -> None:
        """Nobody waits for the answer any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _close(self) -> None:
        """The project's jobs have ended by now."""
        self._job = None
        if self._reader is not None:
            self._reader.close()
            self._reader = None
