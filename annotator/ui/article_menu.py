"""What can be done with articles that are chosen in the list, one or many in one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from annotator.core.article import ArticleId, Status
from annotator.core.change import Changes
from annotator.ui.session import Session
from annotator.ui.statuses import status_icon, status_name


class ArticleMenu(QMenu):
    """`removal_asked(ids)` is for whoever opens another article then."""

    removal_asked = Signal(object)

    def __init__(self, session: Session, ids: Sequence[ArticleId], parent: QWidget) -> None:
        from annotator.ops.articles import set_flag, set_status

        super().__init__(parent)
        self._session, self._ids = session, ids
        for status in Status:
            self._add(status_name(status), partial(self._mark, set_status, status)).setIcon(
                status_icon(status, session.theme)
            )
        self.addSeparator()
        self._add(self.tr("Flag"), partial(self._mark, set_flag, True))
        self._add(self.tr("Take the flag off"), partial(self._mark, set_flag, False))
        if len(ids) == 1:
            self._add(
                self.tr("Title, outlet and note…"), partial(session.request, "article_details")
            )
        self.addSeparator()
        self._add(
            self.tr("Remove %Ln article(s)", "", len(ids)), partial(self.removal_asked.emit, ids)
        )
        self.setEnabled(not session.read_only)

    def _add(self, text: str, does: Callable[[], object]) -> QAction:
        action = self.addAction(text)
        action.triggered.connect(lambda _checked=False: does())
        return action

    def _mark(self, mark: Callable[..., Changes], value: Status | bool) -> None:
        self._session.run_large(
            self.tr("Marking %Ln article(s)", "", len(self._ids)),
            len(self._ids),
            lambda project, *heard: mark(project, self._ids, value, *heard),
        )
