"""What the annotate commands do: the view's caret and selection become requests to operations."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QMenu

from annotator.arabic.edges import tidy
from annotator.core.annotation import AnnotationId
from annotator.core.change import Changes
from annotator.core.span import Span
from annotator.ui.commands import Actions
from annotator.ui.session import Session
from annotator.ui.swatch import swatch
from annotator.ui.translate import isolated

if TYPE_CHECKING:
    from annotator.ui.workspace import Workspace


_REST = 100  # milliseconds after a project was opened: it has been painted
_EDGES = tuple(f"{edge}_{way}{how}" for edge in ("start", "end") for way in ("out", "in")
               for how in ("", "_letter"))  # fmt: skip


class Annotating(QObject):
    """Every way to mark, relabel, move and remove goes through here."""

    def __init__(self, session: Session, workspace: Workspace, actions: Actions) -> None:
        super().__init__(workspace)
        self._session = session
        self._workspace = workspace
        self._view = workspace.view
        self._actions = actions
        actions.connect_all(self._slots())
        self._view.resize_requested.connect(self._resize)
        workspace.lens.edge_dragged.connect(self._resize)
        self._view.context_menu_requested.connect(self._show_menu)
        workspace.palette_bar.label_chosen.connect(self.tag)
        workspace.side.annotations.annotation_activated.connect(session.go_to)
        workspace.side.left.connect(workspace.focus_text)
        session.selected_changed.connect(self._on_selected)
        session.project_opened.connect(self.name_digits)
        session.project_opened.connect(lambda: QTimer.singleShot(_REST, self, self._get_ready))
        session.language.changed.connect(self.name_digits)
        session.changed.connect(self._on_changes)

    def _on_changes(self, changes: Changes) -> None:
        if changes.labels:
            self.name_digits()

    def _get_ready(self) -> None:
        """The first key shall not wait for what marking imports and reads."""
        import annotator.ops.annotate  # noqa: F401 - only to have it

        project = self._session.project
        if project is not None:
            project.proclitics  # noqa: B018 - kept by the project once it was asked for

    def tag(self, label: str) -> None:
        """Mark the selection, or the word under the caret; without a selection an annotation
        under the caret takes the label instead."""
        from annotator.ops import annotate

        article, project = self._session.article_id, self._session.project
        if article is None or project is None or self._session.read_only:
            return
        selection = self._view.selection()
        current = self._view.current_annotation()
        if selection is None and current is not None:
            if current.label != label:
                self._session.run(annotate.relabel, [current.id], label)
        elif (span := self._view.target()) is not None:
            exact = self._is_exact(selection)
            with self._session.text_first():
                changes = self._session.run(
                    annotate.tag, article, span.start, span.end, label, exact=exact
                )
                self._stand_on(changes)
        self._workspace.focus_text()

    def tag_digit(self, digit: int) -> None:
        label = self._session.labels.by_digit(digit)
        if label is not None:
            self.tag(label.key)

    def name_digits(self) -> None:
        """The digit commands carry the names of the labels they mark with; the rest go."""
        labels = self._session.labels if self._session.project is not None else None
        for digit in range(1, 10):
            label = None if labels is None else labels.by_digit(digit)
            action = self._actions[f"tag_{digit}"]
            action.setVisible(label is not None)
            if label is not None:
                name = isolated(label.name(self._session.language.code))
                action.setText(name.replace("&", "&&"))
                action.setIcon(swatch(label.colour, self._session.theme))

    def _slots(self) -> dict[str, Callable[[], object]]:
        digits = {f"tag_{n}": partial(self.tag_digit, n) for n in range(1, 10)}
        edges = {name: partial(self._move_edge, name) for name in _EDGES}
        return {
            **digits,
            **edges,
            "remove": self._remove,
            "propagate": self._propagate,
            "propagate_everywhere": self._propagate_everywhere,
            "inspect": self._inspect,
            "note": self._write_note,
            "review": self._toggle_review,
            "next_span": lambda: self._step(1),
            "previous_span": lambda: self._step(-1),
        }

    def _is_exact(self, selection: Span | None) -> bool:
        """Whether the selection cuts a word: whoever selects letters means those letters."""
        article = self._session.article
        if selection is None or article is None:
            return False
        meant = tidy(article.text, selection.start, selection.end)
        return meant is not None and meant != article.tokens.snap(meant.start, meant.end)

    def _stand_on(self, changes: Changes | None) -> None:
        """Put the caret into what was just marked, nothing selected."""
        if changes is None:
            return
        marked = changes.added[:1] or tuple(new for _old, new in changes.replaced[:1])
        for annotation in marked:
            self._view.place_caret(annotation.start)

    def _run_on_current(self, operation: Callable[..., Any], *args: Any) -> Changes | None:
        current = self._session.selected
        if current is None:
            self._session.say(self.tr("Put the caret on an annotation first."))
            return None
        return self._session.run(operation, *([current.id], *args))

    def _remove(self) -> None:
        from annotator.ops.annotate import remove

        self._run_on_current(remove)

    def _move_edge(self, name: str) -> None:
        from annotator.ops import annotate, edges

        current = self._session.selected
        if current is not None:
            with self._session.text_first():
                changes = self._session.run(annotate.move_edge, current.id, edges.MOVERS[name])
                self._keep_inside(changes)

    def _keep_inside(self, changes: Changes | None) -> None:
        """After an edge moved over the caret, bring the caret back into the annotation."""
        for _old, new in () if changes is None else changes.replaced:
            if not new.start <= self._view.caret() < new.end:
                self._view.place_caret(new.start)

    def _resize(self, annotation_id: str, start: int, end: int) -> None:
        from annotator.ops.annotate import resize

        self._session.run(resize, AnnotationId(annotation_id), start, end)

    def _propagate(self) -> None:
        from annotator.ops.annotate import propagate
        from annotator.ops.articles import effort

        session, current = self._session, self._session.selected
        if session.project is None or current is None:
            session.say(self.tr("Put the caret on an annotation first."))
            return
        session.run_large(
            self.tr("Labelling mentions"),
            effort(session.project, current.article),
            lambda project, *heard: propagate(project, current.id, *heard),
            self._tell_propagated,
        )

    def _propagate_everywhere(self) -> None:
        from annotator.ui.propagation_dialog import PropagationDialog

        current = self._session.selected
        if current is None:
            self._session.say(self.tr("Put the caret on an annotation first."))
            return
        dialog = PropagationDialog(self._session, current, self._workspace.window())
        dialog.done_with.connect(self._tell_propagated)
        dialog.open()

    def _tell_propagated(self, changes: Changes | None) -> None:
        if changes is None:
            return
        count = int(changes.name.fields["count"])  # there may be too many for them to be listed
        if count:
            self._session.say(self.tr("%Ln further mention(s) labelled.", "", count))
        else:
            self._session.say(self.tr("There is no further mention to label."))

    def _inspect(self) -> None:
        if self._session.selected is not None:
            self._open_side()
            self._workspace.side.inspector.focus_first()

    def _write_note(self) -> None:
        if self._session.selected is not None:
            self._open_side()
            self._workspace.side.inspector.focus_note()

    def _open_side(self) -> None:
        self._workspace.show_side(True)
        self._workspace.side.show_annotations()

    def _toggle_review(self) -> None:
        from annotator.ops.annotate import set_review

        current = self._session.selected
        if current is not None:
            self._session.run(set_review, [current.id], not current.review)

    def _step(self, by: int) -> None:
        """To the next or previous annotation, around the end of the article."""
        view, article = self._view, self._session.article
        if article is None or not article.annotations:
            return
        if view.go_to_next_annotation(by) is None:
            view.choose(article.annotations[0 if by > 0 else -1].id)

    def _on_selected(self) -> None:
        """A label command on an annotation reads as what it does."""
        on = self._session.selected is not None
        free = not self._session.read_only
        for name in ("remove", *_EDGES, "propagate", "propagate_everywhere", "note", "review"):
            self._actions[name].setEnabled(on and free)

    def _show_menu(self, place: QPoint) -> None:
        menu = self.context_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def context_menu(self) -> QMenu:
        """What can be done where the caret is."""
        menu = QMenu(self._workspace)
        for digit in range(1, 10):
            menu.addAction(self._actions[f"tag_{digit}"])
        for label in self._session.labels:
            if label.digit is None:
                name = isolated(label.name(self._session.language.code)).replace("&", "&&")
                action = menu.addAction(swatch(label.colour, self._session.theme), name)
                action.triggered.connect(lambda _on=False, key=label.key: self.tag(key))
        names: tuple[str, ...] = ("", "copy")
        if self._session.selected is not None:
            names = ("", "propagate", "propagate_everywhere", "", "start_out", "start_in",
                     "end_out", "end_in", "", "inspect", "note", "review", "", "copy",
                     "remove")  # fmt: skip
        for name in names:
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        return menu
