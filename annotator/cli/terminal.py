"""What the commands share: the project, a bar of progress, what is printed."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from annotator.ops.progress import Progress
    from annotator.ops.project import Project

PATH = click.Path(path_type=Path)
json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print JSON, for a program to read."
)
project_argument = click.argument("project", type=PATH)


@contextlib.contextmanager
def opened_project(path: Path, *, read_only: bool = False) -> Iterator[Project]:
    from annotator.ops.project import open_project
    from annotator.store.opening import is_older

    upgrades = is_older(path) and not read_only
    with progress_bar("Upgrading", quiet=not upgrades) as progress:
        project = open_project(path, read_only=read_only, progress=progress)
    try:
        yield project
    finally:
        project.close()


@contextlib.contextmanager
def progress_bar(title: str, quiet: bool) -> Iterator[Progress]:
    """A bar on the terminal, when there is one to see it."""
    if quiet or not sys.stderr.isatty():
        yield lambda done, total: None
        return
    with click.progressbar(length=1, label=title, file=sys.stderr) as bar:
        yield _teller(bar)


def _teller(bar: Any) -> Callable[[int, int], None]:
    def tell(done: int, total: int) -> None:
        if total:  # else nobody knows how far it is
            bar.length = total
            bar.update(done - bar.pos)

    return tell


def print_json(value: dict[str, Any]) -> None:
    click.echo(json.dumps(value, ensure_ascii=False))


def counted(n: int, noun: str) -> str:
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"


def one_line(text: str) -> str:
    return " ".join(text.split())
