"""The import dialog: what would come in is seen and chosen first, then all of it or nothing."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from held_dialog import hold
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from annotator.core.change import OperationName
from annotator.ops.progress import check
from annotator.store import NewArticle
from annotator.ui.import_dialog import ImportDialog
from annotator.ui.import_model import Column
from annotator.ui.session import Session

TEXT = "قال مسؤول محلي إن عشرات العائلات غادرت مدينة الحسكة أمس، وإن الطريق إلى دمشق ما زال مفتوحًا."


@pytest.fixture
def opened(session: Session, make_project: Callable[..., Any]) -> Session:
    session.adopt(make_project("خبر قديم"))
    return session


def read(qtbot: QtBot, session: Session, what: list[Path] | str) -> ImportDialog:
    """A dialog that has read everything."""
    dialog = hold(qtbot, ImportDialog(session, what))
    qtbot.waitUntil(lambda: not dialog.busy)
    return dialog


def titles(session: Session) -> int:
    assert session.project is not None
    return session.project.store.count_articles()


def test_what_is_found_is_shown_and_imported_in_one_step(
    qtbot: QtBot, opened: Session, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text("خبر آخر", encoding="utf-8")
    dialog = read(qtbot, opened, [tmp_path])
    assert dialog.model.rowCount() == 2
    with qtbot.waitSignals([opened.changed, dialog.imported, dialog.accepted]):
        dialog.go.click()
    assert titles(opened) == 3
    opened.undo()
    assert titles(opened) == 1


def test_the_table_keeps_to_the_rules_of_models(
    qtbot: QtBot, opened: Session, tmp_path: Path, qtmodeltester: ModelTester
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    dialog = read(qtbot, opened, [tmp_path])
    qtmodeltester.check(dialog.model)


def test_duplicates_are_told_and_left_out_unless_they_are_wanted(
    qtbot: QtBot, opened: Session, tmp_path: Path
) -> None:
    path = tmp_path / "old.txt"
    path.write_text("خبر قديم", encoding="utf-8")
    dialog = read(qtbot, opened, [path])
    assert not dialog.go.isEnabled()
    assert dialog.duplicates.isVisible()
    dialog.duplicates.click()
    assert dialog.go.isEnabled()
    dialog.duplicates.click()
    assert not dialog.go.isEnabled()
    dialog.duplicates.click()
    dialog.go.click()
    qtbot.waitUntil(lambda: not dialog.busy)
    assert titles(opened) == 2


def test_a_file_that_cannot_be_read_is_left_out_and_says_why(
    qtbot: QtBot, opened: Session, tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.jsonl"
    good.write_text(TEXT, encoding="utf-8")
    bad.write_text('{"text": "x"}\n{"text": 5}\n', encoding="utf-8")
    dialog = read(qtbot, opened, [good, bad])
    remark = dialog.model.index(1, Column.REMARKS).data()
    assert "2" in remark
    assert str(tmp_path) not in remark
    assert not dialog.model.flags(dialog.model.index(1, 0)) & Qt.ItemFlag.ItemIsUserCheckable
    dialog.go.click()
    qtbot.waitUntil(lambda: not dialog.busy)
    assert titles(opened) == 2


def test_a_tick_taken_away_leaves_the_file_out(
    qtbot: QtBot, opened: Session, tmp_path: Path
) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(TEXT + name, encoding="utf-8")
    dialog = read(qtbot, opened, [tmp_path])
    first = dialog.model.index(0, Column.FILE)
    dialog.model.setData(first, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    dialog.go.click()
    qtbot.waitUntil(lambda: not dialog.busy)
    assert titles(opened) == 2


def test_the_encoding_is_seen_and_another_one_chosen(
    qtbot: QtBot, opened: Session, tmp_path: Path
) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(TEXT.encode("cp1256"))
    dialog = read(qtbot, opened, [path])
    assert dialog.preview.encoding.currentData() == "cp1256"
    assert dialog.preview.text.text() == TEXT
    dialog.preview.encoding_chosen.emit(0, "cp1252")
    qtbot.waitUntil(lambda: not dialog.busy)
    assert dialog.preview.text.text() != TEXT
    dialog.preview.encoding_chosen.emit(0, "cp1256")
    qtbot.waitUntil(lambda: not dialog.busy)
    dialog.go.click()
    qtbot.waitUntil(lambda: not dialog.busy)
    assert opened.project is not None
    assert [article.text for article, _ in opened.project.store.iter_articles()][1] == TEXT


def test_what_is_known_is_seen_and_another_format_chosen(
    qtbot: QtBot, opened: Session, tmp_path: Path
) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"text": TEXT, "title": "عنوان\u202e", "date": "2026-03-01"}]))
    dialog = read(qtbot, opened, [path])
    preview = dialog.preview
    assert preview.format.currentData() == "articles_json"
    assert preview.found.text() == "\u2068عنوان\u2069 · \u20682026-03-01\u2069"
    place = preview.format.findData("text")
    preview.format.setCurrentIndex(place)
    preview.format.activated.emit(place)
    qtbot.waitUntil(lambda: not dialog.busy)
    assert preview.text.text().startswith("[{")
    assert preview.format.currentData() == "text"


def test_pasted_text_is_imported(qtbot: QtBot, opened: Session) -> None:
    dialog = read(qtbot, opened, TEXT)
    assert not dialog.preview.encoding.isVisible()
    dialog.go.click()
    qtbot.waitUntil(lambda: not dialog.busy)
    assert titles(opened) == 2


def test_what_fails_while_it_is_written_leaves_the_project_as_it_was(
    qtbot: QtBot, opened: Session, tmp_path: Path
) -> None:
    path = tmp_path / "a.jsonl"
    lines = [json.dumps({"text": f"خبر {n}"}) for n in range(3)]
    path.write_text("\n".join(lines), encoding="utf-8")
    dialog = read(qtbot, opened, [path])
    path.write_text("\n".join(lines[:2]), encoding="utf-8")
    dialog.go.click()
    qtbot.waitUntil(lambda: not dialog.busy)
    assert dialog.message.isVisible()
    assert titles(opened) == 1


def test_closing_stops_the_reading(
    qtbot: QtBot, opened: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = threading.Event()

    def endless(*_: object, cancelled: Callable[[], bool], **__: object) -> None:
        asked.set()
        while True:
            check(cancelled)

    monkeypatch.setattr("annotator.ops.import_plan.plan_import", endless)
    dialog = hold(qtbot, ImportDialog(opened, [tmp_path]))
    qtbot.waitUntil(asked.is_set)
    dialog.cancel.click()
    qtbot.waitUntil(lambda: not opened.jobs.running)
    assert dialog.model.plan is None
    assert dialog.message.text() == ""


def test_a_name_of_arabic_letters_is_shown_before_its_ending(
    qtbot: QtBot, opened: Session, tmp_path: Path
) -> None:
    path = tmp_path / "خبر.txt"
    path.write_text(TEXT, encoding="utf-8")
    model = read(qtbot, opened, [path]).model
    assert model.index(0, 0).data() == "\u2066خبر.txt\u2069", "from left to right"
    opened.language.choose("ar")
    assert model.index(0, 0).data() == "\u2068خبر.txt\u2069", "as its first letter runs"


def test_hostile_names_and_texts_are_plain(qtbot: QtBot, opened: Session, tmp_path: Path) -> None:
    path = tmp_path / "<img src=x>.txt"
    path.write_text('<img src="file:///etc/passwd">', encoding="utf-8")
    dialog = read(qtbot, opened, [path])
    for label in dialog.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText
    assert "<img" not in dialog.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_what_is_set_right_is_shown_with_its_line(
    qtbot: QtBot, opened: Session, tmp_path: Path
) -> None:
    row = {"text": "في الحسكة", "spans": [{"start": 2, "end": 9, "label": "location"}]}
    (tmp_path / "a.jsonl").write_text("\n" + json.dumps(row) + "\n", "utf-8")
    dialog = read(qtbot, opened, [tmp_path])
    repairs = dialog.preview.repairs
    assert repairs.isVisibleTo(dialog)
    assert "Line 2" in repairs.text()
    assert "“\u2068␣الحسكة\u2069” became “\u2068الحسكة\u2069”" in repairs.text()


def test_the_window_lives_while_it_is_written_and_a_stop_leaves_the_project_as_it_was(
    qtbot: QtBot, opened: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    half = threading.Event()

    def endless(project: Any, plan: Any, progress: Any, cancelled: Any) -> None:
        with project.store.operation(OperationName("import")) as op:
            op.add_article(NewArticle(text="خبر نصفه"))
            progress(1, 2)
            half.set()
            while True:
                check(cancelled)

    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    dialog = read(qtbot, opened, [tmp_path])
    monkeypatch.setattr("annotator.ops.imports.run_import", endless)
    dialog.go.click()
    qtbot.waitUntil(lambda: half.is_set() and dialog.progress.value() == 1)
    assert titles(opened) == 1
    assert not dialog.go.isEnabled()
    with qtbot.waitSignal(opened.failed):
        opened.undo()
    dialog.cancel.click()
    qtbot.waitUntil(lambda: not dialog.busy)
    assert dialog.isVisible()
    assert "nothing was imported" in dialog.message.text()
    assert titles(opened) == 1
    dialog.cancel.click()
    assert not dialog.isVisible()


def test_closing_the_project_while_it_is_written_stops_it(
    qtbot: QtBot, opened: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    half = threading.Event()

    def endless(project: Any, plan: Any, progress: Any, cancelled: Any) -> None:
        with project.store.operation(OperationName("import")) as op:
            op.add_article(NewArticle(text="خبر نصفه"))
            half.set()
            while True:
                check(cancelled)

    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    dialog = read(qtbot, opened, [tmp_path])
    monkeypatch.setattr("annotator.ops.imports.run_import", endless)
    dialog.go.click()
    qtbot.waitUntil(half.is_set)
    assert opened.project is not None
    path = opened.project.path
    opened.close()
    assert not dialog.isVisible()
    opened.open(path)
    assert titles(opened) == 1
    assert not opened.read_only


def test_a_large_step_is_undone_in_the_background(
    qtbot: QtBot, opened: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.ops.progress.LARGE", 2)
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(TEXT + name, encoding="utf-8")
    dialog = read(qtbot, opened, [tmp_path])
    with qtbot.waitSignal(dialog.accepted):
        dialog.go.click()
    with qtbot.waitSignal(opened.replayed):
        opened.undo()
    assert titles(opened) == 1
    with qtbot.waitSignal(opened.replayed):
        opened.redo()
    assert titles(opened) == 4
