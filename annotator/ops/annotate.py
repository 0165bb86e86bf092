"""Marking: tag, relabel, resize, remove, and what is noted on an annotation. One step each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from annotator.core.annotation import (
    Annotation,
    AnnotationId,
    Origin,
    new_annotation_id,
)
from annotator.core.article import ArticleId
from annotator.core.change import Changes, OperationName
from annotator.core.span import Span
from annotator.ops import edges
from annotator.ops.attributes import carried_over, checked, filled_in, read_again
from annotator.ops.mentions import Mention, preview_propagation, propagate
from annotator.ops.progress import Cancelled, Progress, check, ignore, never
from annotator.ops.project import OpenArticle, Project
from annotator.ops.rules import (
    Refused,
    Request,
    adjusted,
    check_overlap,
    known_label,
    refuse_twice,
    shown,
)

__all__ = [
    "Ids",
    "Mention",
    "Refused",
    "move_edge",
    "preview_propagation",
    "propagate",
    "relabel",
    "remove",
    "resize",
    "set_attributes",
    "set_note",
    "set_review",
    "tag",
]

Ids = AnnotationId | str | Iterable[AnnotationId | str]


def tag(
    project: Project,
    article_id: ArticleId,
    start: int,
    end: int,
    label: str,
    *,
    exact: bool = False,
) -> Changes:
    """Mark code points `start..end` with the label of that key, adjusted by the rules unless
    `exact`. An annotation of the very same letters gets the label instead; when it has it
    already, nothing changes (`seq` is None).

    Raises Refused, UserError.
    """
    known_label(project, label)
    article = project.article(article_id)
    span = adjusted(project, Request(article, start, end, exact))
    same = article.index.at(span)
    if same:
        already = [a for a in same if a.label == label]
        return relabel(project, [(already or same)[0].id], label)
    check_overlap(project, article, span)
    text = span.of(article.text)
    with project.store.operation(
        OperationName("tag", {"text": shown(text), "label": label})
    ) as operation:
        operation.add(
            Annotation(
                id=new_annotation_id(),
                article=article_id,
                label=label,
                start=span.start,
                end=span.end,
                text=text,
                attributes=filled_in(project.labels.get(label), text),
                annotator=project.annotator,
                origin=Origin.MANUAL,
                created=operation.now,
                modified=operation.now,
            )
        )
    return project.absorb(operation.changes)


def relabel(
    project: Project,
    ids: Ids,
    label: str,
    progress: Progress = ignore,
    cancelled: Cancelled = never,
) -> Changes:
    """Give annotations another label. Attributes that the new label does not know go, those that
    the text itself says are filled in.

    Raises Refused, also when another annotation says the same of the same letters already, and
    Stopped.
    """
    known_label(project, label)
    chosen = [a for a in _annotations(project, ids) if a.label != label]
    for annotation in chosen:
        article = project.article(annotation.article)
        refuse_twice(article, annotation.span, label, but=annotation.id)

    def fields(annotation: Annotation) -> dict[str, Any]:
        return {"label": label, **_relabelled(project, annotation, label)}

    return _replace(
        project, chosen, _name("relabel", chosen, label=label), fields, progress, cancelled
    )


def resize(project: Project, annotation_id: AnnotationId | str, start: int, end: int) -> Changes:
    """Move an annotation's edges to exactly `start..end`, kept off white space and graphemes.

    Raises Refused.
    """
    annotation = project.annotation(annotation_id)
    article = project.article(annotation.article)
    span = adjusted(project, Request(article, start, end, exact=True))
    return _move(project, article, annotation, span)


def move_edge(project: Project, annotation_id: AnnotationId | str, mover: edges.Mover) -> Changes:
    """Move one edge as `mover` does (see `edges`); where it can go no further nothing changes.

    Raises Refused.
    """
    annotation = project.annotation(annotation_id)
    article = project.article(annotation.article)
    span = mover(project, article, annotation.span)
    return _move(project, article, annotation, span or annotation.span)


def remove(
    project: Project, ids: Ids, progress: Progress = ignore, cancelled: Cancelled = never
) -> Changes:
    """Take annotations away. Raises UserError when one is gone already, and Stopped."""
    chosen = _annotations(project, ids)
    label = chosen[0].label if chosen else ""
    with project.store.operation(_name("remove", chosen, label=label)) as operation:
        for done, annotation in enumerate(chosen):
            check(cancelled)
            progress(done, len(chosen))
            operation.remove(annotation)
    return project.absorb(operation.changes)


def set_attributes(
    project: Project, annotation_id: AnnotationId | str, attributes: Mapping[str, Any]
) -> Changes:
    """Give the annotation these attributes in place of those it has.

    Raises UserError for a value that the label's definition does not allow.
    """
    annotation = project.annotation(annotation_id)
    stored = checked(attributes, project.labels.get(annotation.label))
    return _replace(
        project, [annotation], _name("attributes", [annotation]), lambda _: {"attributes": stored}
    )


def set_note(project: Project, annotation_id: AnnotationId | str, note: str) -> Changes:
    """Write the annotation's note in place of the one it has."""
    annotation = project.annotation(annotation_id)
    return _replace(project, [annotation], _name("note", [annotation]), lambda _: {"note": note})


