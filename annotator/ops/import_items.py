"""The plan of an import: the files, what each would bring in, and what is chosen of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator.errors import HashiyaError
from annotator.formats.article import Source
from annotator.ops.import_repairs import Repair
from annotator.ops.unpacking import forget


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to know about a file before importing it: a template of context "Import"."""

    template: str
    fields: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**self.fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportItem:
    """One file (or the pasted text) of a plan.

    `duplicates` are the ordinals, from 0, of its articles whose text is in the project or earlier
    in the plan; they are left out unless `keep_duplicates`. `error` says why it cannot be
    imported at all. `repairs` are the first of what was set right in its spans and tags.
    `revisions` is how many articles are later versions of some in the project (`ops.originals`).
    `hashes` are the texts', as bytes. Sizes are in bytes.
    """

    source: Source
    format: str
    size: int = 0
    encoding: str = ""
    confidence: float = 1.0
    first_lines: str = ""
    known: tuple[str, str, str] = ("", "", "")  # its first article's title, outlet and date
    articles: int = 0
    spans: int = 0
    duplicates: frozenset[int] = frozenset()
    keep_duplicates: bool = False
    notices: tuple[Notice, ...] = ()
    repairs: tuple[Repair, ...] = ()
    error: HashiyaError | None = None
    revisions: int = 0
    selected: bool = True
    hashes: tuple[bytes, ...] = ()

    @property
    def path(self) -> Path:
        return self.source.shown

    @property
    def to_import(self) -> int:
        """How many articles it would bring in."""
        if not self.selected or self.error is not None:
            return 0
        return self.articles - (0 if self.keep_duplicates else len(self.duplicates))

    @property
    def all_duplicates(self) -> bool:
        return bool(self.articles) and len(self.duplicates) == self.articles


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Every file that was found, in order. Frozen: each choice gives a new plan."""

    items: tuple[ImportItem, ...]

    @property
    def articles(self) -> int:
        """How many articles would be imported."""
        return sum(item.to_import for item in self.items)

    @property
    def skipped(self) -> int:
        """How many duplicates would be left out."""
        return sum(
            len(item.duplicates)
            for item in self.items
            if item.error is None and not (item.selected and item.keep_duplicates)
        )

    @property
    def errors(self) -> tuple[HashiyaError, ...]:
        return tuple(item.error for item in self.items if item.error is not None)

    def choose(self, index: int, selected: bool) -> ImportPlan:
        """With one item in or out. An item of nothing but duplicates, chosen, keeps them."""
        item = self.items[index]
        keep = selected and item.all_duplicates
        return self.with_item(index, replace(item, selected=selected, keep_duplicates=keep))

    def keeping_duplicates(self) -> ImportPlan:
        """With every duplicate in."""
        return ImportPlan(
            tuple(
                replace(item, keep_duplicates=True, selected=item.error is None)
                for item in self.items
            )
        )

    def close(self) -> None:
        """Remove what was unpacked for it: it cannot be imported any more."""
        for item in self.items:
            forget(item.source)

    def with_item(self, index: int, item: ImportItem) -> ImportPlan:
        """With `item` at that place."""
        return ImportPlan((*self.items[:index], item, *self.items[index + 1 :]))
