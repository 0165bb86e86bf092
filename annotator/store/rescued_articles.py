"""Articles and their annotations as they can be had from a damaged project."""

from __future__ import annotations

import sqlite3
import uuid as uuids
from collections.abc import Mapping
from typing import Any

from annotator.arabic.tokens import token_count
from annotator.core.annotation import AnnotationId
from annotator.core.article import ArticleId, Status, text_hash
from annotator.errors import QT_TRANSLATE_NOOP
from annotator.store import rows
from annotator.store.operation import opening_of, timestamp
from annotator.store.records import Problem
from annotator.store.rows import ANNOTATIONS, ARTICLES, Row

TEXT_LOST = QT_TRANSLATE_NOOP("Errors", "The text of “{title}” is lost.")
WITHOUT_TEXT = QT_TRANSLATE_NOOP(
    "Errors", "The annotation “{text}” ({label}) is lost with the text of “{title}”."
)
NOWHERE = QT_TRANSLATE_NOOP(
    "Errors",
    "The annotation “{text}” ({label}) is lost: its words are not in “{title}”, or more than once.",
)
ANNOTATION_LOST = QT_TRANSLATE_NOOP("Errors", "An annotation ({label}) in “{title}” is lost.")
MORE_LOST = QT_TRANSLATE_NOOP(
    "Errors", "“{title}” had {expected} annotations; {found} of them could be saved."
)
TEXT_ALTERED = QT_TRANSLATE_NOOP(
    "Errors", "The text of “{title}” is not the one that was imported; the article is flagged."
)
META_LOST = QT_TRANSLATE_NOOP(
    "Errors", "What was known about “{title}” is lost; its text is there, and it is flagged."
)
MOVED = QT_TRANSLATE_NOOP(
    "Errors", "The annotation “{text}” in “{title}” was moved to its words; it needs review."
)
UNLIKE_JOURNAL = QT_TRANSLATE_NOOP(
    "Errors", "The annotation “{text}” in “{title}” is not as it was last saved; it needs review."
)
FROM_HISTORY = QT_TRANSLATE_NOOP(
    "Errors",
    "The annotation “{text}” in “{title}” is back from a step that may have been undone; it needs "
    "review.",
)
_START, _END, _TEXT = (ANNOTATIONS.columns.index(name) for name in ("start", "end", "text"))
_FAULTS = (ValueError, TypeError, KeyError)
_ROW = "tbl = ? AND key = ?"
_IS_READ = "SELECT 1 FROM annotations WHERE article_id = ? AND id = ?"
Saved = tuple[Row, str, list[Row]]  # an article, its text, its annotations
Change = tuple[str, str, str | None, str | None]  # table, key, image before and after


