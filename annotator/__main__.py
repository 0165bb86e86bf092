"""`python -m annotator` and the command `hashiya`: the window, or the command line.

Importing what reads the command line takes a third of the time to the first painted window, so
that what can only mean the window goes past it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from annotator import display

SAMPLES = "--samples"


def main() -> None:
    arguments = sys.argv[1:]
    if all(map(_is_for_the_window, arguments)) and not display.is_missing():
        from annotator import app

        paths = [Path(argument) for argument in arguments if argument != SAMPLES]
        sys.exit(app.run(paths, samples=SAMPLES in arguments))
    from annotator.cli import main as run_command

    run_command()


def _is_for_the_window(argument: str) -> bool:
    """Whether it is a file or folder that is there and named as no command is, or the samples."""
    path = Path(argument)
    named = path.suffix != "" or len(path.parts) > 1
    return argument == SAMPLES or (named and not argument.startswith("-") and path.exists())


if __name__ == "__main__":
    main()
