"""The three panes of an open project: articles, the text with what belongs to it, the side."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from annotator.ui.article_list import ArticleList
from annotator.ui.commands import Actions
from annotator.ui.empty_state import EmptyState
from annotator.ui.find_bar import FindBar
from annotator.ui.header import Header
from annotator.ui.label_palette import LabelPalette
from annotator.ui.lens import Lens
from annotator.ui.margins import set_margins
from annotator.ui.palette_area import PaletteArea
from annotator.ui.retranslating import Retranslating
from annotator.ui.session import Session
from annotator.ui.side_tabs import SideTabs
from annotator.ui.status_strip import StatusStrip
from annotator.ui.textview import accessible
from annotator.ui.textview.view import ArticleView

_WIDTHS = (280, 820, 330)
_NARROWEST = (250, 362, 238)  # with the handles 852: a screen of 1280 at 150 % has 853


class Workspace(Retranslating, QWidget):
    """Made when the first project opens. It only places the widgets; what joins them to the
    session is in `reading`, what commands do in `annotating` and `navigating`."""

    folded = Signal()  # a side pane was shown or hidden

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.articles = ArticleList(session, self)
        self.header = Header(session, actions, self)
        self.palette_bar = LabelPalette(session, self)
        accessible.install()
        self.view = ArticleView(self)
        self.lens = Lens(session, self.view, self)
        self.find_bar = FindBar(session, self)
        self.strip = StatusStrip(session, self)
        self.side = SideTabs(session, self)
        self._empty = EmptyState(self)
        self._page = QStackedWidget(self)
        self._page.addWidget(self._empty)
        self._page.addWidget(self.view)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._lay_out()
        session.text_opened.connect(self._on_article)
        session.project_opened.connect(self._on_article)
        actions.attach_text(self.view)
        self.retranslate()

    def show_list(self, shown: bool) -> None:
        self.articles.setVisible(shown)
        self.folded.emit()

    def show_side(self, shown: bool) -> None:
        self.side.setVisible(shown)
        self.folded.emit()

    def show_lens(self, shown: bool) -> None:
        self.lens.setVisible(shown)
        self.folded.emit()

    def focus_text(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_next_pane(self) -> None:
        """From the text to the side, to the list, and back; a folded pane is passed over."""
        panes = [self.view, self.side, self.articles.view]
        shown = [pane for pane in panes if pane.isVisible()]
        if not shown:  # all folded away, and no article is open
            return
        at = next((i for i, pane in enumerate(shown) if _has_focus(pane)), -1)
        target = shown[(at + 1) % len(shown)]
        if target is self.side:
            self.side.focus_current()
        else:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def widths(self) -> QByteArray:
        """How the room is shared, for `restore_widths`."""
        return self._splitter.saveState()

    def restore_widths(self, state: QByteArray) -> None:
        if state.isEmpty() or not self._splitter.restoreState(state):
            self._splitter.setSizes(list(_WIDTHS))

    def retranslate(self) -> None:
        self._empty.tell(
            self.tr("No article is open"),
            self.tr("Choose one in the list, or drop files on the window to import them."),
        )

    def _lay_out(self) -> None:
        centre = QFrame(self)
        centre.setProperty("kind", "page")
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._palette_frame())
        column.addWidget(_rule(centre))
        column.addWidget(self.find_bar)
        column.addWidget(self._page, 1)
        column.addWidget(self.lens)
        column.addWidget(_rule(centre))
        column.addWidget(self.strip)
        for index, (pane, width) in enumerate(
            zip((self.articles, centre, self.side), _NARROWEST, strict=True)
        ):
            pane.setMinimumWidth(width)
            self._splitter.addWidget(pane)
            self._splitter.setStretchFactor(index, 1 if index == 1 else 0)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._splitter)

    def _palette_frame(self) -> QFrame:
        frame = QFrame(self)
        frame.setProperty("kind", "bar")
        row = QHBoxLayout(frame)
        row.addWidget(PaletteArea(self.palette_bar, frame), 1)
        set_margins(row, 20, 0, 16, 9)
        return frame

    def _on_article(self) -> None:
        self._page.setCurrentWidget(self._empty if self._session.article is None else self.view)


def _rule(parent: QWidget) -> QFrame:
    rule = QFrame(parent)
    rule.setProperty("kind", "rule")
    return rule


def _has_focus(pane: QWidget) -> bool:
    focus = pane.window().focusWidget()
    return focus is not None and (focus is pane or pane.isAncestorOf(focus))
