"""When the program itself is wrong: the work goes on, and there is a report to copy.

The one place that catches everything: `sys.excepthook`, which PySide calls for an exception in any
slot or event, and `threading.excepthook`.
"""

from __future__ import annotations

import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from annotator import __version__
from annotator.ui.log import LOGGER

if TYPE_CHECKING:
    from annotator.ui.crash_dialog import CrashDialog

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
        from annotator.ui.crash_dialog import CrashDialog

        app = QApplication.instance()
        window = app.activeWindow() if isinstance(app, QApplication) else None
        self.dialog = CrashDialog(text, window)
        self.dialog.finished.connect(self._forget)
        self.dialog.open()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog = None


def report_of(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Versions and traceback. The exception's own words are kept only where they cannot hold an
    article's: of our own errors and of the usual built-in ones, shortened."""
    import platform
    import traceback

    import PySide6

    frames = "".join(traceback.format_tb(trace))
    plain = isinstance(error, _PLAIN) or kind.__module__ == "sqlite3"
    words = str(error) if plain else ""
    return (
        f"Hashiya {__version__}, Python {platform.python_version()}, "
        f"PySide6 {PySide6.__version__}, {platform.system()} {platform.release()}\n"
        f"{frames}{kind.__module__}.{kind.__qualname__}: {words[:400] or '(words left out)'}\n"
    )
