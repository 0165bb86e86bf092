"""What is known about the open article: title, outlet, address, date, and a note."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from annotator.ui.framed_dialog import FramedDialog, field
from annotator.ui.line_edit import LineEdit
from annotator.ui.plain_label import PlainLabel
from annotator.ui.session import Session
from annotator.ui.translate import isolated

_FIELDS = ("title", "outlet", "date", "url")


class ArticleDialog(FramedDialog):
    """Written when it is accepted, if anything was changed: what is known in one step, the note
    in another."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        assert session.article is not None
        self._session = session
        self._article = session.article.article
        self._names = {key: PlainLabel(parent=self, kind="small") for key in _FIELDS}
        self.edits = {key: LineEdit(getattr(self._article.meta, key), self) for key in _FIELDS}
        self.edits["url"].setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._note_name = PlainLabel(parent=self, kind="small")
        self.note = QPlainTextEdit(self._article.note, self)
        self.note.setTabChangesFocus(True)
        self.note.setMinimumHeight(90)
        self._source = PlainLabel(parent=self, kind="small", selectable=True)
        for key in _FIELDS:
            self.body.addLayout(field(self._names[key], self.edits[key]))
        self.body.addLayout(field(self._note_name, self.note))
        self.body.addWidget(self._source)
        self._cancel = self.add_button()
        self._cancel.clicked.connect(self.reject)
        self.accept_button = self.add_button("primary")
        self.accept_button.clicked.connect(self.accept)
        for edit in self.edits.values():
            edit.setReadOnly(session.read_only)
        self.note.setReadOnly(session.read_only)
        self.accept_button.setEnabled(not session.read_only)
        self.accepted.connect(self._write)
        self.retranslate()
        self.resize(560, 480)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("About the article"))
        texts = {
            "title": self.tr("Title"),
            "outlet": self.tr("Outlet"),
            "date": self.tr("Date"),
            "url": self.tr("Web address"),
        }
        for key, text in texts.items():
            self._names[key].setText(text)
            self.edits[key].setAccessibleName(text)
        self._note_name.setText(self.tr("Note"))
        self.note.setAccessibleName(self.tr("Note"))
        source, said = self._article.meta.source, self.tr("Imported from {file}")
        self._source.setText(said.format(file=isolated(source)) if source else "")
        self._cancel.setText(self.tr("Cancel"))
        self.accept_button.setText(self.tr("Keep"))

    def _write(self) -> None:
        from annotator.ops.articles import effort, set_article_note, set_meta

        session, article = self._session, self._article.id
        note = self.note.toPlainText().strip()
        if note != self._article.note:
            session.run(set_article_note, article, note)
        meta = {key: edit.text().strip() for key, edit in self.edits.items()}
        changed = {k: v for k, v in meta.items() if v != getattr(self._article.meta, k)}
        if changed and session.project is not None:
            session.run_large(
                self.tr("Naming the article"),
                effort(session.project, article) if "title" in changed else 0,
                lambda project, *_heard: set_meta(project, article, **changed),
            )
