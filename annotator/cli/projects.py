"""A project: made, its labels shown and replaced, what is in it counted."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.command_group import fail
from annotator.cli.terminal import (
    PATH,
    counted,
    json_option,
    one_line,
    opened_project,
    print_json,
    project_argument,
)

if TYPE_CHECKING:
    from annotator.core.labels import LabelSet


@click.command()
@project_argument
@click.option("--annotator", metavar="NAME", help="Who annotates (your login name otherwise).")
@click.option("--labels", type=PATH, metavar="FILE", help="The label set, as TOML.")
def new(project: Path, annotator: str | None, labels: Path | None) -> None:
    """Make an empty project."""
    import getpass

    from annotator.formats.label_toml import read_labels
    from annotator.ops.project import new_project

    label_set = read_labels(labels) if labels is not None else None
    new_project(project, annotator or getpass.getuser(), label_set).close()
    click.echo(f"Made the project {project}.")


@click.command()
@project_argument
@json_option
def stats(project: Path, as_json: bool) -> None:
    """Count articles by status, annotations by label and annotator, and tokens."""
    from annotator.ops.checks import stats as count

    with opened_project(project, read_only=True) as opened:
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
        print_json(summary)
        return
    for key, value in summary.items():
        if isinstance(value, dict):
            for name, n in value.items():
                click.echo(f"  {n:>10,}  {one_line(str(name))}")
        else:
            click.echo(f"{value:>12,}  {key.replace('_', ' ')}")


@click.command()
@project_argument
@click.option("--set", "file", type=PATH, metavar="FILE", help="Use the label set in FILE.")
def labels(project: Path, file: Path | None) -> None:
    """Print the label set as TOML, or replace it."""
    from annotator.formats.label_toml import read_labels, write_labels

    if file is None:
        with opened_project(project, read_only=True) as opened:
            click.echo(write_labels(opened.store.label_set()), nl=False)
        return
    from annotator.ops.labels import save_labels, uses

    label_set = read_labels(file)
    with opened_project(project) as opened:
        for label in opened.labels:
            if label.key not in label_set and (count := uses(opened, label)):
                fail(
                    f"{counted(count, 'annotation')} of {project} have the label “{label.key}”, "
                    f"which is not in {file}. Keep it there, or say in the window's label editor "
                    "where they go."
                )
        save_labels(opened, _with_ids(label_set, opened.labels))
    click.echo(f"The project has {counted(len(label_set), 'label')} now.")


def _with_ids(wanted: LabelSet, stored: LabelSet) -> LabelSet:
    """A label that the project has by the same key is that label: its annotations stay."""
    ids = {label.key: label.id for label in stored}
    return type(wanted)(
        tuple(dataclasses.replace(label, id=ids.get(label.key, 0)) for label in wanted)
    )
