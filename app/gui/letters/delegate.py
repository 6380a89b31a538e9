"""Draws the cells of the table: hairlines, tags, figures of one width, found words marked."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from app.domain.searching import Marked
from app.gui.letters.cells import Cells
from app.gui.letters.columns import Column
from app.gui.letters.lines import LetterLine
from app.gui.letters.list_model import LINE, Index, LettersModel
from app.gui.theme import Theme, with_even_figures
from app.gui.widgets.marked import draw_marked
from app.gui.widgets.rows import draw_tag, tag_font, tag_width

PAD: Final = 10
_MARKED: Final = {
    Column.NUMBER: "number", Column.ADDRESSEE: "addressee", Column.SUBJECT: "subject",
}  # fmt: skip
_ISOLATE, _END = "\u2068", "\u2069"
_MUTED: Final = frozenset({Column.DATE, Column.STATE, Column.LANGUAGE, Column.DUE})


class LetterDelegate(QStyledItemDelegate):
    """Draws one cell; rows without words are still on their way."""

    def __init__(self, theme: Theme, model: LettersModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme, self._model, self._view = theme, model, view
        self.hovered, self.row_height = -1, 40
        self._fonts: tuple[str, QFont, QFont, QFont] | None = None

    @property
    def _cells(self) -> Cells:
        return self._model.cells

    def fonts(self, font: QFont) -> tuple[QFont, QFont, QFont]:
        """Give the fonts of plain cells, of numbers and of tags."""
        key = font.key()
        if self._fonts is None or self._fonts[0] != key:
            plain = with_even_figures(font)
            strong = QFont(plain)
            strong.setWeight(QFont.Weight.DemiBold)
            self._fonts = key, plain, strong, tag_font(font)
        return self._fonts[1:]

    def width_of(self, line: LetterLine, column: Column, font: QFont) -> int:
        """Give how wide a column must be for a line not to be cut."""
        plain, strong, small = self.fonts(font)
        text = self._cells.text(line, column)
        if column is Column.STATUS:
            return tag_width(text, small) + 2 * PAD
        return (
            QFontMetrics(strong if column is Column.NUMBER else plain).horizontalAdvance(text) + 2 * PAD + 2
        )

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Give a row its height."""
        return QSize(80, self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, hairline and words."""
        box: QRect = option.rect
        self._draw_ground(painter, option, index.row())
        line: LetterLine | None = index.data(LINE)
        column = Column(index.column())
        if line is None:
            self._draw_waiting(painter, box, index.row(), column)
            return
        inner = box.adjusted(PAD, 0, -PAD, -1)
        if column is Column.STATUS:
            self._draw_status(painter, option, line, inner)
        else:
            self._draw_words(painter, option, line, column)

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: int) -> None:
        box: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, self._theme.colour("weak"))
        elif row == self.hovered:
            painter.fillRect(box, self._theme.colour("hover"))
        hairline = QRect(box.left(), box.bottom(), box.width(), 1)
        painter.fillRect(hairline, self._theme.colour("line"))

    def _draw_waiting(self, painter: QPainter, box: QRect, row: int, column: Column) -> None:
        """Draw a bar where words will stand."""
        share = (57 + 31 * (row + column) % 37) / 100
        width = int((box.width() - 2 * PAD) * share)
        bar = QRect(0, 0, max(0, width), 8)
        bar.moveCenter(box.center())
        right = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        bar.moveLeft(box.right() - PAD - width if right else box.left() + PAD)
        painter.fillRect(bar, self._theme.colour("hover"))

    def _draw_status(
        self, painter: QPainter, option: QStyleOptionViewItem, line: LetterLine, box: QRect
    ) -> None:
        tag, small = self._cells.tag(line), self.fonts(option.font)[2]
        width = min(tag_width(tag.text, small), box.width())
        if self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            box.setLeft(box.right() - width + 1)
        else:
            box.setWidth(width)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_tag(painter, self._theme, tag, box, small)
        painter.restore()

    def _draw_words(
        self, painter: QPainter, option: QStyleOptionViewItem, line: LetterLine, column: Column
    ) -> None:
        text = self._cells.text(line, column)
        if not text:
            return
        plain, strong, _small = self.fonts(option.font)
        font = strong if column is Column.NUMBER else plain
        open_place = self._cells.is_open(line, column)
        colour = self._theme.colour("muted" if column in _MUTED or open_place else "text")
        box: QRect = option.rect.adjusted(PAD, 0, -PAD, -1)
        painter.setPen(colour)
        painter.setFont(font)
        marks = line.marks.get(_MARKED.get(column, ""), ())
        if marks:
            painter.setLayoutDirection(self._view.layoutDirection())
            draw_marked(painter, box, Marked(text, marks), self._theme.colour("warn_ground"))
        else:
            cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
            shown = f"{_ISOLATE}{cut}{_END}"  # each text runs as its own script does
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), shown)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Show the whole text of a cell that is cut."""
        line: LetterLine | None = index.data(LINE)
        column = Column(index.column()) if index.isValid() else Column.NUMBER
        if event.type() != QEvent.Type.ToolTip or line is None:
            return super().helpEvent(event, view, option, index)
        cut = self.width_of(line, column, view.font()) > view.visualRect(index).width()
        QToolTip.showText(event.globalPos(), self._cells.text(line, column) if cut else "", view)
        return True


def repaint_row(view: QWidget, box: QRect) -> None:
    """Draw one row anew over the whole width of its view."""
    view.update(QRect(0, box.top(), view.width(), box.height()))
