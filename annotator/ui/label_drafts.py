"""The label set while it is being edited: labels as they will be, and where the gone ones go."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto

from annotator.core.labels import AttributeKind, Label, LabelSet
from annotator.ui.ink import RGB, contrast, rgb

OKABE_ITO = (
    "#0072b2", "#009e73", "#e69f00", "#cc79a7",
    "#56b4e9", "#d55e00", "#b5a900", "#7f7f7f",
)  # fmt: skip  # its yellow darkened, for black and white grounds alike
KEY = re.compile(r"[^\s\"'\\]+")
_FAINT = 1.9  # contrast to paper or night under which a colour is shown as another
_ALIKE = 60.0


class Fault(Enum):
    """What can be wrong with a label; the editor has a sentence for each."""

    NO_NAME = auto()
    BAD_KEY = auto()
    SAME_KEY = auto()
    SAME_DIGIT = auto()
    BAD_ATTRIBUTE_KEY = auto()
    SAME_ATTRIBUTE_KEY = auto()
    NO_CHOICES = auto()
    BAD_CHOICE_KEY = auto()
    NO_LABELS = auto()


@dataclass(frozen=True, slots=True)
class Problem:
    """`fault` of the label at `index`; `name` is the other label's, or the attribute's, it is
    about."""

    index: int
    fault: Fault
    name: str = ""


@dataclass(slots=True)
class Removal:
    """A stored label that goes, and to which stored label its annotations go (None: with it)."""

    label: Label
    count: int
    heir: int | None = None


class LabelDrafts:
    """Edits are made on `labels`, a plain list; nothing touches the project before it is saved."""

    def __init__(self, labels: LabelSet, counts: Mapping[str, int]) -> None:
        self.labels: list[Label] = list(labels)
        self.removals: list[Removal] = []
        self._counts = counts
        self._stored = {label.id: label for label in labels if label.id}

    def add(self) -> int:
        """A new label at the end, with a colour and a digit that are free; its index."""
        colours = [label.colour for label in self.labels]
        digits = {label.digit for label in self.labels}
        colour = next((c for c in OKABE_ITO if c not in colours), OKABE_ITO[-1])
        digit = next((d for d in range(1, 10) if d not in digits), None)
        key = self.free_key("label")
        self.labels.append(Label(key=key, name_ar="", name_en="", colour=colour, digit=digit))
        return len(self.labels) - 1

    def free_key(self, wish: str) -> str:
        """`wish` as a key, with a number after it when it is taken."""
        base = slug(wish) or "label"
        taken = {label.key for label in self.labels}
        numbered = (f"{base}{n}" for n in range(2, len(taken) + 3))
        return base if base not in taken else next(key for key in numbered if key not in taken)

    def count(self, label: Label) -> int:
        """How many annotations the label has in the project as stored."""
        stored = self._stored.get(label.id)
        return 0 if stored is None else self._counts.get(stored.key, 0)

    def remove(self, index: int) -> Removal | None:
        """Take the label out; the removal to be answered when it has annotations."""
        label = self.labels.pop(index)
        for removal in self.removals:
            if removal.heir == label.id:
                removal.heir = None
        count = self.count(label)
        if not count:
            return None
        removal = Removal(label, count)
        heirs = self.heirs()
        removal.heir = heirs[0].id if heirs else None
        self.removals.append(removal)
        return removal

    def restore(self, removal: Removal) -> int:
        """Take a removal back; the index where its label is again."""
        self.removals.remove(removal)
        self.labels.append(replace(removal.label, key=self.free_key(removal.label.key)))
        return len(self.labels) - 1

    def heirs(self) -> list[Label]:
        """The stored labels that stay, to which annotations can go."""
        return [label for label in self.labels if label.id in self._stored]

    def move(self, index: int, step: int) -> int:
        """Move the label up or down; where it is now."""
        to = max(0, min(len(self.labels) - 1, index + step))
        self.labels.insert(to, self.labels.pop(index))
        return to

    def replace_all(self, labels: LabelSet) -> None:
        """Another set, as from a file: a label with a stored key keeps that label's number, and
        the stored labels that are not in it are removed."""
        stored = {label.key: label.id for label in self._stored.values()}
        arriving = [replace(label, id=stored.get(label.key, 0)) for label in labels]
        kept = {label.id for label in arriving}
        self.labels, self.removals = arriving, []
        for label in self._stored.values():
            if label.id not in kept and self.count(label):
                self.removals.append(Removal(label, self.count(label)))

    def label_set(self) -> LabelSet:
        return LabelSet(tuple(self.labels))

    def reassign(self) -> dict[int, int | None]:
        """For each removed label that has annotations: where they go."""
        return {removal.label.id: removal.heir for removal in self.removals}

    def problems(self) -> list[Problem]:
        found = [] if self.labels else [Problem(0, Fault.NO_LABELS)]
        for index, label in enumerate(self.labels):
            found += [Problem(index, fault, name) for fault, name in self._faults(index, label)]
        return found

    def _faults(self, index: int, label: Label) -> Iterator[tuple[Fault, str]]:
        others = [other for n, other in enumerate(self.labels) if n != index]
        if not label.name_ar.strip() and not label.name_en.strip():
            yield Fault.NO_NAME, ""
        if not KEY.fullmatch(label.key):
            yield Fault.BAD_KEY, ""
        elif any(other.key == label.key for other in others):
            yield Fault.SAME_KEY, ""
        twin = next((o for o in others if o.digit is not None and o.digit == label.digit), None)
        if twin is not None:
            yield Fault.SAME_DIGIT, twin.name_ar or twin.name_en or twin.key
        yield from self._attribute_faults(label)

    def _attribute_faults(self, label: Label) -> Iterator[tuple[Fault, str]]:
        seen: set[str] = set()
        for attribute in label.attributes:
            name = attribute.name_ar or attribute.name_en or attribute.key
            if not KEY.fullmatch(attribute.key):
                yield Fault.BAD_ATTRIBUTE_KEY, name
            elif attribute.key in seen:
                yield Fault.SAME_ATTRIBUTE_KEY, name
            seen.add(attribute.key)
            if attribute.kind is AttributeKind.CHOICE:
                keys = [choice.key for choice in attribute.choices]
                if not keys:
                    yield Fault.NO_CHOICES, name
                elif len(set(keys)) < len(keys) or not all(map(KEY.fullmatch, keys)):
                    yield Fault.BAD_CHOICE_KEY, name


def slug(name: str) -> str:
    """A key out of a name: lower case, blanks to underscores, quotes out; Arabic stays Arabic."""
    return re.sub(r"[\"'\\]", "", re.sub(r"\s+", "_", name.strip().lower()))


def faint_on(colour: str, surfaces: Mapping[str, str]) -> str | None:
    """The first of the named surfaces on which `colour` hardly shows, or None."""
    value = rgb(colour)
    return next(
        (name for name, ground in surfaces.items() if contrast(value, rgb(ground)) < _FAINT), None
    )


def look_alike(colour: str, others: list[Label]) -> Label | None:
    """The label among `others` whose colour is hard to tell from `colour`, or None."""
    value = rgb(colour)
    return next((label for label in others if _distance(value, rgb(label.colour)) < _ALIKE), None)


def _distance(a: RGB, b: RGB) -> float:
    """How far apart two colours look: the "redmean" approximation, 0 to about 765."""
    mean = (a[0] + b[0]) / 2
    red, green, blue = (x - y for x, y in zip(a, b, strict=True))
    squares = (2 + mean / 256) * red**2 + 4 * green**2 + (2 + (255 - mean) / 256) * blue**2
    return float(squares**0.5)
