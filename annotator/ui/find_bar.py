"""Find in the article: folded, so سجن finds السِّجْن; every match marked, Enter goes to the next."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from annotator.core.article import LONG
from annotator.core.span import Span
from annotator.ui.icons import icon
from annotator.ui.line_edit import LineEdit
from annotator.ui.margins import set_margins
from annotator.ui.plain_label import PlainLabel
from annotator.ui.retranslating import Retranslating
from annotator.ui.session import Session

if TYPE_CHECKING:
    from annotator.ops.project import OpenArticle
    from annotator.ui.jobs import Job


class FindBar(Retranslating, QFrame):
    """`found(matches, current)` tells the text view what to mark: the spans in reading order and
    the index of the current one, or -1. `closed` gives the focus back to the text."""

    found = Signal(object, int)
    closed = Signal(object)  # the match it stood on (Span), or None
    delay = 80  # milliseconds of quiet typing before the search

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._matches: Sequence[Span] = ()
        self._current = -1
        self._origin = 0
        self._asked: Job | None = None  # the search on another thread whose result is wanted
        self.setProperty("kind", "bar")
        self._field = LineEdit(parent=self)
        self._field.setClearButtonEnabled(False)
        self._field.setMinimumWidth(130)
        self._field.setMaximumWidth(420)
        self._field.installEventFilter(self)
        self._count = PlainLabel(parent=self, wrap=False)
        self._count.setProperty("kind", "muted")
        self._count.setMinimumWidth(90)
        self._previous = self._button(self.find_previous)
        self._next = self._button(self.find_next)
        self._close = self._button(self.close_bar)
        row = QHBoxLayout(self)
        row.setSpacing(8)
        row.addWidget(self._field, 1)
        row.addWidget(self._previous)
        row.addWidget(self._next)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._close)
        set_margins(row, 16, 7, 12, 7)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.search)
        self._field.textChanged.connect(lambda: self._timer.start(self.delay))
        session.article_opened.connect(self._on_article)
        session.theme.changed.connect(self.restyle)
        self.retranslate()
        self.restyle()
        self.hide()

    @property
    def matches(self) -> Sequence[Span]:
        return self._matches

    def open_bar(self, selected: str, caret: int) -> None:
        """Show the bar; `selected` text, when it is one line, is what to look for, from `caret`."""
        self._origin = caret
        self.show()
        if selected and "\n" not in selected:
            self._field.setText(selected)
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search()

    def close_bar(self) -> None:
        """Hide it and tell on which match it stood, so that this can be selected and tagged."""
        if self._timer.isActive():
            self.search()
        match = self._matches[self._current] if self._current >= 0 else None
        self._asked = None
        self.hide()
        self._show((), -1)
        self.closed.emit(match)

    def search(self) -> None:
        """Look again, now, and stand on the first match at or after where the search began."""
        from annotator.arabic.fold import find_all

        self._timer.stop()
        self._asked = None
        article, query = self._session.article, self._field.text()
        if article is None or not query.strip():
            self._show((), -1)
            return
        if len(article.text) > LONG:
            self._search_beside(article, query)
        else:
            self._stand(find_all(article.folded, query))

    def find_next(self) -> None:
        self._step(1)

    def find_previous(self) -> None:
        self._step(-1)

    def retranslate(self) -> None:
        self._field.setPlaceholderText(self.tr("Find in the article, marks and hamza aside"))
        self._previous.setToolTip(self.tr("Previous match (Shift+F3)"))
        self._next.setToolTip(self.tr("Next match (F3)"))
        self._close.setToolTip(self.tr("Close (Esc)"))
        self._tell_count()

    def restyle(self) -> None:
        theme = self._session.theme
        for button, name in ((self._previous, "up"), (self._next, "down"), (self._close, "close")):
            button.setIcon(icon(name, theme))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._step(-1 if back else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
        return super().eventFilter(watched, event)

    def _button(self, slot: object) -> QToolButton:
        button = QToolButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(slot)
        return button

    def _step(self, by: int) -> None:
        if not self.isVisible() or self._timer.isActive():
            self.show()
            self.search()
        elif self._matches:
            self._show(self._matches, (self._current + by) % len(self._matches))
            self._origin = self._matches[self._current].start

    def _search_beside(self, article: OpenArticle, query: str) -> None:
        """The same on another thread: the window goes on; the last that was asked for counts."""
        from annotator.arabic.fold import find_all

        def done(matches: list[Span]) -> None:
            if self._asked is job and article is self._session.article:
                self._stand(matches)

        job = self._asked = self._session.jobs.start(
            self.tr("Searching"), lambda progress, cancelled: find_all(article.folded, query),
            done=done,
        )  # fmt: skip

    def _stand(self, matches: Sequence[Span]) -> None:
        """Show them, and stand on the first at or after where the search began."""
        at = bisect_left([span.start for span in matches], self._origin) % max(1, len(matches))
        self._show(matches, at if matches else -1)

    def _show(self, matches: Sequence[Span], current: int) -> None:
        self._matches, self._current = matches, current
        self._tell_count()
        self.found.emit(list(matches), current)

    def _tell_count(self) -> None:
        if not self._field.text().strip():
            self._count.setText("")
        elif not self._matches:
            self._count.setText(self.tr("Not found"))
        else:
            self._count.setText(
                self.tr("{at} of {all}").format(at=self._current + 1, all=len(self._matches))
            )

    def _on_article(self) -> None:
        self._origin = 0
        if self.isVisible():
            self.search()
