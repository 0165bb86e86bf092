"""Words for what comes from below the window: errors and the names of operations.

Templates are translated first and filled after (`annotator.errors`); names that come from outside
are isolated, so that a title in the other direction cannot stir the sentence around it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication

from annotator.arabic.characters import (
    FIRST_STRONG_ISOLATE,
    LEFT_TO_RIGHT,
    RIGHT_TO_LEFT,
    isolate,
)
from annotator.errors import HashiyaError

if TYPE_CHECKING:
    from annotator.core.change import OperationName
    from annotator.store.records import Problem

_LONGEST = 48


def sentence(error: HashiyaError) -> str:
    """The whole message in the interface's language, remedy included; the names and paths in it
    isolated."""
    return _running(error.render(_translated, unshortened))


def mistake(error: HashiyaError) -> str:
    """The same without the file that a DataError is about."""
    return HashiyaError.render(error, _translated, unshortened)


def _translated(template: str) -> str:
    return QCoreApplication.translate("Errors", template)


def problem(found: Problem) -> str:
    """What is wrong in the file, as a sentence."""
    template = QCoreApplication.translate("Errors", found.template)
    return filled(template, found.fields)


def operation(name: OperationName) -> str:
    """What a step was, as undo menu and history show it: "tag الحسكة as location"."""
    from annotator.ops.names import template

    fields = {**name.fields}
    if fields.get("count", "").isdecimal():  # the journal has plain digits
        fields["count"] = f"{int(fields['count']):,}"
    return filled(QCoreApplication.translate("Operations", template(name.kind)), fields)


def filled(template: str, fields: Mapping[str, object]) -> str:
    """`template` with its fields shortened and isolated; a field that is missing shows empty."""
    return _running(
        template.format_map(_Isolated({k: isolated(str(v)) for k, v in fields.items()}))
    )


def isolated(name: str) -> str:
    """`name` on one line, at most 48 characters, in first-strong isolates, its own bidi controls
    left out."""
    flat = " ".join(name.split())
    if len(flat) > _LONGEST:
        flat = flat[: _LONGEST - 1] + "…"
    return isolate(flat)


def _running(sentence: str) -> str:
    """`sentence`, with a mark where it begins with a name: Qt takes the way that a line runs from
    its first letter, in an isolate, too, and an Arabic sentence would stop on the wrong side."""
    if not sentence.startswith(FIRST_STRONG_ISOLATE):
        return sentence
    mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return f"{RIGHT_TO_LEFT if mirrored else LEFT_TO_RIGHT}{sentence}"


def unshortened(name: str) -> str:
    """The same of any length: a path is needed whole."""
    return isolate(" ".join(name.split()))


class _Isolated(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""
