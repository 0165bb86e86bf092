"""The command line. Its output is a contract: a program reads it with `--json`.

Exit codes: 0 fine; 1 the data is wrong or something could not be done, said in a sentence on
standard error; 2 wrong usage. Nothing heavy is imported before a command needs it: `--help` comes
at once. The window opens by `annotator.__main__`, without this, where nothing else can be meant.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click

from annotator import __version__, display
from annotator.cli.command_group import CommandGroup, WindowCommand, fail
from annotator.cli.damage import check, rescue
from annotator.cli.incoming import import_, revise
from annotator.cli.outgoing import export
from annotator.cli.project_settings import settings
from annotator.cli.projects import labels, new, stats
from annotator.cli.terminal import PATH


@click.group(
    cls=CommandGroup,
    subcommand_metavar="[PATH…] | COMMAND [ARGS]…",
    context_settings={"help_option_names": ["--help"]},
)
@click.version_option(__version__, prog_name="hashiya")
def cli() -> None:
    """Mark spans in Arabic news by hand, lose nothing, and export exact training data.

    Without a command the window opens: with the welcome page, with the project given, or with
    the articles and folders given, to be brought into a project.
    """


@click.command(" window", cls=WindowCommand)  # a name that no command typed can have
@click.argument("paths", nargs=-1, type=PATH)
@click.option("--samples", is_flag=True, help="Open the sample articles.")
@click.pass_context
def window(ctx: click.Context, paths: tuple[Path, ...], samples: bool) -> None:
    """Open the window."""
    for path in paths:
        if not path.exists():
            _refuse_missing(ctx, path)
    if display.is_missing():
        fail("There is no display to open a window on. See hashiya --help for what works without.")
    from annotator import app

    ctx.exit(app.run(list(paths), samples=samples))


CommandGroup.window = window
for command in (new, import_, revise, export, stats, check, rescue, labels, settings):
    cli.add_command(command)


def _refuse_missing(ctx: click.Context, path: Path) -> NoReturn:
    """A mistyped command is wrong usage, a missing file is not."""
    if path.suffix or len(path.parts) > 1:
        fail(f"There is no file or folder {path}. Check the name.")
    ctx.fail(f"There is no command and no file “{path}”. See hashiya --help.")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit. Output is UTF-8 whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):  # None under pythonw
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    cli.main(args=arguments, prog_name="hashiya")
