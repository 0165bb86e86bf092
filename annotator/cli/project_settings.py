"""A project's settings, shown and changed: those of the settings dialog."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from annotator.cli.terminal import json_option, opened_project, print_json, project_argument

if TYPE_CHECKING:
    from annotator.ops.project import Project


_Command = TypeVar("_Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class _Choice:
    """What is stored under `key` for each word of the command line; the first is the default."""

    key: str
    words: Mapping[str, Any]


_CHOICES: Final = {
    "overlap": _Choice("overlap_policy", {"nested": "nested", "none": "none", "any": "any"}),
    "proclitics": _Choice("leave_out_proclitics", {"out": True, "in": False}),
    "numbers": _Choice("number_tokens", {"camel": False, "one": True}),
    "tatweel": _Choice("tatweel_tokens", {"camel": False, "split": True}),
}


def _choice(name: str, help: str) -> Callable[[_Command], _Command]:
    return click.option(f"--{name}", type=click.Choice(list(_CHOICES[name].words)), help=help)


@click.command()
@project_argument
@click.option("--annotator", metavar="NAME", help="Who annotates from now on.")
@_choice("overlap", "Which annotations may share words.")
@_choice("proclitics", "Whether و ف ب ل ك س are left out when a word is marked.")
@_choice("numbers", "Tokens of 3.5, ٣٫٥, 1,250 and 12% in exports: camel-tools’, or one each.")
@_choice("tatweel", "Tokens of الـ27 in exports: camel-tools’ one, or الـ and 27.")
@json_option
def settings(project: Path, annotator: str | None, as_json: bool, **chosen: str | None) -> None:
    """Show the settings of a project, or change those given: one step, which can be undone."""
    changes = {
        _CHOICES[name].key: _CHOICES[name].words[word]
        for name, word in chosen.items()
        if word is not None
    }
    if annotator is not None:
        if not annotator.strip():
            raise click.BadParameter("it cannot be empty.", param_hint="--annotator")
        changes["annotator"] = annotator.strip()
    with opened_project(project, read_only=not changes) as opened:
        if changes:
            from annotator.ops.settings import set_settings

            set_settings(opened, changes)
        shown = {"annotator": opened.annotator} | {
            name: _word(opened, choice) for name, choice in _CHOICES.items()
        }
    if as_json:
        print_json(shown)
        return
    for name, word in shown.items():
        click.echo(f"{name:<12}{word}")


def _word(project: Project, choice: _Choice) -> str:
    stored = project.setting(choice.key)
    return next((w for w, v in choice.words.items() if v == stored), next(iter(choice.words)))
