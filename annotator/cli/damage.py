"""Whether a project is whole, and what can be saved of one that is not."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.command_group import fail
from annotator.cli.terminal import (
    PATH,
    counted,
    json_option,
    one_line,
    opened_project,
    print_json,
    progress_bar,
    project_argument,
)

if TYPE_CHECKING:
    from annotator.store.records import Problem


@click.command()
@project_argument
@json_option
def check(project: Path, as_json: bool) -> None:
    """Verify every text's hash and every annotation's seal. Exit code 1 when one is broken."""
    from annotator.ops.checks import check_project

    with (
        opened_project(project, read_only=True) as opened,
        progress_bar("Checking", as_json) as progress,
    ):
        problems = check_project(opened, progress)
    if as_json:
        print_json(
            {
                "ok": not problems,
                "problems": [
                    {"message": str(p), "article": p.article, "annotation": p.annotation}
                    for p in problems
                ],
            }
        )
    else:
        for problem in problems:
            click.echo(one_line(str(problem)))
        click.echo("The project is whole." if not problems else counted(len(problems), "problem"))
    if problems:
        fail(f"{project} is damaged. Restore one of its backups, or see hashiya rescue --help.")


@click.command()
@project_argument
@click.argument("out", type=PATH)
@json_option
def rescue(project: Path, out: Path, as_json: bool) -> None:
    """Save what can be read of a damaged project as a new one. Exit code 1 when some is lost."""
    from annotator.store.rescue import rescue as run_rescue

    with progress_bar("Rescuing", as_json) as progress:
        told = run_rescue(project, out, progress=progress)
    if as_json:
        print_json({"file": str(out)} | dataclasses.asdict(told) | {
            "lost": [_problem(p) for p in told.lost],
            "doubtful": [_problem(p) for p in told.doubtful],
        })  # fmt: skip
    else:
        saved = f"{counted(told.articles, 'article')} and {counted(told.annotations, 'annotation')}"
        click.echo(f"Saved {saved} in {out}.")
        for heading, problems in (("Lost", told.lost), ("To be looked at", told.doubtful)):
            if problems:
                click.echo(f"{heading}: {len(problems):,}")
            for problem in problems:
                click.echo(f"  {one_line(str(problem))}")
    if told.lost:
        fail(f"Not all of {project} could be saved. See whether a backup of it has the rest.")


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "message": str(problem),
        "article": problem.article,
        "annotation": problem.annotation,
        "fields": dict(problem.fields),
    }
