"""Ctrl+Enter finishes the form that one is in, before it means anything around it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class FinishingForm(QWidget):
    """A form that Ctrl+Enter finishes from any of its fields, and Enter from its lines."""

    def finish(self) -> None:
        """Do what the form is for."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter from the shortcuts of the window."""
        return kept_for_the_form(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Finish at Ctrl+Enter."""
        if is_ctrl_enter(event):
            self.finish()
        else:
            super().keyPressEvent(event)


def kept_for_the_form(event: QEvent) -> bool:
    """Keep Ctrl+Enter from the shortcuts of the window; say whether the event was that."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if is_ctrl_enter(event):
        event.accept()
    return is_ctrl_enter(event)


def is_ctrl_enter(event: QKeyEvent) -> bool:
    """Say whether a key is Ctrl+Enter."""
    return event.key() in _ENTER and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
