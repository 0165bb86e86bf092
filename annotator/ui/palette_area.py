"""The room of the label palette: of many labels some rows, the others scrolled."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from annotator.ui.label_palette import GAP, LabelPalette

_ROWS = 3.6  # that are seen at once, the last one in part so that one sees that there are more


class PaletteArea(QScrollArea):
    """As high as the palette is, up to some rows: the text needs the room. The label of the current
    annotation is in sight."""

    def __init__(self, palette: LabelPalette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(palette)
        self.setSizePolicy(palette.sizePolicy())
        palette.pressed_shown.connect(lambda button: self.ensureWidgetVisible(button, 0, 0))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return min(self._palette.heightForWidth(width), self._most())

    def sizeHint(self) -> QSize:
        return self._palette.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._palette.minimumSizeHint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # other labels, or another language
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _most(self) -> int:
        row = self._palette.minimumSizeHint().height()
        return round(_ROWS * (row + GAP))
