"""Settings: of this person on this machine, and of the open project. Every one acts at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.core.change import Changes
from annotator.core.span import OverlapPolicy
from annotator.ui.combo_box import ComboBox
from annotator.ui.fonts import arabic_faces
from annotator.ui.framed_dialog import FramedDialog
from annotator.ui.language import LANGUAGES
from annotator.ui.line_edit import LineEdit
from annotator.ui.margins import set_margins
from annotator.ui.plain_label import PlainLabel
from annotator.ui.reading_sample import ReadingSample
from annotator.ui.session import Session
from annotator.ui.stepper import Stepper
from annotator.ui.textview.style import ViewStyle
from annotator.ui.token_settings import TokenSettings

CHIPS = ("full", "dots", "off")
THEMES = ("system", "light", "dark")
POLICIES = tuple(OverlapPolicy)
DEFAULT_SPACING = ViewStyle().line_spacing


class SettingsDialog(FramedDialog):
    """Opened and left open while the window follows; there is nothing to save."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._make_parts()
        self._lay_out()
        self._fill()
        self._connect()
        self.retranslate()
        self.fit(620, self.area)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        self._title.setText(self.tr("Settings"))
        for label, text in zip(
            self._headings,
            (self.tr("Interface"), self.tr("Reading"), self.tr("This project")),
            strict=True,
        ):
            label.setText(text)
        for label, text in zip(self._names, self._name_texts(), strict=True):
            label.setText(text)
        self.snap.setText(self.tr("Selecting with the mouse takes whole words"))
        self.snap.setToolTip(self.tr("Hold Alt while selecting for single letters"))
        self.proclitics.setText(self.tr("Leave attached و ف ب ل ك س out when a word is marked"))
        self._hint.setText(self._project_hint())
        self.close_button.setText(self.tr("Close"))
        self._name_choices()

    def _name_texts(self) -> tuple[str, ...]:
        return (
            self.tr("Language"),
            self.tr("Colours"),
            self.tr("Face"),
            self.tr("Size"),
            self.tr("Line spacing"),
            self.tr("Labels above the text"),
            self.tr("Who annotates"),
            self.tr("Annotations may share words"),
        )

    def _name_choices(self) -> None:
        _rename(self.theme, (self.tr("As the system"), self.tr("Light"), self.tr("Dark")))
        _rename(self.chips, (self.tr("Names"), self.tr("Dots"), self.tr("Nothing")))
        _rename(
            self.policy,
            (
                self.tr("Never"),
                self.tr("When one lies inside the other"),
                self.tr("Always, also crossing"),
            ),
        )
        self.face.setItemText(0, self.tr("The best one installed"))
        self.type_size.set_unit(self.tr("points"))
        self.spacing.set_unit(self.tr("× the size"))

    def _make_parts(self) -> None:
        theme = self._session.theme
        self._title = PlainLabel(parent=self, kind="title")
        self._headings = [PlainLabel(kind="heading") for _ in range(3)]
        self._names = [PlainLabel(wrap=False) for _ in range(8)]
        self.tongue, self.theme, self.face, self.chips, self.policy = (
            ComboBox(theme) for _ in range(5)
        )
        self.type_size = Stepper(10, 60, 1)
        self.spacing = Stepper(1.4, 4.0, 0.05, decimals=2)
        self.sample = ReadingSample(self._session)
        self.snap, self.proclitics = QCheckBox(), QCheckBox()
        self.tokens = TokenSettings()
        self.annotator = LineEdit()
        self._hint = PlainLabel(kind="muted")
        self.close_button = self.add_button("primary")

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout()
        column.setSpacing(12)
        names = self._names
        parts = (self.tongue, self.theme, self.face, self.type_size, self.spacing, self.chips,
                 self.annotator, self.policy)  # fmt: skip
        rows = list(zip(names, parts, strict=True))
        column.addWidget(self._headings[0])
        column.addLayout(_form(rows[:2]))
        column.addWidget(_rule())
        column.addWidget(self._headings[1])
        column.addLayout(_form(rows[2:6]))
        column.addWidget(self.sample)
        column.addWidget(self.snap)
        column.addWidget(_rule())
        column.addWidget(self._headings[2])
        column.addWidget(self._hint)
        column.addLayout(_form(rows[6:]))
        column.addWidget(self.proclitics)
        column.addWidget(self.tokens)
        column.addStretch(1)
        beside_bar = QHBoxLayout(page)
        beside_bar.addLayout(column, 1)
        set_margins(beside_bar, 0, 0, 10, 0)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setWidget(page)
        self.body.addWidget(self._title)
        self.body.addWidget(self.area, 1)

    def _fill(self) -> None:
        """Show what is set, telling nothing."""
        preferences = self._session.preferences
        blockers = [QSignalBlocker(part) for part in self._inputs()]
        _choices(self.tongue, [(name, code) for code, name in LANGUAGES.items()],
                 self._session.language.code)  # fmt: skip
        _choices(self.theme, [("", key) for key in THEMES], self._session.theme.choice)
        faces = [("", ""), *((face, face) for face in arabic_faces())]
        _choices(self.face, faces, preferences.reading_family)
        mode = preferences.text("reading/chips", CHIPS[0])
        _choices(self.chips, [("", key) for key in CHIPS], mode)
        self.type_size.set_value(preferences.reading_size)
        self.spacing.set_value(preferences.number("reading/spacing", DEFAULT_SPACING))
        self.snap.setChecked(preferences.flag("reading/snap", True))
        self._fill_project()
        del blockers

    def _fill_project(self) -> None:
        project = self._session.project
        policy = OverlapPolicy.NESTED if project is None else project.policy
        _choices(self.policy, [("", key.value) for key in POLICIES], policy.value)
        self._name_choices()
        who = self._session.preferences.annotator
        if project is not None:
            from annotator.ops.project import token_rules_of

            who = project.store.annotator
            self.proclitics.setChecked(project.setting("leave_out_proclitics", True) is True)
            self.tokens.show_rules(token_rules_of(project.store))
        self.annotator.setText(who)
        writable = project is not None and not self._session.read_only
        for part in (self.policy, self.proclitics, self.tokens, self.annotator):
            part.setEnabled(writable)

    def _inputs(self) -> tuple[QWidget, ...]:
        return (self.tongue, self.theme, self.face, self.chips, self.policy, self.type_size,
                self.spacing, self.snap, self.proclitics, self.annotator)  # fmt: skip

    def _connect(self) -> None:
        session, preferences = self._session, self._session.preferences
        _on_choice(self.tongue, session.language.choose)
        _on_choice(self.theme, session.theme.choose)
        _on_choice(self.face, lambda face: preferences.set("reading/family", face))
        _on_choice(self.chips, lambda mode: preferences.set("reading/chips", mode))
        _on_choice(self.policy, lambda policy: self._set_project("overlap_policy", policy))
        self.type_size.value_changed.connect(lambda size: preferences.set("reading/size", size))
        self.spacing.value_changed.connect(lambda gap: preferences.set("reading/spacing", gap))
        self.snap.clicked.connect(lambda on: preferences.set("reading/snap", on))
        self.proclitics.clicked.connect(lambda on: self._set_project("leave_out_proclitics", on))
        self.tokens.chosen.connect(self._set_project)
        self.annotator.editingFinished.connect(self._rename_annotator)
        session.changed.connect(self._follow)
        self.close_button.clicked.connect(self.accept)

    def _follow(self, changes: Changes) -> None:
        if changes.settings:
            self._fill()

    def _set_project(self, key: str, value: object) -> None:
        from annotator.ops.settings import set_setting

        self._session.run(set_setting, key, value)

    def _rename_annotator(self) -> None:
        project, name = self._session.project, self.annotator.text().strip()
        if project is None or name == project.store.annotator:
            return
        if not name:
            self.annotator.setText(project.store.annotator)
            return
        self._set_project("annotator", name)
        self._session.preferences.set("annotator", name)

    def _project_hint(self) -> str:
        if self._session.project is None:
            return self.tr("These belong to a project: open one to change them.")
        if self._session.read_only:
            return self.tr("The project is open to view: these cannot be changed now.")
        return self.tr("These are kept in the project, for everyone who opens it.")


def _form(rows: Sequence[tuple[PlainLabel, QWidget]]) -> QFormLayout:
    form = QFormLayout()
    form.setHorizontalSpacing(24)
    form.setVerticalSpacing(10)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    for name, part in rows:
        name.setMinimumWidth(190)
        name.setBuddy(part)
        form.addRow(name, part)
    return form


def _choices(box: ComboBox, choices: Sequence[tuple[str, str]], chosen: str) -> None:
    box.clear()
    for text, key in choices:
        box.addItem(text, key)
    box.setCurrentIndex(max(0, box.findData(chosen)))


def _rename(box: ComboBox, texts: Sequence[str]) -> None:
    for place, text in enumerate(texts[: box.count()]):
        box.setItemText(place, text)


def _on_choice(box: ComboBox, act: Callable[[str], object]) -> None:
    box.activated.connect(lambda place: act(str(box.itemData(place))))


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("kind", "rule")
    return rule
