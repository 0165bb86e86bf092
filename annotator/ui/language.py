"""Arabic and English, switched live: translators, layout direction, and who is told.

Qt sends every widget a LanguageChange event when a translator comes or goes, so a widget only
needs `changeEvent` → its own `retranslate()`. Anything else listens to `Language.changed`, which
comes after those.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLibraryInfo,
    QLocale,
    QObject,
    Qt,
    QTranslator,
    Signal,
)
from PySide6.QtWidgets import QApplication

from annotator.resources import resource
from annotator.ui.preferences import Preferences

LANGUAGES = {"ar": "العربية", "en": "English"}  # each named in itself


def system_language() -> str:
    """ "ar" when Arabic is among the languages that the system prefers, else "en"."""
    wanted = QLocale.system().uiLanguages()
    return "ar" if any(name.split("-")[0] == "ar" for name in wanted) else "en"


class Language(QObject):
    """The language of the interface; `code` is "ar" or "en"."""

    changed = Signal()

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._translators: list[QTranslator] = []
        self._code = preferences.language or system_language()

    @property
    def code(self) -> str:
        return self._code

    @property
    def other(self) -> str:
        """The language that one click switches to."""
        return "en" if self._code == "ar" else "ar"

    def choose(self, code: str) -> None:
        """Switch the whole interface, mirrored as the language is written, and keep the choice."""
        if code not in LANGUAGES:
            raise ValueError(code)
        self._preferences.set("language", code)
        if code != self._code:
            self._code = code
            self.apply()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LanguageChange.value)
            self.changed.emit()

    def apply(self) -> None:
        """Install the translators of the current language and set the direction."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        for translator in self._translators:
            app.removeTranslator(translator)
        self._translators = [t for t in (self._qt(), self._own()) if t is not None]
        # Numbers are read beside Latin-digit article counts and offsets: one kind everywhere.
        QLocale.setDefault(QLocale(QLocale.Language.English))
        app.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if self._code == "ar" else Qt.LayoutDirection.LeftToRight
        )
        for translator in self._translators:
            app.installTranslator(translator)

    def _own(self) -> QTranslator | None:
        path = resource("translations", f"hashiya_{self._code}.qm")
        return self._loaded(str(path)) if path.is_file() else None

    def _qt(self) -> QTranslator | None:
        if self._code == "en":
            return None
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        return self._loaded(f"{folder}/qtbase_{self._code}.qm")

    def _loaded(self, path: str) -> QTranslator | None:
        translator = QTranslator(self)
        return translator if translator.load(path) else None
