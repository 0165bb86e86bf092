"""Ten times the articles, the same memory: a writer holds one, the report half a megabyte."""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from awkward import make_article, mark_at

from annotator.core.annotation import Annotation
from annotator.core.article import Article
from annotator.formats.format import Format
from annotator.formats.label_toml import default_labels
from annotator.formats.loss import LossReport
from annotator.formats.registry import WRITERS


class Nowhere(io.RawIOBase):
    """Takes bytes and keeps none."""

    def write(self, data: object) -> int:  # type: ignore[override]
        return len(bytes(data))  # type: ignore[call-overload]


def documents(count: int) -> Iterator[tuple[Article, list[Annotation]]]:
    for number in range(count):
        article = make_article("وصل إلى بالحسكة أمس.\n" * 50, number)
        begin = [n * 21 for n in range(50)]
        yield article, [mark_at(article, s + 9, s + 15, "location", s + 1) for s in begin]


class NowhereFiles:
    """A set of files that keeps none."""

    @contextmanager
    def open(self, name: str) -> Iterator[Nowhere]:
        yield Nowhere()


def peak(target: Format, count: int) -> int:
    tracemalloc.start()
    with LossReport(target.key) as report:
        options = target.choices.defaults()
        for write, sink in ((target.write, Nowhere()), (target.write_files, NowhereFiles())):
            if write is not None:
                write(documents(count), sink, default_labels(), options, report)
        assert report.articles in (count, 2 * count)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


IN_MEMORY = ("spacy",)  # a DocBin is one compressed block, made at the end


@pytest.mark.parametrize(
    "target", [f for f in WRITERS if f.key not in IN_MEMORY], ids=lambda target: target.key
)
def test_memory_does_not_grow_with_the_number_of_articles(target: Format) -> None:
    if target.key == "cas_json":
        pytest.importorskip("cassis", reason="dkpro-cassis, the extra “cas”, is not installed")
    peak(target, 2)  # caches filled
    assert peak(target, 300) < peak(target, 30) + 1_500_000
