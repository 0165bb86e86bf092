"""Many half-open ranges of one text, in order: kept as their starts and their ends.

A text has some hundred tokens, and whoever looks one up searches the starts or the ends; a pair for
each would be made for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Ranges:
    """The code points `starts[i]:ends[i]`; each begins where the one before ends, or later.

    `known` is what each covers, where whoever found them knows it, or empty.
    """

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    known: list[str] = field(default_factory=list, compare=False, repr=False)

    @classmethod
    def of(cls, pairs: Iterable[tuple[int, int]]) -> Ranges:
        starts, ends = [], []
        for start, end in pairs:
            starts.append(start)
            ends.append(end)
        return cls(starts, ends)

    def __len__(self) -> int:
        return len(self.starts)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return zip(self.starts, self.ends, strict=True)

    def __getitem__(self, index: int) -> tuple[int, int]:
        return self.starts[index], self.ends[index]

    def texts(self, text: str) -> list[str]:
        """What of `text` each covers."""
        return self.known.copy() or [text[start:end] for start, end in self]
