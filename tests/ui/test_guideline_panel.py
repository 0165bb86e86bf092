"""The guideline: the one that ships or the project's own, in the interface's language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from annotator.ui.guideline_panel import GuidelinePanel, default_guideline
from annotator.ui.session import Session


@pytest.fixture
def panel(qtbot: QtBot, session: Session, make_project: Callable[..., Any]) -> GuidelinePanel:
    session.adopt(make_project("خبر"))
    made = GuidelinePanel(session)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_default_ships_in_both_languages(
    panel: GuidelinePanel, session: Session, qtbot: QtBot
) -> None:
    english = panel.view.toPlainText()
    assert "الحسكة" in english
    session.language.choose("ar")
    qtbot.waitUntil(lambda: panel.view.toPlainText().startswith("دليل"))
    assert default_guideline("ar")
    assert default_guideline("en")


def test_the_labels_own_texts_follow(panel: GuidelinePanel) -> None:
    assert "The labels of this project" in panel.view.toPlainText()


def test_an_edit_is_the_projects_and_the_default_comes_back(
    panel: GuidelinePanel, session: Session
) -> None:
    panel.edit.click()
    panel.editor.setPlainText("# Ours\nOnly names.")
    panel.save.click()
    assert panel.view.toPlainText().startswith("Ours\nOnly names.")
    assert panel.reset.isVisible()
    panel.reset.click()
    assert not panel.reset.isVisible()
    session.undo()
    assert panel.view.toPlainText().startswith("Ours")


def test_cancel_keeps_what_was(panel: GuidelinePanel) -> None:
    before = panel.view.toPlainText()
    panel.edit.click()
    panel.editor.setPlainText("x")
    panel.cancel.click()
    assert panel.view.toPlainText() == before


def test_nothing_is_ever_loaded(panel: GuidelinePanel) -> None:
    panel.view.show_markdown('<img src="file:///etc/passwd">![x](file:///etc/passwd)')
    assert "<img" in panel.view.toPlainText()
    kind = QTextDocument.ResourceType.ImageResource.value
    assert panel.view.loadResource(kind, QUrl("file:///etc/passwd")) is None


def test_a_project_open_to_view_cannot_be_edited(
    panel: GuidelinePanel, session: Session, project_path: Any
) -> None:
    session.close()
    session.open(project_path, read_only=True)
    assert not panel.edit.isVisible()
