"""What the article and view commands do: from one article to the next, status, panes, zoom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotator.core.article import ArticleId, Status
from annotator.core.change import Changes
from annotator.ui.commands import Actions
from annotator.ui.reading import ZOOM_STEP, Reading
from annotator.ui.session import Session

if TYPE_CHECKING:
    from annotator.ops.concordance import Hit
    from annotator.ui.concordance_dialog import ConcordanceDialog
    from annotator.ui.workspace import Workspace


class Navigating(QObject):
    """Moves through the filtered list; after every move the keys are in the text."""

    def __init__(
        self, session: Session, workspace: Workspace, reading: Reading, actions: Actions
    ) -> None:
        super().__init__(workspace)
        self._session = session
        self._workspace = workspace
        self._reading = reading
        self._actions = actions
        self._concordance: ConcordanceDialog | None = None
        actions.connect_all(self._slots())
        workspace.folded.connect(self._show_folds)
        session.project_opened.connect(self._begin)
        session.article_opened.connect(self._tell_position)
        session.changed.connect(self._on_changes)
        workspace.articles.listed.connect(self._on_listed)
        workspace.articles.removal_asked.connect(self.remove_articles)
        self._show_folds()

    def step(self, by: int) -> None:
        """Open the next or previous article of the list."""
        if self._workspace.articles.step(by):
            self._workspace.focus_text()
        elif by > 0:
            self._session.say(self.tr("This is the last article of the list."))
        else:
            self._session.say(self.tr("This is the first article of the list."))

    def done_and_next(self) -> None:
        self.set_status(Status.DONE)
        self.step(1)

    def set_status(self, status: Status) -> None:
        from annotator.ops.articles import set_status

        article = self._session.article
        if article is not None and article.article.status is not status:
            self._session.run(set_status, [article.article.id], status)

    def toggle_flag(self) -> None:
        from annotator.ops.articles import set_flag

        article = self._session.article
        if article is not None:
            self._session.run(set_flag, [article.article.id], not article.article.flag)
            self._actions["flag"].setChecked(article.article.flag)  # it may have been refused

    def remove_article(self) -> None:
        """Take the open article out of the project; undo brings it back."""
        if self._session.article_id is not None:
            self.remove_articles([self._session.article_id])

    def remove_articles(self, ids: Sequence[ArticleId]) -> None:
        """The same of several. Where the open one is of them, the one after the first is opened."""
        from annotator.ops.articles import effort, remove_articles

        session, articles = self._session, self._workspace.articles
        if session.project is None:
            return
        goes = session.article_id in ids
        at = min(map(articles.model.place, ids))

        def open_next(_changes: Changes | None) -> None:
            if articles.model.ids and goes:
                row = min(max(at, 0), len(articles.model.ids) - 1)
                session.open_article(articles.model.ids[row])

        session.run_large(
            self.tr("Removing %Ln article(s)", "", len(ids)),
            effort(session.project, ids),
            lambda project, *heard: remove_articles(project, ids, *heard),
            open_next,
        )

    def _slots(self) -> dict[str, Callable[[], object]]:
        workspace, actions = self._workspace, self._actions
        return {
            "next_article": partial(self.step, 1),
            "previous_article": partial(self.step, -1),
            "done_next": self.done_and_next,
            **{f"status_{s.value}": partial(self.set_status, s) for s in Status},
            "flag": self.toggle_flag,
            "remove_article": self.remove_article,
            "article_details": self._show_details,
            "show_list": lambda: workspace.show_list(actions["show_list"].isChecked()),
            "show_side": lambda: workspace.show_side(actions["show_side"].isChecked()),
            "show_lens": lambda: workspace.show_lens(actions["show_lens"].isChecked()),
            "next_pane": workspace.focus_next_pane,
            "focus_text": workspace.focus_text,
            "guideline": self._show_guideline,
            "zoom_in": partial(self._reading.zoom, ZOOM_STEP),
            "zoom_out": partial(self._reading.zoom, 1 / ZOOM_STEP),
            "zoom_reset": partial(self._reading.zoom, None),
            "show_marks": self._show_marks,
            "find": self._find,
            "find_next": workspace.find_bar.find_next,
            "find_previous": workspace.find_bar.find_previous,
            "find_project": self._find_project,
            "copy": workspace.view.copy,
            "select_all": workspace.view.select_all,
        }

    def _begin(self) -> None:
        """A project opens where it was left, or with its first article."""
        articles = self._workspace.articles
        if articles.model.ids and self._session.article_id is None:
            last = self._reading.remembered()
            self._session.open_article(articles.model.ids[0] if last is None else last)
        QTimer.singleShot(0, self._workspace.focus_text)

    def _on_changes(self, changes: Changes) -> None:
        if changes.article_set:
            if self._session.article_id is None:
                self._begin()
            self._tell_position()

    def _on_listed(self) -> None:
        """The list is another one, which may be the first that there is."""
        if self._session.article_id is None and not self._workspace.articles.filter.active:
            self._begin()
        self._tell_position()

    def _tell_position(self) -> None:
        self._workspace.header.show_position(*self._workspace.articles.position())

    def _find(self) -> None:
        view, article = self._workspace.view, self._session.article
        if article is None:
            return
        selection = view.selection()
        self._workspace.find_bar.open_bar(
            "" if selection is None else selection.of(article.text), view.caret()
        )

    def _find_project(self) -> None:
        """Every place in the project where the selection, or what is typed then, stands."""
        from annotator.ui.concordance_dialog import ConcordanceDialog

        view, article = self._workspace.view, self._session.article
        selection = view.selection() if view.hasFocus() else None
        text = "" if selection is None or article is None else selection.of(article.text)
        if self._concordance is None:
            self._concordance = ConcordanceDialog(self._session, self._workspace.window())
            self._concordance.go_to.connect(self._go_to_hit)
            self._concordance.finished.connect(self._forget_concordance)
        self._concordance.look_for(" ".join(text.split())[:80])

    def _forget_concordance(self) -> None:
        self._concordance = None

    def _go_to_hit(self, hit: Hit) -> None:
        """Select it where it stands, so that a digit in the text marks it."""
        if self._session.open_article(hit.article):
            self._workspace.view.go_to(hit.span)
            self._workspace.view.select(hit.span.start, hit.span.end, reveal=False)

    def _show_details(self) -> None:
        from annotator.ui.article_dialog import ArticleDialog

        ArticleDialog(self._session, self._workspace.window()).open()

    def _show_guideline(self) -> None:
        self._workspace.show_side(True)
        self._workspace.side.show_guideline()

    def _show_marks(self) -> None:
        self._session.preferences.set("reading/marks", self._actions["show_marks"].isChecked())

    def _show_folds(self) -> None:
        self._actions["show_list"].setChecked(not self._workspace.articles.isHidden())
        self._actions["show_side"].setChecked(not self._workspace.side.isHidden())
        self._actions["show_lens"].setChecked(not self._workspace.lens.isHidden())
