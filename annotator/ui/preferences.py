"""What this person likes, kept by QSettings on this machine; a project's own settings are in it.

Every key is named here once, so that nothing reads a value that nobody writes.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

RECENT_LIMIT = 12
DEFAULT_SIZE = 18.0  # points of the reading face at 100 %


class Preferences(QObject):
    """Typed access to QSettings. `changed(key)` tells of every value written."""

    changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = QSettings()
        if sys.platform not in ("win32", "darwin"):  # there is a file, and it names projects
            with suppress(OSError):  # without a home that can be written to, nothing is kept
                os.makedirs(os.path.dirname(self._settings.fileName()), mode=0o700, exist_ok=True)

    def text(self, key: str, default: str = "") -> str:
        value = self._settings.value(key, default)
        return value if isinstance(value, str) else default

    def number(self, key: str, default: float) -> float:
        try:
            return float(str(self._settings.value(key, default)))
        except ValueError:
            return default

    def flag(self, key: str, default: bool) -> bool:
        return str(self._settings.value(key, default)).lower() in ("true", "1")

    def blob(self, key: str) -> QByteArray:
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def set(self, key: str, value: str | float | bool | QByteArray) -> None:
        if isinstance(value, bool):
            value = "true" if value else "false"
        self._settings.setValue(key, value)
        self.changed.emit(key)

    @property
    def theme(self) -> str:
        """ "system", "light" or "dark"."""
        return self.text("theme", "system")

    @property
    def language(self) -> str:
        """ "ar", "en", or "" for the system's."""
        return self.text("language")

    @property
    def annotator(self) -> str:
        """The name last used, offered for a new project."""
        return self.text("annotator")

    @property
    def reading_family(self) -> str:
        """The reading face, or "" for the best one installed."""
        return self.text("reading/family")

    @property
    def reading_size(self) -> float:
        return self.number("reading/size", DEFAULT_SIZE)

    @property
    def zoom(self) -> float:
        return self.number("reading/zoom", 1.0)

    def recent(self) -> list[str]:
        """Project files opened lately, the newest first, whether or not they still exist."""
        value = self._settings.value("recent", [])
        paths = [value] if isinstance(value, str) else value
        return [str(path) for path in paths] if isinstance(paths, list) else []

    def add_recent(self, path: str) -> None:
        paths = [path, *(p for p in self.recent() if p != path)][:RECENT_LIMIT]
        self._write_recent(paths)

    def remove_recent(self, path: str) -> None:
        self._write_recent([p for p in self.recent() if p != path])

    def _write_recent(self, paths: list[str]) -> None:
        self._settings.setValue("recent", paths)
        self.changed.emit("recent")
