"""The table of commands: no two on one key, and each key works on an Arabic layout too."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from annotator.ui.arabic_keys import sequences, twin
from annotator.ui.commands import BY_NAME, COMMANDS, PLACES, Actions
from annotator.ui.icons import icon
from annotator.ui.session import Session


@pytest.mark.parametrize(
    ("keys", "arabic"),
    [
        ("Ctrl+Z", "Ctrl+ئ"),
        ("Ctrl+Shift+D", "Ctrl+Shift+ي"),
        ("Ctrl+B", "Ctrl+ﻻ"),
        ("[", "ج"),
        ("Shift+]", "Shift+د"),
        ("3", "٣"),
        ("Ctrl+,", "Ctrl+و"),
        ("Ctrl+Down", ""),
        ("F3", ""),
        ("Del", ""),
    ],
)
def test_a_key_has_its_arabic_twin(keys: str, arabic: str) -> None:
    assert twin(keys) == arabic


def test_no_two_commands_share_a_key() -> None:
    keys = Counter(
        each.toString()
        for command in COMMANDS
        if command.scope != "view"
        for each in sequences(command.keys)
    )
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_command_is_on_what_an_arabic_keyboard_types_with_shift_on_another_s_key() -> None:
    """X11's `ara` types ] for Shift+D and [ for Shift+F: Ctrl+Shift+] would be Ctrl+Shift+D too."""
    taken = {each.toString() for command in COMMANDS for each in sequences(command.keys)}
    typed = {"D": "]", "F": "["}
    clashes = {
        keys
        for keys in taken
        if keys.startswith("Ctrl+Shift+")
        and keys[-1] in typed
        and keys[:-1] + typed[keys[-1]] in taken
    }
    assert clashes == set()


def test_every_shortcut_is_one_that_qt_knows(qapp: QApplication) -> None:
    for command in COMMANDS:
        for keys in command.keys:
            assert not QKeySequence(keys).isEmpty(), command.name


def test_names_are_unique_and_places_are_menus() -> None:
    assert len(BY_NAME) == len(COMMANDS)
    assert all(c.place in PLACES for c in COMMANDS if c.scope != "view")


def test_every_icon_can_be_drawn(session: Session) -> None:
    for command in COMMANDS:
        if command.icon:
            assert not icon(command.icon, session.theme).isNull(), command.icon


def test_actions_are_enabled_by_what_is_open(session: Session, qapp: QApplication) -> None:
    window = QWidget()
    actions = Actions(window, session.theme)
    actions.enable(project=True, article=True, writable=False)
    assert actions["export"].isEnabled()
    assert actions["find"].isEnabled()
    assert not actions["remove"].isEnabled()
    assert not actions["import_files"].isEnabled()
    actions.enable(project=False, article=False, writable=False)
    assert not actions["export"].isEnabled()
    assert actions["new_project"].isEnabled()


@pytest.mark.parametrize(("language", "name"), [("en", "Flag"), ("ar", "تمييز بعلامة")])
def test_a_button_names_its_key(
    session: Session, qapp: QApplication, language: str, name: str
) -> None:
    session.language.choose(language)
    window = QWidget()
    actions = Actions(window, session.theme)
    actions.retranslate()
    assert actions["flag"].toolTip() == f"{name} (\u2066Ctrl+G\u2069)"
    assert actions["save_copy"].toolTip()[-1] not in "…)"
