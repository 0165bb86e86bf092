"""When the program itself is wrong: the work goes on, and there is a report to copy.

The one place that catches everything: `sys.excepthook`, which PySide calls for an exception in any
slot or event, and `threading.excepthook`.
"""

from __future__ import annotations

import platform
import sys
import threading
import traceback
from types import TracebackType

import PySide6
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout

from annotator import __version__
from annotator.ui.log import LOGGER
from annotator.ui.plain_label import PlainLabel

_LONGEST = 20_000
# Their words are about code, not data.
_PLAIN = (AttributeError, NameError, ImportError, TypeError, RuntimeError, RecursionError)


class CrashReporter(QObject):
    """Shows the dialog for the first of a run of failures; the others join its report."""

    _caught = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dialog: CrashDialog | None = None
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Be told of every exception that nobody caught, on any thread."""
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def report(self, error: BaseException) -> None:
        """Treat `error`, caught elsewhere, as not caught."""
        self._hook(type(error), error, error.__traceback__)

    def _hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        text = report_of(kind, error, trace)
        LOGGER.error("%s", text)
        self._caught.emit(text)  # queued: never a dialog from inside a paint event

    def _thread_hook(self, args: threading.ExceptHookArgs) -> None:
        error = args.exc_value or args.exc_type()
        self._hook(args.exc_type, error, args.exc_traceback)

    def _show(self, text: str) -> None:
        if self.dialog is not None:
            self.dialog.add(text)
            return
        app = QApplication.instance()
        window = app.activeWindow() if isinstance(app, QApplication) else None
        self.dialog = CrashDialog(text, window)
        self.dialog.finished.connect(self._forget)
        self.dialog.open()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


class CrashDialog(QDialog):
    """What happened, in one sentence, and the report; closing it goes on with the work."""

    def __init__(self, report: str, parent: QObject | None = None) -> None:
        super().__init__(parent)  # type: ignore[call-overload]  # the active window, or none
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
        self._copy.clicked.connect(self._copy_report)
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

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self.report)
        self._copy.setText(self.tr("Copied"))


def report_of(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Versions and traceback. The exception's own words are kept only where they cannot hold an
    article's: of our own errors and of the usual built-in ones, shortened."""
    frames = "".join(traceback.format_tb(trace))
    words = str(error) if isinstance(error, _PLAIN) else ""
    return (
        f"Hashiya {__version__}, Python {platform.python_version()}, PySide6 {PySide6.__version__}, "
        f"{platform.system()} {platform.release()}\n"
        f"{frames}{kind.__module__}.{kind.__qualname__}: {words[:400] or '(words left out)'}\n"
    )
