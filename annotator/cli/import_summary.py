"""What the command line says of an import, for a program: a contract."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from annotator.ops.import_items import ImportItem, ImportPlan


def import_summary(plan: ImportPlan, imported: int) -> dict[str, Any]:
    """The plan as JSON has it, of which `imported` articles came in."""
    return {
        "imported": imported,
        "duplicates": plan.skipped,
        "files": [_item_summary(item) for item in plan.items],
        "errors": [str(error) for error in plan.errors],
    }


def _item_summary(item: ImportItem) -> dict[str, Any]:
    return {
        "path": str(item.path),
        "format": item.format,
        "encoding": item.encoding,
        "confidence": item.confidence,
        "articles": item.articles,
        "spans": item.spans,
        "duplicates": len(item.duplicates),
        "warnings": [str(notice) for notice in item.notices],
        "error": None if item.error is None else str(item.error),
    }
