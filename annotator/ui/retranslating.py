"""What a widget does when the interface switches its language."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt


class Retranslating:
    """Mix in before a QWidget class: `retranslate()` is called when the language is switched."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)  # type: ignore[misc]  # the QWidget mixed in after

    def retranslate(self) -> None:
        """Set every visible text again."""

    def language(self) -> str:
        """ "ar" or "en": the two that the interface speaks, one in each direction."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft  # type: ignore[attr-defined]  # as above
        return "ar" if rtl else "en"
