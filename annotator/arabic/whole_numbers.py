"""Numbers that camel-tools cuts in pieces made one token again: `3.5`, `٣٫٥`, `1,250`, `12%`."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from annotator.core.ranges import Ranges

_NUMBER = re.compile(r"(?:(?<!\d)[%٪](?=\d))?\d+(?:[.,٫٬]\d+)*[%٪]?")


def numbers_whole(text: str, tokens: Ranges, start: int = 0, end: int | None = None) -> Ranges:
    """The tokens of `text[start:end]`, those that share a number made one: its separators and
    percent sign, and the letters that are written to it. Offsets are code points.
    """
    starts, ends = tokens.starts, tokens.ends
    whole = Ranges()
    done = 0  # tokens that are in `whole`, as they were or in a number
    for number in _NUMBER.finditer(text, start, len(text) if end is None else end):
        first = bisect_right(ends, number.start(), max(done - 1, 0))
        last = bisect_left(starts, number.end(), first)
        if last - first < 2:
            continue
        if first < done:  # it begins in the token that ends the number before: 3,5x7,9
            whole.ends[-1] = ends[last - 1]
        else:
            whole.starts.extend(starts[done : first + 1])
            whole.ends.extend([*ends[done:first], ends[last - 1]])
        done = last
    whole.starts.extend(starts[done:])
    whole.ends.extend(ends[done:])
    return whole
