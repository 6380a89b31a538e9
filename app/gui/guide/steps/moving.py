"""Cards of a list: moved by Alt and the arrows, taken out by their button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from app.gui.widgets.cards import Card


class MovableCard(Card):
    """A card that may be moved up and down among its like while something in it has the focus."""

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._by_key("Alt+Up", -1)
        self._by_key("Alt+Down", +1)

    def _by_key(self, keys: str, by: int) -> None:
        shortcut = QShortcut(QKeySequence(keys), self, lambda: self.moved.emit(by))
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)  # PySide drops it as an argument
