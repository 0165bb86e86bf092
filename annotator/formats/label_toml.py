"""The label set as TOML: `[[label]]` tables in priority order, each with its attributes.

Every mistake in a file is a DataError that names the line: of the table, or of the key inside it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

import tomli_w

from annotator.core.labels import Attribute, AttributeKind, Choice, Label, LabelSet
from annotator.errors import QT_TRANSLATE_NOOP, DataError, UserError
from annotator.resources import resource

_KEY = re.compile(r"[^\s\"'\\]+")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_HEADER = {
    "label": re.compile(r"\s*\[\[\s*label\s*\]\]"),
    "attribute": re.compile(r"\s*\[\[\s*label\s*\.\s*attribute\s*\]\]"),
}
_LABEL_KEYS = frozenset(
    {"key", "name_ar", "name_en", "colour", "digit", "guideline_ar", "guideline_en", "attribute"}
)
_ATTRIBUTE_KEYS = frozenset({"key", "name_ar", "name_en", "kind", "choices"})
_CHOICE_KEYS = frozenset({"key", "name_ar", "name_en"})
_REMEDY = QT_TRANSLATE_NOOP("Errors", "Correct that line and try again.")


def default_labels() -> LabelSet:
    """The set that ships: actor, location, quantity, source."""
    return read_labels(resource("labels.toml"))


def read_labels(path: Path) -> LabelSet:
    """The label set in a TOML file. Raises UserError (unreadable) or DataError (wrong)."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "The label file {path} could not be read: {reason}."),
            remedy=QT_TRANSLATE_NOOP("Errors", "Check that the file is there and may be read."),
            path=path,
            reason=error.strerror or str(error),
        ) from error
    except UnicodeDecodeError as error:
        raise DataError(
            QT_TRANSLATE_NOOP("Errors", "The label file is not UTF-8 text."),
            file=path,
            remedy=QT_TRANSLATE_NOOP("Errors", "Save it as UTF-8."),
        ) from error
    return parse_labels(text, path)


def parse_labels(text: str, file: Path | str = "labels.toml") -> LabelSet:
    """The label set in TOML `text`; `file` is the name that errors give. Raises DataError."""
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        raise DataError(
            QT_TRANSLATE_NOOP("Errors", "This is not valid TOML: {reason}."),
            file=file,
            line=int(place[1]) if place else None,
            column=int(place[2]) if place else None,
            remedy=_REMEDY,
            reason=re.sub(r"\s*\(at .*\)$", "", str(error)),
        ) from error
    return _Reading(text, file).label_set(document)


def write_labels(labels: LabelSet) -> str:
    """TOML that `parse_labels` reads back to the same set (the project's own ids left out).

    Text is written over several lines, unless one holds a CR: TOML would make it LF.
    """
    tables = {"label": [_label_table(label) for label in labels]}
    plain = tomli_w.dumps(tables)
    return plain if "\\r" in plain else tomli_w.dumps(tables, multiline_strings=True)


def _label_table(label: Label) -> dict[str, Any]:
    table: dict[str, Any] = {
        "key": label.key,
        "name_ar": label.name_ar,
        "name_en": label.name_en,
        "colour": label.colour,
    }
    if label.digit is not None:
        table["digit"] = label.digit
    table |= {"guideline_ar": label.guideline_ar, "guideline_en": label.guideline_en}
    if label.attributes:
        table["attribute"] = [_attribute_table(a) for a in label.attributes]
    return table


def _attribute_table(attribute: Attribute) -> dict[str, Any]:
    table: dict[str, Any] = {
        "key": attribute.key,
        "name_ar": attribute.name_ar,
        "name_en": attribute.name_en,
        "kind": attribute.kind.value,
    }
    if attribute.choices:
        table["choices"] = [
            {"key": c.key, "name_ar": c.name_ar, "name_en": c.name_en} for c in attribute.choices
        ]
    return table


