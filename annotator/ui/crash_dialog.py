"""What a person sees when the program itself is wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.ui.plain_label import PlainLabel

_LONGEST = 20_000


class CrashDialog(QDialog):
    """What happened, in one sentence, and the report; closing it goes on with the work."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setMinimumSize(620, 420)
        lead = PlainLabel(
            self.tr(
                "Hashiya made a mistake. Everything you annotated is saved, and you can go on "
                "working. The report below says what went wrong; it contains no article text. "
                "Please send it to the developers."
            ),
            self,
        )
        self._report = QPlainTextEdit(report, self)
        self._report.setReadOnly(True)
        self._report.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        go_on = buttons.addButton(self.tr("Go on working"), role.AcceptRole)
        go_on.setProperty("kind", "primary")
        self._copy = buttons.addButton(self.tr("Copy the report"), role.ActionRole)
        self._copy.clicked.connect(self.copy_report)
        buttons.accepted.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(14)
        column.addWidget(lead)
        column.addWidget(self._report, 1)
        column.addWidget(buttons)

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
