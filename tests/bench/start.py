"""From nothing to the first painted window, beside a window with nothing in it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

from tests.bench.measure import Row, Timed, against, timed

BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, QApplication.quit)
app = QApplication([]); window = Window(); window.resize(1280, 840); window.show(); app.exec()
"""
OURS = """
from annotator.app import make_application, make_window
app = make_application(); window = make_window(); window.painted.connect(app.quit)
window.show(); app.exec()
"""


def rows() -> Iterator[Row]:
    yield against("start to first paint (limit: a bare window)", _run(OURS), _run(BARE), most=1.5)


def _run(program: str) -> Timed:
    command = [sys.executable, "-c", program]
    return timed(lambda: subprocess.run(command, check=True, stderr=subprocess.DEVNULL))
