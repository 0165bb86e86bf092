"""Joins the text view to the session: what it shows, how it looks, where the reader was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt

from annotator.core.article import LONG, ArticleId
from annotator.core.change import Changes
from annotator.core.span import Span
from annotator.ui.fonts import arabic_faces
from annotator.ui.session import Session
from annotator.ui.textview.spans import SpanIndex
from annotator.ui.textview.style import DARK, LIGHT, ChipMode, ViewStyle
from annotator.ui.textview.viewport import ViewAnchor
from annotator.ui.translate import problem

if TYPE_CHECKING:
    from annotator.ops.project import OpenArticle
    from annotator.ui.workspace import Workspace

ZOOM_STEP = 1.1
ZOOMS = (0.5, 4.0)
_LOOKS = frozenset({"reading/family", "reading/size", "reading/spacing", "reading/chips",
                    "reading/snap", "reading/zoom", "reading/marks"})  # fmt: skip

_Place = tuple[ViewAnchor | None, int]  # what is at the window's top, and the caret
_ABOUT = 50_000  # code points either side of the place: more than any window shows


class Reading(QObject):
    """Keeps the view of `workspace` showing the session's article as the preferences say."""

    def __init__(self, session: Session, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._session = session
        self._workspace = workspace
        self._view = workspace.view
        self._shown: ArticleId | None = None
        self._places: dict[ArticleId, _Place] = {}
        self._connect()
        self.dress()

    def dress(self) -> None:
        """Give the view its colours, face and size, and what else the settings say of it."""
        preferences = self._session.preferences
        self._view.set_style(view_style(self._session))
        self._view.set_zoom(preferences.zoom)
        chips = chip_mode(preferences.text("reading/chips"))
        if chips is not self._view.chips:
            self._view.set_chips(chips)
        self._view.snap_selection = preferences.flag("reading/snap", True)
        self._view.show_invisibles = preferences.flag("reading/marks", False)
        if self._session.project is not None:
            self._view.set_labels(self._session.labels, self._session.language.code)

    def zoom(self, factor: float | None) -> None:
        """Scale the text by `factor`, or back to its usual size."""
        zoom = 1.0 if factor is None else self._session.preferences.zoom * factor
        self._session.preferences.set("reading/zoom", min(max(zoom, ZOOMS[0]), ZOOMS[1]))

    def _connect(self) -> None:
        session, view = self._session, self._view
        session.text_opened.connect(self._on_text)
        session.article_opened.connect(self._on_article)
        session.project_closing.connect(self._remember)
        session.project_closed.connect(self._places.clear)
        session.edited.connect(self._on_changes)
        session.text_ready.connect(self._paint)
        session.selected_changed.connect(self._show_label)
        session.go_to_requested.connect(self._go_to)
        session.theme.changed.connect(self.dress)
        session.language.changed.connect(self.dress)
        session.preferences.changed.connect(self._on_preference)
        view.caret_moved.connect(self._on_caret)
        view.current_changed.connect(lambda _id: self._on_caret())
        view.zoomed.connect(lambda zoom: session.preferences.set("reading/zoom", zoom))
        self._workspace.find_bar.found.connect(self._on_found)
        self._workspace.find_bar.closed.connect(self._on_find_closed)
        self._workspace.articles.entered.connect(self._workspace.focus_text)

    def _on_preference(self, key: str) -> None:
        if key in _LOOKS:
            self.dress()

    def _on_text(self) -> None:
        """Show the open article where its reader left it. Only what is in the window is needed for
        that: the other annotations come when this was painted."""
        self._keep_place()
        article = self._session.article
        self._shown = self._session.article_id
        if article is None:
            return
        place = self._places.get(article.id)
        self._view.set_article(
            article.text,
            _spans_about(article, place),
            self._session.labels,
            article.tokens,
            article=article.id,
            place=place,
        )
        self._on_caret()

    def _on_article(self) -> None:
        """The whole of it was read: say what is to be known of it."""
        article = self._session.article
        self._show_label()
        if article is None:
            return
        self._view.complete_annotations()
        if article.broken:
            self._session.warn(problem(article.broken[0]))
        elif len(article.text) > LONG:
            told = self.tr(
                "A very long article ({letters} letters): finding a word takes a while. Import it "
                "in parts to work on it at full speed."
            )
            self._session.say(told.format(letters=f"{len(article.text):,}"))

    def _remember(self) -> None:
        """Keep, for the next time the project opens, which article was read and where."""
        project, article = self._session.project, self._session.article_id
        if project is not None and article is not None:
            key = f"place/{project.setting('project_id', '')}"
            self._session.preferences.set(key, f"{article} {self._view.caret()}")

    def remembered(self) -> ArticleId | None:
        """The article that was read when this project was closed last, its place ready; None
        when it is gone."""
        project = self._session.project
        assert project is not None
        kept = self._session.preferences.text(f"place/{project.setting('project_id', '')}")
        article, _, caret = kept.partition(" ")
        if not (article.isdecimal() and caret.isdecimal()):
            return None
        last = ArticleId(int(article))
        if not project.store.article_rows([last]):
            return None
        self._places[last] = (None, int(caret))
        return last

    def _keep_place(self) -> None:
        if self._shown is not None:
            self._places[self._shown] = (self._view.anchor(), self._view.caret())

    def _on_changes(self, changes: Changes) -> None:
        article = self._session.article
        if article is None:
            return
        if changes.labels:
            self._view.set_labels(self._session.labels, self._session.language.code)
        if changes.bulk:
            self._view.set_annotations(article.annotations)
        else:
            self._view.apply(changes)
        self._on_caret()

    def _paint(self) -> None:
        """Paint what waits to be painted now, not when all that stands beside the text is ready."""
        QCoreApplication.sendPostedEvents(self._view.window(), QEvent.Type.UpdateRequest)

    def _on_caret(self) -> None:
        article = self._session.article
        if article is None:
            return
        annotation = self._view.current_annotation()
        self._session.select(annotation)
        self._workspace.strip.show_caret(self._view.caret())

    def _show_label(self) -> None:
        annotation = self._session.selected
        self._workspace.palette_bar.set_current(None if annotation is None else annotation.label)

    def _on_found(self, matches: Sequence[Span], current: int) -> None:
        self._view.set_matches(matches, current if current >= 0 else None)
        if current >= 0:
            self._view.reveal(matches[current].start, centred=True)

    def _on_find_closed(self, match: Span | None) -> None:
        """Leave the match that was found selected, so that the next key can tag it."""
        if match is not None:
            self._view.select(match.start, match.end)
        self._workspace.focus_text()

    def _go_to(self, annotation_id: str) -> None:
        article = self._session.article
        if article is None:
            return
        for annotation in article.annotations:
            if annotation.id == annotation_id:
                self._view.go_to(annotation.span)
                self._view.choose(annotation_id)
                self._view.setFocus(Qt.FocusReason.OtherFocusReason)
                return


def _spans_about(article: OpenArticle, place: _Place | None) -> SpanIndex:
    """The annotations that the first painting needs, and where the rest is to be had."""
    anchor, caret = place or (None, 0)
    here = caret if anchor is None else anchor.position
    known = Span(max(0, min(here, len(article.text)) - _ABOUT), here + _ABOUT)
    return SpanIndex(article.touching(known), known=known, rest=lambda: article.annotations)


def view_style(session: Session) -> ViewStyle:
    """The reading surface in the theme's colours and the reader's face."""
    preferences, colours = session.preferences, session.theme.colours
    faces = arabic_faces()
    family = preferences.reading_family
    if family not in faces and faces:
        family = faces[0]
    return replace(
        DARK if session.theme.dark else LIGHT,
        background=colours.surface,
        text=colours.text,
        muted=colours.faint,
        family=family,
        point_size=preferences.reading_size,
        line_spacing=preferences.number("reading/spacing", ViewStyle().line_spacing),
    )


def chip_mode(stored: str) -> ChipMode:
    """What the settings say of chips; their names when they say nothing that is known."""
    return ChipMode(stored) if stored in set(ChipMode) else ChipMode.FULL
