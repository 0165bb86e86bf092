"""Where the caret goes: by letter, token, sentence, line, paragraph, page and article.

Without Shift a step left or right is visual: the next token or letter on that side of the line, in
whatever direction it is written. With Shift a step is logical, in the paragraph's direction, since
what is being selected is a stretch of text. Positions are code points.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from annotator.arabic.sentences import sentence_ranges
from annotator.arabic.tokens import Tokens
from annotator.core.span import Span
from annotator.ui.textview.blocks import LaidBlock, Line
from annotator.ui.textview.geometry import cell, edge_x, position_at_x
from annotator.ui.textview.layout import ArticleLayout


class Move(Enum):
    TOKEN_LEFT = auto()
    TOKEN_RIGHT = auto()
    LETTER_LEFT = auto()
    LETTER_RIGHT = auto()
    SENTENCE_LEFT = auto()
    SENTENCE_RIGHT = auto()
    LINE_UP = auto()
    LINE_DOWN = auto()
    PARAGRAPH_UP = auto()
    PARAGRAPH_DOWN = auto()
    PAGE_UP = auto()
    PAGE_DOWN = auto()
    LINE_START = auto()
    LINE_END = auto()
    ARTICLE_START = auto()
    ARTICLE_END = auto()


_NEAR = 20_000  # code points either side in which a sentence is looked for
_LEFTWARDS = {Move.TOKEN_LEFT, Move.LETTER_LEFT, Move.SENTENCE_LEFT}
_TOKEN = {Move.TOKEN_LEFT, Move.TOKEN_RIGHT}
_LETTER = {Move.LETTER_LEFT, Move.LETTER_RIGHT}
_SENTENCE = {Move.SENTENCE_LEFT, Move.SENTENCE_RIGHT}
VERTICAL = {Move.LINE_UP, Move.LINE_DOWN, Move.PAGE_UP, Move.PAGE_DOWN}


@dataclass(frozen=True, slots=True)
class Place:
    """A caret's place; `upstream` puts it at the end of a broken line, not on the next one."""

    position: int
    upstream: bool = False


