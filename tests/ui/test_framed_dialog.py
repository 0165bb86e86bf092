"""A dialog goes with its project, and a closed one is forgotten."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from marked_article import TEXT
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog
from shiboken6 import isValid

from annotator.ui.export_dialog import ExportDialog
from annotator.ui.import_dialog import ImportDialog
from annotator.ui.label_editor import LabelEditor
from annotator.ui.session import Session


@pytest.mark.parametrize("make", [ExportDialog, LabelEditor, lambda s: ImportDialog(s, TEXT)])
def test_a_project_closes_after_its_dialog_is_gone(
    session: Session, make_project: Callable[..., Any], make: Callable[[Session], QDialog]
) -> None:
    session.adopt(make_project(TEXT))
    dialog = make(session)
    dialog.open()
    dialog.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(dialog)
    session.close()  # an exception in the slot of a deleted dialog would fail this test


def test_an_open_dialog_closes_with_its_project(
    session: Session, make_project: Callable[..., Any]
) -> None:
    session.adopt(make_project(TEXT))
    dialog = ExportDialog(session)
    dialog.open()
    session.close()
    assert not dialog.isVisible()
