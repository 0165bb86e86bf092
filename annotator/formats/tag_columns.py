"""A file all of whose rows have as many columns of tags as its deepest article needs.

How many that are is known at the end alone, so the rows wait in a temporary file: memory stays
flat, and every article is read once.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable
from typing import IO, Final

from annotator.formats.temporary import Spool

# Where a row lacks columns until their number is known. White space to Python: in no token.
TAGS_LACK: Final = "\x1e"  # filled with O
BLANKS_LACK: Final = "\x1f"  # filled with _
_IN_MEMORY: Final = 1 << 20  # bytes
_HEAD: Final = struct.Struct("<QQ")


def write_columns(
    articles: Iterable[tuple[str, int]],
    out: IO[bytes],
    between: str,
    header: Callable[[int], str] = lambda columns: "",
) -> None:
    """Write the rows of `articles`, each with its number of tag columns, after `header(most)`.

    `between` stands before each column that is filled in.
    """
    most = 1
    with Spool(_IN_MEMORY) as waiting:
        for rows, columns in articles:
            data = rows.encode("utf-8")
            waiting.write(_HEAD.pack(len(data), columns) + data)
            most = max(most, columns)
        out.write(header(most).encode("utf-8"))
        waiting.seek(0)
        while head := waiting.read(_HEAD.size):
            size, columns = _HEAD.unpack(head)
            rows = waiting.read(size).decode("utf-8")
            rows = rows.replace(TAGS_LACK, f"{between}O" * (most - columns))
            rows = rows.replace(BLANKS_LACK, f"{between}_" * (most - columns))
            out.write(rows.encode("utf-8"))
