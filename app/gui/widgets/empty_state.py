"""Empty states: what belongs here, and the first step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.gui.widgets.words import Picture, Words

_CHARACTERS: Final = 60
_CENTRE: Final = Qt.AlignmentFlag.AlignHCenter


class EmptyState(QWidget):
    """An icon, a sentence or two, and the buttons of the first step."""

    def __init__(self, icon: str, heading: str, text: str, actions: Sequence[QWidget] = ()) -> None:
        super().__init__()
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(24, 24, 24, 24)
        row.addStretch(1)
        row.addWidget(self._middle(icon, heading, text, actions), 100)
        row.addStretch(1)
        column.addStretch(2)
        column.addLayout(row)
        column.addStretch(3)

    def _middle(self, icon: str, heading: str, text: str, actions: Sequence[QWidget]) -> QWidget:
        middle = QWidget()
        middle.setMaximumWidth(self.fontMetrics().averageCharWidth() * _CHARACTERS)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        picture = Picture(icon, size=40, role=QPalette.ColorRole.PlaceholderText)
        column.addWidget(picture, 0, _CENTRE)
        for words in (Words(heading, "heading", wraps=True), Words(text, "muted", wraps=True)):
            words.setAlignment(_CENTRE)
            column.addWidget(words)
        column.addSpacing(4)
        column.addLayout(_side_by_side(actions))
        return middle


def _side_by_side(actions: Sequence[QWidget]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addStretch()
    for action in actions:
        row.addWidget(action)
    row.addStretch()
    return row
