"""While a project is only viewed: what its writer saves is shown, and when they have gone the
project is offered. And once, on opening: a warning where the project lies badly."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotator.errors import HashiyaError
from annotator.ui.message_bar import Remedy
from annotator.ui.session import Session
from annotator.ui.translate import filled

if TYPE_CHECKING:
    from annotator.store.following import Follower
    from annotator.store.lock import Holder


class Watching(QObject):
    """`take_over(path)` opens the project to write; whether it could is its result."""

    interval = 2000  # milliseconds between two looks

    def __init__(
        self, session: Session, window: QObject, take_over: Callable[[Path], object]
    ) -> None:
        super().__init__(window)
        self._session = session
        self._take_over = take_over
        self._follower: Follower | None = None
        self._writer: Holder | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        session.project_opened.connect(self._begin)
        session.project_closing.connect(self._end)

    def look(self) -> None:
        """Show what is new, and say when the writer has come or gone."""
        from annotator.store.lock import holder

        project = self._session.project
        if project is None or self._follower is None:
            return
        try:
            changes = self._follower.look()
        except HashiyaError as error:
            self._timer.stop()
            self._session.show_error(error)
            return
        if changes is not None:
            self._session.announce(project.absorb(changes))
        if project.store.is_outdated:
            self._open_again(lambda path: self._session.open(path, read_only=True))
            return
        before, self._writer = self._writer, holder(project.path)
        if before is not None and self._writer is None:
            self._offer(before)
        elif self._writer is not None and self._writer != before:
            self._say_who(self._writer)

    def _begin(self) -> None:
        project = self._session.project
        assert project is not None
        if project.read_only:
            self._follower, self._writer = project.store.follower(), None
            self._timer.start(self.interval)
            QTimer.singleShot(0, self, self.look)
        QTimer.singleShot(0, self, self.warn_of_place)

    def _end(self) -> None:
        self._timer.stop()
        self._follower = None

    def _say_who(self, writer: Holder) -> None:
        text = self.tr(
            "{user} on {host} has this project open since {since}. You see what is saved there; "
            "nothing can be changed here."
        )
        self._session.warn(filled(text, _fields(writer)))

    def _offer(self, writer: Holder) -> None:
        from annotator.store.opening import writable

        project = self._session.project
        assert project is not None
        if not writable(project.path):
            return
        text = filled(self.tr("{user} has closed this project. Edit it now?"), _fields(writer))
        self._session.offer(text, [Remedy(self.tr("Edit now"), self._edit)])

    def _edit(self) -> None:
        self._open_again(self._take_over)

    def _open_again(self, way: Callable[[Path], object]) -> None:
        """Open the project by `way`, and the article that was open in it."""
        project, article = self._session.project, self._session.article_id
        assert project is not None
        try:
            way(project.path)
        except HashiyaError as error:
            self._session.show_error(error)
        if self._session.project is not project and article is not None:
            self._session.open_article(article)

    def warn_of_place(self) -> None:
        """Once a project; the answer is remembered."""
        from annotator.store.place import Kind, risk_of

        project = self._session.project
        if project is None or project.read_only:
            return
        if self._session.preferences.flag(_key(project.path), False):
            return
        risk = risk_of(project.path)
        if risk is None:
            return
        if risk.kind is Kind.SYNCHRONISED:
            text = self.tr(
                "This project lies in a folder that {name} synchronises. While it is open it can "
                "come to harm there: keep it in another folder and save copies here."
            )
        else:
            text = self.tr(
                "This project lies on a network drive ({name}). Unless it locks files well, two "
                "people at once can damage it: keep it on this computer and save copies there."
            )
        remedy = Remedy(self.tr("Do not warn again"), lambda: self._remember(project.path))
        self._session.offer(filled(text, {"name": risk.name}), [remedy])

    def _remember(self, path: Path) -> None:
        self._session.preferences.set(_key(path), True)


def _key(project: Path) -> str:
    """The name of the preference that says that this project's place is known and meant."""
    import hashlib

    return f"places/{hashlib.sha256(str(project.absolute()).encode()).hexdigest()[:16]}"


def _fields(writer: Holder) -> dict[str, str]:
    return {"user": writer.user, "host": writer.host, "since": writer.since_here}
