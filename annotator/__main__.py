"""`python -m annotator` and the command `hashiya`."""

from __future__ import annotations

from annotator.cli import main

if __name__ == "__main__":
    main()
