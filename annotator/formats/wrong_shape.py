"""JSON values made what a format says they are, or what is wrong with one, in a sentence that can
be translated."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec

from annotator.errors import QT_TRANSLATE_NOOP, DataError
from annotator.formats.json_lines import without_surrogates

_Shape = TypeVar("_Shape")
_TYPES: Final = {  # msgspec names Python's, a file has JSON's
    "str": "string", "int": "integer", "float": "number", "bool": "boolean",
}  # fmt: skip
_FOUND: Final = (  # what msgspec says; that as a sentence about a place in the line, and about it
    (
        re.compile(r"Object missing required field `(?P<key>.*)`"),
        QT_TRANSLATE_NOOP("Errors", "“{key}” is missing in {place}."),
        QT_TRANSLATE_NOOP("Errors", "“{key}” is missing."),
    ),
    (
        re.compile(r"Expected `(?P<wanted>[^`]*)`, got `(?P<found>[^`]*)`"),
        QT_TRANSLATE_NOOP("Errors", "In {place} there is a JSON {found} in place of {wanted}."),
        QT_TRANSLATE_NOOP("Errors", "There is a JSON {found} in place of {wanted}."),
    ),
    (
        re.compile(r"Expected `array` of length (?P<wanted>\d+), got (?P<found>\d+)"),
        QT_TRANSLATE_NOOP("Errors", "In {place} there are {found} items in place of {wanted}."),
        QT_TRANSLATE_NOOP("Errors", "There are {found} items in place of {wanted}."),
    ),
    (
        re.compile(r"Invalid enum value '?(?P<value>.*?)'?"),
        QT_TRANSLATE_NOOP("Errors", "“{value}” in {place} is no value that is known."),
        QT_TRANSLATE_NOOP("Errors", "“{value}” is no value that is known."),
    ),
    (
        re.compile(r"(?P<reason>.*)", re.DOTALL),
        QT_TRANSLATE_NOOP("Errors", "In {place}: {reason}."),
        "{reason}.",
    ),
)


def converted(given: Any, shape: type[_Shape], file: Path, number: int) -> _Shape:
    """`given` as a `shape`. Raises DataError when what stands on line `number` is not of it."""
    try:
        return msgspec.convert(given, shape)
    except UnicodeEncodeError:  # msgspec's own, at a broken string where none belongs
        return converted(without_surrogates(given), shape, file, number)
    except msgspec.ValidationError as error:
        raise _wrong_shape(error, file, number) from error


def _wrong_shape(error: msgspec.ValidationError, file: Path, number: int) -> DataError:
    """msgspec's finding about a line that is JSON but not ours."""
    message, _, path = str(error).partition(" - at `$")
    place = path.rstrip("`").lstrip(".")
    told, inside, whole = next(
        (match, inside, whole)
        for pattern, inside, whole in _FOUND
        if (match := pattern.fullmatch(message))
    )
    fields: dict[str, Any] = told.groupdict()
    for types in {"wanted", "found"} & fields.keys():
        fields[types] = " | ".join(_TYPES.get(each, each) for each in fields[types].split(" | "))
    return DataError(
        inside if place else whole,
        file=file,
        line=number,
        remedy=QT_TRANSLATE_NOOP("Errors", "Correct that line and try again."),
        place=place,
        **fields,
    )
