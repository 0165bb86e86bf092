"""What the window is working on: the project, the article, the annotation under the caret.

Views ask the session and listen to it; they run operations only through `run`, so that there is one
place where an operation's failure becomes a sentence and its changes become signals.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from annotator.errors import HashiyaError
from annotator.ui.jobs import Cancelled, Job, Jobs, Progress
from annotator.ui.language import Language
from annotator.ui.preferences import Preferences
from annotator.ui.theme import Theme
from annotator.ui.translate import operation

if TYPE_CHECKING:
    from annotator.core.annotation import Annotation, AnnotationId
    from annotator.core.article import ArticleId
    from annotator.core.change import Changes, OperationName
    from annotator.core.labels import LabelSet
    from annotator.ops.project import OpenArticle, Project
    from annotator.ui.message_bar import Remedy


class Session(QObject):
    """One per window. `article` and `selected` are kept true to what operations change."""

    project_opening = Signal()  # time to make what a project needs, and connect it to the next:
    project_opened = Signal()
    project_closing = Signal()  # it is still there: the time to keep what is being typed
    project_closed = Signal()
    text_opened = Signal()  # another article, or none: told to the text, which is painted before
    article_opened = Signal()  # the same, told to all; it was read whole
    selected_changed = Signal()
    edited = Signal(object)  # Changes, told to the text, which is painted before
    text_ready = Signal()  # for that: what the text shows is as it shall be
    changed = Signal(object)  # Changes, told to all
    replayed = Signal(object, bool)  # after `changed`: the step was undone (or done again: False)
    failed = Signal(object)  # HashiyaError
    said = Signal(str)  # a sentence in the interface's language
    warned = Signal(str)  # one that stays until it is closed
    offered = Signal(str, object)  # the same, with message_bar.Remedy buttons
    go_to_requested = Signal(str)  # an annotation of the open article
    command_requested = Signal(str)  # a name of commands.COMMANDS

    def __init__(
        self,
        preferences: Preferences,
        theme: Theme,
        language: Language,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.preferences = preferences
        self.theme = theme
        self.language = language
        self.jobs = Jobs(self)
        self.jobs.failed.connect(self.failed)
        self._project: Project | None = None
        self._article: OpenArticle | None = None
        self._selected: Annotation | None = None
        self._reselected = False
        self._waiting: list[Changes] | None = None  # until the text is painted
        self._opening = False  # an article whose text is to be painted, and then the rest read

    @property
    def project(self) -> Project | None:
        return self._project

    @property
    def article(self) -> OpenArticle | None:
        return self._article

    @property
    def article_id(self) -> ArticleId | None:
        return None if self._article is None else self._article.article.id

    @property
    def selected(self) -> Annotation | None:
        """The annotation under the caret."""
        return self._selected

    @property
    def read_only(self) -> bool:
        return self._project is not None and self._project.store.read_only

    @property
    def labels(self) -> LabelSet:
        """The open project's; raises AssertionError without a project."""
        assert self._project is not None
        return self._project.labels

    def label_name(self, key: str) -> str:
        """The label's name in the interface's language; its key when it is gone."""
        label = None if self._project is None else self._project.labels.get(key)
        return key if label is None else label.name(self.language.code)

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Open the project at `path` in place of the open one, which stays when this one cannot be
        opened; but not if it is the same, moved there. Raises HashiyaError."""
        from annotator.ops.project import open_project

        if self._project is not None and self._project.store.has_moved_to(path):
            self.close()  # for what was saved is in the file then
        self.adopt(open_project(path, read_only=read_only))

    def adopt(self, project: Project) -> None:
        """Make `project`, just opened or created, the session's."""
        self.close()
        self._project = project
        self.preferences.add_recent(str(Path(project.store.path).resolve()))
        self.project_opening.emit()
        self.project_opened.emit()

    def close(self) -> None:
        """Close the project, background work first; fine when there is none."""
        if self._project is None:
            return
        self.jobs.drain()
        self._project.take_back()  # a job may have had the writing; what is typed is to be kept
        self.project_closing.emit()
        self.jobs.drain()
        project, self._project = self._project, None
        self._show_text(None)
        self.project_closed.emit()
        project.store.close()

    def open_article(self, article_id: ArticleId | None) -> bool:
        """Show that article, or none. False when it could not be read, which has been said."""
        if self._project is None or article_id == self.article_id:
            return True
        before = self._article
        try:
            self._show_text(None if article_id is None else self._project.article(article_id))
        except HashiyaError as error:
            self.failed.emit(error)
            if self._article is not before:
                self._show_text(before)
            return False
        return True

    def run(self, op: Callable[..., Changes | None], *args: Any, **kwargs: Any) -> Changes | None:
        """`op(project, *args, **kwargs)`: its changes, told to all by `changed`; or None
        when it was refused (said by `failed`) or had nothing to do."""
        if self._project is None:
            return None
        try:
            changes = op(self._project, *args, **kwargs)
        except HashiyaError as error:
            self.failed.emit(error)
            return None
        self.announce(changes)
        return changes

    @contextmanager
    def text_first(self) -> Iterator[list[Changes]]:
        """What the block changes and selects is painted in the text before anything that stands
        beside the text hears of it: the eye waits for the text. Gives the changes that wait."""
        if self._waiting is not None:
            yield self._waiting
            return
        waiting = self._waiting = []
        try:
            yield waiting
        finally:
            self._waiting = None
            self.text_ready.emit()
            self._finish_opening()
            for changes in waiting:
                self.changed.emit(changes)
            if self._reselected:
                self._reselected = False
                self.selected_changed.emit()

    def write(
        self,
        title: str,
        work: Callable[[Project, Progress, Cancelled], Changes | None],
        *,
        done: Callable[[Any], object],
        failed: Callable[[HashiyaError], object] | None = None,
        stopped: Callable[[], object] | None = None,
        quiet: bool = False,
    ) -> Job:
        """Run an operation that may take long on another thread. It has the writing meanwhile; the
        window shows what is stored and can change nothing. Its changes are told to all by `changed`
        before `done(changes)` is called. As `Jobs.start` otherwise; raises UserError when something
        is being written already."""
        project = self._project
        assert project is not None
        writer = project.hand_over()

        def told(changes: Changes | None) -> None:
            if changes is not None:
                project.absorb(changes)
            self.announce(changes)
            done(changes)

        job = self.jobs.start(
            title,
            lambda progress, cancelled: work(writer, progress, cancelled),
            done=told,
            failed=failed,
            stopped=stopped,
            quiet=quiet,
        )
        job.finished.connect(project.take_back)
        return job

    def announce(self, changes: Changes | None) -> None:
        """Tell every view what an operation changed; a background job calls it when it is done."""
        if changes is None or changes.seq is None:
            return  # nothing had to change
        with self.text_first() as waiting:
            self._follow_selected(changes)
            if changes.article_set and self._is_gone():
                self.open_article(None)
            if self.article_id in changes.revised:
                self._show_text(self._article)  # another: everything that shows it begins anew
            self.edited.emit(changes)
            waiting.append(changes)

    def step_name(self, name: OperationName) -> str:
        """What a step was, in the interface's language, its label named as people name it."""
        fields = dict(name.fields)
        if "label" in fields:
            fields["label"] = self.label_name(fields["label"])
        return operation(type(name)(name.kind, fields))

    def undo(self) -> Changes | None:
        """What was taken back; None when that was nothing, or goes on in the background."""
        from annotator.ops.history import undo

        project = self._project
        if project is None:
            return None
        return self._replay(undo, project.store.undo_effort(), undone=True)

    def redo(self) -> Changes | None:
        """What was done again; None as for `undo`."""
        from annotator.ops.history import redo

        project = self._project
        if project is None:
            return None
        return self._replay(redo, project.store.redo_effort(), undone=False)

    def _replay(
        self, op: Callable[..., Changes | None], effort: int, *, undone: bool
    ) -> Changes | None:
        title = self.tr("Undoing") if undone else self.tr("Doing it again")
        return self.run_large(title, effort, op, lambda changes: self._show(changes, undone=undone))

    def run_large(
        self,
        title: str,
        effort: int,
        op: Callable[..., Changes | None],
        done: Callable[[Changes | None], object] = lambda _changes: None,
    ) -> Changes | None:
        """`run` and `done`, or, where the effort is so large that it may take long, `write`. The
        changes; None when it was refused, had nothing to do, or goes on in the background."""
        from annotator.ops.progress import LARGE

        if effort <= LARGE:
            changes = self.run(op)
            if changes is not None:
                done(changes)
            return changes
        try:
            self.write(title, op, done=done)
        except HashiyaError as error:
            self.failed.emit(error)
        return None

    def select(self, annotation: Annotation | None) -> None:
        """Say which annotation the caret is on."""
        if annotation != self._selected:
            with self.text_first():
                self._selected, self._reselected = annotation, True

    def go_to(self, annotation_id: AnnotationId | str) -> None:
        self.go_to_requested.emit(str(annotation_id))

    def request(self, command: str) -> None:
        self.command_requested.emit(command)

    def say(self, sentence: str) -> None:
        self.said.emit(sentence)

    def warn(self, sentence: str) -> None:
        self.warned.emit(sentence)

    def offer(self, sentence: str, remedies: Sequence[Remedy]) -> None:
        """Say it until it is closed, with what can be done about it."""
        self.offered.emit(sentence, remedies)

    def show_error(self, error: HashiyaError) -> None:
        self.failed.emit(error)

    def _show_text(self, article: OpenArticle | None) -> None:
        """Paint its text, read the rest, and tell all. Raises UserError when the rest cannot be
        read, before anything but the text heard of it."""
        with self.text_first():
            self._article, self._selected, self._opening = article, None, True
            self.text_opened.emit()

    def _finish_opening(self) -> None:
        if self._opening:
            self._opening = False
            if self._article is not None:
                self._article.read()
            self.article_opened.emit()

    def _show(self, changes: Changes | None, *, undone: bool) -> None:
        """Open the article where a step was undone or done again, so that it is never unseen."""
        if changes is not None:
            self.replayed.emit(changes, undone)
            touched = (*changes.added, *changes.removed, *(new for _old, new in changes.replaced))
            articles = {annotation.article for annotation in touched} | changes.revised
            if articles and self.article_id not in articles:
                self.open_article(min(articles))

    def _is_gone(self) -> bool:
        """Whether the open article is no longer in the project."""
        assert self._project is not None
        current = self.article_id
        return current is not None and not self._project.store.article_rows([current])

    def _follow_selected(self, changes: Changes) -> None:
        """Keep `selected` the annotation as it now is."""
        if self._selected is None:
            return
        now = {old.id: new for old, new in changes.replaced}
        if self._selected.id in now:
            self.select(now[self._selected.id])
        elif any(gone.id == self._selected.id for gone in changes.removed):
            self.select(None)
