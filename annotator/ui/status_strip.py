"""Below the text, one slim line: where the caret is, how much there is, what was saved last."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from annotator.core.article import LONG
from annotator.core.change import Changes
from annotator.ui.icons import picture
from annotator.ui.margins import set_margins
from annotator.ui.plain_label import ElidedLabel, PlainLabel
from annotator.ui.retranslating import Retranslating
from annotator.ui.session import Session


class StatusStrip(Retranslating, QFrame):
    """Kept current by the workspace (`show_caret`) and by the session's changes."""

    delay = 30  # milliseconds until the caret's word is counted: after the text was painted

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._caret = 0
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(self.delay)
        self._counting.timeout.connect(self._tell_place)
        self._last: Changes | None = None
        self._undone: bool | None = None  # whether that was an undo, a redo, or neither
        self.setProperty("kind", "bar")
        self._place = PlainLabel(parent=self, wrap=False)
        self._count = PlainLabel(parent=self, wrap=False)
        self._step = ElidedLabel(parent=self)
        self._step.setMinimumWidth(1)  # the first that gives way in a narrow window
        self._sign = QLabel(self)
        self._saved = PlainLabel(parent=self, wrap=False)
        self._zoom = PlainLabel(parent=self, wrap=False)
        for label in (self._place, self._count, self._step, self._saved, self._zoom):
            label.setProperty("kind", "small")
        row = QHBoxLayout(self)
        row.setSpacing(18)
        row.addWidget(self._place)
        row.addWidget(self._count)
        row.addWidget(self._step, 1)
        saved = QHBoxLayout()
        saved.setSpacing(5)
        saved.addWidget(self._sign)
        saved.addWidget(self._saved)
        row.addLayout(saved)
        row.addWidget(self._zoom)
        set_margins(row, 22, 4, 16, 4)
        session.article_opened.connect(self.retranslate)
        session.changed.connect(self._on_changes)
        session.replayed.connect(self._on_replayed)
        session.project_opened.connect(self._on_project)
        session.theme.changed.connect(self.restyle)
        session.preferences.changed.connect(self._on_preference)
        self.retranslate()

    def show_caret(self, position: int) -> None:
        """The caret is before the code point at `position`."""
        self._caret = position
        if not self._counting.isActive():
            self._counting.start()

    def retranslate(self) -> None:
        self._tell()
        self.restyle()

    def restyle(self) -> None:
        colours, read_only = self._session.theme.colours, self._session.read_only
        name, colour = ("lock", colours.warning) if read_only else ("check", colours.good)
        self._sign.setPixmap(picture(name, colour, 14, self.devicePixelRatioF()))

    def _on_project(self) -> None:
        self._last = None
        self.retranslate()

    def _on_changes(self, changes: Changes) -> None:
        self._last, self._undone = changes, None
        self._tell()

    def _on_preference(self, key: str) -> None:
        if key == "reading/zoom":
            self._tell()

    def _on_replayed(self, changes: Changes, undone: bool) -> None:
        self._last, self._undone = changes, undone
        self._tell()

    def _tell(self) -> None:
        article = self._session.article
        self._place.setVisible(article is not None)
        self._count.setVisible(article is not None)
        if article is not None:
            self._counting.start()
            self._count.setText(self.tr("%Ln annotation(s)", "", len(article.index)))
        self._step.setText(self._last_step())
        self._saved.setText(self.tr("Read only") if self._session.read_only else self.tr("Saved"))
        self._zoom.setText(f"{round(self._session.preferences.zoom * 100)}%")

    def _tell_place(self) -> None:
        """Which word the caret is on; in a very long article only how far down it is, because the
        words before it are counted for that."""
        article = self._session.article
        if article is not None and len(article.text) > LONG:
            percent = self._caret * 100 // len(article.text)
            told = self.tr("{percent}% of {all} words")
            self._place.setText(told.format(percent=percent, all=article.token_count))
        elif article is not None:
            token = article.tokens.near(self._caret)
            at = 0 if token is None else article.tokens.number(token.start) + 1
            words = len(article.tokens)
            self._place.setText(
                self.tr("Word {at} of {all}").format(at=f"{at:,}", all=f"{words:,}")
            )

    def _last_step(self) -> str:
        if self._last is None:
            return ""
        step = self._session.step_name(self._last.name)
        if self._undone is None:
            return step
        text = self.tr("Undone: {step}") if self._undone else self.tr("Done again: {step}")
        return text.format(step=step)
