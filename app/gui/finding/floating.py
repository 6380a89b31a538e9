"""The search field over a room that has the whole window, until one is back or elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.gui.finding.field import FinderField

if TYPE_CHECKING:
    from app.gui.desktop import Desktop

_WIDE, _ABOVE, _EDGE = 640, 72, 8
_LEAST_ROOM: Final = 48


class FloatingFinder(QFrame):
    """Holds a search field of its own over the middle of another widget."""

    def __init__(self, desktop: Desktop, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setProperty("role", "sheet")
        self.field = FinderField(desktop)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.addWidget(self.field)
        self.field.left.connect(self.hide)
        self.hide()

    def begin(self) -> None:
        """Come into sight and let one type."""
        over = self._over
        wide = min(_WIDE, over.width() - _LEAST_ROOM)
        self.setGeometry((over.width() - wide) // 2, _ABOVE, wide, self.sizeHint().height())
        self.field.note_focus()
        self.show()
        self.raise_()
        self.field.begin()
