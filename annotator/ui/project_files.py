"""Opening, making and closing projects, and what comes in and goes out of them as files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from annotator.errors import HashiyaError
from annotator.ui.message_bar import Remedy
from annotator.ui.session import Session

if TYPE_CHECKING:
    from annotator.ops.project import Project

SUFFIX = ".hashiya"


class ProjectFiles(QObject):
    """The file commands. `refused(error, remedies)` is a failure with what can be done about it."""

    refused = Signal(object, object)
    damaged = Signal(str, object)  # what is asked for, "restore" or "rescue", of which project

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def slots(self) -> dict[str, Callable[[], object]]:
        return {
            "new_project": self.new_project,
            "open_project": self.ask_project,
            "samples": self.open_samples,
            "import_files": self.ask_files,
            "import_folder": self.ask_folder,
            "paste_article": self.paste_article,
            "revise_file": self.ask_revision,
            "revise_paste": self.paste_revision,
            "export": self.export,
            "close_project": self._session.close,
            "stats": self.show_stats,
            "labels": self.edit_labels,
        }

    def open_paths(self, paths: Sequence[Path]) -> None:
        """What the command line or a drop brings: a project is opened; articles and folders are
        imported into it, else into the open project or one that is made for them first."""
        projects = [path for path in paths if path.suffix == SUFFIX]
        articles = [path for path in paths if path.suffix != SUFFIX]
        go_on = partial(self.import_paths, articles) if articles else None
        if projects:
            self.open_project(projects[0], then=go_on)
        elif go_on is not None:
            go_on()

    def open_project(
        self,
        path: Path | str,
        *,
        read_only: bool = False,
        then: Callable[[], object] | None = None,
    ) -> bool:
        """Open the project and go on with `then`, or say why not and what can be done; whether it
        is open. One of an older version is upgraded first, in the background, and then opened."""
        path = Path(path)
        if self._is_at_work(path):  # else the lock would name this very window as who has it
            if then is not None:
                then()
            return True
        if not read_only and self._upgrades(path, lambda: self.open_project(path, then=then)):
            return False
        try:
            self._session.open(path, read_only=read_only)
        except HashiyaError as error:
            self.refused.emit(error, self._remedies(path, error))
            return False
        if self._session.read_only:
            self._session.say(self.tr("This project is open to view: nothing can be changed."))
        if then is not None:
            then()
        return True

    def _is_at_work(self, path: Path) -> bool:
        """Whether that project is the one that is open, and can be written."""
        project = self._session.project
        if project is None or project.read_only:
            return False
        return Path(project.path).resolve() == path.resolve()

    def _upgrades(self, path: Path, then: Callable[[], object]) -> bool:
        """Whether the project is being upgraded, and `then` will be called."""
        from annotator.store.opening import is_older

        if not is_older(path):
            return False
        from annotator.ui.upgrade_dialog import UpgradeDialog

        dialog = UpgradeDialog(self._session, path, self._window)
        dialog.upgraded.connect(then)
        self._show(dialog)
        return True

    def new_project(self, then: Callable[[], object] | None = None) -> None:
        """Ask where, who and which labels; make it and open it, then go on with `then`."""
        from annotator.ui.new_project_dialog import NewProjectDialog

        dialog = NewProjectDialog(self._session, self._window)

        def make() -> None:
            from annotator.ops.project import new_project

            self._adopt(
                lambda: new_project(dialog.path, annotator=dialog.annotator, labels=dialog.labels),
                then,
            )

        dialog.accepted.connect(make)
        self._show(dialog)

    def open_samples(self) -> None:
        """The sample articles in a project of their own, kept from one visit to the next."""
        from annotator.ops.samples import open_samples

        place = QStandardPaths.StandardLocation.AppLocalDataLocation
        path = Path(QStandardPaths.writableLocation(place)) / f"samples{SUFFIX}"
        self._adopt(lambda: open_samples(path, annotator=self._annotator()))

    def ask_project(self) -> None:
        from annotator.ui.file_dialogs import existing_file

        kinds = (
            self.tr("Hashiya projects ({pattern})").format(pattern=f"*{SUFFIX}"),
            self.tr("All files ({pattern})").format(pattern="*"),
        )
        title = self.tr("Open a project")
        dialog = existing_file(self._window, title, self._last_folder(), kinds)
        dialog.fileSelected.connect(self._open_chosen)
        dialog.open()

    def ask_files(self) -> None:
        from annotator.ui.file_dialogs import existing_files

        dialog = existing_files(self._window, self.tr("Import files"), self._last_folder())
        dialog.filesSelected.connect(lambda files: self.import_paths([Path(f) for f in files]))
        dialog.open()

    def ask_folder(self) -> None:
        from annotator.ui.file_dialogs import existing_folder

        dialog = existing_folder(self._window, self.tr("Import a folder"), self._last_folder())
        dialog.fileSelected.connect(lambda folder: self.import_paths([Path(folder)]))
        dialog.open()

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Preview these files and folders; a project is asked for first where none is open."""
        if paths:
            self._remember(paths[0].parent)
        self._import(list(paths))

    def paste_article(self) -> None:
        """The clipboard's text, as an article."""
        self.import_text(QGuiApplication.clipboard().text())

    def import_text(self, text: str) -> None:
        if text.strip():
            self._import(text)
        else:
            self._session.say(self.tr("There is no text to import."))

    def ask_revision(self) -> None:
        """A file whose text takes the place of the open article's."""
        from annotator.ui.file_dialogs import existing_file

        kinds = (self.tr("All files ({pattern})").format(pattern="*"),)
        title = self.tr("A later version")
        dialog = existing_file(self._window, title, self._last_folder(), kinds)
        dialog.fileSelected.connect(lambda path: self.revise_by([Path(path)]))
        dialog.open()

    def paste_revision(self) -> None:
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.revise_by(text)
        else:
            self._session.say(self.tr("There is no text in the clipboard."))

    def revise_by(self, what: Sequence[Path] | str) -> None:
        """Show what the file or the text does to the open article."""
        from annotator.ui.revision_dialog import RevisionDialog

        article = self._session.article_id
        if article is not None:
            self._show(RevisionDialog(self._session, what, article, self._window))

    def export(self) -> None:
        from annotator.ui.export_dialog import ExportDialog

        self._show(ExportDialog(self._session, self._window))

    def show_stats(self) -> None:
        from annotator.ui.stats_dialog import StatsDialog

        self._show(StatsDialog(self._session, self._window))

    def edit_labels(self) -> None:
        from annotator.ui.label_editor import LabelEditor

        self._show(LabelEditor(self._session, self._window))

    def _import(self, sources: list[Path] | str) -> None:
        if self._session.project is None:
            self.new_project(lambda: self._import(sources))
            return
        from annotator.ui.import_dialog import ImportDialog

        self._show(ImportDialog(self._session, sources, self._window))

    def _adopt(self, make: Callable[[], Project], then: Callable[[], object] | None = None) -> None:
        try:
            self._session.adopt(make())
        except HashiyaError as error:
            self.refused.emit(error, ())
            return
        if then is not None:
            then()

    def _remedies(self, path: Path, error: HashiyaError) -> list[Remedy]:
        """The buttons beside the sentence: viewing where that helps, forgetting what is gone."""
        from annotator.store import backup, connection, lock, schema, whereabouts

        to_view = (lock.HELD_REMEDY, lock.UNLOCKABLE_REMEDY, whereabouts.LINKED_REMEDY)
        if error.remedy in to_view:
            view = lambda: self.open_project(path, read_only=True)  # noqa: E731 - names the button
            return [Remedy(self.tr("Open to view"), view),
                    Remedy(self.tr("Try again"), lambda: self.open_project(path))]  # fmt: skip
        if error.template == whereabouts.ELSEWHERE:
            return [Remedy(self.tr("Try again"), lambda: self.open_project(path))]
        if error.template == connection.MISSING:
            forget = lambda: self._session.preferences.remove_recent(str(path))  # noqa: E731 - too
            return [Remedy(self.tr("Find it…"), self.ask_project),
                    Remedy(self.tr("Take it off the list"), forget)]  # fmt: skip
        if error.template in (connection.DAMAGED, schema.NOT_A_PROJECT) and path.suffix == SUFFIX:
            ways = [Remedy(self.tr("Rescue…"), lambda: self.damaged.emit("rescue", path))]
            if backup.backups(path):
                restore = lambda: self.damaged.emit("restore", path)  # noqa: E731 - too
                ways.insert(0, Remedy(self.tr("Restore a backup…"), restore))
            return ways
        return [Remedy(self.tr("Open another…"), self.ask_project)]

    def _open_chosen(self, path: str) -> None:
        self._remember(Path(path).parent)
        self.open_project(path)

    def _show(self, dialog: QWidget) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()  # type: ignore[attr-defined]  # QDialog, each of them

    def _annotator(self) -> str:
        """Who annotates where nobody was asked: the name last given, or the account's."""
        return self._session.preferences.annotator or Path.home().name

    def _last_folder(self) -> str:
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        return self._session.preferences.text("folder", documents)

    def _remember(self, folder: Path) -> None:
        self._session.preferences.set("folder", str(folder))
