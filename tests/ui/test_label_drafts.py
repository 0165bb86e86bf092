"""The label set while it is edited: what is wrong with it, and where annotations go."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.core.labels import Attribute, AttributeKind, Choice, Label, LabelSet
from annotator.ui.label_drafts import Fault, LabelDrafts, faint_on, look_alike, slug


def label(key: str, number: int, digit: int | None = None, **fields: object) -> Label:
    return Label(key=key, name_ar="اسم", name_en=key.title(), colour="#0072b2", digit=digit,
                 id=number, **fields)  # fmt: skip


@pytest.fixture
def drafts() -> LabelDrafts:
    labels = LabelSet((label("actor", 1, 1), label("location", 2, 2), label("source", 3, 3)))
    return LabelDrafts(labels, {"actor": 12, "location": 3})


def faults(drafts: LabelDrafts) -> list[tuple[int, Fault]]:
    return [(problem.index, problem.fault) for problem in drafts.problems()]


def test_the_set_as_stored_has_nothing_wrong(drafts: LabelDrafts) -> None:
    assert drafts.problems() == []
    assert drafts.reassign() == {}


def test_a_new_label_takes_a_free_digit_and_colour_and_needs_only_a_name(
    drafts: LabelDrafts,
) -> None:
    index = drafts.add()
    new = drafts.labels[index]
    assert (index, new.digit, new.id) == (3, 4, 0)
    assert new.colour not in [other.colour for other in drafts.labels[:3]]
    assert faults(drafts) == [(3, Fault.NO_NAME)]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"key": ""}, Fault.BAD_KEY),
        ({"key": "two words"}, Fault.BAD_KEY),
        ({"key": 'a"b'}, Fault.BAD_KEY),
        ({"key": "location"}, Fault.SAME_KEY),
        ({"digit": 2}, Fault.SAME_DIGIT),
        ({"name_ar": " ", "name_en": ""}, Fault.NO_NAME),
    ],
)
def test_each_mistake_in_a_label_is_found(
    drafts: LabelDrafts, change: dict[str, object], fault: Fault
) -> None:
    drafts.labels[0] = replace(drafts.labels[0], **change)
    assert (0, fault) in faults(drafts)


@pytest.mark.parametrize(
    ("attributes", "fault"),
    [
        ((Attribute(key="", name_ar="", name_en=""),), Fault.BAD_ATTRIBUTE_KEY),
        ((Attribute(key="a", name_ar="", name_en=""),) * 2, Fault.SAME_ATTRIBUTE_KEY),
        (
            (Attribute(key="a", name_ar="", name_en="", kind=AttributeKind.CHOICE),),
            Fault.NO_CHOICES,
        ),
        (
            (
                Attribute(
                    key="a",
                    name_ar="",
                    name_en="",
                    kind=AttributeKind.CHOICE,
                    choices=(Choice(key="x", name_ar="", name_en=""),) * 2,
                ),
            ),
            Fault.BAD_CHOICE_KEY,
        ),
    ],
)
def test_each_mistake_in_an_attribute_is_found(
    drafts: LabelDrafts, attributes: tuple[Attribute, ...], fault: Fault
) -> None:
    drafts.labels[1] = replace(drafts.labels[1], attributes=attributes)
    assert faults(drafts) == [(1, fault)]


def test_a_used_label_that_goes_asks_for_an_heir_and_the_first_one_left_is_offered(
    drafts: LabelDrafts,
) -> None:
    removal = drafts.remove(0)
    assert removal is not None
    assert (removal.count, removal.heir) == (12, 2)
    assert drafts.reassign() == {1: 2}


def test_an_unused_label_goes_without_a_question(drafts: LabelDrafts) -> None:
    assert drafts.remove(2) is None
    assert drafts.reassign() == {}


def test_an_heir_that_goes_too_leaves_the_question_open(drafts: LabelDrafts) -> None:
    first = drafts.remove(0)
    drafts.remove(0)
    assert first is not None
    assert first.heir is None
    assert drafts.reassign() == {1: None, 2: 3}


def test_a_removal_can_be_taken_back(drafts: LabelDrafts) -> None:
    removal = drafts.remove(0)
    assert removal is not None
    index = drafts.restore(removal)
    assert drafts.labels[index].id == 1
    assert drafts.reassign() == {}


def test_a_renamed_key_keeps_the_count_of_its_label(drafts: LabelDrafts) -> None:
    drafts.labels[0] = replace(drafts.labels[0], key="agent")
    assert drafts.count(drafts.labels[0]) == 12


def test_moving_stops_at_the_ends(drafts: LabelDrafts) -> None:
    assert drafts.move(0, -1) == 0
    assert drafts.move(0, 1) == 1
    assert [each.key for each in drafts.labels] == ["location", "actor", "source"]


def test_a_set_from_a_file_keeps_the_numbers_of_known_keys_and_asks_about_the_others(
    drafts: LabelDrafts,
) -> None:
    drafts.replace_all(LabelSet((label("location", 0), label("event", 0))))
    assert [each.id for each in drafts.labels] == [2, 0]
    assert drafts.reassign() == {1: None}


def test_a_set_without_labels_is_refused(drafts: LabelDrafts) -> None:
    drafts.labels.clear()
    assert faults(drafts) == [(0, Fault.NO_LABELS)]


def test_keys_are_made_of_names() -> None:
    assert slug(" Armed Group ") == "armed_group"
    assert slug("جماعة مسلحة") == "جماعة_مسلحة"
    assert slug('a"b\\c') == "abc"


def test_colours_that_hardly_show_or_look_alike_are_told() -> None:
    grounds = {"light": "#fffefb", "dark": "#1e2125"}
    assert faint_on("#ffff99", grounds) == "light"
    assert faint_on("#202020", grounds) == "dark"
    assert faint_on("#0072b2", grounds) is None
    blue = label("actor", 1)
    assert look_alike("#0070b0", [blue]) is blue
    assert look_alike("#e69f00", [blue]) is None
