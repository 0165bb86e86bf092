"""The window: menu bar, either the welcome page or the open project, and the message bar."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from annotator.arabic.direction import without_controls
from annotator.ui.commands import Actions
from annotator.ui.enter_key import presses
from annotator.ui.job_bar import JobBar
from annotator.ui.keeping import Keeping
from annotator.ui.menus import Menus, name_language_switch
from annotator.ui.message_bar import WARNING, MessageBar
from annotator.ui.notices import Notices
from annotator.ui.project_files import ProjectFiles
from annotator.ui.session import Session
from annotator.ui.watching import Watching
from annotator.ui.welcome import Welcome

if TYPE_CHECKING:
    from annotator.core.change import Changes
    from annotator.errors import HashiyaError
    from annotator.ui.workspace import Workspace

_SIZE = (1280, 840)


class MainWindow(QMainWindow):
    """One window on one session. Nothing heavy is made before it has been `painted` once; the
    workspace is made when the first project opens."""

    painted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.workspace: Workspace | None = None
        self._was_painted = False
        self.setAcceptDrops(True)
        self.actions_ = Actions(self, session.theme)
        self.files = ProjectFiles(session, self)
        self.keeping = Keeping(session, self, self.files.open_project)
        Watching(session, self, self.files.open_project)
        self.menus = Menus(self, self.actions_, session, self.files.open_project)
        self.messages = MessageBar(session.theme, self)
        self.welcome = Welcome(session, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.welcome)
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack)
        Notices(centre, (JobBar(session.jobs, self), self.messages))
        self.setCentralWidget(centre)
        self._connect()
        self._retranslate()
        self._enable()
        self._restore()
        self.welcome.focus_first()

    def settle(self) -> None:
        """What can wait until the window has been seen: icons, whether recent files are there."""
        self.actions_.restyle()
        self.welcome.settle()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not presses(event, self.focusWidget()):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        preferences = self.session.preferences
        preferences.set("window/geometry", self.saveGeometry())
        self._keep_layout()
        self._finish_editing()
        self.session.close()
        self.session.jobs.drain()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            _accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Files and folders are opened or imported; dragged text becomes an article."""
        mime = event.mimeData()
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        _accept_copy(event)
        if paths:  # after the drop is answered: the program it comes from waits
            QTimer.singleShot(0, lambda: self.files.open_paths(paths))
        elif mime.hasText() and not mime.hasUrls():
            text = mime.text()
            QTimer.singleShot(0, lambda: self.files.import_text(text))

    def _connect(self) -> None:
        session = self.session
        self.actions_.connect_all(
            {
                **self.files.slots(),
                **self.keeping.slots(),
                "quit": self.close,
                "undo": session.undo,
                "redo": session.redo,
                "settings": self._open_settings,
                "shortcuts": self._open_shortcuts,
                "theme": self._switch_theme,
                "language": lambda: session.language.choose(session.language.other),
                "full_screen": self._toggle_full_screen,
                "log_folder": self._show_log,
                "about": self._about,
            }
        )
        self.welcome.asked.connect(session.request)
        self.welcome.opened.connect(self.files.open_project)
        self.files.refused.connect(self.messages.show_error)
        ways = {"restore": self.keeping.ask_backup, "rescue": self.keeping.ask_rescue}
        self.files.damaged.connect(lambda way, path: ways[way](path))
        session.command_requested.connect(lambda name: self.actions_[name].trigger())
        session.failed.connect(self._tell_error)
        session.said.connect(self.messages.tell)
        session.warned.connect(lambda text: self.messages.tell(text, WARNING))
        session.offered.connect(lambda text, ways: self.messages.tell(text, WARNING, ways))
        session.project_opening.connect(self.make_workspace)
        session.project_opened.connect(self._on_project)
        session.project_closed.connect(self._on_closed)
        session.article_opened.connect(self._enable)
        session.changed.connect(self._on_changes)
        session.theme.changed.connect(self.actions_.restyle)

    def _on_project(self) -> None:
        self.messages.hide()
        assert self.workspace is not None
        self._stack.setCurrentWidget(self.workspace)
        self._enable()
        self._name_window()

    def make_workspace(self) -> None:
        """Built when the first project opens, before that is announced to what is made here."""
        if self.workspace is not None:
            return
        from annotator.ui.annotating import Annotating
        from annotator.ui.navigating import Navigating
        from annotator.ui.reading import Reading
        from annotator.ui.workspace import Workspace

        session = self.session
        self.workspace = Workspace(session, self.actions_, self)
        reading = Reading(session, self.workspace)
        Annotating(session, self.workspace, self.actions_)
        Navigating(session, self.workspace, reading, self.actions_)
        self._stack.addWidget(self.workspace)
        preferences = session.preferences
        self.workspace.restore_widths(preferences.blob("window/panes"))
        self.workspace.show_list(preferences.flag("window/list", True))
        self.workspace.show_side(preferences.flag("window/side", True))
        self.workspace.show_lens(preferences.flag("window/lens", False))
        gc.freeze()  # what stays for good: to look through it took 50 ms, in the midst of a key

    def _on_closed(self) -> None:
        self._keep_layout()
        self._stack.setCurrentWidget(self.welcome)
        self.welcome.focus_first()
        self._enable()
        self._name_window()

    def _on_changes(self, changes: Changes) -> None:
        self._name_steps()
        if "annotator" in changes.settings:
            self._name_window()

    def _enable(self) -> None:
        session = self.session
        self.actions_.enable(
            project=session.project is not None,
            article=session.article is not None,
            writable=not session.read_only,
        )
        self._name_steps()

    def _name_steps(self) -> None:
        """Undo and redo say what they would take back or do again."""
        project = self.session.project
        undo, redo = self.actions_["undo"], self.actions_["redo"]
        if project is None or project.store.read_only:
            undo.setEnabled(False)
            redo.setEnabled(False)
            return
        for action, name, plain, named in (
            (undo, project.store.undo_name(), self.tr("&Undo"), self.tr("&Undo: {step}")),
            (redo, project.store.redo_name(), self.tr("&Redo"), self.tr("&Redo: {step}")),
        ):
            action.setEnabled(name is not None)
            step = "" if name is None else self.session.step_name(name).replace("&", "&&")
            action.setText(named.format(step=step) if step else plain)

    def _tell_error(self, error: HashiyaError) -> None:
        self.messages.show_error(error, self.keeping.ways_out_of(error))

    def _retranslate(self) -> None:
        self.actions_.retranslate()
        self.menus.retranslate()
        name_language_switch(self.actions_, self.session)
        if self._was_painted:
            self.actions_.restyle()  # some icons are mirrored
        self._name_steps()
        self._name_window()

    def _name_window(self) -> None:
        project = self.session.project
        name = self.tr("Hashiya")
        if project is not None:
            state = self.tr(" (read only)") if self.session.read_only else ""
            stem = without_controls(Path(project.store.path).stem)
            name = f"{stem}{state} — {name}"
        self.setWindowTitle(name)

    def _restore(self) -> None:
        geometry = self.session.preferences.blob("window/geometry")
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            room = self.screen().availableSize()
            self.resize(min(_SIZE[0], room.width() - 40), min(_SIZE[1], room.height() - 60))

    def _keep_layout(self) -> None:
        workspace, preferences = self.workspace, self.session.preferences
        if workspace is None:
            return
        preferences.set("window/panes", workspace.widths())
        preferences.set("window/list", not workspace.articles.isHidden())
        preferences.set("window/side", not workspace.side.isHidden())
        preferences.set("window/lens", not workspace.lens.isHidden())

    def _finish_editing(self) -> None:
        """What is being typed into a field is kept before the project closes."""
        focus = self.focusWidget()
        if focus is not None:
            focus.clearFocus()

    def _switch_theme(self) -> None:
        theme = self.session.theme
        theme.choose("light" if theme.dark else "dark")

    def _toggle_full_screen(self) -> None:
        if self.actions_["full_screen"].isChecked():
            self.showFullScreen()
        else:
            self.showNormal()

    def _open_settings(self) -> None:
        from annotator.ui.settings_dialog import SettingsDialog

        SettingsDialog(self.session, self).open()

    def _open_shortcuts(self) -> None:
        from annotator.ui.shortcut_sheet import ShortcutSheet

        ShortcutSheet(self.session, self).open()

    def _show_log(self) -> None:
        from PySide6.QtCore import QUrl

        from annotator.ui.log import log_folder

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_folder())))

    def _about(self) -> None:
        from annotator.ui.about import AboutDialog

        AboutDialog(self.session, self).open()


def _accept_copy(event: QDropEvent) -> None:
    """Take what is dragged as a copy: a file manager may delete what was moved."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