class RescuedArticles:
    """`article(id)` for each of `ids()`; what it had to give up or to change is in `lost`,
    `doubtful` and, for the journal, `changes`. `labels` are the labels' keys by id."""

    def __init__(self, conn: sqlite3.Connection, labels: Mapping[int, str]) -> None:
        self._conn = conn
        self._labels = labels
        self.lost: list[Problem] = []
        self.doubtful: list[Problem] = []
        self.changes: list[Change] = []
        self.from_journal = 0
        conn.execute(
            "CREATE TABLE journalled AS"
            " SELECT json_extract(image, '$.article_id') AS article_id, key AS id, image, sure"
            " FROM images WHERE tbl = 'annotations' AND image IS NOT NULL"
        )
        conn.execute("CREATE INDEX journalled_article ON journalled(article_id)")

    def ids(self) -> list[ArticleId]:
        """Every article of which anything is left, but for those that the journal knows to have
        been removed and that hang in no tree."""
        found = self._conn.execute(
            "SELECT id FROM articles UNION SELECT article_id FROM texts"
            " UNION SELECT article_id FROM indexed_articles WHERE uuid IS NOT NULL"
            " EXCEPT SELECT CAST(key AS INTEGER) FROM images AS i"
            " WHERE tbl = 'whole_article' AND image IS NULL AND (key NOT IN"
            " (SELECT id FROM articles UNION SELECT article_id FROM texts)"
            " OR EXISTS (SELECT 1 FROM strays AS s WHERE s.key = i.key AND s.tbl <> 'annotations'))"
        )
        return [ArticleId(number) for (number,) in found if number > 0]

    def article(self, number: ArticleId) -> Saved | None:
        text = self._one("SELECT text FROM texts WHERE article_id = ?", number)
        row = self._row(number)
        spans = self._spans(number)
        title = _title(row, text, number)
        if text is None:
            self._give_up(number, title, spans)
            return None
        text = text.replace("\0", "\ufffd")
        kept: list[Row] = []
        for span, as_read in spans:
            placed = self._placed(span, text, title)
            if placed is None:
                continue
            if span != as_read:
                was_there = self._one(_IS_READ, number, span[1])
                template = UNLIKE_JOURNAL if was_there else FROM_HISTORY
                self._tell_span(self.doubtful, template, span, title)
            kept.append(placed)
            self._note_change(ANNOTATIONS, placed[1], as_read, placed)
        self._name_missing(number, title, spans, kept)
        return self._repaired(row, number, text, title, kept), text, kept

    # -- what is left of the article ----------------------------------------------------------

    def _row(self, number: ArticleId) -> Row | None:
        row: Row | None = self._conn.execute(
            f"{ARTICLES.select} WHERE id = ?", (number,)
        ).fetchone()
        image = self._one(f"SELECT image FROM images WHERE {_ROW}", "articles", str(number))
        if image is not None and (row is None or self._is_stray("articles", str(number))):
            return _row_of(ARTICLES, image) or row
        return row

    def _repaired(
        self, row: Row | None, number: ArticleId, text: str, title: str, spans: list[Row]
    ) -> Row:
        """The article's row, true to `text`."""
        uuid, digest = self._conn.execute(
            "SELECT max(uuid), max(sha256) FROM indexed_articles WHERE article_id = ?", (number,)
        ).fetchone()
        template = ""
        if row is None:
            status = Status.IN_PROGRESS if spans else Status.NEW
            row = (
                number, uuid or str(uuids.uuid4()), digest or text_hash(text), "", "", "", "", "",
                status.value, 1, "", "", 0, timestamp(),
            )  # fmt: skip
            template = META_LOST
        known = dict(zip(ARTICLES.columns, row, strict=True))
        if known["sha256"] != text_hash(text):
            template = TEXT_ALTERED
        if not template:
            return row
        self._tell(self.doubtful, template, number, title=title)
        known |= {
            "sha256": text_hash(text),
            "flag": 1,
            "opening": opening_of(text),
            "token_count": token_count(text),
        }
        repaired = ARTICLES.row(known)
        self._note_change(ARTICLES, str(number), row, repaired)
        return repaired

    # -- its annotations ----------------------------------------------------------------------

    def _spans(self, number: ArticleId) -> list[tuple[Row, Row]]:
        """The article's annotations that make sense, each as it is to be and as it was read: one
        that is not what its last step left needs review, one that is gone comes from there."""
        found: dict[str, Row] = {}
        for row in self._conn.execute(f"{ANNOTATIONS.select} WHERE article_id = ?", (number,)):
            if self._is_sound(row) and not self._is_overtaken(row):
                found[row[1]] = row
        wanted = dict(found)
        for key, image, sure in self._conn.execute(
            "SELECT id, image, sure FROM journalled WHERE article_id = ?", (number,)
        ):
            last = _row_of(ANNOTATIONS, image)
            if last is None or not self._is_sound(last):
                continue
            if key not in found:
                self.from_journal += 1
                found[key] = last
                wanted[key] = last if sure else _with(last, review=1)
            elif found[key] != last:
                wanted[key] = _with(found[key], review=1)
        return [(wanted[key], row) for key, row in found.items()]

    def _is_overtaken(self, row: Row) -> bool:
        """Whether it hangs in no tree and the journal says otherwise: then it was left behind."""
        if not self._is_stray("annotations", row[1]) or not self._has_step(row[1]):
            return False
        image = self._one(f"SELECT image FROM images WHERE {_ROW}", "annotations", row[1])
        return image is None or _row_of(ANNOTATIONS, image) != row

    def _is_sound(self, row: Row) -> bool:
        try:
            rows.annotation_from(row, self._labels[row[2]])
        except _FAULTS:
            return False
        return bool(row[_TEXT])

    def _placed(self, row: Row, text: str, title: str) -> Row | None:
        """`row` on its words, or None when they are not to be found."""
        words = row[_TEXT]
        if text[row[_START] : row[_END]] == words:
            return row
        at = text.find(words)
        if at < 0 or text.find(words, at + 1) >= 0:
            self._tell_span(self.lost, NOWHERE, row, title)
            return None
        self._tell_span(self.doubtful, MOVED, row, title)
        return _with(row, start=at, end=at + len(words), review=1)

    def _give_up(self, number: ArticleId, title: str, spans: list[tuple[Row, Row]]) -> None:
        self._tell(self.lost, TEXT_LOST, number, title=title)
        for row, _ in spans:
            self._tell_span(self.lost, WITHOUT_TEXT, row, title)

    def _name_missing(
        self, number: ArticleId, title: str, spans: list[tuple[Row, Row]], kept: list[Row]
    ) -> None:
        """Annotations of which only an index or the article's count still knows."""
        seen = {row[1] for row, _ in spans}
        expected = self._one("SELECT annotation_count FROM articles WHERE id = ?", number)
        missing = None if expected is None else expected - len(seen)
        if missing is not None and missing <= 0:
            return
        named = 0
        for label, key in self._conn.execute(
            "SELECT DISTINCT label_id, id FROM indexed_annotations WHERE article_id = ?", (number,)
        ).fetchall():
            if key not in seen and not self._has_step(key):
                named += 1
                fields = {"label": self._labels.get(label, "?"), "title": title}
                self.lost.append(
                    Problem(template=ANNOTATION_LOST, fields=fields, article=number,
                            annotation=AnnotationId(key))
                )  # fmt: skip
        if missing is not None and missing > named:
            self._tell(self.lost, MORE_LOST, number, title=title, expected=str(expected),
                       found=str(len(kept)))  # fmt: skip

    # -- asking and telling -------------------------------------------------------------------

    def _one(self, sql: str, *key: object) -> Any:
        found = self._conn.execute(sql, key).fetchone()
        return None if found is None else found[0]

    def _has_step(self, annotation: str) -> bool:
        """Whether the journal says what became of the annotation."""
        return bool(self._one(f"SELECT 1 FROM images WHERE {_ROW}", "annotations", annotation))

    def _is_stray(self, table: str, key: str) -> bool:
        return bool(self._one(f"SELECT 1 FROM strays WHERE {_ROW}", table, key))

    def _note_change(self, table: rows.Table, key: str, before: Row, after: Row) -> None:
        if before != after:
            self.changes.append((table.name, key, table.image(before), table.image(after)))

    def _tell(self, told: list[Problem], template: str, number: ArticleId, **fields: str) -> None:
        told.append(Problem(template=template, fields=fields, article=number))

    def _tell_span(self, told: list[Problem], template: str, row: Row, title: str) -> None:
        fields = {
            "text": row[_TEXT], "label": self._labels.get(row[2], "?"), "title": title,
            "start": str(row[_START]), "end": str(row[_END]), "attributes": row[6], "note": row[7],
        }  # fmt: skip
        told.append(
            Problem(template=template, fields=fields, article=ArticleId(row[0]),
                    annotation=AnnotationId(row[1]))
        )  # fmt: skip


def _title(row: Row | None, text: str | None, number: ArticleId) -> str:
    title = str(row[3]) if row else ""
    return title or " ".join((text or "")[:200].split())[:60] or f"#{number}"


def _with(row: Row, **changed: int) -> Row:
    return ANNOTATIONS.row(dict(zip(ANNOTATIONS.columns, row, strict=True)) | changed)


def _row_of(table: rows.Table, image: str) -> Row | None:
    try:
        return table.row(rows.from_json(image))
    except _FAULTS:
        return None
