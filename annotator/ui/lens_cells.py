"""What the character lens shows: the code points around the caret or of a span, in logical order.

A span that is longer than the room is shown by its two ends, each with what stands around it.
"""

from __future__ import annotations

from dataclasses import dataclass

from annotator.arabic.characters import glyph, is_presentation_form, name_of
from annotator.arabic.edges import is_unseen
from annotator.arabic.graphemes import is_boundary, is_mark
from annotator.core.span import Span

_AROUND = 2  # characters beside each end of a long span


@dataclass(frozen=True, slots=True)
class Cell:
    """The code point at `position`, or (`left_out` > 0) so many of them in one cell.

    `joined`: it is one letter with the character before it, so that no edge can stand between.
    """

    position: int
    character: str = ""
    joined: bool = False
    left_out: int = 0

    @property
    def end(self) -> int:
        return self.position + (self.left_out or 1)

    @property
    def unseen(self) -> bool:
        return bool(self.character) and is_unseen(self.character)

    @property
    def notable(self) -> bool:
        """Whether it is easily mistaken: not seen, or a letter frozen in one shape, or tatweel."""
        return (
            (self.unseen and self.character not in " \n")
            or self.character == "ـ"
            or is_presentation_form(self.character)
        )

    @property
    def sign(self) -> str:
        """What is drawn for it."""
        if is_mark(self.character):
            return f"◌{self.character}"
        shown = glyph(self.character)
        return shown or ("?" if self.unseen else self.character)

    @property
    def code(self) -> str:
        return f"U+{ord(self.character):04X}"

    def name(self, language: str) -> str:
        name = name_of(self.character, language)
        return name.removeprefix("arabic letter ").removeprefix("arabic ")


def cells(text: str, caret: int, focus: Span | None, room: int) -> list[Cell]:
    """At most `room` cells (no fewer than 9 are asked for) around `focus`, else around `caret`."""
    if focus is None:
        return _run(text, *_centred(caret, caret + 1, len(text), room))
    if len(focus) + 2 <= room:
        return _run(text, *_centred(focus.start, focus.end, len(text), room))
    half = (room - 1) // 2
    first_end, last_start = focus.start + half - _AROUND, focus.end - half + _AROUND
    gap = Cell(first_end, left_out=last_start - first_end)
    first = _run(text, max(0, focus.start - _AROUND), first_end)
    return [*first, gap, *_run(text, last_start, min(len(text), focus.end + _AROUND))]


def _centred(start: int, end: int, length: int, room: int) -> tuple[int, int]:
    """`room` code points with `start..end` in their middle, as far as the text goes."""
    first = max(0, min(start - (room - (end - start)) // 2, length - room))
    return first, min(first + room, length)


def _run(text: str, start: int, end: int) -> list[Cell]:
    return [Cell(at, text[at], joined=not is_boundary(text, at)) for at in range(start, end)]
