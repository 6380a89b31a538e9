"""Cards of a list: moved by Alt and the arrows, taken out by their button."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.gui.widgets.cards import Card
from app.gui.widgets.keys import by_keys


class MovableCard(Card):
    """A card that may be moved up and down among its like while something in it has the focus."""

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        by_keys(self, "Alt+Up", lambda: self.moved.emit(-1))
        by_keys(self, "Alt+Down", lambda: self.moved.emit(+1))
