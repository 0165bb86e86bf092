"""The names by which tables and JSON of articles call text, title, outlet, address and date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from annotator.arabic.fold import fold
from annotator.formats.native_jsonl import ArticleRow, MetaRow

_NAMES: Final = {
    "text": "text body content article full_text article_text article_body maintext النص نص_الخبر "
    "نص_المقال نص المحتوى محتوى المتن الخبر المقال",
    "title": "title headline العنوان عنوان عنوان_الخبر عنوان_المقال",
    "outlet": "outlet source publisher site site_name newspaper source_domain المصدر مصدر "
    "الوسيلة الموقع الصحيفة الجريدة الوكالة الناشر",
    "url": "url link href address الرابط رابط العنوان_الإلكتروني",
    "date": "date published published_at publish_date date_publish date_published pub_date "
    "datetime created_at التاريخ تاريخ تاريخ_النشر",
}
_PARTS: Final = re.compile(r"[\s_-]+")


def _key(name: str) -> str:
    """What a name has however its words are parted: published_at, publishedAt; DateTime."""
    return _PARTS.sub("", fold(name))


_FIELDS: Final = {
    _key(name): (field, rank)
    for field, names in _NAMES.items()
    for rank, name in enumerate(names.split())
}


def columns(names: Iterable[str]) -> Mapping[str, str]:
    """Each of the five fields that is there, and its name among `names`, Arabic or English.

    Of two names for one field the usual one is taken: “text” before “content”.
    """
    best: dict[str, tuple[int, str]] = {}
    for name in names:
        field, rank = _FIELDS.get(_key(name), ("", 0))
        if field and (field not in best or rank < best[field][0]):
            best[field] = (rank, name)
    return {field: name for field, (_, name) in best.items()}


def article_row(found: Mapping[str, str]) -> ArticleRow:
    """The article of which these fields are known, `text` among them."""
    title, outlet, url, date = (
        found.get(field, "").strip() for field in ("title", "outlet", "url", "date")
    )
    if not url and outlet.startswith(("https://", "http://")):  # many call the address “source”
        outlet, url = "", outlet
    return ArticleRow(
        text=found["text"], meta=MetaRow(title=title, outlet=outlet, url=url, date=date)
    )
