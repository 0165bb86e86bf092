"""The history of one annotation as the journal has it: who, when, what, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from annotator.core.annotation import AnnotationId
from annotator.ui.plain_label import PlainLabel
from annotator.ui.retranslating import Retranslating
from annotator.ui.session import Session
from annotator.ui.translate import isolated, operation

if TYPE_CHECKING:
    from annotator.store.records import HistoryEntry

_NEWEST = 50


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
        what = operation(entry.name)
        if entry.state != "done":
            what = self.tr("{what} (undone)").format(what=what)
        column.addWidget(PlainLabel(what, step))
        for line in self._differences(entry.before, entry.after):
            column.addWidget(PlainLabel(line, step, kind="small"))
        who = self.tr("{who}, {when}").format(who=isolated(entry.who), when=shown_time(entry.at))
        column.addWidget(PlainLabel(who, step, kind="small"))
        return step

    def _differences(
        self, before: Mapping[str, object] | None, after: Mapping[str, object] | None
    ) -> list[str]:
        """"covered text: before → after" for each thing that a step changed in the row."""
        if before is None or after is None:
            return []
        names = {
            "text": self.tr("Text"),
            "label": self.tr("Label"),
            "note": self.tr("Note"),
            "attributes": self.tr("Attributes"),
        }
        lines = []
        for key, name in names.items():
            old, new = before.get(key), after.get(key)
            if old != new:
                arrow = "←" if self.language() == "ar" else "→"
                lines.append(f"{name}: {self._shown_value(key, old)} {arrow} "
                             f"{self._shown_value(key, new)}")  # fmt: skip
        return lines

    def _shown_value(self, key: str, value: object) -> str:
        if value in (None, "", "{}"):
            return "∅"
        if key == "label":
            return isolated(self._session.label_name(str(value)))
        return isolated(str(value))


def shown_time(utc: str) -> str:
    """A stored UTC time in this machine's zone: 2026-11-23 14:05."""
    try:
        moment = datetime.fromisoformat(utc).astimezone()
    except ValueError:
        return utc
    return moment.strftime("%Y-%m-%d %H:%M")
