"""Rows: lists of things with a title, a line under it and a tag; drawn, so that many cost little."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.gui import icons
from app.gui.theme import ROW, Theme
from app.gui.widgets.words import Mood

_Index = QModelIndex | QPersistentModelIndex
_ROW: Final = Qt.ItemDataRole.UserRole + 1
_PAD: Final = 12
_GAP: Final = 12


@dataclass(frozen=True)
class RowTag:
    """The state of a row, in a word."""

    text: str
    mood: Mood = Mood.NEUTRAL


@dataclass(frozen=True)
class Row:
    """One thing of a list; its key is what the list gives when it is chosen."""

    key: object
    title: str
    subtitle: str = ""
    tag: RowTag | None = None
    icon: str = ""

    @property
    def spoken(self) -> str:
        """Say everything that the row shows."""
        return ", ".join(
            part for part in (self.title, self.subtitle, self.tag.text if self.tag else "") if part
        )


class RowModel(QAbstractListModel):
    """Rows for a view."""

    def __init__(self, rows: Sequence[Row] = ()) -> None:
        super().__init__()
        self._rows = list(rows)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Give how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a row shows."""
        if role == _ROW:
            return self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()].title
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self._rows[index.row()].spoken
        return None

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, at: int) -> Row:
        """Give the row at a place."""
        return self._rows[at]

    def place_of(self, key: object) -> int:
        """Give the place of a key; -1 where it is not there."""
        return next((at for at, row in enumerate(self._rows) if row.key == key), -1)


class RowDelegate(QStyledItemDelegate):
    """Draws rows in the colours of the theme in force."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Give a row 40 pixels, and one of two lines what they need."""
        row: Row = index.data(_ROW)
        line = option.fontMetrics.height()
        edges = 18 if self._theme.row_height >= ROW else 8
        return QSize(160, max(self._theme.row_height, line * (2 if row.subtitle else 1) + edges))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw ground, ring, icon, tag, title and the line under it."""
        row: Row = index.data(_ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, option)
        room = _Room(option.rect.adjusted(_PAD, 4, -_PAD, -4), option.direction)
        self._draw_icon(painter, row, room)
        self._draw_tag(painter, option.font, row, room)
        self._draw_words(painter, option.font, row, room)
        painter.restore()

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        state = option.state
        box = option.rect.adjusted(4, 1, -4, -1)
        chosen = state & QStyle.StateFlag.State_Selected
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("weak" if chosen else "hover"))
            painter.drawRoundedRect(box, 6, 6)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)

    def _draw_icon(self, painter: QPainter, row: Row, room: _Room) -> None:
        if row.icon:
            box = room.take_leading(icons.SIZE)
            self._theme.icon(row.icon, "muted").paint(painter, box)

    def _draw_tag(self, painter: QPainter, font: QFont, row: Row, room: _Room) -> None:
        if row.tag is None:
            return
        small = tag_font(font)
        box = room.take_trailing(tag_width(row.tag.text, small))
        draw_tag(painter, self._theme, row.tag, box, small)

    def _draw_words(self, painter: QPainter, font: QFont, row: Row, room: _Room) -> None:
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold if row.subtitle else QFont.Weight.Normal)
        box = room.rest
        upper = QRect(box.left(), box.top(), box.width(), box.height() // 2) if row.subtitle else box
        self._write(painter, strong, "text", row.title, upper)
        if row.subtitle:
            lower = QRect(box.left(), upper.bottom() + 1, box.width(), box.height() - upper.height())
            self._write(painter, font, "muted", row.subtitle, lower)

    def _write(self, painter: QPainter, font: QFont, token: str, text: str, box: QRect) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour(token))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int((Qt.AlignmentFlag.AlignVCenter | leading(painter)).value), shown)


class _Room:
    """The room of a row that is still free, shared out from its ends."""

    def __init__(self, box: QRect, direction: Qt.LayoutDirection) -> None:
        self._whole, self._direction, self.rest = QRect(box), direction, QRect(box)

    def take_leading(self, width: int) -> QRect:
        """Take some of it where the text begins."""
        return self._take(width, at_left=self._direction == Qt.LayoutDirection.LeftToRight)

    def take_trailing(self, width: int) -> QRect:
        """Take some of it where the text ends."""
        return self._take(width, at_left=self._direction == Qt.LayoutDirection.RightToLeft)

    def _take(self, width: int, *, at_left: bool) -> QRect:
        taken = QRect(self.rest)
        if at_left:
            taken.setWidth(width)
            self.rest.setLeft(taken.right() + _GAP)
        else:
            taken.setLeft(taken.right() - width + 1)
            self.rest.setRight(taken.left() - _GAP)
        return taken


class RowList(QListView):
    """A list of rows, moved through by keys; Enter or a click chooses."""

    chosen = Signal(object)
    current_changed = Signal(object)

    def __init__(self, theme: Theme, name: str, rows: Sequence[Row] = ()) -> None:
        super().__init__()
        self.rows = RowModel(rows)
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(theme, self))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(False)
        self.clicked.connect(lambda index: self.chosen.emit(self.rows.row(index.row()).key))
        self.selectionModel().currentChanged.connect(lambda now, _before: self._on_current(now))
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the one that was current stays so if it is still there."""
        key = self.current_key()
        self.rows.show_rows(rows)
        if key is not None:
            self.go_to(key)

    def current_key(self) -> object:
        """Give the key of the current row, ``None`` where there is none."""
        at = self.currentIndex().row()
        return self.rows.row(at).key if 0 <= at < self.rows.rowCount() else None

    def go_to(self, key: object) -> None:
        """Make a row current."""
        at = self.rows.place_of(key)
        if at >= 0:
            self.setCurrentIndex(self.rows.index(at))

    def move(self, by: int) -> None:  # type: ignore[override]
        """Make a row current that stands so many further on."""
        at = max(0, min(self.rows.rowCount() - 1, self.currentIndex().row() + by))
        if self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter choose the current row."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.chosen.emit(self.current_key())
        else:
            super().keyPressEvent(event)

    def _on_current(self, index: QModelIndex) -> None:
        self.current_changed.emit(self.rows.row(index.row()).key if index.isValid() else None)


def leading(painter: QPainter) -> Qt.AlignmentFlag:
    """Give the alignment at which a text begins in the direction of a painter."""
    right = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute


def tag_font(font: QFont) -> QFont:
    """Give the font of tags."""
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.92)
    small.setWeight(QFont.Weight.DemiBold)
    return small


def tag_width(text: str, font: QFont) -> int:
    """Give the width of a tag with a text."""
    return QFontMetrics(font).horizontalAdvance(text) + 20


def draw_tag(painter: QPainter, theme: Theme, tag: RowTag, box: QRect, font: QFont) -> None:
    """Draw a tag in the middle of a box; tables draw theirs with it, too."""
    height = QFontMetrics(font).height() + 4
    ground = QRect(box.left(), box.center().y() - height // 2, box.width(), height)
    over, under = tag_colours(tag.mood)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(under))
    painter.drawRoundedRect(ground, height / 2, height / 2)
    painter.setPen(theme.colour(over))
    painter.setFont(font)
    painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, tag.text)


def tag_colours(mood: Mood) -> tuple[str, str]:
    """Give the names of the colours of a tag: its word and its ground."""
    return {
        Mood.NEUTRAL: ("muted", "hover"),
        Mood.ACCENT: ("accent", "tag"),
    }.get(mood, (mood.value, f"{mood.value}_ground"))
