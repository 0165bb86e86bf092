"""Attributes that the program fills in, and what a value may be."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from annotator.arabic.numerals import parse_quantity
from annotator.core.annotation import NO_ATTRIBUTES, Annotation, AttributeValue
from annotator.core.labels import Attribute, AttributeKind, Label
from annotator.errors import QT_TRANSLATE_NOOP, UserError

UNFIT = QT_TRANSLATE_NOOP("Errors", "“{value}” does not fit the attribute {attribute}.")

Attributes = Mapping[str, AttributeValue]


def filled_in(label: Label | None, text: str) -> Attributes:
    """What the covered `text` says by itself: for a label with an attribute of kind quantity its
    value or range, and `unit` and `approximate` where the label has them."""
    if label is None:
        return NO_ATTRIBUTES
    numbers = [a.key for a in label.attributes if a.kind is AttributeKind.QUANTITY]
    if not numbers:
        return NO_ATTRIBUTES
    quantity = parse_quantity(text)
    if quantity is None:
        return NO_ATTRIBUTES
    found: dict[str, AttributeValue] = {}
    if quantity.value is not None:
        found.update(dict.fromkeys(numbers, _plain(quantity.value)))
    elif quantity.low is not None and quantity.high is not None:
        low, high = _plain(quantity.low), _plain(quantity.high)
        found.update({key: [low, high] for key in numbers})
    unit, approximate = label.attribute("unit"), label.attribute("approximate")
    if unit is not None and unit.kind is AttributeKind.TEXT and quantity.unit:
        found["unit"] = quantity.unit
    if approximate is not None and approximate.kind is AttributeKind.FLAG and quantity.approximate:
        found["approximate"] = True
    return found


def read_again(label: Label | None, annotation: Annotation, text: str) -> Attributes:
    """The annotation's attributes once it covers `text`: what its own text said, if nobody changed
    it since, is what the new one says."""
    held = annotation.attributes
    told = filled_in(label, annotation.text)
    if told != {key: value for key, value in held.items() if key in told}:
        return held
    return {**{k: v for k, v in held.items() if k not in told}, **filled_in(label, text)}


def carried_over(attributes: Attributes, old: Label | None, new: Label | None) -> Attributes:
    """Those of `attributes` that still mean something under the label `new`: what it defines too
    and the value fits, and what `old` never defined."""
    kept: dict[str, AttributeValue] = {}
    for key, value in attributes.items():
        ours = None if new is None else new.attribute(key)
        theirs = None if old is None else old.attribute(key)
        if fits(value, ours) if ours is not None else theirs is None:
            kept[key] = value
    return kept


def checked(attributes: Mapping[str, Any], label: Label | None) -> Attributes:
    """`attributes` as they can be stored. Raises UserError for a value that does not fit the
    label's definition; what the label does not define is kept as it is."""
    for key, value in attributes.items():
        attribute = None if label is None else label.attribute(key)
        if not fits(value, attribute):
            name = key if attribute is None else attribute.name_en or key
            raise UserError(UNFIT, value=value, attribute=name)
    return dict(attributes)


def fits(value: object, attribute: Attribute | None) -> bool:
    """Whether `value` is one that `attribute` (None: any) can have."""
    if attribute is None:
        return isinstance(value, str | bool) or _is_number(value) or _is_numbers(value)
    match attribute.kind:
        case AttributeKind.TEXT:
            return isinstance(value, str)
        case AttributeKind.FLAG:
            return isinstance(value, bool)
        case AttributeKind.NUMBER:
            return _is_number(value)
        case AttributeKind.QUANTITY:
            return _is_number(value) or (_is_numbers(value) and len(value) == 2)  # type: ignore[arg-type]  # a list, then
        case AttributeKind.CHOICE:
            return any(choice.key == value for choice in attribute.choices)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _is_numbers(value: object) -> bool:
    return isinstance(value, list) and all(_is_number(item) for item in value)


def _plain(value: float) -> int | float:
    """4000.0 is written 4000."""
    return int(value) if float(value).is_integer() and abs(value) < 2**53 else value
