"""The README's keyboard sheet names what the program does."""

from __future__ import annotations

import re
from pathlib import Path

from annotator.ui.commands import COMMANDS

README = Path(__file__).resolve().parents[2] / "README.md"


def sheet() -> list[str]:
    """The lines of the table under “Keys”."""
    section = README.read_text(encoding="utf-8").split("\n## Keys\n")[1].split("\n## ")[0]
    return [line for line in section.splitlines() if line.startswith("| `")]


def test_each_command_with_a_key_stands_in_the_readme_with_its_first_one() -> None:
    told = {key for line in sheet() for key in re.findall(r"`([^`]+)`", line)}
    wanted = {command.keys[0]: command.name for command in COMMANDS if command.keys}
    assert {name for key, name in wanted.items() if key not in told} == set()


def test_the_readme_tells_of_no_key_that_does_nothing() -> None:
    told = {key for line in sheet() for key in re.findall(r"`([^`]+)`", line)}
    assert told <= {key for command in COMMANDS for key in command.keys}
