"""Articles as JSON objects: a list of them, one alone, or one after the other, as scrapers write.

Each object has its text, and may have title, outlet, url and date, under English or Arabic keys
(formats.article_columns); other keys are left out, and that is said.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any, Final

from annotator.errors import QT_TRANSLATE_NOOP, DataError
from annotator.formats import hugging_face_reading
from annotator.formats.article import ImportedArticle, Source
from annotator.formats.article_columns import article_row, columns
from annotator.formats.json_lines import without_surrogates
from annotator.formats.json_list import json_values
from annotator.formats.native_jsonl import checked_article, is_id

# Keys of what has annotations: Hashiya's own lines, Label Studio's JSON-MIN.
_ANNOTATED: Final = frozenset(("spans", "meta", "annotation_id"))
_REMEDY: Final = QT_TRANSLATE_NOOP("Errors", "Correct that article and try again.")


def tells(first: dict[str, Any]) -> bool:
    """Whether an object is an article of others: without annotations, and with something known
    about it, a number that is no id of Hashiya's, or another name for the text."""
    named = columns(first)
    if "text" not in named or not _ANNOTATED.isdisjoint(first):
        return False
    if hugging_face_reading.tells(first):
        return False
    if len(named) > 1 or named["text"] != "text":
        return True
    return "id" in first and not is_id(first["id"])


def read(source: Source) -> Iterator[ImportedArticle]:
    """Each object's article.

    Raises UserError when the file cannot be read, DataError with the line at which the object
    begins that is wrong, or where the JSON is broken.
    """
    found = False
    for line, given in json_values(source):
        found = True
        fields, left_out = _fields(given, source, line)
        yield checked_article(article_row(fields), source, line, left_out)
    if not found:
        raise DataError(
            QT_TRANSLATE_NOOP("Errors", "There is no article in it."),
            file=source.path,
            remedy=QT_TRANSLATE_NOOP("Errors", "Leave it out, or look where its lines went."),
        )


def _fields(given: Any, source: Source, line: int) -> tuple[dict[str, str], frozenset[str]]:
    """What is known of the article, and the keys that are left out."""
    named = _named(given) if isinstance(given, dict) else {}
    if "text" not in named:
        raise DataError(
            QT_TRANSLATE_NOOP("Errors", "This is not an article: it has no key “text” or “النص”."),
            file=source.path,
            line=line,
            remedy=_REMEDY,
        )
    fields: dict[str, str] = {}
    for field, key in named.items():
        value = given[key]
        if field == "outlet" and isinstance(value, dict) and "name" in value:
            value = value["name"]
        if not isinstance(value, str | int | float | None) or (
            field == "text" and not isinstance(value, str)
        ):
            raise DataError(
                QT_TRANSLATE_NOOP("Errors", "What stands under “{key}” is not text."),
                file=source.path,
                line=line,
                remedy=_REMEDY,
                key=key,
            )
        nothing = value is None or (isinstance(value, float) and not math.isfinite(value))
        told = "" if nothing else str(value)
        fields[field] = told if field == "text" else without_surrogates(told)
    left_out = given.keys() - named.values()
    return fields, frozenset(key for key in left_out if given[key])


def _named(given: dict[str, Any]) -> Mapping[str, str]:
    """The names under which something stands; scrapers write every key, and null for nothing."""
    named = columns(key for key, value in given.items() if value is not None)
    return named if "text" in named else columns(given)
