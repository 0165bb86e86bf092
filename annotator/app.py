"""The program with a window, from its first pixel to its last.

The window is painted before anything heavy is imported; what the command line asks for is opened
right after.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from annotator import __version__
from annotator.ui.arabic_keys import ArabicEditingKeys
from annotator.ui.crash import CrashReporter
from annotator.ui.fonts import interface_font
from annotator.ui.language import Language
from annotator.ui.log import start_logging
from annotator.ui.preferences import Preferences
from annotator.ui.session import Session
from annotator.ui.theme import Theme
from annotator.ui.window import MainWindow

# Set for the start-up benchmark and the check of the wheel: quit as soon as the window was painted
# and what was asked for is open (exit code 1 when it is not).
QUIT_WHEN_SHOWN = "HASHIYA_QUIT_WHEN_SHOWN"

_REST = 250  # milliseconds on the welcome page before what a project needs is got ready
_NEEDED = (  # what opening a project imports, in steps too short to be felt
    "sqlite3",
    "msgspec",
    "annotator.store",
    "annotator.arabic.numerals",
    "annotator.ops.project",
    "annotator.ui.textview.view",
    "annotator.ui.inspector",
    "annotator.ui.side_tabs",
    "annotator.ui.workspace",
)


def run(paths: Sequence[Path], *, samples: bool = False) -> int:
    """Show the window, open `paths` (a project, or articles and folders) or the sample articles
    in it, and return the exit code when it is closed."""
    app = make_application()
    crashes = CrashReporter(app)
    crashes.install()
    window = make_window()
    window.session.jobs.crashed.connect(crashes.report)

    def begin() -> None:
        from annotator.ui.signals import EndSignals

        EndSignals(window)
        start_logging()
        window.settle()
        if samples:
            window.files.open_samples()
        elif paths:
            window.files.open_paths(paths)
        else:
            QTimer.singleShot(_REST, lambda: warm_up(window))
        if QUIT_WHEN_SHOWN in os.environ:
            opened = window.session.project is not None or not (samples or paths)
            QTimer.singleShot(0, lambda: app.exit(0 if opened else 1))

    window.painted.connect(begin)
    window.show()
    return app.exec()


def warm_up(window: MainWindow, modules: Sequence[str] = _NEEDED) -> None:
    """While the reader looks at the welcome page, get ready what the first project needs: one
    import a turn of the event loop, and the workspace last."""
    if not modules:
        window.make_workspace()
        return
    importlib.import_module(modules[0])
    QTimer.singleShot(0, window, lambda: warm_up(window, modules[1:]))


def make_application() -> QApplication:
    """The one QApplication, named, in Fusion and in the interface's font."""
    QCoreApplication.setOrganizationName("Hashiya")
    QCoreApplication.setApplicationName("Hashiya")
    QCoreApplication.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName("hashiya")
    # Asked for by Qt's own option: `setStyle` hands back a QStyle, and the enums of that take as
    # long to make as the whole menu bar.
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    app.setFont(interface_font())
    ArabicEditingKeys(app)
    return app


def make_window(preferences: Preferences | None = None) -> MainWindow:
    """A window on a session of its own, dressed in the preferred theme and language."""
    preferences = preferences or Preferences()
    theme, language = Theme(preferences), Language(preferences)
    language.apply()
    theme.apply()
    return MainWindow(Session(preferences, theme, language))
