"""A sample article without its annotations, and the gold ones to be made on it by hand."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop import rows

from annotator.arabic.tokens import Tokens
from annotator.ops.import_plan import plan_import
from annotator.ops.imports import run_import
from annotator.ops.project import new_project
from annotator.resources import seeds

CHOICES = {  # in the order of the label set that ships
    "actor": ("person", "group", "organisation", "state"),
    "source": ("named", "anonymous", "outlet", "document"),
}
LABELS = ("actor", "location", "quantity", "source")


@dataclass(frozen=True)
class Gold:
    """One annotation to be made."""

    start: int
    end: int
    label: str
    attributes: dict[str, Any]

    @property
    def row(self) -> tuple[int, int, str, str]:
        """As the project file has it, once it is made."""
        told = json.dumps(self.attributes, sort_keys=True, ensure_ascii=False)
        return self.start, self.end, self.label, told


class GoldArticle:
    def __init__(self, folder: Path, source: str) -> None:
        lines = (seeds() / "gold.jsonl").read_text(encoding="utf-8").splitlines()
        article = next(a for a in map(json.loads, lines) if a["meta"]["source"] == source)
        self.text: str = article["text"]
        self.tokens = Tokens(self.text)
        self.spans = [
            Gold(span["start"], span["end"], span["label"], span["attributes"])
            for span in article["spans"]
        ]
        self.project = folder / "مقال.hashiya"
        bare = folder / "bare.jsonl"
        bare.write_text(json.dumps({**article, "spans": []}), encoding="utf-8")
        with new_project(self.project, annotator="ليلى") as project:
            run_import(project, plan_import([bare], store=project.store))

    def made(self) -> list[tuple[int, int, str, str]]:
        """What another process reads in the project file."""
        query = "SELECT start, end, label, attributes FROM annotations_readable"
        return sorted(
            (start, end, label, json.dumps(json.loads(told), sort_keys=True, ensure_ascii=False))
            for start, end, label, told in rows(self.project, query)
        )

    def wanted(self) -> list[tuple[int, int, str, str]]:
        return sorted(span.row for span in self.spans)
