"""Margins at the start and the end of a row: Qt's own are left and right in either direction."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout


def set_margins(row: QHBoxLayout, start: int, top: int, end: int, bottom: int) -> None:
    """Put these around a row that is filled already: blanks in it change sides with it."""
    row.setContentsMargins(0, top, 0, bottom)
    row.insertSpacing(0, start)
    row.addSpacing(end)
