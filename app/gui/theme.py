"""The look of the window: colours by meaning, fonts, icons; light and dark, changed at once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from string import Template
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QPalette,
    QPixmapCache,
)
from PySide6.QtWidgets import QApplication

from app.gui import icons
from app.gui.tokens import DARK, LIGHT, Tokens

_SHEET: Final = Path(__file__).parent / "resources" / "window.qss"
ROW: Final = 40
COMPACT_ROW: Final = 32
_SIZES: Final = {"title_pt": 1.45, "heading_pt": 1.1, "small_pt": 0.92}
_ROLES: Final = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "hover",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Mid: "edge",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Light: "line",
}
_FADED: Final = (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText)


class ThemeChoice(StrEnum):
    """What a person can choose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_SCHEMES: Final = {
    ThemeChoice.SYSTEM: Qt.ColorScheme.Unknown,
    ThemeChoice.LIGHT: Qt.ColorScheme.Light,
    ThemeChoice.DARK: Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """The colours in force; what paints by itself asks it and repaints when it has changed."""

    changed = Signal()

    def __init__(self, application: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM) -> None:
        super().__init__(application)
        self._application, self._choice, self._tokens = application, choice, LIGHT
        self._font, self._percent = QFont(application.font()), 100
        self._is_compact = False
        application.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        self.choose(choice)

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return self._tokens

    @property
    def choice(self) -> ThemeChoice:
        """What was chosen."""
        return self._choice

    @property
    def is_dark(self) -> bool:
        """Say whether the dark colours are in force."""
        return self._tokens is DARK

    def choose(self, choice: ThemeChoice) -> None:
        """Put a theme in force, at once and everywhere."""
        self._choice = choice
        self._application.styleHints().setColorScheme(_SCHEMES[choice])
        self._put_in_force(DARK if self._wants_dark() else LIGHT)

    @property
    def text_size(self) -> int:
        """How large texts are, in per cent of the system's size."""
        return self._percent

    def enlarge(self, percent: int) -> None:
        """Show all texts in another size, at once."""
        self._percent = percent
        font = QFont(self._font)
        font.setPointSizeF(self._points())
        self._application.setFont(font)
        self._put_in_force(self._tokens)

    @property
    def row_height(self) -> int:
        """How high a row of one line is in lists."""
        return COMPACT_ROW if self._is_compact else ROW

    @property
    def is_compact(self) -> bool:
        """Say whether rows are low, so that more of them are seen."""
        return self._is_compact

    def set_compact(self, compact: bool) -> None:
        """Show rows low or high, at once."""
        self._is_compact = compact
        self.changed.emit()

    def colour(self, token: str) -> QColor:
        """Give a colour by its name in ``Tokens``."""
        return QColor(getattr(self._tokens, token))

    def icon(self, name: str, colour: str = "text") -> QIcon:
        """Give an icon in a colour of the theme, turned round where the window is."""
        turned = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        scale = self._application.devicePixelRatio()
        drawing = icons.Drawing(getattr(self._tokens, colour), scale=scale, right_to_left=turned)
        return icons.icon(name, drawing)

    def _wants_dark(self) -> bool:
        if self._choice is ThemeChoice.SYSTEM:
            return self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._choice is ThemeChoice.DARK

    def _put_in_force(self, tokens: Tokens) -> None:
        self._tokens = tokens
        QPixmapCache.clear()
        self._application.setPalette(palette_of(tokens))
        self._application.setStyleSheet(sheet_of(tokens, self._points()))
        self.changed.emit()

    def _points(self) -> float:
        return QFontInfo(self._font).pointSizeF() * self._percent / 100

    def _on_system_changed(self) -> None:
        wanted = DARK if self._wants_dark() else LIGHT
        if wanted is not self._tokens:
            self._put_in_force(wanted)


def sheet_of(tokens: Tokens, points: float) -> str:
    """Give the style sheet for colours and the size of the system's font."""
    sizes = {name: f"{points * factor:.2f}" for name, factor in _SIZES.items()}
    sizes["tag_radius"] = str(_tag_radius(points * _SIZES["small_pt"]))
    return Template(_SHEET.read_text(encoding="utf-8")).substitute(tokens.named() | sizes)


def palette_of(tokens: Tokens) -> QPalette:
    """Give the palette for what the style sheet does not reach."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(getattr(tokens, name)))
    for role in _FADED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.faint))
    return palette


def _tag_radius(points: float) -> int:
    """Give half the height of a tag: with any more the style sheet would draw no curve at all."""
    font = QFont()
    font.setPointSizeF(points)
    return (QFontMetrics(font).height() + 4) // 2


def with_even_figures(font: QFont) -> QFont:
    """Give a font whose figures are all of one width, for columns of numbers and dates."""
    even = QFont(font)
    even.setFeature(QFont.Tag("tnum"), 1)
    return even
