"""The text view with 200,000 words and 10,000 spans: open, one change painted, a scroll step.

Run with `pytest tests/bench/test_textview.py --benchmark-enable`. The limit to compare with, in the
same run: Qt laying out and drawing the lines of one window of the same text, and nothing else.
"""

from __future__ import annotations

import itertools
import random

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter

from annotator.arabic.tokens import Tokens
from annotator.core.annotation import Annotation, AnnotationId
from annotator.core.article import ArticleId
from annotator.core.change import Changes, OperationName
from annotator.core.labels import Label, LabelSet
from annotator.ui.textview.blocks import LaidBlock
from annotator.ui.textview.style import LIGHT, Metrics
from annotator.ui.textview.view import ArticleView

WORDS = (
    "تتواصل الاشتباكات المتقطعة بين عناصر من قوات محلية ومسلحين يعتقد أنّهم هاجموا محيط السجن "
    "جنوب مدينة الحسكة، في محاولةٍ للسيطرة على الطريق 3 آلاف BBC Arabic نازح."
).split()
LABELS = LabelSet(
    (
        Label(key="actor", name_ar="فاعل", name_en="Actor", colour="#0072b2"),
        Label(key="location", name_ar="مكان", name_en="Location", colour="#009e73"),
    )
)
SIZE = (900, 800)


def article(words: int, *, paragraph: int) -> str:
    """So many words; a paragraph of `paragraph` words a line, or all in one."""
    choose = random.Random(7)
    lines = []
    for _ in range(0, words, paragraph):
        lines.append(" ".join(choose.choice(WORDS) for _ in range(paragraph)))
    return "\n".join(lines)


def make(text: str, start: int, end: int, number: int) -> Annotation:
    return Annotation(
        id=AnnotationId(str(number)),
        article=ArticleId(1),
        label=("actor", "location")[number % 2],
        start=start,
        end=end,
        text=text[start:end],
        annotator="bench",
        created="2026-01-01T00:00:00.000000Z",
        modified="2026-01-01T00:00:00.000000Z",
    )


def spread(text: str, tokens: Tokens, count: int) -> list[Annotation]:
    """Spans of one to four tokens all over the text, every fourth with another inside."""
    choose = random.Random(11)
    spans, words = [], list(tokens)
    for number in range(count):
        first = int(number / count * (len(words) - 6))
        last = first if number % 4 == 1 else first + choose.randrange(4)
        spans.append(make(text, words[first].start, words[last].end, number))
    return spans


@pytest.fixture(scope="module")
def large() -> tuple[str, Tokens, list[Annotation]]:
    text = article(200_000, paragraph=70)
    tokens = Tokens(text)
    return text, tokens, spread(text, tokens, 10_000)


@pytest.fixture
def canvas() -> QImage:
    return QImage(*SIZE, QImage.Format.Format_RGB32)


def shown(large) -> ArticleView:
    text, tokens, spans = large
    view = ArticleView()
    view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    view.resize(*SIZE)
    view.show()
    view.set_article(text, spans, LABELS, tokens, article=ArticleId(1))
    return view


def test_limit_one_window_of_text_laid_out_and_drawn_by_qt_alone(qapp, benchmark, large, canvas):
    metrics = Metrics(LIGHT, zoom=1.0, dpi=96)
    lines = large[0].split("\n")

    def run():
        painter, y, number = QPainter(canvas), 0, 0
        while y < SIZE[1]:
            block = LaidBlock(
                lines[number], 0, len(lines[number]), rtl=True, metrics=metrics, width=800
            )
            for line in block.lines:
                line.qline.draw(painter, QPointF(0, y))
                y += metrics.pitch
            number += 1
        painter.end()

    benchmark(run)


@pytest.mark.parametrize("paragraph", [70, 200_000], ids=["paragraphs", "one-paragraph"])
def test_open_and_paint_the_first_window(qapp, benchmark, canvas, paragraph):
    text = article(200_000, paragraph=paragraph)
    tokens = Tokens(text)
    spans = spread(text, tokens, 10_000)
    view = shown((text, tokens, spans))

    def run():
        view.set_article(text, spans, LABELS, tokens, article=ArticleId(1))
        view.render(canvas)

    benchmark(run)


def test_add_and_remove_a_span_and_paint_its_lines(qapp, benchmark, large):
    view = shown(large)
    text, tokens, _ = large
    view.reveal(len(text) // 2, centred=True)
    view.viewport().repaint()
    _, line, _ = view.line_at(SIZE[1] // 2)
    first, second = tokens.within(line.start, line.end)[2:4]
    span = make(text, first.start, second.end, 1_000_000)
    name = OperationName("bench")
    steps = itertools.cycle(
        (Changes(name=name, added=(span,)), Changes(name=name, removed=(span,)))
    )

    def run():
        view.apply(next(steps))
        qapp.processEvents()  # paints what was asked for

    benchmark(run)


def test_scroll_one_notch_and_paint(qapp, benchmark, large):
    view = shown(large)
    view.viewport().repaint()
    bar = view.verticalScrollBar()

    def run():
        bar.setValue(bar.value() + 120)
        qapp.processEvents()

    benchmark.pedantic(run, rounds=200, warmup_rounds=5)


def test_move_the_caret_by_a_word_and_paint(qapp, benchmark, large):
    from annotator.ui.textview.caret import Move

    view = shown(large)
    view.viewport().repaint()

    def run():
        view.move_caret(Move.TOKEN_LEFT)
        qapp.processEvents()

    benchmark.pedantic(run, rounds=300, warmup_rounds=5)


def test_paint_a_whole_window(qapp, benchmark, large, canvas):
    view = shown(large)
    view.reveal(len(large[0]) // 2, centred=True)
    benchmark(lambda: view.render(canvas))
