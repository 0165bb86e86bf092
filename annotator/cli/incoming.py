"""Articles come in: imported, and revised by later versions."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from annotator.cli.command_group import FormatKey, fail
from annotator.cli.import_summary import import_summary
from annotator.cli.terminal import (
    PATH,
    counted,
    json_option,
    opened_project,
    print_json,
    progress_bar,
    project_argument,
)

if TYPE_CHECKING:
    from annotator.ops.import_items import ImportPlan

_MOST_ERRORS = 20  # of one import that are printed


@click.command("import")
@project_argument
@click.argument("paths", nargs=-1, required=True, type=PATH)
@click.option("--format", "format_", type=FormatKey(writing=False), default="auto")
@click.option("--encoding", default="auto", metavar="auto|NAME", help="Such as windows-1256.")
@click.option("--keep-duplicates", is_flag=True, help="Import texts that are there already.")
@click.option("--report", type=PATH, metavar="FILE", help="What was set right: text, or .json.")
@json_option
def import_(
    project: Path,
    paths: tuple[Path, ...],
    format_: str,
    encoding: str,
    keep_duplicates: bool,
    report: Path | None,
    as_json: bool,
) -> None:
    """Import articles: files, and folders with all that is in them. All or nothing."""
    from annotator.formats.encoding import known_encoding

    if not known_encoding(encoding):
        raise click.BadParameter(f"there is no encoding {encoding!r}.", param_hint="--encoding")
    from annotator.ops.imports import plan_import, run_import

    with opened_project(project) as opened:
        with progress_bar("Reading", as_json) as progress:
            plan = plan_import(
                paths, store=opened.store, format=format_, encoding=encoding, progress=progress
            )
        if keep_duplicates:
            plan = plan.keeping_duplicates()
        with contextlib.closing(plan):
            if plan.errors:
                _refuse_import(plan, as_json)
            with progress_bar("Importing", as_json) as progress:
                run_import(opened, plan, progress, report=report)
    _told_import(plan, as_json)


def _refuse_import(plan: ImportPlan, as_json: bool) -> NoReturn:
    errors = plan.errors
    for error in errors[:_MOST_ERRORS]:
        click.echo(f"hashiya: {error}", err=True)
    if len(errors) > _MOST_ERRORS:
        click.echo(f"hashiya: … and {len(errors) - _MOST_ERRORS} more.", err=True)
    if as_json:
        print_json(import_summary(plan, 0))
    fail("Nothing was imported.")


def _told_import(plan: ImportPlan, as_json: bool) -> None:
    if as_json:
        print_json(import_summary(plan, plan.articles))
        return
    for item in plan.items:
        for notice in item.notices:
            click.echo(f"{item.path}: {notice}", err=True)
    click.echo(f"Imported {counted(plan.articles, 'article')}.")
    if plan.skipped:
        click.echo(f"Left out {counted(plan.skipped, 'duplicate')}.")


@click.command()
@project_argument
@click.argument("paths", nargs=-1, required=True, type=PATH)
@click.option("--article", metavar="ID", help="The one that is revised, by the start of its id.")
@click.option("--encoding", default="auto", metavar="auto|NAME", help="Such as windows-1256.")
@click.option("--dry-run", is_flag=True, help="Say what would happen, and write nothing.")
@json_option
def revise(
    project: Path,
    paths: tuple[Path, ...],
    article: str | None,
    encoding: str,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Replace texts by later versions, annotations taken along. All or nothing, one undo step.

    Each article in the files revises the one with the same id, web address or file name.
    Annotations in the files are not read.
    """
    from annotator.ops.originals import named_article, read_revisions
    from annotator.ops.revise import revise as run_revise
    from annotator.ops.revision_report import lines, moves

    with opened_project(project, read_only=dry_run) as opened:
        original = None if article is None else named_article(opened.store, article)
        with progress_bar("Reading", as_json) as progress:
            revisions = list(
                read_revisions(
                    opened.store, paths, article_id=original, encoding=encoding, progress=progress
                )
            )
        if revisions and not dry_run:
            run_revise(opened, *revisions)
    if as_json:
        print_json({"written": not dry_run, "articles": [moves(one) for one in revisions]})
        return
    for revision in revisions:
        for line in lines(revision):
            click.echo(line)
    done = "Would revise" if dry_run else "Revised"
    click.echo(f"{done} {counted(len(revisions), 'article')}.")
