"""The sample articles as a project to try things in: a few worked, the rest waiting for work."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from annotator.ops.import_plan import plan_import
from annotator.ops.imports import run_import
from annotator.ops.project import Project, new_project, open_project
from annotator.resources import seeds
from annotator.store.copying import folder_errors

WORKED = 3  # articles that keep the annotations made by the guideline


def open_samples(path: Path, *, annotator: str) -> Project:
    """The project of sample articles at `path`, made first when it is not there yet: with all of
    them or not at all.

    Raises HashiyaError.
    """
    if not path.exists():
        with folder_errors(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=path.parent) as folder:
                _make(Path(folder) / path.name, annotator).rename(path)
    return open_project(path)


def _make(path: Path, annotator: str) -> Path:
    lines = path.with_name("samples.jsonl")
    lines.write_text(_articles(), encoding="utf-8")
    with new_project(path, annotator=annotator) as project:
        run_import(project, plan_import([lines], store=project.store))
    return path


def _articles() -> str:
    """The gold articles as JSON Lines, all but the first few stripped of annotations and status."""
    lines = (seeds() / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return "".join(
        (line if number < WORKED else _untouched(line)) + "\n" for number, line in enumerate(lines)
    )


def _untouched(line: str) -> str:
    article = json.loads(line)
    article["spans"] = []
    article["meta"]["status"] = "new"
    return json.dumps(article, ensure_ascii=False)
