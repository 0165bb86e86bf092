"""A small project to store things in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sample_project import LABELS

from annotator.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.hashiya"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.create(path, annotator="ليلى", labels=LABELS) as made:
        yield made
