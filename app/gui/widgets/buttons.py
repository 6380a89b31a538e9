"""Buttons: one primary a screen, named by what it does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

from app.gui import icons

_Role = QPalette.ColorRole
_ICON_COLOURS: Final = {
    "primary": _Role.HighlightedText,
    "quiet": _Role.Link,
    "link": _Role.Link,
    "danger": _Role.BrightText,
}
_ICON, _GAP = 18, 4
RENEWED_BY: Final = frozenset(
    {
        QEvent.Type.PaletteChange,
        QEvent.Type.ApplicationPaletteChange,
        QEvent.Type.LayoutDirectionChange,
        QEvent.Type.DevicePixelRatioChange,
    }
)


class Button(QPushButton):
    """A button of a kind, perhaps with an icon beside its words; Enter presses it as Space does."""

    def __init__(
        self,
        words: str,
        kind: str = "secondary",
        *,
        icon: str = "",
        clicked: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self._icon_name = icon
        self.setProperty("kind", kind)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        if clicked is not None:
            self.clicked.connect(lambda _on=False: clicked())
        self._draw_icon()

    def say(self, words: str) -> None:
        """Show other words."""
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)

    def show_icon(self, name: str) -> None:
        """Show another icon."""
        self._icon_name = name
        self._draw_icon()

    def icon_role(self) -> QPalette.ColorRole:
        """Give the colour that the icon is drawn in."""
        return _ICON_COLOURS.get(str(self.property("kind")), _Role.WindowText)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button, too."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.isEnabled():
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew where its colour or its direction has changed."""
        super().changeEvent(event)
        if event.type() in RENEWED_BY:
            self._draw_icon()

    def _draw_icon(self) -> None:
        if self._icon_name:
            self.setIcon(drawn_icon(self, self._icon_name, self.icon_role(), size=_ICON, gap=_GAP))
            self.setIconSize(QSize(_ICON + _GAP, _ICON))


class PrimaryButton(Button):
    """The one thing to do on a screen."""

    def __init__(self, words: str, *, icon: str = "", clicked: Callable[[], object] | None = None) -> None:
        super().__init__(words, "primary", icon=icon, clicked=clicked)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring of the focus inside: around it, on its own colour, it could not be seen."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QApplication.palette().color(_Role.HighlightedText), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 3, 3)


class SecondaryButton(Button):
    """One of the other things to do."""

    def __init__(self, words: str, *, icon: str = "", clicked: Callable[[], object] | None = None) -> None:
        super().__init__(words, "secondary", icon=icon, clicked=clicked)


class QuietButton(Button):
    """Something that may be done and is seldom wanted."""

    def __init__(self, words: str, *, icon: str = "", clicked: Callable[[], object] | None = None) -> None:
        super().__init__(words, "quiet", icon=icon, clicked=clicked)


class DangerButton(Button):
    """Something that takes away."""

    def __init__(self, words: str, *, icon: str = "", clicked: Callable[[], object] | None = None) -> None:
        super().__init__(words, "danger", icon=icon, clicked=clicked)


class LinkButton(Button):
    """A way to another place, within a line of words."""

    def __init__(self, words: str, *, icon: str = "", clicked: Callable[[], object] | None = None) -> None:
        super().__init__(words, "link", icon=icon, clicked=clicked)


class IconButton(QToolButton):
    """A small button where words have no room; they stand in its tip and its accessible name."""

    def __init__(self, icon: str, words: str, *, clicked: Callable[[], object] | None = None) -> None:
        super().__init__()
        self._icon_name = icon
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setIconSize(QSize(icons.SIZE, icons.SIZE))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if clicked is not None:
            self.clicked.connect(lambda _on=False: clicked())
        self._draw_icon()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew where its colour or its direction has changed."""
        super().changeEvent(event)
        if event.type() in RENEWED_BY:
            self._draw_icon()

    def _draw_icon(self) -> None:
        self.setIcon(drawn_icon(self, self._icon_name, _Role.WindowText))


def drawn_icon(
    widget: QWidget, name: str, role: QPalette.ColorRole, *, size: int = icons.SIZE, gap: int = 0
) -> QIcon:
    """Give an icon in a colour of the theme in force, for the screen and the direction of a widget."""
    turned = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
    colour = QApplication.palette().color(role).name()
    return icons.icon(name, icons.Drawing(colour, size, gap, widget.devicePixelRatioF(), turned))
