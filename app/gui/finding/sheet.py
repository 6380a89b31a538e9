"""The sheet under the search field: what was found, and what the keys do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.errors import N_
from app.gui.finding.lines import Group, Line
from app.gui.finding.list import GroupsList
from app.gui.theme import Theme
from app.gui.widgets.cards import Line as Hairline
from app.gui.widgets.words import ShortWords, Words
from app.i18n.catalogues import Catalogue

_NAME: Final = N_("What was found")
_NOTHING: Final = N_("Nothing was found. Part of a name, a number or a word of a letter is enough.")
_ALSO: Final = N_("{enter} · Ctrl+Enter: {deed}")
_LEAST: Final = 560


class Sheet(QFrame):
    """Floats over the room under the field; it never takes the focus."""

    opened = Signal(object)

    def __init__(self, texts: Catalogue, theme: Theme) -> None:
        super().__init__()
        self._say = texts.text
        self.setProperty("role", "sheet")
        self.list = GroupsList(theme, self._say(_NAME))
        self.list.setProperty("role", "bare")
        self.nothing, self.foot = Words(self._say(_NOTHING), "muted", wraps=True), ShortWords("", "muted")
        self._lay_out()
        self.list.opened.connect(self.opened)
        self.list.current_changed.connect(self._on_current)
        self.hide()

    @property
    def line(self) -> Line | None:
        """The line one is at."""
        return self.list.line

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show what was found, or that nothing was."""
        self.list.show_groups(groups)
        self.list.setVisible(bool(groups))
        self.nothing.setVisible(not groups)
        self._on_current(self.list.line)

    def lie_under(self, field: QWidget) -> None:
        """Lie under a field, as high as what is shown and the window allow."""
        window = field.window()
        self.setParent(window)
        self.setLayoutDirection(field.layoutDirection())
        width = min(max(field.width(), _LEAST), window.width() - 32)
        corner = field.mapTo(window, QPoint(0, field.height() + 4))
        if field.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            corner.setX(corner.x() + field.width() - width)
        corner.setX(max(16, min(corner.x(), window.width() - width - 16)))
        rows = self.list.height_of_all() if self.line else self.nothing.heightForWidth(width - 48) + 40
        foot = self.foot.sizeHint().height() + 30
        self.setGeometry(corner.x(), corner.y(), width, min(rows + foot, window.height() - corner.y() - 24))
        self.show()
        self.raise_()

    def _on_current(self, line: Line | None) -> None:
        enter = self._say(line.does) if line else ""
        second = line.second if line else None
        self.foot.say(self._say(_ALSO, enter=enter, deed=second.words) if second else enter)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 5, 1, 8)
        column.setSpacing(6)
        column.addWidget(self.list, 1)
        self.nothing.setContentsMargins(20, 12, 20, 12)
        column.addWidget(self.nothing)
        column.addWidget(Hairline())
        self.foot.setContentsMargins(19, 0, 19, 0)
        column.addWidget(self.foot)
