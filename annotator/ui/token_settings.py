"""Which tokens a project's exports are made of: each rule with what it makes of an example."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from annotator.arabic.characters import isolate
from annotator.arabic.direction import paragraph_is_rtl
from annotator.arabic.token_rules import CAMEL_TOKENS, TokenRules
from annotator.ops.project import NUMBER_TOKENS, TATWEEL_TOKENS
from annotator.ui.plain_label import PlainLabel
from annotator.ui.retranslating import Retranslating

_EXAMPLES: Final = {"numbers": "3.5 ٣٫٥ 1,250 12%", "tatweel": 'لـ"قسد" الـ27'}
_SETTINGS: Final = {"numbers": NUMBER_TOKENS, "tatweel": TATWEEL_TOKENS}
_INDENT = 22  # of an example below its box: the indicator and its gap


class TokenSettings(Retranslating, QWidget):
    """A box a rule; `chosen(setting, on)` when a person has ticked one."""

    chosen = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes = {rule: QCheckBox(self) for rule in _EXAMPLES}
        self.examples = {rule: PlainLabel(parent=self, kind="muted") for rule in _EXAMPLES}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for rule, box in self.boxes.items():
            self.examples[rule].setContentsMargins(_INDENT, 0, _INDENT, 6)
            column.addWidget(box)
            column.addWidget(self.examples[rule])
            box.toggled.connect(self._show_examples)
            box.clicked.connect(lambda on, key=_SETTINGS[rule]: self.chosen.emit(key, on))
        self.retranslate()

    def show_rules(self, rules: TokenRules) -> None:
        """Tells nothing."""
        for rule, box in self.boxes.items():
            box.setChecked(getattr(rules, rule))

    def retranslate(self) -> None:
        self.boxes["numbers"].setText(self.tr("A number is one token in exports"))
        self.boxes["tatweel"].setText(
            self.tr("A clitic before a tatweel is a token of its own in exports")
        )
        self._show_examples()

    def _show_examples(self) -> None:
        mark = "\u200f" if self.language() == "ar" else "\u200e"
        for rule, text in _EXAMPLES.items():
            rules = replace(CAMEL_TOKENS, **{rule: self.boxes[rule].isChecked()})
            words = (_tokens(word, rules) for word in text.split())
            self.examples[rule].setText(mark + "      ".join(words))


def _tokens(word: str, rules: TokenRules) -> str:
    """The tokens of `word` side by side, in the direction in which it is read."""
    shown = " │ ".join(isolate(word[start:end]) for start, end in rules.tokens(word))
    direction = "\u2067" if paragraph_is_rtl(word, default=False) else "\u2066"
    return f"{direction}{shown}\u2069"
