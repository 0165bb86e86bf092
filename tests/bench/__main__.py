"""Every line of the speed goals, each beside its limit in the same run: `python -m tests.bench`.

One table: what, here, the limit, how they compare, the goal, whether it is met. Times are medians
of runs that take turns with those of the limit, so that a busy machine slows both. `--articles N`
sets the size of the large project (some minutes are spent making 100,000), `--project FILE` keeps
it for the next time.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main() -> None:
    """Print the table, a row as soon as it is known."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--articles", type=int, default=10_000, help="in the large project")
    parser.add_argument("--project", type=Path, help="where to keep the large project")
    asked = parser.parse_args()
    print(f"| {_machine()} | here | limit | here / limit | goal | met |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="hashiya-bench-") as folder:
        os.environ["HOME"] = folder  # nothing of this machine's user is read or written
        for row in _rows(Path(folder), asked.articles, asked.project):
            print(row, flush=True)


def _rows(folder: Path, articles: int, project: Path | None) -> Iterator[object]:
    from tests.bench import data, large, start, text

    yield from start.rows()
    yield from data.rows(folder)
    yield from large.rows(project or folder / "large.hashiya", articles)
    yield from text.rows(folder)


def _machine() -> str:
    import sqlite3

    import PySide6

    return (
        f"{os.cpu_count()} cores, Python {platform.python_version()}, "
        f"Qt {PySide6.__version__}, SQLite {sqlite3.sqlite_version}, {sys.platform}"
    )


if __name__ == "__main__":
    main()
