"""The counts of a loss report, in the interface's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.ui.plain_label import PlainLabel

if TYPE_CHECKING:
    from annotator.formats.loss import LossReport


class LossTotals(PlainLabel):
    """How many annotations why, and what the format has no place for; no text when nothing."""

    def show_report(self, report: LossReport) -> None:
        """Only the counts are asked for: the report may be closed."""
        self.setText("\n".join((*self._reasons(report), *self._no_place(report))))

    def sums(self, report: LossReport) -> str:
        """What became of those that are not written as they are, in one sentence."""
        lost = self.tr("%Ln left out", "", report.lost)
        widened = self.tr("%Ln widened to whole words", "", report.widened)
        narrowed = self.tr("%Ln cut short", "", report.narrowed)
        told = ((report.lost, lost), (report.widened, widened), (report.narrowed, narrowed))
        semicolon = self.tr("; ")
        return f"{semicolon.join(text for count, text in told if count)}."

    def _reasons(self, report: LossReport) -> list[str]:
        from annotator.formats.loss import REASONS

        return [_counted(report.reasons[reason], text) for reason, text in REASONS.items()
                if report.reasons[reason]]  # fmt: skip

    def _no_place(self, report: LossReport) -> list[str]:
        from annotator.formats.loss import NOT_HELD

        lines = [
            _counted(count, NOT_HELD[kind]) for kind, count in report.not_held.items() if count
        ]
        if lines:
            lines.insert(0, self.tr("This format has no place for:"))
        if report.joined_sentences:
            lines.append(self.tr("%Ln sentence break(s) inside an annotation not written", "",
                                 report.joined_sentences))  # fmt: skip
        return lines


def _counted(count: int, text: str) -> str:
    return f"•  {count:,}  {QCoreApplication.translate('Loss', text)}"
