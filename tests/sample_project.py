"""A small project to store things in."""

from __future__ import annotations

from annotator.core.annotation import Annotation, new_annotation_id
from annotator.core.article import ArticleId
from annotator.core.change import OperationName
from annotator.core.labels import Label, LabelSet
from annotator.store import NewArticle, Store

LABELS = LabelSet(
    tuple(
        Label(key=key, name_ar=ar, name_en=key.title(), colour="#0072b2", digit=digit)
        for digit, (key, ar) in enumerate(
            {"actor": "فاعل", "location": "مكان", "quantity": "كمية"}.items(), start=1
        )
    )
)
TEXT = "قال السكان إن القصف طال الحسكة ودمشق 🙂 أمس في الحسكة"
STAMP = "2026-01-02T03:04:05.000006Z"


def add_article(store: Store, text: str = TEXT, **known: object) -> ArticleId:
    with store.operation(OperationName("import", {"count": "1"})) as op:
        return op.add_article(NewArticle(text=text, **known))  # type: ignore[arg-type]  # any field


def annotation(article: ArticleId, word: str = "الحسكة", **known: object) -> Annotation:
    text = str(known.pop("in_text", TEXT))
    start = text.index(word)
    fields: dict[str, object] = {
        "id": new_annotation_id(),
        "article": article,
        "label": "location",
        "start": start,
        "end": start + len(word),
        "text": word,
        "annotator": "ليلى",
        "created": STAMP,
        "modified": STAMP,
    }
    return Annotation(**(fields | known))  # type: ignore[arg-type]  # any field


def tag(store: Store, made: Annotation) -> Annotation:
    with store.operation(OperationName("tag", {"text": made.text, "label": made.label})) as op:
        op.add(made)
    return made
