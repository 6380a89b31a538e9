"""Draws one line of text with the stretches that were looked for."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption

from app.domain.searching import Marked

_ISOLATE, _END = "\u2068", "\u2069"  # each text runs as its own script does


def draw_marked(painter: QPainter, box: QRect, text: Marked, ground: QColor) -> None:
    """Draw a text in a painter's font and pen, its marks strong and on a ground, cut where the room ends."""
    layout = QTextLayout(f"{_ISOLATE}{_cut(text.text, painter.font(), box.width())}{_END}", painter.font())
    right = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    option = QTextOption(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(painter.layoutDirection())
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats(list(_formats(text, len(layout.text()) - 2, ground)))
    layout.beginLayout()
    row = layout.createLine()
    row.setLineWidth(box.width())
    layout.endLayout()
    layout.draw(painter, QPointF(box.left(), box.center().y() - row.height() / 2 + 1))


def _cut(text: str, font: QFont, width: int) -> str:
    """Cut a text so that it fits even where its marks make it wider."""
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
    over = QFontMetrics(strong).horizontalAdvance(shown) - width
    if over <= 0:
        return shown
    return QFontMetrics(strong).elidedText(text, Qt.TextElideMode.ElideRight, width)


def _formats(text: Marked, room: int, ground: QColor) -> Iterator[QTextLayout.FormatRange]:
    look = QTextCharFormat()
    look.setBackground(ground)
    look.setFontWeight(QFont.Weight.DemiBold)
    for begin, end in text.marks:
        if begin < room:
            stretch = QTextLayout.FormatRange()
            stretch.start, stretch.length, stretch.format = begin + 1, min(end, room) - begin, look
            yield stretch
