"""Places in the project, each on a line of its own in its context: what their models share."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt

from annotator.ui.plain_label import as_tool_tip
from annotator.ui.translate import isolated

if TYPE_CHECKING:
    from annotator.ops.concordance import Hit
    from annotator.ops.mentions import Mention

LINE = Qt.ItemDataRole.UserRole  # the whole Mention or Hit
_ROW = 34
Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    CONTEXT = 0
    ARTICLE = auto()


class ContextModel(QAbstractTableModel):
    """A row a line: the words in their context, and the article that they stand in."""

    def lines(self) -> Sequence[Mention | Hit]:
        """What the rows show."""
        raise NotImplementedError

    def heading(self, column: Column) -> str:
        raise NotImplementedError

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.lines())

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.heading(Column(section))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line, column = self.lines()[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return isolated(line.title) if column is Column.ARTICLE else line.text
            case Qt.ItemDataRole.ToolTipRole:
                return as_tool_tip(_whole(line) if column is Column.CONTEXT else line.title)
            case Qt.ItemDataRole.AccessibleTextRole if column is Column.CONTEXT:
                return _whole(line)
            case Qt.ItemDataRole.SizeHintRole:
                return QSize(0, _ROW)
            case _ if role == LINE:
                return line
        return None


def _whole(line: Mention | Hit) -> str:
    return f"{line.before}[{line.text}]{line.after}".replace("\n", " ")
