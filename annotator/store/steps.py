"""What the journal can be asked: the steps that can be undone, and what was ever done."""

from __future__ import annotations

from annotator.core.annotation import AnnotationId
from annotator.core.change import OperationName
from annotator.store import rows
from annotator.store.asking import Asking
from annotator.store.journal import next_effort
from annotator.store.records import HistoryEntry

Stand = tuple[int, int]  # of the journal: its last step, and its last one that is not undone


class Steps(Asking):
    """The journal's questions."""

    def stand(self) -> Stand:
        """Where the journal stands, 0 for a step that there is none of. Whenever it stands so, the
        project is the same."""
        last, done = self._rows(
            "SELECT (SELECT coalesce(max(seq), 0) FROM journal),"
            " (SELECT coalesce(max(seq), 0) FROM journal WHERE state = 'done')"
        )[0]
        return last, done

    def last_seq(self) -> int:
        """The number of the last step that was journalled, undone or not; 0 when there is none."""
        return int(self._rows("SELECT coalesce(max(seq), 0) FROM journal")[0][0])

    def undo_name(self) -> OperationName | None:
        """What `undo` would take back."""
        return self._journal_name("done", "DESC")

    def redo_name(self) -> OperationName | None:
        """What `redo` would do again."""
        return self._journal_name("undone", "ASC")

    def undo_effort(self) -> int:
        """How much `undo` has to do: the rows that it puts back, and one for every thousand words
        of a text that comes or goes."""
        return next_effort(self._conn, "undone")

    def redo_effort(self) -> int:
        """The same of `redo`."""
        return next_effort(self._conn, "done")

    def _journal_name(self, state: str, order: str) -> OperationName | None:
        row = self._row(
            f"SELECT kind, fields FROM journal WHERE state = ? AND {rows.ABOVE_FLOOR}"
            f" ORDER BY seq {order} LIMIT 1",
            (state,),
        )
        return None if row is None else OperationName(row[0], rows.from_json(row[1]))

    def history(self, annotation_id: AnnotationId) -> list[HistoryEntry]:
        """Every step that touched the annotation, oldest first."""
        found = self._rows(
            "SELECT j.seq, j.kind, j.fields, j.at, j.who, j.state, r.before, r.after"
            " FROM journal_rows AS r JOIN journal AS j ON j.seq = r.seq"
            " WHERE r.tbl = 'annotations' AND r.key = ? ORDER BY r.seq, r.n",
            (annotation_id,),
        )
        if not any(row[6] is None for row in found):
            found = self._import_of(annotation_id) + found
        return [
            HistoryEntry(
                seq=row[0],
                name=OperationName(row[1], rows.from_json(row[2])),
                at=row[3],
                who=row[4],
                state=row[5],
                before=None if row[6] is None else rows.from_json(row[6]),
                after=None if row[7] is None else rows.from_json(row[7]),
            )
            for row in found
        ]

    def _import_of(self, annotation_id: AnnotationId) -> list[rows.Row]:
        """The step that brought the annotation in together with its article."""
        return self._rows(
            "SELECT j.seq, j.kind, j.fields, j.at, j.who, j.state, NULL, NULL"
            " FROM annotations AS a"
            " JOIN journal_rows AS r"
            " ON r.tbl = ? AND r.key = CAST(a.article_id AS TEXT) AND r.before IS NULL"
            " JOIN journal AS j ON j.seq = r.seq WHERE a.id = ?",
            (rows.WHOLE_ARTICLE, annotation_id),
        )
