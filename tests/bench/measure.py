"""Two things timed in turn, and the row that compares them."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from statistics import median, quantiles

Timed = Iterator[float]  # seconds, one for each time that it is asked


@dataclass(frozen=True)
class Row:
    """Seconds here and of the limit; the goal is a highest ratio or, `at_most`, a time."""

    what: str
    here: float
    limit: float | None
    goal: str
    met: bool

    def __str__(self) -> str:
        limit, ratio = "", ""
        if self.limit is not None:
            limit, ratio = _shown(self.limit), f"{self.here / self.limit:.2f}"
        return (
            f"| {self.what} | {_shown(self.here)} | {limit} | {ratio} | {self.goal} "
            f"| {'yes' if self.met else '**no**'} |"
        )


def timed(work: Callable[[], object]) -> Timed:
    while True:
        begun = time.perf_counter()
        work()
        yield time.perf_counter() - begun


def against(what: str, here: Timed, limit: Timed, *, most: float, rounds: int = 7) -> Row:
    """Met when the median of `here` is at most `most` times that of `limit`, run in turn."""
    mine, least = _in_turn(here, limit, rounds)
    a, b = median(mine), median(least)
    return Row(what, a, b, f"≤ {most:.2f} ×", a <= most * b)


def within(
    what: str, here: Timed, most: float, *, limit: Timed | None = None, rounds: int = 7
) -> Row:
    """Met when the median of `here` is at most `most` seconds."""
    mine, least = _in_turn(here, limit or here, rounds)
    a = median(mine)
    return Row(what, a, median(least) if limit else None, f"≤ {_shown(most)}", a <= most)


def worst(what: str, here: Timed, most: float, *, rounds: int = 200) -> Row:
    """Met when the 99th percentile is at most `most` seconds."""
    taken = list(islice(here, rounds))
    a = quantiles(taken, n=100)[98]
    name = f"{what}: p99 (median {_shown(median(taken))})"
    return Row(name, a, None, f"≤ {_shown(most)}", a <= most)


def _in_turn(here: Timed, limit: Timed, rounds: int) -> tuple[list[float], list[float]]:
    mine, least = [], []
    for _ in range(rounds):
        gc.collect()
        least.append(next(limit))
        mine.append(next(here))
    return mine, least


def _shown(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.3g} ms"
