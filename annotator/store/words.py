"""How often each folded word stands in a project's texts: a derived table, bounded in size."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping

BOUND = 200_000  # words kept; past it the rarest go


class WordCounts(Mapping[str, int]):
    """The table as a mapping that looks each word up when asked and remembers the answer."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._known: dict[str, int] = {}

    def __getitem__(self, word: str) -> int:
        count = self._known.get(word)
        if count is None:
            row = self._conn.execute("SELECT n FROM words WHERE word = ?", (word,)).fetchone()
            count = self._known[word] = row[0] if row else 0
        if not count:
            raise KeyError(word)
        return count

    def __iter__(self) -> Iterator[str]:
        return (row[0] for row in self._conn.execute("SELECT word FROM words"))

    def __len__(self) -> int:
        return int(self._conn.execute("SELECT count(*) FROM words").fetchone()[0])


def add_words(conn: sqlite3.Connection, counts: Counter[str]) -> None:
    """Add `counts` (negative ones are taken away) and keep the table within its bound."""
    conn.executemany(
        "INSERT INTO words(word, n) VALUES (?, ?)"
        " ON CONFLICT(word) DO UPDATE SET n = n + excluded.n",
        sorted(counts.items()),  # in the order of the table: appended rather than searched for
    )
    if any(n < 0 for n in counts.values()):
        conn.execute("DELETE FROM words WHERE n <= 0")
    excess = conn.execute("SELECT count(*) FROM words").fetchone()[0] - BOUND
    if excess > 0:
        conn.execute(
            "DELETE FROM words WHERE word IN (SELECT word FROM words ORDER BY n LIMIT ?)",
            (excess,),
        )
