"""Rows of the tables and the objects they stand for, and the images of rows in the journal.

A row is a tuple in the column order of its table here. Its image is a JSON object of the same
columns; numbers survive exactly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import msgspec

from annotator.core.annotation import (
    NO_ATTRIBUTES,
    Annotation,
    AttributeValue,
    Origin,
)
from annotator.core.article import Article, ArticleId, Meta, Status
from annotator.core.labels import Attribute, Label, LabelSet

Row = tuple[Any, ...]
Image = dict[str, Any]

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder().decode
_decode_attributes = msgspec.json.Decoder(dict[str, str | bool | int | float | list[float]]).decode
_decode_definitions = msgspec.json.Decoder(tuple[Attribute, ...]).decode
_ORIGINS: Mapping[str, Origin] = {origin.value: origin for origin in Origin}


ids_from_json = msgspec.json.Decoder(list[ArticleId]).decode


def to_json(value: object) -> str:
    return _encode(value).decode()


def from_json(text: str) -> Any:
    return _decode(text)


@dataclass(frozen=True)
class Table:
    """One journalled table: its columns in order, the first `keys` of them its primary key."""

    name: str
    columns: tuple[str, ...]
    keys: int = 1

    @cached_property
    def names(self) -> str:
        return ", ".join(f'"{c}"' for c in self.columns)

    @cached_property
    def select(self) -> str:
        return f"SELECT {self.names} FROM {self.name}"

    @cached_property
    def where(self) -> str:
        return " AND ".join(f'"{c}" = ?' for c in self.columns[: self.keys])

    @cached_property
    def insert(self) -> str:
        marks = ", ".join("?" * len(self.columns))
        return f"INSERT INTO {self.name} ({self.names}) VALUES ({marks})"

    @cached_property
    def update(self) -> str:
        assignments = ", ".join(f'"{c}" = ?' for c in self.columns[self.keys :])
        return f"UPDATE {self.name} SET {assignments} WHERE {self.where}"

    @cached_property
    def delete(self) -> str:
        return f"DELETE FROM {self.name} WHERE {self.where}"

    def image(self, row: Row) -> str:
        return to_json(dict(zip(self.columns, row, strict=True)))

    def row(self, image: Image) -> Row:
        return tuple(image[c] for c in self.columns)


ANNOTATIONS = Table(
    "annotations",
    (
        "article_id", "id", "label_id", "start", "end", "text", "attributes", "note", "review",
        "annotator", "origin", "score", "created", "modified",
    ),
    keys=2,
)  # fmt: skip
ARTICLES = Table(
    "articles",
    (
        "id", "uuid", "sha256", "title", "outlet", "url", "date", "source", "status", "flag",
        "note", "opening", "token_count", "imported",
    ),
)  # fmt: skip
LABELS = Table(
    "labels",
    (
        "id", "position", "key", "name_ar", "name_en", "colour", "digit", "attributes",
        "guideline_ar", "guideline_en",
    ),
)  # fmt: skip
SETTINGS = Table("settings", ("key", "value"))
TEXTS = Table("texts", ("article_id", "text"))
TABLES: Mapping[str, Table] = {t.name: t for t in (ANNOTATIONS, ARTICLES, LABELS, SETTINGS, TEXTS)}
WHOLE_ARTICLE = "whole_article"
LIVE = '"live"'  # in place of an image: the article is in the tables, and is its own image
UNDO_FLOOR = "undo_floor"  # the setting that names the last step which is history alone
ABOVE_FLOOR = (
    "seq > (SELECT coalesce(max(CAST(value AS INTEGER)), 0) FROM settings"
    f" WHERE key = '{UNDO_FLOOR}')"
)


def annotation_row(annotation: Annotation, label_id: int) -> Row:
    a = annotation
    attributes = to_json(dict(a.attributes)) if a.attributes else "{}"
    return (
        a.article, a.id, label_id, a.start, a.end, a.text, attributes, a.note, int(a.review),
        a.annotator, a.origin.value, a.score, a.created, a.modified,
    )  # fmt: skip


class _Draft:
    """The slots of an annotation, open to be written: `annotation_from` fills one and turns it
    into the frozen thing. Opening an article of 10,000 annotations costs a quarter so."""

    __slots__ = Annotation.__slots__

    def __init__(self, row: Row, label: str, attributes: Mapping[str, AttributeValue]) -> None:
        self.article, self.id = row[0], row[1]
        self.label = label
        self.start, self.end, self.text = row[3], row[4], row[5]
        self.attributes = attributes
        self.note, self.review = row[7], bool(row[8])
        self.annotator = row[9]
        self.origin = _ORIGINS.get(row[10]) or Origin(row[10])
        self.score, self.created, self.modified = row[11], row[12], row[13]


def annotation_from(row: Row, label: str) -> Annotation:
    """Raises ValueError where the row cannot be what was written (msgspec's errors are ones)."""
    attributes = NO_ATTRIBUTES if row[6] == "{}" else _decode_attributes(row[6])
    draft: Any = _Draft(row, label, attributes)
    draft.__class__ = Annotation
    annotation: Annotation = draft
    return annotation


def article_from(row: Row, text: str) -> Article:
    """Raises ValueError where the row cannot be what was written."""
    return Article(
        id=ArticleId(row[0]),
        uuid=row[1],
        text=text,
        sha256=row[2],
        meta=Meta(title=row[3], outlet=row[4], url=row[5], date=row[6], source=row[7]),
        status=Status(row[8]),
        flag=bool(row[9]),
        note=row[10],
    )


def label_row(label: Label, position: int) -> Row:
    return (
        label.id, position, label.key, label.name_ar, label.name_en, label.colour, label.digit,
        to_json(label.attributes), label.guideline_ar, label.guideline_en,
    )  # fmt: skip


def label_from(row: Row) -> Label:
    """Raises ValueError where the row cannot be what was written."""
    return Label(
        id=row[0],
        key=row[2],
        name_ar=row[3],
        name_en=row[4],
        colour=row[5],
        digit=row[6],
        attributes=_decode_definitions(row[7]),
        guideline_ar=row[8],
        guideline_en=row[9],
    )


def label_set_from(rows: Sequence[Row]) -> LabelSet:
    return LabelSet(tuple(label_from(row) for row in sorted(rows, key=lambda row: row[1])))
