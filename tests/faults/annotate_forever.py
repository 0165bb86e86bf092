"""Annotates without end, told nothing, saying on standard output what is saved: `seq` a line.

Run by the tests that kill it. Each step follows from its number alone (see `expected`), so that
whoever reads the project afterwards knows what must be in it.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from annotator.core.annotation import Annotation, AnnotationId
from annotator.core.article import ArticleId
from annotator.core.change import OperationName
from annotator.store import Store

TEXT = "سكان " * 4000
STAMP = "2026-01-01T00:00:00.000000Z"


def annotation(number: int, note: str = "") -> Annotation:
    start = 5 * (number % 4000)
    return Annotation(
        id=AnnotationId(f"a{number}"), article=ArticleId(1), label="actor", start=start,
        end=start + 4, text="سكان", note=note, annotator="x", created=STAMP, modified=STAMP,
    )  # fmt: skip


def expected(steps: int) -> dict[str, Annotation]:
    """What the project holds after the import (step 1) and `steps - 1` more."""
    held: dict[str, Annotation] = {}
    for number in range(2, steps + 1):
        if number % 4 == 1 and f"a{number - 1}" in held:
            held[f"a{number - 1}"] = annotation(number - 1, "ملاحظة" * 200)
        elif number % 7 == 1 and f"a{number - 2}" in held:
            del held[f"a{number - 2}"]
        else:
            held[f"a{number}"] = annotation(number)
    return held


def step(store: Store, number: int) -> None:
    one, two = AnnotationId(f"a{number - 1}"), AnnotationId(f"a{number - 2}")
    with store.operation(OperationName("step", {"number": str(number)})) as op:
        if number % 4 == 1 and (old := store.annotation(one)):
            op.replace(old, replace(old, note="ملاحظة" * 200))
        elif number % 7 == 1 and (old := store.annotation(two)):
            op.remove(old)
        else:
            op.add(annotation(number))
    assert op.changes.seq == number


def main() -> None:
    with Store.open(Path(sys.argv[1])) as store:
        number = store.last_seq() + 1
        while True:
            step(store, number)
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()
            number += 1


if __name__ == "__main__":
    main()
