"""A project with one long article, as `annotate_forever` expects it."""

from __future__ import annotations

from pathlib import Path

import pytest
from annotate_forever import TEXT
from sample_project import LABELS

from annotator.core.change import OperationName
from annotator.store import NewArticle, Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "news.hashiya"
    with (
        Store.create(path, annotator="ليلى", labels=LABELS) as store,
        store.operation(OperationName("import", {"count": "1"})) as op,
    ):
        op.add_article(NewArticle(text=TEXT))
    return path
