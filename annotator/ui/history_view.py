"""The history of one annotation as the journal has it: who, when, what, and what became of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from annotator.core.annotation import AnnotationId
from annotator.core.change import OperationName
from annotator.core.labels import Attribute, Label
from annotator.ui.attribute_editors import shown_number
from annotator.ui.plain_label import PlainLabel
from annotator.ui.retranslating import Retranslating
from annotator.ui.session import Session
from annotator.ui.translate import isolated, operation

if TYPE_CHECKING:
    from annotator.store.records import HistoryEntry

_NEWEST = 50
RIGHT_TO_LEFT, LEFT_TO_RIGHT = "\u200f", "\u200e"


class HistoryView(Retranslating, QWidget):
    """Steps, the newest first. `show_history(id)` reads them from the journal."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: AnnotationId | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)

    def show_history(self, annotation: AnnotationId | None) -> None:
        self._shown = annotation
        self._clear()
        project = self._session.project
        if annotation is None or project is None:
            return
        from annotator.ops.history import history

        entries = history(project, annotation)
        for entry in reversed(entries[-_NEWEST:]):
            self._column.addWidget(self._step(entry))

    def retranslate(self) -> None:
        self.show_history(self._shown)

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _step(self, entry: HistoryEntry) -> QWidget:
        step = QFrame(self)
        column = QVBoxLayout(step)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        what = operation(self._named(entry.name))
        if entry.state != "done":
            what = self.tr("{what} (undone)").format(what=what)
        column.addWidget(PlainLabel(self._led(what), step))
        for line in self._differences(entry.before, entry.after):
            column.addWidget(PlainLabel(self._led(line), step, kind="small"))
        who = self.tr("{who}, {when}").format(who=isolated(entry.who), when=shown_time(entry.at))
        column.addWidget(PlainLabel(self._led(who), step, kind="small"))
        return step

    def _led(self, line: str) -> str:
        """A line of isolated names, begun by a mark of the side from which it is to be read."""
        return f"{RIGHT_TO_LEFT if self.language() == 'ar' else LEFT_TO_RIGHT}{line}"

    def _named(self, name: OperationName) -> OperationName:
        """The step with its label called as the interface calls it, not by its key."""
        if "label" not in name.fields:
            return name
        label = self._session.label_name(name.fields["label"])
        return OperationName(name.kind, {**name.fields, "label": label})

    def _differences(
        self, before: Mapping[str, object] | None, after: Mapping[str, object] | None
    ) -> list[str]:
        """ "Note: before → after" for each thing that a step changed in the row."""
        if before is None or after is None:
            return []
        arrow = "←" if self.language() == "ar" else "→"
        pairs = [(self.tr("Text"), before.get("text"), after.get("text"))]
        pairs.append((self.tr("Label"), self._label(before), self._label(after)))
        pairs.append((self.tr("Note"), before.get("note"), after.get("note")))
        old, new = _attributes(before), _attributes(after)
        for key in sorted({*old, *new}):
            was, now = self._attribute(before, key), self._attribute(after, key)
            known = now or was
            name = key if known is None else _name(known, self.language())
            pairs.append(
                (isolated(name), self._value(was, old.get(key)), self._value(now, new.get(key)))
            )
        return [
            f"{name}: {_shown(was)} {arrow} {_shown(now)}" for name, was, now in pairs if was != now
        ]

    def _attribute(self, row: Mapping[str, object], key: str) -> Attribute | None:
        label = self._label_of(row)
        return None if label is None else label.attribute(key)

    def _value(self, attribute: Attribute | None, value: object) -> object:
        """A choice by its name; anything else as it is."""
        choices = () if attribute is None else attribute.choices
        named = (c.name_ar if self.language() == "ar" else c.name_en for c in choices
                 if c.key == value)  # fmt: skip
        return next(named, value)

    def _label(self, row: Mapping[str, object]) -> str:
        label = self._label_of(row)
        return "" if label is None else label.name(self.language())

    def _label_of(self, row: Mapping[str, object]) -> Label | None:
        project, number = self._session.project, row.get("label_id")
        if project is None or not isinstance(number, int):
            return None
        return project.labels.by_id().get(number)


def _name(attribute: Attribute, language: str) -> str:
    return (attribute.name_ar if language == "ar" else attribute.name_en) or attribute.key


def _attributes(row: Mapping[str, object]) -> dict[str, object]:
    """The attributes in a journalled row, which holds them as JSON."""
    held = json.loads(str(row.get("attributes") or "{}"))
    return held if isinstance(held, dict) else {}


def _shown(value: object) -> str:
    if value is None or value == "":
        return "∅"
    if value is True:
        return "✓"
    if isinstance(value, list):
        return "–".join(_shown(each) for each in value)
    return isolated(shown_number(value) if isinstance(value, (int, float)) else str(value))


def shown_time(utc: str) -> str:
    """A stored UTC time in this machine's zone: 2026-11-23 14:05."""
    try:
        moment = datetime.fromisoformat(utc).astimezone()
    except ValueError:
        return utc
    return f"\u2066{moment:%Y-%m-%d %H:%M}\u2069"  # left to right in either language
