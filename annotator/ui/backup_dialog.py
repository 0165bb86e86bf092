"""The project's backups, the newest first, and the way back to one of them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from annotator.store.backup import backups
from annotator.ui.framed_dialog import FramedDialog
from annotator.ui.plain_label import PlainLabel
from annotator.ui.session import Session

_PATH = Qt.ItemDataRole.UserRole


class BackupDialog(FramedDialog):
    """`chosen(Path)` when one is to be put back."""

    chosen = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        assert session.project is not None
        self._lead = PlainLabel(parent=self)
        self.list = QListWidget(self)
        for backup in backups(Path(session.project.path)):
            made = backup.made.astimezone().strftime("%Y-%m-%d %H:%M")
            size = QLocale().formattedDataSize(backup.size)
            item = QListWidgetItem(f"\u2066{made}\u2069    \u2066{size}\u2069", self.list)
            item.setData(_PATH, str(backup.path))
        self.list.setCurrentRow(0)
        self.body.addWidget(self._lead)
        self.body.addWidget(self.list, 1)
        self._cancel = self.add_button()
        self._cancel.clicked.connect(self.reject)
        self.restore_button = self.add_button("primary")
        self.restore_button.clicked.connect(self.accept)
        self.restore_button.setEnabled(self.list.count() > 0 and not session.read_only)
        self.list.itemActivated.connect(lambda _item: self.restore_button.click())
        self.accepted.connect(self._choose)
        self.retranslate()
        self.resize(460, 420)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Restore a backup"))
        if self.list.count():
            self._lead.setText(
                self.tr(
                    "The project goes back to what it was at that time. What it is now is kept "
                    "among the backups."
                )
            )
        else:
            self._lead.setText(
                self.tr("There is no backup yet. One is made each time a changed project opens.")
            )
        self._cancel.setText(self.tr("Cancel"))
        self.restore_button.setText(self.tr("Restore"))
        self.list.setAccessibleName(self.tr("Backups"))

    def _choose(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.chosen.emit(Path(item.data(_PATH)))
