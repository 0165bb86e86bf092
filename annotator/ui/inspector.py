"""The current annotation, whole: what it covers, what it is called, and everything known of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.annotation import Annotation, Origin
from annotator.core.change import Changes
from annotator.ui.attribute_editors import AttributeEditor, editor_for
from annotator.ui.covered_text import CoveredText
from annotator.ui.empty_state import EmptyState
from annotator.ui.history_view import HistoryView, shown_time
from annotator.ui.icons import icon
from annotator.ui.label_button import LabelButton
from annotator.ui.note_field import NoteField
from annotator.ui.plain_label import PlainLabel
from annotator.ui.retranslating import Retranslating
from annotator.ui.session import Session
from annotator.ui.translate import isolated


class Inspector(Retranslating, QWidget):
    """Follows `session.selected`; each finished edit is one operation, so one undo step. `left`
    when the last attribute is done with, or Enter says that all are."""

    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: Annotation | None = None
        self._editors: dict[str, AttributeEditor] = {}
        self._attribute_names: dict[str, PlainLabel] = {}
        self._make_parts()
        self._lay_out()
        self._connect()
        self.retranslate()

    def focus_first(self) -> None:
        """Put the focus on the first attribute, or on the note when the label has none."""
        target = next(iter(self._editors.values()), None) or self.note
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_note(self) -> None:
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def flush(self) -> None:
        """Keep what is being typed; called before the annotation or the window goes."""
        self.note.flush()

    def retranslate(self) -> None:
        self.empty.tell(
            self.tr("No annotation here"),
            self.tr("Put the caret on an annotation, or click it, to see and edit what is known "
                    "of it."),
        )  # fmt: skip
        self._note_name.setText(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("What should be remembered about it"))
        self.note.setAccessibleName(self.tr("Note"))
        self.review.setText(self.tr("Needs review"))
        self._history_toggle.setText(self.tr("History"))
        self._name_attributes()
        self._show_origin()

    def _make_parts(self) -> None:
        self.empty = EmptyState(self)
        self._page = QWidget()
        self.label = LabelButton(self._session, self._page)
        self.covered = CoveredText(self._session, self._page)
        self._attributes = QVBoxLayout()
        self._attributes.setSpacing(12)
        self.review = QCheckBox(self._page)
        self._note_name = PlainLabel(parent=self._page, kind="small")
        self.note = NoteField(self._page)
        self.origin = PlainLabel(parent=self._page, kind="small", selectable=True)
        self._history_toggle = QToolButton(self._page)
        self._history_toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._history_toggle.setCheckable(True)
        self.history = HistoryView(self._session, self._page)
        self.history.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._page)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(12)
        top = QHBoxLayout()
        top.addWidget(self.label)
        top.addStretch(1)
        top.addWidget(self.review)
        column.addLayout(top)
        column.addWidget(self.covered)
        column.addLayout(self._attributes)
        column.addLayout(_field(self._note_name, self.note))
        rule = QFrame(self._page)
        rule.setProperty("kind", "rule")
        column.addWidget(rule)
        column.addWidget(self.origin)
        column.addWidget(self._history_toggle)
        column.addWidget(self.history)
        column.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._page)
        self._show_page(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Both pages fill it, without a layout: what comes and goes inside would else have the
        whole window laid out and its sides painted again at every step of the caret."""
        super().resizeEvent(event)
        self.empty.setGeometry(self.rect())
        self._scroll.setGeometry(self.rect())

    def minimumSizeHint(self) -> QSize:
        return self.empty.minimumSizeHint()

    def sizeHint(self) -> QSize:
        return self._scroll.sizeHint()

    def _show_page(self, shown: bool) -> None:
        self._scroll.setVisible(shown)
        self.empty.setVisible(not shown)

    def _connect(self) -> None:
        self._session.selected_changed.connect(self._show_selected)
        self._session.article_opened.connect(self._show_selected)
        self._session.project_closing.connect(self.flush)
        self._session.project_opened.connect(self._rebuild)
        self._session.changed.connect(self._follow)
        self._session.theme.changed.connect(self._restyle)
        self.label.label_chosen.connect(self._relabel)
        self.note.committed.connect(self._write_note)
        self.review.clicked.connect(self._write_review)
        self._history_toggle.toggled.connect(self._show_history)
        self._history_toggle.clicked.connect(
            lambda _on: QTimer.singleShot(0, self, self._scroll_to_history)
        )
        self._restyle()
        self._show_selected()

    def _restyle(self) -> None:
        open_ = self._history_toggle.isChecked()
        name = "down" if open_ else "history"
        self._history_toggle.setIcon(icon(name, self._session.theme, "muted"))

    def _follow(self, changes: Changes) -> None:
        if changes.labels:
            self._rebuild()
        elif self._history_toggle.isChecked() and self._concerns(changes):
            self._show_history(True)

    def _concerns(self, changes: Changes) -> bool:
        if self._shown is None:
            return False
        return any(new.id == self._shown.id for _, new in changes.replaced)

    def _rebuild(self) -> None:
        """The label set is another one: the editors are made anew."""
        shown, self._shown = self._shown, None
        self._make_editors(None)
        if shown is not None:
            self._show_selected()

    def _show_selected(self) -> None:
        annotation = self._session.selected
        before, self._shown = self._shown, annotation
        another = before is None or annotation is None or before.id != annotation.id
        if another:
            self.note.flush()
        if annotation is None:
            self._show_page(False)
            return
        if another or before is None or before.label != annotation.label:
            self._make_editors(annotation.label)
        self._fill(annotation)
        if another:
            self._show_history(self._history_toggle.isChecked())
            self._scroll.verticalScrollBar().setValue(0)
        self._show_page(True)

    def _fill(self, annotation: Annotation) -> None:
        self.label.set_current(annotation.label)
        self.covered.set_text(annotation.text)
        for key, editor in self._editors.items():
            value = annotation.attributes.get(key)
            if editor.value() != value or value is None:
                editor.set_value(value)
        self.note.set_note(annotation.note, str(annotation.id))
        self.review.setChecked(annotation.review)
        self._show_origin()
        writable = not self._session.read_only
        for part in (self.review, self.note, self.label, *self._editors.values()):
            part.setEnabled(writable)

    def _make_editors(self, label_key: str | None) -> None:
        while (item := self._attributes.takeAt(0)) is not None:
            _discard(item.layout())
        self._editors, self._attribute_names = {}, {}
        project = self._session.project
        label = project.labels.get(label_key) if project and label_key else None
        for attribute in label.attributes if label else ():
            editor = editor_for(attribute, self._session.theme, self._page)
            name = PlainLabel(parent=self._page, kind="small")
            editor.committed.connect(lambda key=attribute.key: self._write_attribute(key))
            editor.finished.connect(lambda key=attribute.key: self._go_on(key))
            self._attributes.addLayout(_field(name, editor))
            self._editors[attribute.key] = editor
            self._attribute_names[attribute.key] = name
        self._name_attributes()

    def _name_attributes(self) -> None:
        arabic = self.language() == "ar"
        for key, editor in self._editors.items():
            attribute = editor.attribute
            name = isolated((attribute.name_ar if arabic else attribute.name_en) or key)
            self._attribute_names[key].setText(name)
            self._attribute_names[key].setVisible(editor.needs_name)
            editor.setAccessibleName(name)

    def _show_origin(self) -> None:
        annotation = self._shown
        if annotation is None:
            return
        how = {
            Origin.MANUAL: self.tr("Marked by {who}, {when}"),
            Origin.PROPAGATED: self.tr("Marked with its other mentions by {who}, {when}"),
            Origin.SUGGESTED: self.tr("A suggestion, accepted by {who}, {when}"),
            Origin.IMPORTED: self.tr("Imported, marked by {who}, {when}"),
        }[annotation.origin]
        who, when = isolated(annotation.annotator), shown_time(annotation.created)
        lines = [how.format(who=who, when=when)]
        if annotation.modified != annotation.created:
            changed = shown_time(annotation.modified)
            lines.append(self.tr("Changed {when}").format(when=changed))
        if annotation.score is not None:
            lines.append(self.tr("Score {score}").format(score=f"{annotation.score:.2f}"))
        self.origin.setText("\n".join(lines))

    def _show_history(self, on: bool) -> None:
        self._restyle()
        self.history.setVisible(on)
        shown = self._shown if on else None
        self.history.show_history(None if shown is None else shown.id)

    def _scroll_to_history(self) -> None:
        """It was asked for, and mostly stands below what is seen. Called once its parts, which
        Qt shows when it comes to them, are shown: then there is room to be made for them."""
        if not self._history_toggle.isChecked():
            return
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._scroll.verticalScrollBar().setValue(self._history_toggle.y())

    def _relabel(self, label: str) -> None:
        from annotator.ops.annotate import relabel

        if self._shown is not None and label != self._shown.label:
            self._session.run(relabel, [self._shown.id], label)

    def _go_on(self, key: str) -> None:
        """After an editor is done with: to the next one, or away."""
        following = list(self._editors)[list(self._editors).index(key) + 1 :]
        if following:
            self._editors[following[0]].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.left.emit()

    def _write_attribute(self, key: str) -> None:
        from annotator.ops.annotate import set_attributes

        annotation = self._shown
        if annotation is None:
            return
        attributes = dict(annotation.attributes)
        value = self._editors[key].value()
        if value is None:
            attributes.pop(key, None)
        else:
            attributes[key] = value
        if self._session.run(set_attributes, annotation.id, attributes) is None:
            self._editors[key].set_value(annotation.attributes.get(key))

    def _write_note(self, annotation_id: str, note: str) -> None:
        from annotator.ops.annotate import set_note

        self._session.run(set_note, annotation_id, note)

    def _write_review(self, on: bool) -> None:
        from annotator.ops.annotate import set_review

        if self._shown is not None:
            self._session.run(set_review, [self._shown.id], on)
            self.review.setChecked(self._shown.review)  # it may have been refused


def _field(name: PlainLabel, editor: QWidget) -> QVBoxLayout:
    """A field under its name."""
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(name)
    column.addWidget(editor)
    name.setBuddy(editor)
    name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return column


def _discard(layout: QLayout | None) -> None:
    while layout is not None and (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
