"""What a format is to the rest of the program: how it is named, told, read, written."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any

from annotator.core.labels import LabelSet
from annotator.errors import QT_TRANSLATE_NOOP, UserError
from annotator.formats.article import Documents, Reader, Source
from annotator.formats.atomic_file import AtomicFile
from annotator.formats.file_set import FileSet, Nowhere, new_file_set
from annotator.formats.loss import LossReport
from annotator.formats.options import (
    NO_CHOICES,
    Choices,
    Clitics,
    ExportOptions,
    Nesting,
    Option,
)

Writer = Callable[[Documents, IO[bytes], LabelSet, ExportOptions, LossReport], None]
FilesWriter = Callable[[Documents, FileSet, LabelSet, ExportOptions, LossReport], None]
Tells = Callable[[Source], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format by its `key` (what `--format` takes) and `name` (context "Formats").

    `suffixes`, the first of which a new file gets, tell it on import. A reader with `many` yields
    several articles from one file; what is `beside` a file its reader may read along.
    `write` makes one file, `write_files` a set of them; what there is none of is None. `tells` says
    whether a file is of this format by what it begins with, where the suffix is shared.
    `choices` are the options that have an effect on what is written. Where a file `is_parts`, it is
    what is written of its articles, one after another, and nothing else.
    """

    key: str
    name: str
    suffixes: tuple[str, ...]
    read: Reader | None = None
    write: Writer | None = None
    write_files: FilesWriter | None = None
    many: bool = False
    beside: Callable[[Path], list[Path]] | None = None
    tells: Tells | None = None
    choices: Choices = NO_CHOICES
    is_parts: bool = False

    def in_parts(self, options: ExportOptions) -> bool:
        """Whether a file with those options is the files of its articles one after another."""
        return self.is_parts and options.nesting is not Nesting.COLUMNS  # as many as any has

    @property
    def endings(self) -> tuple[str, ...]:
        """What a new export's name may end in, the usual first: "" is a folder's."""
        one = self.suffixes[:1] if self.write is not None else ()
        return (*one, "", ".zip") if self.write_files is not None else one

    def sink(self, out: Path | None) -> tuple[AbstractContextManager[Any], Callable[..., None]]:
        """What to open for an export to `out`, and what writes into it.

        `out` is a file where the format has one and the suffix is its own, else a set of files;
        where it is None, nothing of what is written is kept.
        """
        if self.write_files is not None and self.is_set(out):
            return nullcontext(Nowhere()) if out is None else new_file_set(out), self.write_files
        assert self.write is not None  # a format without a writer is not asked
        return open(os.devnull, "wb") if out is None else AtomicFile(out), self.write

    def is_set(self, out: Path | None) -> bool:
        """Whether an export to `out` makes several files."""
        if self.write is None or self.write_files is None:
            return self.write_files is not None
        return out is not None and out.suffix.lower() not in self.suffixes

    def options(self, **chosen: Option | None) -> ExportOptions:
        """Those `chosen` by their name in `OPTIONS`, and the format's own for None.

        Raises UserError when one has no effect in the format.
        """
        given: dict[str, Any] = {name: v for name, v in chosen.items() if v is not None}
        for name, value in given.items():
            if value not in self.choices.of(name):
                raise self._without_effect(name, value)
        options = replace(self.choices.defaults(), **given)
        if "segments" in given and options.clitics is not Clitics.SEGMENT:
            raise UserError(
                QT_TRANSLATE_NOOP("Errors", "“{value}” is a way of cutting words into segments."),
                remedy=QT_TRANSLATE_NOOP(
                    "Errors", "Choose “segment” for clitics, or leave it out."
                ),
                value=options.segments.value,
            )
        return options

    def _without_effect(self, name: str, value: Option) -> UserError:
        values = self.choices.of(name)
        remedy = QT_TRANSLATE_NOOP("Errors", "Choose one of: {values}.")
        return UserError(
            QT_TRANSLATE_NOOP("Errors", "{key} has no {option} “{value}”."),
            remedy=remedy if values else QT_TRANSLATE_NOOP("Errors", "Leave it out."),
            key=self.key,
            option=name,
            value=value.value,
            values=", ".join(each.value for each in values),
        )


def beside(*names: str) -> Callable[[Path], list[Path]]:
    """The files of those names, "*" standing for a file's own without its suffix."""
    return lambda path: [path.with_name(name.replace("*", path.stem)) for name in names]
