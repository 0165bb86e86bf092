"""The articles of the list as a Qt model: all ids, rows fetched only where one looks.

Made for 100,000 articles: the ids are one query, the rows come in pages as the view paints them.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.article import ArticleId
from annotator.ui.plain_label import as_tool_tip
from annotator.ui.session import Session

if TYPE_CHECKING:
    from annotator.store.records import ArticleRow

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1  # the whole ArticleRow
_PAGE = 64
_PAGES = 24  # kept: 1,536 rows
_SEVERAL = 20  # articles to be found in the list for which it is worth to note all places


class ArticleModel(QAbstractListModel):
    """Rows in the order given; `show` replaces them all."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._ids: Sequence[ArticleId] = ()
        self._places: dict[ArticleId, int] | None = None
        self._pages: OrderedDict[int, Sequence[ArticleRow]] = OrderedDict()

    @property
    def ids(self) -> Sequence[ArticleId]:
        return self._ids

    def show(self, ids: Sequence[ArticleId]) -> None:
        """These rows instead; where they are the present ones and more, nothing moves."""
        known = len(self._ids)
        if known and list(ids[:known]) == list(self._ids):
            self._show_more(ids)
            return
        self.beginResetModel()
        self._ids, self._places = ids, None
        self._pages.clear()
        self.endResetModel()

    def drop(self, gone: Iterable[ArticleId]) -> None:
        """Take out the rows of these articles; they are few."""
        for row in sorted((row for row in map(self.place, gone) if row >= 0), reverse=True):
            self.beginRemoveRows(QModelIndex(), row, row)
            self._ids, self._places = [*self._ids[:row], *self._ids[row + 1 :]], None
            self._pages.clear()
            self.endRemoveRows()

    def place(self, article_id: ArticleId | None) -> int:
        """The row that shows the article, or -1."""
        if article_id is None:
            return -1
        if self._places is not None:
            return self._places.get(article_id, -1)
        try:
            return self._ids.index(article_id)
        except ValueError:
            return -1

    def refresh(self, article_ids: Iterable[ArticleId]) -> None:
        """Read these rows again when they are next painted, and have them painted."""
        wanted = list(article_ids)
        if self._places is None and len(wanted) > _SEVERAL:
            self._places = {each: row for row, each in enumerate(self._ids)}
        rows = [row for row in map(self.place, wanted) if row >= 0]
        for row in rows:
            self._pages.pop(row // _PAGE, None)
        for row in rows:
            self.dataChanged.emit(self.index(row), self.index(row))

    def refresh_all(self) -> None:
        self._pages.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def row(self, row: int) -> ArticleRow | None:
        """What that row shows; None when the article went meanwhile."""
        page, within = divmod(row, _PAGE)
        rows = self._pages.get(page)
        if rows is None:
            rows = self._fetch(page)
        wanted = self._ids[row]
        if within < len(rows) and rows[within].id == wanted:
            return rows[within]
        return next((each for each in rows if each.id == wanted), None)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (
            ROW,
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        row = self.row(index.row())
        if role == ROW or row is None:
            return row
        name = row.title or row.opening
        return as_tool_tip(name) if role == Qt.ItemDataRole.ToolTipRole else name

    def _show_more(self, ids: Sequence[ArticleId]) -> None:
        known = len(self._ids)
        self.refresh_all()
        if len(ids) > known:
            self.beginInsertRows(QModelIndex(), known, len(ids) - 1)
            self._ids, self._places = ids, None
            self.endInsertRows()

    def _fetch(self, page: int) -> Sequence[ArticleRow]:
        project = self._session.project
        if project is None:
            return ()
        rows = project.store.article_rows(self._ids[page * _PAGE : (page + 1) * _PAGE])
        self._pages[page] = rows
        if len(self._pages) > _PAGES:
            self._pages.popitem(last=False)
        return rows
