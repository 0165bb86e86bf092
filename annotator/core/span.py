"""Half-open ranges of code points, and the rules by which two of them may share an article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The code points `text[start:end]`, never empty.

    Raises ValueError unless 0 <= start < end.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def holds(self, position: int) -> bool:
        """Whether the code point at `position` is inside."""
        return self.start <= position < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def crosses(self, other: Span) -> bool:
        """Whether they overlap and neither contains the other."""
        return self.overlaps(other) and not self.contains(other) and not other.contains(self)


class OverlapPolicy(StrEnum):
    """Which spans a project allows to share letters. `nested` is the default."""

    NONE = "none"
    NESTED = "nested"
    ANY = "any"

    def obstacle(self, span: Span, others: Iterable[Span]) -> Span | None:
        """The first of `others` that forbids `span`, or None when it may be added.

        The same letters under a second label count as nested, not as crossing.
        """
        if self is OverlapPolicy.ANY:
            return None
        clash = Span.overlaps if self is OverlapPolicy.NONE else Span.crosses
        return next((other for other in others if clash(span, other)), None)
