"""The open article's annotations as a tree: a group a label, inside it in reading order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from annotator.core.annotation import Annotation, AnnotationId, reading_order
from annotator.core.change import Changes
from annotator.core.labels import Label, LabelSet
from annotator.ui.plain_label import as_tool_tip
from annotator.ui.session import Session
from annotator.ui.translate import isolated

ANNOTATION = Qt.ItemDataRole.UserRole  # the Annotation of a row, None for a group
LABEL = Qt.ItemDataRole.UserRole + 1  # the Label of a row or a group, None when it is gone
COUNT = Qt.ItemDataRole.UserRole + 2  # how many a group holds
AFTER = Qt.ItemDataRole.UserRole + 3  # the words that follow in the article, on one line
_STOPS = " .,:;!?…،؛؟)]}»”\"'"
_CONTEXT = 60  # code points either side
_Index = QModelIndex | QPersistentModelIndex


@dataclass(slots=True)
class _Group:
    """One label's rows. `serial` is what its rows' indexes carry, so that groups may move."""

    key: str
    serial: int
    rows: list[Annotation] = field(default_factory=list)
    keys: list[tuple[int, int, str, str]] = field(default_factory=list)


class AnnotationModel(QAbstractItemModel):
    """Follows the session: a changed annotation moves its own row, the rest stay as they are."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._text = ""
        self._labels = LabelSet(())
        self._groups: list[_Group] = []
        self._by_serial: dict[int, _Group] = {}
        self._serial = 0
        session.article_opened.connect(self.reload)
        session.project_closed.connect(self.reload)
        session.changed.connect(self.follow)
        self.reload()

    def reload(self) -> None:
        """Take everything from the session again."""
        self.beginResetModel()
        self._groups, self._by_serial = [], {}
        article, project = self._session.article, self._session.project
        self._labels = LabelSet(()) if project is None else project.labels
        self._text = "" if article is None else article.text
        for annotation in [] if article is None else article.annotations:
            group = self._find(annotation.label) or self._new_group(annotation.label)
            group.rows.append(annotation)
        self._groups.sort(key=lambda group: self._place(group.key))
        for group in self._groups:
            group.rows.sort(key=_order)
            group.keys = [_order(row) for row in group.rows]
        self.endResetModel()

    def follow(self, changes: Changes) -> None:
        """Show what an operation changed."""
        if changes.bulk or changes.labels or changes.article_set:
            self.reload()
            return
        here = self._session.article_id
        for annotation in changes.removed:
            if annotation.article == here:
                self._take(annotation)
        for old, new in changes.replaced:
            if new.article == here:
                self._replace(old, new)
        for annotation in changes.added:
            if annotation.article == here:
                self._insert(annotation)

    def index_of(self, annotation: Annotation) -> QModelIndex:
        """Where `annotation` is, or an invalid index."""
        found = self._row_of(annotation)
        if found is None:
            return QModelIndex()
        group, row = found
        return self.createIndex(row, 0, group.serial)

    def annotations(self, indexes: Iterable[_Index]) -> list[AnnotationId]:
        """The ids in these rows; a group stands for all of its own."""
        found: dict[AnnotationId, None] = {}
        for index in indexes:
            annotation = index.data(ANNOTATION)
            rows = self._groups[index.row()].rows if annotation is None else [annotation]
            found.update((row.id, None) for row in rows)
        return list(found)

    def total(self) -> int:
        return sum(len(group.rows) for group in self._groups)

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, column, 0)
        return self.createIndex(row, column, self._groups[parent.row()].serial)

    def parent(self, index: _Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        if not index.isValid() or index.internalId() == 0:
            return QModelIndex()
        return self._group_index(self._by_serial[index.internalId()])

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self._groups)
        return len(self._groups[parent.row()].rows) if parent.internalId() == 0 else 0

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if index.internalId() == 0:
            return self._group_data(self._groups[index.row()], role)
        group = self._by_serial[index.internalId()]
        return self._row_data(group.rows[index.row()], role)

    def _group_data(self, group: _Group, role: int) -> object:
        label = self._labels.get(group.key)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._name(label, group.key)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._name(label, group.key)} {len(group.rows)}"
            case _ if role == LABEL:
                return label
            case _ if role == COUNT:
                return len(group.rows)
        return None

    def _row_data(self, annotation: Annotation, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return " ".join(annotation.text.split())
            case Qt.ItemDataRole.ToolTipRole:
                return as_tool_tip(self._around(annotation))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(annotation)
            case _ if role == ANNOTATION:
                return annotation
            case _ if role == LABEL:
                return self._labels.get(annotation.label)
            case _ if role == AFTER:
                after = self._text[annotation.end : annotation.end + _CONTEXT]
                return " ".join(after.split()).lstrip(_STOPS)
        return None

    def _name(self, label: Label | None, key: str) -> str:
        return isolated(key if label is None else label.name(self._session.language.code))

    def _around(self, annotation: Annotation) -> str:
        """The annotation in its place: what is before and after it, and its note."""
        before = self._text[max(0, annotation.start - _CONTEXT) : annotation.start]
        after = self._text[annotation.end : annotation.end + _CONTEXT]
        line = f"…{before}[{annotation.text}]{after}…".replace("\n", " ")
        return f"{line}\n\n{annotation.note}" if annotation.note else line

    def _spoken(self, annotation: Annotation) -> str:
        parts = [annotation.text, self._name(self._labels.get(annotation.label), annotation.label)]
        if annotation.review:
            parts.append(QCoreApplication.translate("AnnotationList", "needs review"))
        if annotation.note:
            parts.append(annotation.note)
        return ", ".join(parts)

    def _insert(self, annotation: Annotation) -> None:
        group = self._find(annotation.label) or self._add_group(annotation.label)
        row = bisect_left(group.keys, _order(annotation))
        self.beginInsertRows(self._group_index(group), row, row)
        group.rows.insert(row, annotation)
        group.keys.insert(row, _order(annotation))
        self.endInsertRows()
        self._tell_count(group)

    def _take(self, annotation: Annotation) -> None:
        found = self._row_of(annotation)
        if found is None:
            return
        group, row = found
        self.beginRemoveRows(self._group_index(group), row, row)
        del group.rows[row], group.keys[row]
        self.endRemoveRows()
        if group.rows:
            self._tell_count(group)
        else:
            self._drop_group(group)

    def _replace(self, old: Annotation, new: Annotation) -> None:
        found = self._row_of(old)
        if found is None or _order(old) != _order(new):
            self._take(old)
            self._insert(new)
            return
        group, row = found
        group.rows[row] = new
        index = self.createIndex(row, 0, group.serial)
        self.dataChanged.emit(index, index)

    def _row_of(self, annotation: Annotation) -> tuple[_Group, int] | None:
        group = self._find(annotation.label)
        if group is None:
            return None
        row = bisect_left(group.keys, _order(annotation))
        here = row < len(group.keys) and group.keys[row] == _order(annotation)
        return (group, row) if here else None

    def _find(self, key: str) -> _Group | None:
        return next((group for group in self._groups if group.key == key), None)

    def _new_group(self, key: str) -> _Group:
        self._serial += 1
        group = _Group(key, self._serial)
        self._groups.append(group)
        self._by_serial[group.serial] = group
        return group

    def _add_group(self, key: str) -> _Group:
        row = sum(self._place(group.key) < self._place(key) for group in self._groups)
        self.beginInsertRows(QModelIndex(), row, row)
        group = self._new_group(key)
        self._groups.insert(row, self._groups.pop())
        self.endInsertRows()
        return group

    def _drop_group(self, group: _Group) -> None:
        row = self._groups.index(group)
        self.beginRemoveRows(QModelIndex(), row, row)
        self._groups.remove(group)
        self.endRemoveRows()
        del self._by_serial[group.serial]

    def _group_index(self, group: _Group) -> QModelIndex:
        return self.createIndex(self._groups.index(group), 0, 0)

    def _tell_count(self, group: _Group) -> None:
        index = self._group_index(group)
        self.dataChanged.emit(index, index)

    def _place(self, key: str) -> tuple[int, str]:
        """Where a label's group stands: in the label set's order, unknown ones last."""
        keys = [label.key for label in self._labels]
        return (keys.index(key) if key in keys else len(keys), key)


def _order(annotation: Annotation) -> tuple[int, int, str, str]:
    return (*reading_order(annotation), annotation.id)
