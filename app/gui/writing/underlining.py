"""Underlines the wrong words of a text field, but for the word that is being typed; and draws headings."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextBlock, QTextCharFormat
from shiboken6 import isValid

from app.gui.writing.places import signs, units
from app.gui.writing.proofreading import Proofreader
from app.gui.writing.text_field import TextField

_HEADING_SIZES: Final = {1: 1.25, 2: 1.1, 3: 1.0}
_PAUSE_MS: Final = 40


class Underliner(QSyntaxHighlighter):
    """Marks one field; without a proofreader it only draws headings."""

    def __init__(self, field: TextField, proofreader: Proofreader | None, colour: QColor) -> None:
        super().__init__(field.document())
        self._field, self._proofreader, self._colour = field, proofreader, colour
        self._language = ""
        self._held: int | None = None
        self._later = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._later.timeout.connect(self.draw_again)
        if proofreader is not None:
            proofreader.listen(self._on_told)
            self.destroyed.connect(lambda: proofreader.leave(self._on_told))
        field.cursorPositionChanged.connect(self._on_caret_moved)
        field.focused.connect(lambda _on: self._on_caret_moved())

    def read_in(self, language: str) -> None:
        """Read the text in a language."""
        if language != self._language:
            self._language = language
            self.draw_again()

    def show_colour(self, colour: QColor) -> None:
        """Underline in another colour."""
        self._colour = colour
        self.draw_again()

    def draw_again(self) -> None:
        """Mark the whole text anew."""
        with self._field.untold():
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Mark one paragraph."""
        block = self.currentBlock()
        if level := block.blockFormat().headingLevel():
            self.setFormat(0, block.length(), self._heading(level))
        if self._proofreader is None or not self._language:
            return
        caret = self._typing_at(block)
        for word in self._proofreader.wrong_in(self._language, text, caret):
            begin, end = units(text, word.begin), units(text, word.end)
            self.setFormat(begin, end - begin, self._underlined(self.format(begin)))

    def _heading(self, level: int) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFontWeight(QFont.Weight.DemiBold)
        form.setFontPointSize(self.document().defaultFont().pointSizeF() * _HEADING_SIZES[level])
        return form

    def _underlined(self, form: QTextCharFormat) -> QTextCharFormat:
        marked = QTextCharFormat(form)
        marked.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        marked.setUnderlineColor(self._colour)
        return marked

    def _typing_at(self, block: QTextBlock) -> int:
        """Give the place in a paragraph where somebody is typing; -1 where nobody is."""
        if not (self._field.is_typing and self._field.hasFocus()):
            return -1
        cursor = self._field.textCursor()
        if cursor.block() != block:
            return -1
        self._held = block.blockNumber()
        return signs(block.text(), cursor.positionInBlock())

    def _on_caret_moved(self) -> None:
        if self._held is None or (self._field.is_typing and self._field.hasFocus()):
            return
        number, self._held = self._held, None
        with self._field.untold():
            self.rehighlightBlock(self.document().findBlockByNumber(number))

    def _on_told(self) -> None:
        if isValid(self):
            self._later.start()
