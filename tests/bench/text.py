"""One article of 200,000 words and 10,000 spans in the real window: opened, and marked by keys."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.app import make_window
from annotator.core.article import ArticleId
from annotator.core.change import OperationName
from annotator.ops.project import new_project
from annotator.store.records import NewArticle
from annotator.ui.textview.blocks import LaidBlock
from annotator.ui.textview.style import LIGHT, Metrics
from annotator.ui.window import MainWindow
from tests.bench.corpus import Corpus
from tests.bench.large import application
from tests.bench.measure import Row, within, worst

WORDS, SPANS = 200_000, 10_000
LONG, SHORT = ArticleId(1), ArticleId(2)


def rows(folder: Path) -> Iterator[Row]:
    with window(folder) as made:
        yield within(
            "open 200,000 words, 10,000 spans, from the file to the painted window"
            " (limit: Qt laying out and drawing that window)",
            opening(made),
            0.060,
            limit=qt_alone(made),
        )
        yield worst("there: key press to the span on disk and every pane painted",
                    marking(made), 0.008)  # fmt: skip


@contextmanager
def window(folder: Path) -> Iterator[MainWindow]:
    """On a project of the long article and a short one, the short one open."""
    app = application()
    corpus = Corpus()
    text, spans = corpus.text(WORDS, SPANS)
    path = folder / "long.hashiya"
    step = OperationName("import", {"count": "2"})
    with new_project(path, "ليلى") as project, project.store.operation(step) as op:
        op.add_articles([NewArticle(text=text, spans=spans), NewArticle(text="نص قصير هنا")])
    made = make_window()
    made.resize(1280, 840)
    made.show()
    made.settle()
    made.session.open(path)
    made.session.open_article(SHORT)
    app.processEvents()
    yield made
    made.close()


def opening(made: MainWindow) -> Iterator[float]:
    """Seconds from the choice of the long article to its painted window, read from the file."""
    project = made.session.project
    assert project is not None
    while True:
        made.session.open_article(SHORT)
        QApplication.processEvents()
        project.forget(LONG)
        begun = time.perf_counter()
        made.session.open_article(LONG)
        QApplication.processEvents()
        yield time.perf_counter() - begun


def marking(made: MainWindow) -> Iterator[float]:
    """Seconds from a digit key to the painted span: rules, commit and every view."""
    made.session.open_article(LONG)
    assert made.workspace is not None
    view = made.workspace.view
    view.setFocus()
    place = len(view.text) // 2
    while True:
        free = view.tokens.after(place)
        while made.session.article.index.overlapping(free) or not view.tokens.is_word(free):
            free = view.tokens.after(free.end)
        place = free.end
        view.place_caret(free.start)
        QApplication.processEvents()
        begun = time.perf_counter()
        QTest.keyClick(made, Qt.Key.Key_2)
        QApplication.processEvents()
        yield time.perf_counter() - begun


def qt_alone(made: MainWindow) -> Iterator[float]:
    """Seconds in which Qt lays out and draws one window of the same text, and nothing else."""
    assert made.workspace is not None
    view = made.workspace.view
    image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    metrics = Metrics(LIGHT, zoom=1.0, dpi=96)
    text = made.session.project.store.text(LONG)
    while True:
        begun = time.perf_counter()
        painter, y, start = QPainter(image), 0.0, 0
        while y < image.height():
            end = text.find("\n", start) % (len(text) + 1)
            block = LaidBlock(text, start, end, rtl=True, metrics=metrics, width=image.width())
            for line in block.lines:
                line.qline.draw(painter, QPointF(0, y))
                y += metrics.pitch
            start = end + 1
        painter.end()
        yield time.perf_counter() - begun
