"""How the command line reads its first word, and what its errors become."""

from __future__ import annotations

from typing import Any, NoReturn

import click

from annotator.errors import HashiyaError


class FormatKey(click.ParamType[str]):
    """A format that can be written, or read; the table of them is looked at only when needed."""

    name = "format"

    def __init__(self, *, writing: bool) -> None:
        self.writing = writing

    def keys(self) -> list[str]:
        from annotator.formats.registry import READERS, WRITERS

        if self.writing:
            return [known.key for known in WRITERS]
        return ["auto", *(known.key for known in READERS)]

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        return f"[{'|'.join(self.keys())}]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value not in self.keys():
            self.fail(f"{value!r} is not one of {', '.join(self.keys())}.", param, ctx)
        return str(value)


class WindowCommand(click.Command):
    """The command without a name: its usage reads `hashiya`, not a name of its own."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any
    ) -> click.Context:
        return super().make_context("hashiya", args, None, **extra)


class CommandGroup(click.Group):
    """A group whose first word may also be a file: then the window opens it.

    A file that is named like a command is opened as ./NAME.
    """

    window: click.Command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        first = next((arg for arg in args if not arg.startswith("-")), None)
        if not args or (args[0] not in ("--help", "--version") and first not in self.commands):
            args = [self.window.name or "", *args]
        return super().parse_args(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return self.window if cmd_name == self.window.name else super().get_command(ctx, cmd_name)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what a person can mend becomes one sentence and exit code 1."""
        try:
            return super().invoke(ctx)
        except HashiyaError as error:
            fail(str(error))
        except KeyboardInterrupt:
            fail("Cancelled: nothing was changed.")


def fail(message: str) -> NoReturn:
    """Say it on standard error and end with exit code 1."""
    click.echo(f"hashiya: {message}", err=True)
    raise click.exceptions.Exit(1)
