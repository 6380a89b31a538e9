"""The list under the search field: groups with headings; arrows go across them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.searching import Marked
from app.gui import icons
from app.gui.finding.lines import Group, Line, Shown, in_one_list
from app.gui.theme import Theme
from app.gui.widgets.marked import draw_marked
from app.gui.widgets.rows import draw_tag, leading, tag_font, tag_width

_Index = QModelIndex | QPersistentModelIndex
_SHOWN: Final = Qt.ItemDataRole.UserRole + 1
_PAD, _GAP, _EDGES, _HEAD_EDGES = 12, 12, 14, 14


class GroupsModel(QAbstractListModel):
    """Headings and lines for a view; headings cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[Shown] = []

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Give how many headings and lines there are."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what stands at a place."""
        shown = self._shown[index.row()]
        if role == _SHOWN:
            return shown
        if role == Qt.ItemDataRole.DisplayRole:
            return shown.title.text if isinstance(shown, Line) else shown
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return shown.spoken if isinstance(shown, Line) else shown
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let nobody choose a heading."""
        can_be_chosen = index.isValid() and self.line(index.row())
        return super().flags(index) if can_be_chosen else Qt.ItemFlag.NoItemFlags

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show other groups."""
        self.beginResetModel()
        self._shown = list(in_one_list(groups))
        self.endResetModel()

    def line(self, at: int) -> Line | None:
        """Give the line at a place; nothing at a heading or outside."""
        shown = self._shown[at] if 0 <= at < len(self._shown) else None
        return shown if isinstance(shown, Line) else None

    def places(self) -> list[int]:
        """Give the places of all lines."""
        return [at for at, shown in enumerate(self._shown) if isinstance(shown, Line)]

    def begins(self) -> list[int]:
        """Give the places of the first line of each group."""
        return [at for at in self.places() if at and isinstance(self._shown[at - 1], str)]


class GroupsDelegate(QStyledItemDelegate):
    """Draws headings and lines in the colours of the theme in force."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Give a line what its one or two rows of words need."""
        shown: Shown = index.data(_SHOWN)
        height = option.fontMetrics.height()
        if isinstance(shown, str):
            return QSize(200, height + _HEAD_EDGES)
        return QSize(200, height * (2 if shown.note.text else 1) + _EDGES)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a heading or a line."""
        shown: Shown = index.data(_SHOWN)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        if isinstance(shown, str):
            self._draw_heading(painter, option, shown)
        else:
            self._draw_line(painter, option, shown)
        painter.restore()

    def _draw_heading(self, painter: QPainter, option: QStyleOptionViewItem, words: str) -> None:
        painter.setFont(tag_font(option.font))
        painter.setPen(self._theme.colour("muted"))
        box = option.rect.adjusted(_PAD + 4, 4, -_PAD - 4, 0)
        painter.drawText(box, int((Qt.AlignmentFlag.AlignVCenter | leading(painter)).value), words)

    def _draw_line(self, painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
        chosen = option.state & QStyle.StateFlag.State_Selected
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("weak" if chosen else "hover"))
            painter.drawRoundedRect(option.rect.adjusted(4, 1, -4, -1), 6, 6)
        inside = option.rect.adjusted(_PAD + 4, 3, -_PAD - 4, -3)
        room = _Room(inside, right_to_left=option.direction == Qt.LayoutDirection.RightToLeft)
        icon = room.take_leading(icons.SIZE)
        self._theme.icon(line.icon, "accent" if chosen else "muted").paint(painter, icon)
        self._draw_end(painter, option.font, line, room)
        self._draw_words(painter, option.font, line, room.rest)

    def _draw_end(self, painter: QPainter, font: QFont, line: Line, room: _Room) -> None:
        small = tag_font(font)
        if line.tag:
            draw_tag(
                painter, self._theme, line.tag, room.take_trailing(tag_width(line.tag.text, small)), small
            )
        if line.keys:
            box = room.take_trailing(QFontMetrics(font).horizontalAdvance(line.keys) + 2)
            painter.setFont(font)
            painter.setPen(self._theme.colour("muted"))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), line.keys)

    def _draw_words(self, painter: QPainter, font: QFont, line: Line, box: QRect) -> None:
        upper, lower = QRect(box), QRect(box)
        if line.note.text:
            upper.setHeight(box.height() // 2)
            lower.setTop(upper.bottom() + 1)
            self._write(painter, font, line.note, lower, "muted")
        self._write(painter, font, line.title, upper, "text")

    def _write(self, painter: QPainter, font: QFont, text: Marked, box: QRect, token: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour(token))
        draw_marked(painter, box, text, self._theme.colour("warn_ground"))


class _Room:
    """The room of a line that is still free, shared out from its ends."""

    def __init__(self, box: QRect, *, right_to_left: bool) -> None:
        self.rest, self._right_to_left = QRect(box), right_to_left

    def take_leading(self, width: int) -> QRect:
        """Take some of it where the text begins."""
        return self._take(width, at_left=not self._right_to_left)

    def take_trailing(self, width: int) -> QRect:
        """Take some of it where the text ends."""
        return self._take(width, at_left=self._right_to_left)

    def _take(self, width: int, *, at_left: bool) -> QRect:
        taken = QRect(self.rest)
        if at_left:
            taken.setWidth(width)
            self.rest.setLeft(taken.right() + _GAP)
        else:
            taken.setLeft(taken.right() - width + 1)
            self.rest.setRight(taken.left() - _GAP)
        return taken


class GroupsList(QListView):
    """Shows groups; the focus stays in the field above. A click opens a line."""

    opened = Signal(object)
    current_changed = Signal(object)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.groups = GroupsModel()
        self.setModel(self.groups)
        self.setItemDelegate(GroupsDelegate(theme, self))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_clicked)
        self.selectionModel().currentChanged.connect(lambda _now, _then: self.current_changed.emit(self.line))
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def line(self) -> Line | None:
        """The line one is at."""
        return self.groups.line(self.currentIndex().row())

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show other groups and begin at the first line."""
        self.groups.show_groups(groups)
        self.scrollToTop()
        self._go_to(next(iter(self.groups.places()), -1))

    def step(self, by: int) -> None:
        """Go so many lines on, across the groups; from the last to the first and back."""
        places = self.groups.places()
        if not places:
            return
        here = places.index(self.currentIndex().row()) if self.line else 0
        around = abs(by) == 1
        self._go_to(places[(here + by) % len(places) if around else max(0, min(len(places) - 1, here + by))])

    def step_group(self, by: int) -> None:
        """Go to the first line of the next group, or of this one or the one before."""
        here, begins = self.currentIndex().row(), self.groups.begins()
        ahead = [at for at in begins if at > here] if by > 0 else [at for at in begins if at < here][::-1]
        if ahead:
            self._go_to(ahead[0])

    def height_of_all(self) -> int:
        """Give the height at which nothing has to be scrolled."""
        return sum(self.sizeHintForRow(at) for at in range(self.groups.rowCount()))

    def _go_to(self, at: int) -> None:
        self.setCurrentIndex(self.groups.index(at) if at >= 0 else QModelIndex())
        if at in self.groups.begins():
            self.scrollTo(self.groups.index(at - 1))  # its heading comes into sight, too

    def _on_clicked(self, index: QModelIndex) -> None:
        line = self.groups.line(index.row())
        if line:
            self.opened.emit(line)