def set_review(project: Project, ids: Ids, review: bool) -> Changes:
    """Say whether annotations need review."""
    chosen = _annotations(project, ids)
    kind = "review" if review or len(chosen) != 1 else "reviewed"
    name = _name(kind, chosen)
    return _replace(project, chosen, name, lambda _: {"review": review})


def _move(project: Project, article: OpenArticle, annotation: Annotation, span: Span) -> Changes:
    name = OperationName(
        "resize", {"old": shown(annotation.text), "text": shown(span.of(article.text))}
    )
    if span == annotation.span:
        return Changes(name=name)
    refuse_twice(article, span, annotation.label, but=annotation.id)
    check_overlap(project, article, span, but=annotation.id)
    text = span.of(article.text)
    fields: dict[str, Any] = {"start": span.start, "end": span.end, "text": text}
    label = project.labels.get(annotation.label)
    fields["attributes"] = read_again(label, annotation, text)
    return _replace(project, [annotation], name, lambda _: fields)


def _relabelled(project: Project, annotation: Annotation, label: str) -> dict[str, Any]:
    old, new = project.labels.get(annotation.label), project.labels.get(label)
    kept = carried_over(annotation.attributes, old, new)
    return {"attributes": {**filled_in(new, annotation.text), **kept}}


def _replace(
    project: Project,
    chosen: list[Annotation],
    name: OperationName,
    fields: Callable[[Annotation], Mapping[str, Any]],
    progress: Progress = ignore,
    cancelled: Cancelled = never,
) -> Changes:
    """Write each annotation anew with `fields(annotation)`; those that stay equal are let be."""
    with project.store.operation(name) as operation:
        for done, old in enumerate(chosen):
            check(cancelled)
            progress(done, len(chosen))
            new = replace(old, **fields(old))
            if new != old:
                stamped = max(operation.now, old.created)  # a clock may have gone back
                operation.replace(old, replace(new, modified=stamped))
    return project.absorb(operation.changes)


def _annotations(project: Project, ids: Ids) -> list[Annotation]:
    """Those of one id or several, each once."""
    wanted = [ids] if isinstance(ids, str) else list(ids)
    return [project.annotation(i) for i in dict.fromkeys(wanted)]


def _name(kind: str, chosen: list[Annotation], **fields: str) -> OperationName:
    if len(chosen) == 1:
        return OperationName(kind, {"text": shown(chosen[0].text), **fields})
    return OperationName(f"{kind}_many", {"count": str(len(chosen)), **fields})
