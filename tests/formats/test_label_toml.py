"""The label set file: what ships, what is written back, and how mistakes are told."""

from __future__ import annotations

import math
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.labels import Attribute, AttributeKind, Choice, Label, LabelSet
from annotator.errors import DataError, UserError
from annotator.formats.label_toml import (
    default_labels,
    parse_labels,
    read_labels,
    write_labels,
)

# Colour vision deficiency at full severity, linear RGB (Machado, Oliveira & Fernandes 2009).
VISIONS = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def test_four_labels_ship_on_the_digits_one_to_four() -> None:
    labels = default_labels()
    assert [(label.key, label.digit) for label in labels] == [
        ("actor", 1),
        ("location", 2),
        ("quantity", 3),
        ("source", 4),
    ]
    assert all(label.name_ar and label.name_en for label in labels)
    assert all(label.guideline_ar.strip() and label.guideline_en.strip() for label in labels)


def test_shipped_attributes_are_those_of_the_design() -> None:
    labels = default_labels()
    kinds = {label.key: [(a.key, a.kind.value) for a in label.attributes] for label in labels}
    assert kinds == {
        "actor": [("kind", "choice")],
        "location": [],
        "quantity": [("value", "quantity"), ("unit", "text"), ("approximate", "flag")],
        "source": [("kind", "choice")],
    }
    actor, source = labels["actor"].attributes[0], labels["source"].attributes[0]
    assert [c.key for c in actor.choices] == ["person", "group", "organisation", "state"]
    assert [c.key for c in source.choices] == ["named", "anonymous", "outlet", "document"]


def test_shipped_colours_are_told_apart_by_every_kind_of_eye() -> None:
    colours = [label.colour for label in default_labels()]
    for vision in VISIONS:
        seen = [_lab(colour, vision) for colour in colours]
        assert min(math.dist(a, b) for a, b in combinations(seen, 2)) > 15, vision


def test_the_shipped_file_survives_writing_and_reading() -> None:
    labels = default_labels()
    assert parse_labels(write_labels(labels)) == labels


_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
_key = st.text("abcزمن_-.*٣", min_size=1, max_size=8)


@st.composite
def label_sets(draw: st.DrawFn) -> LabelSet:
    """Any label set that the editor could make."""
    keys = draw(st.lists(_key, min_size=1, max_size=5, unique=True))
    digits = draw(st.permutations([None, None, 1, 2, 9]))
    return LabelSet(
        tuple(
            Label(
                key=key,
                name_ar=draw(_text),
                name_en=draw(_text),
                colour=draw(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)),
                digit=digit,
                attributes=tuple(
                    Attribute(
                        key=name,
                        name_ar=draw(_text),
                        name_en=draw(_text),
                        kind=kind,
                        choices=(Choice(key="x", name_ar=draw(_text), name_en="X"),)
                        if kind is AttributeKind.CHOICE
                        else (),
                    )
                    for name, kind in draw(
                        st.dictionaries(_key, st.sampled_from(AttributeKind), max_size=3)
                    ).items()
                ),
                guideline_ar=draw(_text),
                guideline_en=draw(_text),
            )
            for key, digit in zip(keys, digits, strict=False)
        )
    )


@given(label_sets())
def test_any_label_set_survives_writing_and_reading(labels: LabelSet) -> None:
    assert parse_labels(write_labels(labels)) == labels


GOOD = """[[label]]
key = "actor"
colour = "#0072b2"
digit = 1

[[label]]
key = "place"
colour = "#009e73"

[[label.attribute]]
key = "kind"
kind = "choice"
choices = [{ key = "a" }, { key = "b" }]
"""


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ('key = "actor"', "key = actor", 2, "not valid TOML"),
        ('colour = "#0072b2"', 'colour = "blue"', 3, "“blue” is not a colour"),
        ("digit = 1", "digit = 10", 4, "1 to 9"),
        ("digit = 1", "digit = true", 4, "1 to 9"),
        ("digit = 1", 'shape = "round"', 4, "“shape”"),
        ("digit = 1", "name_ar = 3", 4, "text in quotes"),
        ('key = "place"', 'key = "actor"', 7, "used twice"),
        ('key = "place"', 'key = "a place"', 7, "a blank"),
        ('key = "place"\n', "", 6, "“key” is missing"),
        ('colour = "#009e73"', 'colour = "#009e73"\ndigit = 1', 9, "used twice"),
        ('kind = "choice"', 'kind = "colour"', 12, "use text, number"),
        ('kind = "choice"', 'kind = "text"', 13, "a list of choices"),
        ('{ key = "b" }', '{ key = "a" }', 13, "used twice"),
        ("[[label.attribute]]", "[label.attribute]", 6, "[[label.attribute]]"),
        ("[[label]]", "[[mark]]", 1, "“mark”"),
    ],
)
def test_a_mistake_is_told_with_its_line(old: str, new: str, line: int, said: str) -> None:
    assert parse_labels(GOOD)
    with pytest.raises(DataError) as raised:
        parse_labels(GOOD.replace(old, new, 1), "my.toml")
    assert raised.value.line == line
    assert said in str(raised.value)
    assert str(raised.value).startswith(f"my.toml:{line}")


def test_an_empty_file_has_no_labels() -> None:
    with pytest.raises(DataError, match="no \\[\\[label\\]\\] table"):
        parse_labels("")


def test_a_missing_file_and_one_that_is_not_text_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="could not be read"):
        read_labels(tmp_path / "none.toml")
    (tmp_path / "bad.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DataError, match="not UTF-8"):
        read_labels(tmp_path / "bad.toml")


def _lab(colour: str, vision: str) -> tuple[float, float, float]:
    """CIE L*a*b* of a colour as an eye with this vision sees it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, linear, strict=True))))
        for row in VISIONS[vision]
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)
