"""The keys of the window, in one table."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtGui import QKeySequence


class Shortcut(StrEnum):
    """What a key does, and the key as Qt writes it."""

    NEW_LETTER = "Ctrl+N"
    FIND = "Ctrl+K"
    NEXT_PANE = "F6"
    PANE_BEFORE = "Shift+F6"
    HELP = "F1"
    SETTINGS = "Ctrl+,"
    BACK = "Alt+Left"
    QUIT = "Ctrl+Q"
    UNDO_NOTICE = "Ctrl+Shift+Z"

    @property
    def keys(self) -> QKeySequence:
        """The keys for an action."""
        return QKeySequence(self.value)


def room_keys(number: int) -> QKeySequence:
    """Give the keys of the room at a place of the rail, counted from one."""
    return QKeySequence(f"Ctrl+{number}")
