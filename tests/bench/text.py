"""One article of 200,000 words and 10,000 spans in the real window: opened, and marked by keys.

Times are the thread's own: on a machine that others use, a hundredth of all keys waits for them.
"""

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
_REST = 40  # milliseconds between two keys: what follows a step of the caret is done by then
LONG, SHORT, USUAL = ArticleId(1), ArticleId(2), ArticleId(3)


def rows(folder: Path) -> Iterator[Row]:
    with window(folder) as made:
        yield within(
            "open 200,000 words, 10,000 spans, from the file to the painted text, of processor"
            " (limit: Qt laying out and drawing that window)",
            opening(made),
            0.060,
            limit=qt_alone(made),
        )
        yield within("there: until every pane is painted", opening(made, panes=True), 0.5)
        what = "key press to the span on disk and painted, of processor"
        yield worst(f"there: {what}", marking(made, LONG), 0.008)
        yield worst(f"600 words, 60 spans: {what}", marking(made, USUAL), 0.008)
        yield worst("200,000 words: key press to every pane painted, of processor",
                    marking(made, LONG, panes=True), 0.016)  # fmt: skip


@contextmanager
def window(folder: Path) -> Iterator[MainWindow]:
    """On a project of the long article and a short one, the short one open."""
    app = application()
    corpus = Corpus()
    text, spans = corpus.text(WORDS, SPANS)
    usual, few = corpus.text(600, 60)
    path = folder / "long.hashiya"
    step = OperationName("import", {"count": "3"})
    with new_project(path, "ليلى") as project, project.store.operation(step) as op:
        op.add_articles(
            [
                NewArticle(text=text, spans=spans),
                NewArticle(text="نص قصير هنا"),
                NewArticle(text=usual, spans=few),
            ]
        )
    made = make_window()
    made.resize(1280, 840)
    made.show()
    made.settle()
    made.session.open(path)
    made.session.open_article(SHORT)
    app.processEvents()
    yield made
    made.close()


def opening(made: MainWindow, *, panes: bool = False) -> Iterator[float]:
    """Seconds from the choice of the long article to its painted text, read from the file; with
    `panes`, also to all annotations read and verified and everything beside it painted."""
    session = made.session
    project = session.project
    assert project is not None
    painted: list[float] = []
    session.text_ready.connect(lambda: painted.append(time.thread_time()))
    while True:
        session.open_article(SHORT)
        QApplication.processEvents()
        project.forget(LONG)
        painted.clear()
        begun = time.thread_time()
        session.open_article(LONG)
        QApplication.processEvents()
        yield (time.thread_time() if panes else painted[0]) - begun


def marking(made: MainWindow, article: ArticleId, *, panes: bool = False) -> Iterator[float]:
    """Seconds from a digit key to the painted span: rules, commit, the text; with `panes`, also
    everything that stands beside it. Every span is taken back, unmeasured."""
    session = made.session
    session.open_article(article)
    assert made.workspace is not None
    view = made.workspace.view
    view.setFocus()
    painted: list[float] = []
    session.text_ready.connect(lambda: painted.append(time.thread_time()))  # after its painting
    place = len(view.text) // 2
    while True:
        free = view.tokens.after(place) or view.tokens.after(0)
        while session.article.index.overlapping(free) or not view.tokens.is_word(free):
            free = view.tokens.after(free.end) or view.tokens.after(0)
        place = free.end
        view.place_caret(free.start)
        QTest.qWait(_REST)
        painted.clear()
        begun = time.thread_time()
        QTest.keyClick(made, Qt.Key.Key_2)
        if panes:
            QApplication.processEvents()
        yield (time.thread_time() if panes else painted[0]) - begun
        session.undo()


def qt_alone(made: MainWindow) -> Iterator[float]:
    """Seconds in which Qt lays out and draws one window of the same text, and nothing else."""
    assert made.workspace is not None
    view = made.workspace.view
    image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    metrics = Metrics(LIGHT, zoom=1.0, dpi=96)
    text = made.session.project.store.text(LONG)
    while True:
        begun = time.thread_time()
        painter, y, start = QPainter(image), 0.0, 0
        while y < image.height():
            end = text.find("\n", start) % (len(text) + 1)
            block = LaidBlock(text, start, end, rtl=True, metrics=metrics, width=image.width())
            for line in block.lines:
                line.qline.draw(painter, QPointF(0, y))
                y += metrics.pitch
            start = end + 1
        painter.end()
        yield time.thread_time() - begun
