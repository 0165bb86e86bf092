"""A process that writes parts of an export beside this one.

It is told its `Task`, opens the project to read, answers that it is ready, and then each list of
articles with their `Part`, or with nothing where that fails. It lives no longer than this process:
both ends see the other's pipe close. Messages are msgpack, each after its length.
"""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import IO, Final

import msgspec

from annotator.core.article import ArticleId
from annotator.core.closing import Closing
from annotator.errors import HashiyaError
from annotator.formats.options import Clitics, ExportOptions, Nesting, Scheme, Segments
from annotator.formats.registry import format_named
from annotator.ops.export_writing import Part, Writing
from annotator.store.steps import Stand
from annotator.store.store import Address, Store

# The paths on which this program was found, and no other: what lies in the folder in which it was
# begun is none of its business.
_BEGIN: Final = (
    "import sys; sys.path[:] = sys.argv[1:]; from annotator.ops.export_worker import work; work()"
)
_AT_ONCE: Final = 2  # parts that it is asked for: it goes on with one while the other is fetched
_PIPE: Final = 1 << 20  # bytes: it need not wait until a part is fetched
_COURTESY: Final = 5  # the window comes before
_LENGTH: Final = 8  # bytes

_encode = msgspec.msgpack.encode
_ids = msgspec.msgpack.Decoder(list[ArticleId]).decode
_part = msgspec.msgpack.Decoder(Part).decode
_stand = msgspec.msgpack.Decoder(Stand).decode


class Task(msgspec.Struct, frozen=True):
    """What is written and how, as `Writing` has it."""

    address: Address
    format: str
    clitics: Clitics
    segments: Segments
    nesting: Nesting
    scheme: Scheme
    skip_damaged: bool

    @classmethod
    def of(cls, writing: Writing) -> Task:
        options = writing.options
        return cls(
            writing.store.address,
            writing.target.key,
            options.clitics,
            options.segments,
            options.nesting,
            options.scheme,
            writing.skip_damaged,
        )


class ExportWorker(Closing):
    """The process, as this one sees it. `close` ends it, whatever it is doing."""

    def __init__(self, task: Task, stand: Stand) -> None:
        """Begin it; it writes what the project is where the journal stands so. Raises OSError."""
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", _BEGIN, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            pipesize=_PIPE,
            start_new_session=True,  # an interrupt in a terminal is for the one that began it
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._to, self._of = self._process.stdin, self._process.stdout
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="export-worker")
        self._under_way: list[Future[Part | None]] = []
        try:
            self._ready = self._thread.submit(self._begun, task, stand)
        except RuntimeError as error:  # no room for another thread
            self.close()
            raise OSError(str(error)) from error

    def _begun(self, task: Task, stand: Stand) -> bool:
        """Whether it has begun, and sees the project of the same moment."""
        with suppress(OSError, msgspec.MsgspecError):
            _send(self._to, _encode(task))
            return bool(_stand(_received(self._of)) == stand)
        return False

    @property
    def free(self) -> bool:
        """Whether it would begin with a part before long; never again once it failed at one."""
        if not self._ready.done() or not self._ready.result():
            return False
        self._under_way = [p for p in self._under_way if not (p.done() and p.result())]
        return len(self._under_way) < _AT_ONCE and not any(p.done() for p in self._under_way)

    def ask(self, ids: list[ArticleId]) -> Future[Part | None]:
        """The part that these articles are; None when it cannot say."""
        with suppress(OSError):
            _send(self._to, _encode(ids))  # no more than a pipe takes at once
        part = self._thread.submit(self._answer)
        self._under_way.append(part)
        return part

    def _answer(self) -> Part | None:
        with suppress(OSError, msgspec.MsgspecError):
            return _part(_received(self._of))
        return None

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        self._thread.shutdown()
        for pipe in (self._to, self._of):
            with suppress(OSError):
                pipe.close()


def _send(pipe: IO[bytes], message: bytes) -> None:
    pipe.write(len(message).to_bytes(_LENGTH, "little") + message)
    pipe.flush()


def _received(pipe: IO[bytes]) -> bytes:
    """The next message; an empty one when there is none any more."""
    return pipe.read(int.from_bytes(pipe.read(_LENGTH), "little"))


def work() -> None:
    """What the process does."""
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # what a library prints is no answer
    with suppress(AttributeError, OSError):
        os.nice(_COURTESY)
    task = msgspec.msgpack.decode(_received(asked), type=Task)
    with Store.reading(task.address) as store, store.moment() as stand:
        writing = _writing(task, store)
        _send(answers, _encode(stand))
        while ids := _received(asked):
            _send(answers, _answered(writing, _ids(ids)))


def _writing(task: Task, store: Store) -> Writing:
    chosen = ExportOptions(
        clitics=task.clitics, segments=task.segments, nesting=task.nesting, scheme=task.scheme
    )
    return Writing(store, format_named(task.format), chosen, task.skip_damaged)


def _answered(writing: Writing, ids: list[ArticleId]) -> bytes:
    try:
        return _encode(writing.part(ids))
    except HashiyaError:  # the one who asks tries it, too, and is told the reason
        return _encode(None)
