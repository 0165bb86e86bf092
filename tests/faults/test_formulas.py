"""A spreadsheet that opens a table of ours computes nothing, whatever the names in it say."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from tally import Tally

from annotator.core.article import Meta
from annotator.core.change import OperationName
from annotator.ops.annotate import tag
from annotator.ops.exports import export
from annotator.ops.import_plan import plan_import
from annotator.ops.imports import run_import
from annotator.ops.project import new_project
from annotator.store import NewArticle

FORMULAS = ["=1+1", "+1", "-2", "@SUM(A1)", "\t=1", "\n=1", '=HYPERLINK("http://x","y")', "＝1"]


@pytest.mark.fault(13)
@pytest.mark.parametrize(("key", "delimiter"), [("spans_csv", ","), ("spans_tsv", "\t")])
def test_a_project_of_formulas_goes_out_and_comes_back(
    tmp_path: Path, key: str, delimiter: str, tally: Tally
) -> None:
    with new_project(tmp_path / "p.hashiya", annotator="=cmd|' /C calc'!A0") as project:
        with project.store.operation(OperationName("import", {"count": "8"})) as op:
            numbers = [
                op.add_article(NewArticle(text=f"{name} خبر", meta=Meta(title=name, outlet=name)))
                for name in FORMULAS
            ]
        project.absorb(op.changes)
        for number in numbers:
            start = project.article(number).text.index("خبر")
            tag(project, number, start, start + 3, "actor", exact=True)
        out = tmp_path / f"t.{'csv' if key == 'spans_csv' else 'tsv'}"
        export(project, out, format=key).close()
    text = out.read_bytes().decode("utf-8-sig")
    cells = [
        c for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) for c in row
    ]
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t", "\n", "＝")]
    with new_project(tmp_path / "q.hashiya", annotator="x") as again:
        plan = plan_import([out], store=again.store, format=key)
        assert plan.errors == ()
        run_import(again, plan)
        titles = [a.meta.title for a, _ in again.store.iter_articles()]
        spans = sum(len(found) for _, found in again.store.iter_articles())
    lost = len(set(FORMULAS) - set(titles))
    tally(caused=len(FORMULAS), acknowledged=2 * len(FORMULAS), lost=lost, half=8 - spans)
