"""A text in stretches that are cut at white space, where no word and no token goes on.

Whoever works through a very long text stretch by stretch lets the other threads work in between: a
regular expression that goes over all of it at once keeps a window from being painted for seconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SPACE = re.compile(r"\s")
_LONG = 100_000  # code points: some milliseconds of work


def stretches(
    text: str, start: int = 0, end: int | None = None, *, size: int = _LONG
) -> Iterator[tuple[int, int]]:
    """The half-open code points of each stretch of `text[start:end]`: `size` of them, one at least,
    and on to the next white space, with which the next stretch begins."""
    end = len(text) if end is None else end
    while space := _SPACE.search(text, start + size, end):
        yield start, space.start()
        start = space.start()
    yield start, end
