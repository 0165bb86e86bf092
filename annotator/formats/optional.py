"""Libraries that a format needs and Hashiya does not bring along: its extras."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from annotator.errors import QT_TRANSLATE_NOOP, UserError


def required(module: str, extra: str) -> Any:
    """The module, imported; UserError that says how to install it when it is not there."""
    try:
        return import_module(module)
    except ImportError as error:
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "This format needs {module}, which is not installed."),
            remedy=QT_TRANSLATE_NOOP("Errors", "Install it with: pip install “hashiya[{extra}]”."),
            module=module.partition(".")[0],
            extra=extra,
        ) from error
