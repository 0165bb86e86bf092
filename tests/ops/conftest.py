"""A project with the labels that ship, and one article in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator.core.article import ArticleId, Meta
from annotator.core.change import OperationName
from annotator.ops.project import Project, new_project
from annotator.store import NewArticle

Adder = Callable[..., ArticleId]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with new_project(tmp_path / "news.hashiya", annotator="ليلى") as made:
        yield made


@pytest.fixture
def add(project: Project) -> Adder:
    """Bring a text into the project."""

    def add_text(text: str, title: str = "") -> ArticleId:
        name = OperationName("import", {"count": "1", "source": ""})
        with project.store.operation(name) as operation:
            article = operation.add_article(NewArticle(text=text, meta=Meta(title=title)))
        project.absorb(operation.changes)
        return article

    return add_text
