"""What a revision does to each annotation, in words and for a program."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from annotator.core.span import Span
from annotator.ops.revise import Fate, Revision
from annotator.ops.rules import shown
from annotator.store.reads import name_of


def moves(revision: Revision) -> dict[str, Any]:
    """For JSON: how many meet each fate, and every annotation before and after; offsets are code
    points of the old text and of the new."""
    return {
        "article": revision.article.uuid,
        "title": revision.article.meta.title,
        **{fate.value: count for fate, count in revision.counts.items()},
        "annotations": [
            {
                "id": anchor.annotation.id,
                "label": anchor.annotation.label,
                "fate": anchor.fate.value,
                "before": _place(anchor.annotation.span, revision.article.text),
                "after": anchor.span and _place(anchor.span, revision.text),
            }
            for anchor in revision.anchors
        ],
    }


def lines(revision: Revision) -> Iterator[str]:
    """The counts, then one line for each annotation that is lost, or in doubt, or covers other
    letters now."""
    counts = ", ".join(f"{count} {fate.value}" for fate, count in revision.counts.items())
    yield f"{shown(name_of(revision.article))}: {counts}"
    for anchor in revision.anchors:
        if anchor.fate in (Fate.KEPT, Fate.MOVED):
            continue
        line = f"  {anchor.fate.value}: {anchor.annotation.label} “{shown(anchor.annotation.text)}”"
        now = "" if anchor.span is None else f" → “{shown(anchor.span.of(revision.text))}”"
        yield line + now


def _place(span: Span, text: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.of(text)}
