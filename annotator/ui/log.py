"""The log: what the program did and what went wrong, never what an article says.

It lies in the platform's place for application data, three files of half a megabyte at most.
"""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QStandardPaths, QtMsgType, qInstallMessageHandler

LOGGER = logging.getLogger("hashiya")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_folder() -> Path:
    place = QStandardPaths.StandardLocation.AppLocalDataLocation
    return Path(QStandardPaths.writableLocation(place)) / "log"


def start_logging() -> None:
    """Write to the log from here on; without a place to write to, to standard error."""
    from logging.handlers import RotatingFileHandler  # slow to import: after the first paint

    handler: logging.Handler
    try:
        log_folder().mkdir(parents=True, exist_ok=True)
        log_folder().chmod(0o700)  # also the files that rotation makes are the user's alone
        handler = RotatingFileHandler(
            log_folder() / "hashiya.log",
            maxBytes=500_000,
            backupCount=2,
            encoding="utf-8",
            delay=True,
        )
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False
    qInstallMessageHandler(_qt_message)


def _qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    LOGGER.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)
