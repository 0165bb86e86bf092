"""An article: text that only a revision ever replaces, and what is known about it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

LONG = 500_000  # code points past which reading and annotating an article is a burden

ArticleId = NewType("ArticleId", int)  # the row's number in one project; `uuid` outlives it


class Status(StrEnum):
    NEW = "new"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """What the outside says about an article: the `meta` object of the native JSONL."""

    title: str = ""
    outlet: str = ""
    url: str = ""
    date: str = ""  # as given; ISO 8601 wherever we write it ourselves
    source: str = ""  # the file's name it came from


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as stored. `sha256` is the hex digest of the UTF-8 text."""

    id: ArticleId
    uuid: str
    text: str
    sha256: str
    meta: Meta
    status: Status = Status.NEW
    flag: bool = False
    note: str = ""

    @property
    def intact(self) -> bool:
        """Whether the text is still the one whose hash was taken when it came in."""
        return text_hash(self.text) == self.sha256


def text_hash(text: str) -> str:
    """Hex SHA-256 of the UTF-8 text; lone surrogates (refused at import) hash as themselves."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
