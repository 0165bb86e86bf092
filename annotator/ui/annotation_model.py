"""The open article's annotations as a list: a heading a label, under it in reading order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import (
    QAbstractListModel,
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
FOLDED = Qt.ItemDataRole.UserRole + 4  # whether a heading's annotations are folded away
_STOPS = " .,:;!?…،؛؟)]}»”\"'"
_DRAWN = 400  # code points of a span in its row: eliding takes long for what is never seen
_CONTEXT = 60  # code points either side
_Index = QModelIndex | QPersistentModelIndex


@dataclass(slots=True, eq=False)
class _Group:
    """One label's annotations. `folded` hides all but the heading."""

    key: str
    rows: list[Annotation] = field(default_factory=list)  # in reading order
    folded: bool = False

    @property
    def length(self) -> int:
        """How many rows of the list it takes, its heading among them."""
        return 1 if self.folded else 1 + len(self.rows)

    def place(self, annotation: Annotation) -> int:
        """Where among the rows it stands, or would."""
        return bisect_left(self.rows, reading_order(annotation), key=reading_order)


class AnnotationModel(QAbstractListModel):
    """Follows the session: a changed annotation moves its own row, the rest stay as they are.

    Headings and annotations are rows of one flat list: a tree asks for every row of a group
    whenever one changes, which 10,000 annotations make felt at each key.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._text = ""
        self._labels = LabelSet(())
        self._groups: list[_Group] = []
        session.article_opened.connect(self.reload)
        session.project_closed.connect(self.reload)
        session.changed.connect(self.follow)
        self.reload()

    def reload(self) -> None:
        """Take everything from the session again; what was folded stays so."""
        self.beginResetModel()
        folded = {group.key for group in self._groups if group.folded}
        article, project = self._session.article, self._session.project
        self._labels = LabelSet(()) if project is None else project.labels
        self._text = "" if article is None else article.text
        groups: dict[str, _Group] = {}
        for annotation in () if article is None else article.annotations:
            key = annotation.label
            group = groups.setdefault(key, _Group(key, folded=key in folded))
            group.rows.append(annotation)
        self._groups = sorted(groups.values(), key=lambda group: self._place(group.key))
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
        """Where `annotation` is, or an invalid index when it is not there or folded away."""
        found = self._row_of(annotation)
        if found is None or found[0].folded:
            return QModelIndex()
        group, row = found
        return self.index(self._start(group) + 1 + row)

    def annotations(self, indexes: Iterable[_Index]) -> list[AnnotationId]:
        """The ids in these rows; a heading stands for all of its own."""
        found: dict[AnnotationId, None] = {}
        for index in indexes:
            group, row = self._at(index.row())
            rows = group.rows if row is None else [group.rows[row]]
            found.update((annotation.id, None) for annotation in rows)
        return list(found)

    def total(self) -> int:
        return sum(len(group.rows) for group in self._groups)

    def toggle(self, index: _Index) -> None:
        """Fold or unfold the group of a heading; nothing for other rows."""
        group, row = self._at(index.row())
        if row is not None:
            return
        first, last = index.row() + 1, index.row() + len(group.rows)
        if group.folded:
            self.beginInsertRows(QModelIndex(), first, last)
            group.folded = False
            self.endInsertRows()
        else:
            self.beginRemoveRows(QModelIndex(), first, last)
            group.folded = True
            self.endRemoveRows()
        self._tell_heading(group)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else sum(group.length for group in self._groups)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        group, row = self._at(index.row())
        if row is None:
            return self._group_data(group, role)
        return self._row_data(group.rows[row], role)

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
            case _ if role == FOLDED:
                return group.folded
        return None

    def _row_data(self, annotation: Annotation, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return " ".join(annotation.text[:_DRAWN].split())
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
        place = group.place(annotation)
        row = self._start(group) + 1 + place
        if not group.folded:
            self.beginInsertRows(QModelIndex(), row, row)
        group.rows.insert(place, annotation)
        if not group.folded:
            self.endInsertRows()
        self._tell_heading(group)

    def _take(self, annotation: Annotation) -> None:
        found = self._row_of(annotation)
        if found is None:
            return
        group, place = found
        row = self._start(group) + 1 + place
        if not group.folded:
            self.beginRemoveRows(QModelIndex(), row, row)
        del group.rows[place]
        if not group.folded:
            self.endRemoveRows()
        if group.rows:
            self._tell_heading(group)
        else:
            self._drop_group(group)

    def _replace(self, old: Annotation, new: Annotation) -> None:
        found = self._row_of(old)
        if found is None or not _same_place(old, new):
            self._take(old)
            self._insert(new)
            return
        group, place = found
        group.rows[place] = new
        index = self.index_of(new)
        if index.isValid():
            self.dataChanged.emit(index, index)

    def _row_of(self, annotation: Annotation) -> tuple[_Group, int] | None:
        group = self._find(annotation.label)
        if group is None:
            return None
        place = group.place(annotation)
        here = place < len(group.rows) and _same_place(group.rows[place], annotation)
        return (group, place) if here else None

    def _at(self, row: int) -> tuple[_Group, int | None]:
        """What that row of the list is: a group's heading (None), or a place in the group."""
        for group in self._groups:
            if row < group.length:
                return group, None if row == 0 else row - 1
            row -= group.length
        raise IndexError(row)

    def _start(self, group: _Group) -> int:
        """The row of the group's heading."""
        before = self._groups[: self._groups.index(group)]
        return sum(each.length for each in before)

    def _find(self, key: str) -> _Group | None:
        return next((group for group in self._groups if group.key == key), None)

    def _add_group(self, key: str) -> _Group:
        place = sum(self._place(group.key) < self._place(key) for group in self._groups)
        row = sum(group.length for group in self._groups[:place])
        group = _Group(key)
        self.beginInsertRows(QModelIndex(), row, row)
        self._groups.insert(place, group)
        self.endInsertRows()
        return group

    def _drop_group(self, group: _Group) -> None:
        row = self._start(group)
        self.beginRemoveRows(QModelIndex(), row, row)
        self._groups.remove(group)
        self.endRemoveRows()

    def _tell_heading(self, group: _Group) -> None:
        index = self.index(self._start(group))
        self.dataChanged.emit(index, index)

    def _place(self, key: str) -> tuple[int, str]:
        """Where a label's group stands: in the label set's order, unknown ones last."""
        keys = [label.key for label in self._labels]
        return (keys.index(key) if key in keys else len(keys), key)


def _same_place(one: Annotation, other: Annotation) -> bool:
    return reading_order(one) == reading_order(other)
