"""The system asks the program to end: the computer shuts down, the terminal that it was started
from closes, somebody presses Ctrl+C there. The window closes as by hand, and what is being typed is
kept."""

from __future__ import annotations

import signal
import socket

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier
from PySide6.QtWidgets import QWidget

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")  # Windows has not all of them


class EndSignals(QObject):
    """Closes `window` and ends the program at the first of them; at a second one it dies at once.

    Python's own handlers would wait until Qt comes back to Python, which may be never: the byte
    that it writes for each signal wakes Qt.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._woken, self._wakes = socket.socketpair()
        for end in (self._woken, self._wakes):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._woken.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._end)
        signal.set_wakeup_fd(self._wakes.fileno())
        self._numbers = [
            number
            for name in _NAMES
            if (number := getattr(signal, name, None)) is not None
            and signal.getsignal(number) is not signal.SIG_IGN  # as nohup has it
        ]
        for number in self._numbers:
            signal.signal(number, lambda _number, _frame: None)

    def _end(self) -> None:
        self._notifier.setEnabled(False)
        for number in self._numbers:
            signal.signal(number, signal.SIG_DFL)
        self._window.close()
        QCoreApplication.exit(0)
