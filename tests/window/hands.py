"""Two hands that make annotations in the window: one that only types, one that only points.

Each knows the article and, as a person would, looks at what came of it (in the project file, read
by this other process) and corrects: an edge that the guideline wants elsewhere, a wrong word.
"""

from __future__ import annotations

import unicodedata
from abc import ABC, abstractmethod

from desktop import Desktop, wait_for
from gold_article import CHOICES, LABELS, Gold, GoldArticle

from annotator.core.span import Span

OPEN, CLOSE = "34", "35"  # [ and ] by their place on the keyboard: any layout
Place = tuple[int, int]


class Hand(ABC):
    def __init__(self, desktop: Desktop, article: GoldArticle) -> None:
        self.desktop, self.article = desktop, article
        self.acts = 0  # key strokes, or clicks and drags

    def make(self, span: Gold) -> None:
        """Mark it, correct its edges, and say of what kind it is."""
        place = self.mark(span, self.article.made())
        while place != (span.start, span.end):
            if place[0] != span.start:
                step = "start_in" if place[0] < span.start else "start_out"
            else:
                step = "end_in" if place[1] > span.end else "end_out"
            before = self.article.made()
            self.move_edge(step, place)
            place = self.come(before)
        kind = span.attributes.get("kind")
        if kind is not None:
            self.choose(span, kind)
            wait_for(f"{span} is in the file", lambda: span.row in self.article.made())

    def come(self, before: list[tuple[int, int, str, str]]) -> Place:
        """Where the annotation is that has come, or moved, since `before`."""
        new = wait_for(
            "an annotation", lambda: [row for row in self.article.made() if row not in before]
        )
        assert isinstance(new, list)
        return new[0][0], new[0][1]

    def covered(self, position: int) -> bool:
        """Whether a caret at `position` stands on an annotation."""
        return any(start <= position <= end for start, end, _, _ in self.article.made())

    @abstractmethod
    def mark(self, span: Gold, before: list[tuple[int, int, str, str]]) -> Place: ...

    @abstractmethod
    def move_edge(self, step: str, place: Place) -> None: ...

    @abstractmethod
    def choose(self, span: Gold, kind: str) -> None: ...


class Typist(Hand):
    """By keys alone. It counts the words it passes, in the order in which they are seen."""

    _EDGES = {  # noqa: RUF012 - a table
        "start_out": OPEN, "start_in": CLOSE, "end_out": f"shift+{OPEN}", "end_in": f"shift+{CLOSE}"
    }  # fmt: skip

    def __init__(self, desktop: Desktop, article: GoldArticle) -> None:
        super().__init__(desktop, article)
        self._seen = seen_order(article)
        self._at = self._seen[0]  # the start of the word that the caret is on

    def press(self, *keys: str) -> None:
        self.acts += len(keys)
        self.desktop.key(*keys)

    def mark(self, span: Gold, before: list[tuple[int, int, str, str]]) -> Place:
        tokens = self.article.tokens.within(span.start, span.end)
        select = len(tokens) > 1 or self.covered(tokens[0].start)
        keys = ["shift+Left"] * len(tokens) if select else []
        place: Place = (-1, -1)
        for _ in range(3):  # a line may have been broken inside Latin words: look, and go again
            self.go(tokens[0].start)
            self.press(*keys, str(LABELS.index(span.label) + 1))
            place = self.come(before)
            self._at = self.article.tokens.within(*place)[0].start
            if place[0] < span.end and place[1] > span.start:
                return place
            self.press("ctrl+52")
            wait_for("it is taken back", lambda: self.article.made() == before)
        raise AssertionError(f"{span} came at {place}")

    def go(self, word: int) -> None:
        steps = self._seen.index(word) - self._seen.index(self._at)
        if steps:
            self.press(*["Left" if steps > 0 else "Right"] * abs(steps))
        self._at = word

    def move_edge(self, step: str, place: Place) -> None:
        self.press(self._EDGES[step])

    def choose(self, span: Gold, kind: str) -> None:
        self.press("Return", str(CHOICES[span.label].index(kind) + 1))


class Pointer(Hand):
    """By clicks, drags, the wheel and menus alone."""

    def mark(self, span: Gold, before: list[tuple[int, int, str, str]]) -> Place:
        tokens = self.article.tokens.within(span.start, span.end)
        one, other = self.find(tokens[0], tokens[-1])
        if len(tokens) > 1:
            self.drag(one, other)
        else:
            twice = self.covered(tokens[0].start)
            self.click(one, *(("--repeat", "2") if twice else ()))
        self.click(self.look("label", span.label))
        return self.come(before)

    def move_edge(self, step: str, place: Place) -> None:
        self.click(self.look("word", *place), button="3")
        self.click(self.look("command", step))

    def choose(self, span: Gold, kind: str) -> None:
        self.click(self.look("choice", "kind", kind))

    def find(self, *tokens: Span) -> list[list[int]]:
        """The middles of the tokens, scrolled to."""
        for _ in range(60):
            places = [self.desktop.see("word", token.start, token.end) for token in tokens]
            if None not in places:
                return places  # type: ignore[return-value]  # none of them is None
            self.click(self.look("text"), button="5")
        raise AssertionError("the end of the article, and it was not seen")

    def look(self, *what: object) -> list[int]:
        point = wait_for(f"{what} is seen", lambda: self.desktop.see(*what))
        assert isinstance(point, list)
        return point

    def click(self, point: list[int], *how: str, button: str = "1") -> None:
        self.acts += 1
        place = [str(pixel) for pixel in point]
        self.desktop.run("xdotool", "mousemove", *place, "click", *how, button)

    def drag(self, one: list[int], other: list[int]) -> None:
        self.acts += 1
        start, end = ([str(pixel) for pixel in point] for point in (one, other))
        between = [str((a + b) // 2) for a, b in zip(one, other, strict=True)]
        self.desktop.run(
            "xdotool", "mousemove", *start, "mousedown", "1", "mousemove", *between,
            "mousemove", *end, "mouseup", "1",
        )  # fmt: skip


def seen_order(article: GoldArticle) -> list[int]:
    """The words' starts as ← passes them: Latin words and numbers that stand together
    run from left to right, so the last of them is met first."""
    tokens, order, run = article.tokens, list[int](), list[int]()
    end = 0
    for word in filter(tokens.is_word, tokens):
        latin = _runs_right(tokens.text(word))
        if not latin or "\n" in article.text[end : word.start]:
            order += reversed(run)
            run = []
        (run if latin else order).append(word.start)
        end = word.end
    return order + run[::-1]


def _runs_right(word: str) -> bool:
    return unicodedata.bidirectional(word.strip("\u200e\u200f")[0]) in ("L", "EN", "AN")
