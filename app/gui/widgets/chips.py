"""Chips: filters that are on or off, that open a menu, or that can be taken away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QMenu

from app.gui.widgets.buttons import Button


class Chip(Button):
    """A filter that is on or off; ``toggled`` says so."""

    def __init__(self, words: str, *, on: bool = False, icon: str = "") -> None:
        super().__init__(words, "chip", icon=icon)
        self.setCheckable(True)
        self.setChecked(on)
        self.toggled.connect(lambda _on: self._draw_icon())

    def icon_role(self) -> QPalette.ColorRole:
        """Give the colour that the icon is drawn in."""
        return QPalette.ColorRole.Link if self.isChecked() else QPalette.ColorRole.PlaceholderText


class MenuChip(Chip):
    """A filter with several values, chosen from a menu; it is on while ``set_value`` gives words."""

    def __init__(self, words: str, menu: Callable[[], QMenu]) -> None:
        super().__init__(words, icon="chevron-down")
        self._words, self._menu = words, menu
        self.setLayoutDirection(self.layoutDirection())
        self.clicked.connect(self.open_menu)

    def set_value(self, words: str) -> None:
        """Show the value that is chosen; without words the chip is off and shows its own."""
        self.say(words or self._words)
        self.setChecked(bool(words))

    def open_menu(self) -> None:
        """Open the menu under the chip."""
        self.setChecked(not self.isChecked())  # a click on a chip with a menu is no answer yet
        menu = self._menu()
        menu.setLayoutDirection(self.layoutDirection())
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        corner = self.rect().bottomRight() if right else self.rect().bottomLeft()
        menu.popup(self.mapToGlobal(corner))


class RemovableChip(Button):
    """Something chosen that can be taken away: by a click, by Enter, Delete or Backspace."""

    removed = Signal()

    def __init__(self, words: str, remove: str) -> None:
        super().__init__(words, "chip", icon="x")
        self.setCheckable(True)
        self.setChecked(True)
        self.setAccessibleDescription(remove)
        self.setToolTip(remove)
        self.clicked.connect(self.removed)

    def icon_role(self) -> QPalette.ColorRole:
        """Give the colour that the icon is drawn in."""
        return QPalette.ColorRole.Link

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Delete and Backspace take it away, too."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit()
        else:
            super().keyPressEvent(event)
