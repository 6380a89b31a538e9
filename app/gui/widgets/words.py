"""Words: titles, notes, tags."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

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
        self.setAlignment(leading_of(self) | Qt.AlignmentFlag.AlignVCenter)
        if role:
            self.setProperty("role", role)
        if wraps:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)


class ShortWords(Words):
    """One line that ends with an ellipsis where the room does; the whole stands in its tip."""

    def __init__(self, text: str, role: str = "") -> None:
        super().__init__("", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._whole = ""
        self.say(text)

    def say(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def whole(self) -> str:
        """Give the text with nothing left out."""
        return self._whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text into the room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
        self.setToolTip("" if shown == self._whole else self._whole)


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
        drawn = drawn_icon(self, self._icon, self._role, size=self._size)
        self.setPixmap(drawn.pixmap(QSize(self._size, self._size), self.devicePixelRatioF()))


def leading_of(widget: QWidget) -> Qt.AlignmentFlag:
    """Give the side at which lines begin in a window: there also where the text is of another direction."""
    right = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute
