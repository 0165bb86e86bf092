"""The command line. Its output is a contract: a program reads it with `--json`.

Exit codes: 0 fine; 1 the data is wrong or something could not be done, said in a sentence on
standard error; 2 wrong usage. Nothing heavy is imported before a command needs it: `--help` and
the window start at once.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from annotator import __version__
from annotator.command_group import CommandGroup, FormatKey, WindowCommand, fail
from annotator.errors import UserError
from annotator.import_summary import import_summary

if TYPE_CHECKING:
    from annotator.core.labels import LabelSet
    from annotator.formats.options import ExportOptions
    from annotator.ops.import_plan import ImportPlan
    from annotator.ops.progress import Progress
    from annotator.ops.project import Project
    from annotator.store.records import Problem

_MOST_ERRORS = 20  # of one import that are printed
_STATUSES = ("new", "in_progress", "done", "skipped")
_CLITICS = ("whole", "strict", "split", "segment", "range")
_SEGMENTS = ("atbtok", "d3tok")
_NESTING = ("outermost", "innermost", "priority", "columns")
_SCHEMES = ("iob2", "iob1", "bioes", "io")

_path = click.Path(path_type=Path)
_json = click.option("--json", "as_json", is_flag=True, help="Print JSON, for a program to read.")
_project = click.argument("project", type=_path)


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
@click.argument("paths", nargs=-1, type=_path)
@click.option("--samples", is_flag=True, help="Open the sample articles.")
@click.pass_context
def window(ctx: click.Context, paths: tuple[Path, ...], samples: bool) -> None:
    """Open the window."""
    for path in paths:
        if not path.exists():
            _refuse_missing(ctx, path)
    if _headless():
        fail("There is no display to open a window on. See hashiya --help for what works without.")
    from annotator import app

    ctx.exit(app.run(list(paths), samples=samples))


CommandGroup.window = window


def _headless() -> bool:
    """Whether Qt would abort: a Unix without a display, and no other platform was asked for."""
    if sys.platform in ("win32", "darwin"):
        return False
    wanted = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not any(os.environ.get(name) for name in wanted)


def _refuse_missing(ctx: click.Context, path: Path) -> NoReturn:
    """A mistyped command is wrong usage, a missing file is not."""
    if path.suffix or len(path.parts) > 1:
        fail(f"There is no file or folder {path}. Check the name.")
    ctx.fail(f"There is no command and no file “{path}”. See hashiya --help.")


@cli.command()
@_project
@click.option("--annotator", metavar="NAME", help="Who annotates (your login name otherwise).")
@click.option("--labels", type=_path, metavar="FILE", help="The label set, as TOML.")
def new(project: Path, annotator: str | None, labels: Path | None) -> None:
    """Make an empty project."""
    import getpass

    from annotator.formats.label_toml import read_labels
    from annotator.ops.project import new_project

    label_set = read_labels(labels) if labels is not None else None
    new_project(project, annotator or getpass.getuser(), label_set).close()
    click.echo(f"Made the project {project}.")


@cli.command("import")
@_project
@click.argument("paths", nargs=-1, required=True, type=_path)
@click.option("--format", "format_", type=FormatKey(writing=False), default="auto")
@click.option("--encoding", default="auto", metavar="auto|NAME", help="Such as windows-1256.")
@click.option("--keep-duplicates", is_flag=True, help="Import texts that are there already.")
@click.option("--report", type=_path, metavar="FILE", help="What was set right: text, or .json.")
@_json
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

    with _opened(project) as opened:
        with _progress("Reading", as_json) as progress:
            plan = plan_import(
                paths, store=opened.store, format=format_, encoding=encoding, progress=progress
            )
        if keep_duplicates:
            plan = plan.keeping_duplicates()
        with contextlib.closing(plan):
            if plan.errors:
                _refuse_import(plan, as_json)
            with _progress("Importing", as_json) as progress:
                run_import(opened, plan, progress, report=report)
    _told_import(plan, as_json)


def _refuse_import(plan: ImportPlan, as_json: bool) -> NoReturn:
    errors = plan.errors
    for error in errors[:_MOST_ERRORS]:
        click.echo(f"hashiya: {error}", err=True)
    if len(errors) > _MOST_ERRORS:
        click.echo(f"hashiya: … and {len(errors) - _MOST_ERRORS} more.", err=True)
    if as_json:
        _print_json(import_summary(plan, 0))
    fail("Nothing was imported.")


def _told_import(plan: ImportPlan, as_json: bool) -> None:
    if as_json:
        _print_json(import_summary(plan, plan.articles))
        return
    for item in plan.items:
        for notice in item.notices:
            click.echo(f"{item.path}: {notice}", err=True)
    click.echo(f"Imported {_count(plan.articles, 'article')}.")
    if plan.skipped:
        click.echo(f"Left out {_count(plan.skipped, 'duplicate')}.")


@cli.command()
@_project
@click.argument("paths", nargs=-1, required=True, type=_path)
@click.option("--article", metavar="ID", help="The one that is revised, by the start of its id.")
@click.option("--encoding", default="auto", metavar="auto|NAME", help="Such as windows-1256.")
@click.option("--dry-run", is_flag=True, help="Say what would happen, and write nothing.")
@_json
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

    with _opened(project, read_only=dry_run) as opened:
        original = None if article is None else named_article(opened.store, article)
        with _progress("Reading", as_json) as progress:
            revisions = list(
                read_revisions(
                    opened.store, paths, article_id=original, encoding=encoding, progress=progress
                )
            )
        if revisions and not dry_run:
            run_revise(opened, *revisions)
    if as_json:
        _print_json({"written": not dry_run, "articles": [moves(one) for one in revisions]})
        return
    for revision in revisions:
        for line in lines(revision):
            click.echo(line)
    done = "Would revise" if dry_run else "Revised"
    click.echo(f"{done} {_count(len(revisions), 'article')}.")


@cli.command()
@_project
@click.argument("out", type=_path)
@click.option("--format", "format_", type=FormatKey(writing=True), required=True)
@click.option("--clitics", type=click.Choice(_CLITICS), help="What becomes of half a token.")
@click.option("--segments", type=click.Choice(_SEGMENTS), help="How far “segment” cuts.")
@click.option("--nesting", type=click.Choice(_NESTING), help="Which of overlapping spans.")
@click.option("--scheme", type=click.Choice(_SCHEMES), help="How tags are written.")
@click.option("--status", type=click.Choice(_STATUSES), help="Only articles of this status.")
@click.option("--report", type=_path, metavar="FILE", help="What was lost: text, or .json.")
@click.option("--skip-damaged", is_flag=True, help="Leave damaged articles out.")
@_json
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
    with _opened(project, read_only=True) as opened, _progress("Exporting", as_json) as progress:
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
            _print_json({"file": str(out), **losses.totals()})
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


@cli.command()
@_project
@_json
def stats(project: Path, as_json: bool) -> None:
    """Count articles by status, annotations by label and annotator, and tokens."""
    from annotator.ops.checks import stats as count

    with _opened(project, read_only=True) as opened:
        counts = count(opened)
    summary = {
        "articles": counts.articles,
        "by_status": {status.value: n for status, n in counts.by_status.items()},
        "annotations": counts.annotations,
        "by_label": dict(counts.by_label),
        "by_annotator": dict(counts.by_annotator),
        "to_review": counts.to_review,
        "tokens": counts.tokens,
    }
    if as_json:
        _print_json(summary)
        return
    for key, value in summary.items():
        if isinstance(value, dict):
            for name, n in value.items():
                click.echo(f"  {n:>10,}  {_one_line(str(name))}")
        else:
            click.echo(f"{value:>12,}  {key.replace('_', ' ')}")


@cli.command()
@_project
@_json
def check(project: Path, as_json: bool) -> None:
    """Verify every text's hash and every annotation's seal. Exit code 1 when one is broken."""
    from annotator.ops.checks import check_project

    with _opened(project, read_only=True) as opened, _progress("Checking", as_json) as progress:
        problems = check_project(opened, progress)
    if as_json:
        _print_json(
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
            click.echo(_one_line(str(problem)))
        click.echo("The project is whole." if not problems else _count(len(problems), "problem"))
    if problems:
        fail(f"{project} is damaged. Restore one of its backups, or see hashiya rescue --help.")


@cli.command()
@_project
@click.argument("out", type=_path)
@_json
def rescue(project: Path, out: Path, as_json: bool) -> None:
    """Save what can be read of a damaged project as a new one. Exit code 1 when some is lost."""
    from annotator.store.rescue import rescue as run_rescue

    with _progress("Rescuing", as_json) as progress:
        told = run_rescue(project, out, progress=progress)
    if as_json:
        _print_json({"file": str(out)} | dataclasses.asdict(told) | {
            "lost": [_problem(p) for p in told.lost],
            "doubtful": [_problem(p) for p in told.doubtful],
        })  # fmt: skip
    else:
        saved = f"{_count(told.articles, 'article')} and {_count(told.annotations, 'annotation')}"
        click.echo(f"Saved {saved} in {out}.")
        for heading, problems in (("Lost", told.lost), ("To be looked at", told.doubtful)):
            if problems:
                click.echo(f"{heading}: {len(problems):,}")
            for problem in problems:
                click.echo(f"  {_one_line(str(problem))}")
    if told.lost:
        fail(f"Not all of {project} could be saved. See whether a backup of it has the rest.")


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "message": str(problem),
        "article": problem.article,
        "annotation": problem.annotation,
        "fields": dict(problem.fields),
    }


@cli.command()
@_project
@click.option("--set", "file", type=_path, metavar="FILE", help="Use the label set in FILE.")
def labels(project: Path, file: Path | None) -> None:
    """Print the label set as TOML, or replace it."""
    from annotator.formats.label_toml import read_labels, write_labels

    if file is None:
        with _opened(project, read_only=True) as opened:
            click.echo(write_labels(opened.store.label_set()), nl=False)
        return
    from annotator.ops.labels import save_labels, uses

    label_set = read_labels(file)
    with _opened(project) as opened:
        for label in opened.labels:
            if label.key not in label_set and (count := uses(opened, label)):
                fail(
                    f"{_count(count, 'annotation')} of {project} have the label “{label.key}”, "
                    f"which is not in {file}. Keep it there, or say in the window's label editor "
                    "where they go."
                )
        save_labels(opened, _with_ids(label_set, opened.labels))
    click.echo(f"The project has {_count(len(label_set), 'label')} now.")


def _with_ids(wanted: LabelSet, stored: LabelSet) -> LabelSet:
    """A label that the project has by the same key is that label: its annotations stay."""
    ids = {label.key: label.id for label in stored}
    return type(wanted)(
        tuple(dataclasses.replace(label, id=ids.get(label.key, 0)) for label in wanted)
    )


@contextlib.contextmanager
def _opened(path: Path, *, read_only: bool = False) -> Iterator[Project]:
    from annotator.ops.project import open_project

    project = open_project(path, read_only=read_only)
    try:
        yield project
    finally:
        project.close()


@contextlib.contextmanager
def _progress(title: str, quiet: bool) -> Iterator[Progress]:
    """A bar on the terminal, when there is one to see it."""
    if quiet or not sys.stderr.isatty():
        yield lambda done, total: None
        return
    with click.progressbar(length=1, label=title, file=sys.stderr) as bar:
        yield _teller(bar)


def _teller(bar: Any) -> Callable[[int, int], None]:
    def tell(done: int, total: int) -> None:
        bar.length = max(total, 1)
        bar.update(done - bar.pos)

    return tell


def _print_json(value: dict[str, Any]) -> None:
    click.echo(json.dumps(value, ensure_ascii=False))


def _count(n: int, noun: str) -> str:
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit. Output is UTF-8 whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):  # None under pythonw
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    cli.main(args=arguments, prog_name="hashiya")
