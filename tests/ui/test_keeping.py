"""A backup that cannot be made because the project is damaged says so, and what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.core.article import ArticleId
from annotator.ops.articles import set_flag
from annotator.ops.project import open_project
from annotator.store.backup import backup
from annotator.ui.keeping import Keeping
from annotator.ui.session import Session
from annotator.ui.translate import sentence

Told = list[tuple[str, list[str]]]


@pytest.fixture
def keeping(session: Session, qtbot: QtBot) -> Keeping:
    window = QWidget()
    qtbot.addWidget(window)
    made = Keeping(session, window, lambda path: None)
    made.delay = 10**6
    made.window_ = window  # type: ignore[attr-defined]  # kept as long as its child
    return made


@pytest.fixture
def told(session: Session, keeping: Keeping) -> Told:
    """What the message bar is to show."""
    offers: Told = []
    session.offered.connect(lambda text, ways: offers.append((text, [way.text for way in ways])))
    session.failed.connect(
        lambda error: offers.append(
            (sentence(error), [way.text for way in keeping.ways_out_of(error)])
        )
    )
    return offers


def damage_a_page(path: Path) -> None:
    content = bytearray(path.read_bytes())
    at = 4096 * (len(content) // 4096 - 3)
    content[at : at + 64] = bytes(range(64, 128))
    path.write_bytes(content)


def test_a_damaged_project_is_told_with_ways_out(
    session: Session, keeping: Keeping, told: Told, make_project: Callable[..., Any], qtbot: QtBot
) -> None:
    with make_project(*(f"نص رقم {number} " * 300 for number in range(40))) as project:
        path = Path(project.path)
        backup(project.store)
        set_flag(project, project.store.find_articles()[0], True)
    damage_a_page(path)
    session.adopt(open_project(path))
    keeping.back_up()
    qtbot.waitUntil(lambda: bool(told))
    ((text, ways),) = told
    assert f"{path}" in text
    assert "is damaged" in text
    assert ways == ["Restore a backup…", "Rescue…"]


def test_an_article_that_lost_its_text_was_not_removed(
    session: Session, told: Told, make_project: Callable[..., Any]
) -> None:
    """It was said that undo brings it back."""
    with make_project("نص", "نص آخر") as project:
        path = Path(project.path)
    conn = sqlite3.connect(path)
    conn.execute("PRAGMA foreign_keys = OFF")
    conn.execute("DELETE FROM texts WHERE article_id = 2")
    conn.commit()
    conn.close()
    session.adopt(open_project(path))
    assert not session.open_article(ArticleId(2))
    ((text, ways),) = told
    assert "is damaged" in text
    assert ways == ["Rescue…"]


def test_articles_whose_text_is_damaged_are_told(
    session: Session, keeping: Keeping, told: Told, make_project: Callable[..., Any], qtbot: QtBot
) -> None:
    with make_project("نص", "نص آخر") as project:
        path = Path(project.path)
    conn = sqlite3.connect(path)
    conn.execute("UPDATE texts SET text = 'غيره' WHERE article_id = 2")
    conn.commit()
    conn.close()
    session.adopt(open_project(path))
    keeping.back_up()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [("1 article of this project is damaged.", ["Restore a backup…", "Rescue…"])]


def test_a_backup_of_a_sound_project_is_made_in_silence(
    session: Session, keeping: Keeping, told: Told, make_project: Callable[..., Any], qtbot: QtBot
) -> None:
    session.adopt(make_project("نص"))
    with qtbot.waitSignal(session.jobs.started, raising=False, timeout=10):
        keeping.back_up()
    qtbot.waitUntil(lambda: not session.jobs.running)
    assert told == []
