"""Ids met twice are found, however many there are."""

from __future__ import annotations

import sqlite3
from uuid import UUID

from annotator.store.seen_ids import SeenIds


def ids(*numbers: int) -> list[str]:
    return [str(UUID(int=number * 7919**20 % 2**128)) for number in numbers]


def test_the_first_that_was_met_before_is_named() -> None:
    with SeenIds() as seen:
        assert seen.add(ids(1, 2, 3)) is None
        assert seen.add(ids(4, 2, 3)) == ids(2)[0]
        assert seen.add(ids(4)) == ids(4)[0]
        assert seen.add(ids(5, 6, 5)) == ids(5)[0]
        assert seen.add([]) is None


def test_many_are_remembered() -> None:
    with SeenIds() as seen:
        for first in range(0, 50_000, 1000):
            assert seen.add(ids(*range(first, first + 1000))) is None
        assert seen.add(ids(49_999)) == ids(49_999)[0]


def test_nothing_is_left_of_them() -> None:
    with SeenIds() as seen:
        seen.add(ids(1))
    assert not _is_open(seen)


def _is_open(seen: SeenIds) -> bool:
    try:
        seen.add(ids(2))
    except sqlite3.ProgrammingError:
        return False
    return True
