"""Articles with what real Arabic news has in it, annotated, for the golden files.

Every sentence stands for a pitfall: a tatweel after a clitic before a quote, diacritics, a bidi
mark, an emoji before a span, numbers in three systems, Latin names, presentation forms, NBSP,
nested, crossing and equal spans, a span that begins inside a token, and one over a sentence end.
"""

from __future__ import annotations

import uuid

from annotator.core.annotation import Annotation, AnnotationId, AttributeValue, Origin
from annotator.core.article import Article, ArticleId, Meta, Status, text_hash

TIME = "2026-03-01T08:30:00.250000Z"


def make_article(
    text: str, number: int = 1, meta: Meta | None = None, status: Status = Status.DONE
) -> Article:
    return Article(
        id=ArticleId(number),
        uuid=str(uuid.UUID(int=number)),
        text=text,
        sha256=text_hash(text),
        meta=meta or Meta(),
        status=status,
    )


def mark(
    article: Article,
    covered: str,
    label: str,
    *,
    after: str = "",
    number: int = 0,
    origin: Origin = Origin.MANUAL,
    attributes: dict[str, AttributeValue] | None = None,
    note: str = "",
    review: bool = False,
) -> Annotation:
    """An annotation of the first place where `covered` stands after the words `after`."""
    begin = article.text.index(after) + len(after)
    start = article.text.index(covered, begin)
    return Annotation(
        id=AnnotationId(str(uuid.UUID(int=(article.id << 32) + (number or start + 1)))),
        article=article.id,
        label=label,
        start=start,
        end=start + len(covered),
        text=covered,
        attributes=attributes or {},
        note=note,
        review=review,
        annotator="ليلى",
        origin=origin,
        created=TIME,
        modified=TIME,
    )


def mark_at(article: Article, start: int, end: int, label: str, number: int) -> Annotation:
    """A bare annotation of the code points `start:end`."""
    return Annotation(
        id=AnnotationId(str(uuid.UUID(int=number))),
        article=article.id,
        label=label,
        start=start,
        end=end,
        text=article.text[start:end],
        annotator="ليلى",
        created=TIME,
        modified=TIME,
    )


def awkward_documents() -> list[tuple[Article, list[Annotation]]]:
    return [_clash(), _numbers(), _overlaps(), _bare()]


def _clash() -> tuple[Article, list[Annotation]]:
    article = make_article(
        "اشتباكات في الحسكة\n"
        'دمشق (وكالات) - قال مسؤول لـ"قسد" إنّ السِّجْن\u200f تعرّض لهجومٍ، وأضاف: «لن نتراجع».\n'
        "وكتب ناشط 🙏🏽: وصلنا إلى القامشلي، ثم عدنا إلى بالحسكة!\n",
        1,
        Meta(
            title="اشتباكات في الحسكة",
            outlet="وكالات",
            url="https://example.org/a?b=1&c=2",
            date="2026-02-28",
            source="a.txt",
        ),
    )
    return article, [
        mark(article, "الحسكة", "location"),
        mark(article, "مسؤول", "source", attributes={"kind": "anonymous"}),
        mark(article, "قسد", "actor", attributes={"kind": "group"}),
        mark(article, "السِّجْن", "location", note="أيُّ سجن؟\u2028راجع «الخبر» السابق", review=True),
        mark(article, "ناشط 🙏🏽", "source"),
        mark(article, "القامشلي", "location"),
        mark(article, "الحسكة", "location", after="عدنا", origin=Origin.PROPAGATED),
    ]


def _numbers() -> tuple[Article, list[Annotation]]:
    article = make_article(
        "ارتفعت الأسعار ٣٫٥٪ و3,5% في COVID-19، وبلغ العدد ١٬٢٠٠\u00a0نازح أي نحو 4 آلاف شخص. "
        "وأكّد د. سامر الحمصي لـBBC أنّ ﻻ صحّة للخبر ﷺ.",
        2,
        Meta(date="2026-02-27"),
        Status.IN_PROGRESS,
    )
    return article, [
        mark(article, "٣٫٥٪", "quantity", attributes={"value": 0.035, "unit": ""}),
        mark(
            article,
            "نحو 4 آلاف شخص",
            "quantity",
            attributes={"value": 4000, "unit": "شخص", "approximate": True},
        ),
        mark(article, "د. سامر الحمصي", "source", attributes={"kind": "named"}),
        mark(article, "BBC", "source", attributes={"kind": "outlet"}),
    ]


def _overlaps() -> tuple[Article, list[Annotation]]:
    article = make_article(
        "زار وزير خارجية الأردن حيّ النور في حمص. وعاد إلى عمّان\nأمس مع وفد، بين 3 و5 أشخاص.", 3
    )
    return article, [
        mark(article, "وزير خارجية الأردن", "actor"),
        mark(article, "الأردن", "location"),
        mark(article, "حيّ النور", "location"),
        mark(article, "النور في حمص", "source"),
        mark(article, "حمص", "actor"),
        mark(article, "حمص", "location", number=900),
        mark(article, "عمّان\nأمس", "location", after="إلى"),
        mark(article, "بين 3 و5 أشخاص", "quantity", attributes={"value": [3.0, 5.0]}),
    ]


def _bare() -> tuple[Article, list[Annotation]]:
    return make_article("خبر بلا حواشٍ \u200f و\u200cسطر واحد", 4, status=Status.SKIPPED), []
