"""A file of ours that is there whole or not at all, and never in place of another."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from annotator.errors import QT_TRANSLATE_NOOP, UserError
from annotator.store.connection import cannot_create, discard

EXISTS = QT_TRANSLATE_NOOP("Errors", "There is a file {path} already.")
EXISTS_REMEDY = QT_TRANSLATE_NOOP(
    "Errors", "Choose another name, or open the project that is there."
)
_DRAFT: Final = ".{name}.{pid}.new"
PRIVATE: Final = 0o600  # whatever the umask: texts are the user's own until they share them


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """An empty draft beside `path`, which becomes `path` when the block ends well and is removed
    when it does not. Raises UserError when there is a file already or none can be made."""
    if path.exists():
        raise _exists(path)
    draft = path.with_name(_DRAFT.format(name=path.name, pid=os.getpid()))
    try:
        draft.touch(mode=PRIVATE, exist_ok=False)
        yield draft
        publish(draft, path)
    except FileExistsError as error:
        raise _exists(path) from error
    except OSError as error:
        raise cannot_create(path, error) from error
    finally:
        discard(draft)


def drafts_of(path: Path) -> Iterator[Path]:
    """The drafts of `path` that lie there."""
    yield from path.parent.glob(_DRAFT.format(name=glob.escape(path.name), pid="*"))


def publish(draft: Path, path: Path) -> None:
    """Give the finished file its name, without ever replacing another; `draft` may be there still.
    Raises UserError when there is one already, OSError when it cannot be done."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise _exists(path) from None
    except OSError:  # a file system without hard links
        if path.exists():
            raise _exists(path) from None
        os.rename(draft, path)


def _exists(path: Path) -> UserError:
    return UserError(EXISTS, remedy=EXISTS_REMEDY, path=path)
