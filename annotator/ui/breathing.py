"""Keeps the window alive while work that must stay on its thread is done: writes to the project."""

from __future__ import annotations

import time

from PySide6.QtWidgets import QApplication, QProgressBar

_EVERY = 0.05  # seconds between two looks at the window


class Breathing:
    """Give `progress` and `stopped` to an operation. Only for use inside a window-modal dialog,
    which keeps everything else of the window out of reach meanwhile."""

    def __init__(self, bar: QProgressBar) -> None:
        self._bar = bar
        self._stopped = False
        self._last = time.monotonic()

    def stop(self) -> None:
        self._stopped = True

    def stopped(self) -> bool:
        return self._stopped

    def progress(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._last >= _EVERY:
            self._bar.setRange(0, total)
            self._bar.setValue(done)
            QApplication.processEvents()
            self._last = time.monotonic()
