"""A project of an older version in the window: upgraded in the background, or left as it was."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from sample_project import TEXT, back_to_version_1

from annotator.ops import project as projects
from annotator.store.schema import SCHEMA_VERSION, recognise
from annotator.ui.import_dialog import ImportDialog
from annotator.ui.upgrade_dialog import UpgradeDialog
from annotator.ui.window import MainWindow


@pytest.fixture
def old_project(make_project: Callable[..., Any]) -> Path:
    with make_project(TEXT) as project:
        path: Path = project.path
    back_to_version_1(path)
    return path


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """What the upgrade waits for on its thread."""
    event, open_project = threading.Event(), projects.open_project

    def waiting(*args: Any, **kwargs: Any) -> projects.Project:
        event.wait(10)
        return open_project(*args, **kwargs)

    monkeypatch.setattr(projects, "open_project", waiting)
    return event


def test_it_is_upgraded_while_the_window_lives_and_is_then_open(
    qtbot: QtBot, empty_window: MainWindow, old_project: Path, gate: threading.Event
) -> None:
    session = empty_window.session
    with qtbot.assertNotEmitted(session.jobs.started):  # the bar below shows nothing: one is enough
        assert not empty_window.files.open_project(old_project)
    (dialog,) = empty_window.findChildren(UpgradeDialog)
    assert dialog.isVisible()
    assert dialog.progress.isVisible()
    assert session.project is None
    with qtbot.waitSignal(session.project_opened):
        gate.set()
    assert session.project is not None
    assert session.project.path == old_project
    assert recognise(old_project) == SCHEMA_VERSION
    qtbot.waitUntil(lambda: not empty_window.findChildren(UpgradeDialog))


def test_cancelled_it_stays_as_it_was(
    qtbot: QtBot, empty_window: MainWindow, old_project: Path, gate: threading.Event
) -> None:
    before = old_project.read_bytes()
    empty_window.files.open_project(old_project)
    (dialog,) = empty_window.findChildren(UpgradeDialog)
    dialog.reject()
    gate.set()
    qtbot.waitUntil(lambda: not empty_window.session.jobs.running)
    assert empty_window.session.project is None
    assert old_project.read_bytes() == before


def test_articles_opened_with_it_wait_for_it(
    qtbot: QtBot, empty_window: MainWindow, old_project: Path, tmp_path: Path, gate: threading.Event
) -> None:
    article = tmp_path / "a.txt"
    article.write_text(TEXT + " خبر آخر", encoding="utf-8")
    empty_window.files.open_paths([old_project, article])
    assert not empty_window.findChildren(ImportDialog)
    gate.set()
    qtbot.waitUntil(lambda: bool(empty_window.findChildren(ImportDialog)))
    (dialog,) = empty_window.findChildren(ImportDialog)
    qtbot.waitUntil(lambda: not dialog.busy)
    assert empty_window.session.project is not None
    assert empty_window.session.project.path == old_project
    assert dialog.model.plan is not None
    assert dialog.model.plan.articles == 1


def test_articles_opened_with_a_project_that_cannot_be_opened_go_into_no_other(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    broken, article = tmp_path / "broken.hashiya", tmp_path / "a.txt"
    broken.write_bytes(b"no project")
    article.write_text(TEXT, encoding="utf-8")
    window.files.open_paths([broken, article])
    assert not window.findChildren(ImportDialog)
