"""Where a span may begin and end: on something that is read, and never inside a letter."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from annotator.arabic.graphemes import is_boundary, next_boundary
from annotator.core.span import Span


@lru_cache(maxsize=4096)
def is_unseen(character: str) -> bool:
    """White space (NBSP too), a control, a bidi control or a zero-width character."""
    return character.isspace() or unicodedata.category(character) in ("Cf", "Cc", "Zs")


def tidy(text: str, start: int, end: int) -> Span | None:
    """The span `start..end` with its edges moved to where they may be, or None if nothing is left.

    Unseen characters are left out. A letter decides for its marks: an end right after it takes them
    in, a start that has only the marks drops them. Out-of-range offsets are clipped.
    """
    start, end = max(start, 0), min(end, len(text))
    while start < end and (is_unseen(text[start]) or not is_boundary(text, start)):
        start += 1
    while end > start and is_unseen(text[end - 1]) and is_boundary(text, end - 1):
        end -= 1
    if start >= end:
        return None
    return Span(start, end if is_boundary(text, end) else next_boundary(text, end))