class Navigator:
    """Steps over one laid-out article. `page` is a window's height in pixels."""

    def __init__(self, layout: ArticleLayout, tokens: Tokens) -> None:
        self._layout, self._tokens = layout, tokens
        self._text = layout.text
        self.page = 400
        self._column: float | None = None  # the x that up and down keep to

    def forget_column(self) -> None:
        self._column = None

    def go(self, move: Move, place: Place) -> Place:
        """The caret's next place, without selecting."""
        if move in VERTICAL:
            return self._vertical(move, place)
        self._column = None
        if move in _TOKEN:
            return Place(self._visual_token(place.position, left=move is Move.TOKEN_LEFT))
        if move in _LETTER:
            return Place(self._visual_letter(place.position, left=move is Move.LETTER_LEFT))
        return self._other(move, place)

    def extend(self, move: Move, anchor: int, place: Place) -> tuple[int, Place]:
        """The selection's anchor and the caret's next place, when selecting."""
        if move in VERTICAL:
            return anchor, self._vertical(move, place)
        self._column = None
        if move in _TOKEN:
            start, position = self._extend_token(
                anchor, place.position, forward=self.is_forward(move, place.position)
            )
            return start, Place(position)
        if move in _LETTER:
            step = self.next_letter if self.is_forward(move, place.position) else self.letter_before
            return anchor, Place(step(place.position))
        return anchor, self._other(move, place)

    def is_forward(self, move: Move, position: int) -> bool:
        """Whether a move to that side goes on in the text of the paragraph."""
        rtl = self._layout.blocks.is_rtl(self._layout.blocks.at(position))
        return (move in _LEFTWARDS) == rtl

    def next_letter(self, position: int) -> int:
        number = self._layout.blocks.at(position)
        if position >= self._layout.blocks.ends[number]:
            return min(position + 1, len(self._text))
        return self._layout.laid(number).next_letter(position)

    def letter_before(self, position: int) -> int:
        number = self._layout.blocks.at(position)
        if position == self._layout.blocks.starts[number]:
            number -= 1
            if number < 0 or self._layout.blocks.ends[number] != position:
                return max(0, position - 1)
        return self._layout.laid(number).previous_letter(position)

    def sentence(self, position: int) -> tuple[int, int]:
        """The sentence that holds `position`; the paragraph where it has no tokens. In a paragraph
        without end, what is near counts as the paragraph."""
        start, end = self.paragraph(position)
        start, end = max(start, position - _NEAR), min(end, position + _NEAR)
        spans = self._tokens.within(start, end)
        ranges = sentence_ranges(self._text[start:end], [span.start - start for span in spans])
        for first, last in ranges:
            if last > first and position < spans[last - 1].end:
                return spans[first].start, spans[last - 1].end
        return (spans[ranges[-1][0]].start, spans[-1].end) if ranges else (start, end)

    def paragraph(self, position: int) -> tuple[int, int]:
        return self._layout.blocks.paragraph(self._layout.blocks.at(position))

    def _other(self, move: Move, place: Place) -> Place:
        position = place.position
        if move in _SENTENCE:
            return Place(self._by_sentence(position, forward=self.is_forward(move, position)))
        if move in (Move.PARAGRAPH_UP, Move.PARAGRAPH_DOWN):
            return Place(self._by_paragraph(position, forward=move is Move.PARAGRAPH_DOWN))
        if move in (Move.LINE_START, Move.LINE_END):
            return self._line_edge(place, end=move is Move.LINE_END)
        return Place(0 if move is Move.ARTICLE_START else len(self._text))

    # Tokens and letters

    def _visual_token(self, position: int, *, left: bool) -> int:
        _, block, line = self._layout.line_of(position)
        ahead = left == block.rtl
        order = self._line_tokens(block, line)
        here = self._x(block, line, position)
        onward = [t for t in order if (t[0] < here - 0.5 if left else t[0] > here + 0.5)]
        if onward:
            return (max if left else min)(onward)[1]
        return self._token_on_next_line(line, position, ahead=ahead)

    def _x(self, block: LaidBlock, line: Line, position: int) -> float:
        """The outer side, in reading direction, of the token the caret is on; or its own x."""
        token = self._tokens.at(position)
        if token is None or token.start < line.start:
            return edge_x(block, line, position)
        return self._token_x(block, line, token)

    def _token_x(self, block: LaidBlock, line: Line, token: Span) -> float:
        """The side on which reading the line comes to the token first."""
        last = min(token.end, line.end) - 1
        sides = (*cell(block, line, token.start), *cell(block, line, last))
        return max(sides) if block.rtl else min(sides)

    def _line_tokens(self, block: LaidBlock, line: Line) -> list[tuple[float, int]]:
        """The x and the start of each word that begins on the line, or of each token."""
        inside = [t for t in self._tokens.within(line.start, line.end) if t.start >= line.start]
        words = [token for token in inside if self._tokens.is_word(token)] or inside
        return [(self._token_x(block, line, token), token.start) for token in words]

    def _token_on_next_line(self, line: Line, position: int, *, ahead: bool) -> int:
        """The first token of the nearest line on which one begins: a token may be many lines long,
        and lines may be blank."""
        token = self._tokens.after(line.end) if ahead else self._tokens.before(line.start)
        if ahead and token is not None and token.start < line.end:
            token = self._tokens.after(token.end)
        if token is None:
            return len(self._text) if ahead else self._first_stop(position)
        _, block, line = self._layout.line_of(token.start)
        return (max if ahead == block.rtl else min)(self._line_tokens(block, line))[1]

    def _first_stop(self, position: int) -> int:
        first = self._tokens.after(0)
        return min(position, first.start if first is not None else 0)

    def _visual_letter(self, position: int, *, left: bool) -> int:
        number, block, line = self._layout.line_of(position)
        ahead = left == block.rtl
        stops = self._line_letters(number, block, line)
        if position in stops:
            here = stops.index(position) + (1 if ahead else -1)
            if 0 <= here < len(stops):
                return stops[here]
        edge = line.end if ahead else line.start - 1
        if ahead and line is block.lines[-1] and self._layout.blocks.closes_paragraph(number):
            edge += 1  # over the line break
        if not 0 <= edge <= len(self._text):
            return position
        number, block, line = self._layout.line_of(edge)
        return self._line_letters(number, block, line)[0 if ahead else -1]

    def _line_letters(self, number: int, block: LaidBlock, line: Line) -> list[int]:
        """The starts of the line's letters as they are seen from its beginning to its end.

        A paragraph's last line ends with the place behind its last letter.
        """
        last = line is block.lines[-1] and self._layout.blocks.closes_paragraph(number)
        seen = []
        position = line.start
        while position < (line.end if last else line.visible_end):
            left, right = cell(block, line, position)
            seen.append((-(left + right) if block.rtl else left + right, position))
            position = block.next_letter(position)
        stops = [position for _, position in sorted(seen)]
        return [*stops, line.end] if last or not stops else stops

    def _extend_token(self, anchor: int, caret: int, *, forward: bool) -> tuple[int, int]:
        """By token: a step onward takes in a whole token, a step back gives it up again."""
        if anchor == caret:
            anchor = self._opening_edge(caret, forward=forward)
            caret = anchor
        first, last = self._tokens.before(caret), self._tokens.after(caret)
        if forward and caret >= anchor:
            return anchor, len(self._text) if last is None else last.end
        if forward:
            if last is not None and last.start <= caret:
                last = self._tokens.after(last.end)
            return anchor, anchor if last is None else min(anchor, last.start)
        if caret <= anchor:
            return anchor, 0 if first is None else first.start
        if first is not None and first.end >= caret:
            first = self._tokens.before(first.start)
        return anchor, anchor if first is None else max(anchor, first.end)

    def _opening_edge(self, caret: int, *, forward: bool) -> int:
        token = self._tokens.at(caret)
        if token is not None and caret > token.start:
            return token.start if forward else token.end
        if forward:
            following = self._tokens.after(caret)
            return caret if following is None else following.start
        before = self._tokens.before(caret)
        return caret if before is None else before.end

    # Sentences, paragraphs, lines

    def _by_sentence(self, position: int, *, forward: bool) -> int:
        start, end = self.sentence(position)
        if forward:
            return self._next_token_start(end)
        if position > start:
            return start
        before = self._tokens.before(start)
        return 0 if before is None else self.sentence(before.start)[0]

    def _next_token_start(self, position: int) -> int:
        following = self._tokens.after(position)
        return len(self._text) if following is None else following.start

    def _by_paragraph(self, position: int, *, forward: bool) -> int:
        start, end = self.paragraph(position)
        if forward:
            return min(end + 1, len(self._text))
        return start if position > start else self.paragraph(max(0, start - 1))[0]

    def _line_edge(self, place: Place, *, end: bool) -> Place:
        _, block, line = self._layout.line_of(place.position, upstream=place.upstream)
        if not end:
            return Place(line.start)
        edge = line.visible_end
        return Place(edge, upstream=edge == line.end and line is not block.lines[-1])

    def _vertical(self, move: Move, place: Place) -> Place:
        number, block, line = self._layout.line_of(place.position, upstream=place.upstream)
        if self._column is None:
            self._column = edge_x(block, line, place.position)
        up = move in (Move.LINE_UP, Move.PAGE_UP)
        distance = 1 if move in (Move.LINE_UP, Move.LINE_DOWN) else self.page
        while distance > 0:
            index = block.lines.index(line) + (-1 if up else 1)
            if not 0 <= index < len(block.lines):
                number += -1 if up else 1
                if not 0 <= number < len(self._layout):
                    self._column = None
                    return Place(0 if up else len(self._text))
                block = self._layout.laid(number)
                index = len(block.lines) - 1 if up else 0
            line = block.lines[index]
            distance -= line.height
        return self._at_column(block, line)

    def _at_column(self, block: LaidBlock, line: Line) -> Place:
        assert self._column is not None
        position = position_at_x(block, line, self._column)
        upstream = position == line.end and line is not block.lines[-1]
        return Place(position, upstream=upstream)
