"""Labels, titles and names that try to be more than text: shown letter for letter, wherever."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtGui import Qt as QtGuiText
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QListView,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

import annotator.ui
from annotator.app import make_window
from annotator.core.article import ArticleId, Meta
from annotator.core.change import OperationName
from annotator.core.labels import LabelSet
from annotator.ops.annotate import tag
from annotator.ops.project import new_project
from annotator.store import NewArticle
from annotator.store.backup import backup
from annotator.ui.framed_dialog import FramedDialog
from annotator.ui.job_dialog import JobDialog
from annotator.ui.preferences import Preferences
from annotator.ui.window import MainWindow

ROOT = QModelIndex()
OVERRIDE, ISOLATE, POP = "\u202e", "\u2067", "\u2069"
PICTURE = "<img src='file:///etc/hostname' width=999>&amp;<b>س</b>"
HOSTILE = {
    "html": PICTURE,
    "spoof": f"{OVERRIDE}gnp.exe{ISOLATE}",
    "lines": "سطر\nسطر\r\n\tسطر",
    "long": "ط" * 10_000,
    "and": "ب&س && %n {0} {name}",
}
TEXT = "وصل الوفد إلى الحسكة أمس، ثم غادر الحسكة."


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """A window on a project in which everything that has a name has a hostile one."""
    QCoreApplication.setOrganizationName("Hashiya")
    QCoreApplication.setApplicationName("Hashiya hostile")
    QSettings().clear()
    preferences = Preferences()
    preferences.set("language", "en")
    made = make_window(preferences)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.settle()
    made.session.adopt(hostile_project(tmp_path / "<b>&amp;س.hashiya"))
    made.session.open_article(ArticleId(1))
    yield made
    made.close()
    QSettings().clear()


def hostile_project(path: Path) -> object:
    project = new_project(path, annotator=PICTURE)
    labels = [
        replace(label, name_ar=name, name_en=name, guideline_ar=name, guideline_en=name)
        for label, name in zip(project.labels, HOSTILE.values(), strict=False)
    ]
    with project.store.operation(OperationName("import", {"count": "5"})) as op:
        op.set_labels(LabelSet(tuple(labels)))
        for name in HOSTILE.values():
            meta = Meta(title=name, outlet=name, url=name, date=name, source=name)
            op.add_article(NewArticle(text=f"{TEXT}\n{name}", meta=meta, note=name))
    project.absorb(op.changes)
    backup(project.store)
    start = TEXT.index("الحسكة")
    for article, label in enumerate(project.labels, start=1):
        tag(project, ArticleId(article), start, start + 6, label.key, exact=True)
    return project


def every_dialog() -> set[type[QDialog]]:
    for module in pkgutil.walk_packages(annotator.ui.__path__, "annotator.ui."):
        importlib.import_module(module.name)

    def below(kind: type[QDialog]) -> set[type[QDialog]]:
        return {kind}.union(*(below(sub) for sub in kind.__subclasses__()))

    return {k for k in below(FramedDialog) if k not in (FramedDialog, JobDialog)}


def dialogs(window: MainWindow, folder: Path) -> Iterator[QDialog]:
    from annotator.ui.about import AboutDialog
    from annotator.ui.article_dialog import ArticleDialog
    from annotator.ui.backup_dialog import BackupDialog
    from annotator.ui.concordance_dialog import ConcordanceDialog
    from annotator.ui.crash_dialog import CrashDialog
    from annotator.ui.export_dialog import ExportDialog
    from annotator.ui.import_dialog import ImportDialog
    from annotator.ui.label_editor import LabelEditor
    from annotator.ui.new_project_dialog import NewProjectDialog
    from annotator.ui.propagation_dialog import PropagationDialog
    from annotator.ui.rescue_dialog import RescueDialog
    from annotator.ui.revision_dialog import RevisionDialog
    from annotator.ui.settings_dialog import SettingsDialog
    from annotator.ui.shortcut_sheet import ShortcutSheet
    from annotator.ui.stats_dialog import StatsDialog
    from annotator.ui.upgrade_dialog import UpgradeDialog

    session = window.session
    assert session.project is not None
    assert session.article is not None
    source = folder / f"{OVERRIDE}txt.<b>س&.txt"
    source.write_text(f"{PICTURE}\n{TEXT}", encoding="utf-8")
    damaged = folder / "<i>damaged&.hashiya"
    damaged.write_bytes(session.project.path.read_bytes())
    yield CrashDialog(PICTURE, window)
    yield RescueDialog(session, damaged, window)
    yield UpgradeDialog(session, damaged, window)
    yield BackupDialog(session, session.project.path, window)
    yield PropagationDialog(session, session.article.annotations[0], window)
    yield ImportDialog(session, [source], window)
    yield RevisionDialog(session, f"{PICTURE}\n{TEXT}", session.article_id, window)
    concordance = ConcordanceDialog(session, window)
    concordance.look_for("الحسكة")
    yield concordance
    yield NewProjectDialog(session, window)
    for kind in (AboutDialog, ArticleDialog, ExportDialog, LabelEditor, SettingsDialog,
                 ShortcutSheet, StatsDialog):  # fmt: skip
        yield kind(session, window)


def rich(place: QWidget) -> list[str]:
    """Whatever in `place` Qt would take for HTML that was not made to be it."""
    found = []
    for label in place.findChildren(QLabel):
        if label.textFormat() != Qt.TextFormat.PlainText and label.text():
            found.append(f"{label.objectName()} {label.text()[:80]}")
    for widget in (place, *place.findChildren(QWidget)):
        for tip in (widget.toolTip(), widget.statusTip(), widget.whatsThis()):
            found += [f"{type(widget).__name__}: {bad}" for bad in unescaped(tip)]
    for view in place.findChildren(QAbstractItemView):
        model = view.model()
        listed = isinstance(view, QListView) or isinstance(model, QAbstractListModel)
        columns = 1 if listed or not model else model.columnCount(ROOT)
        for row in range(min(model.rowCount(ROOT), 30) if model else 0):
            for column in range(columns):
                told = model.index(row, column).data(Qt.ItemDataRole.ToolTipRole)
                tip = told if isinstance(told, str) else ""
                found += [f"{type(model).__name__}: {bad}" for bad in unescaped(tip)]
    for action in place.findChildren(QAction):
        if any(isinstance(shown, QToolButton) for shown in action.associatedObjects()):
            found += unescaped(action.toolTip())  # menus show none
    return found


def unescaped(tip: str) -> list[str]:
    inside = re.sub(r'^<p style="white-space:pre(-wrap)?">', "", tip).removesuffix("</p>")
    ours = inside == tip
    return [tip[:100]] if (QtGuiText.mightBeRichText(tip) and ours) or "<img" in inside else []


@pytest.mark.fault(12)
def test_no_name_is_rendered_in_any_dialog(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    seen = set()
    for dialog in dialogs(window, tmp_path):
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        dialog.open()
        qtbot.waitUntil(lambda shown=dialog: not getattr(shown, "busy", False))
        QApplication.processEvents()
        dialog.grab()
        assert rich(dialog) == [], type(dialog).__name__
        seen.add(type(dialog))
        dialog.reject()
    assert seen == every_dialog(), "a dialog that this test does not open"


@pytest.mark.fault(12)
@pytest.mark.parametrize("number", range(1, len(HOSTILE) + 1))
def test_no_name_is_rendered_in_the_window(window: MainWindow, qtbot: QtBot, number: int) -> None:
    session = window.session
    session.open_article(ArticleId(number))
    assert session.article is not None
    for annotation in session.article.annotations:
        session.select(annotation)
    session.say(f"{PICTURE} {HOSTILE['long']}")
    QApplication.processEvents()
    assert window.minimumSizeHint().width() < 1400
    window.grab(window.rect())
    assert "\n".join(rich(window)) == ""
    session.undo()
    QApplication.processEvents()
    assert rich(window) == []
    assert "\n" not in window.windowTitle()
    # ten thousand letters, or a name that asks for more than its place, move nothing out of sight
    assert window.width() <= 2000
    assert window.minimumSizeHint().width() < 1400


@pytest.mark.fault(14)
@pytest.mark.parametrize("letter", [OVERRIDE, ISOLATE, "\u202a", "\u200f"])
def test_a_name_cannot_turn_the_sentence_around_it(letter: str) -> None:
    """What a name opens is closed with it: nothing after the isolate is under its control."""
    from annotator.ui.translate import filled, isolated

    for shown in (isolated(f"{letter}txt.exe"), filled("before {name} after", {"name": letter})):
        inside = shown[shown.index("\u2068") + 1 : shown.rindex("\u2069")]
        assert shown.count("\u2068") == 1
        depth = sum((c in "\u2066\u2067\u2068") - (c == "\u2069") for c in inside)
        assert depth <= 0


@pytest.mark.fault(14)
def test_a_file_that_is_imported_shows_its_controls_as_warnings(tmp_path: Path) -> None:
    from annotator.ops.import_plan import plan_import

    with new_project(tmp_path / "p.hashiya", annotator="x") as project:
        source = tmp_path / "a.txt"
        source.write_text(f"{TEXT}{OVERRIDE}دمشق", encoding="utf-8")
        plan = plan_import([source], store=project.store)
        assert any("direction" in str(n) or "bidi" in str(n) for n in plan.items[0].notices)
