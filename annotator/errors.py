"""The one family of errors that a person is shown.

A message is an English *template* with named fields, marked with `QT_TRANSLATE_NOOP` so that Qt
Linguist finds it; the window translates the template first and fills the fields after, the command
line fills it as it is. Anything else that is raised is our own bug and reaches the crash dialog.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePath


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark `text` for Qt Linguist's `lupdate` (which knows this name) and return it unchanged."""
    return text


class HashiyaError(Exception):
    """Something that a person is told: a message template, its fields, and what to do about it.

    `str(error)` is the English sentence, remedy included.
    """

    context = "Errors"

    def __init__(self, template: str, *, remedy: str = "", **fields: object) -> None:
        super().__init__(template)
        self.template = template
        self.remedy = remedy
        self.fields = fields

    def __str__(self) -> str:
        return self.render(lambda template: template)

    def render(
        self, translate: Callable[[str], str], named: Callable[[str], str] = lambda name: name
    ) -> str:
        """The whole message: each template passed through `translate` first, and each name and path
        that is filled in through `named`."""
        fields = {
            key: named(str(value)) if isinstance(value, str | PurePath) else value
            for key, value in self.fields.items()
        }
        parts = [t for t in (self.template, self.remedy) if t]
        return " ".join(translate(t).format(**fields) for t in parts)


class UserError(HashiyaError):
    """Something the user can mend: it names the object and says the remedy. Nothing was changed."""


class DataError(HashiyaError):
    """A file whose content is wrong, and where: `line` and `column` (code points) count from 1."""

    def __init__(
        self,
        template: str,
        *,
        file: Path | str,
        line: int | None = None,
        column: int | None = None,
        remedy: str = "",
        **fields: object,
    ) -> None:
        super().__init__(template, remedy=remedy, file=str(file), **fields)
        self.file = Path(file)
        self.line = line
        self.column = column

    def render(
        self, translate: Callable[[str], str], named: Callable[[str], str] = lambda name: name
    ) -> str:
        place = ":".join(str(p) for p in (self.file, self.line, self.column) if p is not None)
        return f"{named(place)}: {super().render(translate, named)}"
