"""Exports a project by several processes, and says so as soon as the first part is written; then
waits to be killed: `python export_until_killed.py PROJECT OUT`."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from annotator.ops import export_parts, exports
from annotator.ops.project import open_project


def wait_to_be_killed(done: int, total: int) -> None:
    print(done, flush=True)
    threading.Event().wait()


if __name__ == "__main__":
    export_parts._PART = 1
    exports.workers_for = lambda writing, tokens: 2
    with open_project(sys.argv[1], read_only=True) as project:
        exports.export(project, Path(sys.argv[2]), format="jsonl", progress=wait_to_be_killed)
