"""The project file: schema, transactions, journal, folded search, backups, lock.

The one place that talks to SQLite. `Store` is the door; everything else is behind it.
"""

from annotator.store.records import (
    ArticleQuery,
    ArticleRow,
    HistoryEntry,
    NewArticle,
    Problem,
    SortKey,
    Stats,
)
from annotator.store.store import Store

__all__ = [
    "ArticleQuery",
    "ArticleRow",
    "HistoryEntry",
    "NewArticle",
    "Problem",
    "SortKey",
    "Stats",
    "Store",
]
