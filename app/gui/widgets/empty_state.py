"""Empty states: what belongs here, and the first step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.gui.widgets.words import Picture, Words


class EmptyState(QWidget):
    """An icon, a sentence or two, and the buttons of the first step."""

    def __init__(self, icon: str, heading: str, text: str, actions: Sequence[QWidget] = ()) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(2)
        self._middle(column, Picture(icon, size=40, role=QPalette.ColorRole.PlaceholderText))
        self._middle(column, Words(heading, "heading"))
        words = Words(text, "muted", wraps=True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setMaximumWidth(self.fontMetrics().averageCharWidth() * 60)
        words.setMinimumWidth(min(words.maximumWidth(), self.fontMetrics().horizontalAdvance(text) + 4))
        self._middle(column, words)
        row = QHBoxLayout()
        row.setSpacing(12)
        for action in actions:
            row.addWidget(action)
        column.addSpacing(4)
        column.addLayout(row)
        column.setAlignment(row, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def _middle(self, column: QVBoxLayout, widget: QWidget) -> None:
        column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
