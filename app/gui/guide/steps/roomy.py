"""Words with buttons: side by side, or where there is no room one under the other."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

_LEAST: Final = 24  # characters that a line must hold beside the buttons
_GAP: Final = 8


class RoomyRow(QWidget):
    """Words that always have room for a line, and their buttons beside them or below."""

    def __init__(self, *words: QWidget, buttons: tuple[QWidget, ...]) -> None:
        super().__init__()
        self._buttons = QWidget()
        side = QHBoxLayout(self._buttons)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(_GAP)
        for button in buttons:
            side.addWidget(button)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addStretch()
        for one in words:
            column.addWidget(one)
        column.addStretch()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(_GAP)
        self._box.addLayout(column, 1)
        self._box.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand side by side where a line has room beside the buttons."""
        super().resizeEvent(event)
        room = self.width() - self._buttons.sizeHint().width()
        narrow = room < self.fontMetrics().averageCharWidth() * _LEAST
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if direction is not self._box.direction():
            self._box.setDirection(direction)
