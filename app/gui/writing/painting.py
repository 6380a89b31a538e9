"""What a text field paints besides words: markers of lists, bars of quotations, numbers of footnotes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextBlock,
    QTextDocument,
    QTextFormat,
)

from app.domain.prose_lines import Line, Quoted
from app.gui.writing.formats import INDENT_WIDTH, NOTE_KEY, steps_of

_BAR_WIDTH: Final = 3
_SMALLER: Final = 0.75
_MARKER_GAP: Final = 8


class NoteSign(QPyTextObject):
    """Draws the sign of a footnote: its number, raised."""

    def __init__(self, document: QTextDocument, number_of: Callable[[int], int]) -> None:
        super().__init__(document)
        self._number_of = number_of
        self.colour = QColor("black")

    def intrinsicSize(self, doc: QTextDocument, _place: int, form: QTextFormat) -> QSizeF:
        """Give the room that the number takes."""
        metrics = QFontMetricsF(_small(doc))
        return QSizeF(
            metrics.horizontalAdvance(self._text(form)) + 2, QFontMetricsF(doc.defaultFont()).ascent()
        )

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        _place: int,
        form: QTextFormat,
    ) -> None:
        """Draw the number."""
        painter.setFont(_small(doc))
        painter.setPen(self.colour)
        painter.drawText(
            QRectF(rect), Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter, self._text(form)
        )

    def _text(self, form: QTextFormat) -> str:
        return str(self._number_of(form.intProperty(NOTE_KEY)))


def _small(document: QTextDocument) -> QFont:
    font = document.defaultFont()
    font.setPointSizeF(font.pointSizeF() * _SMALLER)
    font.setBold(True)
    return font


def paint_marker(painter: QPainter, block: QTextBlock, marker: str) -> None:
    """Paint what stands before an item, in the margin that its line leaves."""
    layout = block.layout()
    line = layout.lineAt(0)
    if not line.isValid():
        return
    baseline = layout.position().y() + line.y() + line.ascent()
    begin = layout.position().x() + line.x()
    painter.setLayoutDirection(block.blockFormat().layoutDirection())
    if _is_right_to_left(block):
        at = begin + line.width() + _MARKER_GAP
    else:
        at = begin - _MARKER_GAP - painter.fontMetrics().horizontalAdvance(marker)
    painter.drawText(QPointF(at, baseline), marker)


def paint_bars(painter: QPainter, block: QTextBlock, line: Line, colour: QColor) -> None:
    """Paint a bar for each quotation that a line stands in."""
    box = block.document().documentLayout().blockBoundingRect(block)
    for depth, step in enumerate(line.path):
        if isinstance(step, Quoted):
            inset = (sum(map(steps_of, line.path[:depth])) + 0.5) * INDENT_WIDTH
            at = (
                box.right() - inset if _is_right_to_left(block) else inset + block.document().documentMargin()
            )
            painter.fillRect(QRectF(QPointF(at, box.top()), QSizeF(_BAR_WIDTH, box.height())), colour)


def _is_right_to_left(block: QTextBlock) -> bool:
    return block.blockFormat().layoutDirection() == Qt.LayoutDirection.RightToLeft
