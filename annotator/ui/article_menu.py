"""What can be done with articles that are chosen in the list, one or many in one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from annotator.core.article import ArticleId, Status
from annotator.core.change import Changes
from annotator.ui.session import Session
from annotator.ui.statuses import status_icon, status_name


class ArticleMenu(QMenu):
    """`removal_asked(ids)` is for whoever opens another article then."""

    removal_asked = Signal(object)

    def __init__(self, session: Session, ids: Sequence[ArticleId], parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._ids = session, ids
        for status in Status:
            action = self.addAction(status_icon(status, session.theme), status_name(status))
            action.triggered.connect(partial(self._set_status, status))
        self.addSeparator()
        self._add(self.tr("Flag"), partial(self._set_flag, True))
        self._add(self.tr("Take the flag off"), partial(self._set_flag, False))
        if len(ids) == 1:
            self._add(
                self.tr("Title, outlet and note…"), partial(session.request, "article_details")
            )
        self.addSeparator()
        self._add(
            self.tr("Remove %Ln article(s)", "", len(ids)), partial(self.removal_asked.emit, ids)
        )
        self.setEnabled(not session.read_only)

    def _add(self, text: str, does: Callable[[], object]) -> None:
        self.addAction(text).triggered.connect(lambda _checked=False: does())

    def _set_status(self, status: Status, _checked: bool = False) -> None:
        from annotator.ops.articles import set_status

        self._run(
            self.tr("Marking %Ln article(s)", "", len(self._ids)),
            lambda project, *heard: set_status(project, self._ids, status, *heard),
        )

    def _set_flag(self, flag: bool) -> None:
        from annotator.ops.articles import set_flag

        self._run(
            self.tr("Marking %Ln article(s)", "", len(self._ids)),
            lambda project, *heard: set_flag(project, self._ids, flag, *heard),
        )

    def _run(self, title: str, op: Callable[..., Changes]) -> None:
        self._session.run_large(title, len(self._ids), op, lambda _changes: None)
