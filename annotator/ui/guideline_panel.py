"""The annotation guideline beside the text: the one that ships, or the project's own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from annotator.core.change import Changes
from annotator.resources import resource
from annotator.ui.markdown_view import MarkdownView
from annotator.ui.plain_label import PlainLabel
from annotator.ui.retranslating import Retranslating
from annotator.ui.session import Session
from annotator.ui.writing_field import WritingField

SETTING = "guideline_{language}"  # of a project; "" or none: the guideline that ships


class GuidelinePanel(Retranslating, QWidget):
    """In the language of the interface, followed by what the project says of each label."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._edited_language = ""
        self.view = MarkdownView(session.theme)
        self.editor = WritingField()
        self.hint = PlainLabel(kind="small")
        self.edit, self.reset, self.save, self.cancel = (QPushButton() for _ in range(4))
        self._lay_out()
        self.edit.clicked.connect(self.start_editing)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self._stop_editing)
        self.reset.clicked.connect(self._reset)
        session.project_opened.connect(self._refresh)
        session.project_closed.connect(self._refresh)
        session.changed.connect(self._follow)
        self.setFocusProxy(self.view)
        self.retranslate()

    def retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("Guideline"))
        self.editor.setAccessibleName(self.tr("Guideline"))
        self.hint.setText(
            self.tr("Lines that begin with # are headings, with - list items; **strong**; "
                    "[brackets] mark a span in an example.")
        )  # fmt: skip
        self.edit.setText(self.tr("Edit…"))
        self.reset.setText(self.tr("Back to the default"))
        self.save.setText(self.tr("Save"))
        self.cancel.setText(self.tr("Cancel"))
        self._refresh()

    @property
    def editing(self) -> bool:
        return self._stack.currentIndex() == 1

    def start_editing(self) -> None:
        """Open the guideline of the interface's language for editing."""
        self._edited_language = self.language()
        self.editor.setPlainText(self._source(self._edited_language))
        rtl = self._edited_language == "ar"
        self.editor.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        self._stack.setCurrentIndex(1)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        reading, editing = QWidget(), QWidget()
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addLayout(_row(self.edit, self.reset))
        column = QVBoxLayout(editing)
        column.setContentsMargins(10, 10, 10, 0)
        column.addWidget(self.hint)
        column.addWidget(self.editor, 1)
        column.addLayout(_row(self.save, self.cancel))
        self.save.setProperty("kind", "primary")
        self.edit.setProperty("kind", "quiet")
        self.reset.setProperty("kind", "quiet")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(reading)
        self._stack.addWidget(editing)

    def _follow(self, changes: Changes) -> None:
        if changes.labels or changes.settings & {SETTING.format(language=x) for x in ("ar", "en")}:
            self._refresh()

    def _refresh(self) -> None:
        project = self._session.project
        if project is None:
            self._stop_editing()
        language = self.language()
        self.view.show_markdown(self._source(language) + self._of_labels(language))
        writable = project is not None and not self._session.read_only
        self.edit.setVisible(writable)
        self.reset.setVisible(writable and bool(self._own(language)))

    def _source(self, language: str) -> str:
        return self._own(language) or default_guideline(language)

    def _own(self, language: str) -> str:
        project = self._session.project
        own = None if project is None else project.setting(SETTING.format(language=language), "")
        return own if isinstance(own, str) else ""

    def _of_labels(self, language: str) -> str:
        """What the label editor holds on each label, as sections after the guideline."""
        project = self._session.project
        parts = []
        for label in [] if project is None else project.labels:
            text = label.guideline_ar if language == "ar" else label.guideline_en
            if text.strip():
                parts.append(f"## {label.name(language)}\n{text.strip()}")
        if not parts:
            return ""
        heading = self.tr("The labels of this project")
        return "\n\n".join([f"\n\n# {heading}", *parts])

    def _save(self) -> None:
        self._write(self.editor.toPlainText().strip(), self._edited_language)

    def _reset(self) -> None:
        self._write("", self.language())

    def _write(self, text: str, language: str) -> None:
        from annotator.ops.settings import set_setting

        if text == default_guideline(language).strip():
            text = ""
        self._session.run(set_setting, SETTING.format(language=language), text)
        self._stop_editing()
        self._refresh()

    def _stop_editing(self) -> None:
        self._stack.setCurrentIndex(0)


def default_guideline(language: str) -> str:
    """The guideline that ships, in Markdown; "" when this copy of Hashiya lacks it."""
    path = resource("guidelines", f"{language}.md")
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(10, 8, 10, 8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
