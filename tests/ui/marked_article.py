"""An article with annotations in an open session, for the tests of the panels."""

from __future__ import annotations

from annotator.core.annotation import Annotation
from annotator.ui.session import Session

TEXT = (
    "أعلن الجيش اللبناني أن قواته دخلت إلى الحسكة، فيما قالت وكالة الأنباء المركزية إن 4000 نازح "
    "غادروا حمص.\nوقال وزير الصحة إن الجرحى نقلوا من حمص إلى دمشق."
)


def open_first(session: Session) -> None:
    """Open the first article of the session's project."""
    from annotator.store.records import ArticleQuery

    assert session.project is not None
    session.open_article(session.project.store.find_articles(ArticleQuery())[0])


def mark(session: Session, words: str, label: str, *, nth: int = 0) -> Annotation:
    """The `nth` time that the open article says `words`, marked and selected."""
    from annotator.ops.annotate import tag

    assert session.article is not None
    start = -1
    for _ in range(nth + 1):
        start = session.article.text.index(words, start + 1)
    changes = session.run(tag, session.article_id, start, start + len(words), label, exact=True)
    assert changes is not None
    (annotation,) = changes.added
    session.select(annotation)
    return annotation
