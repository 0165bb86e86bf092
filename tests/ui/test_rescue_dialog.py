"""A damaged project in the window: offered to be rescued, shown first, saved as a new one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from marked_article import TEXT, mark, open_first
from pytestqt.qtbot import QtBot

from annotator.ui.rescue_dialog import RescueDialog
from annotator.ui.window import MainWindow


def test_a_project_that_does_not_open_is_rescued(
    qtbot: QtBot, empty_window: MainWindow, make_project: Callable[..., Any], tmp_path: Path
) -> None:
    window, session = empty_window, empty_window.session
    project = make_project(TEXT, "خبر آخر")
    session.adopt(project)
    open_first(session)
    mark(session, "الحسكة", "location")
    session.close()
    content = project.path.read_bytes()
    project.path.write_bytes(bytes(4096) + content[4096:])
    assert not window.files.open_project(project.path)
    assert [way.text for way in window.messages._remedies] == ["Rescue…"]
    window.messages.press(0)
    (dialog,) = window.findChildren(RescueDialog)
    qtbot.waitUntil(lambda: dialog.save_button.isEnabled())
    assert "1 annotation in 2 articles can be saved" in dialog._lead.text()
    assert "Nothing is lost" in dialog._lead.text()
    assert dialog.focusWidget() is dialog.save_button
    out = tmp_path / "rescued.hashiya"
    with qtbot.waitSignal(dialog.rescued):
        dialog.save(out)
    assert session.project is not None
    assert session.project.path == out
    assert session.project.store.stats().annotations == 1
    assert project.path.read_bytes()[4096:] == content[4096:]


def test_what_is_lost_is_listed_before_anything_is_saved(
    qtbot: QtBot, empty_window: MainWindow, make_project: Callable[..., Any]
) -> None:
    session = empty_window.session
    project = make_project(TEXT)
    session.adopt(project)
    open_first(session)
    mark(session, "الحسكة", "location")
    project.store.connection.execute("DELETE FROM texts")
    empty_window.keeping.ask_rescue()
    assert session.project is None
    (dialog,) = empty_window.findChildren(RescueDialog)
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() > 0)
    lost = dialog.list.topLevelItem(0)
    assert lost.text(0).startswith("Lost (2)")
    assert "is lost" in lost.child(0).text(0)
    dialog.reject()
