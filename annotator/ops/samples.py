"""The sample articles as a project to try things in: a few worked, the rest waiting for work."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from annotator.ops.import_plan import plan_import
from annotator.ops.imports import run_import
from annotator.ops.project import Project, new_project, open_project
from annotator.resources import seeds

WORKED = 3  # articles that keep the annotations made by the guideline


def open_samples(path: Path, *, annotator: str) -> Project:
    """The project of sample articles at `path`, made first when it is not there yet.

    Raises HashiyaError.
    """
    if path.exists():
        return open_project(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    project = new_project(path, annotator=annotator)
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder) / "samples.jsonl"
        lines.write_text(_articles(), encoding="utf-8")
        run_import(project, plan_import([lines], store=project.store))
    return project


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
