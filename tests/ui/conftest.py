"""A session and a window for the tests, each with preferences of their own, in English and light.

An exception in any slot or event fails the test (pytest-qt catches it); every session is closed,
which drains its jobs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.app import make_window
from annotator.ops.project import Project, new_project
from annotator.ops.samples import open_samples
from annotator.ui.language import Language
from annotator.ui.preferences import Preferences
from annotator.ui.session import Session
from annotator.ui.theme import Theme
from annotator.ui.window import MainWindow


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["hashiya", "-style", "fusion"]


@pytest.fixture
def preferences(qapp: QApplication) -> Iterator[Preferences]:
    QCoreApplication.setOrganizationName("Hashiya")
    QCoreApplication.setApplicationName("Hashiya tests")
    QSettings().clear()
    made = Preferences()
    made.set("language", "en")
    made.set("theme", "light")
    made.set("annotator", "ليلى")
    yield made
    QSettings().clear()


@pytest.fixture
def session(preferences: Preferences) -> Iterator[Session]:
    """A session without a window and without a project."""
    theme, language = Theme(preferences), Language(preferences)
    language.apply()
    theme.apply()
    made = Session(preferences, theme, language)
    yield made
    language.choose("en")  # the translators are the application's, which the next test has too
    made.close()
    made.jobs.drain()


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    return tmp_path / "news.hashiya"


@pytest.fixture
def make_project(project_path: Path) -> Callable[..., Project]:
    """`make_project("text", "text")`: a new project of articles with these texts."""

    def make(*texts: str) -> Project:
        from annotator.core.change import OperationName
        from annotator.store.records import NewArticle

        project = new_project(project_path, annotator="ليلى")
        with project.store.operation(OperationName("import", {"count": str(len(texts))})) as op:
            for text in texts:
                op.add_article(NewArticle(text=text))
        return project

    return make


def shown_window(qtbot: QtBot, preferences: Preferences) -> Iterator[MainWindow]:
    made = make_window(preferences)
    qtbot.addWidget(made)
    made.resize(1280, 840)
    made.show()
    qtbot.waitExposed(made)
    made.settle()
    yield made
    made.session.language.choose("en")
    made.close()


@pytest.fixture
def empty_window(qtbot: QtBot, preferences: Preferences) -> Iterator[MainWindow]:
    """A window on the welcome page."""
    yield from shown_window(qtbot, preferences)


@pytest.fixture
def second_window(qtbot: QtBot, preferences: Preferences) -> Iterator[MainWindow]:
    """Another window on the welcome page, as a second program would show it."""
    yield from shown_window(qtbot, preferences)


@pytest.fixture
def window(empty_window: MainWindow, project_path: Path) -> MainWindow:
    """A window on a project of the sample articles, the first one open."""
    empty_window.session.adopt(open_samples(project_path, annotator="ليلى"))
    return empty_window
