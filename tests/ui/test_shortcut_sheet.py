"""The F1 sheet shows every key that there is."""

from __future__ import annotations

from held_dialog import hold
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.ui.commands import COMMANDS, caps
from annotator.ui.session import Session
from annotator.ui.shortcut_sheet import KeyCaps, ShortcutSheet


def test_every_command_with_a_key_is_on_the_sheet(qtbot: QtBot, session: Session) -> None:
    sheet = hold(qtbot, ShortcutSheet(session))
    told = {label.text() for label in sheet.area.widget().findChildren(QLabel)}
    for command in COMMANDS:
        if command.keys and not command.number:
            assert command.text.replace("&", "").rstrip("…") in told
    rows = sheet.area.widget().findChildren(KeyCaps)
    assert len(rows) == sum(bool(c.keys) and c.number < 2 for c in COMMANDS)


def test_caps_are_what_is_printed_on_the_keys() -> None:
    assert caps("Ctrl+Shift+Down") == ["Ctrl", "Shift", "↓"]
    assert caps("Ctrl++") == ["Ctrl", "+"]
    assert caps("[") == ["["]


def test_it_follows_the_theme_and_the_language(qtbot: QtBot, session: Session) -> None:
    sheet = hold(qtbot, ShortcutSheet(session))
    session.theme.choose("dark")
    session.language.choose("ar")
    assert sheet.area.widget().findChildren(KeyCaps)
