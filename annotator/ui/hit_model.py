"""The lines of a concordance: filtered by label, in one of three orders, drawn in their context."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject

from annotator.arabic.fold import fold
from annotator.ui.context_model import Column, ContextModel, Index

if TYPE_CHECKING:
    from annotator.ops.concordance import Hit

ALL, UNMARKED = "", " "  # beside the keys of labels, which have no blanks


class Order(StrEnum):
    TEXT = "text"
    BEFORE = "before"
    AFTER = "after"


class HitModel(ContextModel):
    """Lines come as they are found; the order other than the text's is made by `arrange`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: list[Hit] = []
        self._shown: list[Hit] = []
        self.wanted = ALL
        self.order = Order.TEXT

    @property
    def hits(self) -> Sequence[Hit]:
        """All of them, shown or not, in the order of the text."""
        return self._hits

    def hit(self, index: Index) -> Hit:
        return self._shown[index.row()]

    def replace(self, hits: Iterable[Hit]) -> None:
        self._hits = list(hits)
        self.arrange()

    def relabel(self, hits: Sequence[Hit], now: Sequence[Hit]) -> None:
        """These lines with the labels that they have by now; they stay where they are, so that what
        was just marked does not vanish under the eye."""
        new = dict(zip(map(id, hits), now, strict=True))
        changed = [row for row, hit in enumerate(self._shown) if id(hit) in new]
        self._shown = [new.get(id(hit), hit) for hit in self._shown]
        self._hits = [new.get(id(hit), hit) for hit in self._hits]
        if changed:
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], 1))

    def append(self, hits: Sequence[Hit]) -> None:
        """Further lines, at the end whatever the order."""
        self._hits.extend(hits)
        passing = [hit for hit in hits if self._passes(hit)]
        if passing:
            first = len(self._shown)
            self.beginInsertRows(QModelIndex(), first, first + len(passing) - 1)
            self._shown.extend(passing)
            self.endInsertRows()

    def arrange(self) -> None:
        """Filter and sort anew."""
        self.beginResetModel()
        self._shown = [hit for hit in self._hits if self._passes(hit)]
        key = _KEYS.get(self.order)
        if key is not None:
            self._shown.sort(key=key)
        self.endResetModel()

    def _passes(self, hit: Hit) -> bool:
        if self.wanted == UNMARKED:
            return not hit.labels
        return self.wanted == ALL or self.wanted in hit.labels

    def lines(self) -> Sequence[Hit]:
        return self._shown

    def heading(self, column: Column) -> str:
        return self.tr("In its context") if column is Column.CONTEXT else self.tr("Article")


def _before(hit: Hit) -> list[str]:
    """The words before it, from the nearest outwards."""
    return fold(hit.before).split()[::-1]


def _after(hit: Hit) -> list[str]:
    return fold(hit.after).split()


_KEYS: dict[Order, Callable[[Hit], list[str]]] = {Order.BEFORE: _before, Order.AFTER: _after}
