"""A large export, written by several processes: each writes parts of the file, in its order.

This one writes parts, too, while the others are busy, have not begun yet or cannot be had. What one
of them fails at is written here again, which tells what is wrong.
"""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future, wait
from contextlib import ExitStack, suppress
from typing import Final

from annotator.core.article import ArticleId
from annotator.formats.options import Clitics
from annotator.ops.export_worker import ExportWorker, Task
from annotator.ops.export_writing import Part, Writing
from annotator.ops.progress import Cancelled, Progress, check
from annotator.store.steps import Stand

_PART: Final = 20_000  # tokens: some fifty milliseconds of work
_ARTICLE: Final = 40  # tokens: what takes as long as an article without any
_PAYS: Final = 150_000  # tokens that pay for a process: to begin one takes a fifth of a second
_MOST: Final = 8  # processes: one cannot put together what more of them write
_AHEAD: Final = 4  # parts for each process that are kept until their turn comes
_PATIENCE: Final = 0.05  # seconds for a part, until the next look whether it is still wanted

Parts = Sequence[list[ArticleId]]


def workers_for(writing: Writing, tokens: int) -> int:
    """How many processes beside this one pay for so many tokens."""
    if not sys.executable or getattr(sys, "frozen", False):
        return 0  # no interpreter to begin
    if writing.options.clitics is Clitics.SEGMENT:
        return 0  # each would have to load the morphology, or to look up every word
    return max(0, min(_MOST, _cores(), tokens // _PAYS) - 1)


def _cores() -> int:
    """Those that this program may use."""
    with suppress(AttributeError):  # not on macOS and Windows
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def cut(ids: Sequence[ArticleId], tokens: Sequence[int]) -> Parts:
    """The articles in parts that take about as long, by their tokens."""
    parts: list[list[ArticleId]] = [[]]
    length = 0
    for article_id, count in zip(ids, tokens, strict=True):
        if parts[-1] and length + count + _ARTICLE > _PART:
            parts.append([])
            length = 0
        parts[-1].append(article_id)
        length += count + _ARTICLE
    return parts


def written(
    writing: Writing,
    parts: Parts,
    workers: int,
    stand: Stand,
    progress: Progress,
    cancelled: Cancelled,
) -> Generator[Part]:
    """Each of `parts` in order, by that many processes beside this one. To be closed. Raises
    UserError, Stopped."""
    total, done = sum(map(len, parts)), 0
    with ExitStack() as stack:
        others = [stack.enter_context(other) for other in _begun(writing, workers, stand)]
        for ids, part in _in_order(writing, parts, others, cancelled):
            yield part
            done += len(ids)
            progress(done, total)


def _begun(writing: Writing, workers: int, stand: Stand) -> Iterator[ExportWorker]:
    """As many as can be had."""
    task = Task.of(writing)
    with suppress(OSError):
        for _ in range(workers):
            yield ExportWorker(task, stand)


def _in_order(
    writing: Writing, parts: Parts, others: Sequence[ExportWorker], cancelled: Cancelled
) -> Iterator[tuple[list[ArticleId], Part]]:
    waiting: deque[tuple[list[ArticleId], Future[Part | None]]] = deque()
    most = _AHEAD * (len(others) + 1)

    def first() -> tuple[list[ArticleId], Part]:
        ids, part = waiting.popleft()
        while not wait((part,), _PATIENCE).done:
            check(cancelled)
        return ids, part.result() or writing.part(ids)

    for ids in parts:
        check(cancelled)
        free = next((other for other in others if other.free), None)
        waiting.append((ids, free.ask(ids) if free else _here(writing, ids)))
        while waiting and (waiting[0][1].done() or len(waiting) > most):
            yield first()
    while waiting:
        yield first()


def _here(writing: Writing, ids: list[ArticleId]) -> Future[Part | None]:
    part: Future[Part | None] = Future()
    part.set_result(writing.part(ids))
    return part
