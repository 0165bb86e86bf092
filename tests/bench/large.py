"""A project of many articles with forty annotations each, in the real window: opened, filtered,
searched, walked through."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from annotator.app import make_application, make_window
from annotator.core.article import Status
from annotator.core.change import OperationName
from annotator.ops.project import new_project
from annotator.store.records import ArticleQuery, NewArticle, SortKey
from annotator.ui.window import MainWindow
from tests.bench.corpus import Corpus
from tests.bench.measure import Row, Timed, timed, within

SCREEN, QUESTION = 0.100, 0.050  # seconds


def application() -> QApplication:
    app = QApplication.instance()
    return app if isinstance(app, QApplication) else make_application()


def make(path: Path, count: int) -> None:
    """A project of `count` made-up articles."""
    articles = Corpus().articles(count)
    step = OperationName("import", {"count": str(count)})
    with new_project(path, "ليلى") as project, project.store.operation(step) as op:
        op.make_room(articles=count, annotations=40 * count)
        while some := list(islice(articles, 100)):
            op.add_articles(
                [
                    NewArticle(
                        text=each.text, meta=each.meta, uuid=each.uuid, status=each.status,
                        flag=(each.line or 0) % 50 == 0, spans=each.spans,
                    )
                    for each in some
                ]
            )  # fmt: skip


def rows(path: Path, count: int) -> Iterator[Row]:
    if not path.exists():
        make(path, count)
    app = application()
    made = make_window()
    made.resize(1280, 840)
    made.show()
    made.settle()
    made.make_workspace()
    made.keeping.delay = 10**9  # the backup has its own time
    app.processEvents()
    opening = _opening(made, path)
    first = next(opening)
    assert made.session.project is not None
    stats = made.session.project.store.stats()
    name = f"{stats.articles:,} articles, {stats.annotations:,} annotations"
    yield within(f"{name}: open to first screen, first time {first * 1000:.0f} ms"
                 " (limit: SQLite's own open)", opening, SCREEN, limit=_sqlite(path))  # fmt: skip
    for what, ask in _questions(made).items():
        yield within(f"there: {what}, to the painted list", timed(_painted(ask)), QUESTION)
        yield within("of that on the interface thread", _own_time(_painted(ask)), QUESTION)
    yield within("there: statistics", timed(made.session.project.store.stats), 0.5)
    made.close()


def _opening(made: MainWindow, path: Path) -> Timed:
    while True:
        made.session.close()
        begun = time.perf_counter()
        made.session.open(path)
        QApplication.processEvents()
        yield time.perf_counter() - begun


def _sqlite(path: Path) -> Timed:
    def read() -> None:
        conn = sqlite3.connect(path)
        conn.execute("SELECT * FROM articles LIMIT 20").fetchall()
        conn.close()

    return timed(read)


def _painted(ask: Callable[[], object]) -> Callable[[], None]:
    def asked() -> None:
        ask()
        QApplication.processEvents()

    return asked


def _own_time(work: Callable[[], object]) -> Timed:
    while True:
        begun = time.thread_time()
        work()
        yield time.thread_time() - begun


def _questions(made: MainWindow) -> dict[str, Callable[[], object]]:
    assert made.workspace is not None
    assert made.session.project is not None
    articles, store = made.workspace.articles, made.session.project.store
    word = store.text(store.find_articles()[7]).split()[20]

    def show(**filters: object) -> Callable[[], object]:
        query = ArticleQuery(**filters)  # type: ignore[arg-type]  # any field

        def ask() -> None:
            loop = QEventLoop()
            articles.listed.connect(loop.quit)
            articles.finder.ask(query)
            loop.exec()

        return ask

    return {
        "all": show(),
        "by title, backwards": show(sort=SortKey.TITLE, descending=True),
        "those of a status": show(status=Status.DONE),
        "flagged": show(flag=True),
        "with a label": show(label="location"),
        "done, with a label, by date": show(status=Status.DONE, label="actor", sort=SortKey.DATE),
        f"search, {len(store.find_articles(ArticleQuery(text=word))):,} found": show(text=word),
        "next article": lambda: articles.step(1) or articles.step(-1),
    }
