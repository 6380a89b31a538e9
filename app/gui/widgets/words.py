"""Words: titles, notes, tags."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy

from app.gui import icons
from app.gui.widgets.buttons import RENEWED_BY, drawn_icon


class Mood(StrEnum):
    """What a tag means by its colour; its word says so, too."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    OK = "ok"
    WARN = "warn"
    BAD = "bad"


class Words(QLabel):
    """Plain text in a role: ``title``, ``heading``, ``strong``, ``muted``, ``error`` or none."""

    def __init__(self, text: str, role: str = "", *, wraps: bool = False) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        if role:
            self.setProperty("role", role)
        if wraps:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)


class Tag(QLabel):
    """A state as a small ground with a word on it."""

    def __init__(self, text: str, mood: Mood = Mood.NEUTRAL) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tag", mood.value)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)

    def show_state(self, text: str, mood: Mood) -> None:
        """Show another state."""
        self.setText(text)
        self.setProperty("tag", mood.value)
        self.style().unpolish(self)
        self.style().polish(self)


class Picture(QLabel):
    """An icon by itself, which says nothing that words do not."""

    def __init__(
        self, icon: str, *, size: int = icons.SIZE, role: QPalette.ColorRole = QPalette.ColorRole.WindowText
    ) -> None:
        super().__init__()
        self._icon, self._role, self._size = icon, role, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew where its colour or its direction has changed."""
        super().changeEvent(event)
        if event.type() in RENEWED_BY:
            self._draw()

    def _draw(self) -> None:
        drawn = drawn_icon(self, self._icon, self._role, self._size)
        self.setPixmap(drawn.pixmap(QSize(self._size, self._size), self.devicePixelRatioF()))
