"""The files of an import plan as a table: what each holds, and whether it comes in."""

from __future__ import annotations

from enum import IntEnum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication

from annotator.errors import DataError, HashiyaError
from annotator.ui.icons import icon
from annotator.ui.plain_label import as_tool_tip, path_text
from annotator.ui.theme import Theme
from annotator.ui.translate import isolated, mistake

if TYPE_CHECKING:
    from annotator.ops.import_items import ImportItem, ImportPlan, Notice

_ROW = 30
_Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    FILE = 0
    ARTICLES = auto()
    SPANS = auto()
    ENCODING = auto()
    REMARKS = auto()


class ImportModel(QAbstractTableModel):
    """Holds the plan; `plan_changed` when a tick was set or taken."""

    plan_changed = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plan: ImportPlan | None = None

    @property
    def plan(self) -> ImportPlan | None:
        return self._plan

    def set_plan(self, plan: ImportPlan) -> None:
        """Show another plan."""
        self.beginResetModel()
        self._plan = plan
        self.endResetModel()
        self.plan_changed.emit()

    def update_plan(self, plan: ImportPlan) -> None:
        """Show the same files after a choice: rows and selection stay."""
        self._plan = plan
        last = self.index(self.rowCount() - 1, len(Column) - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        self.plan_changed.emit()

    def item(self, row: int) -> ImportItem | None:
        items = () if self._plan is None else self._plan.items
        return items[row] if 0 <= row < len(items) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() or self._plan is None else len(self._plan.items)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        item = self.item(index.row())
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.column() == Column.FILE and item is not None and item.error is None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return {
                Column.FILE: self.tr("File"),
                Column.ARTICLES: self.tr("Articles"),
                Column.SPANS: self.tr("Annotations"),
                Column.ENCODING: self.tr("Encoding"),
                Column.REMARKS: self.tr("Remarks"),
            }[Column(section)]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.item(index.row())
        if item is None:
            return None
        column = Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(item, column)
            case Qt.ItemDataRole.CheckStateRole if column is Column.FILE:
                on = item.to_import > 0
                return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.DecorationRole if column is Column.REMARKS:
                return self._mark(item)
            case Qt.ItemDataRole.ToolTipRole if column in (Column.FILE, Column.REMARKS):
                whole = str(item.path) if column is Column.FILE else "\n".join(remarks(item))
                return as_tool_tip(whole)
            case Qt.ItemDataRole.SizeHintRole:
                return QSize(0, _ROW)
            case Qt.ItemDataRole.ForegroundRole if item.to_import == 0:
                return self._theme.colour("muted")
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or self._plan is None:
            return False
        checked = Qt.CheckState(value) == Qt.CheckState.Checked
        self.update_plan(self._plan.choose(index.row(), checked))
        return True

    def _shown(self, item: ImportItem, column: Column) -> str:
        from annotator.formats.encoding import encoding_name

        match column:
            case Column.FILE:
                return name_of(item)
            case Column.ARTICLES:
                return "" if item.error is not None else str(item.articles)
            case Column.SPANS:
                return str(item.spans) if item.spans else ""
            case Column.ENCODING:
                return encoding_name(item.encoding) if item.encoding else ""
            case Column.REMARKS:
                return " · ".join(remarks(item))

    def _mark(self, item: ImportItem) -> object:
        if item.error is not None:
            return icon("error", self._theme, "error")
        return icon("warning", self._theme, "warning") if item.notices else None


def name_of(item: ImportItem) -> str:
    """The file's name, its ending where the interface's lines end; pasted text has none."""
    if item.source.pasted is not None:
        return QCoreApplication.translate("ImportModel", "Pasted text")
    rtl = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return isolated(item.path.name) if rtl else path_text(item.path.name)


def remarks(item: ImportItem) -> list[str]:
    """What is to be known about a file, in the interface's language; its error alone if it has
    one."""
    if item.error is not None:
        return [_mistake(item.error)]
    return [_remark(notice) for notice in item.notices]


def _mistake(error: HashiyaError) -> str:
    """The sentence without the file's name, which stands beside it."""
    said = mistake(error)
    if isinstance(error, DataError) and error.line is not None:
        line = QCoreApplication.translate("ImportModel", "Line {line}: {mistake}")
        return line.format(line=error.line, mistake=said)
    return said


def _remark(notice: Notice) -> str:
    template = QCoreApplication.translate("Import", notice.template)
    fields = {k: isolated(v) if isinstance(v, str) else v for k, v in notice.fields.items()}
    return template.format(**fields)
