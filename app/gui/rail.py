"""The rail: the rooms of the window, icons beside words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from app.gui.rooms import Room
from app.gui.shortcuts import room_keys
from app.gui.widgets.buttons import Button
from app.gui.widgets.words import Words
from app.i18n.catalogues import Catalogue

WIDTH = 208


class RailButton(Button):
    """One room of the rail."""

    def __init__(self, words: str, icon: str) -> None:
        super().__init__(words, "rail", icon=icon)
        self.setCheckable(True)
        self.toggled.connect(lambda _on: self._draw_icon())

    def icon_role(self) -> QPalette.ColorRole:
        """Give the colour that the icon is drawn in."""
        return QPalette.ColorRole.Link if self.isChecked() else QPalette.ColorRole.WindowText


class Rail(QWidget):
    """The rooms one under the other; arrows move between them, too."""

    chosen = Signal(str)

    def __init__(self, rooms: Sequence[Room], texts: Catalogue) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self._buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 18, 12, 18)
        self._column.setSpacing(4)
        self._column.addWidget(_name_of_the_house(self))
        self._column.addSpacing(12)
        self._fill([room for room in rooms if not room.at_foot], texts)
        self._column.addStretch()
        self._fill([room for room in rooms if room.at_foot], texts)

    def mark(self, room: str) -> None:
        """Show which room one is in; one that is not in the rail leaves none marked."""
        self._group.setExclusive(False)
        for name, button in self._buttons.items():
            button.setChecked(name == room)
        self._group.setExclusive(True)

    def button(self, room: str) -> RailButton:
        """Give the button of a room."""
        return self._buttons[room]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the rooms."""
        steps = {Qt.Key.Key_Down: +1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def _fill(self, rooms: Sequence[Room], texts: Catalogue) -> None:
        for room in rooms:
            button = RailButton(texts.text(room.words), room.icon)
            number = len(self._buttons) + 1
            button.setToolTip(room_keys(number).toString(room_keys(number).SequenceFormat.NativeText))
            button.clicked.connect(lambda _on, name=room.name: self.chosen.emit(name))
            self._group.addButton(button)
            self._buttons[room.name] = button
            self._column.addWidget(button)


def _name_of_the_house(parent: QWidget) -> Words:
    name = Words("Chancery", "title")
    name.setContentsMargins(10, 0, 10, 0)
    name.setParent(parent)
    return name
