"""What a person sees when the program itself is wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from annotator.ui.framed_dialog import FramedDialog
from annotator.ui.plain_label import PlainLabel

_LONGEST = 20_000


class CrashDialog(FramedDialog):
    """What happened, in three sentences, and the report; closing it goes on with the work."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(parent=self, kind="title")
        self._lead = PlainLabel(parent=self)
        self._report = QPlainTextEdit(report, self)
        self._report.setReadOnly(True)
        self._report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._report.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.body.addWidget(self._title)
        self.body.addWidget(self._lead)
        self.body.addWidget(self._report, 1)
        self._copy = self.add_button(leading=True)
        self._copy.clicked.connect(self.copy_report)
        self._go_on = self.add_button("primary")
        self._go_on.clicked.connect(self.accept)
        self._go_on.setFocus()
        self.retranslate()
        self.resize(680, 460)

    @property
    def report(self) -> str:
        return self._report.toPlainText()

    def add(self, report: str) -> None:
        """Append the report of a further failure, as long as there is room for it."""
        if len(self.report) < _LONGEST:
            self._report.appendPlainText("\n" + report)

    def copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self.report)
        self._copy.setText(self.tr("Copied"))

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Something went wrong"))
        self._title.setText(self.tr("Something went wrong"))
        self._lead.setText(
            self.tr(
                "Hashiya made a mistake. Everything you annotated is saved, and you can go on "
                "working. The report below says what went wrong; it contains no article text. "
                "Please send it to the developers."
            )
        )
        self._copy.setText(self.tr("Copy the report"))
        self._go_on.setText(self.tr("Go on working"))
