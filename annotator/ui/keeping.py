"""Keeping what was made: backups by themselves, copies and PDFs when asked, a backup put back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from annotator.errors import HashiyaError
from annotator.ui.jobs import Cancelled, Progress
from annotator.ui.message_bar import Remedy
from annotator.ui.project_files import SUFFIX
from annotator.ui.session import Session
from annotator.ui.translate import isolated

if TYPE_CHECKING:
    from annotator.store.backup import Backup


class Keeping(QObject):
    """`reopen` opens a project by its path, after a backup was put in its place."""

    delay = 3000  # milliseconds after opening until the backup begins, out of the reader's way

    def __init__(self, session: Session, window: QWidget, reopen: Callable[[Path], object]) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._reopen = reopen
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.back_up)
        session.project_opened.connect(lambda: self._timer.start(self.delay))
        session.project_closing.connect(self._timer.stop)

    def slots(self) -> dict[str, Callable[[], object]]:
        return {
            "save_copy": self.ask_copy,
            "restore_backup": self.ask_backup,
            "rescue": self.ask_rescue,
            "print_pdf": self.ask_pdf,
        }

    def back_up(self) -> None:
        """Write and verify a backup in the background, where the newest one is out of date."""
        from annotator.store.backup import backup, backup_is_due

        project = self._session.project
        if project is None or project.read_only:
            return
        store = project.store

        def work(progress: Progress, cancelled: Cancelled) -> Backup | None:
            with store.reader() as reader:
                if not backup_is_due(reader):
                    return None
                return backup(reader, progress=progress, cancelled=cancelled)

        self._session.jobs.start(
            self.tr("Backing up"),
            work,
            done=self._backed_up,
            failed=self._session.show_error,
            quiet=True,
        )

    def _backed_up(self, made: Backup | None) -> None:
        if made is not None and made.damaged:
            told = self.tr("%Ln article(s) of this project are damaged.", "", len(made.damaged))
            self._session.offer(told, self._ways_out())

    def ways_out_of(self, error: HashiyaError) -> list[Remedy]:
        """What can be done about it here: nothing, but where the open project is damaged."""
        from annotator.store.connection import DAMAGED

        return self._ways_out() if error.template == DAMAGED else []

    def _ways_out(self) -> list[Remedy]:
        """What to do with an open project that is damaged."""
        from annotator.store.backup import backups

        project = self._session.project
        ways = [Remedy(self.tr("Rescue…"), self.ask_rescue)]
        if project is not None and backups(Path(project.path)):
            ways.insert(0, Remedy(self.tr("Restore a backup…"), self.ask_backup))
        return ways

    def ask_copy(self) -> None:
        project = self._session.project
        if project is not None:
            path = Path(project.path)
            name = self.tr("{name} copy").format(name=path.stem) + SUFFIX
            self._ask_place(self.tr("Save a copy of the project"), path.parent / name, self._copy)

    def ask_pdf(self) -> None:
        project, article = self._session.project, self._session.article
        if project is not None and article is not None:
            title = article.article.meta.title or article.text.strip().split("\n", 1)[0]
            name = "".join(c if c.isalnum() or c in " -_" else "_" for c in title)[:60].strip()
            place = Path(project.path).parent / f"{name or 'article'}.pdf"
            self._ask_place(self.tr("Write the article as PDF"), place, self._write_pdf)

    def ask_backup(self, path: Path | None = None) -> None:
        """Choose one of the backups of the open project, or of one that does not open."""
        from annotator.ui.backup_dialog import BackupDialog

        project = self._session.project
        path = path or (None if project is None else Path(project.path))
        if path is not None:
            dialog = BackupDialog(self._session, path, self._window)
            dialog.chosen.connect(lambda copy: self.restore(copy, path))
            dialog.open()

    def ask_rescue(self, path: Path | None = None) -> None:
        """Look what can be saved of that project, of the open one, or of one that is asked for."""
        project = self._session.project
        path = path or (None if project is None else Path(project.path))
        if path is not None:
            self._rescue(path)
            return
        from annotator.ui.file_dialogs import existing_file

        title = self.tr("Rescue a damaged project")
        dialog = existing_file(self._window, title, str(Path.home()), (f"* (*{SUFFIX})", "* (*)"))
        dialog.fileSelected.connect(lambda chosen: self._rescue(Path(chosen)))
        dialog.open()

    def _rescue(self, path: Path) -> None:
        from annotator.ui.rescue_dialog import RescueDialog

        project = self._session.project
        if project is not None and Path(project.path) == path:
            self._session.close()  # so that nothing writes while every page is read
        dialog = RescueDialog(self._session, path, self._window)
        dialog.rescued.connect(self._reopen)
        dialog.open()

    def _ask_place(self, title: str, place: Path, then: Callable[[str], object]) -> None:
        from annotator.ui.file_dialogs import new_file

        dialog = new_file(self._window, title, place)
        dialog.fileSelected.connect(then)
        dialog.open()

    def _copy(self, path: str) -> None:
        from annotator.store.backup import save_copy

        project = self._session.project
        assert project is not None
        store = project.store

        def work(progress: Progress, cancelled: Cancelled) -> None:
            with store.reader() as reader:
                save_copy(reader, Path(path), progress=progress, cancelled=cancelled)

        name = isolated(Path(path).name)
        self._session.jobs.start(
            self.tr("Saving a copy"),
            work,
            done=lambda _result: self._session.say(
                self.tr("A copy is saved as {name}.").format(name=name)
            ),
        )

    def _write_pdf(self, path: str) -> None:
        from annotator.ui.textview.printing import write_pdf

        project, article = self._session.project, self._session.article
        assert project is not None
        assert article is not None
        place = Path(project.path)
        text, annotations, title = article.text, article.annotations, article.article.meta.title
        labels, language = self._session.labels, self._session.language.code

        def work(progress: Progress, cancelled: Cancelled) -> None:
            from annotator.ops.exports import refuse_project

            refuse_project(Path(path), place)
            write_pdf(
                Path(path),
                text,
                annotations,
                labels,
                title=title,
                language=language,
                progress=progress,
                cancelled=cancelled,
            )

        name = isolated(Path(path).name)
        self._session.jobs.start(
            self.tr("Writing the PDF"),
            work,
            done=lambda _result: self._session.say(
                self.tr("The article is written to {name}.").format(name=name)
            ),
        )

    def restore(self, copy: Path, path: Path) -> None:
        """Put `copy` in the place of the project `path`, in the background; what is there is set
        aside, and one button brings it back."""
        project = self._session.project
        was_open = project is not None and Path(project.path) == path
        if was_open:
            self._session.close()

        def work(progress: Progress, cancelled: Cancelled) -> Path | None:
            from annotator.store.restoring import restore

            return restore(copy, path, progress=progress, cancelled=cancelled)

        def as_it_was() -> None:
            if was_open:
                self._reopen(path)

        def failed(error: HashiyaError) -> None:
            as_it_was()
            self._session.show_error(error)

        self._session.jobs.start(
            self.tr("Restoring a backup"),
            work,
            done=lambda aside: self._restored(path, aside),
            failed=failed,
            stopped=as_it_was,
        )

    def _restored(self, path: Path, aside: Path | None) -> None:
        self._reopen(path)
        text = self.tr("The backup is back in place; what was there lies among the backups.")
        if aside is None:
            self._session.say(text)
        else:
            back = Remedy(self.tr("Undo"), lambda: self.restore(aside, path))
            self._session.offer(text, [back])
