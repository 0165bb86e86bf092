"""The palette: a button a label, in the project's order, in the interface's language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from marked_article import open_first
from pytestqt.qtbot import QtBot

from annotator.core.labels import LabelSet
from annotator.ui.label_palette import LabelPalette
from annotator.ui.palette_area import PaletteArea
from annotator.ui.session import Session


@pytest.fixture
def palette(qtbot: QtBot, session: Session, make_project: Callable[..., Any]) -> LabelPalette:
    session.adopt(make_project("خبر"))
    open_first(session)
    made = LabelPalette(session)
    qtbot.addWidget(made)
    made.show()
    return made


def names(palette: LabelPalette) -> list[str]:
    return [button.text().strip("\u2068\u2069") for button in palette._buttons.values()]


def test_a_click_tells_the_labels_key_and_presses_nothing(
    palette: LabelPalette, qtbot: QtBot
) -> None:
    button = palette._buttons["location"]
    with qtbot.waitSignal(palette.label_chosen) as signal:
        button.click()
    assert signal.args == ["location"]
    assert not button.isChecked()


def test_the_current_label_is_pressed(palette: LabelPalette) -> None:
    palette.set_current("source")
    assert [key for key, b in palette._buttons.items() if b.isChecked()] == ["source"]
    palette.set_current(None)
    assert not any(button.isChecked() for button in palette._buttons.values())


def test_names_follow_the_language(palette: LabelPalette, session: Session, qtbot: QtBot) -> None:
    assert names(palette) == ["Actor", "Location", "Quantity", "Source"]
    session.language.choose("ar")
    qtbot.waitUntil(lambda: names(palette) == ["فاعل", "مكان", "كمية", "مصدر"])


def test_it_follows_the_label_set(palette: LabelPalette, session: Session) -> None:
    from annotator.ops.labels import save_labels

    actor, location, *_ = session.labels
    renamed = replace(actor, name_en="Agent <b>", digit=None)
    session.run(save_labels, LabelSet((location, renamed)), {})
    assert names(palette) == ["Location", "Agent <b>"]


def test_it_wraps_when_it_is_narrow(palette: LabelPalette) -> None:
    wide = palette._flow.heightForWidth(2000)
    assert palette._flow.heightForWidth(150) > wide


def test_many_labels_are_scrolled_and_the_current_one_is_in_sight(
    palette: LabelPalette, session: Session, qtbot: QtBot
) -> None:
    """Thirty of them left one line of the text."""
    from annotator.ops.labels import save_labels

    area = PaletteArea(palette)
    qtbot.addWidget(area)
    assert area.heightForWidth(400) == palette.heightForWidth(400)  # four of them
    (first, *_) = session.labels
    many = tuple(replace(first, id=0, key=f"label-{n}", digit=None) for n in range(30))
    session.run(save_labels, LabelSet((*session.labels, *many)), {})
    row = palette._buttons["label-0"].sizeHint().height()
    assert 3 * row < area.heightForWidth(400) < 5 * row < palette.heightForWidth(400)
    area.resize(400, area.heightForWidth(400))
    area.show()
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    last = palette._buttons["label-29"]
    assert last.visibleRegion().isEmpty()
    palette.set_current("label-29")
    assert last.visibleRegion().boundingRect() == last.rect()
