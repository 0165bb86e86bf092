"""The label set: what a span can be called, and which attributes it then carries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class AttributeKind(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    QUANTITY = "quantity"  # a number, or a range as a list [low, high]; the numeral parser fills it
    CHOICE = "choice"
    FLAG = "flag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    key: str
    name_ar: str
    name_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    key: str
    name_ar: str
    name_en: str
    kind: AttributeKind = AttributeKind.TEXT
    choices: tuple[Choice, ...] = ()  # for CHOICE only


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """`key` is what exports carry (no blanks); `id` is the project's own number, kept when the key
    is renamed (0 until stored); `digit` is the key that tags with it, 1 to 9, or None."""

    key: str
    name_ar: str
    name_en: str
    colour: str  # "#rrggbb"
    digit: int | None = None
    attributes: tuple[Attribute, ...] = ()
    guideline_ar: str = ""
    guideline_en: str = ""
    id: int = 0

    def attribute(self, key: str) -> Attribute | None:
        return next((a for a in self.attributes if a.key == key), None)

    def name(self, language: str) -> str:
        return (self.name_ar if language == "ar" else self.name_en) or self.key


@dataclass(frozen=True, slots=True)
class LabelSet:
    """Labels in the order in which they are shown, which is also their priority in flat exports."""

    labels: tuple[Label, ...]

    def __iter__(self) -> Iterator[Label]:
        return iter(self.labels)

    def __len__(self) -> int:
        return len(self.labels)

    def __contains__(self, key: object) -> bool:
        return any(label.key == key for label in self.labels)

    def __getitem__(self, key: str) -> Label:
        for label in self.labels:
            if label.key == key:
                return label
        raise KeyError(key)

    def get(self, key: str) -> Label | None:
        return next((label for label in self.labels if label.key == key), None)

    def by_digit(self, digit: int) -> Label | None:
        return next((label for label in self.labels if label.digit == digit), None)

    def by_id(self) -> Mapping[int, Label]:
        return {label.id: label for label in self.labels}
