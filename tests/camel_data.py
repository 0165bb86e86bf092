"""camel-tools' data as its own installer would lay it out, with the small database of ours."""

from __future__ import annotations

import json
from pathlib import Path

from annotator.resources import resource

DATABASE = resource("morphology.db").read_text(encoding="utf-8")


def installed(folder: Path, database: str = DATABASE) -> Path:
    """`folder`, filled: what CAMELTOOLS_DATA names."""
    catalogue = {
        "version": "local",
        "packages": {},
        "components": {
            name: {
                "default": "calima-msa-r13",
                "datasets": {"calima-msa-r13": {"path": f"{place}/calima-msa-r13"}},
            }
            for name, place in (("MorphologyDB", "morphology_db"), ("DisambigMLE", "disambig_mle"))
        },
    }
    (folder / "catalogue.json").write_text(json.dumps(catalogue))
    for place, name, text in (
        ("morphology_db", "morphology.db", database),
        ("disambig_mle", "model.json", "{}"),
    ):
        file = folder / "data" / place / "calima-msa-r13" / name
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    return folder
