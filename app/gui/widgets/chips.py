"""Chips: filters that are on or off, that open a menu, or that can be taken away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QMenu, QStyle

from app.gui.widgets.buttons import Button, drawn_icon

_SIGN, _EDGE = 14, 10


class Chip(Button):
    """A filter that is on or off; ``toggled`` says so. A sign may stand behind its words."""

    def __init__(self, words: str, *, on: bool = False, sign: str = "") -> None:
        super().__init__(words, "chip")
        self._sign = sign
        self.setProperty("signed", bool(sign))
        self.setCheckable(True)
        self.setChecked(on)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sign at the trailing end."""
        super().paintEvent(event)
        if self._sign:
            role = QPalette.ColorRole.Link if self.isChecked() else QPalette.ColorRole.PlaceholderText
            drawn = drawn_icon(self, self._sign, role, size=_SIGN)
            trailing = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            inside = self.rect().adjusted(_EDGE, 0, -_EDGE, 0)
            place = QStyle.alignedRect(self.layoutDirection(), trailing, QSize(_SIGN, _SIGN), inside)
            drawn.paint(QPainter(self), place)


class MenuChip(Chip):
    """A filter with several values, chosen from a menu; it is on while ``set_value`` gives words."""

    def __init__(self, words: str, menu: Callable[[], QMenu]) -> None:
        super().__init__(words, sign="chevron-down")
        self._words, self._menu = words, menu
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


class RemovableChip(Chip):
    """Something chosen that can be taken away: by a click, by Enter, Delete or Backspace."""

    removed = Signal()

    def __init__(self, words: str, remove: str) -> None:
        super().__init__(words, on=True, sign="x")
        self.setAccessibleDescription(remove)
        self.setToolTip(remove)
        self.clicked.connect(self._on_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Delete and Backspace take it away, too."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def _on_clicked(self) -> None:
        self.setChecked(True)
        self.removed.emit()
