"""The label set: saved whole in one step, the annotations of a deleted label sent elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from annotator.core.annotation import Annotation
from annotator.core.change import Changes, OperationName
from annotator.core.labels import Label, LabelSet
from annotator.errors import QT_TRANSLATE_NOOP, UserError
from annotator.ops.attributes import carried_over, filled_in
from annotator.ops.progress import Cancelled, Progress, check, ignore, never
from annotator.ops.project import Project
from annotator.store.operation import Operation
from annotator.store.records import ArticleQuery

NO_KEY = QT_TRANSLATE_NOOP("Errors", "A label needs a key.")
BLANK_KEY = QT_TRANSLATE_NOOP("Errors", "The label key “{key}” has a blank in it.")
BLANK_REMEDY = QT_TRANSLATE_NOOP("Errors", "Exports carry the key: write it as one word.")
SAME_KEY = QT_TRANSLATE_NOOP("Errors", "Two labels have the key “{key}”.")
SAME_DIGIT = QT_TRANSLATE_NOOP("Errors", "Two labels have the digit {digit}.")
CHOOSE_REMEDY = QT_TRANSLATE_NOOP("Errors", "Choose another one.")
NO_LABELS = QT_TRANSLATE_NOOP("Errors", "A project needs at least one label.")
IN_USE = QT_TRANSLATE_NOOP("Errors", "Annotations that have the label “{key}”: {count}.")
IN_USE_REMEDY = QT_TRANSLATE_NOOP(
    "Errors", "Say which label they get instead, or that they are to go."
)
NO_HEIR = QT_TRANSLATE_NOOP(
    "Errors", "The label that the annotations of “{key}” were to get is not in the label set."
)


def save_labels(
    project: Project,
    labels: LabelSet,
    reassign: Mapping[int, int | None] | None = None,
    progress: Progress = ignore,
    cancelled: Cancelled = never,
) -> Changes:
    """Make `labels` the project's. A label with a known `id` is changed in place and keeps its
    annotations under whatever key; one with id 0 is new; one that is left out is deleted.

    `reassign` says for the id of each deleted label that is in use which label's id its
    annotations get, or None to remove them. Raises UserError (Stopped is one), and then nothing
    is changed.
    """
    _check(labels)
    stored, kept = project.store.label_set(), labels.by_id()
    deleted = [label for label in stored if label.id not in kept]
    heirs = {label.id: _heir(project, label, reassign or {}, kept) for label in deleted}
    with project.store.operation(OperationName("labels")) as operation:
        for label in deleted:
            heir = heirs[label.id]
            under = None if heir is None else stored.by_id()[heir.id]
            for mine, others in _annotations_of(project, label, progress, cancelled):
                _send(operation, label, under, mine, others)
        operation.set_labels(labels)
    return project.absorb(operation.changes)


def uses(project: Project, label: Label) -> int:
    """How many annotations have the label."""
    return project.store.stats().by_label.get(label.key, 0)


def _check(labels: LabelSet) -> None:
    if not len(labels):
        raise UserError(NO_LABELS)
    keys: set[str] = set()
    digits: set[int] = set()
    for label in labels:
        if not label.key:
            raise UserError(NO_KEY)
        if any(ch.isspace() for ch in label.key):
            raise UserError(BLANK_KEY, remedy=BLANK_REMEDY, key=label.key)
        if label.key in keys:
            raise UserError(SAME_KEY, remedy=CHOOSE_REMEDY, key=label.key)
        keys.add(label.key)
        if label.digit is not None and label.digit in digits:
            raise UserError(SAME_DIGIT, remedy=CHOOSE_REMEDY, digit=label.digit)
        digits |= {label.digit} if label.digit is not None else set()


def _heir(
    project: Project,
    label: Label,
    reassign: Mapping[int, int | None],
    kept: Mapping[int, Label],
) -> Label | None:
    """Which label takes over; None when the annotations are to go, or there are none."""
    if label.id not in reassign:
        count = uses(project, label)
        if count:
            raise UserError(IN_USE, remedy=IN_USE_REMEDY, count=count, key=label.key)
        return None
    heir = reassign[label.id]
    if heir is None:
        return None
    stored = {known.id for known in project.store.label_set()}
    if heir not in kept or heir not in stored:
        raise UserError(NO_HEIR, remedy=CHOOSE_REMEDY, key=label.key)
    return kept[heir]


def _send(
    operation: Operation,
    label: Label,
    heir: Label | None,
    mine: list[Annotation],
    others: list[Annotation],
) -> None:
    """Relabel or remove `mine`, an article's annotations of `label`; one whose letters carry the
    heir already is removed, so that nothing is said twice."""
    taken = {a.span for a in others if heir is not None and a.label == heir.key}
    for annotation in mine:
        if heir is None or annotation.span in taken:
            operation.remove(annotation)
            continue
        taken.add(annotation.span)
        attributes = carried_over(annotation.attributes, label, heir)
        operation.replace(
            annotation,
            replace(
                annotation,
                label=heir.key,
                attributes={**filled_in(heir, annotation.text), **attributes},
                modified=max(operation.now, annotation.created),
            ),
        )


def _annotations_of(
    project: Project, label: Label, progress: Progress, cancelled: Cancelled
) -> Iterator[tuple[list[Annotation], list[Annotation]]]:
    """For each article that has some: its annotations of `label`, and its others."""
    articles = project.store.find_articles(ArticleQuery(label=label.key))
    for done, article_id in enumerate(articles):
        check(cancelled)
        progress(done, len(articles))
        annotations = project.store.annotations(article_id)
        mine = [a for a in annotations if a.label == label.key]
        yield mine, [a for a in annotations if a.label != label.key]
