"""The suite's own account: each fault, how often it was caused, and what it cost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

FAULTS = {
    1: "kill -9 at any moment of saving",
    2: "a torn or garbled log",
    3: "backup and copy while open",
    4: "damage in a page",
    5: "disk full, I/O error",
    6: "read-only file or folder",
    7: "two programs on one project",
    8: "a newer schema; an upgrade killed",
    9: "a clock that goes back",
    10: "malformed imports",
    11: "a huge text, one line, 10,000 spans",
    12: "hostile labels and titles",
    13: "formula injection",
    14: "bidi controls in names",
    15: "zip bombs, links, reserved names",
    16: "a background job races the editor",
    17: "opening and closing",
    18: "a bad backup; a restore drill",
    19: "an error in a slot, event or thread",
    20: "moved, replaced, linked while open",
}


@dataclass
class Account:
    """Of one fault. `acknowledged` actions were told as saved before it struck; `lost` are those
    of them that were gone after, `half` what was there in part."""

    caused: int = 0
    acknowledged: int = 0
    lost: int = 0
    half: int = 0
    failed: int = 0
    skipped: list[str] = field(default_factory=list)


class Tally:
    """What one test counts for the fault of its mark; a test that counts nothing caused it once."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self.used = False

    def __call__(
        self, *, caused: int = 1, acknowledged: int = 0, lost: int = 0, half: int = 0
    ) -> None:
        """Note it, and fail the test where anything was lost or is there by half."""
        self.used = True
        self._account.caused += caused
        self._account.acknowledged += acknowledged
        self._account.lost += lost
        self._account.half += half
        assert (lost, half) == (0, 0)


def unlike(wanted: Mapping[str, object], held: Mapping[str, object]) -> int:
    """How many of the things in either are not the same in both."""
    return sum(wanted.get(key) != held.get(key) for key in wanted.keys() | held.keys())


def table(accounts: dict[int, Account]) -> list[str]:
    """The table as lines of text."""
    head = f"{'fault':>5}  {'':<38} {'caused':>7} {'acknowledged':>13} {'lost':>5} {'half':>5}"
    lines = [head]
    for number, name in FAULTS.items():
        account = accounts.get(number, Account())
        counts = f"{account.caused:>7,} {account.acknowledged:>13,} {account.lost:>5} "
        line = f"{number:>5}  {name:<38} {counts}{account.half:>5}"
        if account.failed:
            line += f"  FAILED: {account.failed}"
        for reason in sorted(set(account.skipped)):
            line += f"  skipped: {reason}"
        lines.append(line)
    return lines
