"""A project that somebody else has: seen live, offered when they have gone; and badly placed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.core.article import ArticleId
from annotator.ops.annotate import tag
from annotator.ops.project import Project, open_project
from annotator.ui.message_bar import WARNING
from annotator.ui.watching import Watching
from annotator.ui.window import MainWindow

# a time of day and no zone behind it, isolated in its message
AS_A_CLOCK = re.compile(r"since \u2068[-\d]{10} \d\d:\d\d\u2069")

TEXT = "وصل الوفد إلى الحسكة أمس."


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Watching, "interval", 10)


def test_the_viewer_sees_new_work_and_takes_over_when_the_writer_has_gone(
    make_project: Callable[..., Project], empty_window: MainWindow, qtbot: QtBot
) -> None:
    writer = make_project(TEXT, "خبر آخر")
    window = empty_window
    assert not window.files.open_project(writer.path)
    assert [button.text for button in window.messages._remedies] == ["Open to view", "Try again"]
    assert AS_A_CLOCK.search(window.messages.text)
    window.messages.press(0)
    qtbot.waitUntil(lambda: "has this project open since" in window.messages.text)
    assert AS_A_CLOCK.search(window.messages.text)
    session = window.session
    session.open_article(ArticleId(1))
    start = TEXT.index("الحسكة")
    tag(writer, ArticleId(1), start, start + 6, "location", exact=True)
    qtbot.waitUntil(lambda: session.article is not None and len(session.article.annotations) == 1)
    assert window.workspace is not None
    assert len(window.workspace.view._spans) == 1
    writer.close()
    qtbot.waitUntil(lambda: "Edit it now?" in window.messages.text)
    assert window.messages.kind == WARNING
    window.messages.press(0)
    assert not session.read_only
    assert session.article_id == 1
    assert session.undo() is not None


def test_who_opens_it_while_it_is_viewed_is_named(
    make_project: Callable[..., Project], empty_window: MainWindow, qtbot: QtBot
) -> None:
    writer = make_project(TEXT)
    writer.close()
    assert empty_window.files.open_project(writer.path, read_only=True)
    with open_project(writer.path):
        qtbot.waitUntil(lambda: "has this project open since" in empty_window.messages.text)
    qtbot.waitUntil(lambda: "Edit it now?" in empty_window.messages.text)


def test_who_may_only_read_sees_new_work_too(
    make_project: Callable[..., Project],
    empty_window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A quiet file that they cannot write is opened as one that will not change; then it does."""
    made = make_project(TEXT, "خبر آخر")
    path = made.path
    made.close()
    session = empty_window.session
    with monkeypatch.context() as patched:
        patched.setattr("annotator.store.opening.writable", lambda path: False)
        assert empty_window.files.open_project(path)
    assert session.read_only
    session.open_article(ArticleId(2))
    with open_project(path) as writer:
        qtbot.waitUntil(lambda: "has this project open since" in empty_window.messages.text)
        assert session.article_id == 2
        start = TEXT.index("الحسكة")
        tag(writer, ArticleId(1), start, start + 6, "location", exact=True)
        session.open_article(ArticleId(1))
        qtbot.waitUntil(lambda: session.article is not None and session.article.annotations != ())


def test_who_may_only_read_sees_what_was_done_between_two_looks(
    make_project: Callable[..., Project],
    empty_window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = make_project(TEXT)
    path = made.path
    made.close()
    session = empty_window.session
    with monkeypatch.context() as patched:
        patched.setattr("annotator.store.opening.writable", lambda path: False)
        assert empty_window.files.open_project(path)
    with open_project(path) as writer:
        tag(writer, ArticleId(1), 0, 3, "location", exact=True)
    session.open_article(ArticleId(1))
    qtbot.waitUntil(lambda: session.article is not None and session.article.annotations != ())


def test_a_project_in_a_synchronised_folder_is_warned_of_until_told_not_to(
    make_project: Callable[..., Project],
    empty_window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    made = make_project(TEXT)
    made.close()
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    path = folder / made.path.name
    made.path.rename(path)
    assert empty_window.files.open_project(path)
    qtbot.waitUntil(lambda: "Dropbox" in empty_window.messages.text)
    assert empty_window.messages.kind == WARNING
    empty_window.messages.press(0)
    empty_window.session.close()
    assert empty_window.files.open_project(path)
    (watching,) = empty_window.findChildren(Watching)
    watching.warn_of_place()
    assert empty_window.messages.isHidden()
