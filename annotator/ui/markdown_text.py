"""The little Markdown of a guideline, read into blocks of plain runs. No Qt, no links, no HTML.

Headings (#, ##, ###), paragraphs, lists (-, * and 1.) indented by two blanks, quotes (>), rules
(---), and inside a line **strong**, *gentle*, `code` and the [bracketed span] of an example.
Everything else is text as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum, auto


class Kind(StrEnum):
    HEADING = auto()
    PARAGRAPH = auto()
    ITEM = auto()
    QUOTE = auto()
    RULE = auto()


class Look(StrEnum):
    PLAIN = auto()
    STRONG = auto()
    GENTLE = auto()
    CODE = auto()
    SPAN = auto()


@dataclass(frozen=True, slots=True)
class Run:
    text: str
    look: Look = Look.PLAIN


@dataclass(frozen=True, slots=True)
class Block:
    """`level`: of a heading 1 to 3, of an item its depth from 0. `mark`: what stands before an
    item."""

    kind: Kind
    runs: tuple[Run, ...] = ()
    level: int = 0
    mark: str = ""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_ITEM = re.compile(r"(\s*)(?:[-*+•]|(\d+[.)]))\s+(.*)")
_RULE = re.compile(r"\s*([-*_])(?:\s*\1){2,}\s*")
_INLINE = re.compile(r"\*\*(.+?)\*\*|\*([^*\s][^*]*?)\*|`([^`]+)`|(\[[^\[\]\n]{1,80}\])")
_LOOKS = (Look.STRONG, Look.GENTLE, Look.CODE, Look.SPAN)


def blocks(source: str) -> Iterator[Block]:
    """The blocks of `source`, in order; consecutive lines of a paragraph are joined."""
    pending: Block | None = None
    for line in source.splitlines():
        block = _block(line)
        if pending is not None and block is not None and _continues(pending, block, line):
            joined = (*pending.runs, Run(" "), *block.runs)
            pending = Block(pending.kind, joined, pending.level, pending.mark)
            continue
        if pending is not None:
            yield pending
        pending = block
    if pending is not None:
        yield pending


def runs(text: str) -> tuple[Run, ...]:
    """The runs of one line."""
    found: list[Run] = []
    end = 0
    for match in _INLINE.finditer(text):
        if match.start() > end:
            found.append(Run(text[end : match.start()]))
        number = match.lastindex or 1
        found.append(Run(match[number], _LOOKS[number - 1]))
        end = match.end()
    if end < len(text):
        found.append(Run(text[end:]))
    return tuple(found)


def _block(line: str) -> Block | None:
    if not line.strip():
        return None
    if heading := _HEADING.fullmatch(line.strip()):
        return Block(Kind.HEADING, runs(heading[2].rstrip("# ")), min(len(heading[1]), 3))
    if _RULE.fullmatch(line):
        return Block(Kind.RULE)
    if item := _ITEM.fullmatch(line):
        return Block(Kind.ITEM, runs(item[3]), min(len(item[1]) // 2, 3), item[2] or "•")
    if line.lstrip().startswith(">"):
        return Block(Kind.QUOTE, runs(line.lstrip()[1:].strip()))
    return Block(Kind.PARAGRAPH, runs(line.strip()))


def _continues(pending: Block, block: Block, line: str) -> bool:
    if block.kind is Kind.PARAGRAPH:
        return pending.kind is Kind.PARAGRAPH or (pending.kind is Kind.ITEM and line[:1] == " ")
    return block.kind is Kind.QUOTE and pending.kind is Kind.QUOTE
