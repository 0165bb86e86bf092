"""From nothing to the first painted window, beside a window with nothing in it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
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
    with tempfile.TemporaryDirectory(prefix="hashiya-bench-") as compiled:
        bare, ours = _run(BARE, compiled), _run(OURS, compiled)
        next(bare), next(ours)  # the first start of a program compiles it
        yield against("start to first paint (limit: a bare window)", ours, bare, most=1.5)


def _run(program: str, compiled: str) -> Timed:
    """Started as on a desk, where Python keeps what it has compiled: in the folder `compiled`."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-c", program]
    return timed(
        lambda: subprocess.run(command, check=True, env=environment, stderr=subprocess.DEVNULL)
    )
