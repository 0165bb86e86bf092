"""The formats that can be written, to choose one from, each with what it is good for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from annotator.formats.format import Format
from annotator.formats.registry import WRITERS
from annotator.ui.retranslating import Retranslating

_WIDTH = 250


class FormatList(Retranslating, QScrollArea):
    """One format is always chosen, at first the first. `changed` when a person chose another."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = {form.key: form for form in WRITERS}
        self.buttons = {key: QRadioButton() for key in self._formats}
        next(iter(self.buttons.values())).setChecked(True)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self._group = QButtonGroup(self)
        for button in self.buttons.values():
            self._group.addButton(button)
            column.addWidget(button)
        column.addStretch(1)
        self._group.buttonClicked.connect(lambda _button: self.changed.emit())
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(_WIDTH)
        self.setWidget(page)
        self.retranslate()

    @property
    def format(self) -> Format:
        """The format chosen."""
        return self._formats[next(key for key, b in self.buttons.items() if b.isChecked())]

    def choose(self, key: str) -> None:
        """Choose the format of that key, where there is one; tells nothing."""
        if key in self.buttons:
            self.buttons[key].setChecked(True)

    def retranslate(self) -> None:
        for key, button in self.buttons.items():
            button.setText(QCoreApplication.translate("Formats", self._formats[key].name))
        tallest = max(button.sizeHint().height() for button in self.buttons.values())
        for button in self.buttons.values():  # Arabic ones are taller: rows of one height
            button.setFixedHeight(tallest)

    def purpose(self) -> str:
        """What the chosen format is good for."""
        return {
            "jsonl": self.tr("Everything that was marked, to be read back or processed."),
            "conll2003": self.tr(
                "A row a word in four columns, a border before each article: for sequence taggers."
            ),
            "conll2002": self.tr("A row a word: the word and its tag, for sequence taggers."),
            "conll_nested": self.tr("A row a word, a column of tags for each level of labels."),
            "conllu_plus": self.tr(
                "A row a word, with every blank and offset: the text can be made again from it."
            ),
            "spacy_json": self.tr("A line an article, its labels by offsets, to train spaCy with."),
            "doccano": self.tr("To go on marking in doccano."),
            "prodigy": self.tr("To go on marking in Prodigy."),
            "label_studio": self.tr("To go on marking in Label Studio."),
            "hugging_face": self.tr(
                "A line a sentence, words and tags, to train transformers with."
            ),
            "brat": self.tr("A text and its annotations for each article, to be opened in brat."),
            "webanno_tsv": self.tr("To go on marking in INCEpTION or WebAnno."),
            "cas_json": self.tr("For INCEpTION and other programs on UIMA."),
            "spacy": self.tr("spaCy’s own binary training data."),
            "spans_csv": self.tr("A row an annotation, to be opened in a spreadsheet."),
            "spans_tsv": self.tr("A row an annotation, for scripts."),
        }.get(self.format.key, "")
