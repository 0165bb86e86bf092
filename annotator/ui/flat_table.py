"""Rows of columns without branches, drawn alike in every dialog."""

from __future__ import annotations

from PySide6.QtWidgets import QTreeView


def as_table(tree: QTreeView) -> None:
    """Rows of one height, every second one shaded, nothing to unfold: quick with many rows."""
    tree.setRootIsDecorated(False)
    tree.setUniformRowHeights(True)
    tree.setAlternatingRowColors(True)
