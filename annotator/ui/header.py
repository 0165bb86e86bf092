"""Above the text: which article it is, its status and flag, and the way to its neighbours."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from annotator.core.article import Article, Status
from annotator.core.change import Changes
from annotator.ui.commands import Actions
from annotator.ui.margins import set_margins
from annotator.ui.plain_label import ElidedLabel, PlainLabel
from annotator.ui.retranslating import Retranslating
from annotator.ui.session import Session
from annotator.ui.statuses import status_icon, status_name
from annotator.ui.translate import isolated


class Header(Retranslating, QFrame):
    """Shows the session's article; its buttons are the window's own actions."""

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._article: Article | None = None
        self._at = (0, 0)
        self.setProperty("kind", "bar")
        self._title = ElidedLabel(parent=self)
        self._title.setProperty("kind", "title")
        self._place = ElidedLabel(parent=self)
        self._place.setProperty("kind", "muted")
        self._position = PlainLabel(parent=self, wrap=False)
        self._position.setProperty("kind", "muted")
        self._status = QToolButton(self)
        self._status.setProperty("kind", "button")
        self._status.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._status.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._status.setMenu(self._status_menu())
        self._lay_out()
        session.text_opened.connect(self._on_article)
        session.changed.connect(self._on_changes)
        session.theme.changed.connect(self.restyle)
        self._show(None)

    def show_position(self, at: int, of: int) -> None:
        """The article is number `at` of the `of` in the list (0: not in it)."""
        self._at = (at, of)
        self._position.setText(
            self.tr("{at} / {of}").format(at=f"{at:,}", of=f"{of:,}") if at else ""
        )

    def retranslate(self) -> None:
        self._show(self._article)
        self.show_position(*self._at)

    def restyle(self) -> None:
        self._show(self._article)

    def _status_menu(self) -> QMenu:
        menu = QMenu(self._status)
        for status in Status:
            menu.addAction(self._actions[f"status_{status.value}"])
        return menu

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(4)
        first.addWidget(self._title, 1)
        first.addSpacing(8)
        first.addWidget(self._button(self._actions["previous_article"]))
        first.addWidget(self._position)
        first.addWidget(self._button(self._actions["next_article"]))
        second.addWidget(self._place, 1)
        second.addSpacing(8)
        second.addWidget(self._button(self._actions["flag"]))
        second.addWidget(self._status)
        second.addWidget(self._button(self._actions["done_next"]))
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addLayout(first)
        column.addLayout(second)
        row = QHBoxLayout(self)
        row.addLayout(column, 1)
        set_margins(row, 22, 8, 14, 7)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setIconSize(QSize(20, 20))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _on_article(self) -> None:
        article = self._session.article
        self._show(None if article is None else article.article)

    def _on_changes(self, changes: Changes) -> None:
        project, current = self._session.project, self._session.article_id
        if project is None or current is None:
            return
        if changes.bulk or current in changes.articles:
            self._on_article()

    def _show(self, article: Article | None) -> None:
        self._article = article
        self._status.setVisible(article is not None)
        if article is None:  # empty, but in their place: they keep the buttons at the far side
            self._title.setText("")
            self._place.setText("")
            return
        meta = article.meta
        first = article.text[:2000].lstrip().split("\n", 1)[0]
        self._title.setText(meta.title or first[:200])
        parts = (meta.outlet, meta.date[:10], meta.source)
        self._place.setText(" · ".join(isolated(part) for part in parts if part))
        self._status.setText(status_name(article.status))
        self._status.setIcon(status_icon(article.status, self._session.theme))
        self._status.setToolTip(self.tr("Status of the article"))
        self._actions["flag"].setChecked(article.flag)
