"""Two languages, live: direction and words turn round without a restart."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from annotator.core.change import OperationName
from annotator.errors import DataError, UserError
from annotator.formats.loss import LossReport, Reason
from annotator.ui.loss_totals import LossTotals
from annotator.ui.plain_label import PlainLabel
from annotator.ui.session import Session
from annotator.ui.translate import filled, isolated, operation, sentence
from annotator.ui.window import MainWindow


def test_switching_mirrors_every_widget_and_back(
    session: Session, qtbot: QtBot, qapp: QApplication
) -> None:
    label = QLabel("…")
    qtbot.addWidget(label)
    assert label.layoutDirection() == Qt.LayoutDirection.LeftToRight
    with qtbot.waitSignal(session.language.changed):
        session.language.choose("ar")
    assert label.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert session.preferences.language == "ar"
    session.language.choose("en")
    assert label.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_qts_own_buttons_are_translated(session: Session) -> None:
    session.language.choose("ar")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") != "Cancel"
    session.language.choose("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_an_unknown_language_is_a_mistake_of_ours(session: Session) -> None:
    with pytest.raises(ValueError, match="fr"):
        session.language.choose("fr")


def test_a_name_from_outside_cannot_stir_the_sentence() -> None:
    title = "سطر\nأول \u202e مقلوب"
    shown = filled("Undo: tag {text} as {label}", {"text": title})
    assert shown.startswith("Undo: tag \u2068سطر أول")
    assert shown.endswith("as ")
    assert "\n" not in shown
    assert len(isolated("ن" * 500)) == 50


def test_an_error_is_a_sentence_with_its_remedy(session: Session) -> None:
    error = UserError("There is no file {path}.", remedy="Look {n} times.", path="/news/a b", n=2)
    assert str(error) == "There is no file /news/a b. Look 2 times."
    assert sentence(error) == "There is no file \u2068/news/a b\u2069. Look 2 times."


def test_the_slash_of_a_path_stays_at_its_beginning_in_an_arabic_sentence(session: Session) -> None:
    error = DataError("{name} is empty.", file=Path("/news/a.txt"), line=3, name="a\u202e\nb")
    assert sentence(error) == "\u200e\u2068/news/a.txt:3\u2069: \u2068a b\u2069 is empty."


@pytest.mark.parametrize("name", ["/أخبار/خبر.txt", "/news/a.txt"])
@pytest.mark.parametrize(
    ("language", "direction"),
    [("ar", Qt.LayoutDirection.RightToLeft), ("en", Qt.LayoutDirection.LeftToRight)],
)
def test_a_sentence_that_begins_with_a_name_runs_as_its_own_language_does(
    session: Session, language: str, direction: Qt.LayoutDirection, name: str
) -> None:
    session.language.choose(language)
    for said in (
        sentence(DataError("The article has no text.", file=Path(name), line=3)),
        filled("{name}: {name}", {"name": name}),
    ):
        document = QTextDocument()  # in which a label keeps what can be selected
        document.setPlainText(said)
        assert document.firstBlock().textDirection() == direction


def test_a_live_switch_renames_what_data_named(window: MainWindow) -> None:
    window.session.language.choose("ar")
    assert "فاعل" in window.actions_["tag_1"].text()
    place = window.workspace.header.findChild(PlainLabel)
    assert place.text() == "1 من 16"
    window.session.language.choose("en")
    assert "Actor" in window.actions_["tag_1"].text()
    assert place.text() == "1 / 16"


def test_the_keys_in_an_arabic_menu_are_what_the_caps_say(window: MainWindow) -> None:
    """Qt says Ctrl+الأسفل, and draws [ as its mirror image."""
    window.session.language.choose("ar")
    told = {"start_out": "[", "next_article": "Ctrl+↓", "remove": "Delete", "find": "Ctrl+F"}
    for name, keys in told.items():
        action = window.actions_[name]
        assert action.text().endswith(f"\t\u2066{keys}\u2069")
        assert action.toolTip().endswith(f"(\u2066{keys}\u2069)")
    window.session.language.choose("en")
    assert "\t" not in window.actions_["start_out"].text()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_large_numbers_are_grouped(session: Session, qtbot: QtBot, language: str) -> None:
    session.language.choose(language)
    totals = LossTotals()
    qtbot.addWidget(totals)
    with LossReport("conll2003") as report:
        report.reasons[Reason.INSIDE_TOKEN] = 124_120
        totals.show_report(report)
        assert "124,120" in totals.text()
        assert "124,120" in totals.sums(report)
    assert "5,000" in operation(OperationName("status_many", {"count": "5000"}))
