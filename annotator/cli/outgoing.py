"""Annotations go out: the export and its options."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.command_group import FormatKey
from annotator.cli.terminal import (
    PATH,
    json_option,
    opened_project,
    print_json,
    progress_bar,
    project_argument,
)
from annotator.errors import UserError

if TYPE_CHECKING:
    from annotator.formats.options import ExportOptions

_STATUSES = ("new", "in_progress", "done", "skipped")
_CLITICS = ("whole", "strict", "split", "segment", "range")
_SEGMENTS = ("atbtok", "d3tok")
_NESTING = ("outermost", "innermost", "priority", "columns")
_SCHEMES = ("iob2", "iob1", "bioes", "io")


@click.command()
@project_argument
@click.argument("out", type=PATH)
@click.option("--format", "format_", type=FormatKey(writing=True), required=True)
@click.option("--clitics", type=click.Choice(_CLITICS), help="What becomes of half a token.")
@click.option("--segments", type=click.Choice(_SEGMENTS), help="How far “segment” cuts.")
@click.option("--nesting", type=click.Choice(_NESTING), help="Which of overlapping spans.")
@click.option("--scheme", type=click.Choice(_SCHEMES), help="How tags are written.")
@click.option("--status", type=click.Choice(_STATUSES), help="Only articles of this status.")
@click.option("--report", type=PATH, metavar="FILE", help="What was lost: text, or .json.")
@click.option("--skip-damaged", is_flag=True, help="Leave damaged articles out.")
@json_option
def export(
    project: Path,
    out: Path,
    format_: str,
    clitics: str | None,
    segments: str | None,
    nesting: str | None,
    scheme: str | None,
    status: str | None,
    report: Path | None,
    skip_damaged: bool,
    as_json: bool,
) -> None:
    """Export the articles, every annotation verified first.

    OUT is a file; a format of several files makes a new folder, or a .zip when OUT ends so.
    """
    from annotator.core.article import Status
    from annotator.ops.exports import export as run_export

    options = _options(
        out, format_, clitics=clitics, segments=segments, nesting=nesting, scheme=scheme
    )
    with (
        opened_project(project, read_only=True) as opened,
        progress_bar("Exporting", as_json) as progress,
    ):
        losses = run_export(
            opened,
            out,
            format=format_,
            options=options,
            status=Status(status) if status else None,
            report=report,
            skip_damaged=skip_damaged,
            progress=progress,
        )
    with losses:
        if as_json:
            print_json({"file": str(out), **losses.totals()})
            return
        click.echo(f"Wrote {out}: {losses.headline()}")
        if losses.total and report is None:
            click.echo("Name a file with --report to have each of them listed.", err=True)


def _options(out: Path, format_: str, **chosen: str | None) -> ExportOptions:
    """One that has no effect in the format is wrong usage."""
    from annotator.formats.options import OPTIONS
    from annotator.formats.registry import format_for_writing

    known = {name: OPTIONS[name](value) for name, value in chosen.items() if value is not None}
    try:
        return format_for_writing(out, format_).options(**known)
    except UserError as error:
        raise click.UsageError(str(error)) from error
