"""Which Hashiya this is, and what it stands on."""

from __future__ import annotations

import platform

import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator import __version__
from annotator.ui.framed_dialog import FramedDialog
from annotator.ui.icons import picture
from annotator.ui.plain_label import PlainLabel
from annotator.ui.session import Session


class AboutDialog(FramedDialog):
    """Name, version, and the promise that nothing leaves this machine."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark = QLabel(self)
        ratio = self.devicePixelRatioF()
        mark.setPixmap(picture("hashiya", session.theme.colours.accent, 56, ratio))
        self._name = PlainLabel(parent=self, kind="title")
        self._what = PlainLabel(parent=self)
        self._promise = PlainLabel(parent=self, kind="muted")
        self._versions = PlainLabel(parent=self, kind="small", selectable=True)
        words = QVBoxLayout()
        words.setSpacing(8)
        for label in (self._name, self._what, self._promise, self._versions):
            words.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(mark)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self._close = self.add_button("primary")
        self._close.clicked.connect(self.accept)
        self.retranslate()
        self.setMinimumWidth(460)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("About Hashiya"))
        self._name.setText(self.tr("Hashiya") + f" {__version__}")
        self._what.setText(
            self.tr("Mark spans in Arabic news by hand, lose nothing, export exact training data.")
        )
        self._promise.setText(self.tr("It works without a network and sends nothing anywhere."))
        self._versions.setText(
            f"Python {platform.python_version()} · Qt {qVersion()} · PySide6 {PySide6.__version__}"
        )
        self._close.setText(self.tr("Close"))
