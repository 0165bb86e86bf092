"""Shows the blocks of a guideline as text documents do; loads nothing, follows no link."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextOption,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from annotator.arabic.direction import paragraph_is_rtl
from annotator.ui.markdown_text import Block, Kind, Look, Run, blocks
from annotator.ui.theme import Theme

_INDENT = 20.0
_ABOVE = {Kind.HEADING: 16.0, Kind.PARAGRAPH: 8.0, Kind.ITEM: 5.0, Kind.QUOTE: 8.0}
_SCALE = {1: 1.35, 2: 1.15, 3: 1.0}


class MarkdownView(QTextBrowser):
    """`show_markdown(source)`; each block runs in the direction of its own first strong letter."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._source = ""
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setStyleSheet("QTextEdit { background: transparent; border: none; padding: 0; }")
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
        self.document().setDocumentMargin(14)
        theme.changed.connect(lambda: self.show_markdown(self._source))

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return None

    def show_markdown(self, source: str) -> None:
        self._source = source
        place = self.verticalScrollBar().value()
        document = self.document()
        document.clear()
        cursor = QTextCursor(document)
        for number, block in enumerate(blocks(source)):
            if number:
                cursor.insertBlock()
            self._write(cursor, block)
        frame = QTextFrameFormat(document.rootFrame().frameFormat())
        frame.setBottomMargin(20)
        document.rootFrame().setFrameFormat(frame)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(place)

    def _write(self, cursor: QTextCursor, block: Block) -> None:
        rtl = paragraph_is_rtl(block.text)
        cursor.setBlockFormat(self._block_format(block, rtl))
        cursor.setBlockCharFormat(QTextCharFormat())
        if block.kind is Kind.ITEM:
            cursor.insertText(f"{block.mark}\u00a0", self._char_format(block, Run("")))
        if block.kind is Kind.RULE:
            return
        for run in block.runs:
            cursor.insertText(run.text, self._char_format(block, run))

    def _block_format(self, block: Block, rtl: bool) -> QTextBlockFormat:
        made = QTextBlockFormat()
        way = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        made.setLayoutDirection(way)
        made.setTopMargin(_ABOVE.get(block.kind, 10.0))
        height = 96 if rtl else 112  # an Arabic interface face brings room of its own
        made.setLineHeight(height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        inset = 0.0
        if block.kind is Kind.ITEM:
            inset = _INDENT * (block.level + 0.6)
            made.setTextIndent(-_INDENT * 0.6)
        elif block.kind is Kind.QUOTE:
            inset = _INDENT
        if rtl:
            made.setRightMargin(inset)
        else:
            made.setLeftMargin(inset)
        if block.kind is Kind.RULE:
            made.setProperty(QTextBlockFormat.Property.BlockTrailingHorizontalRulerWidth, 1)
        return made

    def _char_format(self, block: Block, run: Run) -> QTextCharFormat:
        theme = self._theme
        made = QTextCharFormat()
        made.setForeground(theme.colour("muted" if block.kind is Kind.QUOTE else "text"))
        if block.kind is Kind.HEADING:
            made.setFontWeight(QFont.Weight.DemiBold)
            made.setFontPointSize(self.font().pointSizeF() * _SCALE[block.level])
        if run.look is Look.STRONG:
            made.setFontWeight(QFont.Weight.DemiBold)
        elif run.look is Look.GENTLE:
            made.setFontItalic(True)
        elif run.look in (Look.SPAN, Look.CODE):
            made.setBackground(theme.colour("selected" if run.look is Look.SPAN else "hover"))
        return made
