"""The side pane: the article's annotations with the inspector below, and the guideline."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QTabWidget, QWidget

from annotator.ui.annotation_list import AnnotationList
from annotator.ui.guideline_panel import GuidelinePanel
from annotator.ui.inspector import Inspector
from annotator.ui.retranslating import Retranslating
from annotator.ui.session import Session

_HEIGHTS = (420, 340)


class SideTabs(Retranslating, QTabWidget):
    """`left` when Escape gives the focus back to the text."""

    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.annotations = AnnotationList(session, self)
        self.inspector = Inspector(session, self)
        self.guideline = GuidelinePanel(session, self)
        self.inspector.left.connect(self.left)
        self.setDocumentMode(True)
        self.tabBar().setExpanding(False)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self.annotations)
        split.addWidget(self.inspector)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes(list(_HEIGHTS))
        split.setChildrenCollapsible(False)
        self.addTab(split, "")
        self.addTab(self.guideline, "")
        self.retranslate()

    def show_guideline(self) -> None:
        self.setCurrentIndex(1)
        self.guideline.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_annotations(self) -> None:
        self.setCurrentIndex(0)

    def focus_current(self) -> None:
        page = self.guideline if self.currentIndex() == 1 else self.annotations
        page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        self.setTabText(0, self.tr("Annotations"))
        self.setTabText(1, self.tr("Guideline"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