class _Reading:
    """One file being read: turns tables into labels, and mistakes into errors with their line."""

    def __init__(self, text: str, file: Path | str) -> None:
        self.file = file
        self.lines = text.split("\n")

    def label_set(self, document: Mapping[str, Any]) -> LabelSet:
        tables = document.get("label")
        unknown = sorted(document.keys() - {"label"})
        if unknown:
            self.fail(
                QT_TRANSLATE_NOOP("Errors", "“{key}” is not something that a label file holds."),
                self.line_with(unknown[0], 0, len(self.lines)),
                key=unknown[0],
            )
        if not isinstance(tables, list) or not tables:
            self.fail(QT_TRANSLATE_NOOP("Errors", "There is no [[label]] table in this file."), 0)
        labels = tuple(self.label(table, number) for number, table in enumerate(tables))
        self.check_unique([label.key for label in labels], "key")
        self.check_unique([label.digit for label in labels], "digit")
        return LabelSet(labels)

    def label(self, table: Any, number: int) -> Label:
        first, last = self.block("label", number)
        table = self.table(table, _LABEL_KEYS, first, last)
        digit = table.get("digit")
        if digit is not None and (type(digit) is not int or not 1 <= digit <= 9):
            self.fail(
                QT_TRANSLATE_NOOP("Errors", "A label's digit is a number from 1 to 9."),
                self.line_with("digit", first, last),
            )
        colour = self.string(table, "colour", first, last)
        if not _COLOUR.fullmatch(colour):
            self.fail(
                QT_TRANSLATE_NOOP("Errors", "“{colour}” is not a colour such as #0072b2."),
                self.line_with("colour", first, last),
                colour=colour,
            )
        attributes = table.get("attribute", [])
        if not isinstance(attributes, list):
            self.fail(
                QT_TRANSLATE_NOOP("Errors", "Attributes are written as [[label.attribute]]."), first
            )
        return Label(
            key=self.key(table, first, last),
            name_ar=self.string(table, "name_ar", first, last, default=""),
            name_en=self.string(table, "name_en", first, last, default=""),
            colour=colour.lower(),
            digit=digit,
            attributes=self.attributes(attributes, first, last),
            guideline_ar=self.string(table, "guideline_ar", first, last, default=""),
            guideline_en=self.string(table, "guideline_en", first, last, default=""),
        )

    def attributes(self, tables: list[Any], first: int, last: int) -> tuple[Attribute, ...]:
        starts = [n for n in range(first, last) if _HEADER["attribute"].match(self.lines[n])]
        found: list[Attribute] = []
        for number, table in enumerate(tables):
            start = starts[number] if number < len(starts) else first
            end = starts[number + 1] if number + 1 < len(starts) else last
            attribute = self.attribute(table, start, end)
            if any(attribute.key == other.key for other in found):
                self.repeated("key", attribute.key, self.line_with("key", start, end))
            found.append(attribute)
        return tuple(found)

    def attribute(self, table: Any, first: int, last: int) -> Attribute:
        table = self.table(table, _ATTRIBUTE_KEYS, first, last)
        kind = self.string(table, "kind", first, last, default=AttributeKind.TEXT.value)
        if kind not in set(AttributeKind):
            self.fail(
                QT_TRANSLATE_NOOP("Errors", "“{kind}” is not a kind of attribute: use {kinds}."),
                self.line_with("kind", first, last),
                kind=kind,
                kinds=", ".join(AttributeKind),
            )
        choices = table.get("choices", [])
        if not isinstance(choices, list) or bool(choices) != (kind == AttributeKind.CHOICE):
            self.fail(
                QT_TRANSLATE_NOOP(
                    "Errors", "An attribute has a list of choices when its kind is “choice” only."
                ),
                self.line_with("choices", first, last),
            )
        return Attribute(
            key=self.key(table, first, last),
            name_ar=self.string(table, "name_ar", first, last, default=""),
            name_en=self.string(table, "name_en", first, last, default=""),
            kind=AttributeKind(kind),
            choices=self.choices(choices, first, last),
        )

    def choices(self, tables: list[Any], first: int, last: int) -> tuple[Choice, ...]:
        line = self.line_with("choices", first, last)
        found: list[Choice] = []
        for table in tables:
            table = self.table(table, _CHOICE_KEYS, line, last)
            choice = Choice(
                key=self.key(table, line, last),
                name_ar=self.string(table, "name_ar", line, last, default=""),
                name_en=self.string(table, "name_en", line, last, default=""),
            )
            if any(choice.key == other.key for other in found):
                self.repeated("key", choice.key, line)
            found.append(choice)
        return tuple(found)

    def table(self, table: Any, known: frozenset[str], first: int, last: int) -> dict[str, Any]:
        if not isinstance(table, dict):
            self.fail(QT_TRANSLATE_NOOP("Errors", "A table is expected here."), first)
        unknown = sorted(table.keys() - known)
        if unknown:
            self.fail(
                QT_TRANSLATE_NOOP("Errors", "“{key}” is not something that a label file holds."),
                self.line_with(unknown[0], first, last),
                key=unknown[0],
            )
        return table

    def key(self, table: dict[str, Any], first: int, last: int) -> str:
        key = self.string(table, "key", first, last)
        if not _KEY.fullmatch(key):
            self.fail(
                QT_TRANSLATE_NOOP(
                    "Errors", "The key “{key}” is empty or holds a blank or a quote."
                ),
                self.line_with("key", first, last),
                key=key,
            )
        return key

    def string(
        self, table: dict[str, Any], name: str, first: int, last: int, *, default: str | None = None
    ) -> str:
        value = table.get(name, default)
        if value is None:
            self.fail(QT_TRANSLATE_NOOP("Errors", "“{key}” is missing here."), first, key=name)
        if not isinstance(value, str):
            self.fail(
                QT_TRANSLATE_NOOP("Errors", "“{key}” has to be text in quotes."),
                self.line_with(name, first, last),
                key=name,
            )
        return value

    def check_unique(self, values: list[Any], name: str) -> None:
        seen = set()
        for number, value in enumerate(values):
            if value is not None and value in seen:
                self.repeated(name, value, self.line_with(name, *self.block("label", number)))
            seen.add(value)

    def repeated(self, name: str, value: Any, line: int) -> NoReturn:
        self.fail(
            QT_TRANSLATE_NOOP("Errors", "The {key} “{value}” is used twice."),
            line,
            key=name,
            value=value,
        )

    def block(self, header: str, number: int) -> tuple[int, int]:
        """The 0-based half-open line range of the `number`th table with this header."""
        starts = [n for n, line in enumerate(self.lines) if _HEADER[header].match(line)]
        if number >= len(starts):  # written inline: the whole file is as near as we get
            return 0, len(self.lines)
        end = starts[number + 1] if number + 1 < len(starts) else len(self.lines)
        return starts[number], end

    def line_with(self, key: str, first: int, last: int) -> int:
        """The 0-based line in the range that sets `key`, or the range's first."""
        setting = re.compile(rf"\s*(\"?){re.escape(key)}\1\s*=")
        return next((n for n in range(first, last) if setting.match(self.lines[n])), first)

    def fail(self, template: str, line: int, **fields: Any) -> NoReturn:
        raise DataError(template, file=self.file, line=line + 1, remedy=_REMEDY, **fields)
