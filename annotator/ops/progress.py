"""How long work tells how far it is, and how it is told to stop."""

from __future__ import annotations

from collections.abc import Callable

from annotator.errors import QT_TRANSLATE_NOOP, UserError

Progress = Callable[[int, int], None]  # done, total (0: not known), in whatever unit suits
Cancelled = Callable[[], bool]

LARGE = 300  # the effort past which a step may take long: rows, and thousands of words of texts


class Stopped(UserError):  # noqa: N818 - no error to the one who asked for it
    """The work was cancelled on request, and nothing was changed."""


def ignore(_done: int, _total: int) -> None:
    """A progress callback for when nobody looks."""


def never() -> bool:
    """A cancelled callback for work that nobody can stop."""
    return False


def check(cancelled: Cancelled) -> None:
    """Raise Stopped when the work has been cancelled."""
    if cancelled():
        raise Stopped(QT_TRANSLATE_NOOP("Errors", "Cancelled: nothing was changed."))
