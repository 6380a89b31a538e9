"""The ways between screens: a screen asks to go, the window goes."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal


class Way(NamedTuple):
    """A room of the window and what is to be shown in it."""

    room: str
    subject: object = None


class Going(QObject):
    """Whoever wants to be elsewhere emits; the main window listens."""

    wanted = Signal(object)
    back_wanted = Signal()

    def to(self, room: str, subject: object = None) -> None:
        """Go to a room, named as in ``app.gui.rooms``, and show something there."""
        self.wanted.emit(Way(room, subject))

    def back(self) -> None:
        """Go to the room one came from."""
        self.back_wanted.emit()
