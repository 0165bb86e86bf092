"""Going back to a backup: what would change is shown first, and one button undoes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from held_dialog import hold
from marked_article import TEXT, mark, open_first
from pytestqt.qtbot import QtBot

from annotator.store.backup import backup, backups
from annotator.ui.backup_dialog import BackupDialog
from annotator.ui.session import Session
from annotator.ui.window import MainWindow


def test_the_difference_is_shown_before_anything_is_restored(
    qtbot: QtBot, session: Session, make_project: Callable[..., Any]
) -> None:
    project = make_project(TEXT)
    session.adopt(project)
    open_first(session)
    backup(project.store)
    mark(session, "الحسكة", "location")
    dialog = hold(qtbot, BackupDialog(session, project.path))
    qtbot.waitUntil(lambda: dialog.summary.text() != "")
    assert "1 annotation would go." in dialog.summary.text()
    assert "1 step would be taken back:" in dialog.summary.text()
    line = dialog.steps.item(0).text()
    assert "ليلى" in line
    assert "tag" in line


def test_a_restore_can_be_undone_from_its_message(
    qtbot: QtBot, empty_window: MainWindow, make_project: Callable[..., Any]
) -> None:
    window, session = empty_window, empty_window.session
    project = make_project(TEXT)
    session.adopt(project)
    open_first(session)
    kept = backup(project.store)
    mark(session, "الحسكة", "location")
    with qtbot.waitSignal(session.project_opened):
        window.keeping.restore(kept.path, project.path)
        assert session.project is None  # closed while the file is put back
    assert session.project is not None
    assert session.project.store.stats().annotations == 0
    with qtbot.waitSignal(session.project_opened):
        window.messages.press(0)
    assert session.project.store.stats().annotations == 1
    assert sum(b.before_restore for b in backups(project.path)) == 2


def test_a_backup_is_listed_with_its_size_in_the_language_of_the_interface(
    qtbot: QtBot, session: Session, make_project: Callable[..., Any]
) -> None:
    project = make_project(TEXT)
    session.adopt(project)
    backup(project.store)
    for code, size in (("ar", "0.1 م.ب"), ("en", "0.1 MB")):
        session.language.choose(code)
        dialog = hold(qtbot, BackupDialog(session, project.path))
        assert size in dialog.list.item(0).text()


def test_without_a_backup_there_is_nothing_to_restore(
    qtbot: QtBot, session: Session, make_project: Callable[..., Any]
) -> None:
    project = make_project(TEXT)
    session.adopt(project)
    dialog = hold(qtbot, BackupDialog(session, project.path))
    assert not dialog.restore_button.isEnabled()
