"""What the text view's tests share: labels, annotations made by their words, a shown view."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from annotator.arabic.tokens import Tokens
from annotator.core.annotation import Annotation, AnnotationId
from annotator.core.article import ArticleId
from annotator.core.change import Changes, OperationName
from annotator.core.labels import Label, LabelSet
from annotator.ui.textview.view import ArticleView

NOW = "2026-01-01T00:00:00.000000Z"
ARTICLE = ArticleId(1)


@pytest.fixture(scope="session")
def labels() -> LabelSet:
    return LabelSet(
        (
            Label(key="actor", name_ar="فاعل", name_en="Actor", colour="#0072b2", digit=1),
            Label(key="location", name_ar="مكان", name_en="Location", colour="#009e73", digit=2),
        )
    )


def make(text: str, start: int, end: int, label: str = "actor", **fields: object) -> Annotation:
    made = {"id": AnnotationId(f"{label}-{start}-{end}"), "article": ARTICLE} | fields
    return Annotation(
        label=label,
        start=start,
        end=end,
        text=text[start:end],
        annotator="tester",
        created=NOW,
        modified=NOW,
        **made,
    )


@pytest.fixture(scope="session")
def mark() -> Callable[..., Annotation]:
    """`mark(text, words)` is an annotation of the first `words` in the text, or of (start, end)."""

    def mark(
        text: str, where: str | tuple[int, int], label: str = "actor", **fields: object
    ) -> Annotation:
        if isinstance(where, str):
            start = text.index(where)
            where = (start, start + len(where))
        return make(text, *where, label, **fields)

    return mark


@pytest.fixture(scope="session")
def changes() -> Callable[..., Changes]:
    def changes(**what: object) -> Changes:
        return Changes(name=OperationName("test"), **what)

    return changes


@pytest.fixture
def show(qtbot, labels) -> Callable[..., ArticleView]:
    """`show(text, annotations)` is a view of 800 by 600 pixels with that article."""

    def show(
        text: str, annotations: Sequence[Annotation] = (), *, width: int = 800, height: int = 600
    ) -> ArticleView:
        view = ArticleView()
        qtbot.addWidget(view)
        view.resize(width, height)
        view.set_article(text, annotations, labels, Tokens(text), article=ARTICLE)
        with qtbot.waitExposed(view):
            view.show()
        view.setFocus()
        return view

    return show
